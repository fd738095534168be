"""datapackage.json: the public tables as a Frictionless data package, from the same contracts as everything else.

Belongs here: contracts in the words of the Data Package standard (version 2, readable as version 1), the licence and the sources.
Does not: the words themselves (transforms/models/main, attribution.toml), the files that an export writes (export/package.py).

Run: python -m warehouse.datapackage
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from warehouse.contract import Column, Contract, all_contracts
from warehouse.views import all_views

PATH = Path(__file__).parent / "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0"
_TYPES = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMPTZ": "datetime",
    "VARCHAR[]": "array",
}


@cache
def attribution() -> dict[str, Any]:
    """Licence and sources, as attribution.toml states them."""
    return tomllib.loads((Path(__file__).parent / "attribution.toml").read_text(encoding="utf-8"))


def package(name: str, description: str, resources: Sequence[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A data package of `resources`, with licence and sources."""
    said = attribution()
    return {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": name,
        "title": "Pressledger",
        "description": f"{description} {said['texts']}",
        **more,
        "licenses": [{"name": said["licence"], "title": said["licence_title"], "path": said["licence_path"]}],
        "sources": said["sources"],
        "resources": list(resources),
    }


def published() -> dict[str, Any]:
    """The package of the published file: one resource a table or view, all in the one database file."""
    tables = [_resource(c.table, c.description, table_schema(c)) for c in all_contracts("main")]
    views = [_resource(v.table, v.description, {"fields": fields(v.columns)}) for v in all_views()]
    return package("pressledger", "Activities that press releases report: who did what, where, for which sector, when.", [*tables, *views])


def table_schema(contract: Contract) -> dict[str, Any]:
    """Columns and keys of a table."""
    return {
        "fields": fields(contract.columns),
        "primaryKey": list(contract.grain),
        "foreignKeys": [
            {"fields": [c.name], "reference": {"resource": c.references.split(".")[0], "fields": [c.references.split(".")[1]]}}
            for c in contract.columns
            if c.references
        ],
    }


def fields(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """The columns in the words of Table Schema.

    Raises:
        KeyError: a contract uses a type that has no counterpart yet.
    """
    return [_field(column) for column in columns]


def write(text_of: dict[str, Any], path: Path) -> None:
    """Write a package beside `path` and rename it."""
    aside = path.with_name(f".build-{path.name}")
    aside.write_text(as_text(text_of), encoding="utf-8")
    aside.replace(path)


def as_text(text_of: dict[str, Any]) -> str:
    """The package as it stands in the file."""
    return json.dumps(text_of, indent=2, ensure_ascii=False) + "\n"


def _resource(table: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": table,
        "path": "pressledger.duckdb",
        "format": "duckdb",
        "mediatype": "application/vnd.duckdb.file",
        "dialect": {"$schema": f"{_PROFILE}/tabledialect.json", "table": table},
        "description": description,
        "schema": {"$schema": f"{_PROFILE}/tableschema.json", **schema},
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.accepted:
        constraints["enum"] = list(column.accepted)
    told = {"name": column.name, "type": _TYPES[column.type], "description": column.description}
    return {**told, **({"unit": column.unit} if column.unit else {}), **({"constraints": constraints} if constraints else {})}


if __name__ == "__main__":
    write(published(), PATH)
