"""The words that dates are made of: the lexicon "dates", and the words before a date that give it its sense.

Belongs here: what each term of the lexicon stands for, loading them, and `lead`.
Does not: the regular expressions around them (date_grammar.py, date_years.py, relative_dates.py).
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.extract.lexicon import Lexicon

LEXICON = "dates"
FIRST_YEAR, LAST_YEAR = 1800, 2099
_FILE = Path(__file__).parent.parent / "vocabulary" / "date_words.csv"
_LEAD = 48
_AROUND_WORDS = "-(\"'"
_AROUND = frozenset({"cue", "part", "unit", "number", "ordinal"})


class Word(NamedTuple):
    """What a term of the lexicon stands for: its `sort` (month, year, quarter, weekday, week, ...) and its `number` in it.

    `sure` is False for words that are also something else: may, march, mar, sun.
    """

    sort: str
    number: int
    sure: bool = True


class Lead(NamedTuple):
    """The words before a date: `cue` is the nearest that is no part of it, `part` the nearest that is, `parts` all of those.

    Before "2016", "since the end of" is ("since", "of", "the end of").
    """

    cue: str
    part: str
    parts: str


@cache
def lexicon() -> Lexicon:
    """Return the lexicon "dates": the terms of date_words.csv and every year, decade and fiscal year."""
    values: dict[str, object] = {}
    with _FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["sort"] not in _AROUND:
                values[row["term"]] = Word(row["sort"], int(row["number"]), row["sure"] != "no")
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        values[str(year)] = Word("year", year)
        values[f"fy{year}"] = Word("fiscal", year)
        if year % 10 == 0:
            values[f"{year}s"] = Word("decade", year)
    for year in range(100):
        values[f"fy{year:02d}"] = Word("fiscal", 2000 + year)
    return Lexicon(LEXICON, values)


@cache
def words(sort: str) -> dict[str, int]:
    """Return the terms of one sort that stand around dates, with their numbers.

    "cue" announces a date, "part" names a part of one, "unit" is counted in numbers, never dated; "number" and "ordinal" are such words.
    """
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {row["term"]: int(row["number"]) for row in csv.DictReader(lines) if row["sort"] == sort}


def lead(folded: str, start: int) -> Lead:
    """Read the words before a date on its line: the part of it that they name, and the cue before that part."""
    before = folded[max(0, start - _LEAD) : start].rpartition("\n")[2].split()
    parts, after = words("part"), len(before)
    while after and before[after - 1].strip(_AROUND_WORDS) in parts:
        after -= 1
    said = [word.strip(_AROUND_WORDS) for word in before[after:]]
    return Lead(before[after - 1] if after else "", said[-1] if said else "", " ".join(said))
