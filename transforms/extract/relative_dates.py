"""Dates that count from the day of publication: "yesterday", "last week", "on tuesday", "two weeks ago".

Belongs here: what such words mean, given that day.
Does not: words that count from another date of the text (date_inference.py), which day counts as publication (publication.py).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from transforms.extract.date_atoms import Atom
from transforms.extract.date_words import Word, lead, words
from transforms.extract.edtf import Point, point_of
from transforms.extract.mentions import Hit

_NUMBER = re.compile(r"\b(?P<number>\d{1,2}|[a-z]{3,6})\s\Z")
_FUTURE = re.compile(r"\b(?:will|to be|(?:is|are) to|shall|upcoming|next|scheduled|planned|slated|expected|due|set (?:to|for)|plans? to)\b")
_WHERE_WILL = re.compile(r",? (?:where|when|at which)\b[^.;\n]{0,40}\bwill\b")
_PRESENT = re.compile(r"\b(?:arrives?|begins?|starts?|opens?|takes? place|kicks? off|leaves?|meets?|visits?)\b[^.;]{0,40}\Z")
_WEEKDAY_CUES = frozenset({"on", "this", "last", "next", "since", "until", "by", "from", "late", "early", "of"})
_NOWADAYS = re.compile(
    r",? (?:(?:it|they|he|she|we|the) (?:\w+ ){0,4}?)?(?:is|are|has|have|needs?|operates?|employs?|serves?|stands?|resides?)\b"
)
_ACT = re.compile(r"[^.;\n]{1,120}?\b(?:\w{2,}ed|held|began|won|took|gave|met|saw|went|sent|made)\b")
_ANNOUNCED = re.compile(r" (?:announce|report|unveil|reveal)(?:d|s|ed)\b")
_ANNOUNCED_BEFORE = re.compile(r"\b(?:announce|report|unveil|reveal)(?:d|s|ed)? \Z")
_YEAR_NEAR = re.compile(r"(?: of)? (?:19|20)\d\d\b")
_CLAUSE = 120
_WEEK, _MONTHS = 7, 12


def looks_ahead(folded: str, start: int, end: int) -> bool:
    """Whether the clause around the date at folded[start:end] speaks of the future."""
    begin = max(0, start - _CLAUSE)
    begin = max(folded.rfind(". ", begin, start), folded.rfind("\n", begin, start), begin)
    return bool(_FUTURE.search(folded, begin, start) or _WHERE_WILL.match(folded, end))


def read_relative(folded: str, hit: Hit, today: date) -> Atom | None:
    """Reckon the date that the word at `hit` means when it is written on `today`."""
    word = hit.value
    if not isinstance(word, Word) or _YEAR_NEAR.match(folded, hit.end):
        return None
    if word.sort in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[word.sort](folded, hit, word.number, today)
    return Atom(hit.start, hit.end, *_RECKONERS[word.sort](today, word.number), "relative")


def _atom(hit: Hit, first: date, last: date | None, precision: str = "", role: str = "") -> Atom:
    return Atom(hit.start, hit.end, point_of(first), point_of(last) if last else None, "relative", 0, precision, role)


def _week(today: date, number: int) -> tuple[Point, Point]:
    monday = today - timedelta(days=today.weekday()) + timedelta(days=_WEEK * number)
    return point_of(monday), point_of(monday + timedelta(days=6))


def _weekend(today: date, number: int) -> tuple[Point, Point]:
    """Saturday and Sunday: the last one that has begun, this week's, or that of the week after."""
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5 + _WEEK * number)
    return point_of(saturday), point_of(saturday + timedelta(days=1))


def _month(today: date, number: int) -> tuple[Point, None]:
    months = today.year * _MONTHS + today.month - 1 + number
    return Point(months // _MONTHS, months % _MONTHS + 1), None


def _quarter(today: date, number: int) -> tuple[Point, Point]:
    quarter = today.year * 4 + (today.month - 1) // 3 + number
    year, begins = quarter // 4, quarter % 4 * 3 + 1
    return Point(year, begins), Point(year, begins + 2)


def _year(today: date, number: int) -> tuple[Point, None]:
    return Point(today.year + number), None


def _decade(today: date, number: int) -> tuple[Point, Point]:
    return Point(today.year - number), Point(today.year)


def _weekday(folded: str, hit: Hit, number: int, today: date) -> Atom | None:
    """The latest such day up to today; the next one after "next" or where the clause looks ahead."""
    cue = lead(folded, hit.start)
    if cue.cue not in _WEEKDAY_CUES and cue.part not in _WEEKDAY_CUES:
        return None
    back = (today.weekday() - number) % _WEEK
    day = today - timedelta(days=back or (_WEEK if cue.part == "last" else 0))
    ahead = cue.part == "next" or looks_ahead(folded, hit.start, hit.end) or _PRESENT.search(folded, max(0, hit.start - 60), hit.start)
    if ahead and cue.part != "last" and back:
        day += timedelta(days=_WEEK)
    return _atom(hit, day, None)


def _ago(folded: str, hit: Hit, days: int, today: date) -> Atom | None:
    """Count back, to the unit that is counted in: "two weeks ago" is a week, "three years ago" a year."""
    found = _NUMBER.search(folded, max(0, hit.start - 10), hit.start)
    number, start = 1, hit.start
    if folded[hit.start : hit.start + 2] not in ("a ", "on"):
        number = _number(found["number"]) if found else 0
        start = found.start() if found else start
    if not number:
        return None
    if days == 1:
        return _atom(hit, today - timedelta(days=number), None)._replace(start=start)
    if days == _WEEK:
        return Atom(start, hit.end, *_week(today, -number), "relative")
    point = Point(today.year - number) if days > 300 else _month(today, -number)[0]  # noqa: PLR2004 (a year)
    return Atom(start, hit.end, point, None, "relative")


def _day(folded: str, hit: Hit, number: int, today: date) -> Atom:
    role = _role_of_today(folded, hit) if number == 0 else ""
    return _atom(hit, today + timedelta(days=number), None, "", role)


def _last_quarter(folded: str, hit: Hit, _: int, today: date) -> Atom | None:
    """Of the quarters without a year only the last one counts from the publication; "the last quarter of 2020" is its fourth."""
    if not folded.startswith("last", hit.start):
        return None
    return Atom(hit.start, hit.end, *_quarter(today, -1), "relative", 0, "quarter")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else words("number").get(word, 0)


def _role_of_today(folded: str, hit: Hit) -> str:
    """Today can mean nowadays ("today's market", "today they need six hours"), or date the announcement alone ("announced today")."""
    opens = folded[max(0, hit.start - 3) : hit.start].rstrip(" ")[-1:] in ("", ".", "?", "!", "\n")
    general = _NOWADAYS.match(folded, hit.end) or (opens and not _ACT.match(folded, hit.end))
    if general or folded[hit.end : hit.end + 2] == "'s":
        return "nowadays"
    announced = _ANNOUNCED.match(folded, hit.end) or _ANNOUNCED_BEFORE.search(folded, max(0, hit.start - 16), hit.start)
    return "announced" if announced else ""


_RECKONERS = {
    "week": _week,
    "weekend": _weekend,
    "calendar month": _month,
    "calendar quarter": _quarter,
    "calendar year": _year,
    "decade past": _decade,
}
_OF_THEIR_OWN = {"weekday": _weekday, "ago": _ago, "day": _day, "quarter": _last_quarter}
SORTS = frozenset({*_OF_THEIR_OWN, *_RECKONERS})
