"""Web archives: the pages that a crawler kept, plain or gzip, as Common Crawl and others write them.

Belongs here: the answers that are pages, one release each, with their address and the charset of their header.
Does not: the pages themselves (html.py), folders (folder.py).
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from transforms.read.landed import MAX_BYTES, Landed, Rejected, Statement
from transforms.read.links import web_address

_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_GZIP, _END, _CHUNK = b"\x1f\x8b", b"\r\n\r\n", 1 << 20


def read_warc(path: Path, shown: str) -> Iterator[Landed | Rejected]:
    """The pages in the archive at `path`, named `shown` in messages; the address of a release is file#uri.

    What is no page, or answered with another status than 200, is no release and is passed over.
    """
    seen: dict[str, str] = {}
    records = last = 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="all"):
                records, last = records + 1, record.stream_pos
                if record.record_type == WarcRecordType.response:
                    yield from _page(record, shown, seen)
    except (OSError, ValueError, RuntimeError) as error:
        if records:
            yield Rejected(shown, "malformed", f"it breaks behind its record {records:,}, up to which it was read: {error}")
        elif isinstance(error, OSError) and error.errno:
            raise
        else:
            yield Rejected(shown, "wrong type", f"it is no web archive: {error}")
        return
    if not _ends_whole(path, last):
        yield Rejected(shown, "malformed", f"it ends in the middle, behind its record {records:,}, up to which it was read")


def _page(record: Any, shown: str, seen: dict[str, str]) -> Iterator[Landed | Rejected]:
    uri = web_address(record.headers.get("WARC-Target-URI", "").strip("<>"))
    if uri is None or record.http_content_type not in _PAGES or record.http_headers.status_code != _OK:
        return
    address = f"{shown}#{uri}"
    promised = record.content_length
    body = record.reader.read(MAX_BYTES + 1) if promised <= MAX_BYTES else b""
    digest = hashlib.sha256(body).hexdigest()
    if promised > MAX_BYTES or len(body) > MAX_BYTES:
        yield Rejected(address, "too large", f"{max(promised, len(body)):,} bytes or more; a page may have {MAX_BYTES:,}")
    elif promised and (not body or (len(body) < promised and not _is_packed(record))):
        yield Rejected(address, "malformed", f"the archive promises {promised:,} bytes of it and holds {len(body):,}")
    elif address in seen:
        if digest != seen[address]:
            yield Rejected(address, "listed twice", "the archive holds another state of the same page; the first counts", body)
    else:
        seen[address] = digest
        yield Landed(address, "text/html", body, Statement(url=uri), record.http_charset)


def _is_packed(record: Any) -> bool:
    """Whether the length in the archive is not that of the page."""
    return bool(record.http_headers.get("Content-Encoding") or record.http_headers.get("Transfer-Encoding"))


def _ends_whole(path: Path, start: int) -> bool:
    """Whether an archive has its end, looking on from its last whole record; its reader takes a torn one for the end."""
    with path.open("rb") as stream:
        stream.seek(start)
        if stream.read(len(_GZIP)) != _GZIP:
            stream.seek(-min(len(_END), path.stat().st_size), os.SEEK_END)
            return stream.read() == _END
        stream.seek(start)
        member = zlib.decompressobj(wbits=31)
        try:
            while rest := member.unconsumed_tail or member.unused_data or stream.read(_CHUNK):
                member = zlib.decompressobj(wbits=31) if member.eof else member
                member.decompress(rest, _CHUNK)
        except zlib.error:
            return False
        return member.eof
