"""The list of projects: how far they are, the most told of as threads through time, and a table to choose from.

Belongs here: the list. Does not: one project (project.py), the chart (charts/threads.py).
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import data
from dashboard.address import open_record
from dashboard.charts.bars import Bars, bars
from dashboard.charts.threads import Threads, threads
from dashboard.sections.frame import Figure, View, draw, figure, foot
from dashboard.state import chart_round
from dashboard.words import count

RECORD = "project"
MOST_ROWS, MOST_THREADS = 500, 20
_EMPTY = "No project passes these filters. Visits and events, for example, make none. Clear some of the filters in the sidebar."
_NOTE = (
    "A project is one undertaking; activities that several releases tell of it are linked by what they share. Points stand at the day of "
    "the activity, else at the publication of its release; what has neither is not drawn."
)


def projects(view: View) -> None:
    """Stages, threads and table."""
    stages = view.ask("projects_by_status")
    if stages.empty:
        st.info(_EMPTY, icon=":material/info:")
        return
    stage = _stage(stages)
    listed = view.ask("projects_listed", top=MOST_ROWS, stage=stage)
    left, right = st.columns([2, 5], gap="medium")
    with left:
        _by_status(view, stages)
    with right:
        _threads(view, listed)
    total = int(stages.loc[stages["status"] == stage, "projects"].sum() if stage else stages["projects"].sum())
    _table(view, listed, total)


def _stage(stages: pd.DataFrame) -> str | None:
    chosen = st.radio("How far", ["All", *stages["status"]], horizontal=True, key="stage", bind="query-params")
    return None if chosen in {"All", None} else str(chosen)


def _by_status(view: View, stages: pd.DataFrame) -> None:
    chart = bars(stages, Bars("status", "status", "Projects by how far they are (number)", "projects"))
    figure(view, Figure("projects-by-status", chart, stages, "Projects by status, as bars. The numbers stand in the table below."))


def _threads(view: View, listed: pd.DataFrame) -> None:
    several = listed[listed["first_on"] < listed["last_on"]].head(MOST_THREADS)
    points = view.ask("project_points", project_ids=tuple(several["project_id"])) if len(several) else pd.DataFrame()
    if points.empty:
        st.info("None of these projects is told of on two days: there is no thread to draw.", icon=":material/info:")
        return
    names = {row["project_id"]: _name(number, row) for number, row in enumerate(data.records(several), 1)}
    rows = points.assign(name=points["project_id"].map(names), place=points["project_id"].map(list(names).index)).sort_values("place")
    chart = threads(rows, Threads("project_id", "name", "Projects told of on several days, those of most releases first"))
    key = f"threads-{chart_round()}"
    drawn = Figure("threads", chart, rows.drop(columns=["place"]), "Projects as lines through time with a point for each activity.")
    draw(drawn, on_select=lambda: _open_clicked(key))
    foot(view, drawn.frame, drawn.name, _NOTE, (chart,))


def _name(number: int, row: dict[str, object]) -> str:
    return f"{number}. {str(row['title'])[:34]} ({row['country'] or 'country not said'})"


def _open_clicked(key: str) -> None:
    marks = st.session_state[key]["selection"].get("pick") or []
    if marks and marks[0].get("project_id"):
        open_record(RECORD, str(marks[0]["project_id"]))


def _table(view: View, listed: pd.DataFrame, total: int) -> None:
    shown = f"The {len(listed):,} of {total:,} that most releases tell of" if total > len(listed) else f"All {count(total, 'project')}"
    st.caption(f"{shown}. Choose a row to see what holds it together.")
    key = f"projects-{chart_round()}"
    column = st.column_config
    st.dataframe(
        listed[["title", "country", "category", "status", "first_on", "last_on", "releases", "activities"]],
        hide_index=True,
        height=min(440, 40 + 35 * len(listed)),
        key=key,
        selection_mode="single-row",
        on_select=lambda: _open_chosen(key, listed),
        column_config={
            "title": column.TextColumn("What it is called", width=340, help="In the words of a release."),
            "country": column.TextColumn("Where", width=130),
            "category": column.TextColumn("Sector", width=190),
            "status": column.TextColumn("How far", width=130),
            "first_on": column.DateColumn("First told of", format="D MMM YYYY"),
            "last_on": column.DateColumn("Last told of", format="D MMM YYYY"),
            "releases": column.NumberColumn("Releases", format="localized"),
            "activities": column.NumberColumn("Activities", format="localized"),
        },
        alt="The projects that pass the filters. The same rows can be downloaded as CSV below.",
    )
    foot(view, listed, "projects", "Counted are releases that are no duplicates.")


def _open_chosen(key: str, listed: pd.DataFrame) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen:
        open_record(RECORD, str(listed["project_id"].iloc[chosen[0]]))
