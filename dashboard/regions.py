"""Which regions lie in which: United Nations M49.

Belongs here: the regions inside a region (map/regions.csv). Does not: countries and their regions (the published file has them).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

WITHIN = Path(__file__).parent / "map" / "regions.csv"


def with_members(places: Iterable[str]) -> tuple[str, ...]:
    """`places` with the codes of all regions inside those that are regions."""
    found = dict.fromkeys(places)
    waiting = list(found)
    while waiting:
        inside = [code for code in _members().get(waiting.pop(), ()) if code not in found]
        found.update(dict.fromkeys(inside))
        waiting += inside
    return tuple(found)


@cache
def _members() -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    with WITHIN.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            members.setdefault(row["within"], []).append(row["region_code"])
    return members
