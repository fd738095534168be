"""A press centre is fetched once, whole, and again only as far as something may have changed."""

from dataclasses import replace

import pytest

from orchestration.sources import Refetch
from tests.orchestration.fetching import BOLD, memory, releases, source_at, visit
from tests.orchestration.presscentre import press_centre

COUNT = 40


@pytest.fixture
def centre():
    with press_centre(COUNT) as centre:
        yield centre


@pytest.fixture
def go(centre, files):
    """Visit the press centre; (new, revised, unchanged, gone, failed) and what went wrong."""

    def run(kind="sitemap", **changes):
        centre.log.clear()
        found = visit(source_at(centre.url, kind, **changes), files)
        row = found.row()
        return tuple(row[name] for name in ("new", "revised", "unchanged", "gone", "failed")), row["error"]

    return run


@pytest.mark.parametrize(("kind", "found"), [("sitemap", COUNT), ("index", COUNT), ("feed", 20)])
def test_everything_that_is_listed_is_landed_once(go, centre, files, kind, found):
    assert go(kind) == ((found, 0, 0, 0, 0), None)
    first = releases(files)
    assert len(first) == found
    assert {file.rpartition("/")[2] for file, _ in first} == {f"{number}.html" for number in range(COUNT - found + 1, COUNT + 1)}
    assert go(kind) == ((0, 0, 5, 0, 0), None)
    assert releases(files) == first
    assert centre.asked("/news/") == 5, "the newest pages are asked for again, the others are not"


def test_the_bytes_are_those_of_the_page_and_the_source_says_who_published_it(go, centre, files):
    go()
    assert releases(files)[f"{centre.url}/news/7.html", 1] == centre.page(7)
    row = memory(files, "revisions", rest="where file like '%/7.html'")[0]
    assert (row["organisation"], row["media_type"], row["charset"]) == ("Acme; ACME Corp", "text/html", "utf-8")
    assert row["url"] == f"{centre.url}/news/7.html"


def test_a_feed_says_the_day_and_may_carry_the_text(go, centre, files):
    centre.full_text = True
    assert go("feed") == ((20, 0, 0, 0, 0), None)
    assert centre.asked("/news/") == 0
    row = memory(files, "revisions", rest="where file like '%/40.html'")[0]
    assert (str(row["published_on"]), row["title"]) == ("2024-04-04", centre.texts[40][0])
    centre.texts[40] = (centre.texts[40][0], "The company opened two roads in Kenya.")
    assert go("feed") == ((0, 1, 19, 0, 0), None)


def test_what_is_new_is_fetched_and_nothing_else(go, centre, files):
    go("index")
    centre.texts |= {number: (f"Release {number}: a well", "The company dug a well in Mali.") for number in (41, 42)}
    assert go("index", refetch=Refetch(newest=0)) == ((2, 0, 0, 0, 0), None)
    assert [path for path, _ in centre.log] == ["/robots.txt", "/news", "/news?page=2", "/news/42.html", "/news/41.html"]
    assert len(releases(files)) == 42


def test_what_did_not_change_is_not_sent_again(go, centre):
    go("feed")
    go("feed")
    asked = {path: headers.get("if-none-match") for path, headers in centre.log}
    assert asked["/feed.xml"]
    assert all(tag for path, tag in asked.items() if path.startswith("/news/"))


def test_a_change_is_a_revision_and_new_chrome_is_none(go, centre, files):
    go()
    centre.chrome = "2,137 views"
    assert go() == ((0, 0, 5, 0, 0), None)
    assert len(releases(files)) == COUNT
    centre.texts[39] = (centre.texts[39][0], "The company opened a port in Togo, and then a second one.")
    assert go() == ((0, 1, 4, 0, 0), None)
    assert [revision for file, revision in sorted(releases(files)) if file.endswith("/39.html")] == [1, 2]


def test_what_is_gone_is_marked_and_kept_and_unmarked_when_it_returns(go, centre, files):
    go("index")
    centre.always["/news/40.html"] = (410, {}, b"gone")
    assert go("index") == ((0, 0, 4, 1, 0), None)
    gone = memory(files, "gone", "source_id, reason")
    assert gone == [{"source_id": "centre", "reason": "its address says so"}]
    assert go("index") == ((0, 0, 4, 0, 0), None)
    assert len(releases(files)) == COUNT
    centre.always.clear()
    assert go("index") == ((0, 0, 5, 0, 0), None)
    assert memory(files, "gone") == []


def test_a_page_that_leads_to_the_front_page_is_gone(go, centre, files):
    go("index")
    centre.always["/news/40.html"] = (302, {"location": "/"}, b"")
    centre.always["/"] = (200, {"content-type": "text/html"}, b"<h1>Welcome to our company</h1>")
    assert go("index") == ((0, 0, 4, 1, 0), None)
    assert len(releases(files)) == COUNT


def test_a_page_that_a_sitemap_drops_is_asked_for_at_once(go, centre, files):
    go(refetch=Refetch(newest=0))
    centre.gone = {3}
    assert go(refetch=Refetch(newest=0)) == ((0, 0, 0, 1, 0), None)
    assert centre.asked("/news/") == 1
    assert go(refetch=Refetch(newest=0)) == ((0, 0, 0, 0, 0), None)
    assert centre.asked("/news/") == 0
    assert [row["gone_at"] is not None for row in memory(files, "gone")] == [True]


