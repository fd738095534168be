"""The two steps between memory and ledger, each doing only what is not done yet: reading revisions, coding them.

Belongs here: finding what is to be done, handing it over in batches, writing what came back.
Does not: reading and coding themselves, which are pure and live in transforms.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import pyarrow as pa

from transforms.read.landed import Landed, Rejected, Statement, UnreadableError
from transforms.read.release import read, reader_version
from transforms.release import Release
from warehouse import contract, landing, tables
from warehouse.tables import Connection

BATCH = 500
_DIGESTED = ("content_sha256", "media_type", *(f.name for f in fields(Statement)))
Coder = Callable[[pa.RecordBatch], pa.RecordBatch]
Progress = Callable[[int, int], None]


def prepare(connection: Connection) -> None:
    """Make the tables where they are missing, those of another version anew, and the views: contracts that have a SELECT beside them."""
    views = {path.stem for path in (contract.MODELS / "staging").glob("*.sql")}
    tables.ensure_derived(connection, [c for c in contract.all_contracts("staging") if c.table not in views])
    for view in sorted(views):
        tables.ensure_view(connection, contract.load("staging", view), tables.model("staging", view))


def read_landed(connection: Connection, progress: Progress) -> tuple[int, list[Rejected]]:
    """Read what landed and was not read yet: how many releases, and what could not be read (it is in quarantine now).

    An old revision that cannot be read is no loss: a newer one has taken its place.
    """
    known = {
        (row["release_id"], row["revision"]): row["read_digest"]
        for row in tables.rows_of(connection, "select release_id, revision, read_digest from staging.releases")
    }
    select = (
        "select *, revision = max(revision) over (partition by release_id) as is_newest from landing.revisions "
        "order by first_seen_at, release_id, revision"
    )
    todo = []
    for row in tables.rows_of(connection, select):
        row["read_digest"] = _digest(row)
        if known.get((row["release_id"], row["revision"])) != row["read_digest"]:
            todo.append(row)
    done = 0
    rejected: list[Rejected] = []
    progress(0, len(todo))
    for start in range(0, len(todo), BATCH):
        read_rows, refused = _read_batch(connection, todo[start : start + BATCH])
        done, rejected = done + read_rows, rejected + refused
        progress(min(start + BATCH, len(todo)), len(todo))
    return done, rejected


def code(connection: Connection, coder: Coder, extractor_version: str, progress: Progress) -> int:
    """Code what was read and not coded yet by this extractor, and return how many releases that were."""
    select = (
        "select release.* from staging.releases as release left join staging.codings as coding using (release_id, revision) "
        "where coding.read_digest is distinct from release.read_digest or coding.extractor_version <> ? order by release_id, revision"
    )
    todo: pa.Table = connection.sql(select, params=[extractor_version]).to_arrow_table()
    done = 0
    progress(done, todo.num_rows)
    for batch in _batches(todo):
        activities = pa.Table.from_batches([coder(batch)])
        _write_coded(connection, batch, activities, extractor_version)
        done += batch.num_rows
        progress(done, todo.num_rows)
    return done


def _read_batch(connection: Connection, rows: list[dict[str, Any]]) -> tuple[int, list[Rejected]]:
    content = dict(
        connection.execute(
            "select content_sha256, content from landing.documents where content_sha256 in (select unnest(?))",
            [[row["content_sha256"] for row in rows]],
        ).fetchall()
    )
    read_rows, rejected = [], []
    for row in rows:
        said = Statement(**{f.name: row[f.name] for f in fields(Statement)})
        landed = Landed(row["file"], row["media_type"], content[row["content_sha256"]], said)
        try:
            read_rows.append(_staged(row, read(landed, row["source_id"], row["revision"])))
        except UnreadableError as error:
            if row["is_newest"]:
                rejected.append(Rejected(row["file"], error.reason, str(error), landed.content))
                landing.quarantine(connection, row["source_id"], rejected[-1:])
    _write_read(connection, rows, read_rows)
    return len(read_rows), rejected


def _write_read(connection: Connection, rows: list[dict[str, Any]], read_rows: list[dict[str, Any]]) -> None:
    with tables.transaction(connection):
        connection.executemany(
            "delete from staging.releases where release_id = ? and revision = ?", [[row["release_id"], row["revision"]] for row in rows]
        )
        if read_rows:
            tables.append(connection, contract.load("staging", "releases"), pa.Table.from_pylist(read_rows))


def _staged(row: dict[str, Any], release: Release) -> dict[str, Any]:
    values = {f.name: getattr(release, f.name) for f in fields(release)}
    values["organisations"] = list(release.organisations)
    return {**values, **{name: row[name] for name in ("content_sha256", "first_seen_at", "read_digest")}}


def _write_coded(connection: Connection, batch: pa.RecordBatch, activities: pa.Table, extractor_version: str) -> None:
    keys = [[row["release_id"], row["revision"]] for row in batch.select(["release_id", "revision"]).to_pylist()]
    with tables.named(connection, coded=activities, batch=pa.Table.from_batches([batch])), tables.transaction(connection):
        connection.executemany("delete from staging.activities where release_id = ? and revision = ?", keys)
        connection.executemany("delete from staging.codings where release_id = ? and revision = ?", keys)
        connection.execute("insert into staging.activities by name select * from coded")
        connection.execute(
            "insert into staging.codings by name select release_id, revision, read_digest, ? as extractor_version, "
            "(select count(*) from coded where coded.release_id = batch.release_id and coded.revision = batch.revision) as activities "
            "from batch",
            [extractor_version],
        )


def _digest(row: dict[str, Any]) -> str:
    text = "\n".join([reader_version(), *(str(row[name]) for name in _DIGESTED)])
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _batches(table: pa.Table) -> Iterator[pa.RecordBatch]:
    yield from table.combine_chunks().to_batches(max_chunksize=BATCH)
