"""The ready views and macros of the published file: what they promise, and making them in a ledger that has its tables.

Belongs here: View and Macro, read from the TOML and the SELECT under transforms/models/main/views and macros; creating them with comments.
Does not: tables (contract.py, tables.py), the SELECTs themselves.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from warehouse.contract import MODELS, Column, ContractError, all_contracts, load, quoted, read_column
from warehouse.lineage import tables_read
from warehouse.tables import Connection, described

_VIEW_KEYS = {"description", "extends", "columns"}
_MACRO_KEYS = {"description", "parameters", "example"}
_PARAMETER_KEYS = {"description", "default"}


@dataclass(frozen=True, slots=True)
class View:
    """The promise of one view, `main`.`table`. Its columns are those of the table that it extends, then its own."""

    table: str
    description: str
    columns: tuple[Column, ...]
    select: str

    def statements(self) -> list[str]:
        """CREATE VIEW and the comments, which CREATE OR REPLACE would drop."""
        columns = [f"comment on column main.{self.table}.{c.name} is {quoted(c.description)}" for c in self.columns]
        create = f"create or replace view main.{self.table} as {self.select}"
        return [create, f"comment on view main.{self.table} is {quoted(self.description)}", *columns]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a macro; `default` is an SQL expression, None where the caller must give a value."""

    name: str
    description: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Macro:
    """The promise of one table macro, `main`.`name`, with a call that works on any ledger as example."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    select: str

    @property
    def call(self) -> str:
        """How it is called, as its documents show it: since(day), top(axis, n := 10)."""
        return f"{self.name}({', '.join(f'{p.name} := {p.default}' if p.default else p.name for p in self.parameters)})"

    @property
    def told(self) -> str:
        """Its comment in the file."""
        parameters = " ".join(f"{p.name}: {p.description}" for p in self.parameters)
        return f"{self.description} {parameters} Example: {self.example}".replace("  ", " ")

    def statements(self) -> list[str]:
        """CREATE MACRO and its comment."""
        create = f"create or replace macro main.{self.call} as table {self.select}"
        return [create, f"comment on macro table main.{self.name} is {quoted(self.told)}"]


@cache
def all_views() -> tuple[View, ...]:
    """The views, each after those that it reads."""
    views = {path.stem: _view(path) for path in sorted((MODELS / "main" / "views").glob("*.toml"))}
    ordered: dict[str, View] = {}

    def place(view: View) -> None:
        for _, table in tables_read(view.select):
            if table in views and table not in ordered:
                place(views[table])
        ordered[view.table] = view

    for view in views.values():
        place(view)
    return tuple(ordered.values())


@cache
def all_macros() -> tuple[Macro, ...]:
    """The macros in the order of their names."""
    return tuple(_macro(path) for path in sorted((MODELS / "main" / "macros").glob("*.toml")))


@cache
def digest() -> str:
    """Of everything that the public schema promises, so that a file with other views or words is another file."""
    tables = [statement for promised in all_contracts("main") for statement in (promised.ddl(), *promised.comments())]
    views = [statement for view in all_views() for statement in view.statements()]
    macros = [statement for macro in all_macros() for statement in macro.statements()]
    return hashlib.blake2b("\n".join([*tables, *views, *macros]).encode(), digest_size=8).hexdigest()


def create(connection: Connection) -> int:
    """Make all views and macros anew, and return how many there are. The tables must be there.

    Raises:
        ContractError: a view has other columns than its contract.
    """
    for view in all_views():
        make, *comments = view.statements()
        connection.execute(make)
        found = [name for name, _ in described(connection, f"main.{view.table}")]
        if found != [column.name for column in view.columns]:
            raise ContractError(f"main.{view.table}: the contract says {[c.name for c in view.columns]}, the view has {found}")
        for comment in comments:
            connection.execute(comment)
    for macro in all_macros():
        for statement in macro.statements():
            connection.execute(statement)
    return len(all_views()) + len(all_macros())


def _view(path: Path) -> View:
    raw = _read(path, _VIEW_KEYS)
    inherited = load("main", raw["extends"]).columns if "extends" in raw else ()
    own = tuple(read_column(path, name, spec) for name, spec in raw["columns"].items())
    return View(path.stem, raw["description"], (*inherited, *own), _select(path))


def _macro(path: Path) -> Macro:
    raw = _read(path, _MACRO_KEYS)
    parameters = []
    for name, spec in raw.get("parameters", {}).items():
        if unknown := set(spec) - _PARAMETER_KEYS:
            raise ContractError(f"{path}: parameter {name}: unknown key {', '.join(sorted(unknown))}")
        parameters.append(Parameter(name, **spec))
    return Macro(path.stem, raw["description"], tuple(parameters), raw["example"], _select(path))


def _read(path: Path, keys: set[str]) -> dict[str, Any]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContractError(f"{path}: {error}") from error
    if unknown := set(raw) - keys:
        raise ContractError(f"{path}: unknown key {', '.join(sorted(unknown))}")
    if missing := keys - {"extends", "parameters"} - set(raw):
        raise ContractError(f"{path}: misses {', '.join(sorted(missing))}")
    return raw


def _select(path: Path) -> str:
    return path.with_suffix(".sql").read_text(encoding="utf-8").strip()
