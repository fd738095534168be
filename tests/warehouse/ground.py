"""What warehouse tests stand on: a coder that can be counted, and a finished build.

Belongs here: helpers that other processes import too. Does not: fixtures (conftest.py).
"""

from contextlib import contextmanager
from datetime import date

import pyarrow as pa

from transforms.rows import SCHEMA
from warehouse import tables, views
from warehouse.contract import all_contracts


class Coder:
    """One activity a release: its first words, in Kenya. `calls` holds the release_ids of each batch."""

    def __init__(self):
        self.calls = []

    def __call__(self, batch):
        self.calls.append(batch["release_id"].to_pylist())
        return pa.RecordBatch.from_pylist([self.row(release) for release in batch.to_pylist()], schema=SCHEMA)

    @property
    def coded(self):
        return [release for call in self.calls for release in call]

    @staticmethod
    def row(release, **changes):
        words = release["body"][:20]
        known = dict.fromkeys(SCHEMA.names) | {
            "activity_id": f"{release['release_id']}-1",
            "release_id": release["release_id"],
            "revision": release["revision"],
            "group_id": release["release_id"],
            "kind": "service",
            "country_code": "KE",
            "place_basis": "clause",
            "sector_code": "12230",
            "date_edtf": "2021-09-26",
            "date_start": date(2021, 9, 26),
            "date_end": date(2021, 9, 26),
            "date_precision": "day",
            "date_basis": "text",
            "date_from": "clause",
            "counterparts": [],
            "evidence": words,
            "evidence_start": 0,
            "evidence_end": len(words),
            "confidence": 0.9,
        }
        return known | changes


def silent(done, total):
    """Nobody watches."""


@contextmanager
def built(warehouse, rows=3, built_at="2026-01-01T00:00:00Z"):
    """An open build whose ledger holds every public table, empty but for the snapshot's row and `rows` kinds, with its views and macros."""
    with warehouse.writer() as connection:
        fill(connection, rows, built_at)
        yield connection


def fill(connection, rows, built_at):
    for contract in all_contracts("main"):
        empty = ", ".join(f"null::{column.type} as {column.name}" for column in contract.columns)
        tables.refill(connection, contract, f"select {empty} where false")
    views.create(connection)
    for number in range(rows):
        connection.execute("insert into main.kinds values (?, 'x', null)", [f"kind {number:06}"])
    connection.execute(
        "insert into main.snapshot select md5(?), ?::timestamptz, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, 'x', '0.1', null",
        [str(rows), built_at, rows],
    )
