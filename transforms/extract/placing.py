"""Which place inside the country a row takes, if any.

Belongs here: the options for a row's ISO 3166-2 unit and what speaks for each.
Does not: finding places (places.py), weighing (choice.py).
"""

from __future__ import annotations

from transforms.extract.bands import FEW, TELLING
from transforms.extract.choice import Option, gap, nearby, word_before
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import Place


def place_options(found: Found, decision: Decision) -> list[Option[Place]]:
    """Every unit of the row's country that is named near it or in its other tellings, and none."""
    index = decision.telling.candidate.sentence
    others = [(t.candidate.sentence, "other telling") for t in decision.others[:3]]
    options: dict[str, Option[Place]] = {}
    for sentence, source in [*nearby(found, index), *others]:
        for place in found.places[sentence]:
            if place.country != decision.area or place.admin1 is None:
                continue
            if place.admin1 in options:
                options[place.admin1].names.append(f"also in {source}")
            else:
                options[place.admin1] = Option(place.admin1, place, source, _names(found, decision, place, sentence, source))
    several = "one unit near" if len(options) == 1 else "two units near" if len(options) == 2 else "more units near"  # noqa: PLR2004
    release = f"{FEW(_units_of_release(found, decision.area))} units in the release"
    none = ["none", f"none, {several}", f"none, {release}", f"{decision.kind} without", f"none by {decision.telling.candidate.basis}"]
    return [*options.values(), Option("", None, "none", none)]


def _units_of_release(found: Found, area: str) -> int:
    """How many units of a country the release names outside boilerplate."""
    if area not in found.units:
        sentences = found.doc.sentences
        places = [p for s, here in zip(sentences, found.places, strict=True) if s.role != "boilerplate" for p in here]
        found.units[area] = len({p.admin1 for p in places if p.country == area and p.admin1 and p.role != "dateline"})
    return found.units[area]


def _names(found: Found, decision: Decision, place: Place, index: int, source: str) -> list[str]:
    mine = [t for t in found.triggers[index] if t.kind == decision.kind]
    before = place.preposition or word_before(found.doc.folded, place.start)
    names = [
        f"from {source}",
        f"{decision.kind} from {source}",
        f"{place.form} from {source}",
        f"{place.role or 'free'} from {source}",
        f"{gap(mine, place.start, place.end)} the trigger, {source}",
        f'"{before}" before' if before in TELLING else "no telling word before",
        "home" if decision.area == found.doc.release.home_country else "abroad",
    ]
    names += ["listed", f"listed, {source}"] if place.listed else []
    names += [f"strength {place.strength}", f'"{before}" from {source}' if before in TELLING else f"bare from {source}"]
    units = {p.admin1 for p in found.places[index] if p.country == decision.area and p.admin1}
    names += [f"{FEW(len(units))} units, {source}", f"by {decision.telling.candidate.basis} from {source}"]
    return names
