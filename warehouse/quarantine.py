"""The quarantine as a list of work: what stands in it, the bytes behind it, and trying again.

Belongs here: finding entries and retrying them. Does not: filling it (landing.py, staging.py), reading bytes (transforms/read).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from transforms.read.again import read_again
from transforms.read.landed import Landed
from warehouse import landing, staging, tables
from warehouse.landing import Landing
from warehouse.tables import Connection

NOTES = ("missing", "listed twice", "bad value", "unknown column")  # they are about a list or a field; there is nothing to be read again


class UnknownEntryError(Exception):
    """No entry of the quarantine has this id, or more than one begins with it; the message says which."""


@dataclass(slots=True)
class Retried:
    """What came of trying again: entries tried, releases landed from their bytes, revisions that the next build reads anew."""

    tried: int = 0
    landed: int = 0
    to_read: int = 0


def entries(connection: Connection) -> list[dict[str, Any]]:
    """What stands in quarantine now, as main.quarantine would say it, by source and file."""
    rows = tables.rows_of(connection, tables.model("main", "quarantine"))
    return sorted(rows, key=lambda row: (row["source_id"], row["file"], row["reason"], row["quarantine_id"]))


def entry(connection: Connection, quarantine_id: str) -> dict[str, Any]:
    """The one entry whose id begins with `quarantine_id`.

    Raises:
        UnknownEntryError: there is none, or more than one.
    """
    found = [row for row in entries(connection) if row["quarantine_id"].startswith(quarantine_id)]
    if len(found) != 1:
        raise UnknownEntryError(f"{quarantine_id!r} is the beginning of {len(found) or 'no'} id{'s' if found else ''} in quarantine")
    return found[0]


def content(connection: Connection, found: dict[str, Any]) -> bytes | None:
    """The bytes of an entry; None where there were none or too many."""
    select = "select content from landing.documents where content_sha256 = ?"
    rows = connection.execute(select, [found["content_sha256"]]).fetchall()
    return bytes(rows[0][0]) if rows else None


def retry(connection: Connection, found: Sequence[dict[str, Any]]) -> Retried:
    """Read the kept bytes of entries again: what can be landed now is landed, what had landed is read by the next build."""
    done = Retried()
    for row in found:
        if row["reason"] in NOTES:
            continue
        done.tried += 1
        if _was_landed(connection, row):
            done.to_read += _forget_refusal(connection, row)
        elif row["content_sha256"]:
            done.landed += _land_again(connection, row)
    return done


def prepare(connection: Connection) -> None:
    """Make what is asked for below where it is missing."""
    landing.prepare(connection)
    staging.prepare(connection)


def _was_landed(connection: Connection, row: dict[str, Any]) -> bool:
    return bool(connection.execute("select 1 from staging.refused where quarantine_id = ? limit 1", [row["quarantine_id"]]).fetchall())


def _forget_refusal(connection: Connection, row: dict[str, Any]) -> int:
    connection.execute("delete from staging.refused where quarantine_id = ?", [row["quarantine_id"]])
    return 1


def _land_again(connection: Connection, row: dict[str, Any]) -> int:
    """Land what can be read; the entry goes once nothing of it is refused."""
    kept = content(connection, row)
    items = list(read_again(row["file"], kept)) if kept is not None else []
    good = [item for item in items if isinstance(item, Landed)]
    if not good:
        return 0
    with tables.transaction(connection):
        if len(good) == len(items):
            connection.execute("delete from landing.quarantine where quarantine_id = ?", [row["quarantine_id"]])
        landing.add(connection, Landing(row["source_id"]), good)
    return len(good)
