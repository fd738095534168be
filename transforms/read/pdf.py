"""A release as a PDF: the text of its pages.

Belongs here: taking it out through pypdf, which is an optional extra (pip install pressledger[pdf]), and joining its lines.
Does not: pictures of text: a scanned page has none.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from itertools import chain
from typing import Any

from transforms.read.contents import Contents
from transforms.read.landed import MAX_BYTES, UnreadableError

_HEAD = b"%PDF-"
_MOST_PAGES = 100  # a report is no release
_MOST_OF_A_PAGE = 150_000  # characters; a page set letter by letter counts for some 60,000
_SHOWING = (b"Tj", b"TJ", b"'", b'"')
_MOST_CHARACTERS = 1_000_000
_LIMITS: dict[str, Any] = {  # a page of text has some thousand bytes; pypdf's own limits let a file of one megabyte work for minutes
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 500,
}
_REPEATED = 3  # pages on which a line is a page header
_MARGIN = 3  # lines at the head and the foot of a page
_SHORTEST_HEADER = 5
_WIDE, _FULL = 0.6, 0.9  # of the width of the page: a shorter line ends a heading, a full stop before this a paragraph
_DIGITS = re.compile(r"\d+")
_HYPHENED = re.compile(r"[a-z]-\Z")
_ITEM = re.compile(r"[-*•·▪●‣–] |\(?\d{1,2}[.)] ")
_PAGE_NUMBER = re.compile(r"\s*(?:page )?\d{1,3}(?: (?:of|/) \d{1,3})?\s*", re.IGNORECASE)


def read_pdf(content: bytes) -> Contents:
    """Read a PDF file.

    Raises:
        UnreadableError: it is no PDF, locked, damaged, too large, without text, or pypdf is not installed.
    """
    if _HEAD not in content[:1024]:
        raise UnreadableError("wrong type", "the file is no PDF: it does not begin like one")
    if len(content) > MAX_BYTES:
        raise UnreadableError("too large", f"{len(content):,} bytes; a release may have {MAX_BYTES:,}")
    try:
        import pypdf  # noqa: PLC0415 -- an optional extra
        from pypdf import errors  # noqa: PLC0415
    except ImportError:
        raise UnreadableError("not installed", "pypdf, which reads PDF files, is not installed: pip install 'pressledger[pdf]'") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it remarks on every oddity of a file; what matters is raised
    try:
        with pypdf.apply_configuration(**_LIMITS):
            return _read(pypdf.PdfReader(io.BytesIO(content)))
    except errors.FileNotDecryptedError:
        raise UnreadableError("locked", "the PDF asks for a password") from None
    except errors.LimitReachedError as error:
        raise UnreadableError("bomb", f"the PDF unfolds without end: {error}") from None
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 -- pypdf raises whatever a damaged file makes it meet
        raise UnreadableError("malformed", f"the PDF cannot be read: {type(error).__name__}: {error}") from None


def _read(reader: Any) -> Contents:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("locked", "the PDF asks for a password")
    if len(reader.pages) > _MOST_PAGES:
        raise UnreadableError("too large", f"{len(reader.pages)} pages; a release may have {_MOST_PAGES}")
    pages: list[list[str]] = []
    for page in reader.pages:
        pages.append((page.extract_text(visitor_operand_before=_Counter().before) or "").split("\n"))
        if sum(map(len, chain.from_iterable(pages))) > _MOST_CHARACTERS:
            raise UnreadableError("too large", f"its text has more than {_MOST_CHARACTERS:,} characters")
    text = _paragraphs(_without_headers(pages))
    if not text.strip():
        raise UnreadableError("no text", "the PDF holds no text; a scanned page is a picture")
    return Contents(text)


class _Counter:
    """Stops at a page with too much text: the time that pypdf takes for a page grows with the square of it."""

    def __init__(self) -> None:
        self._shown = 0

    def before(self, operator: bytes, operands: list[Any], *_: Any) -> None:
        """Called before each drawing operation; those that show text count with their length."""
        if operator in _SHOWING:
            self._shown += 10 + len(str(operands))
        if self._shown > _MOST_OF_A_PAGE:
            raise UnreadableError("bomb", f"one of its pages shows more than {_MOST_OF_A_PAGE:,} characters")


def _without_headers(pages: list[list[str]]) -> list[str]:
    """The lines of all pages without what stands at the head or the foot of several, and without their numbers."""
    repeated = Counter(form for page in pages for form in {_form(line) for line in (*page[:_MARGIN], *page[-_MARGIN:])} if form)
    kept = []
    for page in pages:
        for number, line in enumerate(page):
            in_margin = number < _MARGIN or number >= len(page) - _MARGIN
            if not (in_margin and (repeated[_form(line)] >= _REPEATED or _PAGE_NUMBER.fullmatch(line))):
                kept.append(line.strip())
    return kept


def _form(line: str) -> str:
    """A line without its numbers: "Page 3 of 7" is the same on every page. A line of numbers alone says nothing and is nobody's header."""
    form = _DIGITS.sub("0", line.strip())
    return form if len(form) > _SHORTEST_HEADER else ""


def _paragraphs(lines: list[str]) -> str:
    """Join the lines that were broken at the width of the page: one goes on where it is wide, or ends inside a sentence."""
    width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    text: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line and not _ITEM.match(line):
            joint = "" if _HYPHENED.search(text[-1]) and line[:1].islower() else " "
            text[-1] = (text[-1][:-1] if not joint else text[-1]) + joint + line
        else:
            text.append(line)
        goes_on = len(line) >= _WIDE * width and not (line.endswith((".", "!", "?", ":")) and len(line) < _FULL * width)
    return "\n".join(text)
