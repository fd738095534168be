"""What stands around an activity: its date, its sum, its place inside the country, its sector.

Belongs here: choosing one option of each for a decision.
Does not: the options (dating.py, pricing.py, placing.py, sectoring.py), the row (assemble.py).
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from transforms.extract.choice import Option, choose
from transforms.extract.dating import date_options
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import DateMention, Money, Place
from transforms.extract.models import Models
from transforms.extract.placing import place_options
from transforms.extract.pricing import money_options
from transforms.extract.sectoring import sector_options


class Details(NamedTuple):
    """The options chosen for one decision; `second` is the next best sector."""

    date: Option[DateMention]
    money: Option[Money]
    place: Option[Place]
    sector: Option[str]
    second: str | None


def detail(found: Found, decision: Decision, weights: Models, scores: Counter[str]) -> Details:
    """Choose what stands around one decision; `scores` are the sectors of the release."""
    when, _ = choose(weights.date, date_options(found, decision))
    money, _ = choose(weights.money, money_options(found, decision))
    place, _ = choose(weights.place, place_options(found, decision))
    options = sector_options(found, decision, scores)
    sector, _ = choose(weights.sector, options)
    rest = [option for option in options if option.key not in (sector.key, "")]
    second = choose(weights.sector, rest)[0].value if rest else None
    return Details(when, money, place, sector, second)
