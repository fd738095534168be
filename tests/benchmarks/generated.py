"""Releases by number, as many as are wanted and each unlike the others: what large stores are made of.

Belongs here: making them up. Does not: what is measured with them (increment.py).
"""

import json
from collections.abc import Iterator
from random import Random

_PLACES = (
    "Kenya",
    "Ghana",
    "Peru",
    "Nepal",
    "Egypt",
    "Chile",
    "Laos",
    "Mali",
    "Serbia",
    "Uganda",
    "Zambia",
    "Angola",
    "Senegal",
    "Vietnam",
)
_THINGS = ("hospital", "school", "highway", "solar plant", "water plant", "railway", "port", "bridge", "power line", "clinic", "stadium")
_SMALL = ("of", "the", "in", "and", "a", "for", "to", "with", "by")
_ACTS = ("opened", "handed over", "began to build", "completed", "donated", "signed a contract for", "agreed to finance", "inaugurated")
_SYLLABLES = (
    "ka",
    "mo",
    "ri",
    "ten",
    "sol",
    "ba",
    "wen",
    "dor",
    "li",
    "fa",
    "gru",
    "post",
    "hel",
    "via",
    "nor",
    "qua",
    "zem",
    "pel",
    "ost",
    "yar",
)
_FEW, _MANY = 6, 14  # sentences
_WORDS, _RARE = 18, 0.5
_REPRINT_EVERY = 20


def records(first: int, last: int) -> Iterator[str]:
    """JSON Lines of the releases `first` to `last`; one in twenty is a reprint of the one before it."""
    for number in range(first, last):
        again = number % _REPRINT_EVERY == _REPRINT_EVERY - 1
        text = release(number - 1) if again else release(number)
        frame = f"Newsdesk {number}\n\n{text}\n\nContact us\nPress office, telephone 555 {number:06}" if again else text
        yield json.dumps({"uri": f"r{number}", "published": f"20{10 + number % 15}-0{1 + number % 9}-1{number % 10}", "text": frame})


def release(number: int) -> str:
    """A release of some 200 words: an act in the first sentence, then sentences of words that are made up for it."""
    random = Random(number)
    company, place, thing, act = _name(random), random.choice(_PLACES), random.choice(_THINGS), random.choice(_ACTS)
    day, worth = f"{random.randint(1, 28)} May 20{random.randint(10, 24)}", random.randint(2, 900)
    lead = f"{company} {act} a {thing} in {place} on {day} worth {worth} million dollars."
    rest = [_sentence(random, company) for _ in range(random.randint(_FEW, _MANY))]
    return f"{company} in {place}\n\n{lead}\n\n{' '.join(rest)}"


def _sentence(random: Random, company: str) -> str:
    words = (_name(random).lower() if random.random() < _RARE else random.choice(_SMALL) for _ in range(_WORDS))
    return f"The {random.choice(_THINGS)} of {company} {' '.join(words)}."


def _name(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()
