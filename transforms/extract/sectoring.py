"""Which sector a row takes: what its own sentence names, else what the release is about, or none.

Belongs here: the options for a row's sector and what speaks for each, the purpose code of a chosen one.
Does not: finding sector terms (sectors.py), weighing (choice.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from transforms.extract import option_phrases as phrases
from transforms.extract.bands import GAP
from transforms.extract.choice import Option, around, pairing
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import SectorTerm, Trigger
from transforms.extract.model import NOTHING, Bundle
from transforms.extract.note import is_note
from transforms.extract.sector_choice import SectorChoice, SectorView
from transforms.extract.sector_words import SILENT, Opinion, category_of, opinion, settles

_CATEGORY = 3
_MOST_CHOICES = 4
_CLOSE = ("sentence", "before")


class Subject(NamedTuple):
    """A category that a sentence speaks of, by `terms`: `weight` is that of the heaviest, `score` the sum of all."""

    category: str
    score: int
    weight: int
    terms: list[SectorTerm]


class Subjects(dict[int, list[Subject]]):
    """The categories that a sentence speaks of, most spoken of first; worked out when a row first asks for them."""

    def __init__(self, found: Found) -> None:
        """Take the terms of `found`."""
        super().__init__()
        self._terms = found.terms

    def __missing__(self, index: int) -> list[Subject]:
        """Gather the terms of a sentence by category."""
        terms: dict[str, list[SectorTerm]] = {}
        for term in self._terms[index]:
            terms.setdefault(term.code[:_CATEGORY], []).append(term)
        made = [Subject(category, *_weigh(of), of) for category, of in terms.items()]
        if len(made) > 1:
            made.sort(key=lambda one: (-one.score, -one.weight, one.category))
        self[index] = made
        return made


def _weigh(terms: list[SectorTerm]) -> tuple[int, int]:
    """The sum of the weights, and the largest."""
    weights = [term.weight for term in terms]
    return sum(weights), max(weights)


@dataclass(slots=True)
class ReleaseSectors:
    """What all rows of a release share: its categories by weight, the view of its terms, and what each sentence speaks of.

    In a note `words` is the opinion of all its words; where it is `settled`, that group is the one of every row.
    """

    top: list[tuple[str, int]]
    view: SectorView
    subjects: Subjects
    words: Opinion
    settled: bool


def release_sectors(found: Found) -> ReleaseSectors:
    """Weigh the categories of the release outside boilerplate; headings and the lead count double."""
    scores: dict[str, int] = {}
    for index, sentence in enumerate(found.doc.sentences):
        if sentence.role == "boilerplate":
            continue
        factor = 2 if sentence.role in ("heading", "lead") else 1
        for term in found.terms[index]:
            category = term.code[:_CATEGORY]
            scores[category] = scores.get(category, 0) + factor * term.weight
    top = sorted(scores.items(), key=itemgetter(1), reverse=True)[:_MOST_CHOICES]
    words = opinion(found) if is_note(found.doc) else SILENT
    view = SectorView(found.doc, [term for terms in found.terms for term in terms])
    return ReleaseSectors(top, view, Subjects(found), words, settles(found, words))


def sector_options(found: Found, decision: Decision, release: ReleaseSectors) -> list[Option[str]]:
    """Every category named near the row or much in the release, and none; the value is the category, too."""
    names: dict[str, list[Bundle]] = {}
    sources: dict[str, str] = {}
    for index, source in around(found, decision):
        if not found.terms[index]:
            continue
        subjects = release.subjects[index]
        for subject, bundle in zip(subjects, _spoken(found, decision.kind, index, source, subjects), strict=True):
            if subject.category in names:
                names[subject.category].append(bundle)
            else:
                names[subject.category], sources[subject.category] = [bundle], source
    for rank, chosen in enumerate(_view(found, decision, release.view)):
        names.setdefault(chosen.code[:_CATEGORY], []).append(phrases.choice(rank + 1, chosen.basis))
        sources.setdefault(chosen.code[:_CATEGORY], chosen.basis)
    for rank, (category, score) in enumerate(release.top):
        names.setdefault(category, []).append(phrases.of_release(rank + 1, score))
        sources.setdefault(category, "release")
    names = _paired(found, decision, release, names)
    if release.settled and not any(category.startswith(release.words.group) for category in names):
        named = category_of(release.words, found)
        names[named], sources[named] = [], "words"
    options = [Option(c, c, sources[c], [*spoken, phrases.of_sector(decision.kind, c)]) for c, spoken in names.items()]
    state = "terms here" if found.terms[decision.telling.candidate.sentence] else "no terms here"
    return [*options, Option("", None, "none", [phrases.none_of(state, decision.kind)])]


def purposes(found: Found, decision: Decision, release: ReleaseSectors) -> dict[str, str]:
    """Category -> the purpose code that the terms near the row say most, where they say any."""
    codes: dict[str, int] = {}
    for index, source in around(found, decision):
        for term in found.terms[index]:
            if len(term.code) > _CATEGORY:
                codes[term.code] = codes.get(term.code, 0) + term.weight * (3 if source == "sentence" else 1)
    for chosen in _view(found, decision, release.view):
        codes[chosen.code] = codes.get(chosen.code, 0) + 1
    best: dict[str, str] = {}
    for code in sorted(codes, key=lambda code: (-codes[code], code)):
        if len(code) > _CATEGORY:
            best.setdefault(code[:_CATEGORY], code)
    return best


def _paired(found: Found, decision: Decision, release: ReleaseSectors, names: dict[str, list[Bundle]]) -> dict[str, list[Bundle]]:
    """Say which objects of the row's own sentence stand next to its country.

    Where an item of a list names the row's own object, the objects of the other items are none of its options.
    """
    index, firm = decision.telling.candidate.sentence, False
    elsewhere: set[str] = set()
    for subject in release.subjects[index]:
        pair = _pair(found, decision, index, subject.terms)
        names[subject.category].append(pair)
        firm = firm or (pair is phrases.PAIRED and subject.weight > 1)
        if pair is phrases.PAIRED_ELSEWHERE:
            elsewhere.add(subject.category)
    return {category: spoken for category, spoken in names.items() if category not in elsewhere} if firm else names


def _pair(found: Found, decision: Decision, index: int, terms: list[SectorTerm]) -> Bundle:
    """How the terms of one category are paired: with the row's country if any of them is."""
    pair = NOTHING
    for term in terms:
        pair = pairing(found, decision, index, term.start, term.end)
        if pair is not phrases.PAIRED_ELSEWHERE:
            break
    return pair


