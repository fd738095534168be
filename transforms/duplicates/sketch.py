"""A text as a handful of numbers that two like texts are likely to share, so that candidates are found without comparing each with each.

Belongs here: the sketch and its version.
Does not: keeping and joining sketches (warehouse/duplicates.py), the verdict on candidates (verdict.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyarrow as pa
from rensa import RMinHash

from transforms.duplicates.telling import COUNTRY_NAMES, telling
from transforms.extract import fold, layout, lexicon

_PERMUTATIONS, _SEED = 128, 1
FEWEST_SHARED = 2  # bands: of texts that share 40 % of their shingles, 99.9 % share two of 64; of those that share 1 %, two in 100,000
SCHEMA = pa.schema([("text_digest", pa.string()), ("words", pa.int32()), ("bands", pa.list_(pa.uint64()))])
_ROOM = Path(__file__).parent


def sketch_batch(texts: pa.RecordBatch) -> pa.RecordBatch:
    """Sketches of the bodies of `texts` (columns text_digest and body). Pure and picklable."""
    rows = []
    for row in texts.to_pylist():
        told = telling(row["body"])
        rows.append({"text_digest": row["text_digest"], "words": len(told.words), "bands": bands(told.shingles)})
    return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def bands(shingles: Iterable[str]) -> list[int]:
    """The MinHash signature of 128 values as 64 bands of two; none where there are no shingles."""
    tokens = list(shingles)
    if not tokens:
        return []
    signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    signature.update(tokens)
    values = signature.digest()
    return [first << 32 | second for first, second in zip(values[::2], values[1::2], strict=True)]


@cache
def sketch_version() -> str:
    """Digest of all that sketches and verdicts depend on: when it changes, both are made anew."""
    digest = hashlib.blake2b(str(RMinHash.ALGORITHM_VERSION).encode(), digest_size=4)
    modules = [Path(str(module.__file__)) for module in (fold, layout, lexicon)]
    for file in (*sorted(_ROOM.glob("*.py")), *modules, COUNTRY_NAMES, COUNTRY_NAMES.with_name("layout_cues.csv")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
