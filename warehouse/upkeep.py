"""Bringing a filled table up to date: rows that its SELECT says no more go, new ones come, and all others are left alone.

Belongs here: telling which rows changed, changing those, and when a table must be made anew instead.
Does not: making it anew (tables.py), what the SELECTs say (transforms/models).
"""
# ruff: noqa: S608 -- every name in these statements is a contract's own, every SELECT a model's

from __future__ import annotations

import hashlib

import duckdb

from warehouse import contract, tables
from warehouse.contract import Contract, ContractError
from warehouse.tables import Connection

SMALL = 10_000  # rows: making so few anew costs no more than comparing them
_MANY = 4  # where more than one row in so many is to be changed, making the table anew costs less


def bring_up_to_date(connection: Connection, promised: Contract, select: str) -> int:
    """Let the table say what `select` says and return its rows, as tables.refill does, but write only what has changed.

    Raises:
        ContractError: columns of the SELECT and the contract differ, or a row breaks a key or a check.
    """
    tables.ensure_derived(connection, [contract.load("staging", "shapes")])
    if not promised.grain or not _is_as_promised(connection, promised) or tables.count(connection, promised.name) < SMALL:
        return _make_anew(connection, promised, select)
    tables.check_columns(connection, promised, select)
    _compare(connection, promised, select)
    changes = tables.count(connection, "temp.gone") + tables.count(connection, "temp.added")
    rows = tables.count(connection, promised.name)
    if changes * _MANY > rows + _MANY or not _change(connection, promised, select):
        return _make_anew(connection, promised, select)
    return tables.count(connection, promised.name)


def _make_anew(connection: Connection, promised: Contract, select: str) -> int:
    rows = tables.refill(connection, promised, select)
    connection.execute("insert or replace into staging.shapes values (?, ?)", [promised.name, _shape(promised)])
    return rows


def _is_as_promised(connection: Connection, promised: Contract) -> bool:
    made = connection.execute("select shape from staging.shapes where table_name = ?", [promised.name]).fetchall()
    return made == [(_shape(promised),)] and tables.existing_columns(connection, promised) == tables.promised_columns(connection, promised)


def _shape(promised: Contract) -> str:
    return hashlib.blake2b("\n".join([promised.ddl(), *promised.comments()]).encode(), digest_size=8).hexdigest()


def _compare(connection: Connection, promised: Contract, select: str) -> None:
    """Fill temp.gone and temp.added with the keys of rows that go and that come; a changed row is in both."""
    key = ", ".join(promised.grain)
    said = ", ".join(f"{column.name}::{column.type}" for column in promised.columns)
    connection.execute(f"create or replace temp table fresh as select {key}, hash({said}) as said from ({select})")
    connection.execute(f"create or replace temp table kept as select {key}, hash({said}) as said from {promised.name}")
    for name, side, other in (("gone", "kept", "fresh"), ("added", "fresh", "kept")):
        connection.execute(
            f"create or replace temp table {name} as select {key} from temp.{side} anti join temp.{other} using ({key}, said)"
        )


def _change(connection: Connection, promised: Contract, select: str) -> bool:
    """Write what changed, if that gives as many rows as the SELECT: a key that is null or stands twice does not."""
    same = " and ".join(f"kept.{name} = gone.{name}" for name in promised.grain)
    key = ", ".join(promised.grain)
    connection.execute("begin")
    try:
        if tables.count(connection, "temp.gone"):
            connection.execute(f"delete from {promised.name} as kept using temp.gone as gone where {same}")
        if tables.count(connection, "temp.added"):
            connection.execute(f"insert into {promised.name} by name select * from ({select}) semi join temp.added using ({key})")
        complete = tables.count(connection, promised.name) == tables.count(connection, "temp.fresh")
    except duckdb.ConstraintException as error:
        connection.execute("rollback")
        raise ContractError(f"{promised.name}: {error}") from error
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit" if complete else "rollback")
    return complete
