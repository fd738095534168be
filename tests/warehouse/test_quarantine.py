"""What could not be read is kept, and is read again when the reader has learned something."""

import pytest

from tests.warehouse.ground import silent
from transforms.read import jsonl
from transforms.read.landed import Landed, Rejected, UnreadableError
from warehouse import landing, quarantine, staging, tables
from warehouse.quarantine import Retried, UnknownEntryError

LINE = b'{"uri": "7", "text": "A bridge was opened in Mali."}'


@pytest.fixture
def land(connection):
    """Land items and read what landed."""

    def run(*items, source="s"):
        landing.land(connection, source, items)
        return staging.read_landed(connection, silent)[0]

    return run


def listed(connection):
    return [(row["file"], row["reason"]) for row in quarantine.entries(connection)]


def test_entries_of_landing_and_of_reading_are_listed_together(connection, land):
    land(
        Landed("b.txt", "text/plain", b""), Landed("c.txt", "text/plain", b"A road."), Rejected("a.jsonl:2", "malformed", "not JSON", b"{")
    )
    assert listed(connection) == [("a.jsonl:2", "malformed"), ("b.txt", "empty")]
    broken, empty = quarantine.entries(connection)
    assert quarantine.content(connection, broken) == b"{"
    assert quarantine.content(connection, empty) == b""


@pytest.mark.parametrize("known", [slice(0, 16), slice(0, 5)])
def test_an_entry_is_found_by_the_beginning_of_its_id(connection, land, known):
    land(Landed("b.txt", "text/plain", b""))
    [row] = quarantine.entries(connection)
    assert quarantine.entry(connection, row["quarantine_id"][known]) == row


@pytest.mark.parametrize(
    ("wanted", "words"), [("", "2 ids"), ("nothing", "no id "), ("%", "no id "), ("'; drop table landing.documents", "no id ")]
)
def test_what_is_no_entry_is_told(connection, land, wanted, words):
    land(Landed("a.txt", "text/plain", b""), Landed("b.txt", "text/plain", b""))
    with pytest.raises(UnknownEntryError, match=words):
        quarantine.entry(connection, wanted)
    assert len(listed(connection)) == 2


def test_a_line_that_can_be_parsed_today_is_landed(connection, land, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(jsonl, "_record", lambda _: (_ for _ in ()).throw(UnreadableError("malformed", "not yet")))
        items = list(jsonl.Records("more.jsonl").take(3, LINE))
    land(Landed("a.txt", "text/plain", b"A road."), *items, Rejected("x.jsonl:1", "malformed", "not JSON", b"{"))
    assert quarantine.retry(connection, quarantine.entries(connection)) == Retried(tried=2, landed=1)
    assert listed(connection) == [("x.jsonl:1", "malformed")]
    assert staging.read_landed(connection, silent) == (1, [])
    assert connection.execute("select file, revision from landing.revisions order by file").fetchall() == [
        ("a.txt", 1),
        ("more.jsonl#7", 1),
    ]


def test_what_had_landed_is_read_again(connection, land, monkeypatch):
    def not_installed(*_):
        raise UnreadableError("not installed", "pypdf is not installed")

    with monkeypatch.context() as patch:
        patch.setattr(staging, "read", not_installed)
        assert land(Landed("a.txt", "text/plain", b"A road.")) == 0
    assert staging.read_landed(connection, silent) == (0, [])
    assert quarantine.retry(connection, quarantine.entries(connection)) == Retried(tried=1, to_read=1)
    assert staging.read_landed(connection, silent) == (1, [])
    assert listed(connection) == []


def test_what_still_cannot_be_read_stays_as_it_is(connection, land):
    land(
        Landed("b.txt", "text/plain", b""),
        Rejected("x.jsonl:1", "malformed", "not JSON", b"{"),
        Rejected("y.bin", "binary", "no text", b"\0"),
    )
    before = quarantine.entries(connection)
    assert quarantine.retry(connection, before).landed == 0
    staging.read_landed(connection, silent)
    assert quarantine.entries(connection) == before


def test_notes_about_lists_and_fields_are_not_tried(connection, land):
    second = Rejected("more.jsonl:9", "listed twice", "the first line counts", LINE)
    land(second, Rejected("m.csv:2", "bad value", "no day"), Rejected("gone.txt", "missing", "not there"))
    assert quarantine.retry(connection, quarantine.entries(connection)) == Retried()
    assert tables.count(connection, "landing.revisions") == 0


def test_a_retry_of_one_source_leaves_the_others(connection, land):
    land(Rejected("x.jsonl:1", "malformed", "not yet", LINE), source="one")
    land(Rejected("x.jsonl:1", "malformed", "not yet", LINE), source="two")
    [first, _] = quarantine.entries(connection)
    assert quarantine.retry(connection, [first]) == Retried(tried=1, landed=1)
    assert [(row["source_id"], row["file"]) for row in quarantine.entries(connection)] == [("two", "x.jsonl:1")]
