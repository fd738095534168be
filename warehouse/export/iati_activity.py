"""One activity of the ledger as an <iati-activity>.

Belongs here: which column becomes which element, in the order of the schema. Does not: the file around it (iati.py).

Source of the elements and codes: IATI Standard 2.03. Choices that the standard leaves to the publisher are in README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

from lxml import etree

Row = Mapping[str, Any]
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STATUS = {"planned": "1", "ongoing": "2", "completed": "4", "cancelled": "5"}
_IMPLEMENTATION, _CLOSED = "2", "4"
_FUNDERS = {"donation", "finance", "investment"}
_PLANNED_START, _ACTUAL_START, _PLANNED_END, _ACTUAL_END = "1", "2", "3", "4"
_NOT_SPECIFIED = "99810"  # DAC: sectors not specified
_TOWN = "3"
_LANGUAGE = re.compile(r"[a-z]{2}")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def activity(row: Row, ref: str, reporter: str, reporter_type: str, built_at: datetime) -> etree._Element:
    """The element of one row; `ref`, `reporter` and `reporter_type` say who publishes the file."""
    language = row["language"] if _LANGUAGE.fullmatch(row["language"] or "") else "en"
    element = etree.Element("iati-activity", hierarchy="1")
    element.set("last-updated-datetime", built_at.astimezone(UTC).isoformat(timespec="seconds"))
    element.set("default-currency", row["currency"] or "USD")
    element.set(_XML_LANG, language)
    _add(element, "iati-identifier", text=f"{ref}-{row['activity_id']}")
    _say(_add(element, "reporting-org", ref=ref, type=reporter_type, **{"secondary-reporter": "1"}), reporter, "en")
    _say(_add(element, "title"), _title(row), "en")
    _say(_add(element, "description", type="1"), row["evidence"], language)
    if row["counterparts"]:
        _say(_add(element, "description", type="4"), f"Also named: {'; '.join(row['counterparts'])}", "en")
    _participants(element, row)
    _add(element, "activity-status", code=_status(row))
    for kind, day, words in _dates(row):
        _say(_add(element, "activity-date", type=kind, **{"iso-date": day.isoformat()}), words, "en")
    _places(element, row)
    _sector(element, row)
    _money(element, row)
    _documents(element, row, language)
    for sibling in row["siblings"] or []:
        if sibling != row["activity_id"]:
            _add(element, "related-activity", ref=f"{ref}-{sibling}", type="3")
    return element


def _title(row: Row) -> str:
    place = row["country"] or row["region"]
    return ": ".join(filter(None, (row["kind"].capitalize(), row["sector"] or row["category"]))) + (f" ({place})" if place else "")


def _participants(element: etree._Element, row: Row) -> None:
    role = "1" if row["kind"] in _FUNDERS else "4"
    _say(_add(element, "participating-org", role=role), row["actor"] or row["organisation"] or "Not said", "en")


def _status(row: Row) -> str:
    """As said; where it is not, closed once its last day is past at publication, else in implementation."""
    if row["status"]:
        return _STATUS[row["status"]]
    ended = row["date_end"] and row["reported_on"] and row["date_end"] <= row["reported_on"]
    return _CLOSED if ended else _IMPLEMENTATION


def _dates(row: Row) -> Iterator[tuple[str, date, str]]:
    planned = row["status"] == "planned"
    start, end = (_PLANNED_START, _PLANNED_END) if planned else (_ACTUAL_START, _ACTUAL_END)
    if row["date_start"] is None:
        yield start, row["reported_on"], "Day of publication: the release does not say when."
        return
    yield start, row["date_start"], f"As the release says: {row['date_edtf']} (precise to the {row['date_precision']})."
    if "/" in row["date_edtf"] and row["date_end"]:
        yield end, row["date_end"], f"As the release says: {row['date_edtf']}."


def _places(element: etree._Element, row: Row) -> None:
    if row["country_code"]:
        _add(element, "recipient-country", code=row["country_code"], percentage="100")
    elif row["region_code"]:
        _add(element, "recipient-region", code=row["region_code"], vocabulary="2", percentage="100")
    if not row["country_code"] or not (row["admin1_code"] or row["geo_precision"] == _TOWN):
        return
    location = _add(element, "location", **({"ref": row["admin1_code"]} if row["admin1_code"] else {}))
    _add(location, "location-reach", code="1")
    _say(_add(location, "name"), row["place_name"] or row["admin1"] or row["admin1_code"], "en")
    if row["admin1_code"]:
        _say(_add(location, "description"), f"ISO 3166-2 {row['admin1_code']}, {row['admin1']}", "en")
    _add(location, "administrative", vocabulary="A4", level="0", code=row["country_code"])
    if row["point_basis"] in ("place", "admin1"):
        point = _add(location, "point", srsName="http://www.opengis.net/def/crs/EPSG/0/4326")
        _add(point, "pos", text=f"{row['latitude']} {row['longitude']}")
        _add(location, "exactness", code="2")


def _sector(element: etree._Element, row: Row) -> None:
    if row["sector_category"] and not row["sector_code"]:
        _add(element, "sector", vocabulary="2", code=row["sector_category"], percentage="100")
    else:
        _add(element, "sector", vocabulary="1", code=row["sector_code"] or _NOT_SPECIFIED, percentage="100")


def _money(element: etree._Element, row: Row) -> None:
    """A commitment, which is what a release can tell; payments it does not show."""
    if row["amount"] is None or not row["currency"]:
        return
    day = (row["date_start"] or row["reported_on"]).isoformat()
    transaction = _add(element, "transaction")
    _add(transaction, "transaction-type", code="2")
    _add(transaction, "transaction-date", **{"iso-date": day})
    _add(transaction, "value", text=f"{row['amount']:.2f}", currency=row["currency"], **{"value-date": day})


def _documents(element: etree._Element, row: Row, language: str) -> None:
    if not row["url"]:
        return
    link = _add(element, "document-link", format="text/html", url=quote(_clean(row["url"]), safe=":/?#@!$&'()*+,;=%~"))
    _say(_add(link, "title"), row["release_title"] or "The release", language)
    _add(link, "category", code="A12")
    _add(link, "language", code=language)
    if row["published_on"]:
        _add(link, "document-date", **{"iso-date": row["published_on"].isoformat()})


def _add(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, tag, {name: _clean(value) for name, value in attributes.items()})
    element.text = text
    return element


def _say(element: etree._Element, text: str, language: str) -> None:
    _add(element, "narrative", text=_clean(text)).set(_XML_LANG, language)


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub(" ", text)
