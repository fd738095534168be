"""What a SELECT reads, told by DuckDB's own parser, so that no dependency is written twice.

Belongs here: table names out of a SELECT. Does not: what is done with them (orchestration/models.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import duckdb


class NotOneSelectError(Exception):
    """The text is not one SELECT; the message holds the parser's words."""


def tables_read(select: str) -> list[tuple[str, str]]:
    """(schema, table) of each table that `select` reads, sorted. Works before any of them exists.

    Raises:
        NotOneSelectError: the text does not parse as a single SELECT.
    """
    row = _parser().cursor().execute("select json_serialize_sql(?::varchar)", [select]).fetchall()[0]
    tree = json.loads(row[0])
    if tree.get("error") or len(tree.get("statements", [])) != 1:
        raise NotOneSelectError(str(tree.get("error_message", "more than one statement")))
    ctes = {entry["key"] for node in _nodes(tree) for entry in node.get("cte_map", {}).get("map", [])}
    tables = {(n["schema_name"], n["table_name"]) for n in _nodes(tree) if n.get("type") == "BASE_TABLE"}
    return sorted((schema or "main", table) for schema, table in tables if schema or table not in ctes)


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of the tree, depth first."""
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from _nodes(child)
    elif isinstance(value, list):
        for child in value:
            yield from _nodes(child)
