"""From a folder to the published file: what is new costs, what is known does not, what is broken is not published."""

import os
import signal
import time

import duckdb
import pytest

from orchestration import models
from orchestration.build import BuildFailedError, build
from orchestration.definitions import build_defs
from orchestration.memory import dagster_instance
from tests.orchestration.ground import QUARANTINED, ledger
from warehouse.connect import NothingPublishedError, Warehouse, open_snapshot, published


def test_a_folder_becomes_a_published_ledger(run, files):
    built = run()
    landed = {name: built.landed[name] for name in ("read", "new", "revised", "restated", "of_other_forms")}
    assert landed == {"read": 7, "new": 7, "revised": 0, "restated": 0, "of_other_forms": 1}
    figures = ("releases", "duplicates", "activities", "countries", "sectors", "undated", "quarantined")
    assert [built.snapshot[name] for name in figures] == [4, 1, 4, 1, 1, 0, 6]
    assert {(row["file"], row["reason"]) for row in built.quarantine} == QUARANTINED
    assert built.path == published(files.directory)


def test_every_activity_opens_to_its_words(run, files):
    run()
    with open_snapshot(published(files.directory)) as reader:
        rows = reader.execute(
            "select body, evidence, evidence_start, evidence_end from main.activities join main.releases using (release_id, revision)"
        ).fetchall()
    assert len(rows) == 5
    assert all(body[start:end] == evidence for body, evidence, start, end in rows)


def test_a_second_build_changes_nothing_and_codes_nothing(run, files, coder):
    first = run()
    before, coded = ledger(files.directory), len(coder.coded)
    second = run()
    assert ledger(files.directory) == before
    assert len(coder.coded) == coded == 5
    assert (second.path, second.snapshot) == (first.path, first.snapshot)
    assert (second.landed["new"], second.landed["read"]) == (0, 7)
    assert len(list(files.snapshots.iterdir())) == 1


@pytest.mark.usefixtures("coder", "forgetful")
def test_of_two_equal_releases_the_dated_one_counts(files, tmp_path):
    text = "A bridge opens in Kenya\nThe company opened a bridge in the north of Kenya."
    for name in ("undated", "dated"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(text)
    (tmp_path / "dated" / "manifest.csv").write_text("file,published\nx.txt,2021-09-26\n")
    build([tmp_path / "undated"], files)
    build([tmp_path / "dated"], files)
    assert _query(files, "select source_id from main.releases where duplicate_of is null") == [("dated",)]


def test_only_what_changed_is_coded_again(run, files, source, coder):
    run()
    (source / "b.txt").write_text("A clinic opens in Kenya\nThe company opened a clinic in the north of Kenya.")
    (source / "new.txt").write_text("A well opens in Kenya\nThe company opened a well in the north of Kenya.")
    built = run()
    assert (built.landed["new"], built.landed["revised"], len(coder.coded)) == (1, 1, 7)
    titles = [
        (row[0], row[1])
        for row in _query(files, "select title, is_current from main.releases where source_uri = 'b.txt' order by revision")
    ]
    assert titles == [("A school opens in Kenya", False), ("A clinic opens in Kenya", True)]
    assert _query(files, "select count(*) from main.activities") == [(6,)]
    assert len(list(files.snapshots.iterdir())) == 2


def test_a_folder_named_twice_is_read_once(run, source):
    assert run(source, source / "copy" / "..").landed["read"] == 7


def test_a_moved_source_and_a_rebuilt_ledger_give_the_same_ids(run, files, source):
    run()
    before = ledger(files.directory)
    files.staging.unlink()
    files.ledger.unlink()
    built = run(source.rename(source.parent / "elsewhere").rename(source))
    assert ledger(files.directory) == before
    assert built.landed["new"] == 0


def test_another_warehouse_gives_the_same_ledger(run, files, source, tmp_path):
    run()
    build([source], Warehouse(tmp_path / "other"))
    assert ledger(tmp_path / "other") == ledger(files.directory)


def test_a_failing_check_stops_the_publication(run, files, source, monkeypatch):
    run()
    before = published(files.directory)
    (source / "new.txt").write_text("A well opens in Kenya\nThe company opened a well in the north of Kenya.")
    monkeypatch.setattr(models.contract.Contract, "reference_checks", lambda _: {"kind_exists": "select 'KE' as lost"})
    with pytest.raises(BuildFailedError, match=r"check kind_exists of main/\w+ failed: \[\{'lost': 'KE'\}\]"):
        run()
    assert published(files.directory) == before


def test_evidence_that_does_not_stand_in_the_text_is_not_published(run, files, coder):
    row = coder.row
    coder.row = lambda release: row(release, evidence="never said")
    with pytest.raises(BuildFailedError, match=r"evidence_is_in_the_body of main/activities"):
        run()
    with pytest.raises(NothingPublishedError):
        published(files.directory)
    coder.row = row
    files.staging.unlink()
    assert run().snapshot["activities"] == 4


def test_a_failing_step_is_told_in_one_line(run, files, coder):
    def fail(_release):
        raise RuntimeError("the coder lost its way")

    coder.row = fail
    with pytest.raises(BuildFailedError, match=r"^step staging__activities failed: RuntimeError: the coder lost its way$"):
        run()
    assert not files.link.exists()


def test_an_interruption_stays_one(run, coder):
    def interrupt(_release):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)

    coder.row = interrupt
    with pytest.raises(KeyboardInterrupt):
        run()


def test_a_foreign_reader_of_the_build_is_named(run, files):
    run()
    with duckdb.connect(str(files.staging)), pytest.raises(BuildFailedError, match=r"staging\.duckdb"):
        run()


def test_an_empty_folder_is_an_empty_ledger(run, files, tmp_path):
    (tmp_path / "nothing").mkdir()
    assert run(tmp_path / "nothing").snapshot["releases"] == 0
    assert _query(files, "select count(*) from main.calendar") == [(0,)]


def test_runs_are_remembered_for_dagster(source, files, coder):
    build([source], files)
    assert coder.coded
    with dagster_instance(files) as instance:
        assert [record.status.value for record in instance.get_runs()] == ["SUCCESS"]
        assert len(instance.all_asset_keys()) == len(build_defs().resolve_asset_graph().get_all_asset_keys())
    assert list((files.directory / "dagster").rglob("*-wal")) == []


@pytest.mark.usefixtures("forgetful")
def test_progress_is_told_step_by_step(source, files, coder):
    told = []
    build([source], files, lambda *figures: told.append(figures))
    assert coder.coded
    assert [figures for figures in told if figures[1] == figures[2]] == [
        ("landing", 1, 1),
        ("reading", 7, 7),
        ("coding", 5, 5),
        ("comparing", 4, 4),
        ("linking", 1, 1),
    ]


def _query(files, select):
    with open_snapshot(published(files.directory)) as reader:
        return reader.execute(select).fetchall()
