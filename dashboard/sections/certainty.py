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
    "Right: of what the ledger says, how much a careful reader confirms. Found: of what a careful reader codes, how much the ledger has."
)
_SCORES = {
    "country": "Country",
    "country-sector": "Country and sector",
    "country-sector-month": "Country, sector and month",
    "country-kind": "Country and kind",
    "admin1": "Province or state",
    "money": "Amount",
}


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
    unseen = " and that had no part in making the coder" if every["form"].iloc[0].endswith("not trained on") else ""
    st.caption(f"Measured on {count(releases, 'release')} that people coded by hand{unseen}. {_MEANING} {doubts}")
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
