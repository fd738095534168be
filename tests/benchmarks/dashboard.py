"""How fast the dashboard is over a made-up ledger: first paint, filter changes, many sessions.

    python -m tests.benchmarks.dashboard FOLDER --activities 1000000 [--sessions 50 --think 10]

Measured on whatever else the machine does meanwhile: the load average is printed beside the figures.

Belongs here: the browser's and the visitors' clocks. Does not: assertions on time, the ledger (made_up.py), the visitors (visitors.py).
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks.made_up import make
from tests.benchmarks.visitors import visit
from tests.browser.serving import browsing, served

_RUNNING, _DONE = "[data-testid=stApp][data-test-script-state=running]", "[data-testid=stApp][data-test-script-state=notRunning]"
_DRAWN = "() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].filter(c => c.querySelector('svg, canvas')).length"
_CHARTS = 4
_KINDS = ("agreement", "construction", "donation", "supply", "training", "service", "finance", "research")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--activities", type=int, default=1_000_000)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--think", type=float, default=10.0)
    parser.add_argument("--reruns", type=int, default=6, help="of each session")
    options = parser.parse_args()
    make(options.folder / str(options.activities), options.activities)
    print(f"{options.activities:,} activities; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with served(options.folder / str(options.activities)) as address:
        with browsing() as browser:
            print(f"overview, first paint, nothing cached   {_first_paint(browser, address):6.2f} s")
            print(f"overview, first paint, second visitor   {_first_paint(browser, address):6.2f} s")
            changes = _filter_changes(browser, address)
            print(f"filter change to last chart, median    {statistics.median(changes):6.2f} s, longest {max(changes):.2f} s")
        if options.sessions:
            print(visit(address, options.sessions, options.think, options.reruns))
    print(f"load average {os.getloadavg()[0]:.1f}")


def _first_paint(browser: Browser, address: str) -> float:
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    start = time.perf_counter()
    page.goto(address)
    _drawn(page)
    taken = time.perf_counter() - start
    page.close()
    return taken


def _filter_changes(browser: Browser, address: str) -> list[float]:
    """One kind more in the filter each time: every change is an answer that no cache holds."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.goto(address)
    _drawn(page)
    taken = []
    for kind in _KINDS:
        page.get_by_label("Kinds of activity").click()
        option = page.get_by_role("option", name=kind, exact=True)
        option.wait_for()
        start = time.perf_counter()
        option.click()
        page.wait_for_selector(_RUNNING, timeout=5000)
        _drawn(page)
        taken.append(time.perf_counter() - start)
        page.keyboard.press("Escape")
    page.close()
    return taken


def _drawn(page: Page) -> None:
    """Wait until the script has ended and the charts stand there, one frame later."""
    page.wait_for_selector(_DONE, timeout=120_000)
    while page.evaluate(_DRAWN) < _CHARTS:  # not wait_for_function: the page's own policy forbids it to evaluate strings
        page.wait_for_timeout(10)
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


if __name__ == "__main__":
    main()
