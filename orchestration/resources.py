"""What assets are handed: the warehouse and, for a person who waits, the progress.

Belongs here: resources of the definitions. Does not: what is done with them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
from pydantic import PrivateAttr

from warehouse.connect import Warehouse
from warehouse.snapshot import KEEP
from warehouse.tables import Connection

DIRECTORY_VARIABLE = "PRESSLEDGER_WAREHOUSE"
KEEP_VARIABLE = "PRESSLEDGER_KEEP"
DEFAULT_DIRECTORY = Path("warehouse/data/ledger")
Progress = Callable[[str, int, int], None]


def default_directory() -> Path:
    """The warehouse of this environment: PRESSLEDGER_WAREHOUSE, else warehouse/data/ledger."""
    return Path(os.environ.get(DIRECTORY_VARIABLE) or DEFAULT_DIRECTORY)


def kept_snapshots() -> int:
    """How many published files to keep: PRESSLEDGER_KEEP, else ten.

    Raises:
        ValueError: the variable is no number of at least one.
    """
    said = os.environ.get(KEEP_VARIABLE) or str(KEEP)
    if not said.isdecimal() or int(said) < 1:
        raise ValueError(f"{KEEP_VARIABLE} is {said!r}; it must be a number of at least 1")
    return int(said)


def silent(step: str, done: int, total: int) -> None:
    """The progress that nobody watches."""


class WarehouseResource(dg.ConfigurableResource["WarehouseResource"]):
    """The files of one warehouse, and the one connection that writes them during a run."""

    directory: str
    _connection: Connection | None = PrivateAttr(default=None)

    @property
    def files(self) -> Warehouse:
        """Where the files lie."""
        return Warehouse(Path(self.directory))

    @property
    def connection(self) -> Connection:
        """The open build of this run."""
        if self._connection is None:
            raise RuntimeError("the build is open only during a run")
        return self._connection

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[WarehouseResource]:
        """Hold the build from the first step of a run to its last: another run waits, so none sees half of this one."""
        del context
        with self.files.writer() as self._connection:
            yield self
