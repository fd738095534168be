"""Which releases their source does not have any more.

Belongs here: marking them and taking the mark away. Nothing is ever removed.
Does not: finding out (transforms/read/folder.py lists a folder, orchestration/fetch asks an address).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import pyarrow as pa

from transforms.read.forms import MANY
from transforms.read.release import release_id
from warehouse import tables
from warehouse.tables import Connection

# A file of many releases is a delivery, and the next one may hold only what is new: nothing is missed in it.
_RECORD = re.compile(f"(?:{'|'.join(map(re.escape, MANY))})[#:]", re.IGNORECASE)


class Present(NamedTuple):
    """All files that a source has. Of `unseen` folders nobody knows what they hold; "." is the source itself."""

    files: Collection[str]
    unseen: Sequence[str] = ()


def mark(connection: Connection, source_id: str, files: Sequence[str], reason: str) -> int:
    """Mark known releases as gone, and return how many were not marked before."""
    known = "select release_id from landing.revisions where release_id in (select unnest(?)) except select release_id from landing.gone"
    ids = [row[0] for row in connection.execute(known, [[release_id(source_id, file) for file in files]]).fetchall()]
    if ids:
        connection.executemany("insert into landing.gone values (?, ?, ?, ?)", [[i, source_id, datetime.now(UTC), reason] for i in ids])
    return len(ids)


def unmark_listed(connection: Connection, source_id: str, files: Sequence[str], reason: str) -> None:
    """Take the mark from releases that were gone for `reason` only, which is over."""
    ids = [release_id(source_id, file) for file in files]
    connection.execute("delete from landing.gone where reason = ? and release_id in (select unnest(?))", [reason, ids])


def unmark(connection: Connection, release_ids: Sequence[str]) -> None:
    """Take the mark from releases that are there again."""
    if release_ids:
        connection.execute("delete from landing.gone where release_id in (select unnest(?))", [list(release_ids)])


def mark_absent(connection: Connection, source_id: str, present: Present) -> int:
    """Mark the releases of a source that are not among what it has now.

    A source without any file is taken for one that is not mounted, and tells nothing.
    """
    if not present.files:
        return 0
    select = (
        "select distinct file from landing.revisions as known anti join present using (file) where source_id = ? "
        "and not exists (from landing.gone where gone.release_id = known.release_id)"
    )
    with tables.named(connection, present=pa.table({"file": pa.array(list(present.files), pa.string())})):
        missed = [row[0] for row in connection.execute(select, [source_id]).fetchall()]
    seen = [file for file in missed if not _RECORD.search(file) and not _is_unseen(file, present.unseen)]
    return mark(connection, source_id, seen, "its file is not there any more")


def _is_unseen(file: str, folders: Sequence[str]) -> bool:
    return any(folder == "." or file.startswith(f"{folder}/") for folder in folders)
