"""Which sector a row takes: what its own sentence names, else what the release is about, or none.

Belongs here: the options for a row's sector and what speaks for each.
Does not: finding sector terms (sectors.py), weighing (choice.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from transforms.extract.bands import RANK, SCORE
from transforms.extract.choice import Option, gap, nearby, pairing
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import SectorTerm, Trigger
from transforms.extract.sector_choice import SectorChoice, SectorView

_CATEGORY = 3


@dataclass(slots=True)
class ReleaseSectors:
    """What all rows of a release share: its categories by weight, the view of its terms, and what each sentence says, once asked."""

    top: list[tuple[str, int]]
    view: SectorView
    said: dict[tuple[int, str, str], dict[str, list[str]]] = field(default_factory=dict)


def release_sectors(found: Found) -> ReleaseSectors:
    """Weigh the categories of the release outside boilerplate; headings and the lead count double."""
    scores: Counter[str] = Counter()
    for index, sentence in enumerate(found.doc.sentences):
        if sentence.role == "boilerplate":
            continue
        factor = 2 if sentence.role in ("heading", "lead") else 1
        for term in found.terms[index]:
            scores[term.code[:_CATEGORY]] += factor * term.weight
    return ReleaseSectors(scores.most_common(4), SectorView(found.doc, [term for terms in found.terms for term in terms]))


def sector_options(found: Found, decision: Decision, release: ReleaseSectors) -> list[Option[str]]:
    """Every category named near the row or much in the release, each with its best purpose code, and none."""
    index = decision.telling.candidate.sentence
    others = [(t.candidate.sentence, "other telling") for t in decision.others[:3]]
    names: dict[str, list[str]] = defaultdict(list)
    codes: dict[str, Counter[str]] = defaultdict(Counter)
    sources: dict[str, str] = {}
    for place, source in [*nearby(found, index), *others]:
        terms = found.terms[place]
        if not terms:
            continue
        for category, spoken in _said(found, decision, place, source, release).items():
            names[category] += spoken
            sources.setdefault(category, source)
        for term in terms:
            codes[term.code[:_CATEGORY]][term.code] += term.weight * (3 if source == "sentence" else 1)
    for rank, chosen in enumerate(_view(found, decision, release.view)[:4]):
        names[chosen.code[:_CATEGORY]] += [f"{RANK(rank + 1)} choice", f"{RANK(rank + 1)} choice by {chosen.basis}"]
        codes[chosen.code[:_CATEGORY]][chosen.code] += 1
        sources.setdefault(chosen.code[:_CATEGORY], chosen.basis)
    for rank, (category, score) in enumerate(release.top):
        names[category] += [f"{RANK(rank + 1)} of the release", f"release says {SCORE(score)}"]
        sources.setdefault(category, "release")
    names = _unpaired(names)
    options = [_option(decision, category, spoken, codes[category], sources[category]) for category, spoken in names.items()]
    state = "terms here" if found.terms[index] else "no terms here"
    return [*options, Option("", None, "none", ["none", f"none, {state}", f"{decision.kind} without"])]


def _unpaired(names: dict[str, list[str]]) -> dict[str, list[str]]:
    """Where an item of a list names the row's own object, the objects of the other items are none of its options."""
    if not any("paired" in spoken and "weight 1 from sentence" not in spoken for spoken in names.values()):
        return names
    return {category: spoken for category, spoken in names.items() if "paired with another country" not in spoken}


def _view(found: Found, decision: Decision, view: SectorView) -> list[SectorChoice]:
    """The sectors around the clause of the act: from its trigger to the end of its object."""
    index = decision.telling.candidate.sentence
    sentence = found.doc.sentences[index]
    mine = next((t for t in found.triggers[index] if t.kind == decision.kind), None)
    start, end = _clause(mine) if mine else (sentence.start, sentence.end)
    return view.choose(max(start, sentence.start), min(max(end, start + 1), sentence.end))


def _clause(trigger: Trigger) -> tuple[int, int]:
    if trigger.object_start < 0:
        return trigger.start, trigger.end + 100
    return min(trigger.start, trigger.object_start), max(trigger.end, trigger.object_end)


def _option(decision: Decision, category: str, spoken: list[str], codes: Counter[str], source: str) -> Option[str]:
    fine = sorted((code for code in codes if len(code) > _CATEGORY), key=lambda code: (-codes[code], code))
    code = fine[0] if fine else category
    return Option(category, code, source, [*spoken, f"is {category}", f"{decision.kind} in {category}"])


def _said(found: Found, decision: Decision, index: int, source: str, release: ReleaseSectors) -> dict[str, list[str]]:
    """Category -> what the terms of one sentence say for it, with those paired with the row's country in its own sentence."""
    key = (index, decision.kind, source)
    if key not in release.said:
        mine = [t for t in found.triggers[index] if t.kind == decision.kind]
        release.said[key] = _spoken(mine, found.terms[index], source)
    said = release.said[key]
    if source != "sentence":
        return said
    return {category: [*names, *_pairs(found, decision, index, category)] for category, names in said.items()}


def _pairs(found: Found, decision: Decision, index: int, category: str) -> list[str]:
    terms = [t for t in found.terms[index] if t.code.startswith(category)]
    pairs = {name for t in terms for name in pairing(found, decision, index, t.start, t.end)}
    return ["paired"] if "paired" in pairs else sorted(pairs)


def _spoken(mine: list[Trigger], terms: list[SectorTerm], source: str) -> dict[str, list[str]]:
    """Category -> what the terms of one sentence say for it, seen from the triggers of the row's kind."""
    scores: Counter[str] = Counter()
    weights: dict[str, int] = {}
    for term in terms:
        scores[term.code[:_CATEGORY]] += term.weight
        weights[term.code[:_CATEGORY]] = max(term.weight, weights.get(term.code[:_CATEGORY], 0))
    ranked = sorted(scores, key=lambda c: (-scores[c], -weights[c], c))
    said: dict[str, list[str]] = {}
    for rank, category in enumerate(ranked):
        near = min((gap(mine, t.start, t.end) for t in terms if t.code.startswith(category)), key=_nearness)
        said[category] = [
            f"from {source}",
            f"{RANK(rank + 1)} from {source}",
            f"weight {weights[category]} from {source}",
            f"said {SCORE(scores[category])} in {source}",
        ]
        said[category] += [f"{near} the trigger, {source}"] if source in ("sentence", "before") else []
        said[category] += [f"only one, {source}"] if len(ranked) == 1 else []
    return said


def _nearness(words: str) -> int:
    return ("next to", "near", "some way from", "far from", "without a trigger").index(words)
