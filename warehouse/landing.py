"""The memory of what arrived: bytes by content, revisions by release, and the quarantine.

Belongs here: writing landed and rejected documents, and which of them are revisions.
Does not: reading folders (transforms/read), what was asked for on the web (visits.py), what is gone (gone.py), what comes
after landing (staging.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from transforms.read.folder import address
from transforms.read.landed import Landed, Rejected, Statement
from transforms.read.release import release_id
from warehouse import contract, gone, growth, sameness, tables
from warehouse.gone import Present
from warehouse.tables import Connection

BATCH = 500
BATCH_BYTES = 32_000_000  # a release may have ten million; five hundred such would not fit into memory
_STATEMENT = tuple(f.name for f in fields(Statement))


@dataclass(slots=True)
class Landing:
    """What one source brought: how many releases it holds, and how many of them are new, revised or changed in what is said of them.

    `gone` counts those that it has not any more.
    """

    source_id: str
    read: int = 0
    new: int = 0
    revised: int = 0
    restated: int = 0
    rejected: int = 0
    gone: int = 0


def prepare(connection: Connection) -> None:
    """Make the tables of the memory where they are missing."""
    for promised in contract.all_contracts("landing"):
        growth.ensure_memory(connection, promised)


def name_source(connection: Connection, location: Path) -> str:
    """The source_id of a folder: its own name, unless another folder that still exists has it; then with a digest of its path."""
    name, place = address(location.stem if location.is_file() else location.name), address(str(location))
    row = tables.rows_of(connection, "select location from landing.sources where source_id = ?", [name])
    if row and row[0]["location"] != place and ("://" in row[0]["location"] or Path(row[0]["location"]).exists()):
        name = f"{name}-{hashlib.blake2b(place.encode(), digest_size=3).hexdigest()}"
    now = datetime.now(UTC)
    connection.execute(
        "insert into landing.sources values (?, ?, ?) on conflict (source_id) do update set location = excluded.location",
        [name, place, now],
    )
    return name


def land(connection: Connection, source_id: str, items: Iterable[Landed | Rejected], listing: Present | None = None) -> Landing:
    """Write what a source brought, all or nothing. What is known already is left as it is; its statement is brought up to date.

    `listing` names all that the source has, where it can tell: what is not among it is marked as gone.
    """
    landing = Landing(source_id)
    with tables.transaction(connection):
        land_all(connection, landing, items, listing)
    return landing


def land_all(connection: Connection, landing: Landing, items: Iterable[Landed | Rejected], listing: Present | None = None) -> None:
    """Write all that a source has, inside the caller's transaction, and count it in `landing`; its quarantine is filled anew."""
    connection.execute("delete from landing.quarantine where source_id = ?", [landing.source_id])
    for batch in _batches(items, BATCH):
        landing.rejected += quarantine(connection, landing.source_id, [i for i in batch if isinstance(i, Rejected)])
        _land_batch(connection, landing, [i for i in batch if isinstance(i, Landed)])
    if listing:
        landing.gone += gone.mark_absent(connection, landing.source_id, listing)


def add(connection: Connection, landing: Landing, items: Sequence[Landed | Rejected]) -> None:
    """Write a part of what a source brings, inside the caller's transaction, and count it in `landing`."""
    files = [item.file for item in items]
    connection.execute("delete from landing.quarantine where source_id = ? and file in (select unnest(?))", [landing.source_id, files])
    landing.rejected += quarantine(connection, landing.source_id, [i for i in items if isinstance(i, Rejected)])
    _land_batch(connection, landing, [i for i in items if isinstance(i, Landed)])


def quarantine(connection: Connection, source_id: str, rejected: list[Rejected]) -> int:
    """Note what could not be taken, with its bytes where there are any; the same problem twice is one row."""
    rows = {}
    for item in rejected:
        key = quarantine_id(source_id, item)
        sha = _keep(connection, [item.content])[0] if item.content else None
        rows[key] = [key, source_id, item.file, item.reason, item.detail, sha, datetime.now(UTC)]
    if rows:
        connection.executemany("insert or ignore into landing.quarantine values (?, ?, ?, ?, ?, ?, ?)", list(rows.values()))
    return len(rows)


