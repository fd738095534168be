"""Dagster's memory of the runs of one warehouse.

Belongs here: where it lies, its settings, and keeping it from costing more than the build. Does not: running anything (build.py).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dagster as dg
from sqlalchemy import event
from sqlalchemy.engine import Engine

from warehouse.connect import Warehouse

# No file for what steps print: they print nothing, and the processes that watch over such files answer Ctrl-C with tracebacks.
_SETTINGS = """telemetry: {enabled: false}
nux: {enabled: false}
concurrency:
  runs: {max_concurrent_runs: 1}
compute_logs: {module: dagster._core.storage.noop_compute_log_manager, class: NoOpComputeLogManager}
"""


def dagster_home(files: Warehouse) -> str:
    """The folder where Dagster remembers the runs of this warehouse, made where it is missing."""
    home = files.directory / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    settings = home / "dagster.yaml"
    if not settings.exists():
        settings.write_text(_SETTINGS, encoding="utf-8")
    return str(home.resolve())


@contextmanager
def dagster_instance(files: Warehouse) -> Iterator[dg.DagsterInstance]:
    """Dagster's memory of this warehouse: builds from the command line are runs in its pages too."""
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    with _quick_sqlite(), dg.DagsterInstance.from_config(dagster_home(files)) as instance:
        yield instance


@contextmanager
def _quick_sqlite() -> Iterator[None]:
    """Let SQLite wait for the disk at checkpoints only.

    Dagster opens and closes a connection for each event, some hundred in a build, and each commit and each close of the last
    connection waits for the disk. With synchronous = normal a commit does not wait (in WAL mode that is safe: a power cut may
    cost the last events, never the file), and with one more connection held open no other is the last.
    """
    held: dict[str, sqlite3.Connection] = {}

    def relax(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("pragma synchronous = normal")
        path = connection.execute("pragma database_list").fetchone()[2]
        if path:
            keeper = held.get(path) or held.setdefault(path, sqlite3.connect(path, check_same_thread=False))
            keeper.execute("select count(*) from sqlite_master").fetchone()  # it counts as open only once it has read in WAL mode

    event.listen(Engine, "connect", relax)
    try:
        yield
    finally:
        event.remove(Engine, "connect", relax)
        for connection in held.values():
            connection.close()
