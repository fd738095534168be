"""Organisations named in the text: the reporting one, and those it deals with.

Belongs here: names by grammar ("ministry of ...", "... university", "signed with X"), and the role the words before them give.
Does not: who reports (self_names.py), which activity a party belongs to (candidates.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from transforms.extract.document import Document
from transforms.extract.inflect import verb_forms
from transforms.extract.lexicon import Lexicon
from transforms.extract.mentions import Hit, Party
from transforms.extract.nesting import outermost
from transforms.extract.self_names import name_spans
from transforms.extract.words import rows

_NAME = re.compile(
    r"(?:the )?((?:[A-Z0-9][\w&'’./-]*[\w&])(?:(?: (?:of|and|for|the|de|du|des|la|&)){0,2}[ -](?:[A-Z0-9(][\w&'’./-]*\)?))*)"
)
_CASED_BACK = re.compile(r"(?:[A-Z0-9][\w&'’.-]*,? (?:(?:of|and|for|&|de|la) (?=[A-Z]))?){1,7}$")
_CASED_ON = re.compile(r"(?:,? (?:of |and |for |the |& ){0,2}[A-Z][\w&'’-]*){1,8}")
_WORD_ON = re.compile(r" (?:and )?([a-z'-]+)")
_WORD_BACK = re.compile(r"([a-z0-9&.'’-]+),? $")
_ROLES = {
    "partner": frozenset(("with", "and", "between")), "recipient": frozenset(("to",)), "agent": frozenset(("by",)),
    "client": frozenset(("for",)),
}  # fmt: skip
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "prof", "sir", "president", "minister", "ambassador", "january", "monday"))
_PARTS_OF_NAMES = frozenset(("prefix", "suffix", "name"))
_REACH = 70
_LOWER_WORDS = 4


@cache
def lexicons() -> list[Lexicon]:
    """The lexicon "parties": a term and what it is to a name: self, prefix, suffix, name, or the role that it announces."""
    return [Lexicon("parties", {row["term"]: row["role"] for row in rows("party_terms.csv")})]


def own_starts(doc: Document) -> list[int]:
    """Where the reporting organisation is named or stands as "we", "the company": offsets in order."""
    selves = [hit.start for hit in doc.hits.get("parties", []) if hit.value == "self"]
    return sorted(selves + [start for start, _ in name_spans(doc)])


def other_starts(doc: Document) -> list[int]:
    """Where words stand that belong to the names of organisations, in order; some of them may be in the own name."""
    return sorted(hit.start for hit in doc.hits.get("parties", []) if hit.value in _PARTS_OF_NAMES)


def find_parties(doc: Document) -> list[Party]:
    """Organisations in the order of the text, the reporting one included (`own`); none inside another."""
    spans = name_spans(doc)
    starts = [start for start, _ in spans]
    found = [Party(start, end, doc.release.body[start:end], own=True) for start, end in spans]
    for hit in outermost(doc.hits.get("parties", [])):
        party = _party(doc, hit)
        if party is not None:
            index = bisect_left(starts, party.start)
            # "Acme" inside "Acme Dams Ltd": the longer name is the own one too.
            found.append(party._replace(own=index < len(starts) and starts[index] < party.end))
    kept: list[Party] = []
    for party in sorted(found, key=lambda p: (p.start, -p.end, not p.role)):
        if not kept or party.start >= kept[-1].end:
            kept.append(party)
    return kept


def _party(doc: Document, hit: Hit) -> Party | None:
    role = str(hit.value)
    if role == "self":
        return None
    if role == "name":
        span: tuple[int, int] | None = (hit.start, hit.end)
    elif role == "prefix":
        span = _onwards(doc, hit)
    elif role == "suffix":
        span = _backwards(doc, hit)
    else:
        return _after_cue(doc, hit.end, role)
    if span is None:
        return None
    return Party(*span, doc.release.body[span[0] : span[1]], own=False, role=_role(doc.folded, span[0]))


def _onwards(doc: Document, hit: Hit) -> tuple[int, int] | None:
    """Read on from "ministry of": capitals where the text has them, else words up to the first that no name holds."""
    if doc.cased:
        match = _CASED_ON.match(doc.release.body, hit.end, hit.end + _REACH)
        return (hit.start, match.end()) if match else None
    end = hit.end
    for _ in range(_LOWER_WORDS):
        match = _WORD_ON.match(doc.folded, end)
        if match is None or match[1] in _stops():
            break
        end = match.end()
    return (hit.start, end) if end > hit.end else None


def _backwards(doc: Document, hit: Hit) -> tuple[int, int] | None:
    """The words that lead up to "university", "ltd", "bank"."""
    if doc.cased:
        if not doc.release.body[hit.start].isupper():
            return None
        low = max(0, hit.start - _REACH)
        match = _CASED_BACK.search(doc.release.body[low : hit.start])
        return (low + match.start(), hit.end) if match else None
    start = hit.start
    for _ in range(_LOWER_WORDS):
        match = _WORD_BACK.search(doc.folded[max(0, start - 24) : start])
        if match is None or match[1] in _stops():
            break
        start -= len(match[0])
    return (start, hit.end) if start < hit.start else None


def _after_cue(doc: Document, end: int, role: str) -> Party | None:
    """The capitalised name after "signed with"; without capitals only an institution can be told, by its own words."""
    match = _NAME.match(doc.release.body, end + 1, end + _REACH) if doc.cased else None
    if match is None or match[1].split(" ", 1)[0].rstrip(".").lower() in _stops() | _TITLES:
        return None
    return Party(match.start(1), match.end(1), match[1], own=False, role=role)


def _role(folded: str, start: int) -> str:
    words = folded[max(0, start - 24) : start].split()
    while words and words[-1] in ("the", "a", "an", "its"):
        words.pop()
    last = words[-1] if words else ""
    return next((role for role, cues in _ROLES.items() if last in cues), "")


@cache
def _stops() -> frozenset[str]:
    """Words that no name in lower case goes on with: function words, and the past forms of verbs."""
    verbs = {row["verb"] for row in rows("trigger_verbs.csv")} | {row["verb"] for row in rows("irregular_verbs.csv")}
    past = {form for verb in verbs for form, letters in verb_forms(verb).items() if letters in ("d", "n", "dn")}
    return frozenset(past | {row["word"] for row in rows("name_stops.csv")})
