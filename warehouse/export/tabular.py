"""Activities and their releases as Parquet, CSV and JSON lines: two files that DuckDB writes piece by piece.

Belongs here: those three forms. Does not: the other forms, what lies beside the data (package.py).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from warehouse.contract import Column, quoted
from warehouse.datapackage import fields
from warehouse.export.defuse import defusing_sql
from warehouse.export.selection import parts
from warehouse.tables import Connection
from warehouse.views import all_views

_BLOCK = 1 << 20
_OPTIONS = {
    "parquet": "format parquet, compression zstd",
    "csv": "format csv, header true, delimiter ',', quote '\"', escape '\"'",
    "jsonl": "format json",
}
_MEDIA_TYPES = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv", "jsonl": "application/jsonl"}
_FROM = {
    "activities": ("activities_named", "activity_id", "selected"),
    "releases": ("releases_named", "release_id", "(from releases_named where release_id in (select release_id from selected))"),
}


def write(connection: Connection, form: str, folder: Path) -> list[dict[str, Any]]:
    """Write activities and releases in `form` and return the two as resources of a data package."""
    views = {view.table: view for view in all_views()}
    resources = []
    for name, (promised, key, source) in _FROM.items():
        view = views[promised]
        file = folder / f"{name}.{form}"
        select = f"select {_columns(form, view.columns)} from {source}"  # noqa: S608 -- names from contracts
        pieces = [f"{select} where {part} order by {key}" for part in parts(connection, source, key)]
        _write(connection, form, file, pieces)
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


def _write(connection: Connection, form: str, file: Path, pieces: Sequence[str]) -> None:
    """Piece after piece, and then all in one file."""
    written = [file.with_name(f"{number}-{file.name}") for number in range(len(pieces))]
    for number, select in enumerate(pieces):
        options = _OPTIONS[form].replace("header true", f"header {str(number == 0).lower()}")
        connection.execute(f"copy ({select}) to {quoted(str(written[number]))} ({options})")
    if len(written) == 1:
        written[0].rename(file)
    elif form == "parquet":
        names = ", ".join(quoted(str(piece)) for piece in written)
        connection.execute(f"copy (from read_parquet([{names}])) to {quoted(str(file))} ({_OPTIONS[form]})")
    else:
        with file.open("wb") as whole:
            for piece in written:
                with piece.open("rb") as lines:
                    shutil.copyfileobj(lines, whole, _BLOCK)
    for piece in written:
        piece.unlink(missing_ok=True)


def _columns(form: str, columns: Sequence[Column]) -> str:
    """CSV holds text only: lists become JSON, and no cell may start a formula."""
    if form != "csv":
        return ", ".join(column.name for column in columns)
    return ", ".join(_cell(column) for column in columns)


def _cell(column: Column) -> str:
    if column.type == "VARCHAR[]":
        return f"to_json({column.name}) as {column.name}"
    return defusing_sql(column.name) if column.type == "VARCHAR" else column.name
