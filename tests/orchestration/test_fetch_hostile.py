"""Whatever a server does, the process lives, nothing of ours is reached, and the other pages are landed."""

import gzip
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from random import Random
from threading import Thread

import pytest

from orchestration.fetch.client import MAX_HOPS
from tests.orchestration.fetching import BOLD, memory, releases, source_at, visit
from tests.orchestration.presscentre import press_centre, slowly

COUNT = 6
PAGE = "/news/3.html"
HTML = {"content-type": "text/html"}


@pytest.fixture
def centre():
    with press_centre(COUNT) as centre:
        centre.validates = False
        yield centre


@pytest.fixture
def told(centre, files):
    """Visit a press centre one page of which is bad: why it could not be had. The others are landed."""

    def run(*answer, **politeness):
        if answer:
            centre.always[PAGE] = answer
        found = visit(source_at(centre.url, politeness=replace(BOLD, **politeness)), files)
        assert found.error is None
        errors = [row["error"] for row in memory(files, "fetches", "error", "where error is not null")]
        assert (len(releases(files)), found.failed) == (COUNT - 1, len(errors))
        return errors[0] if errors else None

    return run


@pytest.fixture
def neighbour():
    """Another service on this machine, which nobody may reach by a redirect; the paths that it was asked for."""
    asked = []

    class Service(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"the secret")

        def log_message(self, *_):
            """Quietly."""

    server = HTTPServer(("127.0.0.1", 0), Service)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server.server_address[1], asked
    server.shutdown()
    server.server_close()


def test_a_redirect_to_another_service_of_this_machine_is_refused(told, neighbour):
    port, asked = neighbour
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"):
        assert "only a source's own host may be" in told(302, {"location": f"http://{host}:{port}/admin"}, b"")
    assert asked == []


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://10.0.0.1/", "private"),
        ("http://169.254.169.254/latest/meta-data/", "link-local"),
        ("http://[::1]/", "loopback"),
        ("http://0.0.0.0/", "unspecified"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "no address"),
        ("http://user:word@127.0.0.1/", "without a name before the host"),
        ("http://x:99999999/", "no address"),
        (PAGE, "round in a circle"),
    ],
)
def test_a_redirect_that_leads_astray_is_refused(told, location, why):
    assert why in told(301, {"location": location}, b"")


def test_redirects_in_a_circle_and_without_an_end(told, centre):
    centre.always["/a"], centre.always["/b"] = (302, {"location": "/b"}, b""), (302, {"location": "/a"}, b"")
    assert "round in a circle" in told(302, {"location": "/a"}, b"")
    centre.always |= {f"/hop/{n}": (302, {"location": f"/hop/{n + 1}"}, b"") for n in range(20)}
    assert told(302, {"location": "/hop/0"}, b"") == f"more than {MAX_HOPS} redirects"


def test_a_redirect_on_the_same_host_is_followed(centre, files):
    centre.always[PAGE] = (301, {"location": "/elsewhere/3"}, b"")
    centre.always["/elsewhere/3"] = (200, HTML, centre.page(3))
    visit(source_at(centre.url), files)
    assert releases(files)[centre.url + PAGE, 1] == centre.page(3)
    assert memory(files, "fetches", "final_uri", f"where uri = '{centre.url}{PAGE}'") == [{"final_uri": f"{centre.url}/elsewhere/3"}]


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({}, b"x" * 10_000_002, "too large"),
        ({"content-encoding": "gzip"}, gzip.compress(b"\0" * 9_000_000), "bomb"),
        ({"content-encoding": "gzip"}, gzip.compress(Random(1).randbytes(10_000_001), 1), "too large"),
        ({"content-type": "image/png"}, b"\x89PNG\r\n\x1a\n", "wrong type"),
        ({"content-type": "application/zip"}, b"PK\x03\x04", "wrong type"),
    ],
)
def test_what_is_no_release_goes_to_quarantine(told, files, headers, body, reason):
    assert told(200, HTML | headers, body) is None
    (row,) = memory(files, "quarantine", "file, reason")
    assert (row["file"][-len(PAGE) :], row["reason"]) == (PAGE, reason)


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        ({"content-encoding": "br"}, b"abc", "'br', which was not asked for"),
        ({"content-encoding": "gzip"}, b"not gzip at all", "its gzip is damaged"),
        ({"content-encoding": "gzip"}, gzip.compress(bytes(range(256)))[:-9], "its gzip ends in the middle"),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_no_release(told, headers, body, why):
    assert why in told(200, HTML | headers, body)


