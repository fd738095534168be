"""Editions of recurring events whose dates are public knowledge: "the second china-africa economic and trade expo", "ciie 2019".

Belongs here: the lexicon "events", telling which edition is named, its dates as a mention.
Does not: the dates themselves (transforms/vocabulary/events.csv and event_editions.csv).
"""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.extract.date_words import words
from transforms.extract.lexicon import Lexicon, longest
from transforms.extract.mentions import DateMention, Hit

LEXICON = "events"
_VOCABULARY = Path(__file__).parent.parent / "vocabulary"
_YEAR_AFTER = re.compile(r"(?:,? (?:of |in )?\(?|[- ']{1,2})(?P<year>(?:19|20)\d\d)(?!\d|,\d)")
_NUMBER_AFTER = re.compile(r"[ -]?(?P<number>\d{1,3})(?![\d,.%])")
_YEAR_BEFORE = re.compile(r"\b(?P<year>(?:19|20)\d\d) (?:(?:annual|the|edition of(?: the)?) )?\Z")
_NUMBER_BEFORE = re.compile(
    r"\b(?:(?P<number>\d{1,3})(?:st|nd|rd|th)|(?P<word>(?:twenty-|thirty-|forty-)?[a-z]{3,11}(?:st|nd|rd|th)))"
    r"(?: annual| session of the| edition of the)? \Z"
)


class Edition(NamedTuple):
    """An edition named at body[start:end], and the days on which it was held."""

    start: int
    end: int
    first: date
    last: date

    def mention(self) -> DateMention:
        """Return the edition's days as a date of the text."""
        written = self.first.isoformat() if self.first == self.last else f"{self.first.isoformat()}/{self.last.isoformat()}"
        return DateMention(self.start, self.end, written, self.first, self.last, "day", "event", "event")


@cache
def lexicon() -> Lexicon:
    """Return the lexicon "events": names of series, with the series; names of one edition ("paris olympics"), with its days."""
    values: dict[str, object] = {}
    with (_VOCABULARY / "events.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                values[name] = row["series"]
    for row in _rows():
        for name in filter(None, row["names"].split("|")):
            values[name] = (date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
    return Lexicon(LEXICON, values)


@cache
def _editions() -> dict[tuple[str, str, int], tuple[date, date]]:
    """(series, "number" or "year", value) -> its first and last day. A year with two editions names neither."""
    editions: dict[tuple[str, str, int], tuple[date, date]] = {}
    twice: set[tuple[str, str, int]] = set()
    for row in _rows():
        days = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        for key in _keys(row):
            if key in editions:
                twice.add(key)
            editions[key] = days
    return {key: days for key, days in editions.items() if key not in twice}


@cache
def _rows() -> list[dict[str, str]]:
    with (_VOCABULARY / "event_editions.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _keys(row: dict[str, str]) -> list[tuple[str, str, int]]:
    keys = [(row["series"], "year", int(row["year"] or row["first"][:4]))]
    return [*keys, (row["series"], "number", int(row["number"]))] if row["number"] else keys


def find_editions(folded: str, hits: list[Hit]) -> list[Edition]:
    """Find the editions that the text names by number or year beside the name of their series."""
    found = dict.fromkeys(_edition(folded, hit) for hit in longest(hits)) if hits else ()
    return sorted(edition for edition in found if edition)


def _edition(folded: str, hit: Hit) -> Edition | None:
    """Look for the number or year of an edition after the name, then before it; some names need neither."""
    if isinstance(hit.value, tuple):
        return Edition(hit.start, hit.end, *hit.value)
    after = _YEAR_AFTER.match(folded, hit.end)
    if after:
        return _named(hit, "year", int(after["year"]), hit.start, after.end())
    begins = max(0, hit.start - 40)
    before = _NUMBER_BEFORE.search(folded, begins, hit.start)
    if before:
        number = int(before["number"]) if before["number"] else words("ordinal").get(before["word"], 0)
        return _named(hit, "number", number, before.start(), hit.end)
    before = _YEAR_BEFORE.search(folded, begins, hit.start)
    if before:
        return _named(hit, "year", int(before["year"]), before.start(), hit.end)
    after = _NUMBER_AFTER.match(folded, hit.end)
    return _named(hit, "number", int(after["number"]), hit.start, after.end()) if after else None


def _named(hit: Hit, by: str, value: int, start: int, end: int) -> Edition | None:
    days = _editions().get((str(hit.value), by, value))
    return Edition(start, end, *days) if days else None
