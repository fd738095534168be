"""What a release itself says of the day it was published: its dateline or the date in its page head.

Belongs here: telling datelines and page heads from running text.
Does not: dates from a manifest, metadata or a URL (transforms/read), years for other dates (date_inference.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from transforms.extract.date_atoms import Atom
from transforms.extract.edtf import first

_HEAD = 2500
_LONGEST_BEFORE = 110
_DATELINE_AFTER = re.compile(r"[ ,]{0,2}(?:@ \d[^-\n]{0,20})?(?:/[^/\n]{2,60}/|\([^)\n]{2,60}\)|\[[^\]\n]{2,60}\]|[-:]|/ )")
_DATELINE_BEFORE = re.compile(r"(?:[^.\n]|\.(?! [a-z]{4})){2,}(?:,|-|/|\)|\]|day)\s*\Z|\(?[a-z .'-]{2,40}[,:]?\s\Z|\Z")
_CHROME_BEFORE = re.compile(
    r"(?:\b(?:date|time|published|posted|updated|released?|release date|issued|publication|publish)(?: on| at)?\s?:\s{0,3}|^\s*date\s{1,3}"
    r"|/ |\| |\(\S{3,40}\)\s?|^[^.:\n]{0,30}:\s?)\Z",
    re.MULTILINE,
)
_IN_A_SENTENCE = re.compile(r"\b(?:on|in|of|by|from|until|since|to|and|between|before|after|dated|the) \Z")
_CHROME_WORD = re.compile(r"date|time|publi|post|updat|releas|issued")


def mark(folded: str, atoms: Iterable[Atom]) -> list[Atom]:
    """Give the role "dateline" or "chrome" to the dates that state the publication; the rest stay as they are."""
    marked, dateline = [], None
    for atom in atoms:
        role = role_of(folded, atom) if atom.start < _HEAD and _is_full(atom) else ""
        if role == "dateline":
            dateline = dateline or atom.point
            role = role if atom.point == dateline else ""
        marked.append(atom._replace(role=role) if role else atom)
    return marked


def stated(atoms: Iterable[Atom]) -> tuple[date | None, str]:
    """Return the day of publication that marked atoms state, and its basis: dateline, else chrome, else none."""
    roles: dict[str, date | None] = {}
    for atom in atoms:
        if atom.role in ("dateline", "chrome"):
            roles.setdefault(atom.role, first(atom.point))
    for role in ("dateline", "chrome"):
        if role in roles:
            return roles[role], role
    return None, "none"


def role_of(folded: str, atom: Atom) -> str:
    """Tell whether a full date stands as a dateline does, as a page head does, or in running text ("")."""
    before = folded[folded.rfind("\n", 0, atom.start) + 1 : atom.start]
    if len(before) > _LONGEST_BEFORE:
        return ""
    rest = folded[atom.end : atom.end + 80]
    if _is_chrome(before, rest):
        return "chrome"
    if _IN_A_SENTENCE.search(before):
        return ""
    ends_line = before.rstrip().endswith(",") and not rest.partition("\n")[0].strip()
    return "dateline" if (ends_line or _DATELINE_AFTER.match(rest)) and _DATELINE_BEFORE.match(before) else ""


def _is_chrome(before: str, rest: str) -> bool:
    """Whether a date is part of a page head, by what is before it on its line and by what follows."""
    alone = not before.strip()
    if not rest.partition("\n")[0].strip(" |)"):
        return alone or _CHROME_BEFORE.search(before) is not None
    if alone and (rest[:1].isalpha() or rest.lstrip().startswith("|")):
        return True
    return bool(_CHROME_BEFORE.search(before) and _CHROME_WORD.search(before))


def _is_full(atom: Atom) -> bool:
    return atom.rule == "text" and atom.point.day is not None and atom.until is None
