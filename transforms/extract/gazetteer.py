"""The names of places, as one lexicon, and the words around a name that say what it does there.

Belongs here: reading the vocabulary of places, what is known about each term (Sense), the cue words, names of persons.
Does not: deciding what a mention means (place_senses.py, place_roles.py, places.py).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.extract.fold import fold
from transforms.extract.lexicon import Lexicon, pattern

_POSTAL = 2
_TYPED_ONLY = 2
_VOCABULARY = Path(__file__).parent.parent / "vocabulary"
_STANDING_COUNTRIES = {"US": ("usa", "united states"), "GB": ("uk", "england", "united kingdom", "scotland", "wales")}


class Sense(NamedTuple):
    """One thing that a term can mean. `form`: name, demonym, admin1, city, region, code (of a state) or block (no place at all).

    `use`: 0 wherever it stands, 1 only where the context speaks for it, 2 only with its type word or a larger place after it.
    `size` is thousands of inhabitants of a city. `name` is the term as the vocabulary writes it.
    """

    form: str
    country: str | None
    admin1: str | None
    region: str | None
    use: int
    size: int
    name: str


@cache
def senses() -> dict[str, tuple[Sense, ...]]:
    """Every term of the lexicon with all it can mean, the likeliest first."""
    terms: dict[str, list[Sense]] = defaultdict(list)
    for sense in _all_senses():
        terms[pattern(sense.name)].append(sense)
    return {found[0].name: tuple(sorted(found, key=_rank)) for found in terms.values()}


def _rank(sense: Sense) -> tuple[int, int, int]:
    forms = {"block": 0, "name": 1, "region": 2, "demonym": 3, "city": 4, "admin1": 4}
    return sense.use, forms.get(sense.form, 5), -sense.size


@cache
def lexicons() -> list[Lexicon]:
    """The lexicon of places, for the automaton."""
    return [Lexicon("places", senses())]


def rows(file: str) -> Iterator[dict[str, str]]:
    """The rows of a vocabulary file."""
    with (_VOCABULARY / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def cues(side: str) -> dict[str, frozenset[str]]:
    """Cue word -> its meanings, for the words before or after a place."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("place_cues.csv"):
        if row["side"] == side:
            found[row["word"]].add(row["meaning"])
    return {word: frozenset(meanings) for word, meanings in found.items()}


@cache
def cue_words(side: str, *meanings: str) -> frozenset[str]:
    """The words before or after a place that have one of these meanings: to ask it of a word is one look into a set."""
    return frozenset(word for word, known in cues(side).items() if not known.isdisjoint(meanings))


@cache
def person_names(part: str) -> frozenset[str]:
    """Given names or surnames: "jordan" after the one or before the other is a person."""
    return frozenset(row["name"] for row in rows("person_names.csv") if row["part"] == part)


@cache
def guards() -> dict[str, str]:
    """Names of countries and large cities that are also something else: person, context."""
    return {row["name"]: row["guard"] for row in rows("place_guards.csv")}


@cache
def state_codes() -> dict[str, str]:
    """The short forms of states that follow a town: "tn" and "tenn." mean US-TN."""
    return {row["code"]: row["admin1"] for row in rows("state_codes.csv")}


@cache
def wordlike_codes() -> frozenset[str]:
    """The short forms that are words too: "in", "or", "me"."""
    return frozenset(row["code"] for row in rows("state_codes.csv") if row["word"] == "1")


def _all_senses() -> Iterator[Sense]:
    context = {name for name, guard in guards().items() if guard == "context"}
    for row in rows("country_names.csv"):
        yield from _country_senses(row["alias"], row["iso2"], row["kind"], int(row["alias"] in context))
    for row in rows("regions.csv"):
        yield Sense("region", None, None, row["m49"], 0, 0, row["term"])
    for row in rows("place_blocks.csv"):
        yield Sense("block", None, None, None, 0, 0, row["term"])
    for code, admin1 in state_codes().items():
        if len(code) == _POSTAL and code not in wordlike_codes():
            yield Sense("code", admin1[:2], admin1, None, 2, 0, code)
    yield from _unit_senses()
    yield from _city_senses()


def _country_senses(alias: str, iso2: str, kind: str, use: int) -> Iterator[Sense]:
    name = fold(alias)
    form = "demonym" if kind == "demonym" else "name"
    use = 1 if kind == "former" else use
    yield Sense(form, iso2, None, None, use, 0, name)
    if form == "demonym" and name.endswith(("an", "i", "ian")):
        yield Sense(form, iso2, None, None, use, 0, f"{name}s")


def _unit_senses() -> Iterator[Sense]:
    kinds = ("province", "region", "state", "county", "department", "governorate", "district", "prefecture")
    for row in rows("admin1_terms.csv"):
        use = int(row["use"])
        country = row["code"][:2]
        if use < _TYPED_ONLY:
            yield Sense("admin1", country, row["code"], None, use, 0, row["term"])
            continue
        for kind in kinds:
            yield Sense("admin1", country, row["code"], None, 1, 0, f"{row['term']} {kind}")


def _city_senses() -> Iterator[Sense]:
    larger = _larger_places()
    for row in rows("cities.csv"):
        country, admin1, use = row["country"], row["admin1"] or None, int(row["use"])
        size = int(row["thousands"])
        if use < _TYPED_ONLY:
            yield Sense("city", country, admin1, None, use, size, row["term"])
            continue
        for place in {*larger.get(country, ()), *larger.get(admin1 or "", ())}:
            yield Sense("city", country, admin1, None, 0, size, f"{row['term']}, {place}")


@cache
def _larger_places() -> dict[str, tuple[str, ...]]:
    """Code of a country or unit -> the names that may follow a town of it."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("country_names.csv"):
        if row["kind"] == "name":
            found[row["iso2"]].append(fold(row["alias"]))
    for country, names in _STANDING_COUNTRIES.items():
        found[country].extend(names)
    for code, admin1 in state_codes().items():
        found[admin1].append(code)
    for row in rows("admin1_terms.csv"):
        if row["code"][:2] in ("US", "CA", "AU", "GB") and row["use"] != "2":
            found[row["code"]].append(row["term"])
    return {code: tuple(dict.fromkeys(names)) for code, names in found.items()}
