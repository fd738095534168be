"""Which place inside the country a row takes, if any.

Belongs here: the options for a row's ISO 3166-2 unit and what speaks for each.
Does not: finding places (places.py), weighing (choice.py).
"""

from __future__ import annotations

from transforms.extract.bands import TELLING
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
    none = ["none", f"none, {several}", f"{decision.kind} without", f"none by {decision.telling.candidate.basis}"]
    return [*options.values(), Option("", None, "none", none)]


def _names(found: Found, decision: Decision, place: Place, index: int, source: str) -> list[str]:
    mine = [t for t in found.triggers[index] if t.kind == decision.kind]
    before = word_before(found.doc.folded, place.start)
    names = [
        f"from {source}",
        f"{decision.kind} from {source}",
        f"{place.form} from {source}",
        f"{place.role or 'free'} from {source}",
        f"{gap(mine, place.start, place.end)} the trigger, {source}",
        f'"{before}" before' if before in TELLING else "no telling word before",
        "home" if decision.area == found.doc.release.home_country else "abroad",
    ]
    units = {p.admin1 for p in found.places[index] if p.country == decision.area and p.admin1}
    names += [f"only unit, {source}"] if len(units) == 1 else []
    return names
