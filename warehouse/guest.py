"""SQL of somebody unknown, answered within limits: the dashboard's query box.

Belongs here: which statements and functions a guest may use, the limits of time, rows and bytes.
Does not: the locked connection (connect.py).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.tables import Connection
from warehouse.views import all_macros

ROWS, SECONDS = 1000, 5.0
_CHUNK = 200
_BYTES = 20_000_000
_LONGEST = 20_000
# Table functions that read nothing but the file's own catalogue and values. All others are refused by name: some take addresses in
# memory, some run SQL that nobody has looked at, some tell where files lie.
_FUNCTIONS = {
    "range", "generate_series", "unnest", "repeat", "json_each", "json_tree",
    "duckdb_columns", "duckdb_tables", "duckdb_views", "duckdb_functions", "duckdb_constraints", "duckdb_types", "pragma_table_info",
}  # fmt: skip


class GuestError(Exception):
    """The statement is not allowed, wrong, or took too long; the message can be shown to who wrote it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns with their types, and rows. `is_cut` says that there are more rows than the limits let through."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    is_cut: bool


def query(connection: Connection, sql: str, rows: int = ROWS, seconds: float = SECONDS) -> Answer:
    """Answer one SELECT over a connection of `open_restricted`; threads may share that connection.

    Raises:
        GuestError: it is no single SELECT, uses a function that guests may not, is wrong, or is not done after `seconds`.
    """
    cursor = connection.cursor()
    try:
        with _within(cursor, seconds):
            _check(cursor, sql)
            cursor.execute("use pressledger")
            cursor.execute(sql)
            described = cursor.description or []
            found, is_cut = _fetch(cursor, rows)
    except duckdb.InterruptException:
        raise GuestError(f"The query was ended after {seconds:g} seconds.") from None
    except duckdb.Error as error:
        raise GuestError(str(error)) from None
    finally:
        cursor.close()
    return Answer(tuple(c[0] for c in described), tuple(str(c[1]) for c in described), found, is_cut)


@contextmanager
def _within(cursor: Connection, seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, cursor.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _fetch(cursor: Connection, limit: int) -> tuple[list[tuple[Any, ...]], bool]:
    """At most `limit` rows and some megabytes of text."""
    found: list[tuple[Any, ...]] = []
    size = 0
    while len(found) <= limit and size < _BYTES and (chunk := cursor.fetchmany(min(_CHUNK, limit + 1 - len(found)))):
        found += chunk
        size += sum(len(str(cell)) for row in chunk for cell in row)
    return found[:limit], len(found) > limit or size >= _BYTES


def _check(cursor: Connection, sql: str) -> None:
    if len(sql) > _LONGEST:
        raise GuestError(f"A query may have {_LONGEST:,} characters.")
    statements = duckdb.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise GuestError("One SELECT, FROM, WITH, DESCRIBE or SUMMARIZE at a time; nothing else is allowed here.")
    tree = json.loads(cursor.execute("select json_serialize_sql(?::varchar)", [sql]).fetchall()[0][0])
    if tree.get("error"):
        raise GuestError("This form of SELECT cannot be checked, so it is not allowed here; write it in another way.")
    allowed = _FUNCTIONS | {macro.name for macro in all_macros()}
    for name in _table_functions(tree):
        if name.lower() not in allowed:
            raise GuestError(f"The table function {name} is not allowed here.")


def _table_functions(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("type") == "TABLE_FUNCTION":
            yield str(value["function"].get("function_name", ""))
        for child in value.values():
            yield from _table_functions(child)
    elif isinstance(value, list):
        for child in value:
            yield from _table_functions(child)
