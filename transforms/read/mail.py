"""A newsletter as it was sent: an .eml file.

Belongs here: its text or HTML part, its subject and its day.
Does not: attachments (save them and name them), the page inside (html.py).
"""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from transforms.read.clean import one_line
from transforms.read.contents import Contents
from transforms.read.days import day_of
from transforms.read.decode import refuse_binary
from transforms.read.html import read_page
from transforms.read.landed import UnreadableError
from transforms.read.page import decode_page

_MOST_PARTS = 200  # a newsletter has some five; parts inside parts cost stack
_LONGEST_HEAD = 200_000
_SHORT = 200  # characters: a text part that only says "see the HTML part"
_HEADER = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_ADDRESSES = re.compile(r"[<\[(]?https?://\S{20,}[>\])]?")


def read_mail(content: bytes) -> Contents:
    """Read a message: its text part, the HTML part where that says more, the subject as its title.

    Raises:
        UnreadableError: it is no message, has too many parts, or no text among them.
    """
    refuse_binary(content)
    plain = content.replace(b"\r\n", b"\n")
    if not _HEADER.match(plain):
        raise UnreadableError("wrong type", "the file is no e-mail message: it does not begin with headers")
    if len(plain.partition(b"\n\n")[0]) > _LONGEST_HEAD:
        raise UnreadableError("bomb", f"its headers have more than {_LONGEST_HEAD:,} bytes")
    if content.count(b"\n--") > _MOST_PARTS * 2:
        raise UnreadableError("bomb", f"the message has more than {_MOST_PARTS} parts")
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
        found = [part for kind in ("html", "plain") if (part := _part(message, kind))]
        title = one_line(str(message["subject"] or "")) or None
        day = day_of(str(message["date"] or ""))
    except (
        RecursionError,
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
        IndexError,
    ) as error:  # what broken headers make it raise
        raise UnreadableError("malformed", f"the message cannot be taken apart: {error}") from None
    if not found:
        raise UnreadableError("no text", "the message has no text and no HTML part")
    text = max(found, key=lambda part: len(part) if len(part.strip()) >= _SHORT else 0)
    return Contents(text, title, day, "metadata" if day else "none")


def _part(message: EmailMessage, kind: str) -> str | None:
    part = message.get_body((kind,))
    payload = part.get_payload(decode=True) if part is not None else None
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    charset = part.get_content_charset() if part is not None else None
    return read_page(payload, charset).text if kind == "html" else _ADDRESSES.sub("", decode_page(payload, charset)[0])
