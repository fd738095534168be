"""A manifest to fill in: what can be told of the files of a folder, and blanks for what cannot.

Belongs here: the rows of the template. Does not: reading a manifest (manifest.py), writing files (the command line).
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
from transforms.read.manifest import NAME
from transforms.read.release import read
from transforms.read.statement import FIELDS


def template(folder: Path) -> str:
    """manifest.csv for the text files that lie directly in `folder`; what its present manifest says stays as it is."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, ("file", *FIELDS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(folder))
    return written.getvalue()


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    for item in read_folder(folder):
        if isinstance(item, Landed) and item.media_type == "text/plain" and "/" not in item.file:
            yield {"file": item.file, **_found(item)}


def _found(item: Landed) -> dict[str, str]:
    """What the manifest says, else what the text says, else blank. A home country is never found: it is known or not."""
    try:
        release = read(item, NAME, 1)
    except UnreadableError:
        return {}
    said = item.statement
    own = self_names(prepare(release))
    return {
        "published": release.published_on.isoformat() if release.published_on else "",
        "organisation": said.organisation or (_as_written(release.body, own[0]) if own else ""),
        "home_country": said.home_country or "",
        "language": release.language or "",
        "url": said.url or "",
        "title": release.title or "",
    }


def _as_written(body: str, folded: str) -> str:
    """A folded name with the capitals that the body gives it."""
    start = body.lower().find(folded)
    return body[start : start + len(folded)] if start >= 0 else folded
