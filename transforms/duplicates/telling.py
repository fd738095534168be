"""What of a release is compared: its own words, without frame and headline, and the facts among them.

Belongs here: cutting a body down to these. Does not: comparing (sketch.py, verdict.py).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from transforms.extract import layout
from transforms.extract.document import MOST_CHARACTERS, is_cased
from transforms.extract.fold import fold
from transforms.extract.lexicon import Automaton, Lexicon, longest
from transforms.extract.mentions import Hit

COUNTRY_NAMES = Path(__file__).parents[1] / "vocabulary" / "country_names.csv"
FEWEST_WORDS = 25  # below, a greeting is like every other greeting
_COUNTRIES = "countries"
_SHINGLE = 3
_NEWS = ("lead", "body")
# A number, a run of letters, or one character of a script that is written without spaces.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True)
class Telling:
    """The words of a release in their order, and the countries that they name (ISO 3166-1 alpha-2)."""

    words: tuple[str, ...]
    countries: frozenset[str]

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Every three words in a row; none where the text is too short to tell anything."""
        if len(self.words) < FEWEST_WORDS:
            return frozenset()
        return frozenset(" ".join(self.words[i : i + _SHINGLE]) for i in range(len(self.words) - _SHINGLE + 1))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.words)

    @cached_property
    def numbers(self) -> Counter[str]:
        """The numbers, each as often as it stands there."""
        return Counter(word for word in self.words if word[0].isdigit())

    def told_in(self, other: Telling) -> list[bool]:
        """For each word whether it stands in a shingle that `other` has too."""
        told = [False] * len(self.words)
        for start in range(len(self.words) - _SHINGLE + 1):
            if " ".join(self.words[start : start + _SHINGLE]) in other.shingles:
                told[start : start + _SHINGLE] = [True] * _SHINGLE
        return told


def telling(body: str) -> Telling:
    """Cut a body down to what it tells; where nothing looks like news, all of it counts."""
    body = body[:MOST_CHARACTERS]
    folded = fold(body)
    hits = _automaton().scan(folded)
    paragraphs = layout.paragraphs(body, folded, hits[layout.LEXICON], cased=is_cased(body))
    spans = [(p.start, p.end) for p in paragraphs if p.role in _NEWS]
    found = _words(folded, spans)
    if len(found) < FEWEST_WORDS:
        spans = [(0, len(folded))]
        found = _words(folded, spans)
    return Telling(tuple(found), _countries(hits[_COUNTRIES], spans))


def _words(folded: str, spans: list[tuple[int, int]]) -> list[str]:
    return [word for start, end in spans for word in _WORD.findall(folded, start, end)]


def _countries(hits: list[Hit], spans: list[tuple[int, int]]) -> frozenset[str]:
    named, index = set(), 0
    for hit in longest(hits):
        while index < len(spans) and spans[index][1] <= hit.start:
            index += 1
        if index < len(spans) and spans[index][0] <= hit.start:
            named.add(str(hit.value))
    return frozenset(named)


@cache
def _automaton() -> Automaton:
    """Frame cues and country names: far fewer terms than coding looks for."""
    with COUNTRY_NAMES.open(encoding="utf-8", newline="") as lines:
        countries = {row["alias"]: row["iso2"] for row in csv.DictReader(lines)}
    return Automaton([*layout.lexicons(), Lexicon(_COUNTRIES, countries)])
