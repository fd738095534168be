"""A release's text cut where its evidence stands.

Belongs here: which parts of a text are evidence, and of what. Does not: showing them (sections/whole.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

CLOSING = frozenset(".,;:!?)]”’\"'")


class Part(NamedTuple):
    """A stretch of text; `numbers` are the places, in the list handed in, of the spans that stand in it: none for what lies between."""

    text: str
    numbers: tuple[int, ...]


def parts(body: str, spans: Sequence[tuple[int, int]]) -> list[Part]:
    """`body` as parts, in order and complete. Spans that overlap or touch share one part; a span keeps the full stop that follows it."""
    found: list[Part] = []
    done = 0
    for start, end, numbers in _merged(body, spans):
        found += [Part(body[done:start], ()), Part(body[start:end], numbers)]
        done = end
    return [part for part in [*found, Part(body[done:], ())] if part.text.strip()]


def past_punctuation(body: str, end: int) -> int:
    """A sentence keeps its full stop, though the evidence may end before it."""
    while end < len(body) and body[end] in CLOSING:
        end += 1
    return end


def _merged(body: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int, tuple[int, ...]]]:
    merged: list[tuple[int, int, tuple[int, ...]]] = []
    for (start, end), number in sorted((span, number) for number, span in enumerate(spans)):
        closed = past_punctuation(body, min(end, len(body)))
        if merged and start < merged[-1][1]:
            before = merged.pop()
            merged.append((before[0], max(before[1], closed), (*before[2], number)))
        else:
            merged.append((start, closed, (number,)))
    return merged
