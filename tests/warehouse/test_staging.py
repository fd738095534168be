"""Only what is new is read and coded, and a change of the software makes it new."""

import pytest

from tests.warehouse.ground import silent
from transforms.read.landed import Landed, Statement
from warehouse import landing, staging, tables


@pytest.fixture
def land(connection):
    def run(**texts):
        items = [Landed(f"{name}.txt", "text/plain", text if isinstance(text, bytes) else text.encode()) for name, text in texts.items()]
        landing.land(connection, "s", items)

    return run


def bodies(connection):
    return connection.execute("select source_uri, revision, body from staging.releases order by all").fetchall()


def quarantined(connection):
    """What main.quarantine would say now."""
    return sorted(tables.rows_of(connection, tables.model("main", "quarantine")), key=lambda row: row["file"])


def test_only_what_is_new_is_read_and_coded(connection, land, stage, coder):
    land(a="A road in Kenya.", b="A school in Mali.")
    assert stage() == (2, [], 2)
    assert stage() == (0, [], 0)
    assert len(coder.calls) == 1
    land(a="A road in Kenya.", b="A longer school.", c="A third thing.")
    assert stage() == (2, [], 2)
    assert len(coder.coded) == 4
    assert bodies(connection)[1:3] == [("b.txt", 1, "A school in Mali."), ("b.txt", 2, "A longer school.")]


def test_a_new_coder_codes_everything_again_and_nothing_twice(connection, land, stage):
    land(a="A road in Kenya.", b="A school in Mali.")
    stage("1")
    assert stage("2") == (0, [], 2)
    assert tables.count(connection, "staging.activities") == 2
    assert connection.execute("select distinct extractor_version, activities from staging.codings").fetchall() == [("2", 1)]


def test_a_new_reader_reads_and_codes_everything_again(land, stage, monkeypatch):
    land(a="A road in Kenya.")
    stage()
    monkeypatch.setattr(staging, "reader_version", lambda: "another")
    assert stage() == (1, [], 1)


def test_what_the_source_says_now_is_read_and_coded_again(connection, land, stage):
    land(a="A road in Kenya.", b="B")
    stage()
    landing.land(connection, "s", [Landed("a.txt", "text/plain", b"A road in Kenya.", Statement(title="A road"))])
    assert stage() == (1, [], 1)
    assert connection.execute("select title from staging.releases where source_uri = 'a.txt'").fetchall() == [("A road",)]


def test_no_activity_is_an_answer_and_is_not_asked_for_again(connection, land, coder):
    land(a="Happy new year.")
    staging.read_landed(connection, silent)

    def nothing(batch):
        coder(batch)
        return coder(batch).slice(0, 0)

    assert staging.code(connection, nothing, "1", silent) == 1
    assert staging.code(connection, nothing, "1", silent) == 0
    assert connection.execute("select activities from staging.codings").fetchall() == [(0,)]


def test_what_cannot_be_read_is_quarantined_and_the_rest_goes_on(connection, land, stage):
    land(a="A road in Kenya.", b=b"", c=b"caf\xc3\xa9 caf\xe9", d="< back\n", e=b"%PDF-1.7")
    done, rejected, coded = stage()
    assert (done, coded) == (1, 1)
    assert {item.file: item.reason for item in rejected} == {
        "b.txt": "empty",
        "c.txt": "undecodable",
        "d.txt": "no text",
        "e.txt": "binary",
    }
    assert [(row["file"], row["reason"]) for row in quarantined(connection)] == sorted((item.file, item.reason) for item in rejected)
    assert all(row["content_sha256"] for row in quarantined(connection))


def test_what_cannot_be_read_is_tried_once(connection, land, stage, monkeypatch):
    land(a="A road in Kenya.", b=b"")
    tried, read = [], staging.read
    monkeypatch.setattr(staging, "read", lambda landed, *rest: tried.append(landed.file) or read(landed, *rest))
    assert [item.file for item in stage()[1]] == ["b.txt"]
    before = quarantined(connection)
    assert stage() == (0, [], 0)
    assert sorted(tried) == ["a.txt", "b.txt"]
    assert quarantined(connection) == before
    monkeypatch.setattr(staging, "reader_version", lambda: "another")
    stage()
    assert sorted(tried) == ["a.txt", "a.txt", "b.txt", "b.txt"]


def test_quarantine_is_the_same_after_landing_again(connection, land, stage):
    files = {"a": "A road in Kenya.", "b": b""}
    for _ in range(2):
        land(**files)
        stage()
        assert [row["file"] for row in quarantined(connection)] == ["b.txt"]


def test_what_was_mended_leaves_quarantine(connection, land, stage):
    land(a=b"")
    stage()
    land(a="A road in Kenya.")
    assert stage()[:2] == (1, [])
    assert stage() == (0, [], 0)
    assert quarantined(connection) == []


def test_what_was_broken_later_is_quarantined_and_the_old_text_stays(connection, land, stage):
    land(a="A road in Kenya.")
    stage()
    land(a=b"")
    assert [item.reason for item in stage()[1]] == ["empty"]
    assert bodies(connection) == [("a.txt", 1, "A road in Kenya.")]


def test_a_coder_that_fails_leaves_what_was_coded_before(connection, land, stage, coder, monkeypatch):
    monkeypatch.setattr(staging, "BATCH", 2)
    land(a="A road.", b="A school.", c="A bridge.")
    staging.read_landed(connection, silent)

    def fails_second(batch):
        if coder.calls:
            raise RuntimeError
        return coder(batch)

    with pytest.raises(RuntimeError):
        staging.code(connection, fails_second, "1", silent)
    assert tables.count(connection, "staging.codings") == tables.count(connection, "staging.activities") == 2
    assert stage() == (0, [], 1)


def test_rows_of_a_coder_that_break_their_contract_are_not_stored(connection, land, coder):
    land(a="A road.")
    staging.read_landed(connection, silent)
    with pytest.raises(Exception, match=r"(?i)not null"):
        staging.code(
            connection,
            lambda batch: type(batch).from_pylist([coder.row(batch.to_pylist()[0], kind=None)], coder(batch).schema),
            "1",
            silent,
        )
    assert tables.count(connection, "staging.codings") == 0


def test_tables_of_another_version_are_made_anew_together(connection, land, stage):
    land(a="A road.")
    stage()
    connection.execute("alter table staging.activities drop column confidence")
    staging.prepare(connection)
    assert stage() == (1, [], 1)


def test_progress_says_what_is_to_be_done(connection, land, coder, monkeypatch):
    monkeypatch.setattr(staging, "BATCH", 2)
    land(a="A road.", b="A school.", c="A bridge.")
    told = []
    staging.read_landed(connection, lambda *figures: told.append(("read", *figures)))
    staging.code(connection, coder, "1", lambda *figures: told.append(("code", *figures)))
    assert told == [(step, done, 3) for step in ("read", "code") for done in (0, 2, 3)]
