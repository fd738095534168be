"""Activities as IATI activity XML 2.03, one element at a time.

Belongs here: the file, who reports, what is left out. Does not: what one activity looks like (iati_activity.py), the schema (schema/).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from warehouse.export.iati_activity import activity
from warehouse.export.selection import parts
from warehouse.tables import Connection

HERE = Path(__file__).parent
VERSION = "2.03"
_CHUNK = 500
_REFERENCE = re.compile(r"[^\s/&|?]+")
_NO_DAY = "no day known, not even that of publication"


class NothingToReportError(Exception):
    """No activity can be written, and the schema allows no empty file."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who publishes the file. `ref` should be an identifier from org-id.guide; `type` is a code of IATI OrganisationType (90: other)."""

    ref: str = "pressledger"
    name: str = "Pressledger"
    type: str = "90"

    def __post_init__(self) -> None:
        if not _REFERENCE.fullmatch(self.ref):
            raise ValueError(f"{self.ref!r} is no IATI organisation identifier: no spaces, slashes, &, | or ?")


REPORTER = Reporter()


def write(connection: Connection, folder: Path, reporter: Reporter, built_at: datetime) -> tuple[list[dict[str, Any]], Mapping[str, int]]:
    """Write activities.xml and return it as a resource of a data package, with what was left out, by reason.

    Raises:
        NothingToReportError: nothing was selected, or nothing of it has a day.
    """
    connection.execute(f"create temp table together as {_sql('together')}")
    file = folder / "activities.xml"
    left_out: Counter[str] = Counter()
    written = 0
    generated = datetime.now(UTC).isoformat(timespec="seconds")
    with etree.xmlfile(str(file), encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("iati-activities", version=VERSION, **{"generated-datetime": generated}):
            for row in _rows(connection):
                if not row["has_day"]:
                    left_out[_NO_DAY] += 1
                    continue
                xml.write(activity(row, reporter.ref, reporter.name, reporter.type, built_at), pretty_print=True)
                written += 1
    if not written:
        raise NothingToReportError(f"nothing to report: {left_out[_NO_DAY]} activities selected, none with a day")
    return [{"name": "activities", "path": file.name, "format": "xml", "mediatype": "application/xml", "encoding": "utf-8"}], left_out


def problems(file: Path) -> list[str]:
    """What the official schema says against a file; nothing where it is valid."""
    schema = _schema()
    schema.validate(etree.parse(str(file), etree.XMLParser(resolve_entities=False, no_network=True)))
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(HERE / "schema" / "iati-activities-schema.xsd")))


def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _rows(connection: Connection) -> Iterator[dict[str, Any]]:
    for part in parts(connection, "selected", "selected.activity_id"):
        connection.execute(_sql("iati").replace("{part}", part))
        names = [column[0] for column in connection.description or []]
        while rows := connection.fetchmany(_CHUNK):
            yield from (dict(zip(names, row, strict=True)) for row in rows)
