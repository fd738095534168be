"""Find the dates of a release and write each as EDTF.

Belongs here: the order of the steps (read, join, settle years, write), the roles, the news date.
Does not: the grammar (date_grammar.py, date_years.py, relative_dates.py), which date belongs to which activity (candidates.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from transforms.extract import edtf, events, publication
from transforms.extract.date_atoms import Atom, join
from transforms.extract.date_grammar import read_month
from transforms.extract.date_inference import Known, read_anaphoric, settle_years
from transforms.extract.date_words import LEXICON, Word, lead, lexicon
from transforms.extract.date_years import read_decade, read_fiscal, read_observance, read_period, read_year, settle_order
from transforms.extract.edtf import is_valid
from transforms.extract.lexicon import Lexicon
from transforms.extract.mentions import DateMention, Hit
from transforms.extract.relative_dates import SORTS, read_relative
from transforms.release import Release

_READERS = {"decade": read_decade, "fiscal": read_fiscal, "quarter": read_period, "half": read_period, "observance": read_observance}
_ROLES = {
    **dict.fromkeys(("by", "until", "till", "before"), "deadline"),
    "since": "background",
}
_OPEN_START, _OPEN_END = frozenset({"until", "till", "through"}), frozenset({"since"})
_ONWARDS = re.compile(r" on(?:wards?)?\b(?! \w+day\b)")
_FOUNDED = re.compile(r"\b(?:founded|established|formed|incorporated|created|founding)\b[^.\n]{0,24}\Z")
_BEGINNING = re.compile(r"\b(?:beginning|start|outset)\b")
_BESIDE = 3  # "on tuesday, may 5" and "may 5 (tuesday)" are one date
_LATE_RELEASE = timedelta(days=45)
_LONGEST_HEAD, _LONGEST_LEAD, _SHORTEST_PARAGRAPH = 3000, 900, 100


class Dated(Protocol):
    """What the finder needs of a Document."""

    release: Release
    folded: str
    hits: dict[str, list[Hit]]
    cased: bool


def lexicons() -> list[Lexicon]:
    """Return the lexicons that `find_dates` looks up in the document's hits."""
    return [lexicon(), events.lexicon()]


def find_dates(doc: Dated) -> list[DateMention]:
    """Find every date of the release, in the order of the text, as EDTF with its bounds."""
    hits = sorted(doc.hits[LEXICON], key=lambda hit: (hit.start, -hit.end))
    atoms = publication.mark(doc.folded, _calendar_atoms(doc, hits))
    today = _reference(doc.release.published_on, publication.stated(atoms)[0])
    editions = events.find_editions(doc.folded, doc.hits[events.LEXICON])
    atoms = _with_relative(doc.folded, atoms, hits, today)
    known = Known(today, sorted({(edition.first, edition.last) for edition in editions}))
    mentions = [_mention(doc.folded, atom, basis) for atom, basis in settle_years(doc.folded, join(doc.folded, atoms), known)]
    if editions:
        starts = [edition.start for edition in editions]
        mentions = [m for m in mentions if not (at := bisect_right(starts, m.start)) or m.end > editions[at - 1].end]
        mentions = sorted([*mentions, *(edition.mention() for edition in editions)], key=lambda mention: mention.start)
    return mentions


def publication_date(doc: Dated) -> tuple[date | None, str]:
    """Return what the release itself says of the day it was published, and whether its dateline or page head says it."""
    hits = sorted(doc.hits[LEXICON], key=lambda hit: (hit.start, -hit.end))
    return publication.stated(publication.mark(doc.folded, _calendar_atoms(doc, hits)))


def news_date(doc: Dated, mentions: Sequence[DateMention]) -> DateMention | None:
    """Return the date of the reported news: the first day named in the lead paragraph, else the dateline."""
    dateline = next((mention for mention in mentions if mention.role == "dateline"), None)
    begins = dateline.end if dateline else _lead_start(doc.folded)
    ends = doc.folded.find("\n", begins)
    ends = min(len(doc.folded) if ends < 0 else ends, begins + _LONGEST_LEAD)
    in_lead = (m for m in mentions if begins <= m.start < ends and m.precision == "day" and m.role in ("", "today"))
    return next(in_lead, dateline)


