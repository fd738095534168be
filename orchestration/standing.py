"""How the sources stand: what the last visit to each brought, in words.

Belongs here: reading that from the memory, and the lines of `pressledger sources` and `pressledger fetch`. Does not: fetching.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from orchestration.sources import Source
from orchestration.terminal import printable
from warehouse import due, landing, visits
from warehouse.connect import Warehouse
from warehouse.tables import Connection

_ALARM_DAYS = 14  # an alarm is shown so long: the next visit, an hour later, would hide it
_HEADS = ("source", "kind", "last fetch (UTC)", "listed", "new", "changed", "gone", "failed")
_RIGHT = 3  # columns from here on are numbers


@dataclass(slots=True)
class Remembered:
    """The last visit to each source, and the pages of some that could not be had."""

    visits: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    failures: Sequence[Mapping[str, Any]] = ()


def latest(connection: Connection) -> dict[str, dict[str, Any]]:
    """The last visit to each source, with the last alarm of some days (`last_alarm`, `alarmed_at`)."""
    return due.last_visits(connection, datetime.now(UTC) - timedelta(days=_ALARM_DAYS))


def remembered(files: Warehouse, names: Sequence[str], waiting: Callable[[], None]) -> Remembered:
    """What the memory knows; nothing where there is none yet. `waiting` is called where a build has it open."""
    if not files.landing.exists():
        return Remembered()
    with files.lock(waiting=waiting):
        pass
    with files.writer() as connection:
        landing.prepare(connection)
        return Remembered(latest(connection), visits.failures(connection, names))


def table(sources: Sequence[Source], known: Remembered) -> list[str]:
    """One line a source under a head, then what went wrong."""
    rows = [_HEADS, *(_row(source, known.visits.get(source.id)) for source in sources)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(_padded(cell, width, n) for n, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip() for row in rows]
    shown = {source.id for source in sources}
    notes = [note for name, visit in known.visits.items() if name in shown for note in _notes(visit)]
    failures = [f"failed: {row['source_id']}: {row['found_uri']}: {row['error']}" for row in known.failures]
    return [*lines, *notes, *(printable(line, lines=False) for line in failures)]


def told(visit: Mapping[str, Any]) -> list[str]:
    """What one visit brought."""
    figures = "{listed:,} listed, {new:,} new, {revised:,} changed, {unchanged:,} unchanged, {gone:,} gone, {failed:,} failed".format_map(
        visit
    )
    quarantined = f", {visit['rejected']:,} quarantined" if visit["rejected"] else ""
    return [f"{visit['source_id']}: {figures}{quarantined}", *_notes(visit)]


def _row(source: Source, visit: Mapping[str, Any] | None) -> tuple[str, ...]:
    name = source.id if source.active else f"{source.id} (not active)"
    if visit is None:
        return (name, source.kind, "never", *[""] * 5)
    at = f"{visit['started_at'].astimezone(UTC):%Y-%m-%d %H:%M}{'' if visit['ended_at'] else ' interrupted'}"
    return (name, source.kind, at, *(f"{visit[key]:,}" for key in ("listed", "new", "revised", "gone", "failed")))


def _notes(visit: Mapping[str, Any]) -> list[str]:
    alarm = visit.get("last_alarm") or visit["alarm"]
    since = f" of {visit['alarmed_at'].astimezone(UTC):%Y-%m-%d %H:%M}" if visit.get("alarmed_at") else ""
    notes = [f"alarm{since}: {visit['source_id']}: {alarm}"] if alarm else []
    notes += [f"error: {visit['source_id']}: {visit['error']}"] if visit["error"] else []
    return [printable(note, lines=False) for note in notes]


def _padded(cell: str, width: int, column: int) -> str:
    return cell.rjust(width) if column >= _RIGHT else cell.ljust(width)
