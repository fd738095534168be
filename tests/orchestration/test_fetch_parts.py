"""The small parts of fetching: canonical addresses, bodies, turns at a host, times in headers."""

import gzip
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.fetch.body import read_body
from orchestration.fetch.canonical import canonical
from orchestration.fetch.client import _seconds
from orchestration.fetch.errors import NotFetchedError, TooLargeError
from orchestration.fetch.pace import Pace


@pytest.mark.parametrize(
    ("found", "known"),
    [
        ("http://A.example:80/News/1?utm_source=x&id=5#top", "https://a.example/News/1?id=5"),
        ("https://a.example/news/1", "https://a.example/news/1"),
        ("https://a.example/news/1/", "https://a.example/news/1/"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/x/../news//1?b=2&a=1", "https://a.example/news/1?a=1&b=2"),
        ("https://a.example/n?q=", "https://a.example/n?q="),
        ("https://a.example/straße", "https://a.example/stra%C3%9Fe"),
        ("http://127.0.0.1:8000/1?fbclid=2", "http://127.0.0.1:8000/1"),
        ("http://a.example:99999999/", "http://a.example:99999999/"),
        ("#tag%3Aexample%2C2026%3A1", "#tag%3Aexample%2C2026%3A1"),
    ],
)
def test_a_release_is_known_by_one_address(found, known):
    assert canonical(found) == known
    assert canonical(known) == known


@pytest.mark.parametrize("name", ["id", "cid", "eid", "uid", "source", "ref", "gallery", "keyword", "session", "p", "newsid", "campaign"])
def test_what_tells_releases_apart_is_kept(name):
    assert canonical(f"https://a.example/show.aspx?{name}=1") != canonical(f"https://a.example/show.aspx?{name}=2")


@given(st.binary(max_size=4000), st.integers(1, 50), st.booleans())
def test_a_body_comes_out_as_it_was_however_it_is_cut(body, size, packed):
    sent = gzip.compress(body[: len(body) // 2]) + gzip.compress(body[len(body) // 2 :]) if packed else body
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    assert read_body(pieces, "gzip" if packed else "", 4000) == body


@given(st.binary(min_size=101, max_size=4000), st.booleans())
def test_no_more_than_the_limit_is_taken(body, packed):
    with pytest.raises(TooLargeError):
        read_body([gzip.compress(body) if packed else body], "gzip" if packed else "", 100)


@given(st.binary(max_size=300))
def test_any_bytes_called_gzip_are_a_body_or_refused(body):
    with suppress(NotFetchedError):
        assert isinstance(read_body([body], "gzip", 1000), bytes)


def test_one_host_is_asked_after_the_delay_and_another_at_once():
    pace, began = Pace(1), []

    def take(host):
        with pace.turn(host, 0.05):
            began.append((host, time.monotonic()))

    threads = [Thread(target=take, args=(host,)) for host in "aabb"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for host in "ab":
        first, second = sorted(at for name, at in began if name == host)
        assert second - first >= 0.05


def test_a_host_that_is_held_is_not_asked_before():
    pace = Pace(1)
    pace.hold("a", 0.05)
    start = time.monotonic()
    with pace.turn("a", 0):
        assert time.monotonic() - start >= 0.05


def test_never_more_at_a_host_than_it_allows():
    pace, inside, most = Pace(2), [], []

    def take():
        with pace.turn("a", 0):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.005)
            inside.pop()

    threads = [Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) <= 2


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("5", 5), (" 0 ", 0), ("soon", None), ("", None), (None, None), ("-1", None), ("Mon, 01 Jan 2024 00:00:00 GMT", 0)],
)
def test_retry_after_is_a_number_or_a_date(said, seconds):
    assert _seconds(said) == seconds


def test_retry_after_as_a_date_to_come():
    assert 50 < _seconds(format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)) <= 60
