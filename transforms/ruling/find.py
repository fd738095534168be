"""Finding again what a ruling is about, when releases and coder have changed since.

Belongs here: activity by identity, else by words; quoted words in a body. Does not: what then happens to it (fields.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from transforms.ruling.ruling import Target

_LEAST_OVERLAP = 0.5
Row = Mapping[str, Any]


def find(target: Target, rows: Iterable[Row], body: str, kind: str | None, country: str | None) -> Row | None:
    """The row among those of a release that a target means: by identity, else by its words in the newest body.

    Of several rows that the words give, one of the target's country (or of the `country` that the ruling sets) and of the ruling's
    `kind` comes first; a row of neither is another activity of the same sentence, unless it is the only one.
    """
    rows = list(rows)
    if found := next((row for row in rows if row["activity_id"] == target.activity_id), None):
        return found
    span = locate(target.evidence, body)
    if span is None:
        return None
    over = [row for row in rows if _overlap(span, (row["evidence_start"], row["evidence_end"])) >= _LEAST_OVERLAP]
    likely = [row for row in over if row["country_code"] in (target.country_code, country)]
    if len(over) > 1 and not likely:
        return None
    return min(
        likely or over, key=lambda row: (row["kind"] != kind, row["country_code"] != target.country_code, row["activity_id"]), default=None
    )


def locate(words: str, body: str) -> tuple[int, int] | None:
    """Where quoted words stand in a body, white space and letter case aside; None where they do not."""
    parts = words.split()
    if not parts:
        return None
    found = re.search(r"\s+".join(map(re.escape, parts)), body) or re.search(r"\s+".join(map(re.escape, parts)), body, re.IGNORECASE)
    return found.span() if found else None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """What two spans share, as a part of the shorter one."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(1, min(one[1] - one[0], other[1] - other[0]))
