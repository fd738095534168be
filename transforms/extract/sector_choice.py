"""Choose the sector of an act from the sector terms around it.

Belongs here: ranking terms, and backing off from the clause to its sentence, its neighbours, the lead and the whole release.
Does not: finding terms (sectors.py), deciding what is an act (decide.py).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from transforms.extract.mentions import SectorTerm

# Chosen on labelled releases among neighbours that differed by a point or less: broad strokes, not fitted figures.
_WORTH = {1: 0.4, 2: 1.2, 3: 2.4}
_NAME = 0.3
_MEANS_ALONE = 0.25
_MEANS_BESIDE_THINGS = 0.1
_MODIFIER = 0.5  # "cotton" in "cotton mill": the last noun of a compound is the thing
_FURTHER = 0.8
_CATEGORY = 3
_SETTLES = 3
_LEAD = 3  # sentences
_CHOICES = 5


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
_NEARNESS = {"object": 3.0, "clause": 1.0, "sentence": 0.6, "neighbour": 0.3, "lead": 0.3, "release": 0.15}


def rank(terms: Iterable[SectorTerm]) -> list[tuple[str, float]]:
    """Rank sectors by their terms, best first, one code a category: the purpose code that the terms settle, else the category."""
    terms = list(terms)
    if len(terms) == 1:
        return [_of_one(terms[0].code, terms[0].weight, terms[0].role)]
    evidence = sorted(_evidence(terms).values(), reverse=True)
    settled = _settled(evidence)
    ranked = sorted([(-score, category) for category, score in _categories(evidence).items()])
    return [(settled.get(category, category), -score) for score, category in ranked]


@cache
def _of_one(code: str, weight: int, role: str) -> tuple[str, float]:
    """What a term says where it is the only one, as in most clauses."""
    worth = _WORTH[weight] * (_MEANS_ALONE if role == "means" else _NAME if role else 1.0)
    return (code if weight >= _SETTLES else code[:_CATEGORY]), worth


def rank_span(terms: Sequence[SectorTerm], start: int, end: int) -> list[tuple[str, float]]:
    """Rank the sectors of the terms that lie between `start` and `end`; `terms` come in the order of their ends."""
    return rank(term for term in terms if start <= term.start and term.end <= end)


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
        self._rankings: dict[tuple[int, int], list[tuple[str, float]]] = {}
        self._answers: dict[tuple[int, int, tuple[int, int] | None], list[SectorChoice]] = {}

    def choose(self, start: int, end: int, focus: tuple[int, int] | None = None) -> list[SectorChoice]:
        """Rank the sectors of the clause from `start` to `end`, best first: at most five.

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
        """Add up the rankings of ever wider places, each for less; the nearest one that speaks of a category names its code."""
        scores: dict[str, float] = {}
        named: dict[str, tuple[str, str]] = {}
        for basis, low, high in self._places(start, end, focus):
            nearness = _NEARNESS[basis]
            for code, score in self._ranked(low, high):
                category = code[:_CATEGORY]
                if category not in scores:
                    scores[category], named[category] = score * nearness, (code, basis)
                    continue
                scores[category] += score * nearness
                if len(code) > _CATEGORY and len(named[category][0]) == _CATEGORY:
                    named[category] = (code, named[category][1])
        ranked = sorted([(-score, category) for category, score in scores.items()])[:_CHOICES]
        return [SectorChoice(named[category][0], -score, named[category][1]) for score, category in ranked]

    def _places(self, start: int, end: int, focus: tuple[int, int] | None) -> list[tuple[str, int, int]]:
        sentences, places = self._sentences, [("clause", start, end)]
        if focus:
            places.insert(0, ("object", *focus))
        if not sentences:
            return places
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_left(self._starts, end) - 1, first)
        places.append(("sentence", sentences[first].start, sentences[last].end))
        places += [("neighbour", sentences[i].start, sentences[i].end) for i in (first - 1, last + 1) if 0 <= i < len(sentences)]
        places.append(("lead", sentences[0].start, sentences[min(_LEAD, len(sentences)) - 1].end))
        places.append(("release", 0, sentences[-1].end))
        return places

    def _ranked(self, start: int, end: int) -> list[tuple[str, float]]:
        ranked = self._rankings.get((start, end))
        if ranked is None:
            terms = self._slice(start, end)
            ranked = self._rankings[start, end] = rank(terms) if terms else []
        return ranked

    def _slice(self, start: int, end: int) -> list[SectorTerm]:
        low = bisect_left(self._ends, start)
        high = bisect_right(self._ends, end)
        return [term for term in self._terms[low:high] if term.start >= start]


def _evidence(terms: Sequence[SectorTerm]) -> dict[str, tuple[float, str, int]]:
    """Each distinct term with the most that one of its places is worth, its code and its weight.

    Money and its givers hardly count where a thing is named.
    """
    means = _MEANS_ALONE
    for term in terms:
        if not term.role:
            means = _MEANS_BESIDE_THINGS
            break
    best: dict[str, tuple[float, str, int]] = {}
    for term, following in _followed(terms):
        _, end, code, weight, role, name = term
        worth = _WORTH[weight]
        if role:
            worth *= means if role == "means" else _NAME
        if following is not None and following[0] - end == 1 and _modifies(term, following):
            worth *= _MODIFIER
        held = best.get(name)
        if held is None or held[0] < worth:
            best[name] = (worth, code, weight)
    return best


def _followed(terms: Sequence[SectorTerm]) -> Iterator[tuple[SectorTerm, SectorTerm | None]]:
    """Each term with the one after it."""
    following: list[SectorTerm | None] = [*terms[1:], None]
    return zip(terms, following, strict=False)


def _modifies(term: SectorTerm, following: SectorTerm) -> bool:
    """Say whether `term` is but the first part of a compound with `following`, which names the thing at least as firmly."""
    return following[0] - term[1] == 1 and following.weight >= max(term.weight, 2) and not following.role


def _categories(evidence: Iterable[tuple[float, str, int]]) -> dict[str, float]:
    """Add up the worth of terms by category, firmest first, each further one for less."""
    totals: dict[str, float] = {}
    shares: dict[str, float] = {}
    for worth, code, _ in evidence:
        category = code[:_CATEGORY]
        share = shares.get(category, 1.0)
        totals[category] = totals.get(category, 0.0) + worth * share
        shares[category] = share * _FURTHER
    return totals


def _settled(evidence: Iterable[tuple[float, str, int]]) -> dict[str, str]:
    """Name for each category the purpose code with the most evidence, of those that two terms or a settling one speak of."""
    worths: dict[str, float] = {}
    weights: dict[str, int] = {}
    for worth, code, weight in evidence:
        if len(code) > _CATEGORY:
            worths[code] = worths.get(code, 0.0) + worth
            weights[code] = weights.get(code, 0) + max(weight, 2)
    settled: dict[str, str] = {}
    for _, code in sorted([(-worth, code) for code, worth in worths.items()]):
        if weights[code] >= _SETTLES:
            settled.setdefault(code[:_CATEGORY], code)
    return settled
