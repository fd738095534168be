"""Which place inside the country a row takes, if any.

Belongs here: the options for a row's ISO 3166-2 unit and what speaks for each.
Does not: finding places (places.py), weighing (choice.py).
"""

from __future__ import annotations

from transforms.extract import option_phrases as phrases
from transforms.extract.bands import TELLING
from transforms.extract.choice import Option, around, gap, telling_word
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import Place
from transforms.extract.model import Bundle


def place_options(found: Found, decision: Decision) -> list[Option[Place]]:
    """Every unit of the row's country that is named near it or in its other tellings, and none."""
    options: dict[str, Option[Place]] = {}
    for sentence, source in around(found, decision):
        for place in found.places[sentence]:
            if place.country != decision.area or place.admin1 is None:
                continue
            if place.admin1 in options:
                options[place.admin1].names.append(phrases.also_in(source))
            else:
                options[place.admin1] = Option(place.admin1, place, source, _names(found, decision, place, sentence, source))
    units = _units_of_release(found, decision.area)
    none = phrases.no_unit(min(3, len(options)), units, decision.kind, decision.telling.candidate.basis)
    return [*options.values(), Option("", None, "none", [none])]


def _units_of_release(found: Found, area: str) -> int:
    """How many units of a country the release names outside boilerplate."""
    if area not in found.units:
        sentences = found.doc.sentences
        places = [p for s, here in zip(sentences, found.places, strict=True) if s.role != "boilerplate" for p in here]
        found.units[area] = len({p.admin1 for p in places if p.country == area and p.admin1 and p.role != "dateline"})
    return found.units[area]


def _names(found: Found, decision: Decision, place: Place, index: int, source: str) -> list[Bundle]:
    kind, candidate = decision.kind, decision.telling.candidate
    word = place.preposition or telling_word(found.doc.folded, place.start)
    telling = word if word in TELLING else ""
    units = len({p.admin1 for p in found.places[index] if p.country == decision.area and p.admin1})
    return [
        phrases.of_unit(kind, source, place.form, place.role or "free", place.listed, place.strength),
        phrases.beside(source, gap(found.acts[index], kind, place.start, place.end), telling),
        phrases.of_units(source, telling, units, candidate.basis),
        phrases.HOME if decision.area == found.doc.release.home_country else phrases.ABROAD,
    ]
