"""`pressledger correct`: a ruling from the command line holds from the next build on, and can be taken back."""

import json

import pytest
from click.testing import CliRunner

from orchestration.cli import main
from tests.orchestration.ground import ledger
from warehouse.connect import open_snapshot, published
from warehouse.golden import labelled

WORDS = "opened a school for five hundred children"


@pytest.fixture
def correct(run, files, monkeypatch):
    """Call the command on a built ledger."""
    monkeypatch.setenv("PRESSLEDGER_WAREHOUSE", str(files.directory))
    monkeypatch.setenv("PRESSLEDGER_BY", "ann")
    monkeypatch.delenv("PRESSLEDGER_CORRECTIONS", raising=False)
    run()
    return lambda *words: CliRunner().invoke(main, ["correct", *words])


@pytest.fixture
def query(files):
    def run(select):
        with open_snapshot(published(files.directory)) as reader:
            return reader.execute(select).fetchall()

    return run


def school(query):
    return query("select activity_id, release_id from main.activities join main.releases using (release_id) where file = 'b.txt'")[0]


def test_a_change_holds_after_the_next_build_and_can_be_undone(correct, run, query, files):
    before = ledger(files.directory)
    activity, _ = school(query)
    said = correct("change", activity, "kind=donation", "amount=12", "currency=USD", "counterparts=Acme; The Board", "--why", "a gift")
    assert said.exit_code == 0, said.output
    ruling = said.stdout.split()[1]
    assert ledger(files.directory) == before
    run()
    found = query(f"select kind, amount_usd, counterparts, corrected_by from main.activities where activity_id = '{activity}'")
    assert found == [("donation", 12.0, ["Acme", "The Board"], ruling)]
    assert query("select ruling_id, act, state, ruled_by, why, activity_ids from main.corrections") == [
        (ruling, "change", "applied", "ann", "a gift", [activity])
    ]
    assert correct("undo", ruling, "--why", "it was sold").exit_code == 0
    run()
    assert {name: rows for name, rows in ledger(files.directory).items() if name not in ("corrections", "snapshot")} == {
        name: rows for name, rows in before.items() if name not in ("corrections", "snapshot")
    }
    assert [json.loads(line)["state"] for line in correct("list").stdout.splitlines()] == ["undone", "applied"]


def test_rejecting_adding_merging_and_splitting(correct, run, query):
    activity, release = school(query)
    others = [
        row[0]
        for row in query(f"select activity_id from main.activities where activity_id <> '{activity}' and not is_duplicate order by 1")
    ]
    for words in (
        ("reject", others[0], "--why", "no"),
        ("add", release, WORDS, "kind=completion", "country_code=KE", "--why", "it was missed"),
        ("merge", activity, others[1], "--why", "one"),
        ("split", others[1], "--why", "two"),
    ):
        result = correct(*words)
        assert result.exit_code == 0, result.output
    assert [json.loads(line)["state"] for line in correct("list").stdout.splitlines()] == ["pending"] * 4
    run()
    assert query("select act, state, takes_effect from main.corrections order by line") == [
        (act, "applied", True) for act in ("reject", "add", "merge", "split")
    ]
    assert query("select evidence, confidence from main.activities where corrected_by is not null") == [(WORDS, 1.0)]
    assert query("select corrections, corrections_to_review, projects from main.snapshot") == [(4, 0, 4)]


WRONG = [
    (("change", "{activity}", "kind=party", "--why", "x"), "kind 'party' is not in its code list"),
    (("change", "{activity}", "amount=much", "--why", "x"), "much is no number"),
    (("change", "{activity}", "kind", "--why", "x"), "kind is not FIELD=VALUE"),
    (("change", "nothing", "kind=visit", "--why", "x"), "nothing is no activity and no project"),
    (("change", "{activity}", "kind=visit"), "Missing option '--why'"),
    (("reject", "{activity}", "--why", " "), "'why' is missing"),
    (("add", "{release}", "never said", "kind=visit", "--why", "x"), "these words do not stand in release"),
    (("add", "nothing", "words", "kind=visit", "--why", "x"), "nothing is no release"),
    (("merge", "{activity}", "--why", "x"), "merge needs 2 or more activities"),
    (("undo", "nothing", "--why", "x"), "has no ruling nothing"),
]


def test_what_cannot_be_ruled_is_told_and_nothing_is_written(correct, query, files):
    activity, release = school(query)
    for words, told in WRONG:
        result = correct(*(word.format(activity=activity, release=release) for word in words))
        assert result.exit_code in (1, 2), words
        assert told in result.stderr
    assert not (files.directory / "corrections.jsonl").exists()


def test_rulings_are_offered_as_gold(correct, run, query, source, tmp_path):
    activity, release = school(query)
    correct("change", activity, "kind=donation", "--why", "a gift")
    correct("add", release, WORDS, "kind=completion", "country_code=KE", "--why", "it was missed")
    correct(
        "reject",
        query("select activity_id from main.activities join main.releases using (release_id) where title like 'A road%' limit 1")[0][0],
        "--why",
        "no",
    )
    run()
    assert correct("export", str(tmp_path / "gold.jsonl")).stdout.strip().endswith("2 releases")
    gold = {item.name: item.readings[0] for item in labelled(tmp_path / "gold.jsonl", (source,))}
    assert [(row["kind"], row["country"], row["certain"]) for row in gold["b"]] == [("donation", "KE", True), ("completion", "KE", True)]
    assert gold["a"] == []
    assert set(labelled()[0].readings[0][0]) <= set(gold["b"][0])


def test_a_broken_file_of_rulings_stops_no_build(correct, run, query, files):
    activity, _ = school(query)
    correct("reject", activity, "--why", "no")
    with (files.directory / "corrections.jsonl").open("a") as handle:
        handle.write("rubbish\n")
    built = run()
    assert (built.snapshot["corrections"], built.snapshot["corrections_to_review"]) == (1, 1)
    assert query("select line, state, problem from main.corrections where state = 'invalid'")[0][:2] == (2, "invalid")
