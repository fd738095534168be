"""Bytes to text, or a reason why not.

Belongs here: telling text from binary, and the encoding of text.
Does not: cleaning the text (clean.py).
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from transforms.read.landed import MAX_BYTES, UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MARKS = tuple(mark for mark, _ in _MARKS)
_BINARY_HEADS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_MULTIBYTE_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LETTERS_IN_A_ROW = re.compile("[^\x00-\x7f\xa0«»‘’“”„‚…–—•]{4}")  # no western word has four: it is Cyrillic, Greek, Chinese bytes
_WESTERN = re.compile("[\x00-\x7f À-ÖØ-öø-ÿŒœŠšŽžŸ€‚„…†‡‰‹›‘’“”•–—™¡£¥§©ª«­®°²³´·¹º»¼½¾¿]*")


def decode(content: bytes) -> tuple[str, str]:
    """The text of a document and the name of its encoding.

    Raises:
        UnreadableError: empty, too large, binary, or in no encoding that gives clean text.
    """
    refuse_binary(content)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding
    return _without_mark(content)


def refuse_binary(content: bytes) -> None:
    """Refuse what cannot be text whatever its encoding.

    Raises:
        UnreadableError: it is empty, too large, or binary.
    """
    if not content.strip():
        raise UnreadableError("empty", "the file is empty")
    if len(content) > MAX_BYTES:
        raise UnreadableError("too large", f"{len(content):,} bytes; a release may have {MAX_BYTES:,}")
    if content.startswith(_BINARY_HEADS):
        raise UnreadableError("binary", "the file is not text (it starts like an archive, an image, a PDF or a program)")
    if not content.startswith(MARKS) and len(content.translate(None, _CONTROLS)) < len(content) - len(content) // 100:
        raise UnreadableError("binary", "the file is not text (it is full of control characters)")


def _without_mark(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(content):
            raise UnreadableError("undecodable", f"broken UTF-8: byte {error.start:,} is not part of any character") from None
    western = content.decode("cp1252", "replace")
    if _WESTERN.fullmatch(western) and not _LETTERS_IN_A_ROW.search(western):
        return western, "cp1252"
    best = charset_normalizer.from_bytes(content).best()
    if best is None or _BROKEN.search(text := str(best)):
        raise UnreadableError("undecodable", "no encoding gives clean text; save the file as UTF-8")
    return text, best.encoding


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether more characters are right than wrong: other encodings make a right one by chance now and then."""
    right = sum(1 for _ in _MULTIBYTE_UTF8.finditer(content))
    return right > 0 and right >= content.decode("utf-8", "replace").count("\ufffd")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("undecodable", f"marked as {encoding}, but byte {error.start:,} breaks it") from None
    if not text.strip():
        raise UnreadableError("empty", "the file holds a mark of its encoding and nothing else")
    return text
