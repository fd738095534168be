"""What the bytes of a landed document hold: its text, and what it says of itself.

Belongs here: the shape, and which reader takes which media type.
Does not: those readers (decode.py, html.py, mail.py, pdf.py, jsonl.py), cleaning the text (clean.py).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Contents(NamedTuple):
    """A text as it came, and what the document states beside it; None where it states nothing.

    `basis` says where `published_on` was found: metadata, url or none.
    """

    text: str
    title: str | None = None
    published_on: date | None = None
    basis: str = "none"
    url: str | None = None
    language: str | None = None
