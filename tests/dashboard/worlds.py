"""A small world: releases of two organisations, each kind of unknown, one duplicate, and one release that means harm."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from dashboard import data
from tests.dashboard.ledgers import Ledger

HOSTILE = "![x](http://evil.example/pixel.png) <script>fetch('http://evil.example')</script> [click](javascript:alert(1)) $x^2$ :smile:"


def page() -> AppTest:
    """The dashboard, not run yet."""
    return AppTest.from_file(str(data.QUERIES.parent / "start" / "app.py"), default_timeout=60)


def fill(ledger: Ledger) -> None:
    """The rows of the small world."""
    clinic = ledger.release(
        "The group handed a clinic over in Kumasi on 26 September 2021. Days later it gave 40 beds to a hospital in Accra.",
        source_uri="https://press.example/clinic",
        published_on=date(2021, 10, 1),
    )
    ledger.activity(
        clinic,
        "handed a clinic over in Kumasi",
        kind="completion",
        country_code="GH",
        sector_category="122",
        sector_code="12230",
        on="2021-09-26",
        actor="=HYPERLINK(1)",
        project_id="p1",
    )
    ledger.activity(clinic, "gave 40 beds to a hospital in Accra", country_code="GH", sector_category="122", confidence=0.4)
    schools = ledger.release(
        "Since 2019 the company has built schools in Benin. It trains nurses in Bahrain and works across western Africa."
    )
    ledger.activity(
        schools, "built schools in Benin", kind="construction", country_code="BJ", sector_category="112", on="2019", project_id="p2"
    )
    ledger.activity(schools, "trains nurses in Bahrain", kind="training", country_code="BH", sector_category="121")
    ledger.activity(schools, "works across western Africa", kind="service", region_code="011")
    roads = ledger.release("Coastline signed for a road in Kosovo in June 2022, and met partners.", organisation="Coastline")
    ledger.activity(
        roads,
        "signed for a road in Kosovo in June 2022",
        kind="agreement",
        country_code="XK",
        sector_category="210",
        on="2022-06",
        project_id="p3",
    )
    ledger.activity(roads, "met partners", kind="visit")
    again = ledger.release("Coastline signed for a road in Kosovo in June 2022.", organisation="Coastline", duplicate_of=roads)
    ledger.activity(again, "signed for a road in Kosovo", kind="agreement", country_code="XK", sector_category="210", on="2022-06")
    ledger.release("Season's greetings to all our friends.")
    bad = ledger.release(
        f"{HOSTILE} Tools were donated in Chad. {HOSTILE}", title=HOSTILE, organisation=HOSTILE, source_uri="javascript:alert(1)"
    )
    ledger.activity(
        bad, f"Tools were donated in Chad. {HOSTILE}", country_code="TD", sector_category="321", actor=HOSTILE, place_name=HOSTILE
    )
    for project, title, code, status in (
        ("p1", HOSTILE, "GH", "completed"),
        ("p2", "schools", "BJ", "under construction"),
        ("p3", "road", "XK", "agreed"),
    ):
        ledger.projects.append(
            {
                "project_id": project,
                "title": title,
                "country_code": code,
                "status": status,
                "first_on": date(2021, 9, 26),
                "releases": 1,
                "activities": 1,
            }
        )
    ledger.quarantine.append(
        {
            "quarantine_id": "q",
            "source_id": "samples",
            "file": "x.bin",
            "reason": "binary",
            "detail": "No text.",
            "seen_at": "2026-11-22",
        }
    )
    scores = {"country": (0.9, 0.8), "country-sector": (0.8, 0.7)}
    ledger.accuracy.extend(
        {"score": score, "form": "all", "releases": 40, "precision": right, "recall": found, "f1": 0.8, "cells": 90}
        for score, (right, found) in scores.items()
    )
