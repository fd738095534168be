"""Sources that are files: a folder, or one file of many releases.

Belongs here: landing them as a visit, so that they are told of like the others. Does not: reading files (transforms/read/folder.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from orchestration.fetch.visit import Counted, Session
from orchestration.sources import Source
from transforms.read.folder import list_folder, read_folder
from transforms.read.landed import Landed, Rejected
from transforms.read.statement import statement
from warehouse import landing, visits
from warehouse.gone import Present
from warehouse.tables import Connection
from warehouse.visits import Visit


def present(location: Path) -> Present | None:
    """All that a folder holds; None for a single file, which is a delivery and no listing."""
    if not location.is_dir():
        return None
    found = list_folder(location)
    return Present(found.releases.keys(), [rejected.file for rejected in found.rejected])


def visit_local(source: Source, session: Session, progress: Counted) -> Visit:
    """Land what lies at a path.

    Raises:
        OSError: there is nothing.
        NameTakenError: the source's id is the name of something else.
    """
    location = Path(source.location)
    with session() as connection:
        visit = visits.begin(connection, source.id, source.location)
        if not location.exists():
            raise FileNotFoundError(f"{location} is not there")
        listing = present(location) if source.complete is not False else None
        progress(0, 1)
        _land(connection, visit, _stated(source, read_folder(location)), listing)
        progress(1, 1)
    return visit


def _land(connection: Connection, visit: Visit, items: Iterable[Landed | Rejected], listing: Present | None) -> None:
    with visits.part(connection, visit) as landed:
        landing.land_all(connection, landed, items, listing)
        visit.is_complete, visit.listed, visit.first_listed = True, landed.read, landed.new
        visit.ended_at = datetime.now(UTC)


def _stated(source: Source, items: Iterable[Landed | Rejected]) -> Iterator[Landed | Rejected]:
    """Releases with what the source says of all of them, where nothing says it of one."""
    said = statement({"organisation": source.organisations, "home_country": source.home_country, "language": source.language})[0]
    for item in items:
        if isinstance(item, Landed):
            own = item.statement
            yield replace(
                item,
                statement=replace(
                    own,
                    organisation=own.organisation or said.organisation,
                    home_country=own.home_country or said.home_country,
                    language=own.language or said.language,
                ),
            )
        else:
            yield item
