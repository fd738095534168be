"""How much a document may unfold into, and the refusal of what would unfold further.

Belongs here: the limits on size with their reasons, decompression and XML entities.
Does not: telling text from binary (decode.py), reading any form (html.py, listing.py, ...).
"""

from __future__ import annotations

import re
import zlib

from transforms.read.landed import UnreadableError

MAX_LISTING_BYTES = 50_000_000  # what the sitemap protocol allows one file to have; a feed is smaller
MAX_RATIO = 100  # text that deflates better than a hundredfold is one character over and over
_FREE = 1_000_000  # below this the ratio says nothing: a short page of one repeated row
_GZIP = b"\x1f\x8b"
_ENTITY = re.compile(r"<!ENTITY\s+(%\s+)?[^\s>]+\s+(?:\"([^\"]*)\"|'([^']*)'|[A-Z])")
_CHARACTER = re.compile(r"&#\w{1,8};|[^&%<]")
_SUBSET = 100_000  # an entity must be declared before the root element; nobody needs more for it


def gunzip(content: bytes, cap: int = MAX_LISTING_BYTES) -> bytes:
    """`content` without its gzip coat, as it is where it has none; never more than `cap` bytes are written.

    Raises:
        UnreadableError: it unfolds beyond `cap` or the ratio, holds another archive, or is damaged.
    """
    if not content.startswith(_GZIP):
        return content
    unfolded = bytearray()
    rest = content
    try:
        while rest.startswith(_GZIP):
            member = zlib.decompressobj(wbits=31)
            unfolded += member.decompress(rest, cap + 1 - len(unfolded))
            if len(unfolded) > cap or len(unfolded) > max(_FREE, MAX_RATIO * len(content)):
                raise UnreadableError("bomb", f"{len(content):,} compressed bytes unfold into more than {min(len(unfolded), cap):,}")
            if not member.eof:
                raise UnreadableError("malformed", "the compressed file ends in the middle")
            rest = member.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise UnreadableError("malformed", f"the compressed file is damaged: {error}") from None
    if unfolded.startswith(_GZIP):
        raise UnreadableError("bomb", "an archive inside an archive is not opened")
    return bytes(unfolded)


def refuse_entities(content: bytes) -> None:
    """Refuse XML that declares entities of more than a character: they point to files or grow without end.

    Raises:
        UnreadableError: it declares one.
    """
    head = content[:_SUBSET]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")):
        head = head.replace(b"\0", b"")  # two bytes a letter: what stands in a declaration is ASCII
    for found in _ENTITY.finditer(head.decode("latin-1")):
        value = found[2] if found[2] is not None else found[3]
        if found[1] or value is None or not _CHARACTER.fullmatch(value):
            raise UnreadableError("bomb", "the file declares entities of its own, which can grow without end or open other files")
