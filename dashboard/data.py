"""Answers from the published ledger: a query of queries/ by its name in, a frame out, remembered per published file.

Belongs here: finding the published file, running the queries, the caches.
Does not: what the queries say (queries/), what is drawn from the answers (charts, sections).
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any, cast

import pandas as pd
import streamlit as st

from dashboard.state import Counter, Filters
from dashboard.words import is_null
from warehouse.connect import open_snapshot, published
from warehouse.tables import Connection, model

WAREHOUSE = "PRESSLEDGER_WAREHOUSE"
QUERIES = Path(__file__).parent / "queries"
EVERYTHING = Filters()
_FACTS = "activity_facts"
_PARAMETER = re.compile(r"\$([a-z_]+)")
_READS_FILTERED = re.compile(r"\bfrom filtered\b")
_HEAD = re.compile(r"((?:--.*\n)*)(with )?")  # the comment over a query, and what begins its own common tables
# What the word `counted` and `counted_id` stand for in a query. Distinct counts are dear, so a query has only the one that is asked for.
_COUNTED: dict[Counter, tuple[str, str]] = {
    "activities": ("count(*)", "activity_id"),
    "releases": ("count(distinct release_number)", "release_number"),
    "projects": ("count(distinct project_number)", "project_number"),
}


def warehouse_directory() -> Path:
    """The warehouse that the launcher names in the environment."""
    return Path(os.environ.get(WAREHOUSE, "warehouse/data"))


def newest_snapshot() -> str:
    """The newest published file under its versioned name: the key of every cache here.

    Raises:
        NothingPublishedError: there is none yet.
    """
    return str(published(warehouse_directory()))


@cache
def statement(query: str, counter: Counter = "activities", *, has_facts: bool = True) -> str:
    """The SELECT of queries/`query`.sql, with the filtered activities in front where it reads from them, counting what is asked for.

    Where the file lacks the table of facts (`has_facts`), its own SELECT stands in for it: slower, and the same.
    """
    select = (QUERIES / f"{query}.sql").read_text(encoding="utf-8")
    counted, identity = _COUNTED[counter]
    select = re.sub(r"\bcounted_id\b", identity, re.sub(r"\bcounted\b", counted, select))
    tables = {}
    if _READS_FILTERED.search(select):
        tables["filtered"] = (QUERIES / "filtered.sql").read_text(encoding="utf-8")
    if not has_facts and (tables or _FACTS in select):
        tables = {_FACTS: model("main", _FACTS), **tables}
    return _with(tables, select)


def _with(tables: dict[str, str], select: str) -> str:
    """`select` with common tables in front of its own, under the comment that it begins with."""
    about, more = cast("re.Match[str]", _HEAD.match(select)).groups()
    common = ",\n".join(f"{name} as (\n{text})" for name, text in tables.items())
    return f"{about}with {common}{',' if more else ''}\n{select[len(about) + len(more or '') :]}" if tables else select


@st.cache_data(max_entries=8, show_spinner=False)
def columns(snapshot: str) -> frozenset[str]:
    """What the published file holds, as table.column: older files lack the newer tables."""
    rows = _open(snapshot).cursor().execute("select table_name || '.' || column_name from duckdb_columns() where schema_name = 'main'")
    return frozenset(str(name) for (name,) in rows.fetchall())


# Small answers, many askers: the file cannot change, so an answer holds as long as the file is the newest one.
@st.cache_data(max_entries=512, show_spinner=False)
def ask(snapshot: str, query: str, filters: Filters = EVERYTHING, **values: Any) -> pd.DataFrame:
    """Run a query against the published file `snapshot`. `values` are its parameters beside the filters."""
    select = statement(query, filters.counter, has_facts=f"{_FACTS}.activity_id" in columns(snapshot))
    offered = {**filters.parameters(), **values}
    parameters = {name: offered[name] for name in set(_PARAMETER.findall(select))}
    return _open(snapshot).cursor().execute(select, parameters).df()


def ask_one(snapshot: str, query: str, filters: Filters = EVERYTHING, **values: Any) -> dict[str, Any]:
    """The first row of an answer as column -> value; empty where there is none. What is null in the ledger is None."""
    frame = ask(snapshot, query, filters, **values)
    if frame.empty:
        return {}
    return records(frame.head(1))[0]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of an answer as column -> value. What is null in the ledger is None."""
    return [{str(name): None if is_null(value) else value for name, value in row.items()} for row in frame.to_dict("records")]


def published_file(snapshot: str) -> Connection:
    """A connection of one's own to the published file, for what no query of queries/ asks."""
    return _open(snapshot).cursor()


# Two files at a time: the newest, and the one before it for those who still look at it.
@st.cache_resource(max_entries=2, show_spinner=False, on_release=lambda connection: connection.close())
def _open(snapshot: str) -> Connection:
    return open_snapshot(Path(snapshot))
