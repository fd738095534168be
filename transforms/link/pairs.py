"""Which activities are compared at all: those that share a rare word, a measure or a sum, and stand near each other in time.

Belongs here: blocking, so that the work grows with the ledger and not with its square. Does not: comparing (compare.py).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from transforms.link import words
from transforms.link.telling import Telling

WINDOW = 12  # neighbours in time that one shared key leads to
_PREFIX = 4
_SMOOTHING = 64


def rarity(tellings: Sequence[Telling]) -> dict[str, float]:
    """Word -> 1 where one release uses it, nearing 0 where all do: relative to the releases of these activities alone."""
    by_release: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        by_release[telling.row.release_id].update(telling.weights)
    counts = Counter(word for found in by_release.values() for word in found)
    scale = math.log2(len(by_release) + _SMOOTHING)
    return {word: max(0.0, 1 - math.log2(count) / scale) for word, count in counts.items()}


def pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Each pair to compare, once: neighbours in time among those that share a key. At most WINDOW for each key of each activity."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: t.order):
        for key in keys(telling):
            blocks[key].append(telling)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        members = blocks[key]
        for at, one in enumerate(members):
            for other in members[at + 1 : at + 1 + WINDOW]:
                pair = (one.row.activity_id, other.row.activity_id)
                if pair not in seen:
                    seen.add(pair)
                    yield one, other


def keys(telling: Telling) -> set[str]:
    """What others must share to be compared: the first letters of a name, a place with the sort of object, a measure, a sum, a release."""
    found = {f"release {telling.row.release_id}"}
    for word, weight in telling.weights.items():
        if weight == words.NAME:
            found.add(f"name {word[:_PREFIX]}")
        elif weight >= words.CITY:
            found.update(f"place {word} {sort.partition('/')[0]}" for sort in telling.object.sorts or {""})
    found.update(f"measure {number:g} {unit}" for number, unit in telling.object.measures)
    parts = [" ".join(part) for part in telling.object.parts] + [telling.row.organisation or ""]
    found.update(f"object {sort.partition('/')[0]} {part}" for sort in telling.object.sorts for part in parts if part)
    if telling.row.amount:
        found.add(f"sum {telling.row.amount} {telling.row.currency}")
    return found
