"""Activity over time, and what cannot stand on a time axis beside it.

Belongs here: dividing months into those on the axis and the buckets beside it, and the bars over time.
Does not: the bars of the buckets (bars.py).
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import altair as alt
import pandas as pd

from dashboard.charts import Drawing
from dashboard.words import month as month_words

MOST_YEARS_BY_MONTH = 10
TEXT, YEAR_ONLY, PUBLICATION = "Date in the text", "Only the year in the text", "Publication date of the release"
_BASES = [TEXT, YEAR_ONLY, PUBLICATION]


class Timeline(NamedTuple):
    """`axis` has a row for each period and basis that stands on the axis, `beside` a row for each bucket that does not."""

    axis: pd.DataFrame
    beside: pd.DataFrame
    unit: str


def by_month(months: pd.DataFrame, today: date) -> Timeline:
    """Months on the axis: ten years up to the latest that is not in the future, or up to the latest at all."""
    known = months[months["month"].str.fullmatch(r"\d{4}-\d{2}")]
    last = _last_year(known["month"], today)
    year = known["month"].str[:4].astype(int)
    inside = known[(year > last - MOST_YEARS_BY_MONTH) & (year <= last)]
    earlier, later = known[year <= last - MOST_YEARS_BY_MONTH], known[year > last]
    outside = {"before": (f"Before {last - MOST_YEARS_BY_MONTH + 1}", earlier), "after": (f"After {last}", later)}
    return Timeline(_on_axis(inside.assign(period=inside["month"])), _beside(outside | _vague(months)), "month")


def by_year(months: pd.DataFrame) -> Timeline:
    """Years on the axis, those without a month among them; only decades and the undated stand beside it."""
    known = months[months["month"].str.fullmatch(r"\d{4}-(\d{2}|XX)")]
    vague = {code: bucket for code, bucket in _vague(months).items() if code != "year"}
    return Timeline(_on_axis(known.assign(period=known["month"].str[:4])), _beside(vague), "year")


def timeline(periods: Timeline) -> Drawing:
    """Bars over time, stacked by where the date comes from. A click picks `period`."""
    pick = alt.selection_point(name="pick", fields=["period"], on="click", clear="dblclick")
    used = [basis for basis in _BASES if basis in set(periods.axis["basis"])]
    unit: Literal["yearmonth", "year"] = "yearmonth" if periods.unit == "month" else "year"
    chart: Drawing = (
        alt.Chart(periods.axis)
        .mark_bar(cursor="pointer", cornerRadiusEnd=1)
        .encode(
            x=alt.X("first_on:T", timeUnit=unit, title=None, axis=alt.Axis(grid=False, labelFlush=False, tickCount="year", format="%Y")),
            y=alt.Y("activities:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=5, format=",d", grid=True, gridOpacity=0.6)),
            color=alt.Color("basis:N", scale=alt.Scale(domain=_BASES), legend=alt.Legend(title=None, orient="top", values=used)),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("words:N", title="When"),
                alt.Tooltip("basis:N", title="Known from"),
                alt.Tooltip("activities:Q", title="Activities", format=","),
                alt.Tooltip("releases:Q", title="Releases that report them", format=","),
            ],
        )
        .add_params(pick)
        .properties(title=f"Activities by {periods.unit} (number)", height=280)
    )
    return chart


def codes(months: pd.DataFrame, period: str, today: date) -> tuple[str, ...]:
    """The month codes that a picked period or bucket stands for."""
    beside = by_month(months, today).beside
    if period in set(beside["bucket"]):
        return tuple(str(beside.loc[beside["bucket"] == period, "months"].iloc[0]).split())
    return tuple(code for code in dict.fromkeys(months["month"]) if code == period or code[:4] == period)


def _last_year(months: pd.Series[str], today: date) -> int:
    years = sorted({int(month[:4]) for month in months})
    past = [year for year in years if year <= today.year]
    return max(past or years or [today.year])


def _vague(months: pd.DataFrame) -> dict[str, tuple[str, pd.DataFrame]]:
    code = months["month"]
    return {
        "year": ("Only the year is said", months[code.str.fullmatch(r"\d{4}-XX")]),
        "decade": ("Only the decade is said", months[code.str.fullmatch(r"\d{3}X-XX")]),
        "undated": ("No year is said", months[code == "undated"]),
    }


def _on_axis(known: pd.DataFrame) -> pd.DataFrame:
    basis = [
        PUBLICATION if by == "publication" else YEAR_ONLY if month.endswith("XX") else TEXT
        for month, by in zip(known["month"], known["month_basis"], strict=True)
    ]
    counts = known.assign(basis=basis).groupby(["period", "basis"], as_index=False)[["activities", "releases"]].sum()
    first = [f"{period}-01-01"[:10] if period.isdigit() else f"{period}-01" for period in counts["period"]]
    words = [period if period.isdigit() else month_words(period) for period in counts["period"]]
    return counts.assign(first_on=first, words=words, rank=[_BASES.index(basis) for basis in counts["basis"]])


def _beside(buckets: dict[str, tuple[str, pd.DataFrame]]) -> pd.DataFrame:
    rows = [
        (code, name, int(rows["activities"].sum()), int(rows["releases"].sum()), " ".join(dict.fromkeys(rows["month"])))
        for code, (name, rows) in buckets.items()
        if not rows.empty
    ]
    return pd.DataFrame(rows, columns=["bucket", "name", "activities", "releases", "months"])
