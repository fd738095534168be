"""The activities one by one.

Belongs here: the table of activities with names, its CSV, choosing a row.
Does not: the sentences of a chosen row (evidence.py).
"""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard.sections.frame import View, save
from dashboard.state import Pick, chart_round, pick
from dashboard.words import UNSURE_BELOW, count, place, when

MOST_ROWS = 200  # more would take as long to fetch as all charts together
MOST_DOWNLOADED = 50_000  # a file for a spreadsheet; more would fill the server's memory, and the command line exports it
_SHOWN = ["date", "where", "category", "kind", "evidence", "actor", "organisation", "confidence", "check"]


def activities(view: View) -> None:
    """The latest activities; choosing one opens it in its release. The CSV holds all that pass the filters."""
    total = int(view.ask("headline")["activities"].iloc[0])
    rows = view.ask("activities", top=MOST_ROWS)
    st.subheader("The activities", anchor=False)
    shown = f"The latest {MOST_ROWS:,} of {total:,}" if total > MOST_ROWS else f"All {total:,}"
    st.caption(f"{shown}. Choose a row to read its sentence in the release.")
    key = f"activities-{chart_round()}"
    st.dataframe(
        _named(rows)[_SHOWN],
        hide_index=True,
        height=min(440, 40 + 35 * len(rows)),
        key=key,
        selection_mode="single-row",
        on_select=lambda: _choose(key, rows),
        column_config=_columns(),
        alt="The activities that pass the filters. The same rows can be downloaded as CSV below.",
    )
    _all(view, total)


def _all(view: View, total: int) -> None:
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.caption(f"{view.as_of}. Rows marked “check” are those that the coder is less than {UNSURE_BELOW:.0%} sure of.")
    with right.container(horizontal=True, horizontal_alignment="right"):
        _csv(view, total)


def _csv(view: View, total: int) -> None:
    if total <= MOST_DOWNLOADED:
        save(view, lambda: view.ask("activities", top=MOST_DOWNLOADED), "activities", f"CSV of {count(total, 'activity', 'activities')}")
    else:
        save(view, lambda: view.ask("activities", top=MOST_DOWNLOADED), "activities", f"CSV of the latest {MOST_DOWNLOADED:,}")


def _choose(key: str, rows: pd.DataFrame) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen:
        pick(Pick(activity=str(rows["activity_id"].iloc[chosen[0]])))


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    dates = [when(edtf, on) for edtf, on in zip(rows["date_edtf"], rows["reported_on"], strict=True)]
    where = [
        place(country, region, code) for country, region, code in zip(rows["country"], rows["region"], rows["country_code"], strict=True)
    ]
    check = rows["confidence"].map(lambda sure: "check" if sure < UNSURE_BELOW else "")
    return rows.assign(date=dates, where=where, check=check)


def _columns() -> dict[str, ColumnConfig]:
    column = st.column_config
    return {
        "date": column.TextColumn("Date", help="As the text gives it (EDTF), else when the release reported it.", width=150),
        "where": column.TextColumn("Where", width=150),
        "category": column.TextColumn("Sector", width=170),
        "kind": column.TextColumn("Kind", width=90),
        "evidence": column.TextColumn("The sentence", width=430),
        "actor": column.TextColumn("Who", width=150),
        "organisation": column.TextColumn("Published by", width=140),
        "confidence": column.ProgressColumn("How sure", min_value=0, max_value=1, format="percent", width=100),
        "check": column.TextColumn("", width=60),
    }
