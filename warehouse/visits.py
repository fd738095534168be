"""What was asked for on the web, and what came of it: visits to sources, their listings, their pages.

Belongs here: writing that state in the transaction of the rows it belongs to, and choosing from it what to ask for next.
Does not: asking (orchestration/fetch), the rows themselves (landing.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from warehouse import contract, landing, tables
from warehouse.landing import Landing
from warehouse.tables import Connection

_ASKED = ("etag", "last_modified", "fetched_at")  # columns that asking fills, not listing


class NameTakenError(Exception):
    """A source has the name of another one that releases were landed from; the message says which."""


@dataclass(slots=True)
class Visit:
    """One visit under way; the columns of landing.visits."""

    source_id: str
    started_at: datetime
    ended_at: datetime | None = None
    is_complete: bool = False
    listed: int = 0
    first_listed: int = 0
    asked: int = 0
    not_modified: int = 0
    failed: int = 0
    alarm: str | None = None
    error: str | None = None
    landed: Landing = field(init=False)

    def __post_init__(self) -> None:
        self.landed = Landing(self.source_id)

    def row(self) -> dict[str, Any]:
        """The row of landing.visits."""
        own = {name: getattr(self, name) for name in self.__dataclass_fields__ if name not in ("landed", "not_modified")}
        brought = {name: getattr(self.landed, name) for name in ("new", "revised", "restated", "gone", "rejected")}
        return own | brought | {"unchanged": self.unchanged}

    @property
    def unchanged(self) -> int:
        """Releases that came as they were, or were said to be as they were."""
        return self.landed.read - self.landed.new - self.landed.revised - self.landed.restated + self.not_modified


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed, sitemap or index page that was read: its validators for the next time."""

    uri: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A listed page: the columns of landing.fetches that listing it fills, and what came of asking for it before."""

    uri: str
    found_uri: str
    listed_by: str
    listed_rank: int
    listed_day: str | None = None
    changed_day: str | None = None
    listed_title: str | None = None
    is_inline: bool = False
    etag: str | None = None
    last_modified: str | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What asking for a page gave. `error` is set where it could not be had; `is_answered` where it has a text or did not change."""

    uri: str
    tried_at: datetime
    status: int | None = None
    final_uri: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    error: str | None = None


def begin(connection: Connection, source_id: str, location: str) -> Visit:
    """Note that a source is visited.

    Raises:
        NameTakenError: a folder that was named on the command line has this name already.
    """
    landing.prepare(connection)
    before = tables.rows_of(connection, "select location from landing.sources where source_id = ?", [source_id])
    select = "select count(*) as n from landing.visits where source_id = ? and is_complete"
    visited = tables.rows_of(connection, select, [source_id])[0]["n"]
    if before and not visited and before[0]["location"] != location and Path(before[0]["location"]).exists():
        raise NameTakenError(f"{source_id!r} is the name of {before[0]['location']} in this warehouse already: give the source another id")
    visit = Visit(source_id, datetime.now(UTC))
    with tables.transaction(connection):
        connection.execute(
            "insert into landing.sources values (?, ?, ?) on conflict (source_id) do update set location = excluded.location",
            [source_id, location, visit.started_at],
        )
        tables.append(connection, contract.load("landing", "visits"), _arrow("visits", [visit.row()]))
    return visit


@contextmanager
def part(connection: Connection, visit: Visit) -> Iterator[Landing]:
    """A transaction of a visit: what is landed and recorded inside is written together with the visit's counts, or not at all."""
    with tables.transaction(connection):
        yield visit.landed
        row = visit.row()
        assignments = ", ".join(f"{name} = ?" for name in row if name not in ("source_id", "started_at"))
        connection.execute(
            f"update landing.visits set {assignments} where source_id = ? and started_at = ?",  # noqa: S608 -- names of a dataclass
            [*(value for name, value in row.items() if name not in ("source_id", "started_at")), visit.source_id, visit.started_at],
        )


def note_failure(connection: Connection, failed: Visit) -> None:
    """Write why a visit broke off beside what it did until then; a source that could not even be begun gets a row of its own."""
    landing.prepare(connection)
    failed.ended_at = datetime.now(UTC)
    with tables.transaction(connection):
        updated = connection.execute(
            "update landing.visits set error = ?, ended_at = ? where source_id = ? and started_at >= ? returning source_id",
            [failed.error, failed.ended_at, failed.source_id, failed.started_at],
        ).fetchall()
        if not updated:
            tables.append(connection, contract.load("landing", "visits"), _arrow("visits", [failed.row()]))


