"""What visits remember, and which pages they ask for next."""

from datetime import UTC, datetime, timedelta

import pytest

from transforms.read.landed import Landed
from warehouse import due, landing, tables, visits
from warehouse.due import Rule
from warehouse.visits import Listing, NameTakenError, Outcome, Page

LATER = Rule(newest=0, after=timedelta(days=30), at_most=9)
PLACE = "https://www.example.org/feed"


def page(name, rank=0, **said):
    return Page(f"https://www.example.org/{name}", f"http://www.example.org/{name}?utm_source=feed", PLACE, rank, **said)


@pytest.fixture
def begin(connection):
    """A visit on which pages are listed."""

    def run(*pages, unchanged=()):
        visit = visits.begin(connection, "s", PLACE)
        with visits.part(connection, visit):
            visits.record_listing(connection, visit, [Listing(PLACE, "tag")], unchanged, pages)
        return visit

    return run


@pytest.fixture
def answer(connection):
    """Remember what asking for a page gave, some days ago."""

    def run(visit, name, days=0, **gave):
        at = datetime.now(UTC) - timedelta(days=days)
        visits.record(connection, visit, [Outcome(page(name).uri, at, **gave)])

    return run


@pytest.fixture
def asked(connection):
    return lambda visit, rule=LATER, **how: [found.uri.rpartition("/")[2] for found in due.due(connection, visit, rule, **how)]


def test_what_was_never_had_comes_first_newest_first(begin, asked, answer):
    visit = begin(page("a", 0), page("b", 1), page("c", 2), page("d", 3, is_inline=True))
    assert asked(visit) == ["a", "b", "c"]
    answer(visit, "a", status=200)
    assert asked(visit) == ["b", "c"]
    assert asked(visit, Rule(2, timedelta(days=30), 9)) == ["b", "c", "a"]


def test_listing_again_keeps_what_asking_gave(connection, begin, answer):
    answer(begin(page("a")), "a", status=200, etag="tag", last_modified="then")
    answer(begin(page("a", 7)), "a", error="no answer")
    (row,) = tables.rows_of(connection, "from landing.fetches")
    assert (row["listed_rank"], row["etag"], row["status"], row["failures"], row["error"]) == (7, "tag", 200, 1, "no answer")
    assert row["fetched_at"] < row["tried_at"]
    (found,) = due.due(connection, begin(page("a")), Rule(1, timedelta(), 0))
    assert (found.etag, found.last_modified, found.found_uri) == ("tag", "then", "http://www.example.org/a?utm_source=feed")


def test_a_page_is_given_up_for_a_while_after_five_failures(begin, asked, answer):
    visit = begin(page("a"))
    for _ in range(5):
        assert asked(visit) == ["a"]
        answer(visit, "a", error="no answer")
    assert asked(visit) == []
    answer(visit, "a", days=31, error="no answer")
    assert asked(visit) == ["a"]


def test_a_page_that_a_sitemap_says_has_changed_is_asked_for(begin, asked, answer):
    visit = begin(page("a", changed_day="2026-11-20"), page("b", changed_day="2001-01-01"))
    for name in "ab":
        answer(visit, name, status=200)
    assert asked(visit) == []
    assert asked(begin(page("a", changed_day="2999-01-01"))) == ["a"]


def test_a_page_that_is_listed_no_more_is_asked_for_until_it_says_gone(begin, asked, answer):
    visit = begin(page("a"), page("b"))
    for name in "ab":
        answer(visit, name, status=200)
    later = begin(page("a"))
    assert asked(later, ask_unlisted=True) == ["b"]
    assert asked(later) == []
    answer(later, "b", status=404)
    assert asked(begin(page("a")), ask_unlisted=True) == []


def test_an_unchanged_listing_names_what_it_named(connection, begin):
    begin(page("a"), page("b"))
    visit = begin(unchanged=[PLACE])
    assert visit.listed == 2
    assert due.unlisted(connection, visit) == []


def test_a_part_of_a_visit_is_written_whole_or_not_at_all(connection, begin):
    visit = begin(page("a"))

    def broken():
        with visits.part(connection, visit) as landed:
            landing.add(connection, landed, [Landed("a", "text/plain", b"A road.")])
            visits.record(connection, visit, [Outcome(page("a").uri, datetime.now(UTC), 200)])
            raise OSError

    with pytest.raises(OSError):
        broken()
    assert tables.count(connection, "landing.revisions") == 0
    row = tables.rows_of(connection, "select new, fetched_at from landing.visits, landing.fetches")
    assert row == [{"new": 0, "fetched_at": None}]


def test_a_visit_that_breaks_off_says_why_beside_what_it_did(connection, begin):
    visit = begin(page("a"))
    visit.error = "the disk is full"
    visits.note_failure(connection, visit)
    visits.note_failure(connection, visits.Visit("never begun", datetime.now(UTC), error="no such folder"))
    rows = tables.rows_of(
        connection, "select source_id, listed, error, ended_at is not null as ended from landing.visits order by source_id"
    )
    assert [tuple(row.values()) for row in rows] == [("never begun", 0, "no such folder", True), ("s", 1, "the disk is full", True)]


def test_a_source_does_not_take_the_name_of_a_folder_nor_a_folder_that_of_a_source(connection, tmp_path):
    (tmp_path / "releases").mkdir()
    assert landing.name_source(connection, tmp_path / "releases") == "releases"
    for _ in range(2):
        with pytest.raises(NameTakenError, match=r"releases in this warehouse already: give the source another id"):
            visits.begin(connection, "releases", PLACE)
        visits.note_failure(connection, visits.Visit("releases", datetime.now(UTC), error="the name is taken"))
    visits.begin(connection, "press", PLACE)
    (tmp_path / "press").mkdir()
    assert landing.name_source(connection, tmp_path / "press").startswith("press-")


def test_an_alarm_outlives_the_next_visit(connection, begin):
    visit = begin(page("a"))
    visit.alarm = "missed"
    with visits.part(connection, visit):
        pass
    begin(page("a"))
    last = due.last_visits(connection, visit.started_at - timedelta(days=1))["s"]
    assert (last["alarm"], last["last_alarm"], last["alarmed_at"]) == (None, "missed", visit.started_at)
    assert due.last_visits(connection, visit.started_at + timedelta(days=1))["s"]["last_alarm"] is None
