"""Coded releases as rows of the ledger: identities and dollars added to what coding found.

Belongs here: activity_id and group_id, and the one function that a build hands to its workers.
Does not: coding (transforms/extract), writing (warehouse).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache
from pathlib import Path

import pyarrow as pa

from transforms.extract.batch import extract_batch, extractor_version
from transforms.rates import in_usd

_RENAMED = {"country": "country_code", "region": "region_code", "admin1": "admin1_code", "sector": "sector_code"}
_TEXT = [
    "activity_id",
    "release_id",
    "group_id",
    "kind",
    "country_code",
    "region_code",
    "admin1_code",
    "place_name",
    "geo_precision",
    "place_basis",
    "sector_code",
    "sector_second",
    "date_edtf",
    "date_precision",
    "date_basis",
    "date_from",
    "status",
    "currency",
    "actor",
    "evidence",
]
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in _TEXT),
        *((name, pa.int32()) for name in ("revision", "evidence_start", "evidence_end")),
        *((name, pa.date32()) for name in ("date_start", "date_end")),
        *((name, pa.float64()) for name in ("amount", "amount_usd", "confidence")),
        ("counterparts", pa.list_(pa.string())),
    ]
)


def code_batch(releases: pa.RecordBatch) -> pa.RecordBatch:
    """Rows of staging.activities for a batch of rows of staging.releases. Pure and picklable."""
    columns = (releases[name].to_pylist() for name in ("release_id", "revision", "published_on"))
    published = {(release, revision): day for release, revision, day in zip(*columns, strict=True)}
    equals: Counter[tuple[str, int, str]] = Counter()
    rows = []
    for found in extract_batch(releases).to_pylist():
        row = {_RENAMED.get(name, name): value for name, value in found.items()}
        place = row["country_code"] or row["region_code"]
        identity = (row["release_id"], row["revision"], f"{row['evidence']}\n{place or ''}")
        equals[identity] += 1
        row["activity_id"] = activity_id(row["release_id"], row["evidence"], place, equals[identity])
        row["group_id"] = _digest(row["release_id"], str(row.pop("group")))
        row["amount_usd"] = in_usd(row["amount"], row["currency"], row["date_start"] or published[row["release_id"], row["revision"]])
        rows.append(row)
    return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def activity_id(release_id: str, evidence: str, place: str | None, number: int = 1) -> str:
    """Identity of an activity: its words and its country or region stay when the coder gets better at kinds, sectors and dates.

    `number` tells apart the rows that one release has of the same words in the same place, in their order.
    """
    return _digest(release_id, f"{evidence}\n{place or ''}", str(number))


@cache
def coder_version() -> str:
    """Version of the extractor, of what is added to its rows here, and of telling English: when one changes, everything is coded again."""
    code = b"".join((Path(__file__).parent / name).read_bytes() for name in ("rows.py", "rates.py", "language.py"))
    return f"{extractor_version()}-{hashlib.blake2b(code, digest_size=2).hexdigest()}"


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
