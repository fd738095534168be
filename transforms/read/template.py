"""A manifest to fill in: what can be told of the files of a folder, and blanks for what cannot.

Belongs here: the lines to add. What a person has written already is never touched.
Does not: reading a manifest (manifest.py), writing files (the command line).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from transforms.extract.document import prepare
from transforms.extract.self_names import self_names
from transforms.read.folder import read_folder
from transforms.read.landed import Landed, UnreadableError
from transforms.read.manifest import NAME, read_manifest
from transforms.read.release import read
from transforms.read.statement import FIELDS

COLUMNS = ("file", *FIELDS)


def new_lines(folder: Path) -> list[dict[str, str]]:
    """A line for each text file under `folder` that no manifest line speaks of yet, in the order of names."""
    named = read_manifest(folder / NAME, NAME).statements
    return [{"file": item.file, **_found(item)} for item in _texts(folder) if item.file not in named]


def as_csv(lines: list[dict[str, str]]) -> str:
    """The lines with their header."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return written.getvalue()


def _texts(folder: Path) -> Iterator[Landed]:
    return (item for item in read_folder(folder) if isinstance(item, Landed) and item.media_type == "text/plain")


def _found(item: Landed) -> dict[str, str]:
    """What the text says, blank where it does not. A home country is never found: it is known or not."""
    try:
        release = read(item, NAME, 1)
    except UnreadableError:
        return {}
    own = self_names(prepare(release))
    return {
        "published": release.published_on.isoformat() if release.published_on else "",
        "organisation": _as_written(release.body, own[0]) if own else "",
        "language": release.language or "",
        "title": release.title or "",
    }


def _as_written(body: str, folded: str) -> str:
    """A folded name with the capitals that the body gives it."""
    start = body.lower().find(folded)
    return body[start : start + len(folded)] if start >= 0 else folded
