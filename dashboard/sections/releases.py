"""The list of releases, to look through and to choose from.

Belongs here: the list. Does not: a release itself (whole.py).
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import data
from dashboard.address import open_record
from dashboard.sections.frame import View, foot
from dashboard.state import chart_round
from dashboard.words import count

RECORD = "release"
MOST_ROWS = 500
_SHOWN = ["published_on", "organisation", "title", "found", "activities", "language", "note"]


def releases(view: View) -> None:
    """Search, list, choose."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        looked_for = st.text_input("Words of the title or the organisation", key="words", bind="query-params", width=380, max_chars=200)
        reporting = st.toggle("Only those that report such activities", value=True, key="reporting", bind="query-params", help=_HELP)
    rows = view.ask("releases_listed", looked_for=(looked_for or "").strip(), reporting=reporting, top=MOST_ROWS)
    if rows.empty:
        st.info("No release fits. Clear filters in the sidebar, or look for fewer words.", icon=":material/info:")
        return
    _list(view, rows)


_HELP = (
    "On: releases with at least one activity that passes the filters. Off: all releases of the chosen organisations that were published in "
    "the chosen years, those that report nothing too."
)


def _list(view: View, rows: pd.DataFrame) -> None:
    total = int(rows["total"].iloc[0])
    shown = f"The latest {len(rows):,} of {total:,}" if total > len(rows) else f"All {count(total, 'release')}"
    st.caption(f"{shown}. Choose a row to read it. A release is counted as a release, however many activities it reports.")
    key = f"releases-{chart_round()}"
    column = st.column_config
    st.dataframe(
        _readable(rows),
        hide_index=True,
        height=min(560, 40 + 35 * len(rows)),
        key=key,
        selection_mode="single-row",
        on_select=lambda: _open_chosen(key, rows),
        column_config={
            "published_on": column.DateColumn("Published", format="D MMM YYYY", width=110),
            "organisation": column.TextColumn("By", width=180),
            "title": column.TextColumn("Title", width=400),
            "found": column.NumberColumn("Activities that pass", format="localized", width=130),
            "activities": column.NumberColumn("Activities in all", format="localized", width=110),
            "language": column.TextColumn("Language", width=80),
            "note": column.TextColumn("", width=130),
        },
        alt="The releases. The same rows can be downloaded as CSV below.",
    )
    foot(view, rows.drop(columns=["total"]), "releases", "Current revisions.")


def _readable(rows: pd.DataFrame) -> pd.DataFrame:
    told = rows.assign(note=[_note(row) for row in data.records(rows)])[_SHOWN]
    return told.fillna({"title": "Release without a title", "organisation": "", "language": ""})


def _note(row: dict[str, object]) -> str:
    notes = ["repeats another"] if row["is_duplicate"] else []
    return ", ".join([*notes, *(["revised"] if row["revision"] != 1 else [])])


def _open_chosen(key: str, rows: pd.DataFrame) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen:
        open_record(RECORD, str(rows["release_id"].iloc[chosen[0]]))
