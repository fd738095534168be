"""Whether of two texts one tells again what the other tells.

Belongs here: the rule and its thresholds, chosen on labelled pairs (README.md). Does not: finding candidates (sketch.py).
"""

from __future__ import annotations

from transforms.duplicates.telling import Telling

_SAME_WORDS = 0.87  # of the shorter text's vocabulary stands in the other: names and figures of another story do not
_SAME_SHINGLES = 0.6  # of its shingles: the words stand in the same order
_SAME_FACTS = 0.6  # of its numbers, and of the countries that it names
_LOST_NUMBERS = 1  # one may be a correction, however few there are
_FEWEST_SHARED = 0.25  # shingles of both together: a text of a fifth of the length is a mention
_MUCH_SHORTER = 0.6
_LEAD_WORDS = 40
_LEAD = 0.5
_LONG_WORD = 6
_SAME_SUBJECT = 0.1


def likeness(one: Telling, other: Telling) -> float | None:
    """The share of the shorter text's shingles that the longer one has, 0 to 1; None where they tell different things."""
    shorter, longer = sorted((one, other), key=lambda told: (len(told.words), told.words))
    if not shorter.shingles or not longer.shingles:
        return None
    shared = len(shorter.shingles & longer.shingles)
    share = shared / min(len(shorter.shingles), len(longer.shingles))
    if share < _SAME_SHINGLES or shared / len(shorter.shingles | longer.shingles) < _FEWEST_SHARED:
        return None
    if len(shorter.vocabulary & longer.vocabulary) < _SAME_WORDS * len(shorter.vocabulary) or not _same_facts(shorter, longer):
        return None
    if len(shorter.words) < _MUCH_SHORTER * len(longer.words) and not _is_fuller(longer, shorter):
        return None
    return share


def _same_facts(shorter: Telling, longer: Telling) -> bool:
    """A release written from the mould of another has its words, but not its figures and places."""
    lost = (shorter.numbers - longer.numbers).total()
    if lost > _LOST_NUMBERS and lost > (1 - _SAME_FACTS) * shorter.numbers.total():
        return False
    return len(shorter.countries & longer.countries) >= _SAME_FACTS * len(shorter.countries)


def _is_fuller(longer: Telling, shorter: Telling) -> bool:
    """Whether a much longer text goes on with the same story: a round-up begins with another one, or goes on with others."""
    told = longer.told_in(shorter)
    lead = told[:_LEAD_WORDS]
    if sum(lead) < _LEAD * len(lead):
        return False
    rest = {word for word, said in zip(longer.words, told, strict=True) if not said and len(word) >= _LONG_WORD}
    return len(rest & shorter.vocabulary) >= _SAME_SUBJECT * len(rest)
