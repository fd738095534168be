"""`pressledger snapshots` and `pressledger export`: words, formats, exit codes."""

import csv
import json

import pytest
from click.testing import CliRunner

from orchestration.cli import main
from tests.dashboard.ledgers import Ledger


@pytest.fixture
def directory(tmp_path):
    """Two snapshots; the newer one has a row more and codes one row otherwise."""
    for number in (1, 2):
        ledger = Ledger(tmp_path / "ledger")
        release = ledger.release("\x1b[31mWells opened in Kenya. A road opened in Togo.", published_on=None)
        ledger.activity(release, "\x1b[31mWells opened in Kenya.", country_code="KE", kind="event" if number == 1 else "completion")
        if number == 2:
            ledger.activity(release, "A road opened in Togo.", country_code="TG")
        ledger.publish(f"2026010{number}T000000Z-snap{number}")
    return tmp_path / "ledger"


@pytest.fixture
def call(directory, monkeypatch):
    monkeypatch.setenv("PRESSLEDGER_WAREHOUSE", str(directory))
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


def test_snapshots_are_listed_with_the_published_one_marked(call):
    lines = call("snapshots", "list").stdout.splitlines()
    assert [line[:9] for line in lines] == ["* snap2  ", "  snap1  "]
    rows = [json.loads(line) for line in call("snapshots", "list", "--format", "json").stdout.splitlines()]
    assert [row["activities"] for row in rows] == [2, 1]


def test_a_diff_is_told_in_words_that_a_terminal_does_not_obey(call):
    result = call("snapshots", "diff")
    assert result.exit_code == 0
    assert "added     context" in result.stdout
    assert "kind: event -> completion" in result.stdout
    assert "1 changed: context" in result.stdout
    assert "\x1b" not in result.stdout
    assert "The two say the same." in call("snapshots", "diff", "snap1", "snap1").stdout


def test_a_diff_as_data(call):
    rows = [json.loads(line) for line in call("snapshots", "diff", "snap1", "snap2", "--format", "json").stdout.splitlines()]
    assert [(row["change"], row["country_code"]) for row in rows] == [("added", "TG"), ("changed", "KE")]
    assert rows[1]["fields"] == [{"field": "kind", "before": "event", "after": "completion"}]
    table = list(csv.DictReader(call("snapshots", "diff", "--format", "csv").stdout.splitlines()))
    assert json.loads(table[1]["fields"]) == rows[1]["fields"]


def test_pruning_says_what_it_deleted(call, directory):
    assert call("snapshots", "prune", "--keep", "1").stdout == "0 deleted\n"
    result = call("snapshots", "prune", "--keep", "1", "--grace", "0")
    assert result.stdout.endswith("1 deleted\n")
    assert [path.stem[-5:] for path in (directory / "snapshots").iterdir()] == ["snap2"]


@pytest.mark.parametrize("words", [["snapshots", "diff", "nothing"], ["export", "csv", "--snapshot", "nothing"]])
def test_a_snapshot_that_is_not_kept_is_told_with_those_that_are(call, words):
    result = call(*words)
    assert result.exit_code == 1
    assert "20260101T000000Z-snap1" in result.stderr


def test_an_export_says_what_it_wrote_and_what_not(call, tmp_path):
    assert "2 activities of 1 releases" in call("export", "csv", "--output", tmp_path / "csv").stdout
    result = call("export", "iati", "--output", tmp_path / "iati")
    assert (result.exit_code, "nothing to report" in result.stderr) == (1, True)
    assert not (tmp_path / "iati").exists()
    assert "1 activities" in call("export", "jsonl", "--output", tmp_path / "old", "--snapshot", "previous").stdout


@pytest.mark.parametrize(("until", "expected"), [("2020", "2020-12-31"), ("2020-02", "2020-02-29"), ("2020-12", "2020-12-31")])
def test_until_takes_the_last_day(call, tmp_path, until, expected):
    assert call("export", "jsonl", "--until", until, "--output", tmp_path / "out").exit_code == 0
    assert json.loads((tmp_path / "out" / "metadata.json").read_text())["filters"]["until"] == expected


@pytest.mark.parametrize(
    "words",
    [["xlsx"], ["csv", "--country", "Atlantis"], ["csv", "--since", "soon"], ["csv", "--until", "soon"], ["csv", "--min-confidence", "2"]],
)
def test_bad_usage_of_export_ends_with_2(call, words):
    assert call("export", *words).exit_code == 2


def test_nothing_published_is_told(tmp_path):
    for words in (["export", "csv"], ["snapshots", "diff"]):
        result = CliRunner().invoke(main, [*words, "--warehouse", str(tmp_path)])
        assert (result.exit_code, "pressledger build" in result.stderr) == (1, True)
