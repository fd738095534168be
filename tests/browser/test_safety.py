"""What the server sends and a browser makes of it: our headers on every answer, nothing of strangers run or fetched."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Page

from dashboard.headers import HEADERS
from dashboard.pages import listed
from tests.browser.serving import settled

pytestmark = pytest.mark.browser
_WATCH = """window.blocked = [];
document.addEventListener('securitypolicyviolation', told => window.blocked.push(told.violatedDirective + ' ' + told.blockedURI))"""


def answer(address: str, method: str = "GET") -> tuple[int, dict[str, str]]:
    request = urllib.request.Request(address, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, {name.lower(): value for name, value in response.headers.items()}
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}


@pytest.mark.parametrize("path", ["/", "/country", "/_stcore/health", "/no/such/file.js", "/media/none.csv", "/_stcore/upload_file/a/b"])
def test_every_answer_carries_the_headers(address: str, path: str) -> None:
    _, headers = answer(address + path)
    assert HEADERS.items() <= headers.items()


@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE", "OPTIONS"])
def test_nobody_can_upload(address: str, method: str) -> None:
    assert answer(f"{address}/_stcore/upload_file/session/file", method)[0] == 405


@pytest.mark.parametrize("page", [entry.module for entry in listed()])
def test_no_page_breaks_the_policy_or_asks_another_host(tab: Page, address: str, asked: set[str], page: str) -> None:
    tab.add_init_script(_WATCH)
    tab.goto(f"{address}/{page}?countries=![x](http://evil.example/b.png)")
    settled(tab).wait_for_timeout(300)
    assert tab.evaluate("window.blocked") == []
    assert asked - {""} == {"127.0.0.1"}


def test_the_policy_stops_a_script_that_got_in(tab: Page, address: str) -> None:
    tab.add_init_script(_WATCH)
    tab.goto(address)
    settled(tab)
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    tab.evaluate("document.body.appendChild(Object.assign(document.createElement('img'), {src: 'http://evil.example/pixel.png'}))")
    tab.wait_for_timeout(500)
    assert tab.evaluate("window.ran") is None
    assert len(json.loads(tab.evaluate("JSON.stringify(window.blocked)"))) >= 2
