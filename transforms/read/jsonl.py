"""JSON Lines: one release a line, with what its source says about it.

Belongs here: reading such a file line by line, never whole.
Does not: folders (folder.py), the checks of the values (statement.py).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from transforms.read.clean import one_line
from transforms.read.landed import MAX_BYTES, Landed, Rejected, UnreadableError
from transforms.read.statement import FIELDS, statement

KNOWN = {"uri", "text", *FIELDS}


def read_jsonl(path: Path, shown: str) -> Iterator[Landed | Rejected]:
    """The releases of the file at `path`, named `shown` in messages. The address of a release is file#uri, without a uri file:line."""
    records = Records(shown)
    for number, line in _lines(path):
        yield from records.take(number, line)
    yield from records.unknown_keys()


class Records:
    """The records of one file, each address once; `shown` names the file in messages."""

    def __init__(self, shown: str, unknown: Collection[str] = ()) -> None:
        self._shown = shown
        self._seen: set[str] = set()
        self._unknown = set(unknown)

    def take(self, number: int, line: bytes) -> Iterator[Landed | Rejected]:
        """The release in the `number`th line, or what is wrong with it."""
        where = f"{self._shown}:{number}"
        try:
            record = _record(line)
        except UnreadableError as error:
            yield Rejected(where, error.reason, str(error), line if len(line) <= MAX_BYTES else None)
            return
        uri = one_line(str(record.get("uri") or ""))
        address = f"{self._shown}#{uri}" if uri else where
        if address in self._seen:
            yield Rejected(where, "listed twice", f"uri {uri!r} stands in the file twice; the first line counts", line)
            return
        self._seen.add(address)
        self._unknown |= set(record) - KNOWN
        said, problems = statement({**record, "url": record.get("url") or _web_address(record)})
        yield Landed(address, "application/json", line, said)
        yield from (Rejected(where, "bad value", problem) for problem in problems)

    def unknown_keys(self) -> Iterator[Rejected]:
        """A note for each key of the records that means nothing here."""
        for name in sorted(self._unknown):
            told = f"key {name!r} is not known and is ignored; known are {', '.join(sorted(KNOWN))}"
            yield Rejected(self._shown, "unknown column", told)


def text_of(content: bytes) -> str:
    """The text of a landed line.

    Raises:
        UnreadableError: it is no record with a text.
    """
    return str(_record(content)["text"])


def _web_address(record: dict[str, Any]) -> str | None:
    uri = str(record.get("uri") or "")
    return uri if uri.startswith(("http://", "https://")) else None


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Line number and bytes; of a line over the limit just so much that it is seen to be too large."""
    with path.open("rb") as handle:
        number = 0
        while line := handle.readline(MAX_BYTES + 1):
            number += 1
            rest = line
            while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
                rest = handle.readline(MAX_BYTES + 1)
            if line.strip():
                yield number, line.rstrip(b"\r\n") if len(line) <= MAX_BYTES else line


def _record(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_BYTES:
        raise UnreadableError("too large", f"the line has more than {MAX_BYTES:,} bytes")
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError("undecodable", f"broken UTF-8: byte {error.start:,} of the line is not part of any character") from None
    except (ValueError, RecursionError) as error:  # also a number of thousands of digits
        raise UnreadableError("malformed", f"not JSON: {error}") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnreadableError("malformed", "not an object with a string 'text'")
    if not record["text"].strip():
        raise UnreadableError("empty", "its text is empty")
    return record
