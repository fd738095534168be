"""What is in quarantine, read once more from the bytes that were kept.

Belongs here: choosing today's reader by the address under which the bytes came.
Does not: keeping them, landing what comes of it (warehouse/quarantine.py).
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from transforms.read.forms import MANY, SINGLE, form
from transforms.read.jsonl import Records
from transforms.read.landed import Landed, Rejected, UnreadableError
from transforms.read.release import read

_ROW = re.compile(r"(.+\.(?:jsonl|parquet)):(\d+)", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(r".+\.(?:warc|warc\.gz|xml)#.+", re.IGNORECASE | re.DOTALL)
_WEB = re.compile(r"https?://", re.IGNORECASE)


def read_again(file: str, content: bytes) -> Iterator[Landed | Rejected]:
    """What the bytes that came as `file` give today: releases that can be read, and what still is wrong."""
    for item in _taken(file, content):
        if isinstance(item, Landed):
            try:
                read(item, "", 1)
            except UnreadableError as error:
                yield Rejected(item.file, error.reason, str(error), item.content)
                continue
        yield item


def _taken(file: str, content: bytes) -> Iterator[Landed | Rejected]:
    suffix = form(Path(file))
    if row := _ROW.fullmatch(file):
        yield from Records(row[1]).take(int(row[2]), content)
    elif _PAGE.fullmatch(file):
        yield Landed(file, "text/html", content)
    elif suffix in MANY:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"kept{suffix}")
            path.write_bytes(content)
            yield from MANY[suffix](path, file)
    elif suffix in SINGLE or _WEB.match(file):
        yield Landed(file, SINGLE[suffix] if suffix else "text/html", content)
    else:
        yield Rejected(file, "unreadable", "its name does not say how to read it", content)
