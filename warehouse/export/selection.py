"""Which activities an export takes, and the connection in which they are a view.

Belongs here: the filters, checking them against the file, opening it. Does not: the SELECT (selected.sql), writing (the forms).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connect import READ_ONLY_SETTINGS
from warehouse.contract import quoted
from warehouse.tables import Connection

_MEMORY = "512MB"  # an export of any size needs no more, see parts
_PIECE = 50_000
_KEYS = 16**8
_KNOWN = {
    "country": "select country_code from countries",
    "region": "select region_code from regions",
    "sector": "select sector_code from sectors",
    "kind": "select kind from kinds",
    "organisation": "select distinct organisation from releases where is_current and organisation is not null",
    "release": "select release_id from releases where is_current",
}


class UnknownValueError(Exception):
    """A filter names what the file does not know; the message says which filter and which value."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What to take; nothing given takes everything but duplicates. Codes as in the file; ZZ and 998 take the unknown."""

    country: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    release: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    min_confidence: float = 0.0
    duplicates: bool = False

    def told(self) -> dict[str, Any]:
        """Those that are set, for the metadata."""
        unset = asdict(Filters())
        return {name: value for name, value in asdict(self).items() if value != unset[name]}


@contextmanager
def opened(snapshot: Path, filters: Filters, scratch: Path) -> Iterator[Connection]:
    """A connection in which `selected` are the activities that `filters` let through; `scratch` takes what memory does not hold.

    Raises:
        UnknownValueError: a filter names a code, an organisation or a release that the file does not have.
    """
    with duckdb.connect(config={**READ_ONLY_SETTINGS, "memory_limit": _MEMORY, "temp_directory": str(scratch)}) as connection:
        connection.execute("set timezone = 'UTC'")
        connection.execute("set enable_progress_bar = false")
        connection.execute(f"attach {quoted(str(snapshot))} as pressledger (read_only)")
        connection.execute("use pressledger")
        _check(connection, filters)
        for name, value in asdict(filters).items():
            connection.execute(f"set variable {name} = ?", [list(value) if isinstance(value, tuple) else value])
        select = (Path(__file__).parent / "selected.sql").read_text(encoding="utf-8")
        connection.execute(f"create temp view selected as {select}")
        yield connection


def parts(connection: Connection, table: str, key: str) -> list[str]:
    """Conditions on `key` that cut `table` into pieces to be written one after another, together in the order of the key.

    Sorting a million rows at once takes more memory than there is; a piece fits always. Keys are digests in hexadecimal digits, so
    that equal ranges hold about equally many rows.
    """
    rows = int(connection.execute(f"select count(*) from {table}").fetchall()[0][0])  # noqa: S608 -- names of ours
    number = max(1, -(-rows // _PIECE))
    bounds = [f"{step * _KEYS // number:08x}" for step in range(1, number)]
    lower = ["", *(f"{key} >= '{bound}'" for bound in bounds)]
    upper = [*(f"{key} < '{bound}'" for bound in bounds), ""]
    return [" and ".join(filter(None, pair)) or "true" for pair in zip(lower, upper, strict=True)]


def _check(connection: Connection, filters: Filters) -> None:
    for name, select in _KNOWN.items():
        wanted = getattr(filters, name)
        known = {row[0] for row in connection.execute(select).fetchall()} if wanted else set()
        for value in wanted:
            if value not in known:
                raise UnknownValueError(f"--{name} {value}: the ledger knows no such {name}")
