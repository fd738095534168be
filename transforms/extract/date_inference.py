"""Supply the years that a text leaves out, and say from where: nothing is guessed.

Belongs here: years from the publication date, from the news date, from the date before, from an event's edition.
Does not: reading dates (date_grammar.py, date_years.py), finding the publication date (publication.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from transforms.extract.date_atoms import Atom
from transforms.extract.date_words import Word
from transforms.extract.edtf import Point, first, is_valid, last, point_of
from transforms.extract.mentions import Hit
from transforms.extract.relative_dates import looks_ahead

_ANNOUNCED = timedelta(days=14)
_JUST_PASSED = timedelta(days=31)
_NEAR_EDITION = timedelta(days=3)
_SAME_STORY = 250
_ANAPHORIC = frozenset({"anaphoric day", "anaphoric month", "anaphoric year", "day of month"})
_ENDS = re.compile(r"[.,;:)]|\n|\Z")
_LEAP_YEAR = 2024


class Known(NamedTuple):
    """What the years are taken from: the publication date, and the editions of events that the release names."""

    published: date | None
    editions: Sequence[tuple[date, date]] = ()


def settle_years(folded: str, atoms: list[Atom], known: Known) -> list[tuple[Atom, str]]:
    """Pair each atom, its year supplied where that can be done, with the basis of that year: text, inferred year, event, none."""
    settled: list[tuple[Atom, str]] = []
    before: tuple[Atom, str] | None = None
    for atom in atoms:
        pair = _anaphoric(atom, before) if atom.rule == "anaphoric" else _settle(folded, atom, known, before)
        if pair is None:
            continue
        settled.append(pair)
        if atom.rule not in ("relative", "anaphoric"):
            before = pair
    return settled


def read_anaphoric(folded: str, hit: Hit) -> Atom | None:
    """Read "the same day", "the following month", "on the 26th": dates that count from the date before them."""
    word = hit.value  # "the day after the flood" and "on the 26th floor" are no dates: there the phrase goes on
    if not isinstance(word, Word) or word.sort not in _ANAPHORIC:
        return None
    point = Point(None)
    if (word.sort == "day of month" or folded[hit.start : hit.end].endswith(("after", "before"))) and not _ENDS.match(folded, hit.end):
        return None
    if word.sort == "day of month":
        point = Point(None, None, word.number)
    return Atom(hit.start, hit.end, point, None, "anaphoric", word.number, word.sort, "anaphor")


def _anaphoric(atom: Atom, before: tuple[Atom, str] | None) -> tuple[Atom, str] | None:
    """Reckon from the date before; None where that is not known as finely as it must be."""
    if before is None:
        return None
    point, (unit, number), basis = before[0].until or before[0].point, (atom.precision, atom.delta), before[1]
    found: Point | None = None
    if unit == "anaphoric year" and point.year is not None and not point.decade:
        found = Point(point.year + number)
    elif unit == "anaphoric month" and point.month is not None:
        months = (point.year or _LEAP_YEAR) * 12 + point.month - 1 + number
        found = Point(months // 12 if point.year is not None else None, months % 12 + 1)
    elif unit == "day of month" and point.month is not None:
        found = point._replace(day=number)
    elif unit == "anaphoric day" and point.day is not None:
        day = first(point._replace(year=point.year or _LEAP_YEAR))
        moved = point_of(day + timedelta(days=number)) if day else None
        found = moved and moved._replace(year=moved.year if point.year is not None else None)
    return (atom._replace(point=found, precision=""), basis) if found and is_valid(found) else None


def _settle(folded: str, atom: Atom, known: Known, before: tuple[Atom, str] | None) -> tuple[Atom, str]:
    if atom.rule in ("text", "relative"):
        return atom, "text" if atom.rule == "text" else "inferred year"
    if atom.rule == "bare":
        return _with_year(atom, *_missing_year(folded, atom, known, before))
    start = known.published.year if atom.rule == "said" and known.published else None
    if atom.rule == "same" and before:
        start = before[0].point.year
    basis = "inferred year" if atom.rule == "said" else "text"
    return _with_year(atom, None if start is None else start + atom.delta, basis)


def _missing_year(folded: str, atom: Atom, known: Known, before: tuple[Atom, str] | None) -> tuple[int | None, str]:
    """The year of a date written without one: that of the edition it falls into, of the story told, or the nearest to publication."""
    for begins, ends in known.editions:
        for year in {begins.year, ends.year}:
            day = first(atom.point._replace(year=year)) if is_valid(atom.point._replace(year=year)) else None
            if day and atom.point.day and begins - _NEAR_EDITION <= day <= ends + _NEAR_EDITION:
                return year, "event"
    if before and before[0].point.year is not None and _goes_on(folded, before[0], atom):
        return before[0].point.year, "inferred year"
    return (None, "none") if known.published is None else (_nearest_year(folded, atom, known.published), "inferred year")


def _goes_on(folded: str, before: Atom, atom: Atom) -> bool:
    """Whether a story goes on from the dated `before`: soon after it, in its paragraph, and later in the year.

    "it hit a reef on july 25, 2020. in august it broke apart."
    """
    told = before.role not in ("dateline", "chrome") and before.rule in ("text", "bare") and before.point.month is not None
    if not told or atom.start - before.end > _SAME_STORY or "\n" in folded[before.end : atom.start]:
        return False
    then, now = before.until or before.point, atom.point
    return (then.month or 0, then.day or 0 if now.day else 0) < (now.month or 0, now.day or 0)


def _nearest_year(folded: str, atom: Atom, published: date) -> int | None:
    """The year that makes it the latest such date up to two weeks after the publication.

    If the clause looks ahead, the next one not yet over, unless one has only just passed.
    """
    points = [atom.point._replace(year=year) for year in range(published.year + 1, published.year - 9, -1)]
    points = [point for point in points if is_valid(point)]
    past = [point for point in points if (day := first(point)) and day <= published + _ANNOUNCED]
    coming = [point for point in points if (day := last(point)) and day >= published]
    ahead = atom.delta > 0 or (atom.delta == 0 and coming and looks_ahead(folded, atom.start, atom.end))
    if ahead and coming and not (atom.delta == 0 and past and _just_passed(past[0], published)):
        return coming[-1].year
    return past[0].year if past else None


def _just_passed(point: Point, published: date) -> bool:
    day = last(point)
    return day is not None and timedelta(0) <= published - day <= _JUST_PASSED


def _with_year(atom: Atom, year: int | None, basis: str) -> tuple[Atom, str]:
    """Put the year into the atom; an end that lies before the start is in the year after."""
    if year is None or not is_valid(atom.point._replace(year=year)):
        return atom, "none"
    point = atom.point._replace(year=year)
    if atom.until is None:
        return atom._replace(point=point), basis
    until = atom.until
    later = (until.month or 12, until.day or 31) < (point.month or 1, point.day or 1)
    until = Point(year + later, until.month, until.day)
    return (atom._replace(point=point, until=until), basis) if is_valid(until) else (atom, "none")
