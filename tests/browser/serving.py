"""The dashboard as people meet it: its own server and a real browser.

Belongs here: starting and ending both, and noting what the browser asks for.
Does not: what a page should show (the tests).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.data import WAREHOUSE
from dashboard.server import command

ROOT = Path(__file__).parent.parent.parent
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def browser_path() -> str | None:
    """A browser that is installed on this machine, or None."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def served(warehouse: Path, wait: float = 60) -> Iterator[str]:
    """Serve the dashboard over `warehouse` on a free port; gives its address."""
    port = free_port()
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, WAREHOUSE: str(warehouse), "PYTHONPATH": paths}
    with subprocess.Popen(command(port), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _until_it_answers(f"http://127.0.0.1:{port}/_stcore/health", server, wait)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        yield browser
        browser.close()


def settled(page: Page) -> Page:
    """Wait until the page has run and its charts are drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
    page.wait_for_load_state("networkidle")
    return page


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until_it_answers(address: str, server: subprocess.Popen[bytes], wait: float) -> None:
    end = time.monotonic() + wait
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The dashboard did not answer at {address}; exit code {server.poll()}")
