"""How sure are we: what the coder gets right on labelled releases, and how many rows it doubts itself.

Belongs here: the accuracy figures in words and as a table.
Does not: measuring them (they come with the published file).
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import data
from dashboard.sections.frame import View
from dashboard.words import UNSURE_BELOW, count

_MEANING = (
    "Right: of what the ledger says, how much the labels confirm. Found: of what the labels hold as certain, how much the ledger has."
)
_SCORES = {
    "country": "Country",
    "country-sector": "Country and sector",
    "country-sector-month": "Country, sector and month",
    "country-kind": "Country and kind",
    "admin1": "Province or state",
    "money": "Amount",
}


def measured(view: View, score: str) -> str:
    """How much of what the ledger says of this kind is right on labelled releases: what a mark's tooltip tells."""
    every = data.ask(view.snapshot, "accuracy")
    rows = every[(every["form"] == every["form"].iloc[0]) & (every["score"] == score)] if len(every) else every
    if rows.empty:
        return "not measured"
    row = rows.iloc[0]
    of = count(int(row["cells"]), "labelled case")
    return f"{row['precision']:.0%} right, {row['recall']:.0%} found, of {of} ({_SCORES[score].lower()})"


def certainty(view: View) -> None:
    """The accuracy on labelled releases, and the rows to check."""
    st.subheader("How sure are we", anchor=False)
    measured = data.ask(view.snapshot, "accuracy")
    unsure = int(view.ask("headline")["unsure"].iloc[0])
    doubts = f"{count(unsure, 'activity', 'activities')} of this view are under {UNSURE_BELOW:.0%} sure and marked for a check."
    if measured.empty:
        st.caption(f"This file carries no measured accuracy. {doubts}")
        return
    every = measured[measured["form"] == measured["form"].iloc[0]]
    releases = int(every["releases"].max())
    unseen = " that had no part in making the coder" if every["form"].iloc[0].endswith("not trained on") else ""
    st.caption(f"Measured on {count(releases, 'labelled release')}{unseen}. {_MEANING} {doubts}")
    percent = st.column_config.ProgressColumn
    st.dataframe(
        _table(every),
        hide_index=True,
        width=760,
        column_config={
            "Right": percent(min_value=0, max_value=1, format="percent"),
            "Found": percent(min_value=0, max_value=1, format="percent"),
            "Cases": st.column_config.NumberColumn(format="localized"),
        },
    )


def _table(every: pd.DataFrame) -> pd.DataFrame:
    ordered = every.assign(rank=every["score"].map(list(_SCORES).index)).sort_values("rank")
    return pd.DataFrame(
        {
            "What is compared": ordered["score"].map(_SCORES),
            "Right": ordered["precision"].round(2),
            "Found": ordered["recall"].round(2),
            "Cases": ordered["cells"],
        }
    )
