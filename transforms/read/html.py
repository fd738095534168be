"""A web page: its main text, and what it states of itself.

Belongs here: taking the text out by resiliparse, by trafilatura where that finds next to nothing; the day by htmldate.
Does not: charset and tree (page.py), tags (metadata.py), lists of links (surroundings.py), furniture (clean.py).
"""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Any

import lxml.html
from lxml import etree
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from transforms.read import metadata
from transforms.read.contents import Contents
from transforms.read.days import FIRST, LAST, day_of
from transforms.read.page import decode_page, parse_source
from transforms.read.surroundings import link_texts, without_surroundings

_MONTHS = 12
_TOO_SHORT = 200  # characters of text: the heuristics have missed it
_LARGEST_SECOND_LOOK = 1_000_000  # trafilatura and htmldate build a tree in Python: a second for each million characters


def read_page(content: bytes, charset: str | None = None, address: str | None = None) -> Contents:
    """Read a page that was found at `address`; `charset` is what its HTTP header said.

    Raises:
        UnreadableError: it is empty, too large, no text, or nested beyond reason.
    """
    source, _ = decode_page(content, charset)
    tree = parse_source(source)
    metas = metadata.meta_tags(tree)
    title = metadata.title(tree, metas)
    text = main_text(tree, source, title)
    url = metadata.canonical(tree, metas, address)
    day, basis = metadata.published(tree, metas, address or url)
    return Contents(_under_title(text, title), title, day, basis, url, metadata.stated_language(tree))


def main_text(tree: HTMLTree, source: str, title: str | None) -> str:
    """The text of the release on a page."""
    main = extract_plain_text(tree, main_content=True, alt_texts=False, comments=False)
    text = without_surroundings(main, title, link_texts(tree))
    if len(text.strip()) < _TOO_SHORT:
        text = max(text, _second_look(source), key=lambda found: len(found.strip()))
    return text


def guessed_day(content: bytes, charset: str | None = None) -> date | None:
    """The day that htmldate finds in the body of a page. A 1 January is most often the year of a copyright, and refused."""
    from htmldate import find_date  # noqa: PLC0415 -- half a second that most runs do not need

    source = decode_page(content, charset)[0]
    tree = _second_tree(source)
    if tree is None:
        return None
    for element in tree.xpath("//head | //script | //style | //time"):  # what stands there was looked at, and says less than it seems
        element.drop_tree()
    day = day_of(find_date(tree, extensive_search=False, original_date=True, min_date=FIRST.isoformat(), max_date=LAST.isoformat()))
    return None if day is None or (day.month, day.day) == (1, 1) or _could_be_another(day, source) else day


def _could_be_another(day: date, source: str) -> bool:
    """Whether a page writes a day as 03/04/2021, of which nobody knows which is the month."""
    if day.day == day.month or day.day > _MONTHS:
        return False
    return re.search(rf"\b(?:0?{day.day}([/-])0?{day.month}|0?{day.month}([/-])0?{day.day})[/-]{day.year}\b", source) is not None


def _second_look(source: str) -> str:
    from trafilatura import extract  # noqa: PLC0415 -- half a second that most runs do not need

    tree = _second_tree(source)
    return (extract(tree, include_comments=False, favor_recall=True) or "") if tree is not None else ""


def _second_tree(source: str) -> Any:
    """The tree that trafilatura and htmldate work on; None where a page is too large for them.

    They must never be given a text: htmldate takes one that begins with http for an address, and opens it.
    """
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they remark on every page that is empty
    if len(source) > _LARGEST_SECOND_LOOK:
        return None
    try:
        return lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _under_title(text: str, title: str | None) -> str:
    """The text with its title as the first line: many pages have it outside of what is taken for the text."""
    wanted = " ".join((title or "").lower().split())
    head = [" ".join(line.lower().split()) for line in text.split("\n") if line.strip()][:5]
    return text if not wanted or any(wanted in line for line in head) else f"{title}\n\n{text}"