def listings(connection: Connection, source_id: str) -> dict[str, Listing]:
    """The listings of a source by address."""
    rows = tables.rows_of(connection, "select uri, etag, last_modified from landing.listings where source_id = ?", [source_id])
    return {row["uri"]: Listing(**row) for row in rows}


def known_uris(connection: Connection, source_id: str) -> set[str]:
    """All pages that a source ever listed."""
    return {row[0] for row in connection.execute("select uri from landing.fetches where source_id = ?", [source_id]).fetchall()}


def was_complete(connection: Connection, visit: Visit) -> bool:
    """Whether the visit before this one read the listing to its end: then nothing older than what is known is missing."""
    select = "select is_complete from landing.visits where source_id = ? and started_at < ? order by started_at desc limit 1"
    rows = connection.execute(select, [visit.source_id, visit.started_at]).fetchall()
    return bool(rows and rows[0][0])


def record_listing(connection: Connection, visit: Visit, read: Sequence[Listing], unchanged: Sequence[str], pages: Sequence[Page]) -> None:
    """Note what the listings of a source name now; those that did not change name what they named before, and count as listed."""
    listed = connection.execute(
        "update landing.fetches set listed_at = ? where source_id = ? and listed_by in (select unnest(?)) returning uri",
        [visit.started_at, visit.source_id, list(unchanged)],
    ).fetchall()
    visit.listed = len({uri for (uri,) in listed} | {page.uri for page in pages})
    _upsert(connection, "listings", ("uri",), [_of(item, visit) | {"read_at": visit.started_at} for item in read])
    rows = [{name: value for name, value in _of(page, visit).items() if name not in _ASKED} for page in pages]
    _upsert(connection, "fetches", ("uri",), [row | {"listed_at": visit.started_at, "failures": 0} for row in rows], keep=("failures",))


def record(connection: Connection, visit: Visit, outcomes: Sequence[Outcome]) -> None:
    """Note what asking for pages gave."""
    if not outcomes:
        return
    rows = [_of(outcome, visit) | {"fetched_at": None if outcome.error else outcome.tried_at} for outcome in outcomes]
    with tables.named(connection, outcome=_arrow("fetches", rows)):
        connection.execute("""
            update landing.fetches as page set
                tried_at = outcome.tried_at,
                status = coalesce(outcome.status, page.status),
                final_uri = coalesce(outcome.final_uri, page.final_uri),
                fetched_at = coalesce(outcome.fetched_at, page.fetched_at),
                etag = if(outcome.error is null, outcome.etag, page.etag),
                last_modified = if(outcome.error is null, outcome.last_modified, page.last_modified),
                failures = if(outcome.error is null, 0, page.failures + 1),
                error = outcome.error
            from outcome where page.source_id = outcome.source_id and page.uri = outcome.uri
        """)


def failures(connection: Connection, source_ids: Sequence[str]) -> list[dict[str, Any]]:
    """The pages of some sources that could not be had the last time (source_id, found_uri, error)."""
    select = (
        "select source_id, found_uri, error from landing.fetches where error is not null and source_id in (select unnest(?)) order by all"
    )
    return tables.rows_of(connection, select, [list(source_ids)])


def _of(item: Listing | Page | Outcome, visit: Visit) -> dict[str, Any]:
    return {"source_id": visit.source_id} | {name: getattr(item, name) for name in item.__dataclass_fields__}


def _upsert(connection: Connection, table: str, key: tuple[str, ...], rows: list[dict[str, Any]], keep: tuple[str, ...] = ()) -> None:
    """Insert rows, or update the columns that they have but for those to `keep`."""
    if not rows:
        return
    names = list(rows[0])
    changes = ", ".join(f"{name} = excluded.{name}" for name in names if name not in ("source_id", *key, *keep))
    with tables.named(connection, incoming=_arrow(table, rows)):
        connection.execute(
            f"insert into landing.{table} ({', '.join(names)}) select {', '.join(names)} from incoming "  # noqa: S608 -- names of dataclasses
            f"on conflict (source_id, {', '.join(key)}) do update set {changes}"
        )


def _arrow(table: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Arrow rows whose columns have a type even where all values are null."""
    types = {"VARCHAR": pa.string(), "INTEGER": pa.int32(), "BOOLEAN": pa.bool_(), "TIMESTAMPTZ": pa.timestamp("us", "UTC")}
    columns = {column.name: types[column.type] for column in contract.load("landing", table).columns}
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, columns[name]) for name in rows[0]]))
