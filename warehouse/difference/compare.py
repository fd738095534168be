"""Two published files beside each other: what was added, changed and withdrawn, and why.

Belongs here: opening both, running the SELECTs of this folder, the changes as objects. Does not: the SELECTs, words on a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.connect import READ_ONLY_SETTINGS
from warehouse.contract import quoted
from warehouse.tables import Connection

_HERE = Path(__file__).parent
# What changes with every coder and says nothing of the world.
_BOOKKEEPING = {
    "activity_id",
    "revision",
    "group_id",
    "evidence_start",
    "evidence_end",
    "confidence",
    "extractor_version",
    "corrected_by",
    "leads_release",
    "begins_project",
}
_CHUNK = 1000
_NONE_RULED = "null::varchar as activity_id where false"
COLUMNS = (
    "change",
    "why",
    "activity_id",
    "older_id",
    "matched_by",
    "release_id",
    "country_code",
    "sector_category",
    "kind",
    "date_edtf",
    "evidence",
    "fields",
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field that changed; values as text, None for null."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One activity that is not what it was. `change`: added, changed, withdrawn. `why`: see README.md.

    `older_id` is its id in the older file, `matched_by` how the two were found to be one: id or evidence; both None for an added one.
    """

    change: str
    why: str
    activity_id: str
    older_id: str | None
    matched_by: str | None
    release_id: str
    country_code: str | None
    sector_category: str | None
    kind: str
    date_edtf: str | None
    evidence: str
    fields: tuple[Field, ...]


def diff(older: Path, newer: Path) -> list[Change]:
    """Every change from one published file to another. Order: added, changed, withdrawn; then by reason and id."""
    with changes(older, newer) as found:
        return list(found)


@contextmanager
def changes(older: Path, newer: Path) -> Iterator[Iterator[Change]]:
    """The same as `diff`, one after another: for ledgers whose changes need not all be held at once."""
    with duckdb.connect(config=READ_ONLY_SETTINGS) as connection:
        _open_both(connection, older, newer)
        for table in ("pairs", "fields"):
            connection.execute(f"create temp table {table} as {_select(table)}")
        connection.execute(_select("changes"))
        yield _rows(connection)


def summary(found: list[Change]) -> dict[tuple[str, str], int]:
    """How many changes of each sort and reason."""
    return dict(Counter((change.change, change.why) for change in found))


def _rows(connection: Connection) -> Iterator[Change]:
    while rows := connection.fetchmany(_CHUNK):
        for row in rows:
            known = dict(zip(COLUMNS, row, strict=True))
            yield Change(**{**known, "fields": tuple(Field(**field) for field in known["fields"])})


def _open_both(connection: Connection, older: Path, newer: Path) -> None:
    connection.execute("set enable_progress_bar = false")
    for name, path in (("older_file", older), ("newer_file", newer)):
        connection.execute(f"attach {quoted(str(path))} as {name} (read_only)")
    columns = {name: _columns(connection, f"{name}_file", "activities") for name in ("older", "newer")}
    said = ", ".join(f"{c} := {c}::varchar" for c in columns["newer"] if c in columns["older"] and c not in _BOOKKEEPING)
    for name, found in columns.items():
        ruling = "corrected_by" if "corrected_by" in found else "null::varchar"
        table = f"{name}_file.main.activities"
        connection.execute(f"create temp view {name} as select *, {ruling} as ruling from {table}")  # noqa: S608 -- one of two words
        fields = f"select activity_id, struct_pack({said}) as said from {table}"  # noqa: S608 -- names of columns
        connection.execute(f"create temp view {name}_said as select activity_id, said, hash(said) as digest from ({fields})")  # noqa: S608 -- names of columns
    rulings = {"activity_ids", "takes_effect"} <= set(_columns(connection, "newer_file", "corrections"))
    ruled = "unnest(activity_ids) as activity_id from newer_file.main.corrections where takes_effect" if rulings else _NONE_RULED
    connection.execute(f"create temp view ruled as select {ruled}")


def _columns(connection: Connection, file: str, table: str) -> list[str]:
    select = "select column_name from duckdb_columns() where database_name = ? and schema_name = 'main' and table_name = ?"
    return [row[0] for row in connection.execute(select, [file, table]).fetchall()]


def _select(name: str) -> str:
    return (_HERE / f"{name}.sql").read_text(encoding="utf-8")
