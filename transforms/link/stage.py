"""How far an undertaking is, as one activity tells it.

Belongs here: agreed, under construction, under way, completed, cancelled.
Does not: the state of a whole project (models/main/projects.sql).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

STAGES = ("agreed", "under construction", "under way", "completed", "cancelled")


def stage_of(kind: str, status: str | None, text: Sequence[str]) -> str:
    """The stage that an activity shows.

    The coder says "completed" of a ground-breaking too, for that act is over: works are at their end only where the text has
    no word of starting or going on.
    """
    if status == "cancelled":
        return "cancelled"
    if kind in ("agreement", "finance"):
        return "agreed"
    if kind == "completion":
        return "under construction" if status == "planned" else "completed"
    if kind == "construction":
        if status == "planned":
            return "agreed"
        return "completed" if status == "completed" and not _going_on().intersection(text) else "under construction"
    return {"planned": "agreed", "ongoing": "under way"}.get(status or "", "completed")


@cache
def _going_on() -> frozenset[str]:
    with (Path(__file__).parent / "going_on.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))
