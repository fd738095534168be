"""From links to projects: the strongest links first, and none that would join what says itself that it is apart.

Belongs here: grouping. Does not: the scores (compare.py), rulings of people (warehouse/projects.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from transforms.link.objects import Parts, apart

LEAST = 0.5


class Link(NamedTuple):
    """Two activities of one undertaking, the smaller identity first, with probability and reasons."""

    activity_a: str
    activity_b: str
    score: float
    why: str


def cluster(parts: Mapping[str, Parts], scores: Mapping[tuple[str, str], float], links: Iterable[Link]) -> list[set[str]]:
    """Group activities, given the phases and lots that each names and the scores of all pairs that were compared.

    Two groups join over a link if no member forbids one of the other and their compared pairs agree on average.
    """
    groups = {identity: _Group({identity}, {named} if named else set()) for identity, named in parts.items()}
    near = _neighbours(scores)
    for link in sorted(links, key=lambda found: (-found.score, found.activity_a, found.activity_b)):
        one, other = sorted((groups[link.activity_a], groups[link.activity_b]), key=lambda group: -len(group.members))
        if one is not other and _agree(one, other, near):
            one.members.update(other.members)
            one.parts.update(other.parts)
            groups.update(dict.fromkeys(other.members, one))
    return [group.members for group in {id(group): group for group in groups.values()}.values()]


class _Group(NamedTuple):
    """Members, and the different sets of phases and lots that they name: few, however many members there are."""

    members: set[str]
    parts: set[Parts]


def _agree(one: _Group, other: _Group, near: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether two groups are of one undertaking, going through the neighbours of the smaller one."""
    if any(apart(a, b) for a in one.parts for b in other.parts):
        return False
    known = [score for identity in sorted(other.members) for found, score in near[identity].items() if found in one.members]
    return sum(known) / len(known) >= LEAST


def _neighbours(scores: Mapping[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        near[one][other] = near[other][one] = score
    return near
