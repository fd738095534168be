"""Projects, releases, what is new, quality and data as a reader meets them, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from tests.dashboard.ledgers import Ledger
from tests.dashboard.test_overview import said, texts
from tests.dashboard.test_pages import charts, opened
from tests.dashboard.threads import PROJECT, REVISED, thread
from tests.dashboard.worlds import HOSTILE, fill


@pytest.fixture
def threaded(ledger: Ledger) -> Ledger:
    """The small world with a project, a revision, a ruling; one older file beside it."""
    fill(ledger)
    ledger.publish("20261121T000000Z-one")
    thread(ledger)
    ledger.publish("20261122T000000Z-two")
    return ledger


def frames(at: AppTest) -> list[list[str]]:
    return [list(frame.value.columns) for frame in at.dataframe]


def test_projects_are_listed_with_threads_and_counted_as_projects(threaded: Ledger) -> None:
    at = opened("projects")
    assert not at.exception
    assert "All 1 project" in said(at)
    assert [chart["title"] for chart in charts(at)] == [
        "Projects by how far they are (number)",
        "Projects told of on several days, those of most releases first",
    ]
    assert threaded.others["projects"]


def test_a_filter_that_no_activity_of_a_project_passes_leaves_it_out(threaded: Ledger) -> None:
    assert "No project passes these filters" in said(opened("projects", countries="Ghana"))
    assert threaded.others["projects"]


def test_a_project_shows_what_tells_of_it_and_why_it_holds_together(threaded: Ledger) -> None:
    at = opened("projects", project=PROJECT)
    assert not at.exception
    shown = texts(at)
    assert any(HOSTILE in text for text in shown)
    assert {"signed for a road in Kosovo in June 2022", "road in Kosovo was opened"} <= set(shown)
    assert "90% · both name road in Kosovo" in shown
    assert "Completed · Kosovo · Transport & Storage · agreed 1 Jun 2022 · completed 3 May 2024 · 2 activities in 2 releases" in said(
        at
    ).replace("\\", "")
    assert threaded.others["projects"]


def test_a_project_that_is_gone_is_said_to_be_gone(threaded: Ledger) -> None:
    assert "not in the ledger any more" in said(opened("projects", project="no such"))
    assert threaded.others["projects"]


def test_releases_that_report_nothing_can_be_listed_too(threaded: Ledger) -> None:
    assert "All 5 releases" in said(opened("releases"))
    assert "All 6 releases" in said(opened("releases", reporting="false"))
    assert "All 1 release" in said(opened("releases", reporting="false", words="KOSOVO was"))
    assert "No release fits" in said(opened("releases", words="'; drop table releases"))
    assert threaded.releases


def test_a_release_stands_whole_with_its_evidence_apart(threaded: Ledger) -> None:
    at = opened("releases", release=REVISED)
    assert not at.exception
    shown = texts(at)
    start = shown.index("The group")
    assert shown[start : start + 4] == [
        "The group",
        "handed a clinic over in Kumasi",
        "on 26 September 2021. Days later it",
        "gave 40 beds to a hospital in Accra.",
    ]
    assert threaded.releases


def test_an_older_revision_shows_what_it_said_and_that_it_does_not_count(threaded: Ledger) -> None:
    at = opened("releases", release=REVISED, revision="1 (first seen 22 Nov 2026)")
    assert not at.exception
    assert "gave 30 beds to a hospital in Accra." in texts(at)
    assert "counted nowhere" in "".join(warning.value for warning in at.warning)
    assert threaded.releases


def test_a_duplicate_leads_to_what_it_repeats_and_back(threaded: Ledger) -> None:
    original = next(row["duplicate_of"] for row in threaded.releases if row.get("duplicate_of"))
    duplicate = next(row["release_id"] for row in threaded.releases if row.get("duplicate_of"))
    at = opened("releases", release=duplicate)
    assert "repeats another" in "".join(warning.value for warning in at.warning)
    at.button(key=f"retold-{original}").click().run()
    assert at.query_params["release"] in (original, [original])
    assert "met partners." in texts(at)


def test_a_release_that_means_harm_reaches_no_sink_that_reads_markup(threaded: Ledger) -> None:
    bad = next(row["release_id"] for row in threaded.releases if row["title"] == HOSTILE)
    for name, query in (("releases", {"release": bad}), ("projects", {"project": PROJECT}), ("quality", {}), ("new", {}), ("releases", {})):
        at = opened(name, **query)
        assert not at.exception
        sinks = [*at.caption, *at.markdown, *at.info, *at.title, *at.header, *at.subheader, *at.warning, *at.metric, *at.expander]
        told = [str(getattr(sink, "value", "")) + str(getattr(sink, "label", "")) for sink in sinks]
        assert not [words for words in told if "evil.example" in words.replace("\\", "")], name


def test_what_is_new_names_what_was_added_and_why(threaded: Ledger) -> None:
    at = opened("new")
    assert not at.exception
    assert {metric.label: metric.value for metric in at.metric}["Activities added"] == "1"
    assert "1: a release that was not there" in said(at)
    assert "road in Kosovo was opened" in set(at.dataframe[0].value["evidence"])
    assert threaded.releases


def test_what_is_new_goes_through_the_filters(threaded: Ledger) -> None:
    at = opened("new", countries="Ghana")
    assert "road in Kosovo was opened" not in (set(at.dataframe[0].value["evidence"]) if at.dataframe else set())
    assert threaded.releases


def test_with_one_file_there_is_nothing_to_compare(small_world: Ledger) -> None:
    assert "nothing to compare with yet" in said(opened("new"))
    assert small_world.releases


def test_quality_shows_accuracy_calibration_unknown_freshness_quarantine_and_rulings(threaded: Ledger) -> None:
    at = opened("quality")
    assert not at.exception
    heads = [head.value for head in at.subheader]
    assert heads == [
        "Accuracy on labelled releases",
        "Does confidence mean what it says",
        "What is not said",
        "How fresh each source is",
        "In quarantine",
        "Corrections by people",
    ]
    assert [chart["title"] for chart in charts(at)] == [
        "Confidence against truth on labelled releases (number of activities)",
        "What is not said, by year of the release (share of activities)",
    ]
    assert "1 binary" in said(at)
    assert threaded.releases


def test_a_question_in_sql_is_answered_and_a_bad_one_refused(threaded: Ledger) -> None:
    at = opened("data", sql="select count(*) as n from activities")
    assert not at.dataframe or "n" not in frames(at)[0]
    next(button for button in at.button if button.label == "Run").click().run()
    assert not at.exception
    assert at.dataframe[0].value["n"].tolist() == [10]
    at = opened("data", sql="copy activities to '/tmp/stolen.csv'")
    next(button for button in at.button if button.label == "Run").click().run()
    assert "nothing else is allowed here" in at.code[0].value
    assert not Path("/tmp/stolen.csv").exists()
    assert threaded.releases


def test_an_older_file_says_what_it_lacks(small_world: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    real = data.columns
    older = ("project_stages", "corrections", "calibration", "past_activities", "dictionary", "activity_facts")
    monkeypatch.setattr(data, "columns", lambda snapshot: frozenset(c for c in real(snapshot) if not c.startswith(older)))
    assert "built before projects were linked" in said(opened("projects"))
    quality = said(opened("quality"))
    assert "before calibration was measured" in quality
    assert "before it carried its own dictionary" in said(opened("data"))
    assert small_world.releases
