"""What a table promises: its grain, its columns and their meaning, read from the TOML under transforms/models.

Belongs here: the Contract, and the DDL, comments and reference checks made from it.
Does not: the SELECT of a table (transforms/models), running anything (tables.py).
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

MODELS = Path(__file__).parent.parent / "transforms" / "models"
_KEYS = {"description", "grain", "columns", "like"}
_COLUMN_KEYS = {"type", "description", "nullable", "unit", "accepted", "references"}


class ContractError(Exception):
    """A contract is wrong or is broken; the message names file and column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `accepted` lists its values where they are few, `references` names `table.column` of the same file."""

    name: str
    type: str
    description: str
    nullable: bool = False
    unit: str | None = None
    accepted: tuple[str, ...] = ()
    references: str | None = None

    def ddl(self) -> str:
        """The column's line in CREATE TABLE."""
        null = "" if self.nullable else " not null"
        check = f" check ({self.name} in ({', '.join(map(quoted, self.accepted))}))" if self.accepted else ""
        return f"{self.name} {self.type}{null}{check}"


@dataclass(frozen=True, slots=True)
class Contract:
    """The promise of one table, `schema`.`table`. `grain` names the columns that identify a row."""

    schema: str
    table: str
    description: str
    grain: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """Schema and table as SQL writes them."""
        return f"{self.schema}.{self.table}"

    def ddl(self) -> str:
        """CREATE TABLE with keys and checks: CREATE TABLE AS would drop them."""
        key = [f"primary key ({', '.join(self.grain)})"] if self.grain else []
        return f"create table {self.name} ({', '.join([*(c.ddl() for c in self.columns), *key])})"

    def comments(self) -> list[str]:
        """COMMENT ON for the table and each column."""
        table = f"comment on table {self.name} is {quoted(self.description)}"
        return [table, *(f"comment on column {self.name}.{c.name} is {quoted(c.description)}" for c in self.columns)]

    def reference_checks(self) -> dict[str, str]:
        """Check name -> SELECT that returns the rows whose value is missing in the table referred to."""
        return {f"{c.name}_exists": self._missing(c) for c in self.columns if c.references}

    def _missing(self, column: Column) -> str:
        table, _, key = str(column.references).rpartition(".")
        target = table if "." in table else f"{self.schema}.{table}"
        select = f"from {self.name} as source anti join {target} as target on source.{column.name} = target.{key}"
        return f"{select} select source.{column.name}, count(*) as rows where source.{column.name} is not null group by all"


@cache
def load(schema: str, table: str) -> Contract:
    """Read the contract of `schema`.`table`.

    Raises:
        ContractError: the file is missing or not as a contract should be.
    """
    path = MODELS / schema / f"{table}.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        columns = tuple(read_column(path, name, spec) for name, spec in raw["columns"].items()) if "like" not in raw else _like(schema, raw)
        contract = Contract(schema, table, raw["description"], tuple(raw["grain"]), columns)
    except FileNotFoundError:
        raise ContractError(f"{path}: no such contract") from None
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ContractError(f"{path}: {error}") from error
    if unknown := set(raw) - _KEYS:
        raise ContractError(f"{path}: unknown key {', '.join(sorted(unknown))}")
    if unknown := set(contract.grain) - {c.name for c in columns}:
        raise ContractError(f"{path}: grain names no column: {', '.join(sorted(unknown))}")
    return contract


def all_contracts(schema: str) -> Sequence[Contract]:
    """The contracts of a schema in the order of their names."""
    return [load(schema, path.stem) for path in sorted((MODELS / schema).glob("*.toml"))]


def _like(schema: str, raw: dict[str, Any]) -> tuple[Column, ...]:
    """The columns of another table of the schema: two tables that promise the same cannot drift apart."""
    return load(schema, raw["like"]).columns


def read_column(path: Path, name: str, spec: dict[str, Any]) -> Column:
    """One column from its line in the contract at `path`.

    Raises:
        ContractError: the line has a key that no column has.
    """
    if unknown := set(spec) - _COLUMN_KEYS:
        raise ContractError(f"{path}: column {name}: unknown key {', '.join(sorted(unknown))}")
    return Column(name, **{**spec, "accepted": tuple(spec.get("accepted", ()))})


def quoted(text: str) -> str:
    """`text` as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
