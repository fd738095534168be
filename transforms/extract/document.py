"""A release made ready for coding: folded, scanned, cut into sentences.

Belongs here: the Document that every finder gets, and the one automaton a process that holds all their lexicons.
Does not: how paragraphs and sentences are cut (layout.py, sentences.py), what a hit means (the finders).
"""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from transforms.extract import layout
from transforms.extract.fold import NOT_ASCII, fold
from transforms.extract.layout import Paragraph
from transforms.extract.lexicon import Automaton
from transforms.extract.mentions import Hit
from transforms.extract.sentences import Sentence, cut
from transforms.release import Release

MOST_CHARACTERS = 200_000
FINDERS = ("layout", "places", "dates", "sectors", "triggers", "money", "parties")
_CAPITALS_OF_PROSE = 100
_CAPITALS = string.ascii_uppercase.encode()


@dataclass(slots=True)
class Document:
    """What a finder reads. All offsets, in `hits` too, are character offsets into `release.body`.

    `cased`: the body uses capitals as English does, so that "turkey" in lower case is the bird; False if it is all lower case.
    """

    release: Release
    folded: str
    hits: dict[str, list[Hit]]
    sentences: list[Sentence]
    cased: bool
    paragraphs: list[Paragraph] = field(default_factory=list)


def prepare(release: Release) -> Document:
    """Fold, scan and cut one release. Beyond MOST_CHARACTERS nothing is read: no press release is that long."""
    body = release.body[:MOST_CHARACTERS]
    folded = fold(body)
    hits = automaton().scan(folded)
    cased = is_cased(body)
    paragraphs = layout.paragraphs(body, folded, hits[layout.LEXICON], cased=cased)
    return Document(release, folded, hits, cut(body, paragraphs), cased, paragraphs)


def is_cased(body: str) -> bool:
    """Whether capitals mean anything here: at least one in a hundred letters or so is one, and not most are."""
    sample = body[:5000]
    plain = sample.encode("ascii", "ignore")
    capitals = len(plain) - len(plain.translate(None, _CAPITALS))
    if len(plain) < len(sample):
        capitals += sum(map(str.isupper, NOT_ASCII.findall(sample)))
    return capitals * _CAPITALS_OF_PROSE > len(sample) and capitals * 2 < len(sample)


@cache
def automaton() -> Automaton:
    """Build the automaton over the lexicons of all finders, once a process.

    The finders are imported by name, since each of them imports the Document.
    """
    modules = (import_module(f"transforms.extract.{name}") for name in FINDERS)
    return Automaton(lexicon for module in modules for lexicon in module.lexicons())
