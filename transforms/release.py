"""What a release is once it has been read: the one shape between reading and coding.

Belongs here: the Release and nothing else.
Does not: how bytes become one (transforms/read), what is found in one (transforms/extract).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Release:
    """One revision of one release, cleaned. Every offset of the ledger is a character offset into `body`.

    What is not known is None and stays None: no field here is ever guessed from another.
    `published_basis` says where `published_on` comes from: manifest, metadata, dateline, url or none.
    `organisations` are the names under which the reporting organisation writes of itself, the first one for display.
    """

    release_id: str
    revision: int
    source_id: str
    source_uri: str
    body: str
    title: str | None = None
    organisations: tuple[str, ...] = ()
    home_country: str | None = None
    language: str | None = None
    published_on: date | None = None
    published_basis: str = "none"
