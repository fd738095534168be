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
from warehouse.tables import Connection

DIRECTORY_VARIABLE = "PRESSLEDGER_WAREHOUSE"
DEFAULT_DIRECTORY = Path("warehouse/data/ledger")


def default_directory() -> Path:
    """The warehouse of this environment: PRESSLEDGER_WAREHOUSE, else warehouse/data/ledger."""
    return Path(os.environ.get(DIRECTORY_VARIABLE) or DEFAULT_DIRECTORY)


class WarehouseResource(dg.ConfigurableResource[Warehouse]):
    """The files of one warehouse; only `writer` opens them."""

    directory: str
    _progress: Callable[[str, int, int], None] | None = PrivateAttr(default=None)

    @property
    def files(self) -> Warehouse:
        """Where the files lie."""
        return Warehouse(Path(self.directory))

    @contextmanager
    def writer(self) -> Iterator[Connection]:
        """Open the build, waiting for another writer to end."""
        with self.files.writer() as connection:
            yield connection

    def watched_by(self, progress: Callable[[str, int, int], None]) -> WarehouseResource:
        """The same, telling `progress` the step, what is done, and what there is to do."""
        self._progress = progress
        return self

    def tell(self, step: str, done: int, total: int) -> None:
        """Tell whoever watches how far a step is."""
        if self._progress:
            self._progress(step, done, total)
