"""What a page states of itself in its tags: title, day, canonical address, language.

Belongs here: JSON-LD, meta, time and link elements, and the address of the page.
Does not: the text (html.py), dates in the text (transforms/extract/publication.py).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from resiliparse.parse.html import HTMLTree

from transforms.read.clean import one_line
from transforms.read.days import day_of
from transforms.read.links import web_address
from transforms.read.page import elements, root

_LONGEST_SCRIPT = 200_000  # of data about one page; a catalogue of a whole site says nothing about it
_NEWS = re.compile(r"Article|Posting|Report|PressRelease|CreativeWork|WebPage")
TAGS = Path(__file__).parent.parent / "vocabulary" / "publication_tags.csv"
_TIMES = (
    '[itemprop="datePublished"]',
    "time[pubdate]",
    "article time[datetime]",
    "main time[datetime]",
)
_IN_ADDRESS = (
    re.compile(r"/(?:[a-z]{1,12}[-_])?((?:19|20)\d\d)[-/_.]?(\d\d)[-/_.]?(\d\d)(?:[/_.-]|\Z)", re.IGNORECASE),
    re.compile(r"/t?((?:19|20)\d\d)(\d\d)(\d\d)_\d+", re.IGNORECASE),
)
_SITE = re.compile(r"\s+(?:[|–—·»_]|::|-)\s+|\s*[|_]\s*")
_SHORTEST_TITLE = 12
_LONGEST_TITLE = 300
_LONGEST = 1_000  # characters of what a page calls its title
_FEW = 10
_MOST_TAGS = 300


def published(tree: HTMLTree, metas: dict[str, str], address: str | None) -> tuple[date | None, str]:
    """The day of publication that tags or the address state, and its basis: metadata, url or none."""
    day = (
        _linked_data(tree)
        or next((day for name in metas if name in _publication_tags() and (day := day_of(metas[name]))), None)
        or _time(tree)
    )
    if day:
        return day, "metadata"
    day = day_in_address(address or "")
    return day, "url" if day else "none"


def title(tree: HTMLTree, metas: dict[str, str]) -> str | None:
    """The heading of the release: the first h1 that the title of the page begins with, else what is stated, without the site's name."""
    whole = one_line((tree.title or "")[:_LONGEST])
    stated = one_line((metas.get("og:title") or metas.get("twitter:title") or metas.get("dc.title") or "")[:_LONGEST])
    headings = [one_line(heading.text or "") for heading in elements(root(tree), "h1", _FEW)]
    same = [text for text in headings if len(text) >= _SHORTEST_TITLE and (text.lower() in whole.lower() or text.lower() in stated.lower())]
    lonely = headings[0] if len(headings) == 1 and len(headings[0]) >= _SHORTEST_TITLE else ""
    chosen = same[0] if same else without_site(stated) or lonely or without_site(whole)
    return chosen[:_LONGEST_TITLE] or None


def without_site(text: str) -> str:
    """A title without the name of the site that many pages write behind it."""
    parts = _SITE.split(text)
    while len(parts) > 1 and len(text[: text.rfind(parts[-1])].rstrip(" |–—·»_:-")) >= _SHORTEST_TITLE and len(parts[-1]) < len(text) / 2:
        text = text[: text.rfind(parts.pop())].rstrip(" |–—·»_:-")
    return text


def canonical(tree: HTMLTree, metas: dict[str, str], address: str | None) -> str | None:
    """The address under which the page wants to be known; not one that leads to the front page, as templates make it by mistake."""
    link = root(tree).query_selector('link[rel~="canonical"][href]')
    for href in (link.getattr("href") if link else None, metas.get("og:url")):
        found = web_address(href, address or "")
        if found and found.rstrip("/").count("/") > found.count("://") + 1:
            return found
    return address


def stated_language(tree: HTMLTree) -> str | None:
    """The language that the page's root element states, as two or three letters."""
    html = root(tree).query_selector("html[lang]")
    found = re.match(r"[a-z]{2,3}(?=[-_]|\Z)", (html.getattr("lang") or "").strip().lower()) if html else None
    return found[0] if found else None


def meta_tags(tree: HTMLTree) -> dict[str, str]:
    """Name, property or itemprop in lower case -> content; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in elements(root(tree), "meta[content]", _MOST_TAGS):
        name = tag.getattr("property") or tag.getattr("name") or tag.getattr("itemprop")
        if name:
            found.setdefault(name.strip().lower(), tag.getattr("content") or "")
    return found


def day_in_address(address: str) -> date | None:
    """The day in the path of an address, such as /2021/09/26/ or t20210926_123."""
    found = (form.search(address.partition("?")[0]) for form in _IN_ADDRESS)
    return next((day for match in found if match and (day := day_of("-".join(match.groups())))), None)


def _linked_data(tree: HTMLTree) -> date | None:
    for script in elements(root(tree), 'script[type="application/ld+json"]', _FEW):
        source = script.text or ""
        if len(source) > _LONGEST_SCRIPT or "datePublished" not in source:
            continue
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            day = day_of(str(item["datePublished"])) if "datePublished" in item and _NEWS.search(str(item.get("@type", ""))) else None
            if day:
                return day
    return None


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects that stand at the top or in the graph: what is deeper speaks of other pages."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            main = item.get("mainEntity")
            deeper = [*(g if isinstance(g := item.get("@graph"), list) else []), main]
            yield from (inner for inner in deeper if isinstance(inner, dict))


def _time(tree: HTMLTree) -> date | None:
    """The day of a time element of the text, or of the page where all of its time elements agree."""
    document = root(tree)
    for selector in _TIMES:
        found = document.query_selector(selector)
        day = found and day_of(found.getattr("datetime") or found.getattr("content") or found.text)
        if day:
            return day
    days = {day_of(found.getattr("datetime")) for found in elements(document, "time[datetime]", _FEW)} - {None}
    return days.pop() if len(days) == 1 else None


@cache
def _publication_tags() -> frozenset[str]:
    with TAGS.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["tag"] for row in csv.DictReader(lines))
