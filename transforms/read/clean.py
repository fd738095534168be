"""Text as it came to the body that is stored: the page's furniture off, the spaces in order.

Belongs here: what a web page puts around a release and its reader never wants: back links, bread crumbs, menus, print and share bars.
Does not: boilerplate that a reader may want (the paragraph about the company, contacts): it stays, and coding sets it aside.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent.parent / "vocabulary" / "page_furniture.csv"
_HEAD_LINES = 12
_TAIL_LINES = 8
_TITLE_CHARACTERS = 200
_FURNITURE_CHARACTERS = 200
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_BACK = re.compile(
    r"(?:[<‹«←]+|&lt;)\s*\w[\w ]{0,30}|back to .{0,40}|(?:previous|next)(?: article| page| post)?\s*:?.{0,80}[>›»→]?", re.IGNORECASE
)
_CRUMBS = re.compile(r"(?:you\W?a?\W?r.?e? ?(?:'re)? here\s*:|[\w’' &-]{1,40}[>›»])(?:[^.>›»]{0,60}[>›»])*[^.>›»]{0,80}", re.IGNORECASE)
_BARS = re.compile(
    r"\W*(?:font(?: |-)?size|visit ?count|views?|page views|hits|clicks?|share(?: this)?|print|download)\b.{0,60}", re.IGNORECASE
)
_SPACES = re.compile(r"[^\S\n]+\n|[\t\f\v]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_INNER_SPACES = re.compile(r"(?<![.!?:;\"”'’)])(?<=\S) {2,}(?=\S)")


def clean(text: str) -> str:
    """The body: plain line ends, no control characters, no furniture at the head and the tail, at most one blank line together."""
    lines = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    lines = _without_furniture(lines, _HEAD_LINES)
    lines = _without_furniture(lines[::-1], _TAIL_LINES)[::-1]
    body = _SPACES.sub(lambda m: "\n" if m[0].endswith("\n") else " ", "\n".join([*lines, ""]))
    return _BLANK_LINES.sub("\n\n", _INNER_SPACES.sub(" ", body)).strip()


def heading(body: str) -> str | None:
    """The first line, where it reads as a title: short, not a sentence, and followed by a text."""
    first, _, rest = body.partition("\n")
    title = first.lstrip("# ").strip()
    if not title or len(title) > _TITLE_CHARACTERS or title.endswith((".", ":", ";", ",")) or len(rest.strip()) < len(title):
        return None
    return title


def _without_furniture(lines: list[str], window: int) -> list[str]:
    """Drop furniture among the first `window` lines that are not blank; the first two real lines in a row end the search."""
    kept: list[str] = []
    seen = real = 0
    for index, line in enumerate(lines):
        if line.strip():
            seen += 1
            if _is_furniture(line.strip()):
                real = 0
                continue
            real += 1
        kept.append(line)
        if seen >= window or real > 1:
            return kept + lines[index + 1 :]
    return kept


def _is_furniture(line: str) -> bool:
    if len(line) > _FURNITURE_CHARACTERS:
        return False
    plain = line.strip(" \t\xa0|·•*[]()<>«»:").lower()
    return not plain or plain in _furniture() or any(form.fullmatch(line) for form in (_BACK, _CRUMBS, _BARS))


@cache
def _furniture() -> frozenset[str]:
    with _WORDS.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["line"] for row in csv.DictReader(lines))
