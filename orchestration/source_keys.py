"""The keys of sources.toml: what each of them may hold, and the sentence for a wrong one.

Belongs here: the check of single values and of those that need each other. Does not: the file and its tables (sources.py).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from transforms.read.listing import matcher
from transforms.read.statement import statement

WEB = ("feed", "sitemap", "index")
LOCAL = ("folder", "jsonl", "parquet", "warc")
KINDS = (*LOCAL[:1], *WEB, *LOCAL[1:])
_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,62}")
_NAME = re.compile(r"[^/;|()\n]*[^/;|()\s][^/;|()\n]*")  # what stands between these marks is another name
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.\w+|https?://\S+")
_ADDRESS = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?")
_TIMES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))  # minute, hour, day, month, weekday
_PART = re.compile(r"(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:/([1-9]\d?))?")
Check = Callable[[Any], bool]


class Key(NamedTuple):
    """What one key may hold."""

    right: Check
    expected: str
    required: bool = False


def _text(pattern: re.Pattern[str]) -> Check:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _number(low: float, high: float) -> Check:
    return lambda value: isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _whole(low: int, high: int) -> Check:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text(_NAME), value))


def _said(field: str) -> Check:
    """Whether a value is one that a manifest may have too."""
    return lambda value: isinstance(value, str) and bool(value.strip()) and not statement({field: value})[1]


def is_cron(value: Any) -> bool:
    """Whether a text has the five fields of cron, each a number, a range, a list or a step within its bounds."""
    fields = value.split() if isinstance(value, str) else []
    return len(fields) == len(_TIMES) and all(_is_time(text, *bounds) for text, bounds in zip(fields, _TIMES, strict=True))


def _is_time(text: str, low: int, high: int) -> bool:
    for part in text.split(","):
        found = _PART.fullmatch(part)
        first, last = (int(found[n]) if found and found[n] else None for n in (1, 2))
        if not found or not low <= (low if first is None else first) <= (high if last is None else last) <= high:
            return False
        if first is not None and first > high:
            return False
    return True


def _pattern(value: Any) -> bool:
    try:
        return isinstance(value, str) and matcher(value) is not None
    except ValueError:
        return False


def _is_yes_or_no(value: Any) -> bool:
    return isinstance(value, bool)


SOURCE = {
    "id": Key(_text(_ID), "a short name of small letters, digits, - . and _", required=True),
    "kind": Key(lambda value: value in KINDS, f"one of {', '.join(KINDS)}", required=True),
    "location": Key(lambda value: isinstance(value, str) and bool(value.strip()), "a path or a web address", required=True),
    "organisation": Key(_text(_NAME), "a name without / ; | ( and ); other names are aliases"),
    "aliases": Key(_names, "a list of names without / ; | ( and )"),
    "subsidiaries": Key(_names, "a list of names without / ; | ( and )"),
    "home_country": Key(_said("home_country"), "an ISO 3166-1 code such as KE"),
    "language": Key(_said("language"), "an ISO 639 code such as en"),
    "link_pattern": Key(
        _pattern, 'a pattern of the addresses of releases, such as "*/news/*.html", or a regular expression that begins with ^'
    ),
    "next_pages": Key(
        lambda value: isinstance(value, str) and value.count("{n}") == 1, "the address of a further page, with {n} for its number"
    ),
    "schedule": Key(is_cron, 'five fields of cron such as "0 6 * * *"'),
    "active": Key(_is_yes_or_no, "true or false"),
    "complete": Key(_is_yes_or_no, "true or false"),
}
POLITENESS = {
    "delay_seconds": Key(_number(0, 3600), "seconds, 0 to 3600"),
    "concurrency": Key(_whole(1, 8), "a whole number, 1 to 8"),
    "contact": Key(_text(_CONTACT), "an e-mail address or a web page where the press centre reaches you"),
    "allow_private": Key(_is_yes_or_no, "true or false"),
    "retry_seconds": Key(_number(0, 600), "seconds, 0 to 600"),
    "timeout_seconds": Key(_number(0.1, 3600), "seconds, 0.1 to 3600"),
}
REFETCH = {
    "newest": Key(_whole(0, 100_000), "a whole number of pages"),
    "after_days": Key(_number(0, 36_500), "a number of days"),
    "at_most": Key(_whole(0, 100_000), "a whole number of pages"),
}


def values(table: Mapping[str, Any], keys: Mapping[str, Key], where: str, problems: list[str]) -> dict[str, Any]:
    """The right values of a table, lists as tuples; a sentence is added to `problems` for each wrong or missing one."""
    right: dict[str, Any] = {}
    for name, key in keys.items():
        if name not in table:
            is_told = any(nearest(other, [name]) for other in table if other not in keys)  # as a key that is not known
            problems += [f"{where}{name}: is missing; expected {key.expected}"] if key.required and not is_told else []
        elif not key.right(table[name]):
            close = nearest(str(table[name]), KINDS) if name == "kind" else ""
            problems.append(f"{where}{name}: is {_shown(table[name])}, expected {key.expected}{close}")
        else:
            right[name] = tuple(table[name]) if isinstance(table[name], list) else table[name]
    return right


def table(owner: Mapping[str, Any], name: str, where: str, keys: Mapping[str, Key], problems: list[str]) -> dict[str, Any]:
    """The values of a table within another one."""
    inner = owner.get(name, {})
    if not isinstance(inner, dict):
        problems.append(f"{where}{name}: is {_shown(inner)}, expected a table with {', '.join(keys)}")
        return {}
    unknown(inner, keys, f"{where}{name}.", problems)
    return values(inner, keys, f"{where}{name}.", problems)


def unknown(table: Mapping[str, Any], known: Iterable[str], where: str, problems: list[str]) -> None:
    """A sentence for each key that nobody knows."""
    names = list(known)
    others = f"; expected one of {', '.join(names)}"
    problems += [f"{where}{name}: is not known{nearest(name, names) or others}" for name in table if name not in names]


def together(kind: str, location: str, said: Mapping[str, Any], politeness: Mapping[str, Any]) -> list[str]:
    """What is wrong with values that are right alone."""
    if kind in LOCAL:
        return [f"location: is {location!r}, expected a path on this machine for kind {kind!r}"] if "://" in location else []
    problems = []
    if not _ADDRESS.fullmatch(location):
        problems.append(f"location: is {location!r}, expected a web address (http or https) for kind {kind!r}")
    if not politeness.get("contact"):
        problems.append(f"politeness.contact: is missing; expected {POLITENESS['contact'].expected}")
    if not said.get("organisation"):
        problems.append(f"organisation: is missing; expected {SOURCE['organisation'].expected}")
    if kind == "index" and not said.get("link_pattern"):
        problems.append(f"link_pattern: is missing; expected {SOURCE['link_pattern'].expected}")
    return problems


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a sentence: the known name that is most like this one, if any is."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _shown(value: Any) -> str:
    return repr(value) if len(repr(value)) <= 60 else repr(value)[:60] + "…"  # noqa: PLR2004 -- so much fits on a line
