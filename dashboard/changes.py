"""What changed, in words made by plain rules: first activity, a new subject, doubled, halved, gone quiet.

Belongs here: the rules. Does not: the figures they read (queries/changes.sql), showing the words (sections/changed.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

MOST = 6
_ENOUGH = 3  # activities, under which a doubling or a silence is chance
_TWICE = 2


class Change(NamedTuple):
    """One thing that changed: its words around the name, and what a click shows. `weight` orders them."""

    axis: str
    code: str
    name: str
    before_name: str
    after_name: str
    weight: int

    @property
    def words(self) -> str:
        """The sentence."""
        return f"{self.before_name}{self.name}{self.after_name}"


def changes(rows: Iterable[Mapping[Any, Any]]) -> list[Change]:
    """The changes worth a word, the weightiest first. A row has axis, code, name, now, before, ever_before, undated."""
    found = [change for row in rows if (change := _changed(row))]
    return sorted(found, key=lambda change: (-change.weight, change.name))


def _changed(row: Mapping[Any, Any]) -> Change | None:
    now, before = int(row["now"]), int(row["before"])
    made = _first(row, now) or _moved(now, before)
    if not made:
        return None
    (ahead, after), weight = made
    return Change(str(row["axis"]), str(row["code"]), str(row["name"]), ahead, after, weight)


def _first(row: Mapping[Any, Any], now: int) -> tuple[tuple[str, str], int] | None:
    """Nothing before, neither in the earlier period nor ever. What carries no date may have come before: then it is said."""
    if not now or row["ever_before"]:
        return None
    dated = " dated" if row["undated"] else ""
    where = f"First{dated} activity in " if row["axis"] == "country" else f"First{dated} activity for "
    return (where, f" ({now:,})" if now > 1 else ""), 100 + now


def _moved(now: int, before: int) -> tuple[tuple[str, str], int] | None:
    counts = f": {now:,} after {before:,}"
    if before >= _ENOUGH and now >= _TWICE * before:
        return ("", f" {_grown(now / before)}{counts}"), 50 + now - before
    if before >= _TWICE * _ENOUGH and 0 < now * _TWICE <= before:
        return ("", f" halved{counts}" if now * (_TWICE + 1) > before else f" fell{counts}"), 40 + before - now
    if before >= _ENOUGH and not now:
        return ("", f" went quiet: none after {before:,}"), 30 + before
    return None


def _grown(times: float) -> str:
    if times == _TWICE:
        return "doubled"
    return "more than doubled" if times < _TWICE + 1 else f"grew to {times:.0f} times as many"
