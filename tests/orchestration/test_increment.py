"""A build over what is stored does the work of what is new, counted in calls; what was said before stays readable."""

import json

import pytest

from orchestration.build import build
from tests.orchestration.ground import SOURCE, ledger
from transforms.duplicates import sketch
from warehouse import contract, duplicates, landing, staging, tables, upkeep
from warehouse.connect import Warehouse, open_snapshot, published

STORED, NEW = 300, 10
STEPS = {
    "read": (staging, "read"),
    "fetched from memory": (staging, "Landed"),
    "landed": (landing, "_row"),
    "compared": (duplicates, "likeness"),
}
LARGE = {"releases", "activities", "countries", "sectors", "kinds", "regions"}


@pytest.fixture
def deliver(tmp_path):
    """A file with the releases `first` to `last`, as a source that tells only what is new would bring it."""

    def run(first, last):
        path = tmp_path / f"from{first}.jsonl"
        with path.open("w") as lines:
            lines.writelines(json.dumps({"uri": f"r{number}", "text": text(number)}) + "\n" for number in range(first, last))
        return path

    return run


def text(number):
    """Thirty words that no other number has, and a reprint of the one before at every tenth."""
    words = " ".join(f"w{(number - (number % 10 == 9)) * 31 + step}x" for step in range(30))
    return f"In Kenya {words}. Number {number}."


@pytest.fixture
def counted(monkeypatch):
    """How often each step did its work."""
    calls = dict.fromkeys(STEPS, 0)

    def count(step, original):
        def run(*args, **kwargs):
            calls[step] += 1
            return original(*args, **kwargs)

        return run

    for step, (module, name) in STEPS.items():
        monkeypatch.setattr(module, name, count(step, getattr(module, name)))
    sketched = []
    monkeypatch.setattr(
        "orchestration.duplicates.sketch_batch", lambda batch: sketched.append(batch.num_rows) or sketch.sketch_batch(batch)
    )
    return lambda: {**calls, "sketched": sum(sketched)}


@pytest.mark.usefixtures("forgetful")
def test_ten_new_releases_cost_ten(deliver, files, coder, counted, monkeypatch):
    build([deliver(0, STORED)], files)
    first, coded, made = counted(), len(coder.coded), []
    monkeypatch.setattr(upkeep, "SMALL", 0)
    assert (first["read"], first["sketched"], coded) == (STORED, STORED, STORED)
    refill = tables.refill
    monkeypatch.setattr(
        tables, "refill", lambda connection, promised, select: made.append(promised.table) or refill(connection, promised, select)
    )
    built = build([deliver(STORED, STORED + NEW)], files)
    assert len(coder.coded) - coded == NEW
    expected = {"read": NEW, "fetched from memory": NEW, "landed": NEW, "sketched": NEW, "compared": 1}
    assert {step: calls - first[step] for step, calls in counted().items()} == expected
    assert not LARGE & set(made)
    assert (built.snapshot["releases"], built.snapshot["duplicates"]) == (279, 31)


@pytest.mark.usefixtures("forgetful", "coder")
def test_step_by_step_gives_what_all_at_once_gives(deliver, files, tmp_path):
    paths = [deliver(first, first + 20) for first in (0, 20)]
    for path in paths:
        build([path], files)
    build(paths, Warehouse(tmp_path / "at once"))
    assert ledger(files.directory) == ledger(tmp_path / "at once")


def test_what_a_replaced_revision_said_stays_readable_and_so_on_the_way_back(run, source, files):
    run()
    before = rows(files, "activities")
    (source / "b.txt").write_text("A clinic opens in Kenya\nThe company opened a clinic in the north of Kenya.")
    run()
    assert [row["evidence"] for row in rows(files, "past_activities")] == ["A school opens in Ke"]
    past = rows(files, "past_activities")
    assert [said(row) for row in past] == [said(row) for row in before if row["activity_id"] == past[0]["activity_id"]]
    with open_snapshot(published(files.directory)) as reader:
        body = reader.execute("select body from main.releases join main.past_activities using (release_id, revision)").fetchall()[0][0]
    assert body[past[0]["evidence_start"] : past[0]["evidence_end"]] == past[0]["evidence"]
    (source / "b.txt").write_text(SOURCE["b.txt"])
    run()
    assert [(row["revision"], row["evidence"][:8]) for row in rows(files, "past_activities")] == [(1, "A school"), (2, "A clinic")]
    assert rows(files, "activities", "evidence like 'A school%'")[0]["revision"] == 3


def test_past_activities_promise_what_activities_promise():
    assert contract.load("main", "past_activities").columns == contract.load("main", "activities").columns


def test_near_duplicates_are_counted_apart(run, source, files):
    (source / "again.txt").write_text(f"Home > News\n\n{(source / 'b.txt').read_text()}\n\nContact us\nTelephone 5")
    (source / "long.txt").write_text(text(1))
    (source / "reprint.txt").write_text(f"{text(1)} It was raining.")
    built = run()
    near = rows(files, "releases", "duplicate_basis = 'near'")
    assert [(row["source_uri"], row["duplicate_similarity"] > 0.9) for row in near] == [("reprint.txt", True)]
    assert [row["is_duplicate"] for row in rows(files, "activities", f"release_id = '{near[0]['release_id']}'")] == [True]
    assert built.snapshot["duplicates"] == 2


def said(row):
    """What the release said, without the columns by which current activities are linked, counted and corrected."""
    return {name: value for name, value in row.items() if name not in {"project_id", "leads_release", "begins_project", "corrected_by"}}


def rows(files, table, condition="true"):
    with open_snapshot(published(files.directory)) as reader:
        return tables.rows_of(reader, f"select * from main.{table} where {condition} order by all")
