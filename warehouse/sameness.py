"""Whether new bytes of a release are a revision.

Belongs here: that one question. Does not: keeping either of them (landing.py), reading (transforms/read).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from transforms.read.landed import Landed, UnreadableError
from transforms.read.release import read
from warehouse.tables import Connection

Seen = tuple[str, str | None, date | None]


def is_revision(connection: Connection, before: dict[str, Any], item: Landed, row: dict[str, Any]) -> bool:
    """Whether a reader of the ledger sees a difference between the revision `before` and `item`, which would be `row`.

    Body, title and publication date are compared, as today's reader takes them from both: a press centre changes its pages every
    day (counters, related news, the year in the footer) and a release hardly ever. What cannot be read is compared as bytes.
    """
    if before["content_sha256"] == row["content_sha256"]:
        return False
    kept = connection.execute("select content from landing.documents where content_sha256 = ?", [before["content_sha256"]]).fetchall()
    if not kept:  # it stands twice in what is being landed
        return True
    old = Landed(item.file, before["media_type"], kept[0][0], item.statement, before["charset"])
    try:
        return _seen(old, row["source_id"]) != _seen(item, row["source_id"])
    except UnreadableError:
        return True


def _seen(item: Landed, source_id: str) -> Seen:
    release = read(item, source_id, 1)
    return release.body, release.title, release.published_on
