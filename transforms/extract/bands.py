"""Numbers in words, so that a linear model can tell few from many and a person can read which is meant.

Belongs here: bands of counts and of distances; the few words before a mention that tell how it is meant.
Does not: what is counted (features.py, pool.py, the options).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache


def bands(bounds: tuple[int, ...], names: tuple[str, ...]) -> Callable[[int], str]:
    """Make the function that names the band of a number: `names[i]` below `bounds[i]`, the last name from the last bound on."""

    @lru_cache(maxsize=1024)  # the same small numbers come again and again
    def name(number: int) -> str:
        return names[bisect_right(bounds, number)]

    return name


FEW = bands((1, 2, 3, 6), ("0", "1", "2", "3 to 5", "6 or more"))
MANY = bands((1, 2, 3, 6, 10), ("0", "1", "2", "3 to 5", "6 to 9", "10 or more"))
SCORE = bands((1, 2, 3, 4, 5, 9, 16), ("0", "1", "2", "3", "4", "5 to 8", "9 to 15", "16 or more"))
BEHIND = bands((1, 2, 3, 7, 16), ("lead or before", "1", "2", "3 to 6", "7 to 15", "late"))
RANK = bands((2, 3, 4), ("first", "second", "third", "further"))
CHANCE = bands((3, 6, 12, 25, 50, 75), ("hardly", "unlikely", "possibly", "perhaps", "likely", "mostly", "surely"))
GAP = bands((20, 60, 150), ("next to", "near", "some way from", "far from"))

_BEFORE = (
    "a about across after and as at before between by cost during exceeding following for from in inside into last near of on outside over "
    "since than the this through throughout to totaling totalling toward until value via while with within worth"
)
TELLING = frozenset(_BEFORE.split())