def _lead_start(folded: str) -> int:
    """Where the first line begins that is long enough to be a paragraph."""
    begins = 0
    for line in folded[:_LONGEST_HEAD].splitlines(keepends=True):
        if len(line) > _SHORTEST_PARAGRAPH:
            return begins
        begins += len(line)
    return 0


def _reference(published: date | None, stated: date | None) -> date | None:
    """The day from which relative words count: the stated day where it is, or is shortly before, that of the manifest."""
    if published is None or stated is None:
        return published or stated
    return stated if timedelta(0) <= published - stated <= _LATE_RELEASE else published


def _calendar_atoms(doc: Dated, hits: list[Hit]) -> list[Atom]:
    """Read all dates that need no other date: months, years, digits, quarters."""
    atoms: list[Atom] = []
    for hit in hits:
        word = hit.value
        before = atoms[-1] if atoms else None
        if not isinstance(word, Word) or (before and hit.start < before.end):
            continue
        if word.sort == "month":
            atom = read_month(doc.folded, hit, cased_name=doc.cased and doc.release.body[hit.start].isupper())
        elif word.sort == "year":
            atom = read_year(doc.folded, hit, before)
        elif word.sort in _READERS:
            atom = _READERS[word.sort](doc.folded, hit)
        else:
            continue
        if atom and is_valid(atom.point) and (atom.until is None or is_valid(atom.until)):
            if before and atom.start < before.end:
                atoms.pop()
            atoms.append(atom)
    return settle_order(atoms, doc.release.published_on)


def _with_relative(folded: str, atoms: list[Atom], hits: list[Hit], today: date | None) -> list[Atom]:
    """Add the dates that count from `today` or from the date before them, where no other date stands."""
    starts, added, free = [atom.start for atom in atoms], [], 0
    for hit in hits:
        word = hit.value
        if not isinstance(word, Word) or hit.start < free or word.sort in ("month", "year"):
            continue
        beside = _BESIDE if word.sort in ("day", "weekday") else 0
        before = bisect_left(starts, hit.end + beside) - 1
        if before >= 0 and atoms[before].end + beside > hit.start:
            continue
        atom = read_relative(folded, hit, today) if today and word.sort in SORTS else read_anaphoric(folded, hit)
        if atom:
            added.append(atom)
            free = atom.end
    return sorted(atoms + added, key=lambda atom: atom.start) if added else atoms


def _mention(folded: str, atom: Atom, basis: str) -> DateMention:
    """Write the atom as EDTF, open where the words around it leave it open, and say what part it plays."""
    before = lead(folded, atom.start)
    cue = before.cue.strip("(,.:;\"'")
    if cue == "eve" and atom.point.day is not None:
        atom = atom._replace(point=edtf.day_before(atom.point), until=None)
    written, begins, ends = edtf.text(atom.point), edtf.first(atom.point), edtf.last(atom.until or atom.point)
    if cue in _OPEN_END or (cue == "from" and _ONWARDS.match(folded, atom.end)):
        if _BEGINNING.search(before.parts) or _BEGINNING.match(folded, atom.start):
            written = edtf.text(edtf.opening(atom.point))
        written, ends = f"{written}/..", None
    elif atom.until is not None:
        written += f"/{edtf.text(atom.until)}"
    elif cue in _OPEN_START:
        written, begins = f"../{written}", None
    precision = atom.precision or edtf.precision(atom.until or atom.point)
    return DateMention(atom.start, atom.end, written, begins, ends, precision, basis, atom.role or _role(folded, atom, cue))


def _role(folded: str, atom: Atom, cue: str) -> str:
    """Tell what the words before a date make of it: a deadline, the founding of a company, or nothing special."""
    if cue == "in" and atom.point.month is None and _FOUNDED.search(folded, max(0, atom.start - 40), atom.start):
        return "background"
    return _ROLES.get(cue, "")
