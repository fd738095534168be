"""Dates with the name of a month: "sept. 26", "26th of september 2021", "september 15 to 17", "in march of last year".

Belongs here: the grammar around a month's name.
Does not: dates in digits and bare years (date_years.py), supplying the year (date_inference.py).
"""

from __future__ import annotations

import re

from transforms.extract.date_atoms import Atom
from transforms.extract.date_words import Word, lead, words
from transforms.extract.edtf import Point
from transforms.extract.mentions import Hit

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_AND_DAYS = rf"(?:,[ ]?{_DAY}(?:st|nd|rd|th)?)*,?[ ](?:and|&)[ ](?:the[ ])?"
_END = r"(?:st|nd|rd|th)?(?![\da-z%]|[.,:]\d{1,3}(?!\d))"
_TO = r"[ ]?-[ ]?|[ ](?:to|until|till|through|thru)[ ](?:the[ ])?"
YEAR_SAID = r"(?P<said>last|this|next|that[ ]same|that|the[ ]same|the[ ]following|the[ ]previous)[ ]year"
_AFTER = re.compile(
    rf"""\.?
    (?:[ ,]?[ ]?(?:the[ ])?(?P<day>{_DAY}){_END}(?:(?P<link>{_TO}|{_AND_DAYS})(?P<day2>{_DAY}){_END})?)?
    (?:(?:,?[ ]?(?:of[ ]|in[ ]|-|')?)(?P<year>(?:1[89]|20)\d\d)(?!\d|,\d{{3}}|\.\d|[ ]?%)
      |,?[ ](?:of[ ])?{YEAR_SAID}\b)?""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    rf"""(?:(?<![\w.:/$-])(?P<day1>{_DAY})(?:st|nd|rd|th)?(?P<link>{_TO}|{_AND_DAYS})(?P<day2>{_DAY})
       |(?<![\w.:/$-])(?<!\d,)(?P<day>{_DAY}))
    (?:st|nd|rd|th)?(?:[ ](?:day[ ])?of)?[ ./-]?[ ]?\Z""",
    re.VERBOSE,
)
_OTHER_MONTH = re.compile(
    r" ?(?:-|to|through|until|,|,? and|&) ?(?:jan|febr|april\b|june?\b|july?\b|aug|sept|oct|nov|dec|(?:march|may) (?:19|20)\d\d)"
)
_SAID = {"last": -1, "this": 0, "next": 1, "that": 0, "that same": 0, "the same": 0, "the following": 1, "the previous": -1}
_SHORTEST_NAME = 4
_FARTHEST_AND = 3


def read_month(folded: str, hit: Hit, *, cased_name: bool) -> Atom | None:
    """Read the date around the month at `hit`; `cased_name`: the body shows by a capital that it is a name."""
    word, after = hit.value, _AFTER.match(folded, hit.end)
    if not isinstance(word, Word) or after is None:
        return None
    rule = year_rule(after["year"], after["said"])
    if after["day"]:
        return _days(after, word.number, (hit.start, after.end()), rule)
    end = hit.end if rule[0] == "bare" else after.end()
    before = _days_before(folded, hit.start)
    if before is not None:
        named = word.sure or cased_name or rule[0] != "bare" or lead(folded, before.start()).cue in words("cue")
        return _days(before, word.number, (before.start(), end), rule) if named else None
    if rule[0] == "bare":
        return _month_alone(folded, hit, word, cased_name=cased_name)
    return Atom(hit.start, end, Point(rule[2], word.number), None, rule[0], rule[1])


def year_rule(year: str | None, said: str | None) -> tuple[str, int, int | None]:
    """Tell how the year is given: the rule, the years to add, and the year where it is written."""
    if year:
        return "text", 0, int(year)
    if not said:
        return "bare", 0, None
    return ("said" if said in ("last", "this", "next") else "same"), _SAID[said], None


def _days_before(folded: str, start: int) -> re.Match[str] | None:
    """Match "26 ", "26th of ", "1 to 3 " before the month; the last characters decide whether it is worth a search."""
    if not any(c.isdigit() for c in folded[max(0, start - 4) : start]) and folded[start - 4 : start] != " of ":
        return None
    return _BEFORE.search(folded, max(0, start - 24), start)


def _days(found: re.Match[str], month: int, span: tuple[int, int], rule: tuple[str, int, int | None]) -> Atom:
    """Make the atom of one day, or of the days from one to another."""
    groups = found.groupdict()
    days = [int(groups[name]) for name in ("day", "day1", "day2") if groups.get(name)]
    kind, delta, year = rule
    listed = "and" in (groups["link"] or "") or "&" in (groups["link"] or "")
    ranged = len(days) > 1 and days[1] > days[0] and (not listed or days[1] - days[0] <= _FARTHEST_AND)
    until = Point(year, month, days[1]) if ranged else None
    return Atom(*span, Point(year, month, days[0]), until, kind, delta)


def _month_alone(folded: str, hit: Hit, word: Word, *, cased_name: bool) -> Atom | None:
    """A month without day or year is a date only where the words before it say so; an abbreviation needs its point."""
    short = hit.end - hit.start < _SHORTEST_NAME and word.number != 5  # noqa: PLR2004 (May has no longer name)
    if short and not (word.sure and folded[hit.end : hit.end + 1] == "."):
        return None
    if _OTHER_MONTH.match(folded, hit.end):
        return Atom(hit.start, hit.end, Point(None, word.number), None, "bare")
    if folded[hit.end : hit.end + 1] == "-":
        return None
    cue, part, _ = lead(folded, hit.start)
    delta = {"last": -1, "this": 0, "next": 1}.get(part)
    if delta is not None and (word.sure or cased_name or delta):
        return Atom(hit.start, hit.end, Point(None, word.number), None, "bare", delta)
    known = cue in words("cue") or ((word.sure or cased_name) and (part or cue in ("and", "or")))
    return Atom(hit.start, hit.end, Point(None, word.number), None, "bare") if known else None
