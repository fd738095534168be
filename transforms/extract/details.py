"""What stands around an activity: its date, its sum, its place inside the country, its sector.

Belongs here: choosing one option of each for a decision.
Does not: the options (dating.py, pricing.py, placing.py, sectoring.py), the row (assemble.py).
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.extract.choice import Option, choose, ranked
from transforms.extract.dating import date_options
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import DateMention, Money, Place
from transforms.extract.models import Models
from transforms.extract.placing import place_options
from transforms.extract.pricing import money_options
from transforms.extract.sector_words import first
from transforms.extract.sectoring import ReleaseSectors, purposes, sector_options

_MOST_FURTHER = 4


class Details(NamedTuple):
    """The options chosen for one decision; `second` is the next best sector, `further` are those of the sentence behind the best.

    Sectors are categories until `with_purposes` is asked for the rows that stay.
    """

    date: Option[DateMention]
    money: Option[Money]
    place: Option[Place]
    sector: Option[str]
    second: Option[str] | None
    further: list[tuple[float, Option[str]]]


def detail(found: Found, decision: Decision, weights: Models, sectors: ReleaseSectors) -> Details:
    """Choose what stands around one decision; `sectors` are those of the release."""
    when = choose(weights.date, date_options(found, decision))
    money = choose(weights.money, money_options(found, decision))
    place = choose(weights.place, place_options(found, decision))
    options = ranked(weights.sector, sector_options(found, decision, sectors))
    (best, sector), *rest = first(sectors.words, options) if sectors.settled else options
    rest = [(max(0.0, best - logit), option) for logit, option in rest if option.key]
    further = [(behind, option) for behind, option in rest if option.source == "sentence"] if sector.key else []
    return Details(when, money, place, sector, rest[0][1] if rest else None, further[:_MOST_FURTHER])


def with_purposes(found: Found, decision: Decision, details: Details, sectors: ReleaseSectors) -> Details:
    """The same details, the categories of the sectors made as fine as the text allows."""
    codes = purposes(found, decision, sectors)
    best, second = details.sector, details.second
    finer = second._replace(value=codes.get(second.key, second.key)) if second else None
    return details._replace(sector=best._replace(value=codes.get(best.key, best.value)), second=finer)
