"""A published file with as many made-up activities as asked for: python -m tests.benchmarks.made_up WAREHOUSE 1000000.

Belongs here: writing the file and the link to it. Does not: its rows (large/*.sql), measuring (dashboard.py).
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse import views
from warehouse.connect import STORAGE_VERSION, Warehouse
from warehouse.contract import MODELS, all_contracts, load

LARGE = Path(__file__).parent / "large"
_MODELLED = ("countries", "regions", "sectors", "kinds", "admin1")
_MARTS = ("activity_by_country_sector_month", "totals", "calendar", "activity_facts")
_MACROS = (
    "create temp macro drawn_of(value, salt, n) as (hash(value, salt) % n)::bigint",
    "create temp macro evidence(id) as printf('In report %010d the group tells of works that it did for the people of a district.', id)",
)


def make(directory: Path, activities: int) -> Path:
    """Write the file, unless a file of that size is there, and link to it."""
    warehouse = Warehouse(directory)
    warehouse.snapshots.mkdir(parents=True, exist_ok=True)
    path = warehouse.snapshots / f"20261101T000000Z-made{activities}.duckdb"
    if not path.exists():
        aside = path.with_suffix(".part")
        aside.unlink(missing_ok=True)
        with duckdb.connect() as connection:
            connection.execute(f"attach '{aside}' as ledger (storage_version '{STORAGE_VERSION}')")
            connection.execute("use ledger")
            connection.execute("set timezone = 'UTC'")
            _fill(connection, activities)
        aside.rename(path)
    warehouse.link.unlink(missing_ok=True)
    warehouse.link.symlink_to(path)
    return path


def _fill(connection: duckdb.DuckDBPyConnection, activities: int) -> None:
    for contract in all_contracts("main"):
        for statement in (contract.ddl(), *contract.comments()):
            connection.execute(statement)
    connection.execute("set variable vocabulary = ?", [str(MODELS.parent / "vocabulary")])
    for macro in _MACROS:
        connection.execute(macro)
    for table in _MODELLED:
        _insert(connection, table, MODELS / "main" / f"{table}.sql", {})
    for table in ("releases", "activities", "projects", "project_links", "project_stages"):
        text = (LARGE / f"{table}.sql").read_text(encoding="utf-8")
        _insert(connection, table, LARGE / f"{table}.sql", {"n": activities} if "$n" in text else {})
    for table in _MARTS:
        _insert(connection, table, MODELS / "main" / f"{table}.sql", {})
    _insert_snapshot(connection)
    views.create(connection)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, select: Path, values: dict[str, int]) -> None:
    load("main", table)
    connection.execute(f"insert into main.{table} by name {select.read_text(encoding='utf-8')}", values)


def _insert_snapshot(connection: duckdb.DuckDBPyConnection) -> None:
    built_at = datetime(2026, 11, 1, tzinfo=UTC)
    for name, value in (
        ("built_at", built_at),
        ("extractor_version", "made up"),
        ("schema_version", "0.1"),
        ("schema_digest", ""),
        ("git_revision", None),
    ):
        connection.execute(f"set variable {name} = ?", [value])
    _insert(connection, "snapshot", MODELS / "main" / "snapshot.sql", {})


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2])))
