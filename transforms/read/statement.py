"""What a manifest's line or a JSON record says about a release, checked value by value.

Belongs here: the known fields and their checks. A wrong value is reported and left unknown; the release itself is still taken.
Does not: where the fields come from (manifest.py, jsonl.py).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from transforms.read.clean import one_line
from transforms.read.landed import Statement

FIELDS = ("published", "organisation", "home_country", "language", "url", "title")
_COUNTRIES = Path(__file__).parent.parent / "vocabulary" / "countries.csv"
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)*")  # en, en-US, zh_Hans
_DAY = re.compile(r"(\d{4}-?\d{2}-?\d{2})(?:[T ].*)?")
_Value = TypeVar("_Value")


def statement(values: Mapping[str, object]) -> tuple[Statement, list[str]]:
    """The statement, and a sentence for each value that was left out because it is wrong."""
    problems: list[str] = []
    text = {name: value for name in FIELDS if (value := _text(name, values.get(name), problems))}
    said = Statement(
        url=_checked(text, "url", _address, "a web address (http or https)", problems),
        title=text.get("title"),
        organisation=text.get("organisation"),
        home_country=_checked(text, "home_country", _country, "an ISO 3166-1 code such as KE", problems),
        language=_checked(text, "language", _language, "an ISO 639 code such as en", problems),
        published_on=_checked(text, "published", _day, "a day such as 2021-09-26", problems),
    )
    return said, problems


def _text(name: str, value: object, problems: list[str]) -> str | None:
    if value is None or isinstance(value, str):
        return one_line(value or "") or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)[:60]
    problems.append(f"{name} is {str(value)[:60]!r}, expected a text; left unknown")
    return None


def _checked(
    text: Mapping[str, str], name: str, right: Callable[[str], _Value | None], expected: str, problems: list[str]
) -> _Value | None:
    value = text.get(name)
    known = right(value) if value else None
    if value and known is None:
        problems.append(f"{name} is {value[:60]!r}, expected {expected}; left unknown")
    return known


def _address(value: str) -> str | None:
    return value if _URL.fullmatch(value) else None


def _country(value: str) -> str | None:
    return value.upper() if value.upper() in _codes() else None


def _language(value: str) -> str | None:
    found = _LANGUAGE.fullmatch(value.lower())
    return found[1] if found else None


def _day(value: str) -> date | None:
    found = _DAY.fullmatch(value)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


@cache
def _codes() -> frozenset[str]:
    with _COUNTRIES.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["iso2"] for row in csv.DictReader(lines))