def _view(found: Found, decision: Decision, view: SectorView) -> list[SectorChoice]:
    """The sectors around the clause of the act: from its trigger to the end of its object."""
    index = decision.telling.candidate.sentence
    sentence = found.doc.sentences[index]
    mine = next((t for t in found.acts[index] if t.kind == decision.kind), None)
    start, end = _clause(mine) if mine else (sentence.start, sentence.end)
    return view.choose(max(start, sentence.start), min(max(end, start + 1), sentence.end))[:_MOST_CHOICES]


def _clause(trigger: Trigger) -> tuple[int, int]:
    if trigger.object_start < 0:
        return trigger.start, trigger.end + 100
    return min(trigger.start, trigger.object_start), max(trigger.end, trigger.object_end)


def _spoken(found: Found, kind: str, index: int, source: str, subjects: list[Subject]) -> list[Bundle]:
    """What the terms of one sentence say for each of its subjects, seen from the triggers of the row's kind."""
    only = len(subjects) == 1
    if source not in _CLOSE:
        return [phrases.spoken(source, rank, one.weight, one.score, "", only) for rank, one in enumerate(subjects, start=1)]
    mine = [t for t in found.acts[index] if t.kind == kind]
    return [phrases.spoken(source, rank, one.weight, one.score, _near(mine, one.terms), only) for rank, one in enumerate(subjects, start=1)]


def _near(mine: list[Trigger], terms: list[SectorTerm]) -> str:
    """How far the nearest of `terms` is from the words of the act, in words."""
    if not mine:
        return "without a trigger"
    return GAP(min([max(term.start - t.end, t.start - term.end) for term in terms for t in mine]))
