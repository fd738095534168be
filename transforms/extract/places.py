"""The finder of places: every country, unit, city and region that a release names, with the part it plays there.

Belongs here: putting choice and role together, lists ("in ghana, togo and benin"), datelines.
Does not: the choice of meaning (place_senses.py), the roles (place_roles.py), the names (gazetteer.py).
"""

from __future__ import annotations

import re

from transforms.extract import gazetteer
from transforms.extract.document import Document
from transforms.extract.mentions import Place
from transforms.extract.place_roles import Reading, read
from transforms.extract.place_senses import LIST_GAPS, Named, named

lexicons = gazetteer.lexicons
_HEAD = 700
_HEAD_MARKS = "#*([ "
_WIDEST_LIST_GAP = 12
_DATED = re.compile(
    r"(?:, ?[a-z'. -]{2,25}?){0,2}[,.]? ?[-(\[/ ]*"
    r"(?:(?:[a-z]{3,6}day,? )?[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:, ?\d{4})?|\d{1,2} [a-z]{3,9}\.?,? \d{4}"
    r"|(?:pr ?newswire|business wire|xinhua|globe ?newswire|media outreach)\b)"
    r"[^\n]{0,90}?(?:--|- |/|\) )"
)


def find_places(doc: Document) -> list[Place]:
    """Find the places of a release: one mention each, not nested, in the order of the text."""
    found = [(place, read(doc, place)) for place in named(doc)]
    head = _dateline(doc.folded, [place for place, _ in found])
    places = [_place(place, reading, dateline=place.start in head) for place, reading in found]
    _join_lists(doc.folded, places)
    return places


def _place(named_place: Named, reading: Reading, *, dateline: bool) -> Place:
    sense = named_place.sense
    return Place(
        named_place.start,
        named_place.end,
        sense.country,
        None if reading.institution else sense.admin1,
        sense.region,
        sense.form,
        "dateline" if dateline else reading.role,
        _strength(named_place, reading),
        reading.preposition,
        listed=False,
        name=sense.name,
    )


def _strength(place: Named, reading: Reading) -> int:
    """3: a name in place position; 2: a name; 1: nothing but the letters speaks for it."""
    if not place.sure:
        return 1
    local = "place" in gazetteer.cues("before").get(reading.preposition, ())
    return 3 if local and place.sense.form != "demonym" and not reading.institution else 2


def _dateline(folded: str, found: list[Named]) -> range:
    """The span of the dateline: a place that opens a line near the head and is followed by a date or a wire's name."""
    for place in found:
        if place.start > _HEAD:
            break
        if folded[folded.rfind("\n", 0, place.start) + 1 : place.start].strip(_HEAD_MARKS):
            continue
        match = _DATED.match(folded, place.end)
        if match:
            return range(place.start, match.end())
    return range(0)


def _join_lists(folded: str, places: list[Place]) -> None:
    """Mark members of lists; a source or a way governs all of its list, and so does the preposition before it."""
    for index in range(1, len(places)):
        left, right = places[index - 1], places[index]
        if left.role == "origin" and left.country == right.country and folded[left.end : right.start] == " to ":
            places[index - 1] = left._replace(role="")  # a line "from tema to kumasi" is no source
        if right.start - left.end > _WIDEST_LIST_GAP or folded[left.end : right.start] not in LIST_GAPS or _holds(right, left):
            continue
        role = left.role if left.role in ("origin", "transit") and not right.role else right.role
        places[index - 1] = left._replace(listed=True)
        places[index] = right._replace(listed=True, role=role, preposition=right.preposition or left.preposition)


def _holds(larger: Place, smaller: Place) -> bool:
    """Tell one place said twice, "accra, ghana", from a list."""
    if larger.country != smaller.country or larger.country is None:
        return False
    return larger.form == "name" or (larger.form == "admin1" and smaller.form == "city" and larger.admin1 == smaller.admin1)
