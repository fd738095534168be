"""What words weigh for each of several classes: the sparse table behind sector_words.py and kind_words.py.

Belongs here: the table and how its rows become one.
Does not: the rows, adding weights up (sector_words.py, kind_words.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

BIAS = "(bias)"


class Weights(NamedTuple):
    """`words[word][i]` is the weight of a word for `groups[i]`, in pairs (i, weight); `bias` that of no word at all."""

    groups: tuple[str, ...]
    bias: tuple[float, ...]
    words: Mapping[str, tuple[tuple[int, float], ...]]


def gathered(rows: Iterable[tuple[str, str, float]]) -> Weights:
    """Put rows of (word, group, weight) together."""
    rows = list(rows)
    groups = tuple(sorted({group for _, group, _ in rows}))
    place = {group: i for i, group in enumerate(groups)}
    bias, words = [0.0] * len(groups), dict[str, list[tuple[int, float]]]()
    for word, group, weight in rows:
        if word == BIAS:
            bias[place[group]] = weight
        else:
            words.setdefault(word, []).append((place[group], weight))
    return Weights(groups, tuple(bias), {word: tuple(pairs) for word, pairs in words.items()})
