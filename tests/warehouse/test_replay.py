"""Rulings are replayed on what is coded, found again when releases and coder change, and told where they do not hold."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.warehouse.ground import Coder
from transforms.read.landed import Landed
from transforms.ruling.ruling import Ruling, Target
from warehouse import corrections, landing, tables
from warehouse.replay import replay

START = datetime(2026, 11, 23, tzinfo=UTC)
TEXT = "A road in Kenya was opened. Ten nurses were trained in Uganda."


class Rulings:
    """A ledger of one release, and rulings on it, each a minute later than the one before."""

    def __init__(self, connection, stage, path):
        self.connection, self.stage, self.path, self.count = connection, stage, path, 0

    def land(self, text=TEXT, version="1"):
        landing.land(self.connection, "s", [Landed("a.txt", "text/plain", text.encode())])
        self.stage(version)

    def rows(self):
        return tables.rows_of(self.connection, "select * from staging.ruled where revision = (select max(revision) from staging.releases)")

    def target(self):
        row = tables.rows_of(self.connection, "from staging.activities order by revision desc limit 1")[0]
        sha = tables.rows_of(self.connection, "select content_sha256 from staging.releases order by revision desc limit 1")[0]
        return Target(row["activity_id"], row["release_id"], row["revision"], sha["content_sha256"], row["evidence"], row["country_code"])

    def rule(self, act, targets=None, **said):
        self.count += 1
        about = {"targets": (self.target(),) if targets is None else targets}
        made = Ruling(act, "ann", "because", **(said if act == "undo" else about | said), at=START + timedelta(minutes=self.count))
        return corrections.append(self.path, made)

    def replay(self):
        """State and problem of each line, in order."""
        replay(self.connection, self.path)
        found = tables.rows_of(self.connection, "select * from staging.corrections order by line")
        return [(row["state"], row["takes_effect"], row["problem"]) for row in found]


@pytest.fixture
def ruled(connection, stage, tmp_path):
    rulings = Rulings(connection, stage, tmp_path / "corrections.jsonl")
    rulings.land()
    return rulings


def test_without_rulings_the_ledger_is_as_coded(ruled):
    assert ruled.replay() == []
    assert [(row["kind"], row["corrected_by"]) for row in ruled.rows()] == [("service", None)]


def test_a_change_holds_and_names_its_ruling(ruled):
    ruling = ruled.rule("change", fields={"kind": "donation", "country_code": "UG"})
    assert ruled.replay() == [("applied", True, None)]
    row = ruled.rows()[0]
    assert (row["kind"], row["country_code"], row["corrected_by"], row["confidence"]) == ("donation", "UG", ruling, 1.0)
    assert row["activity_id"] == ruled.target().activity_id


def test_what_was_coded_stays_as_it_was(ruled):
    before = tables.rows_of(ruled.connection, "from staging.activities")
    ruled.rule("change", fields={"kind": "donation"})
    ruled.replay()
    assert tables.rows_of(ruled.connection, "from staging.activities") == before


def test_a_later_change_adds_to_an_earlier_one_and_wins_over_it(ruled):
    ruled.rule("change", fields={"kind": "donation", "status": "planned"})
    last = ruled.rule("change", fields={"kind": "supply"})
    assert [state for state, *_ in ruled.replay()] == ["applied", "applied"]
    assert [(row["kind"], row["status"], row["corrected_by"]) for row in ruled.rows()] == [("supply", "planned", last)]


def test_rulings_hold_in_the_order_of_their_times_not_of_their_lines(ruled):
    ruled.rule("change", fields={"kind": "donation"})
    last = ruled.rule("change", fields={"kind": "supply"})
    lines = ruled.path.read_text().splitlines()
    ruled.path.write_text("\n".join(reversed(lines)) + "\n")
    ruled.replay()
    assert [(row["kind"], row["corrected_by"]) for row in ruled.rows()] == [("supply", last)]


def test_a_rejected_row_is_gone_and_comes_back_when_that_is_undone(ruled):
    ruling = ruled.rule("reject")
    assert ruled.replay() == [("applied", True, None)]
    assert ruled.rows() == []
    undo = ruled.rule("undo", undoes=ruling)
    assert ruled.replay() == [("undone", False, None), ("applied", True, None)]
    assert len(ruled.rows()) == 1
    ruled.rule("undo", undoes=undo)
    assert [state for state, *_ in ruled.replay()] == ["applied", "undone", "applied"]
    assert ruled.rows() == []


def test_an_added_row_opens_to_its_words_and_has_the_identity_they_give(ruled):
    about = ruled.target()
    words = "Ten  nurses were trained"
    target = Target("x", about.release_id, 1, about.content_sha256, words)
    ruling = ruled.rule("add", targets=(target,), fields={"kind": "training", "country_code": "UG", "date_edtf": "2021-09"})
    assert ruled.replay() == [("applied", True, None)]
    row = next(row for row in ruled.rows() if row["corrected_by"] == ruling)
    assert TEXT[row["evidence_start"] : row["evidence_end"]] == row["evidence"] == "Ten nurses were trained"
    assert (row["kind"], row["country_code"], row["date_precision"], row["group_id"]) == ("training", "UG", "month", row["activity_id"])
    again = ruled.rule(
        "change", targets=(Target(row["activity_id"], about.release_id, 1, about.content_sha256, words),), fields={"status": "planned"}
    )
    ruled.replay()
    assert next(r["status"] for r in ruled.rows() if r["corrected_by"] == again) == "planned"


def test_an_added_row_that_the_coder_finds_by_now_is_one_row(ruled, monkeypatch):
    about = ruled.target()
    target = Target("x", about.release_id, 1, about.content_sha256, "Ten nurses were trained")
    ruling = ruled.rule("add", targets=(target,), fields={"kind": "training", "country_code": "UG"})
    ruled.replay()
    identity = next(row["activity_id"] for row in ruled.rows() if row["corrected_by"] == ruling)
    row = Coder.row
    monkeypatch.setattr(Coder, "row", lambda _, release: row(release, activity_id=identity, country_code="UG"))
    ruled.land(version="2")
    assert ruled.replay() == [("applied", True, None)]
    assert [(r["activity_id"], r["kind"]) for r in ruled.rows()] == [(identity, "training")]


def test_a_change_of_the_release_is_flagged_and_the_words_are_found_again(ruled):
    ruling = ruled.rule("change", fields={"kind": "donation"})
    ruled.land(f"{TEXT} And a word more.")
    state, holds, problem = ruled.replay()[0]
    assert (state, holds) == ("stale", True)
    assert "has changed since, it is revision 2 now" in problem
    assert [(row["kind"], row["corrected_by"]) for row in ruled.rows()] == [("donation", ruling)]


@pytest.mark.parametrize(("act", "said"), [("change", {"fields": {"kind": "donation"}}), ("reject", {})])
def test_words_that_are_gone_are_told_and_nothing_is_changed(ruled, act, said):
    ruled.rule(act, **said)
    row = Coder.row
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Coder, "row", lambda _, release: row(release, activity_id="other"))
        ruled.land("Quite another text about a port in Togo.")
    state, holds, problem = ruled.replay()[0]
    assert (state, holds) == ("stale", False)
    assert "no activity is coded from its words now" in problem
    assert [(row["kind"], row["corrected_by"]) for row in ruled.rows()] == [("service", None)]


def test_another_coder_with_another_identity_is_found_by_the_words(ruled):
    ruling = ruled.rule("change", fields={"kind": "donation"})
    row = Coder.row
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Coder, "row", lambda _, release: row(release, activity_id="other", evidence=TEXT[2:26], evidence_start=2, evidence_end=26)
        )
        ruled.land(version="2")
    assert ruled.replay() == [("applied", True, None)]
    assert [(row["activity_id"], row["kind"], row["corrected_by"]) for row in ruled.rows()] == [("other", "donation", ruling)]


def test_bad_lines_and_unknown_releases_are_told_and_stop_no_other(ruled):
    ruled.path.write_text("rubbish\n")
    ruled.rule("reject", targets=(Target("a", "elsewhere", 1, "sha", "words"),))
    ruled.rule("undo", undoes="nothing")
    ruled.rule("change", fields={"kind": "donation"})
    replayed = ruled.replay()
    assert [state for state, *_ in replayed] == ["invalid", "invalid", "invalid", "applied"]
    assert [problem.partition(":")[0] for *_, problem in replayed[:3]] == ["line 1", "line 2", "line 3"]
    assert ruled.rows()[0]["kind"] == "donation"


def test_a_unit_outside_of_the_rows_country_is_told(ruled):
    ruled.rule("change", fields={"admin1_code": "UG-C"})
    assert ruled.replay() == [("invalid", False, "line 1: admin1_code UG-C lies outside of KE")]


def test_replaying_again_changes_nothing(ruled):
    ruled.rule("change", fields={"kind": "donation"})
    ruled.rule("reject")
    first = (ruled.replay(), ruled.rows())
    assert (ruled.replay(), ruled.rows()) == first
