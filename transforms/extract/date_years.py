"""Dates that hang on a number: bare years, dates in digits, decades, fiscal years, quarters and halves.

Belongs here: the grammar around a year, a quarter or a half.
Does not: names of months (date_grammar.py), words that count from the publication (relative_dates.py).
"""

from __future__ import annotations

import re
from datetime import date

from transforms.extract.date_atoms import Atom
from transforms.extract.date_grammar import YEAR_SAID, year_rule
from transforms.extract.date_words import Word, lead, words
from transforms.extract.edtf import Point, first, is_valid
from transforms.extract.mentions import Hit

_YEAR_FIRST = re.compile(r"(?P<mark>[-./])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?(?![\d/])(?![-.:]\d)(?:t(?=\d))?")
_YEAR_LAST = re.compile(r"(?<![\w./-])(?P<a>\d{1,2})(?P<mark>[-./])(?P<b>\d{1,2})(?P=mark)\Z")
_LONE_DAY = re.compile(r"(?<![\w./,:-])(?P<day>\d{1,2})\s{1,3}\Z")
_SHORT_RANGE = re.compile(r"[ ]?[-/](?P<end>\d\d)(?![\d%]|[-./]\d)")
_LONG_RANGE = re.compile(r"[-/](?:1[89]|20)\d\d(?!\d)")
_LINK = re.compile(r" ?(?:,|,? and|,? or|-|/|to|until|till|through) ?")
_LONGEST_LINK = 10
_PERIOD = re.compile(
    rf"""(?:[ ]of)?(?:[ ](?:the|fiscal|financial|calendar|fy|year)\b)*
    (?:[ ,'-]{{0,2}}(?:(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)|(?:fy[ ]?)?(?P<short>\d\d)(?!\d|[.,%]\d))|[ ]{YEAR_SAID})?""",
    re.VERBOSE,
)
_PERIOD_AFTER = re.compile(
    r"[ ,-]{1,2}(?:(?P<q>q)(?P<number>[1-4])|(?:h)(?P<half>[12])|(?P<word>first|second|third|fourth)[ -](?P<unit>quarter|half))\b"
)
_ON_DAY = re.compile(r"\b(?:eve of|on)(?: the| this year's)? \Z")
_YEAR_AFTER = re.compile(r",? (?:in )?(?P<year>20\d\d|19\d\d)(?!\d)")
_TIED = re.compile(r"(?:[-/=]|\d:)\Z")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LAST_MONTH = 12


def read_year(folded: str, hit: Hit, before: Atom | None = None) -> Atom | None:
    """Read the date around the year at `hit`: digits before or after it, a quarter after it, a short range, or the year alone.

    `before` is the date before it in the text: a year linked to it is a year too.
    """
    word = hit.value
    if not isinstance(word, Word) or folded[hit.start - 1 : hit.start] in ("/", "."):
        return _digits_before(folded, hit)
    follows = folded[hit.end : hit.end + 1]
    if follows in ("-", ".", "/") and folded[hit.end + 1 : hit.end + 2].isdigit() and not _LONG_RANGE.match(folded, hit.end):
        return _digits_after(folded, hit, word.number)
    if folded[hit.start - 1 : hit.start] == "-" and folded[hit.start - 2 : hit.start - 1].isdigit():
        found = _digits_before(folded, hit)
        if found:
            return found
    if follows in (" ", "-", ",") and (found_period := _PERIOD_AFTER.match(folded, hit.end)):
        return _period_after(hit, word.number, found_period)
    if before and hit.start - before.end < _LONGEST_LINK and _LINK.fullmatch(folded, before.end, hit.start):
        return Atom(hit.start, hit.end, Point(word.number))
    return _year_alone(folded, hit, word.number)


