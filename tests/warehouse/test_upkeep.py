"""A table that is brought up to date says what a table made anew would say, and only what changed is written."""

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warehouse import tables, upkeep
from warehouse.contract import Column, Contract, ContractError

COLUMNS = (
    Column("word", "VARCHAR", "The word."),
    Column("place", "INTEGER", "Where."),
    Column("weight", "BIGINT", "How much.", nullable=True),
    Column("kinds", "VARCHAR[]", "What it is.", nullable=True),
)
WORDS = Contract("main", "words", "Words.", ("word", "place"), COLUMNS)
EMPTY = "select 'a' as word, 1 as place, 1 as weight, ['x'] as kinds where false"


@pytest.fixture(autouse=True)
def _no_table_is_small(monkeypatch):
    monkeypatch.setattr(upkeep, "SMALL", 0)


@pytest.fixture
def made_anew(monkeypatch):
    """The tables that were made anew."""
    made, refill = [], tables.refill
    monkeypatch.setattr(
        tables, "refill", lambda connection, contract, select: made.append(contract.name) or refill(connection, contract, select)
    )
    return made


@pytest.fixture
def keep(connection):
    """Bring main.words up to date with rows (word, place, weight, kinds); its rows afterwards."""

    def run(rows, contract=WORDS):
        connection.execute("create or replace temp table said as " + EMPTY)
        if rows:
            connection.executemany("insert into temp.said values (?, ?, ?, ?)", [list(row) for row in rows])
        assert upkeep.bring_up_to_date(connection, contract, "from temp.said") == len(rows)
        return connection.execute("from main.words order by all").fetchall()

    return run


def words(count, **changed):
    return [(f"w{number}", 1, changed.get(f"w{number}", number), ["x"]) for number in range(count)]


def test_a_table_is_made_once_and_then_kept(keep, made_anew, connection):
    keep(words(20))
    keep(words(21))
    keep(words(21, w3=None))
    assert made_anew == ["main.words"]
    constraints = connection.execute("select constraint_type from duckdb_constraints() where table_name = 'words'").fetchall()
    assert {"PRIMARY KEY", "NOT NULL"} <= {row[0] for row in constraints}
    assert connection.execute("select comment from duckdb_tables() where table_name = 'words'").fetchall() == [("Words.",)]


def test_rows_that_stay_are_not_written(keep, connection):
    keep(words(20))
    before = dict(connection.execute("select word, rowid from main.words").fetchall())
    keep(words(22, w3=99)[1:])
    after = dict(connection.execute("select word, rowid from main.words").fetchall())
    assert {word for word in after if before.get(word) != after[word]} == {"w3", "w20", "w21"}
    assert "w0" not in after


def test_nothing_new_writes_nothing(keep, connection):
    keep(words(20))
    connection.execute("checkpoint ledger")
    keep(words(20))
    assert connection.execute("select count(*) from pragma_storage_info('main.words') where not persistent").fetchall() == [(0,)]


def test_a_small_table_is_made_anew(keep, made_anew, monkeypatch):
    monkeypatch.setattr(upkeep, "SMALL", 21)
    keep(words(20))
    keep(words(21))
    keep(words(22))
    assert made_anew == ["main.words"] * 2


def test_where_much_changes_the_table_is_made_anew(keep, made_anew):
    keep(words(20))
    keep(words(40))
    assert made_anew == ["main.words"] * 2


@pytest.mark.parametrize(
    "contract",
    [
        Contract("main", "words", "All words.", ("word", "place"), COLUMNS),
        Contract("main", "words", "Words.", ("word",), COLUMNS),
        Contract(
            "main", "words", "Words.", ("word", "place"), (Column("word", "VARCHAR", "The word.", accepted=("w0", "w1")), *COLUMNS[1:])
        ),
    ],
)
def test_a_contract_that_has_changed_makes_it_anew(keep, made_anew, contract):
    keep(words(2))
    keep(words(2), contract)
    assert made_anew == ["main.words"] * 2


def test_a_contract_with_other_columns_is_compared_first(keep):
    keep(words(2))
    with pytest.raises(ContractError, match="not in the SELECT"):
        keep(words(2), Contract("main", "words", "Words.", ("word",), (*COLUMNS, Column("more", "INTEGER", "More."))))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([*words(20), ("w1", 1, 7, None)], "(?i)duplicate key"),
        ([*words(20), ("new", 1, 7, None), ("new", 1, 8, None)], "(?i)duplicate key"),
        ([*words(20), (None, 1, 7, None)], "NOT NULL"),
        ([*words(20), words(1)[0]], "(?i)duplicate key"),
    ],
)
def test_a_broken_promise_is_told_and_nothing_wrong_is_written(keep, connection, rows, told):
    before = keep(words(20))
    with pytest.raises(ContractError, match=told):
        keep(rows)
    assert connection.execute("from main.words order by all").fetchall() == before


def test_an_error_inside_the_select_leaves_the_old_rows(keep, connection):
    before = keep(words(20))
    with pytest.raises(duckdb.Error):
        upkeep.bring_up_to_date(connection, WORDS, "select word, place, weight, error('broken') as kinds from temp.said")
    assert connection.execute("from main.words order by all").fetchall() == before


def test_values_are_compared_as_the_types_of_the_contract(keep, connection):
    keep(words(20))
    select = "select word, place::bigint as place, weight::double as weight, kinds from temp.said"
    assert upkeep.bring_up_to_date(connection, WORDS, select) == 20
    assert tables.count(connection, "temp.added") == tables.count(connection, "temp.gone") == 0


rows = st.lists(
    st.tuples(
        st.sampled_from("abcde"),
        st.integers(0, 9),
        st.none() | st.integers(-3, 3),
        st.none() | st.lists(st.sampled_from("xyz"), max_size=2),
    ),
    unique_by=lambda row: row[:2],
    max_size=40,
)


@given(st.lists(rows, min_size=2, max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_says_what_its_select_says_after_any_changes(keep, versions):
    for version in versions:
        assert sorted(keep(version), key=str) == sorted(version, key=str)
