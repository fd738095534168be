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
_DIGESTED = ("content_sha256", "media_type", "charset", *(f.name for f in fields(Statement)))
Coder = Callable[[pa.RecordBatch], pa.RecordBatch]
Progress = Callable[[int, int], None]


def prepare(connection: Connection) -> None:
    """Make the tables where they are missing, those of another version anew, and the views: contracts that have a SELECT beside them."""
    views = {path.stem for path in (contract.MODELS / "staging").glob("*.sql")}
    tables.ensure_derived(connection, [c for c in contract.all_contracts("staging") if c.table not in views])
    for view in sorted(views):
        tables.ensure_view(connection, contract.load("staging", view), tables.model("staging", view))


def read_landed(connection: Connection, progress: Progress) -> tuple[int, list[Rejected]]:
    """Read what landed and was not tried yet by this reader: how many releases, and what could not be read (it is in quarantine now).

    An old revision that cannot be read is no loss: a newer one has taken its place.
    """
    todo = _unread(connection)
    done = 0
    rejected: list[Rejected] = []
    progress(0, len(todo))
    tried = 0
    for rows in _portions(todo):
        read_rows, refused = _read_batch(connection, rows)
        done, rejected, tried = done + read_rows, rejected + refused, tried + len(rows)
        progress(tried, len(todo))
    return done, rejected


def code(connection: Connection, coder: Coder, extractor_version: str, progress: Progress) -> int:
    """Code what was read and not coded yet by this extractor, and return how many releases that were."""
    select = (
        "from staging.releases semi join ("
        "select release.release_id, release.revision from staging.releases as release "
        "left join staging.codings as coding using (release_id, revision) "
        "where coding.read_digest is distinct from release.read_digest or coding.extractor_version <> ?"
        ") using (release_id, revision) order by release_id, revision"
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


def _unread(connection: Connection) -> list[dict[str, Any]]:
    """Landed revisions that no row of staging.releases or staging.refused is about, each with its read_digest."""
    digested = ", ".join(f"coalesce({name}::varchar, chr(30))" for name in _DIGESTED)
    select = (
        f"with landed as (select *, md5(concat_ws(chr(31), ?, {digested})) as read_digest, "  # noqa: S608 -- names of a dataclass
        "revision = max(revision) over (partition by release_id) as is_newest from landing.revisions) "
        "from landed anti join staging.releases using (release_id, revision, read_digest) "
        "anti join staging.refused using (release_id, revision, read_digest) "
        "left join (select content_sha256, bytes from landing.documents) using (content_sha256) "
        "order by first_seen_at, release_id, revision"
    )
    return tables.rows_of(connection, select, [reader_version()])


def _portions(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The rows in batches whose documents fit into memory together."""
    portion: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        if portion and (len(portion) == BATCH or size + row["bytes"] > landing.BATCH_BYTES):
            yield portion
            portion, size = [], 0
        portion.append(row)
        size += row["bytes"]
    if portion:
        yield portion


def _read_batch(connection: Connection, rows: list[dict[str, Any]]) -> tuple[int, list[Rejected]]:
    content = dict(
        connection.execute(
            "select content_sha256, content from landing.documents where content_sha256 in (select unnest(?))",
            [[row["content_sha256"] for row in rows]],
        ).fetchall()
    )
    read_rows, refused_rows, rejected = [], [], []
    for row in rows:
        said = Statement(**{f.name: row[f.name] for f in fields(Statement)})
        landed = Landed(row["file"], row["media_type"], content[row["content_sha256"]], said, row["charset"])
        try:
            read_rows.append(_staged(row, read(landed, row["source_id"], row["revision"])))
        except UnreadableError as error:
            refusal = Rejected(row["file"], error.reason, str(error))
            refused_rows.append(_refused(row, refusal))
            rejected += [refusal] if row["is_newest"] else []
    _write_read(connection, rows, read_rows, refused_rows)
    return len(read_rows), rejected


def _write_read(connection: Connection, rows: list[dict[str, Any]], read_rows: list[dict[str, Any]], refused: list[dict[str, Any]]) -> None:
    keys = pa.table({name: [row[name] for row in rows] for name in ("release_id", "revision")})
    with tables.named(connection, done=keys), tables.transaction(connection):
        for table, filled in (("releases", read_rows), ("refused", refused)):
            _forget(connection, table, "done")
            if filled:
                tables.append(connection, contract.load("staging", table), pa.Table.from_pylist(filled))


def _forget(connection: Connection, table: str, done: str) -> None:
    """Delete the rows of a staging table that are about the revisions in `done`."""
    same = "old.release_id = done.release_id and old.revision = done.revision"
    connection.execute(f"delete from staging.{table} as old using {done} as done where {same}")  # noqa: S608 -- our own names


def _staged(row: dict[str, Any], release: Release) -> dict[str, Any]:
    values = {f.name: getattr(release, f.name) for f in fields(release)}
    values["organisations"] = list(release.organisations)
    values["text_digest"] = hashlib.blake2b(release.body.encode(), digest_size=16).hexdigest()
    return {**values, **{name: row[name] for name in ("content_sha256", "first_seen_at", "read_digest")}}


def _refused(row: dict[str, Any], refusal: Rejected) -> dict[str, Any]:
    kept = {name: row[name] for name in ("release_id", "revision", "source_id", "file", "content_sha256", "read_digest")}
    said = {"reason": refusal.reason, "detail": refusal.detail, "seen_at": row["first_seen_at"]}
    return {**kept, **said, "quarantine_id": landing.quarantine_id(row["source_id"], refusal)}


def _write_coded(connection: Connection, batch: pa.RecordBatch, activities: pa.Table, extractor_version: str) -> None:
    with tables.named(connection, coded=activities, batch=pa.Table.from_batches([batch])), tables.transaction(connection):
        _forget(connection, "activities", "batch")
        _forget(connection, "codings", "batch")
        connection.execute("insert into staging.activities by name select * from coded")
        connection.execute(
            "insert into staging.codings by name select release_id, revision, read_digest, ? as extractor_version, "
            "(select count(*) from coded where coded.release_id = batch.release_id and coded.revision = batch.revision) as activities "
            "from batch",
            [extractor_version],
        )


def _batches(table: pa.Table) -> Iterator[pa.RecordBatch]:
    yield from table.combine_chunks().to_batches(max_chunksize=BATCH)
