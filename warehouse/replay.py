"""Replaying rulings on a build: the rows that they change, add or take away, and what became of each ruling.

Belongs here: the order in which rulings hold, and filling the staging tables that say what came of them.
Does not: the file (corrections.py), the changed row itself (transforms/ruling).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from transforms.rows import activity_id
from transforms.ruling.fields import changed
from transforms.ruling.find import find, locate
from transforms.ruling.ruling import Ruling, Target
from warehouse import contract, corrections, tables
from warehouse.corrections import Line
from warehouse.tables import Connection

_NEWEST = (
    "from staging.releases as release semi join (select unnest(?) as release_id) using (release_id) "
    "qualify revision = max(revision) over (partition by release_id)"
)
_BLANK = {"place_basis": "none", "date_precision": "none", "date_basis": "none", "date_from": "none", "counterparts": []}


@dataclass(slots=True)
class Replayed:
    """What became of one line. `found` are the activities that it is about, as they are called now."""

    line: Line
    state: str = "applied"
    takes_effect: bool = False
    problem: str | None = None
    found: list[str] = field(default_factory=list)
    undone_by: str | None = None


@dataclass(slots=True)
class Release:
    """The newest revision of a release that a ruling names, and its activities by identity as they stand by now."""

    row: dict[str, Any]
    activities: dict[str, dict[str, Any]]
    touched: set[str] = field(default_factory=set)


def replay(connection: Connection, path: Path) -> dict[str, int]:
    """Replay the file on what is coded, and return how many rulings are in each state. Nothing of what was coded is overwritten."""
    lines = corrections.read(path)
    replayed = [Replayed(line, "invalid", problem=line.problem) if line.problem else Replayed(line) for line in lines]
    _undo(replayed)
    releases = _releases(connection, [r.line.ruling for r in replayed if r.line.ruling])
    for one in _in_order(replayed):
        if one.state == "applied" and one.line.ruling and one.line.ruling.act != "undo":
            _rule(one, one.line.ruling, releases)
    _write(connection, replayed, releases)
    return {state: sum(one.state == state for one in replayed) for state in ("applied", "stale", "undone", "invalid")}


def _in_order(replayed: Sequence[Replayed]) -> list[Replayed]:
    """By time, then by line: files that were merged by a version control are in no order of their own."""
    valid = [(one.line.ruling.at, one.line.number, one) for one in replayed if one.line.ruling]
    return [one for _, _, one in sorted(valid, key=lambda entry: entry[:2])]


def _undo(replayed: Sequence[Replayed]) -> None:
    """Mark what is undone, the newest ruling first: an undo that is itself undone undoes nothing."""
    by_id = {one.line.ruling.ruling_id: one for one in replayed if one.line.ruling}
    for one in reversed(_in_order(replayed)):
        ruling = one.line.ruling
        if ruling is None or not ruling.undoes or one.state == "undone":
            continue
        target = by_id.get(ruling.undoes)
        if target is None or target is one:
            one.state, one.problem = "invalid", f"line {one.line.number}: there is no ruling {ruling.undoes} to undo"
        else:
            one.takes_effect = True
            target.state, target.undone_by, target.takes_effect = "undone", ruling.ruling_id, False


def _rule(one: Replayed, ruling: Ruling, releases: dict[str, Release]) -> None:
    """Carry out one ruling on the rows in memory and note what became of it."""
    problems = []
    for target in ruling.targets:
        release = releases.get(target.release_id)
        if release is None:
            one.state, one.problem = "invalid", f"line {one.line.number}: release {target.release_id} is not in this ledger"
            return
        if release.row["content_sha256"] != target.content_sha256:
            problems.append(f"release {target.release_id} has changed since, it is revision {release.row['revision']} now")
        try:
            identity = _add(ruling, target, release) if ruling.act == "add" else _change(ruling, target, release)
        except ValueError as error:
            one.state, one.problem = "invalid", f"line {one.line.number}: {error}"
            return
        if identity:
            one.found.append(identity)
        else:
            problems.append("its words no longer stand there" if ruling.act == "add" else "no activity is coded from its words now")
    needed = {"merge": 2}.get(ruling.act, 1)
    one.takes_effect = len(set(one.found)) >= needed
    if problems:
        one.state, one.problem = "stale", f"line {one.line.number}: {'; '.join(problems)}"


def _change(ruling: Ruling, target: Target, release: Release) -> str | None:
    row = find(target, release.activities.values(), release.row["body"], ruling.fields.get("kind"), ruling.fields.get("country_code"))
    if row is None:
        return None
    identity = str(row["activity_id"])
    if ruling.act == "change":
        new = changed(row, ruling.fields, release.row["published_on"])
        release.activities[identity] = {**new, "corrected_by": ruling.ruling_id}
        release.touched.add(identity)
    elif ruling.act == "reject":
        release.activities[identity] = {**row, "rejected": True, "corrected_by": ruling.ruling_id}
        release.touched.add(identity)
    return identity


def _add(ruling: Ruling, target: Target, release: Release) -> str | None:
    span = locate(target.evidence, release.row["body"])
    if span is None:
        return None
    evidence = release.row["body"][slice(*span)]
    place = ruling.fields.get("country_code") or ruling.fields.get("region_code")
    identity = activity_id(target.release_id, evidence, place)
    names = [column.name for column in contract.load("staging", "ruled_activities").columns]
    about = {"release_id": target.release_id, "revision": release.row["revision"], "group_id": identity, "evidence": evidence}
    where = {"activity_id": identity, "evidence_start": span[0], "evidence_end": span[1], "rejected": False}
    row = release.activities.get(identity) or dict.fromkeys(names) | _BLANK | about | where
    new = changed(row, ruling.fields, release.row["published_on"])
    release.activities[identity] = {**new, "rejected": False, "corrected_by": ruling.ruling_id}
    release.touched.add(identity)
    return identity


def _releases(connection: Connection, rulings: Sequence[Ruling | None]) -> dict[str, Release]:
    """The newest revisions of the releases that rulings name, with their rows."""
    named = sorted({target.release_id for ruling in rulings if ruling for target in ruling.targets})
    if not named:
        return {}
    newest = tables.rows_of(connection, f"select release_id, revision, body, content_sha256, published_on {_NEWEST}", [named])
    found = {row["release_id"]: Release(row, {}) for row in newest}
    select = (
        "select activity.* from staging.activities as activity "  # noqa: S608 -- a constant of this module
        f"semi join (select release_id, revision {_NEWEST}) using (release_id, revision)"
    )
    for row in tables.rows_of(connection, select, [named]):
        found[row["release_id"]].activities[row["activity_id"]] = {**row, "rejected": False, "corrected_by": None}
    return found


def _write(connection: Connection, replayed: Sequence[Replayed], releases: dict[str, Release]) -> None:
    rows = [release.activities[identity] for release in releases.values() for identity in sorted(release.touched)]
    with tables.transaction(connection):
        _fill(connection, "ruled_activities", rows)
        _fill(connection, "corrections", [_row(one) for one in replayed])


def _fill(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    promised = contract.load("staging", table)
    connection.execute(f"delete from {promised.name}")  # noqa: S608 -- a contract's name
    if rows:
        tables.append(connection, promised, pa.Table.from_pylist(rows))


def _row(one: Replayed) -> dict[str, Any]:
    ruling = one.line.ruling
    outcome = {"line": one.line.number, "state": one.state, "takes_effect": one.takes_effect, "problem": one.problem}
    said: dict[str, Any] = dict.fromkeys(("ruling_id", "act", "ruled_by", "ruled_at", "why", "release_id", "evidence", "fields", "undoes"))
    if ruling:
        about = {"ruling_id": ruling.ruling_id, "act": ruling.act, "ruled_by": ruling.by, "ruled_at": ruling.at, "why": ruling.why}
        first = ruling.targets[0] if ruling.targets else None
        where = {"release_id": first.release_id if first else None, "evidence": first.evidence if first else None}
        fields = json.dumps(ruling.fields, ensure_ascii=False, sort_keys=True) if ruling.fields else None
        said = {**about, **where, "fields": fields, "undoes": ruling.undoes}
    return {**said, **outcome, "activity_ids": sorted(set(one.found)), "undone_by": one.undone_by}
