"""Cut paragraphs into sentences.

Belongs here: the Sentence and the cutting, by sentencex with our own corrections.
Does not: paragraphs and what they are for (layout.py).
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

import sentencex

from transforms.extract.fold import WIDE_SPACES, spaced
from transforms.extract.layout import Paragraph

_NOT_AN_END = re.compile(
    r"(?:\b(?:no|nos|st|mt|approx|art|fig|vol|pp|ca|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mr|mrs|ms|dr|prof|gen|gov|sen|rep|rev|hon)\.)\s*$",
    re.IGNORECASE,
)
_LOWER_AFTER = re.compile(r"[\"'”’)\]]?[a-z]")


class Sentence(NamedTuple):
    """A sentence: body[start:end], without the spaces around it. `paragraph` is its index, `role` that of the paragraph.

    Roles: lead (the first paragraph of prose), body, heading, boilerplate (set aside, not deleted).
    """

    start: int
    end: int
    paragraph: int
    role: str


def cut(body: str, paragraphs: list[Paragraph]) -> list[Sentence]:
    """Cut each paragraph of `body`; a heading is one sentence."""
    sentences: list[Sentence] = []
    # sentencex panics at a capital, a wide space and a point: "J\xa0."
    body = body if body.isascii() else spaced(body, WIDE_SPACES)
    for index, (start, end, role, _) in enumerate(paragraphs):
        spans = [_strip(body, start, end)] if role == "heading" else _spans(body[start:end], start)
        sentences += [Sentence(first, last, index, role) for first, last in spans if first < last]
    return sentences


def _spans(text: str, offset: int) -> list[tuple[int, int]]:
    """The stripped spans of the sentences of `text`, shifted by `offset`."""
    spans: list[tuple[int, int]] = []
    for start, piece in _pieces(text):
        first, last = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if first >= last:
            continue
        if spans and _goes_on(text, spans[-1][1], first):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return [(first + offset, last + offset) for first, last in spans]


def _pieces(text: str) -> list[tuple[int, str]]:
    """What sentencex takes for sentences, with their offsets.

    `segment` takes half as long as `get_sentence_boundaries`, but may leave characters out between paragraphs: lengths are then no offsets.
    """
    pieces = sentencex.segment("en", text)
    if sum(map(len, pieces)) == len(text):
        return list(zip(accumulate(map(len, pieces), initial=0), pieces, strict=False))
    return [(b["start_index"], b["text"]) for b in sentencex.get_sentence_boundaries("en", text)]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether the piece that ends at `end` is only half of a sentence: it stops at an abbreviation or a number follows "no."."""
    if text[end - 1] != ".":
        return False
    return bool(_NOT_AN_END.search(text, max(0, end - 8), end)) and not text[start : start + 1].isupper()
