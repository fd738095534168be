"""The sector lexicon as data: which words of the field speak of which OECD DAC sector.

Belongs here: reading sector_terms.csv and writing out the plurals and spellings in which a term may stand in a text.
Does not: finding terms in a text (transforms/extract/sectors.py), choosing between sectors (transforms/extract/sector_choice.py).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.extract.fold import flatten, fold

_HERE = Path(__file__).parent
_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


class SectorMeaning(NamedTuple):
    """What a term says. `code` is a DAC purpose code or category, "" for a phrase that only looks like a term.

    `weight` runs from 1 (weak) to 3 (settles it). `role`: "" the thing itself, "name" a part of an institution's name,
    "means" money and its givers, "stop" a phrase that hides the terms inside it.
    """

    code: str
    weight: int
    role: str
    term: str


@cache
def sector_terms() -> dict[str, SectorMeaning]:
    """Every term in every form in which it is searched. A form that a term has as its own beats one made from another term."""
    rows = [SectorMeaning(row["code"], int(row["weight"]), row["role"], row["term"]) for row in _read("sector_terms.csv")]
    forms: dict[str, SectorMeaning] = {}
    for meaning in rows:
        for form in variants(meaning.term):
            forms.setdefault(form, meaning)
    forms.update((plain(meaning.term), meaning) for meaning in rows)
    return forms


def variants(term: str) -> Iterator[str]:
    """Yield `term` flattened, its other spellings, and the plural of each."""
    base = plain(term)
    spelled = {base, *(_replace_word(base, written, also) for written, also in _spellings())}
    for form in sorted(spelled):
        yield form
        yield plural(form)


def plural(form: str) -> str:
    """Give the regular plural of the last word; a word in -ss or a bare -s (a plural already) stays as it is."""
    if form.endswith("s") and not form.endswith("ss"):
        return form
    if form.endswith("y") and form[-2:-1] not in _VOWELS:
        return form[:-1] + "ies"
    return form + ("es" if form.endswith(_SIBILANTS) else "s")


def plain(term: str) -> str:
    """Flatten a term as texts are flattened: hyphens and apostrophes become spaces."""
    return " ".join(flatten(fold(term)).split())


def _replace_word(form: str, written: str, also: str) -> str:
    return f" {form} ".replace(f" {written} ", f" {also} ").strip()


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    return tuple((row["written"], row["also"]) for row in _read("spelling_variants.csv"))


def _read(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
