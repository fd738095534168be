"""Tables keep what their contracts promise, and the old rows stay until the new ones are complete."""

import duckdb
import pytest

from warehouse import tables
from warehouse.contract import Column, Contract, ContractError

WORDS = Contract(
    "main",
    "words",
    "Words.",
    ("word",),
    (
        Column("word", "VARCHAR", "The word."),
        Column("kind", "VARCHAR", "What it is.", accepted=("noun", "verb")),
        Column("weight", "INTEGER", "How much.", nullable=True),
    ),
)
GOOD = "select 'road' as word, 'noun' as kind, 3 as weight"


@pytest.fixture
def words(connection):
    tables.refill(connection, WORDS, GOOD)
    return connection


def test_a_refilled_table_has_rows_keys_and_comments(words):
    assert tables.rows_of(words, "from main.words") == [{"word": "road", "kind": "noun", "weight": 3}]
    assert tables.refill(words, WORDS, GOOD.replace("road", "build")) == 1
    constraints = words.execute("select constraint_type from duckdb_constraints() where table_name = 'words'").fetchall()
    assert {"PRIMARY KEY", "NOT NULL", "CHECK"} <= {row[0] for row in constraints}
    comments = words.execute("select comment from duckdb_columns() where table_name = 'words' order by column_index").fetchall()
    assert [row[0] for row in comments] == ["The word.", "What it is.", "How much."]
    assert words.execute("select comment from duckdb_tables() where table_name = 'words'").fetchall() == [("Words.",)]


@pytest.mark.parametrize(
    ("select", "words_of_it"),
    [
        ("select 'a' as word, 'noun' as kind", "not in the SELECT: \\['weight'\\]"),
        (f"{GOOD}, 1 as more", "not in the contract: \\['more'\\]"),
        (f"{GOOD} union all {GOOD}", "(?i)duplicate key"),
        (GOOD.replace("'noun'", "'thing'"), "CHECK"),
        (GOOD.replace("'road'", "null"), "NOT NULL"),
    ],
)
def test_a_broken_promise_is_told_and_the_old_rows_stay(words, select, words_of_it):
    with pytest.raises(ContractError, match=words_of_it) as told:
        tables.refill(words, WORDS, select)
    assert "main.words" in str(told.value)
    assert tables.rows_of(words, "select word from main.words") == [{"word": "road"}]


def test_an_error_inside_the_select_leaves_the_old_rows(words):
    with pytest.raises(duckdb.Error):
        tables.refill(words, WORDS, GOOD.replace("3", "error('broken')"))
    assert tables.count(words, "main.words") == 1


def test_a_table_that_the_select_names_and_is_not_there_is_named(words):
    with pytest.raises(duckdb.CatalogException, match="nothing"):
        tables.refill(words, WORDS, "select * from main.nothing")


def test_columns_go_by_name_not_by_place(words):
    tables.refill(words, WORDS, "select 1 as weight, 'verb' as kind, 'build' as word")
    assert tables.rows_of(words, "from main.words") == [{"word": "build", "kind": "verb", "weight": 1}]


def test_a_memory_of_another_version_is_refused(words):
    with pytest.raises(ContractError, match="another version"):
        tables.ensure(words, Contract("main", "words", "Words.", ("word",), WORDS.columns[:2]))


def test_derived_tables_of_another_version_go_together(words):
    other = Contract("main", "others", "Others.", ("word",), WORDS.columns[:1])
    tables.ensure_derived(words, [WORDS, other])
    words.execute("insert into main.others values ('kept')")
    tables.ensure_derived(words, [WORDS, other])
    assert tables.count(words, "main.others") == 1
    wider = Contract("main", "words", "Words.", ("word",), (*WORDS.columns[:2], Column("weight", "BIGINT", "How much.", nullable=True)))
    tables.ensure_derived(words, [wider, other])
    assert (tables.count(words, "main.words"), tables.count(words, "main.others")) == (0, 0)


def test_a_transaction_is_all_or_nothing(words):
    def fail():
        with tables.transaction(words):
            words.execute("delete from main.words")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert tables.count(words, "main.words") == 1