def _digits_after(folded: str, hit: Hit, year: int) -> Atom | None:
    """Read 2021-09-26, 2021.9.26, 2021-09, 26 2021-09 (day before year and month), 2019/20 and 2025-26 (two years)."""
    short = _SHORT_RANGE.match(folded, hit.end)
    if short and int(short["end"]) == (year + 1) % 100:
        return Atom(hit.start, short.end(), Point(year), Point(year + 1))
    found = _YEAR_FIRST.match(folded, hit.end)
    if found is None or _TIED.search(folded, max(0, hit.start - 2), hit.start):
        return None
    day = int(found["day"]) if found["day"] else None
    point, start = Point(year, int(found["month"]), day), hit.start
    if day is None:
        if found["mark"] == "." or len(found["month"]) == 1:
            return None
        lone = _LONE_DAY.search(folded, max(0, start - 8), start)
        if lone and is_valid(point._replace(day=int(lone["day"]))):
            point, start = point._replace(day=int(lone["day"])), lone.start()
    return Atom(start, found.end(), point) if is_valid(point) else None


def _digits_before(folded: str, hit: Hit) -> Atom | None:
    """Read 26/09/2021 or 09/26/2021; where either could be meant, the order is left open (precision "order")."""
    found = _YEAR_LAST.search(folded, max(0, hit.start - 8), hit.start)
    if found is None or not isinstance(hit.value, Word) or folded[hit.end : hit.end + 1] in ("/", "-"):
        return None
    a, b, year = int(found["a"]), int(found["b"]), hit.value.number
    day_first, month_first = Point(year, b, a), Point(year, a, b)
    valid = [point for point in (day_first, month_first) if is_valid(point)]
    if not valid:
        return None
    unsure = len(valid) > 1 and a != b
    return Atom(found.start(), hit.end, valid[0], None, precision="order" if unsure else "", delta=_order(valid, unsure=unsure, a=a))


def _order(valid: list[Point], *, unsure: bool, a: int) -> int:
    """1 if this date shows that the day comes first, -1 if the month does, 0 if it shows nothing."""
    if unsure or len(valid) > 1:
        return 0
    return 1 if a > _LAST_MONTH else -1


def settle_order(atoms: list[Atom], published: date | None) -> list[Atom]:
    """Give ambiguous dates in digits the order that the others in the release show; without such evidence only their year.

    A date that is the day of publication in one order shows that order too.
    """
    if not any(atom.delta or atom.precision == "order" for atom in atoms if atom.rule == "text"):
        return atoms
    shown = {atom.delta for atom in atoms if atom.rule == "text" and atom.delta}
    for atom in atoms:
        if atom.precision == "order" and published is not None:
            shown |= {order for order in (1, -1) if first(_in_order(atom, order)) == published}
    order = shown.pop() if len(shown) == 1 else 0
    return [_settled(atom, order) if atom.rule == "text" else atom for atom in atoms]


def _in_order(atom: Atom, order: int) -> Point:
    year, month, day, _ = atom.point
    return {1: atom.point, -1: Point(year, day, month)}.get(order, Point(year))


def _settled(atom: Atom, order: int) -> Atom:
    if atom.precision != "order":
        return atom._replace(delta=0)
    return atom._replace(point=_in_order(atom, order), precision="")


