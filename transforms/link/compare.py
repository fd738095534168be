"""What two activities have in common, as a sum of named points, and the sentence that says so.

Belongs here: the points of a pair. Does not: which pairs are compared (pairs.py), what follows from a link (cluster.py).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.distance import JaroWinkler

from transforms.link import words
from transforms.link.objects import PART_WORDS, akin, apart
from transforms.link.telling import REPEATED, Telling

ALIKE = 0.93
_SHORTEST_ALIKE = 5
_SHOWN = 4
_NEAR_DAYS, _FAR_DAYS, _AGAIN_DAYS, _SLACK_DAYS = 45, 3650, 400, 60
_GENERAL = frozenset(("plant",))
_FIXED_UNITS = frozenset(("mw", "km", "kv", "bed", "seat", "hectare", "tonne", "ton"))
Rarity = Mapping[str, float]


class Point(NamedTuple):
    """One reason: its name in points.csv, how often or how strongly it holds, and its words with what they are about.

    The words are put together only for links: most pairs are none. No words, and it is not told.
    """

    name: str
    value: float
    words: str = ""
    about: tuple[Any, ...] = ()


class Verdict(NamedTuple):
    """What comparing gave: the probability of one undertaking, whether something forbids it, and why in words."""

    score: float
    forbidden: bool
    why: str


def compare(one: Telling, other: Telling, rarity: Rarity) -> Verdict:
    """Compare two activities of one country; `rarity` says of a word, from 0 to 1, how seldom the country's releases use it."""
    one, other = sorted((one, other), key=lambda t: t.order)
    points = list(_points(one, other, rarity))
    worth = weights()
    total = sum(point.value * worth[point.name] for point in points) + worth["base"]
    told = [_said(point) for point in points if total >= 0 and point.words and worth[point.name] > 0]
    return Verdict(1 / (1 + math.exp(-total)), forbidden(one, other), "; ".join(told))


def forbidden(one: Telling, other: Telling) -> bool:
    """Whether two activities say themselves that they are of different undertakings: other phases, lots or editions."""
    return apart(one.object.parts, other.object.parts)


def shared(one: Telling, other: Telling) -> dict[str, float]:
    """Words of both, with the lower of their weights; names that differ in a letter or two are one.

    The title of a release is no common ground of two activities that it tells.
    """
    if one.row.release_id == other.row.release_id:
        return {word: min(one.weights[word], other.weights[word]) for word in sorted(one.said & other.said)}
    found = {word: min(weight, other.weights[word]) for word, weight in one.weights.items() if word in other.weights}
    rest = [word for word, weight in other.weights.items() if word not in found and weight == words.NAME and len(word) >= _SHORTEST_ALIKE]
    for word, weight in one.weights.items():
        new = word not in found and weight == words.NAME and len(word) >= _SHORTEST_ALIKE
        if new and any(JaroWinkler.similarity(word, like) >= ALIKE for like in rest):
            found[word] = weight
    return found


@cache
def weights() -> dict[str, float]:
    """The points of each reason."""
    with (Path(__file__).parent / "points.csv").open(encoding="utf-8", newline="") as file:
        return {row["reason"]: float(row["points"]) for row in csv.DictReader(file)}


def _points(one: Telling, other: Telling, rarity: Rarity) -> Iterator[Point]:
    yield from _of_words(one, other, rarity)
    yield from _of_objects(one, other)
    yield from _of_sums(one, other)
    yield from _of_dates(one, other)
    if one.row.release_id != other.row.release_id:
        if one.row.organisation and one.row.organisation == other.row.organisation:
            yield Point("same organisation", 1, "both told by {}", (one.row.organisation,))
    elif one.row.evidence == other.row.evidence:
        yield Point("same words" if _one_object(one, other) else "same words other object", 1, "in the same words of one release")
    else:
        yield Point("same release", 1, "told by one release")


