"""Of texts that are alike, the one that counts.

Belongs here: the choice, the same whatever the order in which texts and verdicts come. Does not: the verdicts (verdict.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

_WHOLE = 0.6  # of the words of the longest: a first report that was much shorter is no original of what followed


class Text(NamedTuple):
    """What the choice depends on: how much the text tells, and its place among the texts: dated before undated, then as they were seen."""

    words: int
    undated: bool
    first_seen_at: datetime
    release_id: str


class Original(NamedTuple):
    """The text that another one tells again, and how like they are."""

    text: str
    likeness: float


def originals(texts: Mapping[str, Text], likenesses: Iterable[tuple[str, str, float]]) -> dict[str, Original]:
    """Text -> its original, for each that has one. `texts` and `likenesses` name texts by digest.

    An original has none itself, and every text is like its own original, not only like another that is like it: of a chain
    of versions the last may be like the first no more, and then counts again.
    """
    alike: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other, likeness in likenesses:
        alike[one][other] = alike[other][one] = likeness
    found: dict[str, Original] = {}
    for group in _groups(alike):
        longest = max(texts[text].words for text in group)
        counting: dict[str, int] = {}
        for text in sorted(group, key=lambda name: (texts[name].words < _WHOLE * longest, *texts[name][1:])):
            first = min((name for name in alike[text] if name in counting), key=counting.__getitem__, default=None)
            if first is None:
                counting[text] = len(counting)
            else:
                found[text] = Original(first, alike[text][first])
    return found


def _groups(alike: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """Texts that hang together by any chain."""
    seen: set[str] = set()
    groups = []
    for start in alike:
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for text in group:
            fresh = [other for other in alike[text] if other not in seen]
            seen.update(fresh)
            group += fresh
        groups.append(group)
    return groups
