"""The text of a page without what is linked around it: menus, latest news, previous and next.

Belongs here: telling lists of links and the head of a page by their form, whatever the site calls them.
Does not: single lines of furniture, which every form of release may have (clean.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from resiliparse.parse.html import HTMLTree

from transforms.read.clean import is_furniture
from transforms.read.days import day_of
from transforms.read.page import elements, root

_MOST_LINKS = 1_000
_PROSE = 60  # characters: a sentence; titles in lists of links are longer now and then, but they are links
_ENDS = (".", "!", "?", "”", '"', "。", ":", ";", "’", ")")
_FEWEST = 2  # links in a row make a list
_HEADING = 40
_LONGEST_ROW = 100
_NO_ROWS = ("body", "p", "article")
_BARS = re.compile(r"\s*[|•·›»>/\\\[\]]\s*|\t+|\s{2,}")
_DAY = re.compile(r"[\[(]?\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?[\])]?")
_LEADS = re.compile(r"^(?:previous|next|prev|older|newer|share|tags?|topics?|category|categories)\b[^:：]{0,20}[:：]?\s*", re.IGNORECASE)


def link_texts(tree: HTMLTree) -> set[str]:
    """The words of every link, and of rows of links that nothing parts, all without blanks."""
    found: set[str] = set()
    for link in elements(root(tree), "a", _MOST_LINKS):
        found.add(_bare(link.text))
        row = link.parent_element
        if (
            link.prev_element is None
            and link.next_element is not None
            and row is not None
            and row.tag not in _NO_ROWS
            and row.child_element_count <= _LONGEST_ROW
        ):
            words = [_bare(one.text) for one in row.children[:_LONGEST_ROW] if one.tag == "a"]
            if _bare(row.text) == "".join(words):
                found.add("".join(words))
    return found - {""}


def _bare(text: str | None) -> str:
    return "".join((text or "").split())


def without_surroundings(text: str, title: str | None, links: Collection[str]) -> str:
    """The lines from the title, where no sentence stands before it, to the last sentence; lists of links before and after go."""
    lines = text.split("\n")
    linked = [bool(line.strip()) and _is_linked(line, links) for line in lines]
    prose = [index for index, line in enumerate(lines) if not linked[index] and _is_prose(line) and not is_furniture(line)]
    if not prose:
        return text
    first, last = prose[0], prose[-1]
    start = _title_line(lines[: first + 1], title)
    head = _without_runs(lines[:first], linked[:first]) if start is None else [*_days(lines[:start], linked), *lines[start:first]]
    return "\n".join([*head, *lines[first : last + 1], *_without_runs(lines[last + 1 :], linked[last + 1 :])])


def _days(lines: list[str], linked: list[bool]) -> list[str]:
    """The lines above a title that may tell its day."""
    return [line for index, line in enumerate(lines) if not linked[index] and len(line) <= _PROSE and day_of(line)]


def _title_line(lines: list[str], title: str | None) -> int | None:
    wanted = _bare(title).lower()
    at = [index for index, line in enumerate(lines) if wanted and _bare(line).lower() == wanted]
    return at[-1] if at else None


def _is_linked(line: str, links: Collection[str]) -> bool:
    """Whether a line is the words of links, with days, bars and "next:" between them."""
    plain = _LEADS.sub("", _DAY.sub("", line).strip(" •*-–—·◦▪\t"))
    if _bare(plain) in links:
        return True
    parts = [part for part in _BARS.split(plain) if part]
    return len(parts) > 1 and sum(_bare(part) not in links for part in parts) <= len(parts) // 4


def _is_prose(line: str) -> bool:
    plain = line.strip()
    return len(plain) >= _PROSE and plain.endswith(_ENDS)


def _without_runs(lines: list[str], linked: list[bool]) -> list[str]:
    """Drop runs of linked lines, blank lines between them allowed, with the short heading above; a link alone stays."""
    keep = [True] * len(lines)
    for run in _runs(lines, linked):
        if len(run) >= _FEWEST:
            above = next((index for index in range(run[0] - 1, -1, -1) if lines[index].strip()), None)
            if above is not None and len(lines[above].strip()) <= _HEADING and not lines[above].strip().endswith(_ENDS[:3]):
                keep[above] = False
            for index in run:
                keep[index] = False
    return [line for index, line in enumerate(lines) if keep[index]]


def _runs(lines: list[str], linked: list[bool]) -> Iterable[list[int]]:
    run: list[int] = []
    for index, line in enumerate(lines):
        if linked[index]:
            run.append(index)
        elif line.strip():
            yield run
            run = []
    yield run
