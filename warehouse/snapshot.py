"""Publishing: the finished build becomes an immutable file, and the link moves to it.

Belongs here: publish, and deleting what is old or was left by publishers that were killed.
Does not: deciding whether a build may be published (the checks, in orchestration), looking at what is kept (history.py).
"""

from __future__ import annotations

import os
import time
from datetime import UTC
from itertools import pairwise
from pathlib import Path

from warehouse import copying
from warehouse.connect import Warehouse, open_snapshot
from warehouse.tables import Connection

KEEP = 10
GRACE_SECONDS = 900.0  # who looked at the link before it moved has this long to open the file that it led to
_ABANDONED_SECONDS = 3600


def publish(connection: Connection, warehouse: Warehouse, keep: int = KEEP, grace: float = GRACE_SECONDS) -> Path:
    """Publish the open build and return the published file; a build that says what is published already is not published again.

    The build is put at rest, copied aside, made durable and read-only, renamed, and only then the link is swapped:
    whoever opens the link gets the last complete file, before, during and after.
    """
    snapshot_id, built_at = connection.execute("select snapshot_id, built_at from main.snapshot").fetchall()[0]
    if warehouse.link.exists() and warehouse.link.resolve().stem.endswith(f"-{snapshot_id}"):
        return warehouse.link.resolve()
    target = warehouse.snapshots / f"{built_at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{snapshot_id}.duckdb"
    warehouse.snapshots.mkdir(exist_ok=True)
    with warehouse.ledger_at_rest(connection) as ledger:
        _copy_durably(ledger, target)
    _swap(warehouse.link, target)
    prune(warehouse, keep, grace)
    return target


def prune(warehouse: Warehouse, keep: int = KEEP, grace: float = GRACE_SECONDS) -> list[Path]:
    """Delete all but the newest `keep` files and return what was deleted; what killed publishers left goes too.

    Never deleted: the published file, and one that was the newest less than `grace` seconds ago.
    """
    files = files_of(warehouse)
    linked = warehouse.link.resolve()
    followers = dict(pairwise(files))
    old = [file for file in files[:-keep] if file != linked and _age(followers[file]) >= grace]
    for file in old:
        file.unlink(missing_ok=True)
    for left in [*warehouse.snapshots.glob(".build-*"), *warehouse.directory.glob(".build-*")]:
        if _age(left) > _ABANDONED_SECONDS:
            left.unlink(missing_ok=True)
    return old


def files_of(warehouse: Warehouse) -> list[Path]:
    """The kept files, the oldest first."""
    return sorted(warehouse.snapshots.glob("[0-9]*.duckdb"))


def _age(file: Path) -> float:
    return time.time() - file.lstat().st_mtime


def _copy_durably(source: Path, target: Path) -> None:
    aside = target.with_name(f".build-{os.getpid()}-{target.name}")
    copying.copy(source, aside)
    with aside.open("rb+") as handle:
        os.fsync(handle.fileno())
    open_snapshot(aside).close()
    aside.chmod(0o444)
    aside.replace(target)
    _sync_folder(target.parent)


def _swap(link: Path, target: Path) -> None:
    aside = link.with_name(f".build-{os.getpid()}-{link.name}")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target.relative_to(link.parent))
    aside.replace(link)
    _sync_folder(link.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
