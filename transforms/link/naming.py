"""What to call an undertaking, in the words of one activity.

Belongs here: the phrase. Does not: which member's phrase a project takes (models/main/projects.sql).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.extract.fold import fold
from transforms.link.objects import PART_WORDS, phrases
from transforms.link.telling import Telling

_LONGEST = 90


class Name(NamedTuple):
    """A phrase, and how many names it bears: the more, the better it tells."""

    text: str
    names: int


def name_of(telling: Telling) -> Name:
    """Name an activity's undertaking: its object with the names it bears, else with the place, else the title, else the words."""
    row = telling.row
    texts = zip(telling.texts, (row.evidence, row.title or ""), strict=True)
    found = [(names, phrase, text) for said, text in texts for names, phrase in phrases(said, row.country_code)]
    if not found:
        return Name(_short(row.title or row.evidence), 0)
    names, phrase, text = max(found, key=lambda option: (option[0], option[2] == row.evidence))
    called = _as_written(phrase, text)
    if not names and row.place_name:
        called = f"{called}, {row.place_name}"
    parts = [f"{PART_WORDS[sort]} {number}" for sort, number in sorted(telling.object.parts) if number not in phrase]
    return Name(_short(", ".join([called, *parts])), names)


def _as_written(phrase: list[str], text: str) -> str:
    """The phrase as it stands in the text, with its capitals, hyphens and accents."""
    pattern = r"[^a-z0-9]+".join(re.escape(word) for word in phrase)
    found = re.search(pattern, fold(text))
    return text[found.start() : found.end()] if found else " ".join(phrase)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
