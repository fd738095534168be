"""The words of an activity, each with how much it tells about which undertaking is meant.

Belongs here: sorting words into names, places, common words and words that say nothing.
Does not: what two activities have in common (compare.py), what is built (objects.py).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from transforms.extract.fold import flatten, fold
from transforms.extract.words import rows

NAME, PLACE, CITY, ORGANISATION, ABROAD, COMMON = 1.0, 0.55, 0.35, 0.25, 0.15, 0.12
_CITY_THOUSANDS = 700
_SHORTEST = 2
_NAMED_NUMBER = re.compile(r"(?<=[a-z])(?<!phase)(?<!stage)(?<!lot)-(?=\d)")  # covid-19 counts nothing
_THOUSANDS, _POINT = re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), re.compile(r"(?<=\d)\.(?=\d)")
_ROOM = Path(__file__).parent


def tokens(text: str | None) -> list[str]:
    """The words of a text, folded, in their order: hyphens and signs part them, those inside numbers do not (2016, 18p7)."""
    return flatten(_POINT.sub("p", _THOUSANDS.sub("", _NAMED_NUMBER.sub("", fold(text or ""))))).split()


def stem(word: str) -> str:
    """A plural without its s, so that "buses" meets "bus"."""
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 -- "ties" is no plural of "ty"
        return f"{word[:-3]}y"
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word  # noqa: PLR2004 -- "gas", "bus"


def weigh(words: list[str], country: str | None, organisations: frozenset[str]) -> dict[str, float]:
    """Word -> how much it tells, 0 to 1, before its frequency in the ledger is known. Words that say nothing are left out.

    `country` decides which names are places there; `organisations` are words of the names of those who report or act.
    """
    found: dict[str, float] = {}
    for word in words:
        weight = _weight(word, country, organisations)
        if weight:
            found[stem(word) if weight == COMMON else word] = weight
    return found


def is_name(word: str, country: str | None) -> bool:
    """Whether a word names something: no common word, no number, no country's name."""
    return _weight(word, country, frozenset()) in (NAME, PLACE, CITY)


def is_place(word: str, country: str | None) -> bool:
    """Whether a word stands in the name of a place of that country."""
    return word in _places().get(country or "", {})


def is_silent(word: str) -> bool:
    """Whether a word belongs to grammar or to dates."""
    return word in _silent()


def _weight(word: str, country: str | None, organisations: frozenset[str]) -> float:
    if len(word) < _SHORTEST or not word.isalpha() or word in _silent() or country in _countries().get(word, ()):
        return 0.0
    if place := _places().get(country or "", {}).get(word):
        return place
    if word in _countries():
        return ABROAD
    if word in _common():
        return COMMON
    return ORGANISATION if word in organisations else NAME


@cache
def _common() -> frozenset[str]:
    """Words of every country's projects, of the sector lexicon, and of how releases tell things."""
    with (_ROOM / "common_words.csv").open(encoding="utf-8", newline="") as file:
        common = {row["word"] for row in csv.DictReader(file)}
    for name, column in (("sector_terms.csv", "term"), ("trigger_objects.csv", "term"), ("triggers.csv", "trigger")):
        common.update(word for row in rows(name) for word in tokens(row[column]))
    with (_ROOM / "wire_words.csv").open(encoding="utf-8", newline="") as file:
        common.update(row["word"] for row in csv.DictReader(file))
    return frozenset(common | {word for row in rows("regions.csv") for word in tokens(row["term"])})


@cache
def _silent() -> frozenset[str]:
    """Words of grammar and of dates."""
    grammar = {word for name in ("function_words.csv", "name_stops.csv") for row in rows(name) for word in tokens(row["word"])}
    dates = (row["term"] for row in rows("date_words.csv") if row["sort"] not in ("observance", "unit"))
    return frozenset(grammar | {word for term in dates for word in tokens(term)})


@cache
def _countries() -> dict[str, frozenset[str]]:
    """Word of a country's name -> the countries it names."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("country_names.csv"):
        for word in tokens(row["alias"]):
            found[word].add(row["iso2"])
    return {word: frozenset(codes) for word, codes in found.items() if word not in _silent() and (word not in _common() or len(codes) == 1)}


@cache
def _places() -> dict[str, dict[str, float]]:
    """Country -> word of a place's name -> how much it tells: a large city is the scene of much."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows("cities.csv"):
        weight = CITY if int(row["thousands"] or 0) >= _CITY_THOUSANDS else PLACE
        for word in tokens(row["term"]):
            if word not in _common():
                found[row["country"]][word] = min(weight, found[row["country"]].get(word, weight))
    for row in rows("admin1_terms.csv"):
        for word in tokens(row["term"]):
            if word not in _common():
                found[row["code"][:2]][word] = CITY
    return dict(found)
