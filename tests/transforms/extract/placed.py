"""The situation that tests of places start from: a text, scanned for places only."""

from __future__ import annotations

from functools import cache

from transforms.extract.document import Document
from transforms.extract.fold import fold
from transforms.extract.lexicon import Automaton
from transforms.extract.mentions import Place
from transforms.extract.places import find_places, lexicons
from transforms.release import Release


@cache
def automaton() -> Automaton:
    return Automaton(lexicons())


def document(body: str, *, cased: bool = False, home: str | None = None) -> Document:
    release = Release("r", 1, "s", "u", body, home_country=home)
    folded = fold(body)
    return Document(release, folded, automaton().scan(folded), [], cased)


def places(body: str, *, cased: bool = False, home: str | None = None) -> list[Place]:
    return find_places(document(body, cased=cased, home=home))


def sites(body: str, *, cased: bool = False, home: str | None = None) -> list[str]:
    """The countries that the text offers as places of an activity, in order, each once."""
    found = [place.country for place in places(body, cased=cased, home=home) if place.country and not place.role]
    return list(dict.fromkeys(found))


def units(body: str, *, cased: bool = False, home: str | None = None) -> list[str]:
    return list(dict.fromkeys(place.admin1 for place in places(body, cased=cased, home=home) if place.admin1))


def role(body: str, name: str, *, cased: bool = False, home: str | None = None) -> str:
    """The role of the mention that stands where `name` first stands."""
    start = fold(body).index(fold(name))
    return next(place.role for place in places(body, cased=cased, home=home) if place.start == start)
