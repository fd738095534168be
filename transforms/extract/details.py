"""What stands around an activity: its date, its sum, its place inside the country, its sector.

Belongs here: choosing one option of each for a decision.
Does not: the options (dating.py, pricing.py, placing.py, sectoring.py), the row (assemble.py).
"""

from __future__ import annotations

from functools import partial
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
from transforms.extract.sectoring import ReleaseSectors, purpose, sector_options

_MOST_FURTHER = 4


class Details(NamedTuple):
    """The options chosen for one decision; `second` is the next best sector, `further` are those of the sentence behind the best."""

    date: Option[DateMention]
    money: Option[Money]
    place: Option[Place]
    sector: Option[str]
    second: str | None
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
    settled = partial(purpose, found, decision, sectors)
    second = settled(rest[0][1]).value if rest else None
    return Details(when, money, place, settled(sector), second, [(behind, settled(option)) for behind, option in further[:_MOST_FURTHER]])