def quarantine_id(source_id: str, item: Rejected) -> str:
    """Identity of a problem: the same one met again is the same row."""
    return hashlib.blake2b(f"{source_id}\n{item.file}\n{item.reason}\n{item.detail}".encode(), digest_size=8).hexdigest()


def _known(connection: Connection, release_ids: list[str]) -> dict[str, dict[str, Any]]:
    """release_id -> its newest revision."""
    select = (
        "select * from landing.revisions where release_id in (select unnest(?)) "
        "qualify revision = max(revision) over (partition by release_id)"
    )
    return {row["release_id"]: row for row in tables.rows_of(connection, select, [release_ids])}


def _land_batch(connection: Connection, landing: Landing, batch: list[Landed]) -> None:
    rows: list[dict[str, Any]] = []
    contents: list[bytes] = []
    known = _known(connection, [release_id(landing.source_id, item.file) for item in batch])
    gone.unmark(connection, list(known))
    for item in batch:
        landing.read += 1
        row = _row(landing.source_id, item)
        before = known.get(row["release_id"])
        if before is None:
            landing.new += 1
        elif sameness.is_revision(connection, before, item, row):
            landing.revised += 1
            row["revision"] = before["revision"] + 1
        else:
            landing.restated += _restate(connection, before, row)
            continue
        known[row["release_id"]] = row
        rows.append(row)
        contents.append(item.content)
    if rows:
        _keep(connection, contents)
        tables.append(connection, contract.load("landing", "revisions"), pa.Table.from_pylist(rows))


def _row(source_id: str, item: Landed) -> dict[str, Any]:
    sha = hashlib.sha256(item.content).hexdigest()
    said = {name: getattr(item.statement, name) for name in _STATEMENT}
    identity = {"release_id": release_id(source_id, item.file), "revision": 1, "source_id": source_id, "file": item.file}
    came = {"media_type": item.media_type, "charset": item.charset, "content_sha256": sha, "first_seen_at": datetime.now(UTC)}
    return {**identity, **came, **said}


def _restate(connection: Connection, before: dict[str, Any], row: dict[str, Any]) -> int:
    """Bring what the source says of a release up to date; 1 if anything changed."""
    if all(before[name] == row[name] for name in _STATEMENT):
        return 0
    assignments = ", ".join(f"{name} = ?" for name in _STATEMENT)
    connection.execute(
        f"update landing.revisions set {assignments} where release_id = ? and revision = ?",  # noqa: S608 -- names of a dataclass
        [*(row[name] for name in _STATEMENT), before["release_id"], before["revision"]],
    )
    return 1


def _keep(connection: Connection, contents: list[bytes]) -> list[str]:
    """Keep bytes that are not kept yet; their digests in the same order."""
    digests = [hashlib.sha256(content).hexdigest() for content in contents]
    if not digests:
        return []
    kept = {
        row[0]
        for row in connection.execute(
            "select content_sha256 from landing.documents where content_sha256 in (select unnest(?))", [digests]
        ).fetchall()
    }
    now = datetime.now(UTC)
    fresh = {sha: content for sha, content in zip(digests, contents, strict=True) if sha not in kept}
    rows = [{"content_sha256": sha, "content": content, "bytes": len(content), "first_seen_at": now} for sha, content in fresh.items()]
    if rows:
        tables.append(connection, contract.load("landing", "documents"), pa.Table.from_pylist(rows))
    return digests


def _batches(items: Iterable[Landed | Rejected], size: int) -> Iterator[list[Landed | Rejected]]:
    batch: list[Landed | Rejected] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += len(item.content or b"")
        if len(batch) == size or weight > BATCH_BYTES:
            yield batch
            batch, weight = [], 0
    yield batch
