"""How much a document may unfold into, and the refusal of what would unfold further.

Belongs here: the limits on size with their reasons, decompression, XML entities, mark-up that multiplies.
Does not: telling text from binary (decode.py), reading any form (html.py, listing.py, ...).
"""

from __future__ import annotations

import re
import zlib

from transforms.read.landed import UnreadableError

MAX_LISTING_BYTES = 50_000_000  # what the sitemap protocol allows one file to have
MAX_PAGE_BYTES = 4_000_000  # its tree takes a hundred times as much in the worst case; a page has some hundred thousand
MAX_TAGS = 40_000  # a page has some thousand
_MOST_ELEMENTS = 2_000_000
_MOST_ATTRIBUTES = 10_000
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000,}", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_OF = {"<option": 5_000, "<body": 20, "<html": 20}
_MARKUP = re.compile(r"<(/?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s>/])", re.IGNORECASE)
MAX_FEED_BYTES = 5_000_000  # some hundred releases in full; a feed shows the newest
MAX_FEED_TAGS = 150_000
MAX_SITEMAP_TAGS = 1_500_000
MAX_SITEMAP_PAGES = 50_000  # what the protocol allows one file to have
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


def refuse_growth(source: str) -> None:
    """Refuse a page that would keep the parser of HTML busy for minutes: its time grows with the square of some counts.

    Marks such as <font> that are left open are repeated by every paragraph after them; each option and each attribute looks at all
    before it; each further body or html element adds its attributes to the first.

    Raises:
        UnreadableError: it has too many tags, or too many of those.
    """
    refuse_tags(source, MAX_TAGS)
    opened = most = 0
    for mark in _MARKUP.finditer(source):
        opened = max(0, opened - 1) if mark[1] else opened + 1
        most = max(most, opened)
    if most * source.count("<") > _MOST_ELEMENTS:
        raise UnreadableError("bomb", f"{most:,} marks such as <font> are left open, which every paragraph would repeat")
    for name, allowed in _MOST_OF.items():
        if source.count(name) + source.count(name.upper()) > allowed:
            raise UnreadableError("bomb", f"it has more than {allowed:,} {name}> elements")


def refuse_tags(source: str, most: int) -> None:
    """Refuse what has more than `most` tags, or thousands of attributes in one.

    Raises:
        UnreadableError: it has.
    """
    tags = source.count("<")
    if tags > most:
        raise UnreadableError("too large", f"{tags:,} tags; {most:,} are read")
    for tag in _LONG_TAG.finditer(source):
        if len(_QUOTED.sub("", tag[0]).split()) > _MOST_ATTRIBUTES:
            raise UnreadableError("bomb", f"one of its elements has more than {_MOST_ATTRIBUTES:,} attributes")
