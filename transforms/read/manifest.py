"""manifest.csv: what a folder says about its files.

Belongs here: reading it and reporting what is wrong with it, line by line.
Does not: the files themselves (folder.py), the checks of the values (statement.py).
"""

from __future__ import annotations

import csv
import io
import os
import posixpath
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from transforms.read.decode import decode
from transforms.read.landed import Rejected, Statement, UnreadableError
from transforms.read.statement import FIELDS, statement

NAME = "manifest.csv"
_COLUMNS = ("file", *FIELDS)
_DELIMITERS = ",;\t"  # spreadsheets write the separator of their country


@dataclass(slots=True)
class Manifest:
    """Path of a file, as seen from the manifest's folder -> statement; and what was wrong with the manifest."""

    statements: dict[str, Statement] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)


def read_manifest(path: Path, shown: str) -> Manifest:
    """Read the manifest at `path`, named `shown` in messages; an absent one is an empty one.

    A file may stand in it once: the first line counts. Columns that are not known are named and ignored.
    """
    manifest = Manifest()
    line = 1
    try:
        text = decode(path.read_bytes())[0]
        delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
        lines = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
        names = _names(manifest, shown, next(lines, []))
        for values in lines:
            line = lines.line_num
            _take(manifest, path.parent, f"{shown}:{line}", dict(zip(names, values, strict=False)), len(values) - len(names))
    except FileNotFoundError:
        pass
    except (UnreadableError, OSError, csv.Error) as error:
        detail = f"the manifest cannot be read beyond line {line}: {error.strerror if isinstance(error, OSError) else error}"
        manifest.rejected.append(Rejected(shown, _reason(error), detail))
    return manifest


def _names(manifest: Manifest, shown: str, header: Sequence[str]) -> list[str]:
    """The columns, and a note for each that is not known."""
    names = [name.strip().lower() for name in header]
    for name in names:
        if name and name not in _COLUMNS:
            detail = f"column {name!r} is not known and is ignored; known are {', '.join(_COLUMNS)}"
            manifest.rejected.append(Rejected(shown, "unknown column", detail))
    if "file" not in names:
        manifest.rejected.append(Rejected(shown, "malformed", "the manifest has no column 'file', so none of its lines can be used"))
    return names


def _take(manifest: Manifest, folder: Path, where: str, row: Mapping[str, str], surplus: int) -> None:
    name = _seen_from(folder, row.get("file", "").strip())
    if not name:
        return
    if name in manifest.statements:
        manifest.rejected.append(Rejected(where, "listed twice", f"{name} stands in the manifest twice; the first line counts"))
        return
    manifest.statements[name], problems = statement(row)
    if surplus > 0:
        problems.append("the line has more fields than the header; a value with the separator in it must stand in double quotes")
    manifest.rejected += [Rejected(where, "bad value", f"{name}: {problem}") for problem in problems]


def _seen_from(folder: Path, name: str) -> str:
    """A path as a manifest may write it (absolute, ./, Windows) in the one way in which files are addressed."""
    if not name:
        return ""
    path = name.replace("\\", "/")
    if posixpath.isabs(path):
        path = os.path.relpath(path, folder.resolve())
    return unicodedata.normalize("NFC", posixpath.normpath(path))


def _reason(error: Exception) -> str:
    if isinstance(error, UnreadableError):
        return error.reason
    return "unreadable" if isinstance(error, OSError) else "malformed"
