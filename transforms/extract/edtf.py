"""Points of time of limited precision, and their form in EDTF (ISO 8601-2).

Belongs here: the Point, its bounds, its written form, intervals of two.
Does not: finding dates in a text (date_grammar.py and its siblings), supplying years (date_inference.py).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

_LEAP_YEAR = 2024


class Point(NamedTuple):
    """A decade, year, month or day; a month or day may lack its year. `decade`: the ten years from `year` on."""

    year: int | None
    month: int | None = None
    day: int | None = None
    decade: bool = False


def point_of(day: date) -> Point:
    """Return the day as a Point."""
    return Point(day.year, day.month, day.day)


def is_valid(point: Point) -> bool:
    """Whether the calendar has such a point: 30 February never, 29 February in leap years and where the year is unknown."""
    if point.month is None:
        return point.year is not None
    if not 1 <= point.month <= 12:  # noqa: PLR2004 (months)
        return False
    return point.day is None or 1 <= point.day <= calendar.monthrange(point.year or _LEAP_YEAR, point.month)[1]


def text(point: Point) -> str:
    """Write the point as EDTF: 198X, 2021, 2021-09, 2021-09-26, XXXX-09-26."""
    if point.decade and point.year is not None:
        return f"{point.year // 10}X"
    written = "XXXX" if point.year is None else f"{point.year:04d}"
    if point.month is not None:
        written += f"-{point.month:02d}"
    return written if point.day is None else f"{written}-{point.day:02d}"


def first(point: Point) -> date | None:
    """The first day of the point; None where its year is unknown."""
    if point.year is None:
        return None
    return date(point.year, point.month or 1, point.day or 1)


def last(point: Point) -> date | None:
    """The last day of the point; None where its year is unknown."""
    if point.year is None:
        return None
    if point.decade:
        return date(point.year + 9, 12, 31)
    month = point.month or 12
    return date(point.year, month, point.day or calendar.monthrange(point.year, month)[1])


def day_before(point: Point) -> Point:
    """Return the day before a day, its year unknown if it was."""
    day = first(point._replace(year=point.year or _LEAP_YEAR))
    if day is None:
        return point
    before = point_of(day - timedelta(days=1))
    return before if point.year is not None else before._replace(year=None)


def opening(point: Point) -> Point:
    """Return the first month of a year, the first day of a month: where "since the beginning of" it starts."""
    if point.decade or point.day is not None:
        return point
    return point._replace(month=1) if point.month is None else point._replace(day=1)


def precision(point: Point) -> str:
    """The unit that the point is known to: day, month, year or decade."""
    if point.day is not None:
        return "day"
    if point.month is not None:
        return "month"
    return "decade" if point.decade else "year"
