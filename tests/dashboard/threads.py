"""What the small world lacks: a project told of twice, a revised release, a ruling, calibration. Added by `thread`."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.dashboard.ledgers import BUILT, Ledger
from tests.dashboard.worlds import HOSTILE

PROJECT, REVISED = "p1", "r0001"


def thread(ledger: Ledger) -> None:
    """The road in Kosovo is signed for, then opened; the clinic's release was revised and is withdrawn by now."""
    ledger.projects.clear()  # told here, with links and stages
    for row in ledger.activities:
        row["project_id"] = None
    opened = ledger.release("The road in Kosovo was opened on 3 May 2024.", organisation="Coastline", published_on=date(2024, 5, 4))
    ledger.activity(opened, "road in Kosovo was opened", kind="completion", country_code="XK", sector_category="210", on="2024-05-03")
    signed = next(row for row in ledger.activities if row["kind"] == "agreement" and not row["is_duplicate"])
    finished = ledger.activities[-1]
    for row in (signed, finished):
        row["project_id"] = PROJECT
    ledger.others |= {
        "projects": [_project()],
        "project_links": [_link(signed["activity_id"], finished["activity_id"])],
        "project_stages": [_stage("agreed", date(2022, 6, 1), signed), _stage("completed", date(2024, 5, 3), finished)],
        "corrections": [_correction(signed)],
        "calibration": [{"form": "all", "least": 0.8, "most": 1.0, "activities": 20, "confidence": 0.9, "right_share": 0.85}],
        "past_activities": [_past(ledger)],
    }


def _project() -> dict[str, Any]:
    days = {"agreed_on": date(2022, 6, 1), "completed_on": date(2024, 5, 3), "first_on": date(2022, 6, 1), "last_on": date(2024, 5, 3)}
    told = {"country_code": "XK", "sector_category": "210", "status": "completed", "releases": 2, "activities": 2}
    return {"project_id": PROJECT, "title": f"road in Kosovo {HOSTILE}", **told, **days}


def _link(one: str, other: str) -> dict[str, Any]:
    return {"activity_a": one, "activity_b": other, "project_id": PROJECT, "strength": 0.9, "why": "both name road in Kosovo"}


def _stage(stage: str, on: date, activity: dict[str, Any]) -> dict[str, Any]:
    identity = activity["activity_id"]
    span = {"first_on": on, "last_on": on, "activity_id": identity, "activity_ids": [identity], "activities": 1}
    return {"project_id": PROJECT, "stage": stage, **span}


def _correction(activity: dict[str, Any]) -> dict[str, Any]:
    words = {
        "ruled_by": "A. Reader",
        "ruled_at": BUILT,
        "why": HOSTILE,
        "evidence": activity["evidence"],
        "fields": '{"kind": "agreement"}',
    }
    about = {"release_id": activity["release_id"], "activity_ids": [activity["activity_id"]]}
    return {"line": 1, "ruling_id": "x1", "act": "change", "state": "applied", "takes_effect": True, **words, **about}


def _past(ledger: Ledger) -> dict[str, Any]:
    """The first revision of the clinic's release, which said beds and not yet a clinic."""
    now = next(row for row in ledger.releases if row["release_id"] == REVISED)
    body = "The group gave 30 beds to a hospital in Accra."
    ledger.releases.append({**now, "is_current": False, "body": body, "title": "Beds", "content_sha256": "old"})
    now["revision"] = 2
    for row in ledger.activities:
        row["revision"] = 2 if row["release_id"] == REVISED else row["revision"]
    evidence = "gave 30 beds to a hospital in Accra"
    start = body.index(evidence)
    row = next(row for row in ledger.activities if row["release_id"] == REVISED)
    place = {"evidence": evidence, "evidence_start": start, "evidence_end": start + len(evidence)}
    return {**row, "activity_id": "past", "revision": 1, **place}
