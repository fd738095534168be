"""Publishing: the finished build becomes an immutable file, and the link moves to it.

Belongs here: publish, and cleaning up after publishers that were killed.
Does not: deciding whether a build may be published (the checks, in orchestration).
"""

from __future__ import annotations

import os
import time
from datetime import UTC
from pathlib import Path

from warehouse import copying
from warehouse.connect import Warehouse, open_snapshot
from warehouse.tables import Connection

KEEP = 10
_ABANDONED_SECONDS = 3600


def publish(connection: Connection, warehouse: Warehouse, keep: int = KEEP) -> Path:
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
    _prune(warehouse, keep)
    return target


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


def _prune(warehouse: Warehouse, keep: int) -> None:
    """Delete all but the newest `keep` files, never the published one, and what killed publishers left."""
    files = sorted(warehouse.snapshots.glob("[0-9]*.duckdb"))
    for file in files[:-keep]:
        if file != warehouse.link.resolve():
            file.unlink()
    for left in [*warehouse.snapshots.glob(".build-*"), *warehouse.directory.glob(".build-*")]:
        if time.time() - left.lstat().st_mtime > _ABANDONED_SECONDS:
            left.unlink()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
