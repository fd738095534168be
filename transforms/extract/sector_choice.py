"""Choose the sector of an act from the sector terms around it.

Belongs here: ranking terms, and backing off from the clause to its sentence, its neighbours, the lead and the whole release.
Does not: finding terms (sectors.py), deciding what is an act (decide.py).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from transforms.extract.mentions import SectorTerm

# Measured on labelled releases: a term that settles its sector is worth more than two that hint at one.
_WORTH = {1: 0.5, 2: 1.2, 3: 2.4}
_ROLE = {"": 1.0, "name": 0.35, "means": 0.3}
_MODIFIER = 0.6  # "cotton" in "cotton mill": the last noun of a compound is the thing
_CATEGORY = 3
_SETTLES = 3


class Span(Protocol):
    """A stretch of the body, such as a sentence."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after the last character."""
        ...


class Sectioned(Protocol):
    """What of a document this chooser reads."""

    @property
    def sentences(self) -> Sequence[Span]:
        """The sentences in order."""
        ...


class SectorChoice(NamedTuple):
    """A sector with its score. `basis` is the nearest place that speaks of it: clause, sentence, neighbour, lead, release."""

    code: str
    score: float
    basis: str


# How much a term says by where it stands, seen from the clause in question.
_NEARNESS = {"clause": 1.0, "sentence": 0.5, "neighbour": 0.25, "lead": 0.25, "release": 0.12}


def rank(terms: Iterable[SectorTerm]) -> list[tuple[str, float]]:
    """Rank sectors by their terms, best first, one code a category: the purpose code that the terms settle, else the category."""
    return _codes(_evidence(terms))


def rank_span(terms: Sequence[SectorTerm], start: int, end: int) -> list[tuple[str, float]]:
    """Rank the sectors of the terms that lie between `start` and `end`; `terms` come in the order of their ends."""
    return rank(_within(terms, start, end))


def choose(doc: Sectioned, terms: Sequence[SectorTerm], start: int, end: int) -> list[SectorChoice]:
    """Choose the sector of the clause from `start` to `end`: SectorView for a single question."""
    return SectorView(doc, terms).choose(start, end)


class SectorView:
    """The sector terms of a document, ready for many questions about its clauses."""

    def __init__(self, doc: Sectioned, terms: Sequence[SectorTerm]) -> None:
        """Keep what every question needs; the ranking of the release and its lead are made once, when first asked for."""
        self._terms = terms
        self._ends = [term.end for term in terms]
        self._sentences = doc.sentences
        self._starts = [sentence.start for sentence in doc.sentences]
        self._answers: dict[tuple[int, int], list[SectorChoice]] = {}

    def choose(self, start: int, end: int) -> list[SectorChoice]:
        """Rank the sectors of the clause from `start` to `end`, best first, with the second choices."""
        answer = self._answers.get((start, end))
        if answer is None:
            answer = self._answers[start, end] = self._choose(start, end)
        return answer

    def _choose(self, start: int, end: int) -> list[SectorChoice]:
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_left(self._starts, end) - 1, first)
        evidence: dict[str, tuple[SectorTerm, float, str]] = {}
        for basis, low, high in self._rings(start, end, first, last):
            for name, (term, worth) in _evidence(self._slice(low, high)).items():
                if name not in evidence:
                    evidence[name] = (term, worth * _NEARNESS[basis], basis)
        basis_of: dict[str, str] = {}
        for term, _, basis in evidence.values():
            basis_of.setdefault(term.code[:_CATEGORY], basis)
        ranked = _codes({name: (term, worth) for name, (term, worth, _) in evidence.items()})
        return [SectorChoice(code, score, basis_of[code[:_CATEGORY]]) for code, score in ranked]

    def _rings(self, start: int, end: int, first: int, last: int) -> list[tuple[str, int, int]]:
        sentences = self._sentences
        if not sentences:
            return [("clause", start, end)]
        before, after = max(first - 1, 0), min(last + 1, len(sentences) - 1)
        return [
            ("clause", start, end),
            ("sentence", sentences[first].start, sentences[last].end),
            ("neighbour", sentences[before].start, sentences[after].end),
            ("lead", sentences[0].start, sentences[min(2, len(sentences) - 1)].end),
            ("release", 0, sentences[-1].end),
        ]

    def _slice(self, start: int, end: int) -> list[SectorTerm]:
        low = bisect_left(self._ends, start)
        high = bisect_right(self._ends, end)
        return [term for term in self._terms[low:high] if term.start >= start]


def _within(terms: Sequence[SectorTerm], start: int, end: int) -> list[SectorTerm]:
    return [term for term in terms if term.start >= start and term.end <= end]


def _evidence(terms: Iterable[SectorTerm]) -> dict[str, tuple[SectorTerm, float]]:
    """Each distinct term with the most that one of its places is worth."""
    best: dict[str, tuple[SectorTerm, float]] = {}
    previous: SectorTerm | None = None
    for term in terms:
        worth = _WORTH[term.weight] * _ROLE[term.role]
        if previous is not None and term.start - previous.end == 1 and previous.term in best:
            best[previous.term] = (previous, best[previous.term][1] * _MODIFIER)
        if term.term not in best or best[term.term][1] < worth:
            best[term.term] = (term, worth)
        previous = term
    return best


def _codes(evidence: Mapping[str, tuple[SectorTerm, float]]) -> list[tuple[str, float]]:
    """Sum the worth of terms by category and name in each the code that is settled."""
    totals: dict[str, float] = {}
    for term, worth in evidence.values():
        category = term.code[:_CATEGORY]
        totals[category] = totals.get(category, 0.0) + worth
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    return [(_settled(category, evidence.values()), round(score, 3)) for category, score in ranked]


def _settled(category: str, evidence: Iterable[tuple[SectorTerm, float]]) -> str:
    """Name the purpose code of `category` with the most evidence, if two terms or a settling one speak of it; else `category`."""
    worth: dict[str, float] = {}
    weight: dict[str, int] = {}
    for term, value in evidence:
        if term.code != category and term.code.startswith(category):
            worth[term.code] = worth.get(term.code, 0.0) + value
            weight[term.code] = weight.get(term.code, 0) + (_SETTLES if term.weight == _SETTLES else 2)
    settled = [code for code in worth if weight[code] >= _SETTLES]
    return max(settled, key=lambda code: (worth[code], -int(code)), default=category)
