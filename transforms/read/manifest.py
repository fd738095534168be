"""manifest.csv: what a folder says about its files.

Belongs here: reading it and reporting what is wrong with it, line by line.
Does not: the files themselves (folder.py), the checks of the values (statement.py).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from transforms.read.decode import decode
from transforms.read.landed import Rejected, Statement, UnreadableError
from transforms.read.statement import FIELDS, statement

NAME = "manifest.csv"


@dataclass(slots=True)
class Manifest:
    """File name -> statement, and what was wrong with the manifest."""

    statements: dict[str, Statement] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)


def read_manifest(path: Path, shown: str) -> Manifest:
    """Read the manifest at `path`, named `shown` in messages; an absent one is an empty one.

    A file may stand in it once: the first line counts. Columns that are not known are named and ignored.
    """
    manifest = Manifest()
    if not path.exists():
        return manifest
    try:
        content = path.read_bytes()
        rows = csv.DictReader(io.StringIO(decode(content)[0], newline=""), strict=True)
        _check_header(manifest, shown, rows.fieldnames or [])
        for row in rows:
            _take(manifest, shown, rows.line_num, {k: v for k, v in row.items() if isinstance(k, str)})
    except (UnreadableError, OSError, csv.Error) as error:
        manifest.rejected.append(Rejected(shown, getattr(error, "reason", "malformed"), f"the manifest cannot be read: {error}"))
    return manifest


def _check_header(manifest: Manifest, shown: str, names: object) -> None:
    known = {"file", *FIELDS}
    found = [str(name) for name in names] if isinstance(names, list | tuple) else []
    for name in found:
        if name not in known:
            detail = f"column {name!r} is not known and is ignored; known are {', '.join(('file', *FIELDS))}"
            manifest.rejected.append(Rejected(shown, "unknown column", detail))
    if "file" not in found:
        manifest.rejected.append(Rejected(shown, "malformed", "the manifest has no column 'file', so none of its lines can be used"))


def _take(manifest: Manifest, shown: str, line: int, row: dict[str, str | None]) -> None:
    name = (row.get("file") or "").strip()
    if not name:
        return
    if name in manifest.statements:
        detail = f"{name} stands in the manifest twice; the first line counts"
        manifest.rejected.append(Rejected(f"{shown}:{line}", "listed twice", detail))
        return
    manifest.statements[name], problems = statement(row)
    manifest.rejected += [Rejected(f"{shown}:{line}", "bad value", f"{name}: {problem}") for problem in problems]
