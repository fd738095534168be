"""A landed document becomes a Release.

Belongs here: putting decoding, cleaning and what is known together; the names of the reporting organisation.
Does not: the single steps (decode.py, clean.py), coding (transforms/extract).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from transforms.extract.dates import publication_date
from transforms.extract.document import prepare
from transforms.language import language
from transforms.read.clean import FURNITURE, clean, heading
from transforms.read.decode import decode
from transforms.read.jsonl import text_of
from transforms.read.landed import Landed, UnreadableError
from transforms.release import Release

_ROOM = Path(__file__).parent
_BASES = {"dateline": "dateline", "chrome": "metadata"}
_NAMES = re.compile(r"\s*[/;|()]\s*")


def release_id(source_id: str, file: str) -> str:
    """Identity of a release: 16 hexadecimal digits of a digest of its source and its address there."""
    return hashlib.blake2b(f"{source_id}\n{file}".encode(), digest_size=8).hexdigest()


def read(landed: Landed, source_id: str, revision: int) -> Release:
    """Read one landed document.

    Raises:
        UnreadableError: it is not text, or nothing is left of it when the page's furniture is off.
    """
    text = text_of(landed.content) if landed.media_type == "application/json" else decode(landed.content)[0]
    body = clean(text)
    if not body:
        raise UnreadableError("no text", "nothing is left when menus and links are taken off")
    said = landed.statement
    bare = Release(
        release_id=release_id(source_id, landed.file),
        revision=revision,
        source_id=source_id,
        source_uri=said.url or landed.file,
        body=body,
        title=said.title or heading(body),
        organisations=names(said.organisation),
        home_country=said.home_country,
        language=said.language or language(body),
        published_on=said.published_on,
        published_basis="manifest" if said.published_on else "none",
    )
    return bare if said.published_on else _dated(bare)


def _dated(release: Release) -> Release:
    """The release with the publication date that its own dateline or page head states, if one does."""
    day, basis = publication_date(prepare(release))
    return release if day is None else replace(release, published_on=day, published_basis=_BASES[basis])


def names(organisation: str | None) -> tuple[str, ...]:
    """The names in a statement such as "China Harbour (CHEC)" or "HDBank / ADB", the first one for display."""
    parts = [part for part in _NAMES.split(organisation or "") if part]
    return tuple(dict.fromkeys(parts))


@cache
def reader_version() -> str:
    """Digest of the reader's own code and words: when they change, everything is read again.

    The finder of publication dates is not among them: it changes often, and what it changes is seldom the publication date.
    """
    digest = hashlib.blake2b(digest_size=4)
    for file in (*sorted(_ROOM.glob("*.py")), _ROOM.parent / "language.py", FURNITURE):
        digest.update(file.read_bytes())
    return digest.hexdigest()
