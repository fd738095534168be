"""Choosing one of several options for a row: which date, which sum, which place, which sector, or none.

Belongs here: the Option and the choice by a linear model.
Does not: making options (dating.py, pricing.py, placing.py, sectoring.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from transforms.extract import option_phrases
from transforms.extract.bands import GAP, TELLING
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import Place, Trigger
from transforms.extract.model import NOTHING, Bundle, Model

V = TypeVar("V")
_ITEM, _FAR = 40, 10**6


class Option(NamedTuple, Generic[V]):
    """A possible value with what speaks for it; `key` says which options are the same value, "" is none."""

    key: str
    value: V | None
    source: str
    names: list[Bundle]


def choose(model: Model, options: Sequence[Option[V]]) -> Option[V]:
    """The likeliest option; of equals the first."""
    return options[0] if len(options) == 1 else max(options, key=lambda option: model.logit(option.names))


def ranked(model: Model, options: Sequence[Option[V]]) -> list[tuple[float, Option[V]]]:
    """The options with their log-odds, the likeliest first."""
    return sorted([(model.logit(option.names), option) for option in options], key=itemgetter(0), reverse=True)


def around(found: Found, decision: Decision) -> list[tuple[int, str]]:
    """The sentences whose mentions are options for a row, with their names as sources: those nearby, then its other tellings."""
    return nearby(found, decision.telling.candidate.sentence) + [(t.candidate.sentence, "other telling") for t in decision.others[:3]]


def nearby(found: Found, index: int) -> list[tuple[int, str]]:
    """The sentences whose mentions may belong to a row told in sentence `index`, the nearest first, with their names as sources."""
    if index not in found.near:
        found.near[index] = _nearby(found, index)
    return found.near[index]


def _nearby(found: Found, index: int) -> list[tuple[int, str]]:
    sentences = found.doc.sentences
    paragraph = sentences[index].paragraph
    near = [(index, "sentence")]
    near += [(i, "before") for i in range(index - 1, max(-1, index - 4), -1) if sentences[i].paragraph == paragraph]
    near += [(i, "after") for i in range(index + 1, min(len(sentences), index + 3)) if sentences[i].paragraph == paragraph]
    heading = found.doc.paragraphs[paragraph].heading
    seen = {i for i, _ in near}
    for i, sentence in enumerate(sentences):
        if i in seen or sentence.role == "boilerplate":
            continue
        if sentence.paragraph == heading:
            near.append((i, "heading"))
        elif sentence.role == "lead":
            near.append((i, "lead"))
        elif abs(sentence.paragraph - paragraph) == 1 and sentence.role != "heading":
            near.append((i, "next paragraph" if sentence.paragraph > paragraph else "paragraph before"))
    return near


def gap(triggers: Sequence[Trigger], kind: str, start: int, end: int) -> str:
    """How far the nearest of the triggers of `kind` is from a span, in words."""
    distances = [max(start - t.end, t.start - end) for t in triggers if t.kind == kind]
    return GAP(min(distances)) if distances else "without a trigger"


def pairing(found: Found, decision: Decision, index: int, start: int, end: int) -> Bundle:
    """Whether a mention in the row's own sentence stands next to the row's country or to another one."""
    candidate = decision.telling.candidate
    if index != candidate.sentence or candidate.basis != "sentence":
        return NOTHING
    places = [p for p in found.places[index] if p.country and p.role in ("", "organisation")]
    if len({p.country for p in places}) < 2:  # noqa: PLR2004 - with one country there is nothing to pair
        return option_phrases.ALONE
    costs = [(_cost(found.doc.folded, place, start, end), place.country) for place in places]
    mine = min([cost for cost, country in costs if country == decision.area], default=_FAR)
    others = min([cost for cost, country in costs if country != decision.area], default=_FAR)
    return option_phrases.PAIRED if mine <= others else option_phrases.PAIRED_ELSEWHERE


def _cost(folded: str, place: Place, start: int, end: int) -> int:
    """How far a mention is from a place; the end of a list item counts as a long way."""
    low, high = (place.end, start) if place.end <= start else (end, place.start)
    between = folded[low:high]
    return len(between) + _ITEM * (between.count(", ") + between.count(" and ") + 2 * between.count("; "))


def telling_word(folded: str, start: int) -> str:
    """The last word before `start` if it tells how a mention is meant, else ""."""
    words = folded[max(0, start - 14) : start].split()
    return words[-1] if words and words[-1] in TELLING else ""
