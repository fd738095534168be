"""When: activities by month, what has no month beside them, and why little is dated where little is.

Belongs here: the part of the page that answers when.
Does not: the bars (charts/months.py), the sentences (evidence.py).
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.charts import Drawing
from dashboard.charts.bars import bars
from dashboard.charts.months import Timeline, by_month, by_year, codes, timeline
from dashboard.sections.frame import Figure, View, draw, foot
from dashboard.state import Pick
from dashboard.words import count, month

LITTLE = 0.3


def times(view: View) -> None:
    """Bars over time with the buckets beside them; a click on either opens the sentences."""
    months = view.ask("by_month")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.subheader("When", anchor=False)
        unit = st.segmented_control(
            "Unit", ["Month", "Year"], default="Month", required=True, key="unit", bind="query-params", label_visibility="collapsed"
        )
    periods = by_year(months) if unit == "Year" else by_month(months, today(view))
    left, right = st.columns([5, 2], gap="medium")
    with left:
        _why_so_few(months, periods)
        drawn = _axis(periods)
    with right:
        drawn += _buckets(periods)
    foot(view, months, "months", _note(periods), drawn)


def month_codes(view: View, period: str) -> tuple[str, ...]:
    """The month codes of the ledger that a picked bar or bucket stands for."""
    return codes(view.ask("by_month"), period, today(view))


def bucket_name(view: View, period: str) -> str:
    """A picked bar or bucket in words."""
    beside = by_month(view.ask("by_month"), today(view)).beside
    names = dict(zip(beside["bucket"], beside["name"], strict=True))
    return str(names.get(period) or (period if period.isdigit() else month(period)))


def today(view: View) -> date:
    """The day of the build: what is later lies in the future for this file."""
    built: date = view.ledger["built_at"].date()
    return built


def _axis(periods: Timeline) -> tuple[Drawing, ...]:
    if periods.axis.empty:
        return ()
    words = f"Activities by {periods.unit}, as bars. All numbers stand in the table below."
    chart = timeline(periods)
    draw(Figure("timeline", chart, periods.axis, words, read=lambda mark: Pick(month=mark["period"])))
    return (chart,)


def _buckets(periods: Timeline) -> tuple[Drawing, ...]:
    if periods.beside.empty:
        return ()
    chart = bars(periods.beside, "bucket", "name", "Not on the axis (number)", neutral=("undated",))
    words = "Activities without a place on the axis, as bars."
    draw(Figure("beside", chart, periods.beside, words, read=lambda mark: Pick(month=mark["bucket"])))
    return (chart,)


def _why_so_few(months: pd.DataFrame, periods: Timeline) -> None:
    """Where little can be placed in time, the reason and the remedy: the chart alone would look broken."""
    whole, placed = int(months["activities"].sum()), int(periods.axis["activities"].sum())
    if placed >= LITTLE * whole:
        return
    buckets = dict(zip(periods.beside["bucket"], periods.beside["activities"], strict=True))
    only = f"Only {placed:,}" if placed else "None"
    reason = f"{only} of {count(whole, 'activity', 'activities')} can be placed in a {periods.unit}."
    st.info(f"{reason} {_remedy(buckets)}", icon=":material/event_busy:")


def _remedy(buckets: dict[str, int]) -> str:
    undated = buckets.get("undated", 0)
    if undated < buckets.get("year", 0):
        return f"{count(buckets['year'], 'activity gives', 'activities give')} only the year: choose Year to see them."
    if not undated:
        return "The others lie outside the years of this axis: choose Year to see them."
    return (
        f"{count(undated, 'activity names', 'activities name')} no year in the text, and no publication date of the release is known "
        "from which the year could be told. To supply it, let `pressledger manifest FOLDER` write `manifest.csv` beside the releases, "
        "fill its column `published` (as 2021-09-26), and build again."
    )


def _note(periods: Timeline) -> str:
    if "Publication date of the release" in set(periods.axis["basis"]):
        return "Where the text gives no year, the activity stands at the publication date of its release, in a colour of its own."
    return "By the start of the activity, as the text gives it."
