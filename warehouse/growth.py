"""The tables of the memory when their contracts grow: they hold what cannot be made again, so they are carried over.

Belongs here: creating them, and taking their rows into the new form. Does not: derived tables, which are simply made anew (tables.py).
"""

from __future__ import annotations

from warehouse import tables
from warehouse.contract import Contract
from warehouse.tables import Connection


def ensure_memory(connection: Connection, contract: Contract) -> None:
    """Create a table of the memory, or bring it to its contract: new columns that may be null, other accepted values.

    Raises:
        ContractError: it has columns that the contract does not know, or lacks some that may not be null.
    """
    found = tables.existing_columns(connection, contract)
    promised = tables.promised_columns(connection, contract)
    if not found:
        tables.ensure(connection, contract)
        return
    fresh = {column.name for column in contract.columns if column.nullable} - {name for name, _ in found}
    if set(found) != {column for column in promised if column[0] not in fresh}:
        tables.ensure(connection, contract)  # says what differs
    elif found != promised or _checks(connection, contract.schema, contract.table) != _promised_checks(connection, contract):
        _carry_over(connection, contract)


def _carry_over(connection: Connection, contract: Contract) -> None:
    """Make the table anew with its rows, all or nothing."""
    aside = f"{contract.schema}.{contract.table}_before"
    with tables.transaction(connection):
        connection.execute(f"create table {aside} as from {contract.name}")
        connection.execute(f"drop table {contract.name}")
        connection.execute(contract.ddl())
        for comment in contract.comments():
            connection.execute(comment)
        connection.execute(f"insert into {contract.name} by name from {aside}")
        connection.execute(f"drop table {aside}")


def _promised_checks(connection: Connection, contract: Contract) -> list[str]:
    """The checks as DuckDB words them: those of an empty table in memory."""
    connection.execute("create schema if not exists memory.promised")
    connection.execute(f"drop table if exists memory.promised.{contract.table}")
    connection.execute(contract.ddl().replace(contract.name, f"memory.promised.{contract.table}", 1))
    return _checks(connection, "promised", contract.table)


def _checks(connection: Connection, schema: str, table: str) -> list[str]:
    select = (
        "select constraint_text from duckdb_constraints() "
        "where ? in (database_name, schema_name) and table_name = ? and constraint_type = 'CHECK' order by all"
    )
    return [row[0] for row in connection.execute(select, [schema, table]).fetchall()]
