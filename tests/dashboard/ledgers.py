"""Published files to look at: releases and activities as a test states them, everything else by the contracts.

Belongs here: writing a file with the public tables and the link to it, and the small world that most tests share.
Does not: the coder or the build: a file stands in for them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

from warehouse import views
from warehouse.connect import STORAGE_VERSION, Warehouse
from warehouse.contract import MODELS, all_contracts
from warehouse.tables import model

BUILT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
VOCABULARY = MODELS.parent / "vocabulary"
_REFERENCES = ("countries", "admin1", "sectors", "kinds", "regions")


@dataclass
class Ledger:
    """A file in the making. `release` and `activity` add rows, `publish` writes them and swaps the link."""

    directory: Path
    releases: list[dict[str, Any]] = field(default_factory=list)
    activities: list[dict[str, Any]] = field(default_factory=list)
    quarantine: list[dict[str, Any]] = field(default_factory=list)
    accuracy: list[dict[str, Any]] = field(default_factory=list)
    others: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    projects: list[dict[str, Any]] = field(default_factory=list)

    def release(self, body: str, **values: Any) -> str:
        """Add a release; what is not given is as plain as can be. Returns its id."""
        identity = values.pop("release_id", f"r{len(self.releases) + 1:04d}")
        plain = {
            "revision": 1,
            "is_current": True,
            "source_id": "samples",
            "source_uri": f"{identity}.txt",
            "file": f"{identity}.txt",
            "organisation": "Meridian Works",
            "title": body.split(".", maxsplit=1)[0][:90],
            "language": "en",
            "published_basis": "manifest" if values.get("published_on") else "none",
            "first_seen_at": BUILT,
            "content_sha256": identity,
        }
        self.releases.append({**plain, "release_id": identity, "body": body, **values})
        return identity

    def activity(self, release_id: str, evidence: str, **values: Any) -> str:
        """Add an activity whose evidence stands in that release's body. `on` is its EDTF date to the day, month or year."""
        release = next(row for row in self.releases if row["release_id"] == release_id)
        start = release["body"].index(evidence)
        identity = f"a{len(self.activities) + 1:05d}"
        plain = {
            "revision": 1,
            "group_id": identity,
            "is_duplicate": release.get("duplicate_of") is not None,
            "leads_release": not any(row["release_id"] == release_id for row in self.activities),
            "begins_project": False,
            "kind": "donation",
            "place_basis": "sentence" if values.get("country_code") else "none",
            "reported_on": release.get("published_on"),
            "counterparts": [],
            "evidence_start": start,
            "evidence_end": start + len(evidence),
            "confidence": 0.9,
            "extractor_version": "test",
            **dated(values.pop("on", None)),
        }
        self.activities.append({**plain, "activity_id": identity, "release_id": release_id, "evidence": evidence, **values})
        return identity

    def publish(self, name: str = "one") -> Path:
        """Write the file and make it the newest."""
        warehouse = Warehouse(self.directory)
        warehouse.snapshots.mkdir(parents=True, exist_ok=True)
        path = warehouse.snapshots / f"{name}.duckdb"
        connection = duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION})
        self._write(connection, name)
        connection.close()
        link = self.directory / ".link"
        link.symlink_to(path)
        link.replace(warehouse.link)
        return path

    def _write(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        for contract in all_contracts("main"):
            for statement in (contract.ddl(), *contract.comments()):
                connection.execute(statement)
        connection.execute("set variable vocabulary = ?", [str(VOCABULARY)])
        for table in _REFERENCES:
            select = (MODELS / "main" / f"{table}.sql").read_text(encoding="utf-8")
            connection.execute(f"insert into main.{table} by name {select}")
        for release in self.releases:
            release["activities"] = sum(row["release_id"] == release["release_id"] for row in self.activities)
        for table in ("releases", "activities", "quarantine", "accuracy", "projects"):
            for row in getattr(self, table):
                insert(connection, table, row)
        for table, rows in self.others.items():
            for row in rows:
                insert(connection, table, row)
        insert(connection, "snapshot", self._counts(name))
        connection.execute(f"insert into main.activity_facts by name {model('main', 'activity_facts')}")
        views.create(connection)

    def _counts(self, name: str) -> dict[str, Any]:
        counted = [row for row in self.activities if not row["is_duplicate"]]
        duplicates = sum(row.get("duplicate_of") is not None for row in self.releases)
        return {
            "snapshot_id": f"snap-{name}",
            "built_at": BUILT,
            "releases": len(self.releases) - duplicates,
            "duplicates": duplicates,
            "activities": len(counted),
            "projects": len({row["project_id"] for row in counted if row.get("project_id")}),
            "corrections": 0,
            "corrections_to_review": 0,
            "countries": len({row["country_code"] for row in counted if row.get("country_code")}),
            "sectors": len({row["sector_category"] for row in counted if row.get("sector_category")}),
            "undated": sum(row.get("date_start") is None for row in counted),
            "other_languages": 0,
            "quarantined": len(self.quarantine),
            "extractor_version": "test",
            "schema_version": "1.0",
        }


def insert(connection: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    """One row, by its columns' names."""
    marks = ", ".join("?" * len(row))
    connection.execute(f"insert into main.{table} ({', '.join(row)}) values ({marks})", list(row.values()))


def dated(edtf: str | None) -> dict[str, Any]:
    """The date columns of an EDTF date: 2021-09-26, 2021-09, 2021, 198X, XXXX-09-26 or None."""
    if edtf is None:
        return {"date_precision": "none", "date_basis": "none", "date_from": "none"}
    known = {"date_edtf": edtf, "date_basis": "text", "date_from": "sentence"}
    if edtf.startswith("XXXX"):
        return {**known, "date_basis": "none", "date_precision": "day"}
    first = edtf.split("/")[0]
    precision = "decade" if "X" in first else {1: "year", 2: "month", 3: "day"}[first.count("-") + 1]
    year, month, day = itertools.islice([*first.replace("X", "0").split("-"), "1", "1"], 3)
    return {**known, "date_precision": precision, "date_start": date(int(year), int(month), int(day))}
