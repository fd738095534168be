"""Filling tables: a contract and a SELECT in, a table with keys, checks and comments out.

Belongs here: creating, refilling and appending tables by their contracts, running a check's SELECT.
Does not: when that happens (orchestration), what the SELECTs say (transforms/models).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.contract import MODELS, Contract, ContractError

Connection = duckdb.DuckDBPyConnection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing: an exception inside rolls back."""
    connection.execute("begin")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


@contextmanager
def named(connection: Connection, **rows: pa.Table) -> Iterator[None]:
    """Arrow rows under names that SQL can use, inside only."""
    for name, table in rows.items():
        connection.register(name, table)
    try:
        yield
    finally:
        for name in rows:
            connection.unregister(name)


def refill(connection: Connection, contract: Contract, select: str) -> int:
    """Make the table anew from `select` and return its rows. Its old content stays until the new one is complete.

    Raises:
        ContractError: columns of the SELECT and the contract differ, or a row breaks a key or a check.
    """
    try:
        check_columns(connection, contract, select)
        with transaction(connection):
            connection.execute(f"drop table if exists {contract.name}")
            connection.execute(contract.ddl())
            for comment in contract.comments():
                connection.execute(comment)
            connection.execute(f"insert into {contract.name} by name {select}")
    except duckdb.ConstraintException as error:
        raise ContractError(f"{contract.name}: {error}") from error
    return count(connection, contract.name)


def refill_from(connection: Connection, contract: Contract, rows: pa.Table) -> int:
    """Make the table anew from Arrow rows."""
    with named(connection, incoming=rows):
        return refill(connection, contract, "select * from incoming")


def ensure(connection: Connection, contract: Contract) -> None:
    """Create the table if it is not there.

    Raises:
        ContractError: it is there with other columns (made by another version of this software).
    """
    found = existing_columns(connection, contract)
    if not found:
        with transaction(connection):
            connection.execute(contract.ddl())
            for comment in contract.comments():
                connection.execute(comment)
    elif found != promised_columns(connection, contract):
        raise ContractError(f"{contract.name} was made by another version: it has {', '.join(map(' '.join, found))}")


def ensure_derived(connection: Connection, contracts: Sequence[Contract]) -> None:
    """Create tables that can always be made again; where one has other columns, all are dropped first: they belong together."""
    try:
        for contract in contracts:
            ensure(connection, contract)
    except ContractError:
        for contract in contracts:
            connection.execute(f"drop table if exists {contract.name}")
        for contract in contracts:
            ensure(connection, contract)


def ensure_view(connection: Connection, contract: Contract, select: str) -> None:
    """Make a view anew: one that stayed would keep the columns that its tables had once.

    Raises:
        ContractError: columns of the SELECT and the contract differ.
    """
    check_columns(connection, contract, select)
    connection.execute(f"create or replace view {contract.name} as {select}")


def promised_columns(connection: Connection, contract: Contract) -> list[tuple[str, str]]:
    """Name and type of each column of a contract, the types as DuckDB spells them."""
    nulls = ", ".join(f"null::{column.type} as {column.name}" for column in contract.columns)
    return described(connection, f"select {nulls}")


def append(connection: Connection, contract: Contract, rows: pa.Table) -> None:
    """Insert Arrow rows by name, inside the caller's transaction."""
    with named(connection, incoming=rows):
        connection.execute(f"insert into {contract.name} by name select * from incoming")  # noqa: S608 -- a contract's name


def rows_of(connection: Connection, select: str, parameters: list[Any] | dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """The rows of a SELECT as dictionaries."""
    cursor = connection.execute(select, parameters or [])
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def count(connection: Connection, table: str) -> int:
    """How many rows a table has."""
    return int(connection.execute(f"select count(*) from {table}").fetchall()[0][0])  # noqa: S608 -- a contract's name


def model(schema: str, table: str) -> str:
    """The SELECT of a model."""
    return (MODELS / schema / f"{table}.sql").read_text(encoding="utf-8")


def check_columns(connection: Connection, contract: Contract, select: str) -> None:
    """Compare the columns of a SELECT with those of the contract, both ways.

    Raises:
        ContractError: they differ.
    """
    selected, promised = {name for name, _ in described(connection, select)}, {column.name for column in contract.columns}
    if selected != promised:
        raise ContractError(
            f"{contract.name}: not in the contract: {sorted(selected - promised)}; not in the SELECT: {sorted(promised - selected)}"
        )


def existing_columns(connection: Connection, contract: Contract) -> list[tuple[str, str]]:
    """Name and type of each column that the table has; nothing where it is not there."""
    try:
        return described(connection, contract.name)
    except duckdb.CatalogException:
        return []


def described(connection: Connection, table_or_select: str) -> list[tuple[str, str]]:
    """Name and type of each column."""
    return [(row[0], row[1]) for row in connection.execute(f"describe {table_or_select}").fetchall()]
