"""From links to projects: the strongest links first, and none that would join what says itself that it is apart.

Belongs here: grouping. Does not: the scores (compare.py), rulings of people (warehouse/projects.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from transforms.link.compare import forbidden
from transforms.link.telling import Telling

LEAST = 0.5


class Link(NamedTuple):
    """Two activities of one undertaking, the smaller identity first, with probability and reasons."""

    activity_a: str
    activity_b: str
    score: float
    why: str


def cluster(tellings: Mapping[str, Telling], scores: Mapping[tuple[str, str], float], links: Iterable[Link]) -> list[set[str]]:
    """Group activities. Two groups join over a link if no member forbids one of the other and their compared pairs agree on average."""
    groups = {identity: {identity} for identity in tellings}
    for link in sorted(links, key=lambda found: (-found.score, found.activity_a, found.activity_b)):
        one, other = groups[link.activity_a], groups[link.activity_b]
        if one is not other and _agree(one, other, tellings, scores):
            one |= other
            for identity in other:
                groups[identity] = one
    return list({id(group): group for group in groups.values()}.values())


def _agree(one: set[str], other: set[str], tellings: Mapping[str, Telling], scores: Mapping[tuple[str, str], float]) -> bool:
    known = []
    for a in one:
        for b in other:
            if forbidden(tellings[a], tellings[b]):
                return False
            score = scores.get((a, b) if a < b else (b, a))
            if score is not None:
                known.append(score)
    return sum(known) / len(known) >= LEAST
