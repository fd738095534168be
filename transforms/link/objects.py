"""What an activity is about, read off its words: the sort of object, the names it bears, its part, its measures.

Belongs here: finding those in a list of words. Does not: which words are names (words.py), comparing (compare.py).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from transforms.link import words

_LONGEST_TERM = 4
_REACH = 6  # words before an object in which its name is looked for
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_ORDINAL = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "fifth": "5",
    "1st": "1",
    "2nd": "2",
    "3rd": "3",
    "4th": "4",
    "5th": "5",
}
_PARTS = {"phase": "part", "stage": "part", "lot": "lot", "no": "part", "tranche": "part"}
PART_WORDS = {"part": "phase", "lot": "lot", "edition": "edition"}
_EDITIONS = frozenset(("team", "batch", "session", "course", "edition", "round"))
_UNITS = {"megawatt": "mw", "kilometer": "km", "kilometre": "km", "kms": "km", "bedded": "bed", "bus": "bus", "gigawatt": "gw"}
_NO_UNIT = frozenset(("percent", "per", "million", "billion", "m", "bn", "year", "month", "day", "hour", "u", "and", "to", "people", "the"))
_LONGEST_COUNT = 7  # longer numbers are sums of money
_YEARS = range(1900, 2100)
_COUNT = re.compile(r"\d+(?:p\d+)?$")
_EDITION = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


Parts = frozenset[tuple[str, str]]


class Objects(NamedTuple):
    """What a text tells of its object. `heads` are the names it bears, `parts` like ("part", "2") or ("lot", "3")."""

    sorts: frozenset[str]
    heads: frozenset[str]
    parts: Parts
    measures: frozenset[tuple[float, str]]


def objects(text: Sequence[str], country: str | None) -> Objects:
    """Read a text, given as its words."""
    spans = list(_spans(text))
    heads = {head for start, end, _ in spans for head in _heads(text, start, end, country)}
    sorts = frozenset(sort for _, _, found in spans for sort in found)
    return Objects(sorts, frozenset(heads), frozenset(_parts(text, country)), frozenset(_measures(text)))


def phrases(text: Sequence[str], country: str | None) -> Iterable[tuple[int, list[str]]]:
    """Each object as the text calls it, with how many names it bears: (1, ["karuma", "hydropower", "plant"])."""
    ends = {start: end for start, end, _ in _spans(text)}
    for start in ends:
        first, names = start, 0
        for at in range(start - 1, max(-1, start - _REACH), -1):
            if words.is_silent(text[at]) or not text[at].isalnum():
                break
            if words.is_name(text[at], country):
                first, names = at, names + 1
        last = start
        while last in ends:
            last = ends[last]
        yield names, list(text[first : last + 1 if text[last : last + 1] == ["project"] else last])


def apart(one: Parts, other: Parts) -> bool:
    """Whether two sets of phases and lots exclude each other: for some sort, they have no number in common."""
    both = {sort for sort, _ in one} & {sort for sort, _ in other}
    return any(not {part for part in one if part[0] == sort} & other for sort in both)


def akin(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of sorts allow one object: some sort is the other's, or the more general form of it."""
    return any(a == b or a.startswith(f"{b}/") or b.startswith(f"{a}/") for a in one for b in other)


def _spans(text: Sequence[str]) -> Iterable[tuple[int, int, tuple[str, ...]]]:
    """Where terms stand, the longest first at each word; a shorter one inside is not told apart."""
    at = 0
    while at < len(text):
        for length in range(min(_LONGEST_TERM, len(text) - at), 0, -1):
            if found := _terms().get(" ".join(text[at : at + length])):
                yield at, at + length, found
                at += length
                break
        else:
            at += 1


def _heads(text: Sequence[str], start: int, end: int, country: str | None) -> Iterable[str]:
    """Names right before an object ("the kano maradi railway") or after its "of" ("port of hambantota")."""
    for word in reversed(text[max(0, start - _REACH) : start]):
        if words.is_silent(word) or not word.isalnum():
            break
        if words.is_name(word, country):
            yield word
    if text[end : end + 1] == ["of"]:
        for word in text[end + 1 : end + 4]:
            if not words.is_name(word, country):
                break
            yield word


def _parts(text: Sequence[str], country: str | None) -> Iterable[tuple[str, str]]:
    """Phases, lots and editions: "phase ii", "second phase", "lot 3", "adama i", "vinh tan 1", "37th medical team"."""
    for at, word in enumerate(text):
        before, after = text[at - 1] if at else "", text[at + 1] if at + 1 < len(text) else ""
        if word in _PARTS and (number := _number(after)):
            yield _PARTS[word], number
        if word in _PARTS and before in _ORDINAL:
            yield _PARTS[word], _ORDINAL[before]
        if _counts_parts(text, at) and (words.is_name(before, country) or (word in _ROMAN and before in _terms())):
            yield "part", _number(word)
        if (edition := _EDITION.match(word)) and _EDITIONS & set(text[at + 1 : at + 4]):
            yield "edition", edition[1]


def _counts_parts(text: Sequence[str], at: int) -> bool:
    """Whether a number is one of a part: a single figure before an object or at the end, so that it is no day and no sum."""
    if text[at] not in _ROMAN and not (text[at].isdigit() and len(text[at]) == 1):
        return False
    following = range(at + 2, at + 2 + _LONGEST_TERM)
    ends = at + 1 == len(text) or text[at + 1] == "project"
    return at > 0 and (ends or any(" ".join(text[at + 1 : end]) in _terms() for end in following))


def _measures(text: Sequence[str]) -> Iterable[tuple[float, str]]:
    """Numbers with what they count: (600, "mw"), (90, "bus"). Years, shares and sums of money count nothing."""
    for word, following in pairwise(text):
        unit = words.stem(following)
        unit = _UNITS.get(unit, unit)
        counts = _COUNT.match(word) and len(word) <= _LONGEST_COUNT and not (word.isdigit() and int(word) in _YEARS)
        if counts and unit.isalpha() and unit not in _NO_UNIT and not words.is_silent(unit):
            whole = float(word.replace("p", "."))
            yield (whole * 1000, "mw") if unit == "gw" else (whole, unit)


def _number(word: str) -> str:
    """The number that a word gives, "" where it gives none."""
    return _ROMAN.get(word, "") or (word if word.isdigit() and len(word) < 3 else "") or _ORDINAL.get(word, "")  # noqa: PLR2004 -- no year


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    with (Path(__file__).parent / "objects.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["term"], []).append(row["object"])
    return {term: tuple(sorts) for term, sorts in found.items()}
