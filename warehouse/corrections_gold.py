"""Rulings as gold: releases that people ruled on, in the format of the labels (golden/labels.jsonl).

Belongs here: choosing and shaping the rows. Does not: scoring by them (golden.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from warehouse import tables
from warehouse.tables import Connection

_RULED = """
select activity.*, release.file, correction.act in ('change', 'add') as certain, correction.why
from main.activities as activity
inner join main.releases as release using (release_id, revision)
left join main.corrections as correction on correction.ruling_id = activity.corrected_by
semi join (
    select release_id from main.corrections where takes_effect and state = 'applied' and act in ('change', 'add', 'reject')
) as ruled using (release_id)
order by activity.release_id, activity.evidence_start, activity.activity_id
"""
_EMPTIED = """
select distinct release.file
from main.corrections as correction
inner join main.releases as release on release.release_id = correction.release_id and release.is_current
where correction.takes_effect and correction.state = 'applied' and correction.act = 'reject' and release.activities = 0
order by all
"""
_NAMES = {"country": "country_code", "region": "region_code", "admin1": "admin1_code", "date": "date_edtf", "group": "group_id"}
_SAME = ("kind", "status", "amount", "currency", "actor", "counterparts", "evidence")


def gold(published: Connection) -> Iterator[dict[str, Any]]:
    """One object a release on which a ruling holds: its rows as they stand.

    What a person changed or added is certain; rows that nobody ruled on are not, so that finding or missing them costs nothing;
    rejected rows are left out, so that finding them costs. Rulings that are stale wait until somebody looked again.
    """
    for file, rows in groupby(tables.rows_of(published, _RULED), key=lambda row: row["file"]):
        found = list(rows)
        reasons = dict.fromkeys(row["why"] for row in found if row["why"])
        yield {
            "release": _stem(file),
            "activities": [_label(row) for row in found],
            "comment": "; ".join(reasons) or "rejected rows are left out",
        }
    for row in tables.rows_of(published, _EMPTIED):
        yield {"release": _stem(row["file"]), "activities": [], "comment": "all that was coded was rejected"}


def _label(row: dict[str, Any]) -> dict[str, Any]:
    label = {name: row[name] for name in _SAME} | {name: row[column] for name, column in _NAMES.items()}
    return label | {"sector": row["sector_code"] or row["sector_category"], "certain": bool(row["certain"])}


def _stem(file: str) -> str:
    """The name by which labels call a release: that of its file."""
    return PurePosixPath(file).stem
