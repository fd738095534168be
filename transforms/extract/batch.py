"""Extraction as it scales out: a RecordBatch of releases in, a RecordBatch of activities out.

Belongs here: the two schemas, `extract_batch` (pure, picklable), and the version of the extractor.
Does not: how a release is coded (assemble.py), where batches come from (orchestration).
"""

from __future__ import annotations

import hashlib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from transforms.extract.activity import Activity
from transforms.extract.assemble import extract
from transforms.release import Release

_GENERATION = "1"
_ROOM = Path(__file__).parent
_READ = (".py", ".csv", ".parquet")

INPUT = pa.schema(
    [
        ("release_id", pa.string()),
        ("revision", pa.int32()),
        ("source_id", pa.string()),
        ("source_uri", pa.string()),
        ("body", pa.string()),
        ("title", pa.string()),
        ("organisations", pa.list_(pa.string())),
        ("home_country", pa.string()),
        ("language", pa.string()),
        ("published_on", pa.date32()),
        ("published_basis", pa.string()),
    ]
)
OUTPUT = pa.schema(
    [
        ("release_id", pa.string()),
        ("revision", pa.int32()),
        ("group", pa.int32()),
        ("kind", pa.string()),
        ("country", pa.string()),
        ("region", pa.string()),
        ("admin1", pa.string()),
        ("place_name", pa.string()),
        ("geo_precision", pa.string()),
        ("place_basis", pa.string()),
        ("sector", pa.string()),
        ("sector_second", pa.string()),
        ("date_edtf", pa.string()),
        ("date_start", pa.date32()),
        ("date_end", pa.date32()),
        ("date_precision", pa.string()),
        ("date_basis", pa.string()),
        ("date_from", pa.string()),
        ("status", pa.string()),
        ("amount", pa.float64()),
        ("currency", pa.string()),
        ("actor", pa.string()),
        ("counterparts", pa.list_(pa.string())),
        ("evidence", pa.string()),
        ("evidence_start", pa.int32()),
        ("evidence_end", pa.int32()),
        ("confidence", pa.float64()),
    ]
)
_COLUMNS = tuple(field.name for field in fields(Activity))


def extract_batch(releases: pa.RecordBatch) -> pa.RecordBatch:
    """The activities of each release of the batch; no release knows of another."""
    rows: list[dict[str, Any]] = []
    for row in releases.to_pylist():
        key = {"release_id": row["release_id"], "revision": row["revision"]}
        rows += [key | {name: getattr(activity, name) for name in _COLUMNS} for activity in extract(_release(row))]
    return pa.RecordBatch.from_pylist(rows, schema=OUTPUT)


def _release(row: dict[str, Any]) -> Release:
    """A Release from a row; what is null or missing stays unknown."""
    return Release(
        release_id=row["release_id"],
        revision=row["revision"],
        source_id=row.get("source_id") or "",
        source_uri=row.get("source_uri") or "",
        body=row.get("body") or "",
        title=row.get("title"),
        organisations=tuple(row.get("organisations") or ()),
        home_country=row.get("home_country"),
        language=row.get("language"),
        published_on=row.get("published_on"),
        published_basis=row.get("published_basis") or "none",
    )


@cache
def extractor_version() -> str:
    """What made a row: a digest over the code and the data of coding. It changes whenever either does."""
    digest = hashlib.sha256()
    for folder in (_ROOM, _ROOM.parent / "vocabulary"):
        for path in sorted(p for p in folder.rglob("*") if p.suffix in _READ):
            digest.update(path.relative_to(_ROOM.parent).as_posix().encode())
            digest.update(path.read_bytes())
    return f"{_GENERATION}-{digest.hexdigest()[:8]}"
