"""All models of the coder, loaded once.

Belongs here: which models there are. Their coefficients: models/*.csv, one feature a line.
Does not: what they weigh.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from transforms.extract.kind_words import weights
from transforms.extract.model import Model, load
from transforms.extract.word_weights import Weights


class Models(NamedTuple):
    """keep: is a sentence about an act in an area; kind: of which kind; area, kind_pool: the same for the release as a whole.

    date, money, place, sector choose among options; split: is a further telling a row of its own; object: is a further sector one;
    confidence calibrates; thresholds holds cut-offs; words weighs the words of a sentence for its kind.
    """

    keep: Model
    kind: Model
    area: Model
    kind_pool: Model
    date: Model
    money: Model
    place: Model
    sector: Model
    split: Model
    object: Model
    confidence: Model
    thresholds: Model
    words: Weights


@cache
def models() -> Models:
    """Load the coefficients that the repository ships."""
    return Models._make((*map(load, Models._fields[:-1]), weights()))
