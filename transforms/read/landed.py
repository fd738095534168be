"""What reading a source gives: releases as they came, and what could not be taken.

Belongs here: the two shapes and the limits that hold for every source.
Does not: opening anything (folder.py, jsonl.py), understanding the bytes (decode.py, clean.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

MAX_BYTES = 10_000_000  # a press release has some thousands; ten million are something else


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says about a release; None where it says nothing."""

    url: str | None = None
    title: str | None = None
    organisation: str | None = None
    home_country: str | None = None
    language: str | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Landed:
    """One release as it came. `file` is its address within the source and, with the source, its identity.

    `charset` is what an HTTP header said beside the bytes.
    """

    file: str
    media_type: str
    content: bytes
    statement: Statement = field(default_factory=Statement)
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that could not be taken. `reason` is one of the accepted values of the quarantine contract, `detail` a sentence."""

    file: str
    reason: str
    detail: str
    content: bytes | None = None


class UnreadableError(Exception):
    """A document cannot be read: `reason` as in the quarantine contract, the message a sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
