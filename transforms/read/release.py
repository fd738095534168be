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
from transforms.read.contents import Contents
from transforms.read.decode import decode
from transforms.read.html import guessed_day, read_page
from transforms.read.jsonl import text_of
from transforms.read.landed import Landed, UnreadableError
from transforms.read.mail import read_mail
from transforms.read.metadata import TAGS
from transforms.read.pdf import read_pdf
from transforms.release import Release

_ROOM = Path(__file__).parent
_BASES = {"dateline": "dateline", "chrome": "metadata"}
_HEAD = 3_000  # characters, and some more than the finder of publication dates looks at
_NAMES = re.compile(r"\s*[/;|()]\s*")


def release_id(source_id: str, file: str) -> str:
    """Identity of a release: 16 hexadecimal digits of a digest of its source and its address there."""
    return hashlib.blake2b(f"{source_id}\n{file}".encode(), digest_size=8).hexdigest()


def read(landed: Landed, source_id: str, revision: int) -> Release:
    """Read one landed document.

    Raises:
        UnreadableError: it is not text, or nothing is left of it when the page's furniture is off.
    """
    held = contents(landed)
    body = clean(held.text)
    if not body:
        raise UnreadableError("no text", "nothing is left when menus and links are taken off")
    said = landed.statement
    bare = Release(
        release_id=release_id(source_id, landed.file),
        revision=revision,
        source_id=source_id,
        source_uri=said.url or held.url or landed.file,
        body=body,
        title=said.title or held.title or heading(body),
        organisations=names(said.organisation),
        home_country=said.home_country,
        language=said.language or language(body) or held.language,
        published_on=said.published_on or held.published_on,
        published_basis="manifest" if said.published_on else held.basis,
    )
    return bare if bare.published_on else _dated(bare, landed)


def contents(landed: Landed) -> Contents:
    """The text of a document and what it states of itself, by its media type.

    Raises:
        UnreadableError: it is not what its type says, damaged, or made to harm.
    """
    if landed.media_type == "text/html":
        return read_page(landed.content, landed.charset, landed.statement.url)
    if landed.media_type == "message/rfc822":
        return read_mail(landed.content)
    if landed.media_type == "application/pdf":
        return read_pdf(landed.content)
    if landed.media_type == "application/json":
        return Contents(text_of(landed.content))
    return Contents(decode(landed.content)[0])


def _dated(release: Release, landed: Landed) -> Release:
    """The release with the publication date that its own dateline or page head states, else what marks of a page lead htmldate to."""
    day, basis = publication_date(prepare(replace(release, body=release.body[:_HEAD])))
    if day is None and landed.media_type == "text/html":
        day, basis = guessed_day(landed.content, landed.charset), "chrome"
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
    for file in (*sorted(_ROOM.glob("*.py")), _ROOM.parent / "language.py", FURNITURE, TAGS):
        digest.update(file.read_bytes())
    return digest.hexdigest()
