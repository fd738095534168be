"""What a source does not have any more is marked, and nothing else is done to it."""

import pytest

from transforms.read.landed import Landed
from warehouse import gone, landing, tables
from warehouse.gone import Present


def page(name):
    return Landed(name, "text/plain", f"Text of {name}.".encode())


@pytest.fixture
def land(connection):
    """Land files of which the source has `names`, and return the files that are marked then."""

    def run(*names, others=(), unseen=(), source="s"):
        landing.land(connection, source, map(page, names), Present([*names, *others], unseen))
        return marked(connection)

    return run


def marked(connection):
    select = "select distinct file from landing.gone join landing.revisions using (release_id) order by file"
    return [row[0] for row in connection.execute(select).fetchall()]


def test_a_file_that_is_not_there_any_more_is_marked_once(connection, land):
    assert land("a.txt", "b.txt") == []
    assert land("a.txt") == ["b.txt"]
    first = tables.rows_of(connection, "from landing.gone")
    assert land("a.txt") == ["b.txt"]
    assert tables.rows_of(connection, "from landing.gone") == first
    assert tables.count(connection, "landing.revisions") == 2


def test_a_file_that_returns_loses_its_mark(land):
    land("a.txt", "b.txt")
    land("a.txt")
    assert land("a.txt", "b.txt") == []


def test_a_file_that_cannot_be_read_now_is_there(land):
    land("a.txt", "b.txt")
    assert land("a.txt", others=["b.txt"]) == []


@pytest.mark.parametrize("record", ["new.jsonl#7", "new.jsonl:7", "dump.WARC.gz#https://example.org/", "t.parquet:1"])
def test_a_record_of_a_delivery_is_not_missed_when_the_next_comes(land, record):
    land(record, "a.txt")
    assert land("a.txt") == []


def test_what_lies_in_a_folder_that_cannot_be_listed_is_not_missed(land):
    land("a.txt", "b/c.txt", "d.txt")
    assert land("a.txt", unseen=["b"]) == ["d.txt"]
    assert land("e.txt", unseen=["."]) == ["d.txt"]


def test_an_empty_folder_tells_nothing(land):
    land("a.txt")
    assert land() == []


def test_other_sources_are_left_alone(land):
    land("a.txt", "b.txt", source="other")
    assert land("a.txt") == []


def test_only_known_releases_are_marked_and_counted(connection, land):
    land("a.txt", "b.txt")
    assert gone.mark(connection, "s", ["a.txt", "unknown.txt"], "why") == 1
    assert gone.mark(connection, "s", ["a.txt", "b.txt"], "another") == 1
    assert gone.mark(connection, "s", [], "why") == 0
