"""The forms of files that releases come in, told by the end of the file's name.

Belongs here: which reader takes which. Does not: those readers, walking folders (folder.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from transforms.read.jsonl import read_jsonl
from transforms.read.landed import Landed, Rejected
from transforms.read.parquet import read_parquet
from transforms.read.saved_feed import read_saved_feed
from transforms.read.warc import read_warc

Reader = Callable[[Path, str], Iterator[Landed | Rejected]]

# One file, one release: its media type.
SINGLE = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
}
# One file, many releases.
MANY: dict[str, Reader] = {
    ".jsonl": read_jsonl,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".xml": read_saved_feed,
}
SUFFIXES = (*SINGLE, *MANY)
NAMED = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"


def form(path: Path) -> str | None:
    """The form of a file; None where it is none that is read."""
    name = path.name.lower()
    return next((suffix for suffix in SUFFIXES if name.endswith(suffix) and name != suffix), None)
