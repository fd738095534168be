"""What the words around a place make of it: the site of something, the home of an actor, a source, a way, a part of a name.

Belongs here: the roles and prepositions.
Does not: which place a name means (place_senses.py), the cue words (transforms/vocabulary/place_cues.csv).
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.extract.document import Document
from transforms.extract.gazetteer import cues
from transforms.extract.place_senses import Named
from transforms.extract.place_words import means, word_after

_REACH = 72
_RUN = 6
_NEAR_HEAD = 3
_LOCATIVE = frozenset(("in", "across", "at", "throughout", "near"))
_INSTITUTION = "institution"


class Reading(NamedTuple):
    """The role of a place, the preposition that governs it, and whether it stands in an institution's name."""

    role: str
    preposition: str
    institution: bool


def read(doc: Document, place: Named) -> Reading:
    """Read the role of one place off the words before and after it."""
    governor, preposition = _governor(place.before)
    role = _role_after(doc, place, preposition)
    institution = role == _INSTITUTION
    if institution or not role:
        placing = place.sense.form == "demonym" and means("after", word_after(doc.folded, place.end), "setting")
        role = _role_before(place, governor, preposition, institution=placing)
    return Reading(role, preposition, institution)


def _governor(before: list[str]) -> tuple[str, str]:
    """The word before the preposition of a place, and that preposition; articles and points of the compass are skipped."""
    known = cues("before")
    last = len(before) - 1
    while last >= 0 and "skip" in known.get(before[last], ()):
        last -= 1
    if last < 0 or not means("before", before[last], "place", "origin", "transit", "agent", "apposed"):
        return (before[last] if last >= 0 else ""), ""
    if last > 1 and before[last] == "of" and means("before", before[last - 1], "title"):
        return _governor(before[: last - 1])  # "the embassy of the republic of uganda"
    return (before[last - 1] if last else ""), before[last]


def _role_before(place: Named, governor: str, preposition: str, *, institution: bool) -> str:
    meanings = cues("before").get(preposition, frozenset())
    if "origin" in meanings:
        return "" if institution else "origin"
    if means("before", governor, "maker") and preposition == "in":
        return "origin"
    if "transit" in meanings or (preposition == "of" and governor == "way"):
        return "transit"
    if ("agent" in meanings and place.sense.form != "demonym") or means("before", governor, "seat"):
        return "actor"
    if preposition in ("of", "to", "for") and means("before", governor, "mission"):
        return "actor"
    branded = not preposition and means("before", governor, "brand")
    return "organisation" if branded or (preposition == "of" and means("before", governor, "bank")) else ""


def _role_after(doc: Document, place: Named, preposition: str) -> str | None:
    """The role that the next words settle, "institution" for one that only gives the country, None where they settle nothing."""
    text = doc.folded[place.end : place.end + _REACH]
    demonym = place.sense.form == "demonym"
    home = place.sense.country is not None and place.sense.country == doc.release.home_country
    if text[:1] == "'":
        return _genitive(text) if home and preposition not in _LOCATIVE else None
    if text[:1] not in ("-", " "):
        return "actor" if demonym and home else None
    words = _run(text[1:])
    if not words:
        return "actor" if demonym and home else None
    role = _next_word(words[0], hyphen=text[0] == "-") or _later_words(words, demonym=demonym, located=preposition in _LOCATIVE)
    return role or ("actor" if demonym and home and not means("after", words[0], "setting") else None)


def _next_word(word: str, *, hyphen: bool) -> str | None:
    if means("after", word, "mission"):
        return "actor"
    if hyphen or word in ("based", "headquartered"):
        return "actor" if means("after", word, "actor") else "origin" if means("after", word, "origin") else None
    return None


def _genitive(text: str) -> str | None:
    """Read a genitive of home: "china's solutions" only says whose; "china's hubei" and "kenya's grid" place what follows."""
    words = _run(text.removeprefix("'s").removeprefix("'").lstrip())
    if words and means("after", words[0], "setting", "type"):
        return None
    return "actor" if any(means("after", word, "business", "mission", "company") for word in words[:_NEAR_HEAD]) else None


def _later_words(words: list[str], *, demonym: bool, located: bool) -> str | None:
    """Whether the place is the first word of a company's, a firm's or an institution's name."""
    for index, word in enumerate(words):
        if means("after", word, "company") and (demonym or not located or not index):
            return "organisation"
        if demonym and index < _NEAR_HEAD and means("after", word, "business"):
            return "actor"
        if demonym and means("after", word, "mission"):
            return "actor"
        if not demonym and not located and index and word in ("group", "company"):
            return "organisation"
    return _INSTITUTION if not demonym and any(means("after", word, "institution") for word in words) else None


def _run(text: str) -> list[str]:
    """The words right after a place, up to a stop word or a mark."""
    words: list[str] = []
    known = cues("after")
    for raw in text.replace("-", " ").split(" ", _RUN)[:_RUN]:
        word = raw.strip("()'\"")
        plain = word if word.isalnum() else word.partition("\n")[0].rstrip(".,;:!?").removesuffix("'s")
        if not plain or "stop" in known.get(plain, ()):
            break
        words.append(plain)
        if not word[-1].isalnum() or "\n" in word:
            break
    return words
