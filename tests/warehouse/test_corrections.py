"""The file of rulings: whole lines from any number of writers, and a bad line stops no other."""

import multiprocessing
from datetime import UTC, datetime

import pytest

from tests.warehouse.ground import built
from transforms.ruling.ruling import Ruling, RulingError, Target
from warehouse import corrections

AT = datetime(2026, 11, 23, tzinfo=UTC)


def ruling(number=1, **changes):
    said = {"act": "reject", "by": "ann", "why": f"reason {number}", "targets": (Target("a1", "r1", 1, "sha", "words"),), "at": AT}
    return Ruling(**{**said, **changes})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "shared" / "corrections.jsonl"


def _append_many(path, writer):
    for number in range(25):
        corrections.append(path, ruling(f"{writer}-{number} {'x' * 5000}"))


def test_a_file_that_is_not_there_holds_nothing(path):
    assert corrections.read(path) == []


def test_what_is_appended_is_read_in_order(path):
    ids = [corrections.append(path, ruling(number)) for number in range(3)]
    assert [(line.number, line.ruling.ruling_id) for line in corrections.read(path)] == list(enumerate(ids, 1))
    assert corrections.ids(path) == set(ids)


def test_writers_at_the_same_time_never_mix_their_lines(path):
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_append_many, args=(path, writer)) for writer in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = corrections.read(path)
    assert len(lines) == len({line.ruling.ruling_id for line in lines}) == 100


def test_a_line_without_its_end_is_ended_first(path):
    corrections.append(path, ruling(1))
    path.write_bytes(path.read_bytes() + b'{"torn')
    corrections.append(path, ruling(2))
    first, torn, second = corrections.read(path)
    assert (first.problem, second.problem) == (None, None)
    assert torn.problem.startswith("line 2: no JSON")


@pytest.mark.parametrize(
    ("line", "words"),
    [(b"rubbish", "line 2: no JSON"), (b"\xff\xfe", "line 2: no UTF-8"), (b'{"act": "reject"}', "line 2: 'at' is missing")],
)
def test_a_bad_line_is_named_with_its_number_and_stops_no_other(path, line, words):
    corrections.append(path, ruling(1))
    path.write_bytes(path.read_bytes() + line + b"\n\n")
    corrections.append(path, ruling(2))
    assert [bool(read.ruling) for read in corrections.read(path)] == [True, False, True]
    assert corrections.read(path)[1].problem.startswith(words)


def test_a_ruling_that_stands_twice_counts_once(path):
    corrections.append(path, ruling())
    corrections.append(path, ruling())
    assert [bool(line.ruling) for line in corrections.read(path)] == [True, False]
    assert "stands here again" in corrections.read(path)[1].problem


def test_the_setting_names_a_shared_file(monkeypatch, tmp_path):
    monkeypatch.delenv(corrections.VARIABLE, raising=False)
    assert corrections.path_of(tmp_path) == tmp_path / "corrections.jsonl"
    monkeypatch.setenv(corrections.VARIABLE, str(tmp_path / "shared.jsonl"))
    assert corrections.path_of(tmp_path) == tmp_path / "shared.jsonl"


def test_what_the_published_file_has_not_heard_of_is_pending(warehouse, path):
    known, new = (corrections.append(path, ruling(number)) for number in (1, 2))
    with built(warehouse) as connection:
        columns = "line, ruling_id, act, state, takes_effect, activity_ids"
        connection.execute(f"insert into main.corrections ({columns}) values (1, ?, 'reject', 'applied', true, [])", [known])
        assert [found.ruling_id for found in corrections.pending(path, connection)] == [new]


def test_what_is_not_in_the_ledger_cannot_be_ruled_on(warehouse):
    with built(warehouse) as connection:
        with pytest.raises(RulingError, match="a1 is no activity and no project"):
            corrections.targets(connection, ["a1"])
        with pytest.raises(RulingError, match="r1 is no release"):
            corrections.quote(connection, "r1", "words", "KE")


def test_a_file_from_before_there_were_rulings_is_told(warehouse, path):
    with built(warehouse) as connection:
        connection.execute("drop table main.corrections")
        connection.execute("alter table main.activities drop column project_id")
        for ask in (lambda: corrections.pending(path, connection), lambda: corrections.targets(connection, ["a1"])):
            with pytest.raises(RulingError, match="build again first"):
                ask()
