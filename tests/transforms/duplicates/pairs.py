"""Pairs of releases and whether one repeats the other: the set by which the rule for near duplicates is chosen and held to account.

Belongs here: which pairs there are, and which of them the rule was chosen on.
Does not: the edits (editing.py), the texts (*.toml, the samples).

Duplicates: bundled releases and mould releases against each edit of themselves.
No duplicates: releases from one mould with other facts, bundled releases told of other places and figures, several tellings
of one undertaking that repeat its background, round-ups against each release in them, and the bundled releases that look most alike.
"""

import tomllib
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tests.transforms.duplicates.editing import EDITS, digest, of_something_else, reprinted, updated
from warehouse.golden import SAMPLES

_HERE = Path(__file__).parent
_EVERY = 4  # each fourth sample is edited


class Pair(NamedTuple):
    """Two texts as they come; `same` where one repeats the other; `held_out` where the rule was not chosen on it."""

    sort: str
    first: str
    second: str
    same: bool
    held_out: bool


def pairs():
    """Every labelled pair."""
    return [*_edited_samples(), *_other_facts(), *_moulds(), *_stories(), *_digests(), *_alike()]


def samples():
    """The bundled releases as they come."""
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]


def _load(name):
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))[
        name.rstrip("s").replace("template", "mould").replace("storie", "story")
    ]


def _edited_samples():
    for number, text in enumerate(samples()[::_EVERY]):
        for index, edit in enumerate(EDITS):
            yield Pair(edit.__name__, text, edit(text, number + index), same=True, held_out=number % 2 == 1)


def _other_facts():
    for number, text in enumerate(samples()[1::_EVERY]):
        other = of_something_else(text, number)
        for index, edit in enumerate((str, reprinted)):
            yield Pair("other facts", text, other if edit is str else edit(other, number + index), same=False, held_out=number % 2 == 1)


def _moulds():
    for number, mould in enumerate(_load("templates")):
        held_out = number % 2 == 1
        texts = [mould["text"].format(**facts) for facts in mould["facts"]]
        for one, other in combinations(texts, 2):
            yield Pair("mould", one, other, same=False, held_out=held_out)
        for index, facts in enumerate(mould["facts"]):
            later = mould["text"].format(**facts | {mould["update"]: f"{index + 2}9"})
            yield Pair("mould corrected", texts[index], later, same=True, held_out=held_out)
            yield Pair("mould reprinted", texts[index], reprinted(texts[index], index + number), same=True, held_out=held_out)
            other = texts[(index + 1) % len(texts)]
            yield Pair("mould, other frame", texts[index], updated(reprinted(other, index), number), same=False, held_out=held_out)


def _stories():
    for number, story in enumerate(_load("stories")):
        texts = [f"{news}\n\n{story['background']}" for news in story["news"]]
        for one, other in combinations(texts, 2):
            yield Pair("story", one, other, same=False, held_out=number % 2 == 1)


def _digests():
    texts = samples()
    for number in range(10):
        members = texts[number * 7 : number * 7 + 5]
        for member in members:
            yield Pair("digest", digest(members), member, same=False, held_out=number % 2 == 1)


def _alike():
    """The bundled releases against those next to them: many are of one group and of one week."""
    texts = samples()
    for number, (one, other) in enumerate(zip(texts[::2], texts[1::2], strict=True)):
        yield Pair("neighbours", one, other, same=False, held_out=number % 2 == 1)
