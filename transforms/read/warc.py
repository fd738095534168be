"""Web archives: the pages that a crawler kept, plain or gzip, as Common Crawl and others write them.

Belongs here: the answers that are pages, one release each, with their address and the charset of their header.
Does not: the pages themselves (html.py), folders (folder.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from transforms.read.landed import MAX_BYTES, Landed, Rejected, Statement
from transforms.read.links import web_address

_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200


def read_warc(path: Path, shown: str) -> Iterator[Landed | Rejected]:
    """The pages in the archive at `path`, named `shown` in messages; the address of a release is file#uri.

    What is no page, or answered with another status than 200, is no release and is passed over.
    """
    seen: dict[str, str] = {}
    records = 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="all"):
                records += 1
                if record.record_type == WarcRecordType.response:
                    yield from _page(record, shown, seen)
    except (OSError, ValueError, RuntimeError) as error:
        if records:
            yield Rejected(shown, "malformed", f"it breaks behind its record {records:,}, up to which it was read: {error}")
        elif isinstance(error, OSError) and error.errno:
            raise
        else:
            yield Rejected(shown, "wrong type", f"it is no web archive: {error}")


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
    elif promised and not body:
        yield Rejected(address, "malformed", f"the archive promises {promised:,} bytes of it and ends")
    elif address in seen:
        if digest != seen[address]:
            yield Rejected(address, "listed twice", "the archive holds another state of the same page; the first counts", body)
    else:
        seen[address] = digest
        yield Landed(address, "text/html", body, Statement(url=uri), record.http_charset)
