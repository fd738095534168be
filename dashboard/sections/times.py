"""When: activities by month, what has no month beside them, and why little is dated where little is.

Belongs here: the part of the page that answers when.
Does not: the bars (charts/months.py), dividing the months (buckets.py), the sentences (evidence.py).
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.buckets import PROVISIONAL, PUBLICATION, TEXT, Axis, Timeline, added_up, axis, codes, divided
from dashboard.charts import Drawing
from dashboard.charts.bars import Bars, bars
from dashboard.charts.months import timeline
from dashboard.sections.certainty import measured
from dashboard.sections.frame import Figure, View, draw, foot
from dashboard.state import Pick
from dashboard.words import count

LITTLE = 0.3


def times(view: View) -> None:
    """Bars over time with the buckets beside them; a click on either opens the sentences."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.subheader("When", anchor=False)
        unit = st.radio("Unit", ["Month", "Year"], horizontal=True, key="unit", bind="query-params", label_visibility="collapsed")
    months, periods = _periods(view, by_year=unit == "Year")
    left, right = st.columns([5, 2], gap="medium")
    with left:
        _why_so_few(months, periods)
        drawn = _axis(periods)
    with right:
        drawn += _buckets(periods)
    table = pd.concat([periods.axis[["period", "basis", "state", view.counted]], periods.beside.rename(columns={"bucket": "period"})])
    foot(view, table, "months", _note(periods), drawn)


def month_codes(view: View, period: str) -> tuple[str, ...]:
    """The month codes of the ledger that a picked bar or bucket stands for."""
    months = view.ask("by_month")["month"]
    return codes(months, axis(months, today(view), by_year=False), period)


def bucket_name(view: View, period: str) -> str:
    """A picked bar or bucket in words."""
    return axis(view.ask("by_month")["month"], today(view), by_year=False).name(period)


def today(view: View) -> date:
    """The day of the build: what is later lies in the future for this file."""
    built: date = view.ledger["built_at"].date()
    return built


def newest(view: View) -> date:
    """The day of the newest release; of the build where no release carries a date."""
    last = view.ledger["last_published_on"]
    return today(view) if last is None else last.date() if hasattr(last, "date") else last


def _periods(view: View, *, by_year: bool) -> tuple[pd.DataFrame, Timeline]:
    """The activities by month, and what is counted by period. Releases and projects do not add up, so they are asked for."""
    months = view.ask("by_month")
    over = axis(months["month"], today(view), by_year=by_year)
    rows = added_up(months, over) if view.counted == "activities" else view.ask("timeline", **over._asdict())
    periods = divided(rows, over, view.counted, newest(view))
    right = measured(view, "country-sector-month")
    told = [right if basis == TEXT else "not measured" for basis in periods.axis["basis"]]
    return months, periods._replace(axis=periods.axis.assign(measured=told))


def _axis(periods: Timeline) -> tuple[Drawing, ...]:
    if periods.axis.empty:
        return ()
    words = f"{periods.counted.capitalize()} by {periods.unit}, as bars. All numbers stand in the table below."
    chart = timeline(periods)
    draw(Figure("timeline", chart, periods.axis, words, read=lambda mark: Pick(month=mark["period"])))
    return (chart,)


def _buckets(periods: Timeline) -> tuple[Drawing, ...]:
    if periods.beside.empty:
        return ()
    chart = bars(periods.beside, Bars("bucket", "name", "Not on the axis (number)", periods.counted, ("undated",)))
    words = f"{periods.counted.capitalize()} without a place on the axis, as bars."
    draw(Figure("beside", chart, periods.beside, words, read=lambda mark: Pick(month=mark["bucket"])))
    return (chart,)


def _why_so_few(months: pd.DataFrame, periods: Timeline) -> None:
    """Where little can be placed in time, the reason and the remedy: the chart alone would look broken."""
    rows = added_up(months, Axis(1, 9999, by_year=periods.unit == "year"))
    buckets = {str(bucket): int(number) for bucket, number in rows.groupby("bucket")["activities"].sum().items()}
    whole = int(months["activities"].sum())
    placed = whole - sum(buckets.get(bucket, 0) for bucket in ("year", "decade", "undated"))
    if placed >= LITTLE * whole:
        return
    only = f"Only {placed:,}" if placed else "None"
    reason = f"{only} of {count(whole, 'activity', 'activities')} can be placed in a {periods.unit}."
    st.info(f"{reason} {_remedy(buckets)}", icon=":material/event_busy:")


def _remedy(buckets: dict[str, int]) -> str:
    undated = buckets.get("undated", 0)
    if undated < buckets.get("year", 0):
        return f"{count(buckets['year'], 'activity gives', 'activities give')} only the year: choose Year to see them."
    return (
        f"{count(undated, 'activity names', 'activities name')} no year in the text, and no publication date of the release is known "
        "from which the year could be told. To supply it, let `pressledger manifest FOLDER` write `manifest.csv` beside the releases, "
        "fill its column `published` (as 2021-09-26), and build again."
    )


def _note(periods: Timeline) -> str:
    said = ["By the start of the activity, as the text gives it."]
    if PUBLICATION in set(periods.axis["basis"]):
        said += ["Where the text gives no year, it stands at the publication date of its release, in a colour of its own."]
    if PROVISIONAL in set(periods.axis["state"]):
        said += [f"Hollow: the {periods.unit} of the newest release, still provisional, and what lies after it."]
    return " ".join(said)
