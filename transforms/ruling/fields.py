"""The fields of an activity that a ruling may set: which values they have, and what follows from them.

Belongs here: checks against the code lists, and the row as it stands after a ruling.
Does not: which row that is (find.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from transforms.extract.words import rows
from transforms.rates import in_usd
from transforms.ruling.dates import bounds

FIELDS = (
    "kind",
    "country_code",
    "region_code",
    "admin1_code",
    "place_name",
    "sector_code",
    "date_edtf",
    "status",
    "amount",
    "currency",
    "actor",
    "counterparts",
)
STATUSES = ("planned", "ongoing", "completed", "cancelled")
_FREE = ("place_name", "actor")


def check(fields: Mapping[str, Any], *, whole: bool) -> None:
    """Check values against the code lists; a `whole` row needs its kind.

    Raises:
        ValueError: a field is not known, or its value is none that it can have.
    """
    if unknown := sorted(set(fields) - set(FIELDS)):
        raise ValueError(f"unknown field: {', '.join(unknown)}; a ruling sets {', '.join(FIELDS)}")
    if whole and "kind" not in fields:
        raise ValueError("kind is missing: an added activity has one")
    for name, value in fields.items():
        if value is None and name != "kind":
            continue
        _check_value(name, value)
    if fields.get("country_code") and fields.get("region_code"):
        raise ValueError("an activity has a country or a region, not both")
    country, admin1 = fields.get("country_code"), fields.get("admin1_code")
    if country and admin1 and not admin1.startswith(f"{country}-"):
        raise ValueError(f"admin1_code {admin1} lies outside of {country}")


def changed(row: Mapping[str, Any], fields: Mapping[str, Any], published_on: date | None) -> dict[str, Any]:
    """Return the row with the fields set, and all that follows from them: bounds, precision, dollars, and no unit of another country.

    Raises:
        ValueError: the row would not be one: a first-level unit outside of its country.
    """
    new = {**row, **fields}
    if fields.get("country_code"):
        new["region_code"] = None
    elif fields.get("region_code"):
        new["country_code"] = None
    if new["admin1_code"] and not new["admin1_code"].startswith(f"{new['country_code']}-"):
        if fields.get("admin1_code"):
            raise ValueError(f"admin1_code {new['admin1_code']} lies outside of {new['country_code']}")
        new["admin1_code"] = None
    if set(fields) & {"country_code", "region_code", "admin1_code", "place_name"}:
        new |= {"geo_precision": _geo_precision(new), "place_basis": "ruling"}
        if not {"place_name"} & set(fields) and new["country_code"] != row.get("country_code"):
            new["place_name"] = None
    if "date_edtf" in fields:
        new |= _date(fields["date_edtf"])
    if new["amount"] is None or new["currency"] is None:
        new |= {"amount": None, "currency": None}
    new["amount_usd"] = in_usd(new["amount"], new["currency"], new["date_start"] or published_on)
    return new | {"counterparts": new["counterparts"] or [], "confidence": 1.0}


def _date(edtf: str | None) -> dict[str, Any]:
    if edtf is None:
        none = {"date_precision": "none", "date_basis": "none", "date_from": "none"}
        return {"date_edtf": None, "date_start": None, "date_end": None, **none}
    start, end, precision = bounds(edtf)
    return {"date_start": start, "date_end": end, "date_precision": precision, "date_basis": "ruling", "date_from": "ruling"}


def _geo_precision(row: Mapping[str, Any]) -> str | None:
    """IATI GeographicalPrecision: 4 first-level unit, 6 country, 9 region."""
    if row["admin1_code"]:
        return "4"
    return "6" if row["country_code"] else "9" if row["region_code"] else None


def _check_value(name: str, value: Any) -> None:
    if name == "amount":
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
            raise ValueError(f"amount {value!r} is no sum of money")
    elif name == "counterparts":
        if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
            raise ValueError(f"counterparts {value!r} is no list of names")
    elif not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} {value!r} is no text")
    elif name == "date_edtf":
        bounds(value)
    elif name not in _FREE and value not in _codes()[name]:
        raise ValueError(f"{name} {value!r} is not in its code list")


@cache
def _codes() -> dict[str, frozenset[str]]:
    """Field -> the codes that it may have."""
    sectors = {row["code"] for name in ("sectors.csv", "sector_categories.csv") for row in rows(name)} - {"998", "99810"}
    return {
        "kind": frozenset(row["kind"] for row in rows("kinds.csv")),
        "country_code": frozenset(row["iso2"] for row in rows("countries.csv")),
        "region_code": frozenset(row["code"] for row in rows("m49_regions.csv")),
        "admin1_code": frozenset(row["code"] for row in rows("admin1.csv")),
        "sector_code": frozenset(sectors),
        "status": frozenset(STATUSES),
        "currency": frozenset(row["currency"] for row in rows("currency_terms.csv") if row["currency"]),
    }
