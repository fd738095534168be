"""Text as it came to the body that is stored: the page's furniture off, the spaces in order.

Belongs here: what a web page puts around a release and its reader never wants: back links, bread crumbs, menus, print and share bars.
Does not: boilerplate that a reader may want (the paragraph about the company, contacts): it stays, and coding sets it aside.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

FURNITURE = Path(__file__).parent.parent / "vocabulary" / "page_furniture.csv"
_WINDOW = 12  # lines of text: furniture deeper inside is left alone
_TITLE_CHARACTERS = 200
_FURNITURE_CHARACTERS = 200
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_FORMS = (
    re.compile(r"(?:[<‹«←]+|&lt;)\s*\w[\w ]{0,30}"),
    re.compile(
        r"back to (?:[\w&]+ ){0,3}(?:archive|center|centre|home|homepage|index|list|news|newsroom|overview|page|releases|results|room|top)"
    ),
    re.compile(r"(?:previous|next)(?: (?:article|page|post))?\s*(?::.{0,120}|[>›»→])"),
    re.compile(r"view (?:the )?(?:original|source) .{0,100}"),
    re.compile(r"(?:you\W?a?\W?r.?e? ?(?:'re)? here\s*:|[\w’' &-]{1,40}[>›»])(?:[^.>›»]{0,60}[>›»])*[^.>›»]{0,80}"),
    re.compile(r"(?:share|follow|tweet)(?: (?:this|us|on|to|page|article|via|with|story|it)){0,3}\s?[:|].{0,80}"),
    re.compile(
        r"©.{0,120}|(?:\(c\)|copyright) ?(?:©|\(c\))? ?(?:19|20)\d\d\b.{0,120}|(?:\(c\)|copyright)\b.{0,80}\brights reserved.{0,80}"
    ),
    re.compile(r"all rights reserved.{0,120}"),
    re.compile(r"(?:we|this (?:web)?site|our (?:web)?sites?|this page) (?:use|set|place|store|employ)s? (?:\w+ ){0,3}cookies\b.{0,160}"),
    re.compile(r"(?:by (?:using|continuing|clicking|browsing)|accept|manage|reject)\b.{0,60}\bcookies?\b.{0,100}"),
    re.compile(r"(?:view|read|open) (?:this|it)(?: e-?mail| message| newsletter)?(?: in (?:your|a) (?:web )?browser| online)\b.{0,60}"),
    re.compile(r"(?:to )?unsubscribe\b.{0,120}|you (?:are receiving|received|get) this (?:e-?mail|message|newsletter)\b.{0,160}"),
    re.compile(r"(?:font[ -]?size|visit ?count|views?|page views|hits|clicks?)\s*(?::.{0,60}|\d[\d,. ]*)"),
)
_PARTS = re.compile(r"[|·•\[\]]")
_BLANK_LINES = re.compile(r"\n{3,}")
_INNER_SPACES = re.compile(r"(?<![.!?:;\"”'’)])(?<=\S) {2,}(?=\S)")


def clean(text: str) -> str:
    """The body: plain line ends, nothing invisible, no furniture at the head and the tail, at most one blank line together."""
    plain = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", " ")
    lines = [line.rstrip() for line in plain.split("\n")]
    lines = _without_furniture(lines)
    lines = _without_furniture(lines[::-1])[::-1]
    return _BLANK_LINES.sub("\n\n", _INNER_SPACES.sub(" ", "\n".join(lines))).strip()


def one_line(text: str) -> str:
    """A short text, such as a title, without line ends, double spaces and what is invisible."""
    return " ".join(_INVISIBLE.sub("", text).split())


def heading(body: str) -> str | None:
    """The first line, where it reads as a title: short, not a sentence, and followed by a text."""
    first, _, rest = body.partition("\n")
    title = first.lstrip("# ").strip()
    if not title or len(title) > _TITLE_CHARACTERS or title.endswith((".", ":", ";", ",")) or len(rest.strip()) < len(title):
        return None
    return title


def _without_furniture(lines: list[str]) -> list[str]:
    """Drop furniture from the beginning of `lines`; two lines of text in a row end the search."""
    kept: list[str] = []
    texts = row = 0
    for index, line in enumerate(lines):
        if line and is_furniture(line.strip()):
            row = 0
            continue
        kept.append(line)
        texts, row = texts + bool(line), row + bool(line)
        if row > 1 or texts >= _WINDOW:
            return kept + lines[index + 1 :]
    return kept


def is_furniture(line: str) -> bool:
    """Whether a line, without blanks around it, is a form of furniture, or a row of words that stand in menus and bars."""
    if len(line) > _FURNITURE_CHARACTERS:
        return False
    plain = " ".join(line.split()).lower()
    return any(form.fullmatch(plain) for form in _FORMS) or all(_is_menu(part) for part in _PARTS.split(line.lower()))


def _is_menu(part: str) -> bool:
    """Whether all words of a part are known; two spaces separate words like a bar does."""
    words = [word.strip("*()<>«»: ") for word in (" ".join(part.split()), *part.split("  "))]
    return words[0] in _furniture() or all(not word or word in _furniture() for word in words[1:])


@cache
def _furniture() -> frozenset[str]:
    with FURNITURE.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["line"] for row in csv.DictReader(lines))
