"""Doors to the files: one writer for the build, any number of readers for what is published.

Belongs here: where the files of a warehouse lie, opening them, the lock that keeps a second writer waiting.
Does not: what is in them (contract.py, tables.py), publishing (snapshot.py).
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

STORAGE_VERSION = "v1.4.0"  # the oldest format that keeps keys and comments; DuckDB 1.4 and newer read it
ROW_GROUP = 8192  # rows written together: a checkpoint writes the last group of a table again, which by default is all of 122,880 rows
READ_ONLY_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
# DuckDB would keep what it has read until it holds four fifths of the machine; a build shares it with others.
_BUILD_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "4GB",
}
_GUEST_SETTINGS = {**READ_ONLY_SETTINGS, "python_enable_replacements": False, "memory_limit": "512MB", "threads": 2}


class NothingPublishedError(Exception):
    """There is no published file yet; the message says how to make one."""


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The files of one warehouse, all in `directory`.

    `landing` is the memory (bytes, revisions, quarantine) and is never rebuilt. `staging` and `ledger` are derived from it.
    `link` points to the newest of the immutable files in `snapshots`.
    """

    directory: Path

    @property
    def landing(self) -> Path:
        """The memory: back this file up."""
        return self.directory / "landing.duckdb"

    @property
    def staging(self) -> Path:
        """Read and coded revisions: can be deleted, the next build makes it anew."""
        return self.directory / "staging.duckdb"

    @property
    def ledger(self) -> Path:
        """The public tables while they are being built: can be deleted too."""
        return self.directory / "ledger.duckdb"

    @property
    def snapshots(self) -> Path:
        """Folder of the published files."""
        return self.directory / "snapshots"

    @property
    def link(self) -> Path:
        """The published file, by the name that never changes."""
        return self.directory / "pressledger.duckdb"

    @contextmanager
    def lock(self, waiting: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the right to write. A second holder waits until the first has ended, however it ended; `waiting` is called once."""
        self.directory.mkdir(parents=True, exist_ok=True)
        with (self.directory / ".lock").open("w") as handle:
            told = False
            while not _try_lock(handle.fileno()):
                if waiting and not told:
                    waiting()
                    told = True
                time.sleep(0.05)
            yield

    @contextmanager
    def writer(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the build, once no other has it: tables are named landing.x, staging.x and main.x. Closed, whatever happens inside."""
        with self.lock():
            connection = duckdb.connect(config={**_BUILD_SETTINGS, "temp_directory": str(self.directory / "spilled")})
            try:
                for name in ("landing", "staging", "ledger"):
                    self._attach(connection, name)
                connection.execute("use ledger")
                connection.execute("set timezone = 'UTC'")
                yield connection
            finally:
                connection.close()

    @contextmanager
    def ledger_at_rest(self, connection: duckdb.DuckDBPyConnection) -> Iterator[Path]:
        """Close the ledger within an open build, so that its file is whole: a copy of an open one misses its log."""
        connection.execute("checkpoint ledger")
        connection.execute("use memory")
        connection.execute("detach ledger")
        try:
            yield self.ledger
        finally:
            self._attach(connection, "ledger")
            connection.execute("use ledger")

    def _attach(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        path = str(getattr(self, name)).replace("'", "''")
        connection.execute(f"attach '{path}' as {name} (storage_version '{STORAGE_VERSION}', row_group_size {ROW_GROUP})")


def published(directory: Path) -> Path:
    """The newest published file under its own, versioned name.

    Open this name, not the link: a process that still holds an older file under the same name would be given that one again.

    Raises:
        NothingPublishedError: no build has been published in `directory`.
    """
    link = Warehouse(directory).link
    if not link.exists():
        raise NothingPublishedError(f"Nothing is published in {directory} yet. Run: pressledger build FOLDER --warehouse {directory}")
    return link.resolve()


def open_snapshot(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a published file read-only. Hand out `.cursor()` for each query: one connection serves one thread at a time."""
    connection = duckdb.connect(str(path), read_only=True, config=READ_ONLY_SETTINGS)
    connection.execute("set timezone = 'UTC'")
    return connection


def open_restricted(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a published file for somebody whose SQL nobody has read: no file, no network, no setting, little memory, nothing on disk.

    The file is attached to a database of its own in memory: settings bind all connections of a process to one file, and others
    have this file open too. Ask it through guest.query, which lets nothing but a SELECT through, and ends it in time.
    """
    connection = duckdb.connect(config=_GUEST_SETTINGS)
    name = str(path).replace("'", "''")
    connection.execute(f"attach '{name}' as pressledger (read_only)")
    for setting in ("timezone = 'UTC'", "temp_directory = ''", "enable_external_access = false", "lock_configuration = true"):
        connection.execute(f"set {setting}")
    return connection


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
