"""Choose the sector of an act from the sector terms around it.

Belongs here: ranking terms, and backing off from the clause to its sentence, its neighbours, the lead and the whole release.
Does not: finding terms (sectors.py), deciding what is an act (decide.py).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from transforms.extract.mentions import SectorTerm

# Measured on labelled releases: a term that settles its sector is worth more than two that hint at one.
_WORTH = {1: 0.4, 2: 1.2, 3: 2.4}
_ROLE_ALONE = {"": 1.0, "name": 0.3, "means": 0.25}
_ROLE_BESIDE_THINGS = {"": 1.0, "name": 0.3, "means": 0.1}
_MODIFIER = 0.5  # "cotton" in "cotton mill": the last noun of a compound is the thing
_FURTHER = 0.8
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
    """A sector with its score. `basis` is the nearest place that speaks of it: object, clause, sentence, neighbour, lead, release."""

    code: str
    score: float
    basis: str


# How much a term says by where it stands, seen from the clause in question.
_NEARNESS = {"object": 3.0, "clause": 1.0, "sentence": 0.4, "neighbour": 0.25, "lead": 0.25, "release": 0.12}


def rank(terms: Iterable[SectorTerm]) -> list[tuple[str, float]]:
    """Rank sectors by their terms, best first, one code a category: the purpose code that the terms settle, else the category."""
    return _codes(_evidence(terms))


def rank_span(terms: Sequence[SectorTerm], start: int, end: int) -> list[tuple[str, float]]:
    """Rank the sectors of the terms that lie between `start` and `end`; `terms` come in the order of their ends."""
    return rank(_within(terms, start, end))


def choose(doc: Sectioned, terms: Sequence[SectorTerm], start: int, end: int, focus: tuple[int, int] | None = None) -> list[SectorChoice]:
    """Choose the sector of the clause from `start` to `end`: SectorView for a single question."""
    return SectorView(doc, terms).choose(start, end, focus)


class SectorView:
    """The sector terms of a document, ready for many questions about its clauses."""

    def __init__(self, doc: Sectioned, terms: Sequence[SectorTerm]) -> None:
        """Keep what every question needs; the ranking of the release and its lead are made once, when first asked for."""
        self._terms = terms
        self._ends = [term.end for term in terms]
        self._sentences = doc.sentences
        self._starts = [sentence.start for sentence in doc.sentences]
        self._answers: dict[tuple[int, int, tuple[int, int] | None], list[SectorChoice]] = {}

    def choose(self, start: int, end: int, focus: tuple[int, int] | None = None) -> list[SectorChoice]:
        """Rank the sectors of the clause from `start` to `end`, best first, with the second choices.

        `focus` is the span of the act's own object, where it is known: one of several that the clause names.
        """
        answer = self._answers.get((start, end, focus))
        if answer is None:
            answer = self._answers[start, end, focus] = self._choose(start, end, focus)
        return answer

    def objects(self, start: int, end: int) -> list[SectorTerm]:
        """List the things that the clause from `start` to `end` names, in their order: the firmest term of each category.

        A hint counts only where nothing firmer is named, a first part of a compound never.
        """
        terms = [term for term, following in _followed(self._slice(start, end)) if not (following and _modifies(term, following))]
        firm = max((term.weight for term in terms if not term.role), default=0)
        best: dict[str, SectorTerm] = {}
        for term in terms:
            held = best.get(term.code[:_CATEGORY])
            if not term.role and term.weight >= min(firm, 2) and (held is None or held.weight < term.weight):
                best[term.code[:_CATEGORY]] = term
        return sorted(best.values())

    def _choose(self, start: int, end: int, focus: tuple[int, int] | None) -> list[SectorChoice]:
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_left(self._starts, end) - 1, first)
        evidence: dict[str, tuple[SectorTerm, float, str]] = {}
        rings = self._rings(start, end, first, last)
        for basis, low, high in [("object", *focus), *rings] if focus else rings:
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
    """Each distinct term with the most that one of its places is worth. Money and its givers count only where no thing is named."""
    terms = list(terms)
    roles = _ROLE_BESIDE_THINGS if any(not term.role for term in terms) else _ROLE_ALONE
    best: dict[str, tuple[SectorTerm, float]] = {}
    for term, following in _followed(terms):
        worth = _WORTH[term.weight] * roles[term.role]
        if following is not None and _modifies(term, following):
            worth *= _MODIFIER
        if term.term not in best or best[term.term][1] < worth:
            best[term.term] = (term, worth)
    return best


def _followed(terms: Sequence[SectorTerm]) -> Iterator[tuple[SectorTerm, SectorTerm | None]]:
    """Each term with the one after it."""
    following: list[SectorTerm | None] = [*terms[1:], None]
    return zip(terms, following, strict=False)


def _modifies(term: SectorTerm, following: SectorTerm) -> bool:
    """Say whether `term` is but the first part of a compound with `following`, which names the thing at least as firmly."""
    return following.start - term.end == 1 and following.weight >= max(term.weight, 2) and not following.role


def _codes(evidence: Mapping[str, tuple[SectorTerm, float]]) -> list[tuple[str, float]]:
    """Add up the worth of terms by category, each further term for less, and name in each category the code that is settled."""
    totals: dict[str, float] = {}
    further: dict[str, float] = {}
    for term, worth in sorted(evidence.values(), key=lambda item: -item[1]):
        category = term.code[:_CATEGORY]
        share = further.get(category, 1.0)
        totals[category] = totals.get(category, 0.0) + worth * share
        further[category] = share * _FURTHER
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