def _said(point: Point) -> str:
    """A reason in words: of names, the rarest; of sorts, their last word."""
    shown = [_listed(value) for value in point.about]
    return point.words.format(*shown)


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return " ".join(sorted(value, key=lambda word: (-value[word], word))[:_SHOWN])
    return ", ".join(sort.rpartition("/")[2] for sort in value) if isinstance(value, list) else value


def _one_object(one: Telling, other: Telling) -> bool:
    return one.row.kind != other.row.kind or one.row.sector == other.row.sector


def _of_words(one: Telling, other: Telling, rarity: Rarity) -> Iterator[Point]:
    common = shared(one, other)
    valued = {word: weight * rarity.get(word, 1.0) for word, weight in common.items()}
    names = {word: value for word, value in valued.items() if common[word] >= words.CITY}
    if names:
        value = min(sum(names.values()), weights()["most names"])
        yield Point("names", value, "both name {}", (names,))
    elif one.row.release_id != other.row.release_id and not (
        one.object.measures & other.object.measures or one.object.parts & other.object.parts
    ):
        yield Point("nothing named", 1)
    plain = sum(value for word, value in valued.items() if word not in names)
    yield Point("plain words", min(plain, weights()["most plain words"]))


def _of_objects(one: Telling, other: Telling) -> Iterator[Point]:
    mine, its = one.object, other.object
    if mine.sorts and its.sorts:
        both = sorted(mine.sorts & its.sorts - _GENERAL)
        if both:
            yield Point("same object", 1, "both about: {}", (both,))
        else:
            yield Point("akin object" if akin(mine.sorts, its.sorts) else "other object", 1)
    if mine.heads and its.heads:
        yield Point("same name" if _meet(mine.heads, its.heads) else "other name", 1)
    if mine.parts and mine.parts & its.parts:
        sort, number = min(mine.parts & its.parts)
        yield Point("same part", 1, "both {} {}", (PART_WORDS[sort], number))
    elif bool(mine.parts) != bool(its.parts):
        yield Point("part told once", 1)
    if one.row.sector and other.row.sector:
        digits = next((n for n in (3, 2) if one.row.sector[:n] == other.row.sector[:n]), 0)
        yield Point({3: "same category", 2: "same sector group"}.get(digits, "other sector"), 1)


def _of_sums(one: Telling, other: Telling) -> Iterator[Point]:
    mine, its = one.object.measures, other.object.measures
    if both := sorted(mine & its):
        yield Point("same measure", 1, "{:g} {} in both", both[0])
    elif units := {unit for _, unit in mine} & {unit for _, unit in its}:
        yield Point("other measure" if units & _FIXED_UNITS else "other number", 1)
    if one.row.amount and one.row.currency == other.row.currency and one.row.amount == other.row.amount:
        yield Point("same sum", 1, "{} {:,.0f} in both", (one.row.currency, one.row.amount))


def _of_dates(one: Telling, other: Telling) -> Iterator[Point]:
    if not one.day or not other.day:
        return
    apart = (other.day - one.day).days
    if one.own_day and one.own_day == other.own_day and one.row.kind == other.row.kind:
        yield Point("same act same day", 1, "the same act of {}", (one.own_day,))
    elif one.stage == "completed" and other.stage in ("agreed", "under construction") and apart > _SLACK_DAYS:
        yield Point("goes on after its end", 1)
    elif one.row.kind == other.row.kind == "completion" and apart > _AGAIN_DAYS:
        yield Point("ends twice", 1)
    elif one.stage != other.stage:
        yield Point("in order", 1, "{} before {}", (one.stage, other.stage))
    if apart > _FAR_DAYS:
        yield Point("ten years apart", 1)
    if {one.row.kind, other.row.kind} <= REPEATED and apart > _NEAR_DAYS and not one.object.parts & other.object.parts:
        yield Point("given again", 1)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(
        JaroWinkler.similarity(a, b) >= ALIKE for a in one for b in other if min(len(a), len(b)) >= _SHORTEST_ALIKE
    )
