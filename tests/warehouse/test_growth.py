"""The memory is carried over when its contracts grow: it can not be made again."""

from dataclasses import replace

import pytest

from warehouse import contract, growth, tables
from warehouse.contract import Column, ContractError

KINDS = contract.Contract("landing", "kinds", "For a test.", ("a",), (Column("a", "VARCHAR", "A.", accepted=("x", "y")),))


@pytest.fixture
def grown(connection):
    """Make a table with two rows, then bring it to another contract; its rows then."""

    def run(**changes):
        growth.ensure_memory(connection, KINDS)
        connection.execute("insert into landing.kinds values ('x'), ('y')")
        growth.ensure_memory(connection, replace(KINDS, **changes))
        return tables.rows_of(connection, "from landing.kinds order by a")

    return run


def test_the_same_contract_changes_nothing(connection, grown):
    connection.execute("create table before as select 1")
    assert grown() == [{"a": "x"}, {"a": "y"}]


def test_a_column_that_may_be_null_is_added(connection, grown):
    fresh = (Column("b", "INTEGER", "B.", nullable=True), *KINDS.columns)
    assert grown(columns=fresh) == [{"b": None, "a": "x"}, {"b": None, "a": "y"}]
    assert tables.existing_columns(connection, KINDS) == [("b", "INTEGER"), ("a", "VARCHAR")]
    comment = "select comment from duckdb_columns() where database_name = 'landing' and table_name = 'kinds' order by column_index"
    assert connection.execute(comment).fetchall() == [("B.",), ("A.",)]
    with pytest.raises(Exception, match="Duplicate key"):
        connection.execute("insert into landing.kinds (a) values ('x')")


def test_more_values_are_accepted(connection, grown):
    grown(columns=(replace(KINDS.columns[0], accepted=("x", "y", "z")),))
    connection.execute("insert into landing.kinds values ('z')")


@pytest.mark.parametrize(
    "columns",
    [
        (*KINDS.columns, Column("b", "INTEGER", "B.")),
        (Column("b", "VARCHAR", "B.", nullable=True),),
        (replace(KINDS.columns[0], type="INTEGER", accepted=()),),
    ],
)
def test_what_cannot_be_carried_over_is_an_error_and_stays(connection, grown, columns):
    with pytest.raises(ContractError, match="made by another version"):
        grown(columns=columns)
    assert tables.count(connection, "landing.kinds") == 2


def test_values_that_are_not_accepted_any_more_stop_it(connection, grown):
    with pytest.raises(Exception, match="CHECK constraint"):
        grown(columns=(replace(KINDS.columns[0], accepted=("x",)),))
    assert tables.count(connection, "landing.kinds") == 2
    assert [row["name"] for row in tables.rows_of(connection, "show tables from landing") if "before" in row["name"]] == []
