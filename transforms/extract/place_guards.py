"""Names of places that are none here: persons, pronouns, languages, rivers, addresses, parts of longer names.

Belongs here: the tests that say no.
Does not: choosing between places of one name (place_senses.py), the lists of words (transforms/vocabulary).
"""

from __future__ import annotations

from transforms.extract.document import Document
from transforms.extract.gazetteer import Sense, cue_words, guards, person_names
from transforms.extract.mentions import Hit
from transforms.extract.place_words import is_local, word_after

_ADDRESS_MARKS = frozenset("./@#_=")
_WATERS_AFTER, _WATERS_BEFORE = cue_words("after", "water"), cue_words("before", "water")
_NO_SURNAMES = cue_words("after", "title", "setting", "type", "company")


def stands(doc: Document, hit: Hit) -> bool:
    """Tell a name in running text from one inside an address, and in cased text a name from a word."""
    folded, start, end = doc.folded, hit.start, hit.end
    if start and folded[start - 1] in _ADDRESS_MARKS and _in_address(folded, start, end):
        return False
    if folded[end : end + 1] in ("@", "_") or (folded[end : end + 1] == "." and folded[end + 1 : end + 2].isalpha()):
        return False
    return not doc.cased or not doc.release.body[start:end].islower()


def _in_address(folded: str, start: int, end: int) -> bool:
    token = folded[folded.rfind(" ", 0, start) + 1 : start]
    if token[-1] in "@#_=" or "http" in token or "www" in token or "@" in token:
        return True
    return folded[end : end + 1] in ("/", "_") or (folded[end : end + 1] == "." and folded[end + 1 : end + 2].isalpha())


def allowed(doc: Document, hit: Hit, sense: Sense, before: list[str]) -> bool:
    """Say no to a name that is a person, a pronoun, a language, a river or a part of another name."""
    guard = guards().get(sense.name)
    if is_water(doc, hit, before):
        return False
    if guard is None:
        return sense.form not in ("city", "admin1") or _is_settlement(doc, hit, sense, before)
    if guard == "capitals":
        return _is_country_by_capitals(doc, hit)
    if guard == "context":
        return bool(before) and before[-1] in ("in", "from", "to") and doc.folded[hit.start - 1] == " "
    if guard == "language":
        return not _is_language(doc.folded, hit, before)
    return not _is_person(doc, hit, before, word_after(doc.folded, hit.end), hard=guard == "person")


def is_water(doc: Document, hit: Hit, before: list[str]) -> bool:
    """Rivers and mountains are no sites: "congo river", "lake chad", "turkey creek"."""
    if word_after(doc.folded, hit.end) in _WATERS_AFTER:
        return True
    return bool(before) and before[-1] in _WATERS_BEFORE and doc.folded[hit.start - 1] == " "


def _is_country_by_capitals(doc: Document, hit: Hit) -> bool:
    """Read "US" as the country where it is written in capitals, in lower-case text only before what a country has."""
    after = doc.folded[hit.end : hit.end + 1]
    if after == "$":
        return False
    if doc.cased:
        return doc.release.body[hit.start : hit.end].isupper()
    if after == "-":
        return doc.folded[hit.end + 1 : hit.end + 12].partition(" ")[0] in cue_words("after", "actor", "origin")
    return word_after(doc.folded, hit.end) in cue_words("after", "setting", "company", "mission", "title", "institution")


def _is_language(folded: str, hit: Hit, before: list[str]) -> bool:
    if folded[hit.end : hit.end + 1] == "-":
        return folded.startswith(("speaking", "language"), hit.end + 1)
    after = word_after(folded, hit.end)
    if (not after or after in cue_words("after", "stop")) and (not before or before[-1] != "the"):
        return True
    if folded[hit.start : hit.end] == "english":
        return after not in cue_words("after", "setting", "business", "company", "institution")
    return after in cue_words("after", "language")


def _is_person(doc: Document, hit: Hit, before: list[str], after: str, *, hard: bool) -> bool:
    local = is_local(before)
    if before and not local and _is_given(before[-1], doc.folded, hit.start):
        return True
    if after in person_names("surname") and (hard or not local):
        return True
    if hard and not local and after in cue_words("after", "speech"):
        return True
    return doc.cased and not local and _joined_by_capital(doc, hit.end) and after not in _NO_SURNAMES


def _is_given(word: str, folded: str, start: int) -> bool:
    return folded[start - 1] == " " and (word in person_names("given") or word in person_names("title"))


def _joined_by_capital(doc: Document, end: int) -> bool:
    """Whether a capitalised word follows directly, as in a name of two words."""
    body = doc.release.body
    return body[end : end + 1] == " " and body[end + 1 : end + 2].isupper() and body[end + 2 : end + 3].islower()


def _is_settlement(doc: Document, hit: Hit, sense: Sense, before: list[str]) -> bool:
    """Say no to persons and, in cased text, to a small place between other capitals."""
    after = word_after(doc.folded, hit.end)
    if before:
        last = before[-1]
        if last == "the" and not after and doc.folded[hit.end : hit.end + 1] not in ("'", "-"):
            return False
        if _is_given(last, doc.folded, hit.start):
            return False
    return after not in cue_words("after", "local type") or (sense.use == 0 and sense.form != "city")


def in_longer_name(doc: Document, hit: Hit, before: list[str], *, local: bool) -> bool:
    """Whether, in cased text, other capitals stand so close that the place is only a part of a name: "Rome Resources", "Buen Retiro"."""
    if not doc.cased or local:
        return False
    body = doc.release.body
    if _joined_by_capital(doc, hit.end) and word_after(doc.folded, hit.end) not in _NO_SURNAMES:
        return True
    if not before or body[hit.start - 1] != " " or not body[hit.start - 2].isalnum() or before[-1] in cue_words("before", "skip", "place"):
        return False
    opening = hit.start - 1 - len(before[-1])
    return body[opening].isupper() and opening > 1 and body[opening - 1] == " " and body[opening - 2] not in ".!?:\n"
