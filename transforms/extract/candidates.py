"""Which countries each sentence may be about: generously, with the source of each written down.

Belongs here: the Candidate, and the context of a release (how often a country is named, and where).
Does not: judging candidates (features.py, decide.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.extract.found import Found
from transforms.extract.mentions import Place
from transforms.extract.model import Bundle

_MOST_IMPLIED = 3
_STRONG = 3
_SETTING = ("dateline",)


class Candidate(NamedTuple):
    """A sentence that may tell of something in `area`: an ISO country, or a UN M49 region where no country is named.

    `basis`: sentence, paragraph, heading, lead, dominant, home. `place`: the mention that says so, None for home.
    """

    sentence: int
    area: str
    basis: str
    place: Place | None


@dataclass(slots=True)
class Context:
    """What the release as a whole says about places; `said` is where features.py remembers what that means for an area."""

    counts: Counter[str] = field(default_factory=Counter)
    total: int = 0
    ranked: list[str] = field(default_factory=list)
    title: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    home: str | None = None
    dateline: str | None = None
    first: dict[str, Place] = field(default_factory=dict)
    lead_end: int = 0
    abroad_in_lead: bool = False
    said: dict[tuple[str, bool], Bundle] = field(default_factory=dict)


def context(found: Found) -> Context:
    """Count the places of the body, boilerplate aside."""
    known = Context(home=found.doc.release.home_country)
    title: set[str] = set()
    lead: set[str] = set()
    for index, sentence in enumerate(found.doc.sentences):
        if sentence.role == "lead":
            known.lead_end = index
        for place in found.places[index]:
            area = area_of(place)
            if place.role == "dateline":
                known.dateline = known.dateline or place.country
            if sentence.role == "boilerplate" or area is None or place.role in _SETTING:
                continue
            known.counts[area] += 1
            known.first.setdefault(area, place)
            if sentence.role == "lead":
                lead.add(area)
            elif sentence.role == "heading" and not lead:
                title.add(area)
    known.total = known.counts.total()
    known.ranked = [area for area, _ in known.counts.most_common() if not is_region(area)]
    known.title, known.lead = frozenset(title), frozenset(lead)
    known.abroad_in_lead = any(area != known.home and not is_region(area) for area in lead | title)
    return known


def area_of(place: Place) -> str | None:
    """The country of a place, else its region."""
    return place.country or place.region


def is_region(area: str) -> bool:
    """Regions are UN M49 numbers, countries letters."""
    return area.isdigit()


def candidates(found: Found, known: Context) -> list[Candidate]:
    """For each sentence the areas it names, and, where it names none that can be the place of an act, those it may mean."""
    made: list[Candidate] = []
    named = [_named(places) if places else {} for places in found.places]
    for index, sentence in enumerate(found.doc.sentences):
        here = named[index]
        made += [Candidate(index, area, "sentence", place) for area, place in here.items()]
        if not _worth_implying(found, index):
            continue
        if not any(place.role == "" and place.country for place in here.values()):
            made += _implied(found, known, index, named)
        elif sentence.role == "lead":
            made += _at_home(known, index, set(here))
    return made


def _named(places: list[Place]) -> dict[str, Place]:
    """Area -> its best mention: one that may be the place of an act before one that may not, the finer before the coarser."""
    best: dict[str, Place] = {}
    for place in places:
        area = area_of(place)
        if area is None or place.role in _SETTING:
            continue
        if area not in best or _merit(place) > _merit(best[area]):
            best[area] = place
    return best


def _merit(place: Place) -> tuple[bool, bool]:
    return (place.role == "", place.admin1 is not None)


def _worth_implying(found: Found, index: int) -> bool:
    """A sentence without a place is looked at if it has an act, or a strong object with a date or a sum."""
    if found.doc.sentences[index].role in ("boilerplate", "heading"):
        return False
    if found.triggers[index]:
        return True
    dated_or_paid = found.dates[index] or found.sums[index]
    return bool(dated_or_paid) and any(term.weight >= _STRONG for term in found.terms[index])


def _implied(found: Found, known: Context, index: int, named: list[dict[str, Place]]) -> list[Candidate]:
    """The areas that a sentence may mean without naming them, nearest source first, each once."""
    implied: dict[str, Candidate] = {}
    here = named[index]
    for basis, places in _sources(found, known, index, named):
        for area, place in places.items():
            if area not in implied and area not in here and not is_region(area) and place.role in ("", "organisation"):
                implied[area] = Candidate(index, area, basis, place)
        if len(implied) >= _MOST_IMPLIED:
            break
    return [*implied.values(), *_at_home(known, index, {*here, *implied})]


def _at_home(known: Context, index: int, taken: set[str]) -> list[Candidate]:
    """The home of the organisation and the country of the dateline, where nothing else speaks for them."""
    return [Candidate(index, area, "home", None) for area in dict.fromkeys((known.home, known.dateline)) if area and area not in taken]


def _sources(found: Found, known: Context, index: int, named: list[dict[str, Place]]) -> Iterator[tuple[str, dict[str, Place]]]:
    """Where a country that is meant may have been named: before in the paragraph, in the heading, most often, in the lead."""
    sentences = found.doc.sentences
    paragraph = sentences[index].paragraph
    before = index - 1
    while before >= 0 and sentences[before].paragraph == paragraph:
        yield "paragraph", named[before]
        before -= 1
    heading = found.doc.paragraphs[paragraph].heading
    while before >= 0 and sentences[before].paragraph > heading:
        before -= 1
    if before >= 0 and sentences[before].paragraph == heading:
        yield "heading", named[before]
    yield "dominant", {area: known.first[area] for area in known.ranked[:1]}
    yield "lead", {area: known.first[area] for area in sorted(known.lead)}