def test_a_page_that_a_complete_sitemap_drops_is_gone_without_asking(go, centre, files):
    go(complete=True, refetch=Refetch(newest=0))
    centre.gone = {3}
    assert go(complete=True, refetch=Refetch(newest=0)) == ((0, 0, 0, 1, 0), None)
    assert centre.asked("/news/") == 0
    centre.gone = set()
    go(complete=True, refetch=Refetch(newest=0))
    assert memory(files, "gone") == []


def test_a_broken_sitemap_marks_nothing_as_gone(go, centre, files):
    go(complete=True)
    centre.always["/sitemap.xml"] = (200, {}, b"<urlset></urlset>")
    assert go(complete=True)[0][3] == 0
    centre.always["/sitemap.xml"] = (200, {}, b"<html>Come back later")
    assert "not the XML of a sitemap" in go(complete=True)[1]
    assert memory(files, "gone") == []


def test_a_feed_that_was_outrun_raises_an_alarm(go, centre, files):
    go("feed")
    go("feed")
    assert [row["alarm"] for row in memory(files, "visits")] == [None, None]
    centre.texts |= {number: (f"Release {number}", "The company dug a well in Mali.") for number in range(41, 81)}
    assert go("feed") == ((20, 0, 0, 0, 0), None)
    assert [row["alarm"] is not None for row in memory(files, "visits", rest="order by started_at")] == [False, False, True]


def test_older_pages_are_looked_at_by_age_the_longest_ago_first(go, centre, files):
    go(refetch=Refetch(newest=0))
    with files.writer() as connection:
        connection.execute("update landing.fetches set tried_at = tried_at - to_days(40) where regexp_matches(uri, '/[1-9].html')")
        connection.execute("update landing.fetches set tried_at = tried_at - to_days(50) where uri like '%/4.html'")
    go(refetch=Refetch(newest=0, after_days=30, at_most=3))
    asked = [path for path, _ in centre.log if path.startswith("/news/")]
    assert (len(asked), asked[0]) == (3, "/news/4.html")
    go(refetch=Refetch(newest=0, after_days=30, at_most=30))
    assert centre.asked("/news/") == 6


def test_one_page_that_fails_is_left_for_the_next_visit(go, centre, files):
    centre.always["/news/9.html"] = (500, {}, b"sorry")
    centre.always["/news/8.html"] = (404, {}, b"never was")
    assert go() == ((COUNT - 2, 0, 0, 0, 2), None)
    errors = memory(files, "fetches", "uri, error, failures", "where error is not null order by uri")
    assert [(row["uri"][-6:], row["error"].partition(" at ")[0], row["failures"]) for row in errors] == [
        ("8.html", "it answers 404", 1),
        ("9.html", "it answers 500", 1),
    ]
    centre.always.clear()
    assert go(refetch=Refetch(newest=0)) == ((2, 0, 0, 0, 0), None)


def test_a_host_that_is_down_is_left_alone(go, centre):
    for number in range(1, COUNT + 1):
        centre.always[f"/news/{number}.html"] = (503, {}, b"down")
    (_, _, _, _, failed), error = go()
    assert failed == 10
    assert error == "10 pages in a row could not be had; the last one: it answers 503"
    assert centre.asked("/news/") == 10 * 4, "each four times"
    centre.always.clear()
    assert go()[0] == (COUNT, 0, 0, 0, 0)


def test_an_index_that_broke_off_is_walked_to_its_end_the_next_time(go, centre):
    centre.always["/news?page=2"] = (404, {}, b"")
    figures, error = go("index")
    assert (figures[0], error) == (25, f"{centre.url}/news?page=2: it answers 404")
    centre.always.clear()
    assert go("index", refetch=Refetch(newest=0)) == ((COUNT - 25, 0, 0, 0, 0), None)


def test_pages_that_were_listed_and_not_fetched_are_fetched_though_no_feed_names_them_any_more(go, centre, files):
    centre.always |= {f"/news/{number}.html": (503, {}, b"down") for number in range(21, 41)}
    go("feed")
    centre.always.clear()
    centre.texts |= {number: (f"Release {number}", "The company dug a well in Mali.") for number in range(41, 61)}
    go("feed")
    assert len(releases(files)) == 40


def test_several_at_once_bring_the_same_rows(go, files):
    assert go(politeness=replace(BOLD, concurrency=4)) == ((COUNT, 0, 0, 0, 0), None)
    assert len(releases(files)) == COUNT


def test_a_list_without_an_end_is_taken_as_far_as_the_limit(go, centre, files, monkeypatch):
    monkeypatch.setattr("orchestration.fetch.discover._PAGES", 30)
    centre.sitemap_length = 20
    figures, error = go()
    assert (figures[0], error) == (30, f"{centre.url}/sitemap-2.xml: more than 30 pages are listed")
    assert memory(files, "visits", "is_complete") == [{"is_complete": False}]


def test_links_that_are_no_addresses_stop_nothing(go, centre, files):
    links = "".join(
        f"<a href='{place}'>x</a>" for place in ("javascript:news/1.html", "http://[half/news/2.html", "//a b/news/3.html", "/news/4.html")
    )
    centre.always["/news"] = (200, {"content-type": "text/html"}, f"<html><body>{links}</body></html>".encode())
    assert go("index")[0][0] == 1
    assert [file for file, _ in releases(files)] == [f"{centre.url}/news/4.html"]
