"""A feed that was saved as a file: its entries as releases.

Belongs here: which of them carry their text. Does not: feeds themselves (listing.py), following their links (the fetcher).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from transforms.read.landed import MAX_BYTES, Landed, Rejected, Statement, UnreadableError
from transforms.read.listing import Listed, read_feed


def read_saved_feed(path: Path, shown: str) -> Iterator[Landed | Rejected]:
    """The releases of the feed at `path`, named `shown` in messages; the address of a release is file#uri."""
    with path.open("rb") as handle:
        content = handle.read(MAX_BYTES + 1)
    try:
        entries = read_feed(content)
    except UnreadableError as error:
        yield Rejected(shown, error.reason, str(error), content if len(content) <= MAX_BYTES else None)
        return
    if not entries:
        yield Rejected(shown, "empty", "the feed has no entry with an address or a text", content)
    for entry in entries:
        yield _taken(entry, f"{shown}#{entry.uri.removeprefix('#')}")


def _taken(entry: Listed, address: str) -> Landed | Rejected:
    if entry.content is None:
        return Rejected(address, "no text", f"the feed holds only the beginning of it; the release itself is at {entry.uri}")
    url = None if entry.uri.startswith("#") else entry.uri
    day = date.fromisoformat(entry.published) if entry.published else None
    return Landed(address, entry.media_type or "text/html", entry.content, Statement(url=url, title=entry.title, published_on=day))
