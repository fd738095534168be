"""One project: its thread through time, what tells of it, and why its activities are held for one undertaking.

Belongs here: one project. Does not: the list (projects.py), a release (reader.py).
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import data
from dashboard.address import close_record
from dashboard.charts.threads import STAGES, Threads, threads
from dashboard.sections.evidence import sentence
from dashboard.sections.frame import Figure, View, figure, foot
from dashboard.sections.projects import RECORD
from dashboard.state import Pick
from dashboard.words import as_label, count, day

MOST_LINKS = 8
_GONE = (
    "This project is not in the ledger any more: it has another name where an earlier activity came to light, and none where its "
    "releases changed."
)


def project(view: View, identity: str) -> None:
    """Everything about one project. Its name is a release's words: st.text shows it."""
    st.button("All projects", icon=":material/arrow_back:", type="tertiary", on_click=close_record, args=(RECORD,))
    row = data.ask_one(view.snapshot, "project", project_id=identity)
    if not row:
        st.info(_GONE, icon=":material/info:")
        return
    with st.container(border=True, gap="xxsmall"):
        st.text(row["title"])
        st.caption(as_label(_facts(row)))
    _thread(view, identity)
    _activities(view, identity)
    _links(view, identity)


def _facts(row: dict[str, Any]) -> str:
    stages = {"agreed": row["agreed_on"], "started": row["started_on"], "completed": row["completed_on"]}
    told = [f"{stage} {day(on)}" for stage, on in stages.items() if on]
    where = row["country"] or "Country not said"
    reported = f"{count(row['activities'], 'activity', 'activities')} in {count(row['releases'], 'release')}"
    return " · ".join([str(row["status"]).capitalize(), where, row["category"] or "Sector not said", *told, reported])


def _thread(view: View, identity: str) -> None:
    points = view.ask("project_points", project_ids=(identity,))
    order = points.assign(place=points["stage"].map(list(STAGES).index)).sort_values(["place", "told_on"]).drop(columns=["place"])
    empty = "Nothing that tells of this project has a date, and no publication date of its releases is known."
    if order.empty:
        st.info(empty, icon=":material/info:")
        return
    chart = threads(order, Threads("activity_id", "stage", "What is told of it, through time"))
    words = "The activities of this project as points through time, a row for each stage."
    figure(view, Figure("thread", chart, order, words, empty=empty, read=lambda mark: Pick(activity=mark["activity_id"])))


def _activities(view: View, identity: str) -> None:
    st.subheader("What tells of it", anchor=False)
    for number, row in enumerate(data.records(view.ask("project_activities", project_id=identity))):
        sentence(view, row, opened=number == 0)


def _links(view: View, identity: str) -> None:
    st.subheader("Why these belong together", anchor=False)
    links = view.ask("project_links", project_id=identity)
    if links.empty:
        st.caption("One activity tells of it: there is nothing to hold together.")
        return
    told = links[links["one"] != links["other"]].drop_duplicates(["one", "other", "why"])
    st.caption(
        "Pairs of sentences with what speaks for them. The number is a sum of points for what the two share, no measured probability."
    )
    for row in data.records(told.head(MOST_LINKS)):
        _link(row)
    note = "One sentence that tells several activities is one undertaking by itself."
    foot(view, links, "links", note if len(told) <= MOST_LINKS else f"{len(told) - MOST_LINKS:,} more pairs in the table. {note}")


def _link(row: dict[str, Any]) -> None:
    with st.container(border=True, gap="xsmall"):
        st.text(row["one"])
        st.text(row["other"])
        ruled = " · ruled by a person" if row["ruled_by"] else ""
        st.text(f"{row['strength']:.0%} · {row['why']}{ruled}")
