"""From decisions to rows: date, money, place, sector, status, parties and evidence of each activity.

Belongs here: `extract`, and putting an Activity together.
Does not: deciding what is an activity (decide.py), the options of a field (dating.py, pricing.py, placing.py, sectoring.py).
"""

from __future__ import annotations

import math
from datetime import date

from transforms.extract.activity import Activity
from transforms.extract.candidates import is_region
from transforms.extract.decide import Decision, decide
from transforms.extract.details import Details
from transforms.extract.document import MOST_CHARACTERS, prepare
from transforms.extract.found import Found, find
from transforms.extract.mentions import DateMention
from transforms.extract.model import Model, probability
from transforms.extract.models import Models, models
from transforms.extract.sectoring import release_sectors
from transforms.extract.splitting import rows_of
from transforms.language import is_english
from transforms.release import Release

_STATUS = {"planned": "planned", "ongoing": "ongoing", "fact": "completed"}
_PRECISION = {"city": "3", "admin1": "4", "name": "6", "demonym": "6", "region": "9"}
_BASIS = {"sentence": "sentence", "paragraph": "paragraph", "heading": "heading", "lead": "lead", "dominant": "dominant", "home": "home"}


def extract(release: Release) -> list[Activity]:
    """The activities that a release tells of; none of a release that is not in English."""
    if not is_english(release.language, release.body[:MOST_CHARACTERS]):
        return []
    return activities(find(prepare(release)), models())


def activities(found: Found, weights: Models) -> list[Activity]:
    """Decide, fill in and put together, in the order of the text."""
    sectors = release_sectors(found)
    rows = [row for decision in decide(found, weights) for row in rows_of(found, decision, weights, sectors)]
    rows.sort(key=lambda row: (row.decision.telling.candidate.sentence, row.decision.kind, row.decision.area))
    groups: dict[tuple[int, str], int] = {}
    made = []
    for row in rows:
        group = groups.setdefault((row.decision.telling.candidate.sentence, row.decision.kind), len(groups) + 1)
        made.append(_activity(found, row.decision, row.details, group, weights.confidence))
    return made


def _activity(found: Found, decision: Decision, chosen: Details, group: int, confidence: Model) -> Activity:
    candidate = decision.telling.candidate
    sentence = found.doc.sentences[candidate.sentence]
    place = chosen.place.value or candidate.place
    when, money = chosen.date.value, chosen.money.value
    own, others = _parties(found, candidate.sentence)
    organisations = found.doc.release.organisations
    return Activity(
        group=group,
        kind=decision.kind,
        country=None if is_region(decision.area) else decision.area,
        region=decision.area if is_region(decision.area) else None,
        admin1=chosen.place.key or None,
        place_name=found.doc.release.body[place.start : place.end] if place else None,
        geo_precision=_PRECISION.get(place.form, "6") if place else "6",
        place_basis=candidate.basis,
        sector=chosen.sector.value,
        sector_second=chosen.second.value if chosen.second else None,
        date_edtf=when.edtf if when else None,
        date_start=when.first if when else None,
        date_end=_last_day(when),
        date_precision=when.precision if when else "none",
        date_basis=when.basis if when else "none",
        date_from=chosen.date.source,
        status=_status(found, decision),
        amount=money.amount if money else None,
        currency=money.currency if money else None,
        actor=own or (organisations[0] if organisations else None),
        counterparts=others,
        evidence=found.doc.release.body[sentence.start : sentence.end],
        evidence_start=sentence.start,
        evidence_end=sentence.end,
        confidence=round(probability(confidence.logit_of({"logit": _logit(decision.probability)})), 4),
    )


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def _last_day(when: DateMention | None) -> date | None:
    return when.last if when else None


def _status(found: Found, decision: Decision) -> str | None:
    """What the words of the act say of its state."""
    moods = [t.mood for t in found.acts[decision.telling.candidate.sentence] if t.kind == decision.kind]
    return _STATUS.get(moods[0]) if moods else None


def _parties(found: Found, index: int) -> tuple[str | None, tuple[str, ...]]:
    """The first own unit named in the sentence, and the others, each once."""
    parties = found.parties[index]
    own = next((p.name for p in parties if p.own), None)
    return own, tuple(dict.fromkeys(p.name for p in parties if not p.own))
