"""All lexicons in one automaton: term in, what each lexicon says about it out.

Belongs here: building the automaton and running it over a text, once a document.
Does not: the terms (transforms/vocabulary), what a hit means (the finders).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import ahocorasick_rs

from transforms.extract.fold import flatten, fold
from transforms.extract.mentions import Hit


class Lexicon(NamedTuple):
    """A named list of terms. `values` maps each term, written as a person would, to what is known about it."""

    name: str
    values: Mapping[str, object]


class Automaton:
    """Every term of every lexicon, found in one pass over the flattened text; nested terms are all reported."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        """Flatten the terms as texts are flattened and build the automaton: a second for 50,000 terms, so once a process."""
        meanings: dict[str, list[tuple[int, object]]] = {}
        self.names: tuple[str, ...] = ()
        for lexicon in lexicons:
            for term, value in lexicon.values.items():
                meanings.setdefault(pattern(term), []).append((len(self.names), value))
            self.names += (lexicon.name,)
        self.patterns = tuple(meanings)
        self._meanings = list(meanings.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(self.patterns), matchkind=ahocorasick_rs.MatchKind.Standard)

    def scan(self, folded: str) -> dict[str, list[Hit]]:
        """Lexicon name -> its hits in `folded`, in the order of their ends. Runs of spaces in the text are not bridged."""
        hits: dict[str, list[Hit]] = {name: [] for name in self.names}
        adders, meanings = [found.append for found in hits.values()], self._meanings
        make = tuple.__new__  # Hit(...) is a Python function around it
        flat = f" {flatten(folded)} ".replace("\n", " ")
        for index, start, end in self._automaton.find_matches_as_indexes(flat, overlapping=True):
            for lexicon, value in meanings[index]:
                adders[lexicon](make(Hit, (start, end - 2, value)))
        return hits


def pattern(term: str) -> str:
    """The form in which `term` is searched: flattened, one space at each end. Its first and last character are those spaces."""
    return f" {flatten(fold(term)).strip()} "


def longest(hits: list[Hit]) -> list[Hit]:
    """Drop each hit that lies inside a longer one; the rest in the order of their starts. Equal spans all stay."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if kept and hit.end <= kept[-1].end and (hit.start, hit.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(hit)
    return kept
