"""Two published files beside each other: what was added, changed and withdrawn, and why."""

import dataclasses

import duckdb
import pytest

from tests.dashboard.ledgers import Ledger
from warehouse import history
from warehouse.connect import NothingPublishedError, Warehouse
from warehouse.difference import Field, diff, summary

WELLS, PUMPS, ROAD = "The company opened wells in Kenya.", "It delivered pumps to Uganda.", "A road was begun in Togo in June."
BODY = f"{WELLS} {PUMPS} {ROAD}"


@pytest.fixture
def publish(tmp_path):
    """Publish a file made from (release, activities); returns its path."""

    def run(name, *releases, **snapshot):
        ledger = Ledger(tmp_path / "ledger")
        for release, activities in releases:
            identity = ledger.release(release.pop("body", BODY), **release)
            for activity in activities:
                kept = activity.pop("activity_id", None)
                ledger.activity(identity, activity.pop("evidence"), **activity)
                ledger.activities[-1]["revision"] = ledger.releases[-1].get("revision", 1)
                if kept:
                    ledger.activities[-1]["activity_id"] = kept
        path = ledger.publish(name)
        if snapshot:
            with duckdb.connect(str(path)) as connection:
                for column, value in snapshot.items():
                    connection.execute(f"update main.snapshot set {column} = ?", [value])
        return path

    return run


def release(identity="r1", **values):
    return {"release_id": identity, **values}


def act(identity, evidence=WELLS, **values):
    return {"activity_id": identity, "evidence": evidence, "country_code": "KE", **values}


def told(changes):
    return [(change.change, change.why, change.activity_id) for change in changes]


def test_the_same_says_nothing(publish):
    older = publish("1", (release(), [act("a")]))
    newer = publish("2", (release(), [act("a")]))
    assert diff(older, newer) == []


def test_what_changed_is_named_field_by_field(publish):
    older = publish("1", (release(), [act("a", sector_category="140", confidence=0.9)]))
    newer = publish("2", (release(), [act("a", sector_category="122", confidence=0.4, amount=5.0)]))
    (change,) = diff(older, newer)
    assert (change.change, change.why, change.matched_by) == ("changed", "context", "id")
    assert set(change.fields) == {Field("amount", None, "5.0"), Field("sector_category", "140", "122")}


def test_bookkeeping_alone_is_no_change(publish):
    older = publish("1", (release(), [act("a", extractor_version="1", group_id="x", confidence=0.9)]))
    newer = publish("2", (release(), [act("a", extractor_version="2", group_id="y", confidence=0.2)]))
    assert diff(older, newer) == []


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ({}, {"extractor_version": "2"}, "new extractor"),
        ({}, {}, "context"),
    ],
)
def test_why_a_row_changed(publish, before, after, why):
    older = publish("1", (release(), [act("a", kind="event", **before)]))
    newer = publish("2", (release(), [act("a", kind="visit", **after)]))
    assert told(diff(older, newer)) == [("changed", why, "a")]


def test_a_new_revision_is_the_reason_before_the_extractor(publish):
    older = publish("1", (release(), [act("a", kind="event")]))
    newer = publish("2", (release(revision=2), [act("a", kind="visit", extractor_version="2")]))
    assert told(diff(older, newer)) == [("changed", "new revision", "a")]


def test_why_rows_come_and_go(publish):
    older = publish("1", (release(), [act("a")]), (release("r2"), [act("b", PUMPS)]), (release("r3"), [act("c"), act("d", ROAD)]))
    newer = publish(
        "2", (release(), [act("a")]), (release("r4"), [act("e", PUMPS)]), (release("r3", revision=2), [act("c"), act("f", PUMPS)])
    )
    assert told(diff(older, newer)) == [
        ("added", "new release", "e"),
        ("added", "new revision", "f"),
        ("withdrawn", "new revision", "d"),
        ("withdrawn", "release withdrawn", "b"),
    ]


def test_another_extractor_is_why_rows_come_and_go(publish):
    older = publish("1", (release(), [act("a", extractor_version="1")]), extractor_version="1")
    newer = publish("2", (release(), [act("b", PUMPS, extractor_version="2", country_code="UG")]), extractor_version="2")
    assert told(diff(older, newer)) == [("added", "new extractor", "b"), ("withdrawn", "new extractor", "a")]


