"""What stands in a brief, cut to what one page holds.

Belongs here: the content as plain values, and how much of each fits. Does not: where it comes from (sections/brief.py), its look.
"""

from __future__ import annotations

from typing import NamedTuple

FIGURES, CHANGES, BARS, PROJECTS, SENTENCES, PARTNERS = 5, 3, 5, 5, 6, 8
_LONG, _TITLE, _NAME, _PARTNER = 200, 80, 40, 45


class Bar(NamedTuple):
    """A name with its number, and its share of the longest bar from 0 to 100."""

    name: str
    number: int
    share: float


class Line(NamedTuple):
    """One sentence with its codes in words and its release. `address` is empty where the release is not on the web."""

    codes: str
    sentence: str
    release: str
    address: str


class Brief(NamedTuple):
    """All that the page says. `figures` are label, number and note; `projects` title, status and dates."""

    title: str
    under: str
    figures: list[tuple[str, str, str]]
    changes: list[str]
    years: list[Bar]
    sectors: list[Bar]
    kinds: list[Bar]
    projects: list[tuple[str, str, str]]
    projects_note: str
    sentences: list[Line]
    sentences_note: str
    partners: list[str]
    foot: str


def bars(names: list[str], numbers: list[int], most: int = BARS) -> list[Bar]:
    """The first bars with their lengths."""
    longest = max([*numbers, 1])
    return [
        Bar(short(name, _NAME), number, round(100 * number / longest, 1)) for name, number in list(zip(names, numbers, strict=True))[:most]
    ]


def short(text: str, most: int = _LONG) -> str:
    """`text` in one line, cut at a word where it is longer than fits."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(maxsplit=1)[0].rstrip(",;:") + " …"


def partner(name: str) -> str:
    """A counterpart's name as far as it fits."""
    return short(name, _PARTNER)


def heading(text: str | None) -> str:
    """A release's title as far as it fits."""
    return short(text or "Release without a title", _TITLE)
