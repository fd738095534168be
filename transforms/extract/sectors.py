"""Find the words of a release that speak of a sector.

Belongs here: the sector lexicon as the automaton takes it, and which of its hits count where they overlap.
Does not: the terms (transforms/vocabulary/sector_terms.csv), choosing a sector from them (sector_choice.py).
"""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast

from transforms.extract.lexicon import Lexicon
from transforms.extract.mentions import Hit, SectorTerm
from transforms.vocabulary.sector_terms import SectorMeaning, sector_terms

LEXICON = "sectors"
_STOP = "stop"
_NAME = "name"
_RECEIVES = (" to the ", " for the ", " to ", " for ")  # what an institution is given is for what it does


class Scanned(Protocol):
    """What of a document this finder reads."""

    @property
    def folded(self) -> str:
        """The folded body."""
        ...

    @property
    def hits(self) -> dict[str, list[Hit]]:
        """Lexicon name -> its hits, in the order of their ends."""
        ...


@cache
def lexicons() -> list[Lexicon]:
    """Return the one lexicon of this finder, for the automaton."""
    return [Lexicon(LEXICON, sector_terms())]


def find_sector_terms(doc: Scanned) -> list[SectorTerm]:
    """List the sector terms of a document in the order of their ends.

    A term inside a longer one is dropped, unless it is the stronger of the two and no mere part of a phrase that means no sector.
    """
    kept: list[SectorTerm] = []
    for start, end, value in doc.hits[LEXICON]:
        code, weight, role, term = cast("SectorMeaning", value)
        if role == _NAME and doc.folded[max(start - 8, 0) : start].endswith(_RECEIVES):
            role = ""
        found = SectorTerm(start, end, code, weight, role, term)
        inner = _take_inner(kept, found)
        if not (kept and _hides(kept[-1], found)):
            kept += inner
            kept.append(found)
    return [term for term in kept if term.role != _STOP]


def _take_inner(kept: list[SectorTerm], outer: SectorTerm) -> list[SectorTerm]:
    """Take the terms inside `outer` off the end of `kept` and hand back those that it does not hide."""
    inner: list[SectorTerm] = []
    while kept and kept[-1].start >= outer.start:
        term = kept.pop()
        if not _hides(outer, term):
            inner.append(term)
    return inner[::-1]


def _hides(outer: SectorTerm, inner: SectorTerm) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and (outer.role == _STOP or outer.weight >= inner.weight)
