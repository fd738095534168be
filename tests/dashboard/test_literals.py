"""Queries with their values written in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import data
from dashboard.literals import literal, written_in
from dashboard.sections.asking import _BEHIND
from dashboard.state import Filters
from tests.dashboard.ledgers import Ledger
from warehouse.connect import open_snapshot

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-10, 10), st.dates(), st.text(st.characters(exclude_characters="\0", codec="utf-8"))
)


@given(st.one_of(VALUES, st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), min_size=1)))
def test_a_literal_reads_back_as_the_value(value: object) -> None:
    assert duckdb.sql(f"select {literal(value)}").fetchall() == [(value,)]


def test_only_known_names_are_written_in() -> None:
    assert written_in("where a = $a and b = $b and c = '$5'", {"a": "it's"}) == "where a = 'it''s' and b = $b and c = '$5'"


@pytest.mark.parametrize("query", sorted(_BEHIND))
def test_the_sql_that_is_shown_gives_what_is_drawn(small_world: Ledger, query: str) -> None:
    filters = Filters(
        places=("GH", "XK"), first_on=date(2020, 1, 1), last_on=date(2025, 1, 1), organisations=("Coastline", "Meridian Works")
    )
    snapshot = str(small_world.directory / "snapshots" / "one.duckdb")
    shown = written_in(data.statement(query), {**filters.parameters(), "top": 500})
    connection = open_snapshot(Path(snapshot))
    assert len(connection.sql(shown).df()) == len(data.ask(snapshot, query, filters, top=500))
    connection.close()


def test_a_file_without_facts_is_counted_the_same(small_world: Ledger) -> None:
    snapshot = str(small_world.directory / "snapshots" / "one.duckdb")
    filters = Filters(kinds=("donation", "agreement")).parameters()
    answers = []
    for has_facts in (True, False):
        connection = open_snapshot(Path(snapshot))
        shown = written_in(data.statement("by_country", has_facts=has_facts), filters)
        assert ("from main.activities" in shown) == (not has_facts)
        answers.append(connection.sql(shown).fetchall())
        connection.close()
    assert answers[0] == answers[1] != []