def test_a_row_with_another_id_is_found_by_its_words(publish):
    older = publish("1", (release(), [act("a", WELLS), act("b", PUMPS, country_code="UG")]))
    newer = publish("2", (release(), [act("x", f"{WELLS} {PUMPS}", kind="supply"), act("y", ROAD, country_code="TG")]))
    changes = diff(older, newer)
    assert told(changes) == [("added", "context", "y"), ("changed", "context", "x"), ("withdrawn", "context", "b")]
    assert (changes[1].older_id, changes[1].matched_by) == ("a", "evidence")
    assert {field.field for field in changes[1].fields} == {"evidence", "kind"}


def test_rows_of_two_releases_are_never_the_same(publish):
    older = publish("1", (release("r1"), [act("a")]))
    newer = publish("2", (release("r1"), []), (release("r2"), [act("b")]))
    assert [change.change for change in diff(older, newer)] == ["added", "withdrawn"]


def with_column(path, table, column, values):
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"create table if not exists main.{table} (activity_id varchar)")
        if column not in [row[0] for row in connection.execute(f"describe main.{table}").fetchall()]:
            connection.execute(f"alter table main.{table} add column {column} varchar")
        for key, value in values.items():
            connection.execute(f"update main.{table} set {column} = ? where activity_id = ?", [value, key])


def test_a_ruling_is_the_reason_before_all_others(publish):
    older = publish("1", (release(), [act("a", kind="event"), act("b", PUMPS)]))
    newer = publish("2", (release(revision=2), [act("a", kind="visit"), act("c", ROAD)]))
    with_column(newer, "activities", "corrected_by", {"a": "ruling-1", "c": "ruling-2"})
    with duckdb.connect(str(newer)) as connection:
        connection.execute("drop table if exists main.corrections")
        connection.execute("create table main.corrections as select unnest([['b'], ['a']]) as activity_ids, true as takes_effect")
    assert told(diff(older, newer)) == [("added", "correction", "c"), ("changed", "correction", "a"), ("withdrawn", "correction", "b")]


def test_columns_that_one_file_does_not_have_are_not_compared(publish):
    older = publish("1", (release(), [act("a")]))
    newer = publish("2", (release(), [act("a")]))
    with_column(newer, "activities", "colour", {"a": "red"})
    assert diff(older, newer) == []


def test_changes_are_counted_by_sort_and_reason(publish):
    older = publish("1", (release(), [act("a")]))
    newer = publish("2", (release(), [act("a", kind="visit"), act("b", PUMPS, country_code="UG"), act("c", ROAD, country_code="TG")]))
    assert summary(diff(older, newer)) == {("added", "context"): 2, ("changed", "context"): 1}


def test_a_kept_snapshot_is_found_by_what_a_person_calls_it(publish, tmp_path):
    first = publish("20260101T000000Z-aaaa1", (release(), [act("a")]))
    second = publish("20260102T000000Z-aabb2", (release(), []))
    warehouse = Warehouse(tmp_path / "ledger")
    for name, path in {"latest": second, "previous": first, "aaaa": first, "20260102": second, str(first): first}.items():
        assert history.find(warehouse, name) == path
    for name in ("aa", "nothing"):
        with pytest.raises(history.NoSuchSnapshotError, match="20260101T000000Z-aaaa1"):
            history.find(warehouse, name)
    with pytest.raises(NothingPublishedError):
        history.find(Warehouse(tmp_path / "none"), "latest")


def test_the_kept_snapshots_are_listed_with_what_they_hold(publish, tmp_path):
    publish("20260101T000000Z-one", (release(), [act("a")]))
    publish("20260102T000000Z-two", (release(), []))
    broken = tmp_path / "ledger" / "snapshots" / "20250101T000000Z-zero.duckdb"
    broken.write_bytes(b"no database")
    two, one, zero = history.kept(Warehouse(tmp_path / "ledger"))
    assert (two.is_published, two.activities, one.is_published, one.activities) == (True, 0, False, 1)
    assert zero.problem
    assert dataclasses.asdict(one)["schema_version"] == "1.0"


def test_an_old_snapshot_opens_as_it_was(publish):
    older = publish("1", (release(), [act("a", kind="event")]))
    publish("2", (release(), [act("a", kind="visit")]))
    with duckdb.connect(str(older), read_only=True) as connection:
        assert connection.execute("select kind from activities_named").fetchall() == [("event",)]
