"""The body of an answer, with an end to how much of it is taken.

Belongs here: reading and unpacking it piece by piece. Does not: requests (client.py), understanding it (transforms/read).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from orchestration.fetch.errors import NotFetchedError, TooLargeError

_RATIO, _SMALL = 100, 1_000_000  # text shrinks three to tenfold, a menu-heavy page thirtyfold; small answers may shrink as they like
_GZIP = 16 + zlib.MAX_WBITS


def read_body(pieces: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """All of a body, unpacked where it was sent as gzip.

    Raises:
        TooLargeError: it has more than `limit` bytes, or unpacks to a hundred times what was sent.
        NotFetchedError: it is packed in a way that was not asked for, or the packing is damaged.
    """
    if encoding in {"", "identity"}:
        return _capped(pieces, limit)
    if encoding not in {"gzip", "x-gzip"}:
        raise NotFetchedError(f"it is packed as {encoding[:40]!r}, which was not asked for")
    return _capped(_unpacked(pieces, limit), limit)


def _capped(pieces: Iterable[bytes], limit: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise TooLargeError(f"it has more than {limit:,} bytes")
    return bytes(body)


def _unpacked(pieces: Iterable[bytes], limit: int) -> Iterable[bytes]:
    received = sent = 0
    unpacker = zlib.decompressobj(_GZIP)
    for piece in pieces:
        received += len(piece)
        rest = piece
        while rest:
            if unpacker.eof:
                unpacker = zlib.decompressobj(_GZIP)
            try:
                unpacked = unpacker.decompress(rest, limit + 1)
            except zlib.error as error:
                raise NotFetchedError(f"its gzip is damaged: {error}", passing=True) from None
            sent += len(unpacked)
            if sent > max(_SMALL, _RATIO * received):
                raise TooLargeError(f"{received:,} bytes unpack to more than {sent:,}", "bomb")
            yield unpacked
            rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if received and not unpacker.eof:
        raise NotFetchedError("its gzip ends in the middle", passing=True)
