"""Months divided into those that stand on a time axis and the buckets beside it, where what is undated stays in sight.

Belongs here: which period or bucket a month of the ledger falls into, and the frames of both.
Does not: the bars (charts/months.py), counting (queries).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

from dashboard.words import month as month_words

MOST_YEARS_BY_MONTH = 10
TEXT, YEAR_ONLY, PUBLICATION = "Date in the text", "Only the year in the text", "Publication date of the release"
BASES = (TEXT, YEAR_ONLY, PUBLICATION)
SETTLED, PROVISIONAL, AHEAD = "Settled", "Provisional: releases about it are still to come", "After the newest release"
_BESIDE = ("before", "after", "year", "decade", "undated")


class Axis(NamedTuple):
    """The years that stand on the axis, and whether it goes by year."""

    first_year: int
    last_year: int
    by_year: bool

    def bucket(self, month: str) -> str:
        """The period or bucket of a month of the ledger; queries/timeline.sql says the same in SQL."""
        if month == "undated":
            return month
        if month.endswith("X-XX"):
            return "decade"
        if month.endswith("XX") and not self.by_year:
            return "year"
        year = int(month[:4])
        if not self.first_year <= year <= self.last_year:
            return "before" if year < self.first_year else "after"
        return month[:4] if self.by_year else month

    def name(self, bucket: str) -> str:
        """A period or bucket in words."""
        names = {
            "before": f"Before {self.first_year}",
            "after": f"After {self.last_year}",
            "year": "Only the year is said",
            "decade": "Only the decade is said",
            "undated": "No year is said",
        }
        return names.get(bucket) or (bucket if bucket.isdigit() else month_words(bucket))


class Timeline(NamedTuple):
    """`axis` has a row for each period and basis that stands on the axis, `beside` a row for each bucket that does not."""

    axis: pd.DataFrame
    beside: pd.DataFrame
    unit: str
    counted: str


def axis(months: pd.Series[str], today: date, *, by_year: bool) -> Axis:
    """The axis for these months: every year, or ten years by month up to the latest that is not in the future, or to the latest at all."""
    if by_year:
        return Axis(1, 9999, by_year=True)
    years = sorted({int(month[:4]) for month in months if month[:4].isdigit() and not month.endswith("XX")})
    past = [year for year in years if year <= today.year]
    last = max(past or years or [today.year])
    return Axis(last - MOST_YEARS_BY_MONTH + 1, last, by_year=False)


def added_up(months: pd.DataFrame, over: Axis) -> pd.DataFrame:
    """Activities by bucket and basis, as queries/timeline.sql gives them: activities add up, so no second question is needed."""
    rank = [
        3 if by == "none" else 2 if by == "publication" else int(month.endswith("XX"))
        for month, by in zip(months["month"], months["month_basis"], strict=True)
    ]
    rows = months.assign(bucket=[over.bucket(month) for month in months["month"]], basis=rank)
    return rows.groupby(["bucket", "basis"], as_index=False)[["activities"]].sum()


def divided(rows: pd.DataFrame, over: Axis, counted: str, newest: date) -> Timeline:
    """Rows of bucket, basis and what is `counted`, divided. What falls into the month of the `newest` release is provisional."""
    beside = rows[rows["bucket"].isin(_BESIDE)].groupby("bucket", as_index=False)[[counted]].sum()
    order = {bucket: place for place, bucket in enumerate(_BESIDE)}
    beside = beside.assign(name=[over.name(bucket) for bucket in beside["bucket"]]).sort_values("bucket", key=lambda code: code.map(order))
    inside = rows[~rows["bucket"].isin(_BESIDE)].rename(columns={"bucket": "period", "basis": "rank"})
    inside = inside.assign(
        basis=[BASES[rank] for rank in inside["rank"]],
        first_on=[f"{period}-01-01"[:10] if period.isdigit() else f"{period}-01" for period in inside["period"]],
        words=[over.name(period) for period in inside["period"]],
        state=[_state(period, newest) for period in inside["period"]],
    )
    return Timeline(inside, beside, "year" if over.by_year else "month", counted)


def codes(months: pd.Series[str], over: Axis, bucket: str) -> tuple[str, ...]:
    """The months of the ledger that a picked period or bucket stands for; a year stands for its months on any axis."""
    whole_year = over._replace(first_year=1, last_year=9999, by_year=True) if bucket.isdigit() else over
    return tuple(month for month in dict.fromkeys(months) if whole_year.bucket(month) == bucket)


def _state(period: str, newest: date) -> str:
    latest = f"{newest:%Y-%m}"[: len(period)]
    return SETTLED if period < latest else PROVISIONAL if period == latest else AHEAD
