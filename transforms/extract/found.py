"""All mentions of a release, sentence by sentence.

Belongs here: calling every finder once and laying its mentions into the sentences.
Does not: finding (the finders), combining mentions (candidates.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from transforms.extract.dates import find_dates, news_date
from transforms.extract.document import Document
from transforms.extract.layout import LEXICON, profile_starts
from transforms.extract.mentions import DateMention, Hit, Money, Party, Place, SectorTerm, Trigger
from transforms.extract.money import find_money
from transforms.extract.parties import find_parties
from transforms.extract.places import find_places
from transforms.extract.sectors import find_sector_terms
from transforms.extract.triggers import find_triggers


class Mention(Protocol):
    """Anything that stands at a place in the body."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        ...


M = TypeVar("M", bound=Mention)


@dataclass(slots=True)
class Found:
    """For each sentence of `doc`, by its index: the mentions that begin in it, in the order of the text.

    `triggers` are hints, of weight 0, where a sentence has nothing firmer; `acts` are both.
    `news` is the date of the reported news. `near` and `units` are where choice.nearby and placing.place_options remember what they found.
    """

    doc: Document
    places: list[list[Place]]
    dates: list[list[DateMention]]
    terms: list[list[SectorTerm]]
    triggers: list[list[Trigger]]
    sums: list[list[Money]]
    parties: list[list[Party]]
    profiles: list[list[Hit]]
    acts: list[list[Trigger]]
    news: DateMention | None = None
    near: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)


def find(doc: Document) -> Found:
    """Run every finder over `doc`."""
    starts = [sentence.start for sentence in doc.sentences]
    dates = find_dates(doc)
    triggers, hints = _laid(find_triggers(doc), starts), _laid(find_triggers(doc, "hints"), starts)
    return Found(
        doc,
        _laid(find_places(doc), starts),
        _laid(dates, starts),
        _laid(find_sector_terms(doc), starts),
        [firm or [hint._replace(weight=0) for hint in vague] for firm, vague in zip(triggers, hints, strict=True)],
        _laid(find_money(doc), starts),
        _laid(find_parties(doc), starts),
        _laid(profile_starts(doc.hits[LEXICON]), starts),
        [firm + vague for firm, vague in zip(triggers, hints, strict=True)],
        news_date(doc, dates),
    )


def _laid(mentions: Iterable[M], starts: list[int]) -> list[list[M]]:
    """Mentions before the first sentence are dropped: nothing but space stands there."""
    laid: list[list[M]] = [[] for _ in starts]
    for mention in sorted(mentions, key=lambda m: m.start):
        index = bisect_right(starts, mention.start) - 1
        if index >= 0:
            laid[index].append(mention)
    return laid
