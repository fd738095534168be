"""Parquet: one release a row, with the columns that a JSON line has as its keys.

Belongs here: reading such a file batch by batch, never whole. Each row is landed as the JSON line that it could have been.
Does not: folders (folder.py), the checks of the values (statement.py, jsonl.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.read.jsonl import KNOWN, Records
from transforms.read.landed import MAX_BYTES, Landed, Rejected
from transforms.read.limits import MAX_RATIO

_MAGIC = b"PAR1"
_ROWS = 16  # at a time: a row may have MAX_BYTES, and one text many times over costs nothing in the file
_FREE = 100_000_000  # bytes of a row group: below this the ratio says nothing


def read_parquet(path: Path, shown: str) -> Iterator[Landed | Rejected]:
    """The releases of the file at `path`, named `shown` in messages. The address of a release is file#uri, without a uri file:row."""
    try:
        with pq.ParquetFile(path, memory_map=False, pre_buffer=False) as file:
            refused = _refused(file, shown)
            if refused:
                yield refused
                return
            yield from _rows(file, shown)
    except (pa.ArrowException, OSError, ValueError) as error:
        with path.open("rb") as handle:
            is_parquet = handle.read(len(_MAGIC)) == _MAGIC
        yield Rejected(
            shown, "malformed" if is_parquet else "wrong type", f"it cannot be read as Parquet: {' '.join(str(error).split())[:200]}"
        )


def _refused(file: pq.ParquetFile, shown: str) -> Rejected | None:
    """What is wrong with the file as a whole."""
    if "text" not in file.schema_arrow.names:
        return Rejected(shown, "malformed", "the file has no column 'text'")
    for number in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(number)
        for index in range(group.num_columns):
            column = group.column(index)
            unfolded, packed = column.total_uncompressed_size, max(column.total_compressed_size, 1)
            if unfolded > _FREE and (unfolded > MAX_RATIO * packed or unfolded > MAX_BYTES * max(group.num_rows, 1)):
                return Rejected(shown, "bomb", f"column {column.path_in_schema!r}: {packed:,} bytes unfold into {unfolded:,}")
    return None


def _rows(file: pq.ParquetFile, shown: str) -> Iterator[Landed | Rejected]:
    names = file.schema_arrow.names
    records = Records(shown, set(names) - KNOWN)
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS, columns=[name for name in names if name in KNOWN], use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield from records.take(number, _line(row))
    yield from records.unknown_keys()


def _line(row: dict[str, Any]) -> bytes:
    """The row as a JSON line, keys in order, so that the same row is the same bytes whatever file it comes in."""
    said = {name: value for name, value in row.items() if value is not None}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, default=_written).encode("utf-8", "backslashreplace")


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
