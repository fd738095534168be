"""What every part of a page shares: the view that it draws, and the foot that each chart stands on.

Belongs here: the View, the chart with its table, its CSV and its "data as of".
Does not: any one chart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashboard import data
from dashboard.charts import Drawing
from dashboard.download import csv
from dashboard.state import Filters
from dashboard.words import day


class View(NamedTuple):
    """What one run of a page shows: one published file through one set of filters."""

    snapshot: str
    ledger: dict[str, Any]
    filters: Filters

    def ask(self, query: str, **values: Any) -> pd.DataFrame:
        """The answer to a query through the filters of this view."""
        return data.ask(self.snapshot, query, self.filters, **values)

    @property
    def as_of(self) -> str:
        """The line that says what every figure rests on."""
        return f"Data as of {day(self.ledger['built_at'])} · snapshot {self.ledger['snapshot_id']}"


def draw(chart: Drawing, alternative: str, *, key: str, on_select: Any) -> None:
    """Draw a chart whose marks can be clicked. `alternative` says in words what it shows."""
    st.altair_chart(chart, width="stretch", key=key, on_select=on_select, alt=alternative)


def foot(view: View, frame: pd.DataFrame, name: str, note: str = "") -> None:
    """Under a chart: what it rests on, its table, and its numbers as CSV."""
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.caption(f"{view.as_of}. {note}".removesuffix(" "))
    with right.container(horizontal=True, horizontal_alignment="right"), st.popover("Table", icon=":material/table:", type="tertiary"):
        st.dataframe(frame, hide_index=True, height=min(420, 38 + 35 * max(len(frame), 1)), width=560)
        save(view, lambda: frame, name)


def save(view: View, frame: Callable[[], pd.DataFrame], name: str, label: str = "Download CSV") -> None:
    """A button that gives `frame` as CSV, made when asked for. The file's name carries the snapshot, so that a number can be traced."""
    st.download_button(
        label,
        lambda: csv(frame()),
        file_name=f"pressledger-{name}-{view.ledger['snapshot_id']}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"save-{name}",
        icon=":material/download:",
    )


def nothing(view: View) -> bool:
    """Where the filters leave nothing, say so and what to do about it. True if so."""
    if not view.ask("headline")["activities"].iloc[0]:
        words = "No activity passes these filters. Clear some of them in the sidebar." if view.filters.active else _EMPTY
        st.info(words, icon=":material/info:")
        return True
    return False


_EMPTY = (
    "The ledger holds no activity yet. The releases that were read report none that the codebook counts, or none could be read: "
    "the figures above say which."
)
