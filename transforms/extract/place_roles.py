"""What the words around a place make of it: the site of something, the home of an actor, a source, a way, a part of a name.

Belongs here: the roles and prepositions.
Does not: which place a name means (place_senses.py), the cue words (transforms/vocabulary/place_cues.csv).
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.extract.document import Document
from transforms.extract.gazetteer import cues
from transforms.extract.place_senses import Named

_RUN = 6


class Reading(NamedTuple):
    """The role of a place and the preposition that governs it."""

    role: str
    preposition: str
    institution: bool


def read(doc: Document, place: Named) -> Reading:
    """Read the role of one place off the words before and after it."""
    governor, preposition = _governor(place.before)
    role = _role_after(doc, place, preposition)
    if role is not None:
        institution = role == "institution"
        return Reading("" if institution else role, preposition, institution)
    return Reading(_role_before(place, governor, preposition), preposition, institution=False)


def _governor(before: tuple[str, ...]) -> tuple[str, str]:
    """The preposition before a place, articles and points of the compass skipped, and the word before it."""
    known = cues("before")
    words = list(before)
    while words and "skip" in known.get(words[-1], ()):
        words.pop()
    if not words:
        return "", ""
    last = words[-1]
    if known.get(last, frozenset()) & {"place", "origin", "transit", "agent"}:
        return (words[-2] if len(words) > 1 else ""), last
    return last, ""


def _role_before(place: Named, governor: str, preposition: str) -> str:
    meanings = cues("before").get(preposition, frozenset())
    if "origin" in meanings:
        return "origin"
    if "transit" in meanings:
        return "transit"
    if "agent" in meanings and place.sense.form != "demonym":
        return "actor"
    if preposition == "of":
        of = cues("before").get(governor, frozenset())
        if "bank" in of:
            return "organisation"
        if "mission" in of:
            return "actor"
    return ""


def _role_after(doc: Document, place: Named, preposition: str) -> str | None:
    """The role that the next words settle, "institution" for one that only gives the country, None where they settle nothing."""
    text = doc.folded[place.end : place.end + 72]
    if not text or text[0] not in " -'":
        return None
    home = bool(place.sense.country) and place.sense.country == doc.release.home_country
    demonym = place.sense.form == "demonym"
    if text.startswith("'"):
        return _possessive(text, home, preposition)
    words = _run(text)
    if not words:
        return "actor" if demonym and home else None
    role = _first_word(words, text)
    if role:
        return role
    if not preposition or demonym or preposition in ("by", "of", "with", "to", "for"):
        role = _later_words(words, demonym)
        if role is not None:
            return role
    return "actor" if demonym and home and not _meaning(words[0], "setting") else None


def _first_word(words: list[str], text: str) -> str | None:
    first = words[0]
    if text[0] == "-" or first in ("based", "headquartered"):
        if _meaning(first, "actor"):
            return "actor"
        if _meaning(first, "origin"):
            return "origin"
    if _meaning(first, "mission"):
        return "actor"
    return None


def _possessive(text: str, home: bool, preposition: str) -> str | None:
    """Read a genitive: "china's solutions" only says whose; "ghana's ministry" and "china's hubei" place what follows."""
    words = _run(text.removeprefix("'s").removeprefix("'"))
    if not home or preposition in ("in", "across", "at", "throughout", "near") or not words:
        return None
    return None if any(_meaning(word, "setting") for word in words[:2]) else "actor"


def _later_words(words: list[str], demonym: bool) -> str | None:
    for index, word in enumerate(words):
        if _meaning(word, "company"):
            return "actor" if demonym and index < 2 else "organisation"  # noqa: PLR2004 - "chinese airlines"
        if demonym and index < 3 and _meaning(word, "business"):  # noqa: PLR2004 - "chinese medical equipment firm"
            return "actor"
        if index and not demonym and word in ("group", "company", "companies"):
            return "organisation"
        if not demonym and _meaning(word, "institution"):
            return "institution"
        if demonym and _meaning(word, "mission"):
            return "actor"
    return None


def _meaning(word: str, meaning: str) -> bool:
    return meaning in cues("after").get(word, ())


def _run(text: str) -> list[str]:
    """The words right after a place, up to a stop word or a mark."""
    words: list[str] = []
    for word in text.replace("-", " ").split(" ")[1 if text[0] == " " else 0 :][: _RUN + 1]:
        plain = word.strip("()'\"")
        if _meaning(plain, "stop"):
            break
        if not plain or not plain[-1].isalnum():
            bare = plain.rstrip(".,;:!?\n")
            if bare and plain[-1] in ".,;:":
                words.append(bare)
            break
        words.append(plain.removesuffix("'s"))
    return words[:_RUN]
