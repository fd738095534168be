"""One server and one browser for all browser tests; skipped where no browser is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import browser_path, browsing, served
from tests.dashboard.ledgers import Ledger
from tests.dashboard.worlds import fill


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard over the small world answers."""
    if not browser_path():
        pytest.skip("no browser: none of chromium, chromium-browser, google-chrome is on the path")
    directory: Path = tmp_path_factory.mktemp("warehouse")
    ledger = Ledger(directory)
    fill(ledger)
    ledger.publish()
    with served(directory) as serving:
        yield serving


@pytest.fixture(scope="session")
def browser(address: str) -> Iterator[Browser]:
    """A browser, started once."""
    assert address
    with browsing() as running:
        yield running


@pytest.fixture
def asked() -> set[str]:
    """The hosts that the page under test has asked for anything."""
    return set()


@pytest.fixture
def tab(browser: Browser, asked: set[str]) -> Iterator[Page]:
    """A fresh page that notes each host it asks."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))
    page.on("websocket", lambda socket: asked.add(urlsplit(socket.url).hostname or ""))
    yield page
    page.close()
