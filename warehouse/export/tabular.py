"""Activities and their releases as Parquet, CSV and JSON lines: two files that DuckDB writes row by row.

Belongs here: those three forms. Does not: the other forms, what lies beside the data (package.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from warehouse.contract import Column, quoted
from warehouse.datapackage import fields
from warehouse.export.defuse import defusing_sql
from warehouse.tables import Connection
from warehouse.views import all_views

_OPTIONS = {
    "parquet": "format parquet, compression zstd",
    "csv": "format csv, header true, delimiter ',', quote '\"', escape '\"'",
    "jsonl": "format json",
}
_MEDIA_TYPES = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv", "jsonl": "application/jsonl"}
_FROM = {
    "activities": ("activities_named", "activity_id", "selected order by activity_id"),
    "releases": (
        "releases_named",
        "release_id",
        "releases_named where release_id in (select release_id from selected) order by release_id",
    ),
}


def write(connection: Connection, form: str, folder: Path) -> list[dict[str, Any]]:
    """Write activities and releases in `form` and return the two as resources of a data package."""
    views = {view.table: view for view in all_views()}
    resources = []
    for name, (promised, key, source) in _FROM.items():
        view = views[promised]
        file = folder / f"{name}.{form}"
        select = f"select {_columns(form, view.columns)} from {source}"  # noqa: S608 -- names from contracts
        connection.execute(f"copy ({select}) to {quoted(str(file))} ({_OPTIONS[form]})")
        resources.append(
            {
                "name": name,
                "path": file.name,
                "format": form,
                "mediatype": _MEDIA_TYPES[form],
                "encoding": "utf-8",
                "description": view.description,
                "schema": {"fields": fields(view.columns), "primaryKey": [key]},
            }
        )
    return resources


def _columns(form: str, columns: Sequence[Column]) -> str:
    """CSV holds text only: lists become JSON, and no cell may start a formula."""
    if form != "csv":
        return ", ".join(column.name for column in columns)
    return ", ".join(_cell(column) for column in columns)


def _cell(column: Column) -> str:
    if column.type == "VARCHAR[]":
        return f"to_json({column.name}) as {column.name}"
    return defusing_sql(column.name) if column.type == "VARCHAR" else column.name
