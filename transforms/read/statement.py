"""What a manifest's line or a JSON record says about a release, checked value by value.

Belongs here: the known fields and their checks. A wrong value is reported and left unknown; the release itself is still taken.
Does not: where the fields come from (manifest.py, jsonl.py).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from transforms.read.landed import Statement

FIELDS = ("published", "organisation", "home_country", "language", "url", "title")
_COUNTRIES = Path(__file__).parent.parent / "vocabulary" / "countries.csv"
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def statement(values: Mapping[str, object]) -> tuple[Statement, list[str]]:
    """The statement, and a sentence for each value that was left out because it is wrong."""
    text = {name: str(values[name]).strip() for name in FIELDS if values.get(name) not in (None, "")}
    problems: list[str] = []
    said = Statement(
        url=_checked(text, "url", text.get("url", "").startswith(("http://", "https://")), "a web address (http or https)", problems),
        title=text.get("title"),
        organisation=text.get("organisation"),
        home_country=_checked(text, "home_country", text.get("home_country") in _codes(), "an ISO 3166-1 code such as KE", problems),
        language=_checked(text, "language", bool(_LANGUAGE.fullmatch(text.get("language", ""))), "an ISO 639 code such as en", problems),
        published_on=_day(text, problems),
    )
    return said, problems


def _checked(text: Mapping[str, str], name: str, right: bool, expected: str, problems: list[str]) -> str | None:
    value = text.get(name)
    if value is None or right:
        return value
    problems.append(f"{name} is {value[:60]!r}, expected {expected}; left unknown")
    return None


def _day(text: Mapping[str, str], problems: list[str]) -> date | None:
    value = text.get("published")
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        problems.append(f"published is {value[:60]!r}, expected a day such as 2021-09-26; left unknown")
        return None


@cache
def _codes() -> frozenset[str]:
    with _COUNTRIES.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["iso2"] for row in csv.DictReader(lines))
