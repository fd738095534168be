"""Reading EDTF as a person writes it in a ruling.

Belongs here: the bounds and the precision of the forms that the ledger knows: days, months, years, decades, intervals, unknown years.
Does not: finding dates in a text (transforms/extract).
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from transforms.extract import edtf
from transforms.extract.edtf import Point

_POINT = re.compile(r"(?:(?P<decade>\d{3})X|(?P<year>\d{4})|XXXX(?=-))(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?$")
_OPEN = ".."
_QUARTER = {(1, 3), (4, 6), (7, 9), (10, 12)}


class Bounds(NamedTuple):
    """First and last possible day, None where the year is unknown or the end open, and the precision as in the ledger."""

    start: date | None
    end: date | None
    precision: str


def bounds(text: str) -> Bounds:
    """Read 2021-09-26, 2021-09, 2021, 198X, XXXX-09-26 or an interval of two of them, of which one may be open.

    Raises:
        ValueError: it is none of these, or no calendar has it, or it ends before it begins.
    """
    begins, slash, ends = text.partition("/")
    if not slash:
        point = _point(text)
        return Bounds(edtf.first(point), edtf.last(point), edtf.precision(point))
    points = [None if part == _OPEN else _point(part) for part in (begins, ends)]
    known = [point for point in points if point]
    if not known:
        raise ValueError(f"{text!r} is open at both ends")
    start, end = (edtf.first(points[0]) if points[0] else None), (edtf.last(points[1]) if points[1] else None)
    if start and end and start > end:
        raise ValueError(f"{text!r} ends before it begins")
    return Bounds(start, end, "quarter" if _is_quarter(points) else edtf.precision(known[-1]))


def _point(text: str) -> Point:
    found = _POINT.match(text)
    if not found:
        raise ValueError(f"{text!r} is no date: write 2021-09-26, 2021-09, 2021, 198X, XXXX-09-26, or two of them as 2013/2015")
    year = int(found["decade"]) * 10 if found["decade"] else int(found["year"]) if found["year"] else None
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    point = Point(year, month, day, decade=bool(found["decade"]))
    if not edtf.is_valid(point) or (point.decade and month) or year == 0:
        raise ValueError(f"no calendar has {text!r}")
    return point


def _is_quarter(points: list[Point | None]) -> bool:
    begins, ends = points
    if not begins or not ends or begins.day or ends.day or begins.year != ends.year:
        return False
    return (begins.month, ends.month) in _QUARTER
