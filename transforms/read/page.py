"""An HTML page: its bytes as a tree.

Belongs here: the charset of a page, by mark, header, meta and detection; parsing; refusing what is nested beyond reason.
Does not: what is taken from the tree (html.py, index.py).
"""

from __future__ import annotations

import re

from resiliparse.parse.encoding import map_encoding_to_html5
from resiliparse.parse.html import HTMLTree
from resiliparse.parse.html.exception import HTMLParserException
from resiliparse.parse.html.node import DocumentNode, ElementNode

from transforms.read.decode import MARKS, decode, refuse_binary
from transforms.read.landed import UnreadableError
from transforms.read.limits import MAX_PAGE_BYTES, refuse_growth

MAX_DEPTH = 400  # a page has some thirty levels; the time of taking its text out grows with their square
_TOO_DEEP = ">".join("*" * MAX_DEPTH)
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w:.-]{2,40})", re.IGNORECASE
)
_HEAD = 4096  # browsers look at 1,024; press centres put scripts first
_BROKEN_SHARE = 1000  # of so many characters one may be broken: a page cut in two, an advertisement in another charset


def parse_page(content: bytes, charset: str | None = None) -> HTMLTree:
    """The tree of a page; `charset` is what its HTTP header said.

    Raises:
        UnreadableError: it is empty, too large, no text, or nested deeper than MAX_DEPTH.
    """
    return parse_source(decode_page(content, charset)[0])


def parse_source(source: str) -> HTMLTree:
    """The tree of a page that is decoded.

    Raises:
        UnreadableError: it is nested deeper than MAX_DEPTH, or made to grow when it is parsed.
    """
    refuse_growth(source)
    try:
        tree = HTMLTree.parse(source)
    except HTMLParserException as error:
        raise UnreadableError("malformed", f"the page cannot be parsed: {error}") from None
    if root(tree).query_selector(_TOO_DEEP) is not None:
        raise UnreadableError("bomb", f"its elements are nested more than {MAX_DEPTH} deep")
    return tree


def root(tree: HTMLTree) -> DocumentNode:
    """The document of a tree; every parsed page has one, however empty.

    Raises:
        UnreadableError: it has none after all.
    """
    if tree.document is None:
        raise UnreadableError("malformed", "the page has no document")
    return tree.document


def elements(node: DocumentNode | ElementNode, selector: str, most: int) -> list[ElementNode]:
    """The first `most` elements under a node.

    The list that the library returns must never be iterated over: each step goes through all of it (4,000 elements take two minutes).
    """
    return list(node.query_selector_all(selector)[:most])


def decode_page(content: bytes, charset: str | None = None) -> tuple[str, str]:
    """The source of a page and its encoding: by mark, as UTF-8, by header, by meta, by detection.

    UTF-8 comes before what is declared: text in another encoding is never UTF-8 by chance, and declarations are often copied.

    Raises:
        UnreadableError: it is empty, too large, or no text in any encoding.
    """
    refuse_binary(content)
    if len(content) > MAX_PAGE_BYTES:
        raise UnreadableError("too large", f"{len(content):,} bytes; a page may have {MAX_PAGE_BYTES:,}")
    meta = _META.search(content, 0, _HEAD)
    named = [charset or "", (meta[1] or meta[2]).decode("ascii") if meta else ""]
    if content.startswith(MARKS) or (not content.isascii() and _is(content, "utf-8")):
        return decode(content)
    declared = [encoding for name in named if name and (encoding := _known(name))]
    for encoding in declared:
        if _is(content, encoding):
            return content.decode(encoding), encoding
    for encoding in declared:
        text = content.decode(encoding, "replace")
        if text.count("\ufffd") * _BROKEN_SHARE <= len(text):
            return text, encoding
    return decode(content)


def _known(name: str) -> str | None:
    """The codec behind a label as the web uses it: latin-1 means Windows-1252, gb2312 the larger sets."""
    label = map_encoding_to_html5(name, fallback_utf8=False)
    if label is None or label.startswith(("utf-16", "utf-32", "replacement", "x-user")):
        return None  # without a mark nothing in these holds its own declaration
    return "gb18030" if label in ("gbk", "gb2312") else str(label)


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
