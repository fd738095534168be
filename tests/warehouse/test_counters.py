"""Three counters that never lie: on any ledger, every axis adds up to the same releases, activities and projects."""

from collections import Counter
from datetime import date

import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from warehouse import tables
from warehouse.contract import MODELS, load

AXES = ("country", "sector", "month", "kind")
ACTIVITY = st.fixed_dictionaries(
    {
        "release_id": st.sampled_from(["r1", "r2", "r3", "r4"]),
        "project": st.sampled_from([None, "p1", "p2", "p3"]),
        "place": st.sampled_from([(None, None), ("KE", None), ("UG", None), (None, "011"), (None, "419")]),
        "sector_category": st.sampled_from([None, "122", "210"]),
        "kind": st.sampled_from(["visit", "supply"]),
        "date": st.sampled_from(
            [(None, "none"), (None, "day"), *((date(2021, m, 1), p) for m in (1, 9) for p in ("day", "month", "quarter", "year", "decade"))]
        ),
        "evidence_start": st.integers(0, 9),
    }
)
DUPLICATES = st.sets(st.sampled_from(["r1", "r2", "r3", "r4"]))


@pytest.fixture(scope="module")
def ledger():
    """Fill staging with these activities and build main.activities and the marts by their own SELECTs."""
    connection = duckdb.connect()
    connection.execute("create schema staging")

    def build(activities, duplicates):
        rows = [_row(number, activity) for number, activity in enumerate(activities)]
        releases = [_release(name, duplicates) for name in sorted({row["release_id"] for row in rows})]
        _fill(connection, "staging.ruled", load("staging", "ruled"), rows)
        _fill(connection, "main.releases", load("main", "releases"), releases)
        _fill(connection, "staging.codings", load("staging", "codings"), [{**release, "extractor_version": "1"} for release in releases])
        projects = [
            {"activity_id": r["activity_id"], "project_id": r["project"], "stage": "agreed", "name": "x", "names": 0}
            for r in rows
            if r["project"]
        ]
        _fill(connection, "staging.projects", load("staging", "projects"), projects)
        for table in ("activities", "activity_by_country_sector_month", "totals"):
            tables.refill(connection, load("main", table), tables.model("main", table))
        return connection

    yield build
    connection.close()


def _row(number, activity):
    country, region = activity["place"]
    start, precision = activity["date"]
    said = {
        "country_code": country,
        "region_code": region,
        "date_start": start,
        "date_precision": precision,
        "sector_code": activity["sector_category"],
    }
    plain = {
        "revision": 1,
        "group_id": "g",
        "place_basis": "clause",
        "date_basis": "text",
        "date_from": "clause",
        "counterparts": [],
        "confidence": 0.9,
    }
    return {**activity, **said, **plain, "activity_id": f"a{number}", "evidence": "x", "evidence_end": 9}


def _release(name, duplicates):
    plain = {
        "revision": 1,
        "is_current": True,
        "source_id": "s",
        "source_uri": name,
        "file": name,
        "body": "x" * 9,
        "published_basis": "none",
    }
    copied = "r0" if name in duplicates else None
    return {**plain, "release_id": name, "first_seen_at": date(2026, 1, 1), "content_sha256": "x", "duplicate_of": copied, "activities": 1}


def _fill(connection, name, promised, rows):
    connection.execute(f"drop table if exists {name}")
    connection.execute(f"create table {name} ({', '.join(f'{c.name} {c.type}' for c in promised.columns)})")
    known = {column.name for column in promised.columns}
    if rows:
        incoming = pa.Table.from_pylist([{key: value for key, value in row.items() if key in known} for row in rows])
        with tables.named(connection, incoming=incoming):
            connection.execute(f"insert into {name} by name select * from incoming")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(activities=st.lists(ACTIVITY, max_size=14), duplicates=DUPLICATES)
@example(activities=[], duplicates=set())
def test_every_axis_adds_up_to_the_ledger(ledger, activities, duplicates):
    connection = ledger(activities, duplicates)
    counted = [activity for activity in activities if activity["release_id"] not in duplicates]
    truth = {
        "activities": len(counted),
        "releases": len({activity["release_id"] for activity in counted}),
        "projects": len({activity["project"] for activity in counted} - {None}),
        "duplicates": len(activities) - len(counted),
    }
    totals = tables.rows_of(connection, "from main.totals")
    whole = next(row for row in totals if row["axis"] == "all")
    assert {name: whole[name] for name in ("activities", "releases", "projects")} | {"duplicates": whole["duplicate_activities"]} == truth
    cells = tables.rows_of(connection, "from main.activity_by_country_sector_month")
    for rows in [[row for row in totals if row["axis"] == axis] for axis in AXES] + [cells]:
        assert _sums(rows) == truth
        assert all(row["releases_led"] <= row["releases"] and row["projects_begun"] <= row["projects"] for row in rows)
    countries = {row["value"]: row["activities"] for row in totals if row["axis"] == "country" and row["activities"]}
    assert countries == Counter(activity["place"][0] or "ZZ" for activity in counted)


def _sums(rows):
    names = {"activities": "activities", "releases": "releases_led", "projects": "projects_begun", "duplicates": "duplicate_activities"}
    return {name: sum(row[column] for row in rows) for name, column in names.items()}


@pytest.mark.parametrize(
    "check", ["totals/every_axis_adds_up", "activity_by_country_sector_month/sums_to_the_ledger", "totals/all_is_the_ledger"]
)
def test_a_row_counted_twice_or_lost_fails_the_check(ledger, check):
    place = {"project": "p1", "place": ("KE", None), "sector_category": None, "kind": "supply", "date": (None, "none"), "evidence_start": 0}
    connection = ledger([{"release_id": name, **place} for name in ("r1", "r2")], set())
    _fill(connection, "main.projects", load("main", "projects"), [{"project_id": "p1"}])
    select = (MODELS / "checks" / "main" / f"{check}.sql").read_text()
    assert tables.rows_of(connection, select) == []
    for table in ("totals", "activity_by_country_sector_month"):
        connection.execute(f"update main.{table} set activities = activities + 1")
    connection.execute("update main.totals set activities = activities + 1 where axis = 'kind'")
    assert len(tables.rows_of(connection, select)) >= 1