def _period_after(hit: Hit, year: int, found: re.Match[str]) -> Atom:
    """Read "2024 q3", "2024 h1", "2024 first half"."""
    number = int(found["number"] or found["half"] or 0) or _ORDINALS[found["word"]]
    months = 3 if found["q"] or found["unit"] == "quarter" else 6
    return period(hit.start, found.end(), (min(number, 12 // months), months), ("text", 0, year))


def period(start: int, end: int, part: tuple[int, int], rule: tuple[str, int, int | None]) -> Atom:
    """Make the atom of the n-th `months` months of a year."""
    number, months = part
    kind, delta, year = rule
    begins = (number - 1) * months + 1
    return Atom(start, end, Point(year, begins), Point(year, begins + months - 1), kind, delta, "quarter")


def read_period(folded: str, hit: Hit) -> Atom | None:
    """Read "third quarter of 2024", "q3 fy25", "first half of this year"; without a year it is one of the publication's."""
    word = hit.value
    if not isinstance(word, Word):
        return None
    part = (word.number, 3 if word.sort == "quarter" else 6)
    found = _PERIOD.match(folded, hit.end)
    if found is None:
        return None
    year = found["year"] or (f"20{found['short']}" if found["short"] and len(folded[hit.start : hit.end]) == 2 else None)  # noqa: PLR2004
    if year or found["said"]:
        return period(hit.start, found.end(), part, year_rule(year, found["said"]))
    if " of the year" in found[0] or " of the fiscal year" in found[0]:
        return period(hit.start, found.end(), part, ("said", 0, None))
    cue = "" if folded.startswith("last", hit.start) else lead(folded, hit.start).cue
    return period(hit.start, hit.end, part, ("bare", 0, None)) if word.sort == "quarter" and cue in words("cue") else None


def read_observance(folded: str, hit: Hit) -> Atom | None:
    """Read "on world health day", "on the eve of international children's day 2019" (the day before)."""
    if not isinstance(hit.value, Word):
        return None
    before = _ON_DAY.search(folded, max(0, hit.start - 24), hit.start)
    year = _YEAR_AFTER.match(folded, hit.end)
    if before is None and year is None:
        return None
    kind, delta, written = year_rule(year and year["year"], None)
    point = Point(written, *divmod(hit.value.number, 100))
    return Atom(hit.start, year.end() if year else hit.end, point, None, kind, delta)


def read_fiscal(folded: str, hit: Hit) -> Atom | None:
    """Read "fy2024", "fy25": the year it is named after."""
    return Atom(hit.start, hit.end, Point(hit.value.number)) if isinstance(hit.value, Word) and folded else None


def read_decade(folded: str, hit: Hit) -> Atom | None:
    """Read "the 1990s", where a decade can stand."""
    cue, part, _ = lead(folded, hit.start)
    if not isinstance(hit.value, Word) or not (part or cue in words("cue")):
        return None
    return Atom(hit.start, hit.end, Point(hit.value.number, decade=True))


def _year_alone(folded: str, hit: Hit, year: int) -> Atom | None:
    """A number is a year where the words before it say so and it counts nothing: "in 2019", not "1500 units", "boeing 2020"."""
    if folded[hit.end : hit.end + 1] in ("%", "'") or folded[hit.end : hit.end + 2] in (",0", ".0"):
        return _apostrophe_decade(folded, hit, year)
    after = folded[hit.end + 1 : hit.end + 24]
    if (after[:1].isdigit() and folded[hit.end] in ".,:") or (folded[hit.end : hit.end + 1] == " " and _counts(after)):
        return None
    if folded[hit.start - 1 : hit.start] in ("$", "#", "+", ":", "-") and not _mid(folded, hit.start):
        return None
    cue, part, _ = lead(folded, hit.start)
    ranged = part == "the" and _LONG_RANGE.match(folded, hit.end)
    named = part != "the" and (part or cue in words("cue") or (folded[hit.start - 1] == "(" if hit.start else False))
    return Atom(hit.start, hit.end, Point(year)) if named or ranged else None


def _apostrophe_decade(folded: str, hit: Hit, year: int) -> Atom | None:
    if folded[hit.end : hit.end + 2] != "'s" or year % 10:
        return None
    return Atom(hit.start, hit.end + 2, Point(year, decade=True))


def _mid(folded: str, start: int) -> bool:
    return folded[max(0, start - 5) : start - 1].rpartition(" ")[2] in words("part")


def _counts(after: str) -> bool:
    """Whether the word after a number says that it counts: "1500 units"."""
    following = after.split(maxsplit=1)
    return bool(following) and following[0].strip(".,;:()") in words("unit")
