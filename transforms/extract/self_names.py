"""Under which names the reporting organisation writes of itself.

Belongs here: names from the manifest, else from "About X" or from who announces in the lead; their short forms; where they stand.
Does not: other organisations (parties.py).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from transforms.extract.document import Document
from transforms.extract.fold import fold
from transforms.extract.words import rows

_PARTS = re.compile(r"\s+/\s+|[()]")
_LEGAL = re.compile(r",? (?:inc|ltd|limited|llc|plc|gmbh|corp|corporation|co|s\.?a|ag|pte|pty|n\.?v|b\.?v|se|holdings?)\.?(?:,? ?ltd\.?)?$")
_ABOUT = re.compile(r"(?:^|\n)[#* ]*about (?:the )?([^\n:*]{2,60}?)[:* ]*(?:\n|$)")
_LEAD = re.compile(
    r"((?:[A-Z][\w&.'’-]*|[0-9]+)(?: (?:of|and|&|for) (?=[A-Z])| (?=[A-Z&])(?:[A-Z&][\w&.'’-]*))*[\w&.'’-]*)"
    r"(?: ?\([^)\n]{1,60}\))?(?:, [^,\n]{3,140},)? (?:has |have )?(?:today |proudly )?"
    r"(?:announce[sd]?|unveil(?:s|ed)|launche[sd]|signed|is (?:pleased|proud|excited|thrilled|delighted))"
)
_NAMES = re.compile(r"[a-z].*[a-z0-9]|[^\W_a-z0-9]{2}")
_LEAD_REACH = 1500
_SHORTEST = 4
_LONGEST = 60


def self_names(doc: Document) -> tuple[str, ...]:
    """The folded names of the reporting organisation, longest first; empty where neither manifest nor text gives one."""
    return _forms(doc.release.organisations or _from_text(doc))


@lru_cache(maxsize=4096)
def _forms(organisations: tuple[str, ...]) -> tuple[str, ...]:
    names: set[str] = set()
    for written in organisations:
        for part in _PARTS.split(fold(written)):
            names |= _with_short_forms(part.strip(" ,.;-'\"").removeprefix("the ").removeprefix("for "))
    return tuple(sorted((name for name in names if _NAMES.search(name)), key=lambda name: (-len(name), name)))


def name_spans(doc: Document) -> tuple[tuple[int, int], ...]:
    """Where the own names stand as words of their own, in order, none inside another."""
    return _spans(doc.folded, self_names(doc))


@lru_cache(maxsize=4)
def _spans(folded: str, names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Kept for a moment: triggers and parties both ask for it."""
    spans: list[tuple[int, int]] = []
    for name in names:
        start = folded.find(name)
        while start >= 0:
            end = start + len(name)
            if _is_word(folded, start, end) and not any(low <= start < high for low, high in spans):
                spans.append((start, end))
            start = folded.find(name, end)
    return tuple(sorted(spans))


def _with_short_forms(name: str) -> set[str]:
    """The name, without its legal form, and its first word where that is no word of every second name."""
    if not name or _LEGAL.fullmatch(f" {name}"):
        return set()
    bare = _LEGAL.sub("", name)
    first = bare.split(" ", 1)[0].rstrip(",")
    short = {first} if len(first) >= _SHORTEST and first not in _generic() else set()
    return {name, bare} | short


def _from_text(doc: Document) -> tuple[str, ...]:
    about = _ABOUT.search(doc.folded)
    if about and not about[1].startswith(("us", "this", "our")):
        return (about[1],)
    lead = _LEAD.search(doc.release.body[:_LEAD_REACH]) if doc.cased else None
    return (lead[1],) if lead and len(lead[1]) < _LONGEST and lead[1].lower() not in _never() else ()


def _is_word(folded: str, start: int, end: int) -> bool:
    return not (start and folded[start - 1].isalnum()) and not folded[end : end + 1].isalnum()


@cache
def _never() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("name_stops.csv"))


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("generic_names.csv"))
