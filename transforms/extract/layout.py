"""Paragraphs and what each is for, so that a company's self-description is never taken for news.

Belongs here: finding paragraphs in any shape of plain text, and their roles: lead, body, heading, boilerplate.
Does not: cutting sentences (sentences.py), reading HTML (transforms/read). Nothing is deleted: a role only sets aside.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from transforms.extract.lexicon import Lexicon
from transforms.extract.mentions import Hit

LEXICON, PROFILE = "layout", "profile"
_VOCABULARY = Path(__file__).parents[1] / "vocabulary"
_LONGEST_HEADING = 160
_SHORTEST_LEAD = 60
_STOPS = tuple(".!?;,")
_CLOSERS = "\"'”’)] "
_WRAPPED = (40, 100)
_FEW = 2
_BULLET = re.compile(r"\s*(?:[-*•·▪●‣–]|\(?[0-9a-z]{1,2}[.)])\s")
_WEB = re.compile(r"\s*(?:!\[|\[?https?://|www\.|@|[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()./-]{6,}$|[-_=*#~ ]{3,}$|[<>]|-{2,}\w)")
_BYLINE = re.compile(r"\s*by (?:[a-z.'-]+ ){1,4}[a-z'-]+(?:, [a-z ]+)?$")
_MARK = re.compile(r"\s*#+\s")


class Paragraph(NamedTuple):
    """body[start:end]; `heading` is the index of the heading it stands under, -1 where there is none."""

    start: int
    end: int
    role: str
    heading: int


@cache
def lexicons() -> list[Lexicon]:
    """The cues at the start of paragraphs that are no news, from layout_cues.csv."""
    values: dict[str, list[tuple[str, str]]] = {}
    with (_VOCABULARY / "layout_cues.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            values.setdefault(row["cue"], []).append((row["where"], row["effect"]))
    return [Lexicon(LEXICON, values)]


def paragraphs(body: str, folded: str, hits: list[Hit], *, cased: bool) -> list[Paragraph]:
    """Cut `folded` into paragraphs and give each its role; `hits` are those of the layout lexicon."""
    spans = [span for block in _blocks(folded) for span in _split_wide(folded, *block)]
    roles = _roles(body, folded, spans, _cues(folded, spans, hits), cased)
    found: list[Paragraph] = []
    heading = -1
    for index, ((start, end), role) in enumerate(zip(spans, roles, strict=True)):
        found.append(Paragraph(start, end, role, heading))
        if role == "heading":
            heading = index
    return found


def _blocks(text: str) -> list[tuple[int, int]]:
    """The lines of `text` that hold something; hard-wrapped lines are one block."""
    blocks: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n"):
        end = position + len(line)
        if line.strip():
            run.append((position, end))
        elif run:
            blocks += _unwrap(text, run)
            run = []
        position = end + 1
    return blocks + (_unwrap(text, run) if run else [])


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a run that was broken at a fixed width; bullets stay apart."""
    low, high = _WRAPPED
    widths = sorted(end - start for start, end in lines[:-1])
    if not widths or widths[len(widths) // 2] < low or widths[-1] > high:
        return lines
    joined = [lines[0]]
    for line in lines[1:]:
        if _BULLET.match(text, *line) or joined[-1][1] - lines[0][0] < low:
            joined.append(line)
        else:
            joined[-1] = (joined[-1][0], line[1])
    return joined


def _split_wide(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a long line where two spaces stand for a paragraph, unless two spaces follow every full stop by habit."""
    line = text[start:end]
    if "  " not in line or len(line) < _LONGEST_HEADING or _types_two_spaces(line):
        return [(start, end)]
    cuts = [start, *(start + m.end() for m in re.finditer(r"(?<=[^\s,]) {2,}(?=\S)", line) if _ends_there(line, m)), end]
    return [(first, last) for first, last in pairwise(cuts) if text[first:last].strip()]


def _types_two_spaces(line: str) -> bool:
    """Whether nearly every full stop has two spaces behind it."""
    wide = line.count(".  ")
    return wide > _FEW and wide > _FEW * (line.count(". ") - wide)


def _ends_there(line: str, gap: re.Match[str]) -> bool:
    """A gap ends a paragraph after a full stop or between a heading and its text; not before a comma or inside a list of words."""
    before = line[: gap.start()].rstrip(_CLOSERS)[-1:]
    return before in ".!?:;" or gap.end() - gap.start() > 1


def _cues(folded: str, spans: list[tuple[int, int]], hits: list[Hit]) -> dict[int, str]:
    """Paragraph index -> the effect of its strongest cue."""
    effects: dict[int, str] = {}
    index = 0
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        while index < len(spans) - 1 and spans[index][1] <= hit.start:
            index += 1
        opening = not folded[spans[index][0] : hit.start].strip(" \t*#[_>-•\"'(<")
        for where, effect in hit.value if isinstance(hit.value, list) else ():
            if effect != PROFILE and (where == "anywhere" or opening) and index not in effects:
                effects[index] = effect
    return effects


def _roles(body: str, folded: str, spans: list[tuple[int, int]], cues: dict[int, str], cased: bool) -> list[str]:
    """One role a paragraph. A boilerplate section runs from its heading to the next one."""
    roles: list[str] = []
    section = lead = False
    headings = [is_heading(folded, start, end) for start, end in spans]
    for index, (start, end) in enumerate(spans):
        heading = headings[index]
        effect = _settled(cues.get(index, ""), body, spans[index], heading, cased)
        if effect == "section":
            section = True
        elif section and heading and not effect and _opens_text(folded, spans, headings, index + 1):
            section = False
        if effect or section or _WEB.match(folded, start, end) or _BYLINE.match(folded, start, end):
            roles.append("boilerplate")
        elif heading:
            roles.append("heading")
        else:
            roles.append("body" if lead or end - start < _SHORTEST_LEAD else "lead")
            lead = lead or roles[-1] == "lead"
    return roles


def _opens_text(folded: str, spans: list[tuple[int, int]], headings: list[bool], following: int) -> bool:
    """Whether prose follows a heading at once: a name among contact data is no heading."""
    return following < len(spans) and not headings[following] and not _WEB.match(folded, *spans[following])


def _settled(effect: str, body: str, span: tuple[int, int], heading: bool, cased: bool) -> str:
    """What a cue does here: "section", "paragraph" or "" for nothing."""
    if not effect:
        return ""
    text = body[slice(*span)].strip(" *#_")
    if effect == "about":
        named = text[6:7].isupper() if cased else not text[6:7].isdigit()
        return "section" if heading and named else "paragraph" if named and cased else ""
    if effect == "contact":
        return "section" if heading or text[:30].rstrip().endswith(":") else ""
    if effect == "caption":
        return "paragraph" if re.match(r"\w+\s*[:|/–-]", text) or heading else ""
    if effect == "chrome":
        return "paragraph" if heading else ""
    return "paragraph" if effect == "section" and not heading and len(text) > _LONGEST_HEADING else effect


def is_heading(folded: str, start: int, end: int) -> bool:
    """A short paragraph without a full stop at its end, or one marked as a heading."""
    text = folded[start:end].rstrip(_CLOSERS)
    if _MARK.match(text):
        return True
    return len(text) <= _LONGEST_HEADING and not text.endswith(_STOPS) and not _BULLET.match(text)


def profile_starts(hits: list[Hit]) -> list[Hit]:
    """The hits that a company writes of itself with: "headquartered in", "is a leading"."""
    return [hit for hit in hits if isinstance(hit.value, list) and any(effect == PROFILE for _, effect in hit.value)]