def test_a_body_that_never_ends_is_left(told):
    assert "took too long as a whole" in told(200, HTML, slowly, timeout_seconds=0.3)


def test_a_body_that_ends_too_early_is_asked_for_again(centre, files):
    centre.answers[PAGE] = [(200, HTML | {"transfer-encoding": "chunked"}, lambda: iter([b"5\r\nhello\r\n"]))]
    assert visit(source_at(centre.url), files).failed == 0
    assert releases(files)[centre.url + PAGE, 1] == centre.page(3)


@pytest.mark.parametrize(
    "answer", [(429, {"retry-after": "0"}, b""), (500, {}, b""), (503, {"retry-after": "Mon, 01 Jan 2024 00:00:00 GMT"}, b"")]
)
def test_a_host_that_is_busy_is_asked_again(centre, files, answer):
    centre.answers[PAGE] = [answer, answer]
    assert visit(source_at(centre.url), files).failed == 0
    assert centre.asked(PAGE) == 3


def test_a_host_that_wants_a_day_of_peace_gets_it(centre, files):
    centre.always[PAGE] = (429, {"retry-after": "86400"}, b"")
    found = visit(source_at(centre.url), files)
    assert (found.landed.new, found.failed, centre.asked("/news/")) == (3, 3, 4), "those before it, and nothing after it"
    errors = memory(files, "fetches", "distinct error", "where error is not null")
    assert errors == [{"error": "it answers 429 and wants to be left alone for 86,400 seconds"}]


def test_the_charset_of_the_header_is_kept_beside_the_bytes(centre, files):
    page = "<html><body><p>Дорога длиной двенадцать километров открыта в Кении.</p></body></html>".encode("cp1251")
    centre.always[PAGE] = (200, {"content-type": 'text/html; charset="windows-1251"'}, page)
    visit(source_at(centre.url), files)
    row = memory(files, "revisions", "charset", f"where file = '{centre.url}{PAGE}'")
    assert row == [{"charset": "windows-1251"}]
    assert releases(files)[centre.url + PAGE, 1] == page


def test_what_robots_txt_forbids_is_not_asked_for(told, centre):
    centre.robots = f"User-agent: *\nDisallow: {PAGE}\n"
    assert "robots.txt of its host does not allow" in told()
    assert centre.asked(PAGE) == 0
    assert centre.asked("/robots.txt") == 1


def test_a_host_whose_robots_txt_fails_is_not_asked_for_anything(centre, files):
    centre.always["/robots.txt"] = (503, {}, b"")
    found = visit(source_at(centre.url), files)
    assert "so nothing is asked" in found.error
    assert {path for path, _ in centre.log} == {"/robots.txt"}


@pytest.mark.parametrize("status", [401, 404])
def test_a_host_without_robots_txt_may_be_asked(centre, files, status):
    centre.always["/robots.txt"] = (status, {}, b"User-agent: *\nDisallow: /\n")
    assert visit(source_at(centre.url), files).landed.new == COUNT


def test_a_crawl_delay_that_nobody_can_keep_ends_the_visit(centre, files):
    centre.robots = "User-agent: *\nCrawl-delay: 3600\n"
    assert "asks for 3,600 seconds between requests" in visit(source_at(centre.url), files).error


def test_who_asks_is_said(centre, files):
    visit(source_at(centre.url), files)
    assert {headers["user-agent"].partition("/")[0] for _, headers in centre.log} == {"Pressledger"}
    assert all("(+mailto:tests@example.org)" in headers["user-agent"] for _, headers in centre.log)


def test_this_machine_is_asked_only_where_the_source_allows_it(centre, files):
    found = visit(source_at(centre.url, politeness=replace(BOLD, allow_private=False)), files)
    assert "which is loopback" in found.error
    assert centre.log == []
