"""What the words around a place make of it: the site of something, the home of an actor, a source, a way, a part of a name.

Belongs here: the roles and prepositions.
Does not: which place a name means (place_senses.py), the cue words (transforms/vocabulary/place_cues.csv).
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.extract.document import Document
from transforms.extract.gazetteer import cue_words, cues
from transforms.extract.place_senses import Named
from transforms.extract.place_words import word_after

_REACH = 72
_RUN = 6
_NEAR_HEAD = 3
_LOCATIVE = frozenset(("in", "across", "at", "throughout", "near"))
_INSTITUTION = "institution"
_SKIPPED, _SETTINGS, _STOPS = cue_words("before", "skip"), cue_words("after", "setting"), cue_words("after", "stop")
_GOVERNED_BY = cue_words("before", "place", "origin", "transit", "agent", "apposed")
_COMPANIES, _BUSINESSES = cue_words("after", "company"), cue_words("after", "business")
_MISSIONS, _INSTITUTIONS = cue_words("after", "mission"), cue_words("after", "institution")


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
        placing = place.sense.form == "demonym" and word_after(doc.folded, place.end) in _SETTINGS
        role = _role_before(place, governor, preposition, institution=placing)
    return Reading(role, preposition, institution)


def _governor(before: list[str]) -> tuple[str, str]:
    """The word before the preposition of a place, and that preposition; articles and points of the compass are skipped."""
    last = len(before) - 1
    while last >= 0 and before[last] in _SKIPPED:
        last -= 1
    if last < 0 or before[last] not in _GOVERNED_BY:
        return (before[last] if last >= 0 else ""), ""
    if last > 1 and before[last] == "of" and before[last - 1] in cue_words("before", "title"):
        return _governor(before[: last - 1])  # "the embassy of the republic of uganda"
    return (before[last - 1] if last else ""), before[last]


def _role_before(place: Named, governor: str, preposition: str, *, institution: bool) -> str:
    meanings = cues("before").get(preposition, frozenset())
    if "origin" in meanings:
        return "" if institution else "origin"
    if governor in cue_words("before", "maker") and preposition == "in":
        return "origin"
    if "transit" in meanings or (preposition == "of" and governor == "way"):
        return "transit"
    if ("agent" in meanings and place.sense.form != "demonym") or governor in cue_words("before", "seat"):
        return "actor"
    if preposition in ("of", "to", "for") and governor in cue_words("before", "mission"):
        return "actor"
    branded = not preposition and governor in cue_words("before", "brand")
    return "organisation" if branded or (preposition == "of" and governor in cue_words("before", "bank")) else ""


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
    return role or ("actor" if demonym and home and words[0] not in _SETTINGS else None)


def _next_word(word: str, *, hyphen: bool) -> str | None:
    if word in _MISSIONS:
        return "actor"
    if hyphen or word in ("based", "headquartered"):
        return "actor" if word in cue_words("after", "actor") else "origin" if word in cue_words("after", "origin") else None
    return None


def _genitive(text: str) -> str | None:
    """Read a genitive of home: "china's solutions" only says whose; "china's hubei" and "kenya's grid" place what follows."""
    words = _run(text.removeprefix("'s").removeprefix("'").lstrip())
    if words and words[0] in cue_words("after", "setting", "type"):
        return None
    return "actor" if any(word in cue_words("after", "business", "mission", "company") for word in words[:_NEAR_HEAD]) else None


def _later_words(words: list[str], *, demonym: bool, located: bool) -> str | None:
    """Whether the place is the first word of a company's, a firm's or an institution's name."""
    for index, word in enumerate(words):
        if word in _COMPANIES and (demonym or not located or not index):
            return "organisation"
        if demonym and index < _NEAR_HEAD and word in _BUSINESSES:
            return "actor"
        if demonym and word in _MISSIONS:
            return "actor"
        if not demonym and not located and index and word in ("group", "company"):
            return "organisation"
    return _INSTITUTION if not demonym and not _INSTITUTIONS.isdisjoint(words) else None


def _run(text: str) -> list[str]:
    """The words right after a place, up to a stop word or a mark."""
    words: list[str] = []
    for raw in text.replace("-", " ").split(" ", _RUN)[:_RUN]:
        word = raw.strip("()'\"")
        plain = word if word.isalnum() else word.partition("\n")[0].rstrip(".,;:!?").removesuffix("'s")
        if not plain or plain in _STOPS:
            break
        words.append(plain)
        if not word[-1].isalnum() or "\n" in word:
            break
    return words
