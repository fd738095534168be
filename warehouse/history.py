"""The kept snapshots: which there are, and finding one by the words that a person has for it.

Belongs here: listing and naming kept files. Does not: making or deleting them (snapshot.py), comparing two (difference/).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.connect import NothingPublishedError, Warehouse, open_snapshot, published
from warehouse.snapshot import files_of
from warehouse.tables import rows_of

LATEST, PREVIOUS = "latest", "previous"


class NoSuchSnapshotError(Exception):
    """No kept snapshot, or more than one, answers to the name; the message lists those that there are."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept file. `problem` says why a file that is not whole cannot be read; its figures are None then."""

    path: Path
    bytes: int
    is_published: bool
    snapshot_id: str
    built_at: datetime | None = None
    releases: int | None = None
    activities: int | None = None
    extractor_version: str | None = None
    schema_version: str | None = None
    problem: str | None = None


def kept(warehouse: Warehouse) -> list[Kept]:
    """The kept snapshots, the newest first."""
    linked = warehouse.link.resolve()
    return [_read(path, is_published=path == linked) for path in reversed(files_of(warehouse))]


def find(warehouse: Warehouse, name: str) -> Path:
    """The kept file that `name` means: `latest`, `previous`, the start of a snapshot's id or file name, or a path.

    Raises:
        NothingPublishedError: there is no snapshot at all.
        NoSuchSnapshotError: none answers to the name, or several do.
    """
    newest = published(warehouse.directory)
    if name == LATEST:
        return newest
    files = files_of(warehouse)
    if name == PREVIOUS:
        return _one(name, files[max(files.index(newest) - 1, 0) : files.index(newest)], files)
    if Path(name).is_file():
        return Path(name).resolve()
    return _one(name, [file for file in files if file.name.startswith(name) or file.stem.partition("-")[2].startswith(name)], files)


def _one(name: str, found: list[Path], files: list[Path]) -> Path:
    if len(found) != 1:
        words = "no kept snapshot" if not found else "more than one kept snapshot"
        raise NoSuchSnapshotError(f"{words} is called {name!r}; kept: {', '.join(file.stem for file in files)}")
    return found[0]


def _read(path: Path, *, is_published: bool) -> Kept:
    told = path.stem.partition("-")[2]
    try:
        size = path.stat().st_size
        with open_snapshot(path) as connection:
            row = rows_of(connection, "select * from main.snapshot")[0]
    except (duckdb.Error, IndexError, OSError) as error:
        return Kept(path, 0, is_published, told, problem=str(error).splitlines()[0])
    names = ("built_at", "releases", "activities", "extractor_version", "schema_version")
    return Kept(path, size, is_published, told, **{name: row[name] for name in names})


__all__ = ["LATEST", "PREVIOUS", "Kept", "NoSuchSnapshotError", "NothingPublishedError", "find", "kept"]
