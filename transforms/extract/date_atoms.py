"""A date as the grammar reads it, before its year is settled.

Belongs here: the Atom, and how neighbouring atoms join into intervals and lists.
Does not: reading atoms from the text (date_grammar.py, date_years.py, relative_dates.py), supplying years (date_inference.py).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.extract.edtf import Point

_JOIN = re.compile(r"\s?(?:-|to|until|till|through|thru|up to)\s?(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?")
_LIST = re.compile(r"(?:,|,? ?(?:and|&|or))\s?(?:in |on |by )?")
_BETWEEN = re.compile(r"between (?:the )?(?:years )?\Z")
_LONGEST_GAP = 24


class Atom(NamedTuple):
    """A date at body[start:end]: a point, or with `until` the interval from `point` to there.

    `rule` says where the year comes from: "text" (written), "bare" (not at all), "said" (last, this, next year: `delta` years from
    the publication), "same" (that year, the following year: `delta` years from the date before), "relative" (reckoned from the
    publication date), "event" (the edition of an event). `precision` overrules that of the point where it is not empty.
    """

    start: int
    end: int
    point: Point
    until: Point | None = None
    rule: str = "text"
    delta: int = 0
    precision: str = ""
    role: str = ""


def join(folded: str, atoms: list[Atom]) -> list[Atom]:
    """Join atoms with "to" or "and" between them; `atoms` stand in the order of the text and do not overlap."""
    joined: list[Atom] = []
    for atom in atoms:
        before = joined[-1] if joined else None
        if before is None or atom.start - before.end > _LONGEST_GAP or before.rule == "relative":
            joined.append(atom)
            continue
        gap = folded[before.end : atom.start]
        if before.until is None and atom.rule != "relative" and _is_range(folded, before, gap):
            interval = _interval(before, atom)
            if interval:
                joined[-1] = interval
                continue
        elif _LIST.fullmatch(gap):
            _share_year(joined, atom)
        joined.append(atom)
    return joined


def _is_range(folded: str, before: Atom, gap: str) -> bool:
    if gap.strip() in ("and", "and the"):
        return _BETWEEN.search(folded, max(0, before.start - 20), before.start) is not None
    return _JOIN.fullmatch(gap) is not None


def _interval(before: Atom, after: Atom) -> Atom | None:
    """One atom from `before` to `after`; the year of the end counts for the start too, or the year before if the start is later."""
    start, end = before.point, after.until or after.point
    rule, delta = after.rule, after.delta
    if start.month is None and end.month is not None and end.year is None:
        return None
    if start.year is None and end.year is not None:
        start = start._replace(year=end.year - (_month_day(start) > _month_day(end)) if start.month else end.year)
    elif end.year is None and start.year is not None:
        end = end._replace(year=start.year + (_month_day(start) > _month_day(end)))
        rule, delta = before.rule, before.delta
    if start.year is not None and end.year is not None and _rank(start) > _rank(end):
        return None
    return Atom(before.start, after.end, start, end, rule, delta, after.precision)


def _month_day(point: Point) -> tuple[int, int]:
    return (point.month or 12, point.day or 0)


def _rank(point: Point) -> tuple[int, int, int]:
    return (point.year or 0, point.month or 0, point.day or 0)


def _share_year(joined: list[Atom], atom: Atom) -> None:
    """Give the year at the end of a list to its earlier members: "march and june 2019"."""
    if atom.rule == "bare" or atom.point.month is None:
        return
    for place in range(len(joined) - 1, -1, -1):
        member = joined[place]
        if member.rule != "bare" or atom.start - member.end > _LONGEST_GAP * (len(joined) - place):
            return
        if atom.point.year is None:
            joined[place] = member._replace(rule=atom.rule, delta=atom.delta)
            continue
        year = atom.point.year - (_month_day(member.until or member.point) > _month_day(atom.until or atom.point))
        until = member.until and member.until._replace(year=year)
        joined[place] = member._replace(point=member.point._replace(year=year), until=until, rule=atom.rule, delta=atom.delta)
