"""What a press centre lists: the entries of its feeds, sitemaps and index pages, in the order in which they stand there.

Belongs here: bytes in, addresses out, with the title, the day and the full text where the list carries them.
Does not: fetching (orchestration), reading the releases themselves (html.py), addresses (links.py).
"""

from __future__ import annotations

import fnmatch
import io
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

import feedparser
from lxml import etree
from resiliparse.parse.html import HTMLTree

from transforms.read.clean import one_line
from transforms.read.days import day_of
from transforms.read.decode import decode, refuse_binary
from transforms.read.landed import UnreadableError
from transforms.read.limits import (
    MAX_FEED_BYTES,
    MAX_FEED_TAGS,
    MAX_LISTING_BYTES,
    MAX_SITEMAP_PAGES,
    MAX_SITEMAP_TAGS,
    gunzip,
    refuse_entities,
    refuse_tags,
)
from transforms.read.links import web_address
from transforms.read.page import elements, parse_page, parse_source, root

_FULL_TEXT = 600  # characters of text: a shorter description is a teaser, and its release is at the link
_CUT = ("...", "…", "[…", "read more", "continue reading", "more")
_CLIMB = 5  # levels from a link to its row or tile
_FEW = 10
_WIDEST = 30  # children of a row or tile
_MOST_LINKS = 2_000  # an index page has some hundreds
_LONGEST_TITLE = 300
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_NEXT = re.compile(
    r"(?:next|older)(?: (?:page|posts?|entries|releases|news))?(?: ?[>›»→]+)?|[>›»→]{1,2}|下一页|suivante?s?|siguiente|weiter"
)
_LONGEST_VALUE = 5_000
_XML = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_FEED: dict[str, Any] = {"resolve_relative_uris": False, "sanitize_html": False}  # the text is taken out by our own reader


class Listed(NamedTuple):
    """One entry of a list. `uri` is http or https, or "#" and its id where a feed gives a text but no address.

    `published` is an ISO 8601 day, `content` the full text in `media_type` where the list carries it; None means: follow the address.
    `modified` is the day of the last change that a sitemap states.
    """

    uri: str
    title: str | None = None
    published: str | None = None
    content: bytes | None = None
    media_type: str | None = None
    modified: str | None = None


def read_feed(content: bytes, address: str = "") -> list[Listed]:
    """The entries of an RSS or Atom feed that was found at `address`, each address once.

    Raises:
        UnreadableError: it is no feed, too large, or made to grow when it is read.
    """
    refuse_binary(content)
    if len(content) > MAX_FEED_BYTES:
        raise UnreadableError("too large", f"{len(content):,} bytes; a feed may have {MAX_FEED_BYTES:,}")
    refuse_entities(content)
    refuse_tags(content.replace(b"\0", b"").decode("latin-1"), MAX_FEED_TAGS)
    feed = feedparser.parse(io.BytesIO(content), **_FEED)
    if not feed.version and not feed.entries:
        raise UnreadableError("wrong type", "the file is no RSS or Atom feed")
    base = web_address(feed.feed.get("link"), address) or address
    entries = (_entry(entry, base) for entry in feed.entries)
    return list({entry.uri: entry for entry in reversed([e for e in entries if e])}.values())[::-1]


def read_sitemap(content: bytes) -> tuple[list[Listed], list[str]]:
    """The pages of a sitemap, and the addresses of further sitemaps where it is an index; plain or gzip, XML or a list of lines.

    Raises:
        UnreadableError: it is no sitemap, too large, damaged, or made to grow when it is read.
    """
    plain = gunzip(content)
    if len(plain) > MAX_LISTING_BYTES:
        raise UnreadableError("too large", f"{len(plain):,} bytes; a sitemap may have {MAX_LISTING_BYTES:,}")
    if plain.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"http://", b"https://")):
        lines = decode(plain)[0].split()
        return [Listed(uri) for uri in dict.fromkeys(map(web_address, lines)) if uri], []
    refuse_entities(plain)
    refuse_tags(plain.decode("latin-1"), MAX_SITEMAP_TAGS)
    try:
        return _sitemap(plain)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("malformed", f"not the XML of a sitemap: {error}") from None


def read_index(content: bytes, address: str, pattern: str, pages: str = "", charset: str | None = None) -> tuple[list[Listed], str | None]:
    """The releases that an index page at `address` links to, and the address of the next page, None where there is none.

    `pattern` says which links are releases: a regular expression, searched in the address, where it begins with "^", else a glob such as
    "*/news/*.html" for the whole address or its path. `pages` is the address of a further page with {n} for its number; without it the
    next page is what the page itself calls next. With it there is no end: stop at a page that brings nothing new.

    Raises:
        UnreadableError: it is no page; as parse_page.
        ValueError: the pattern is no regular expression.
    """
    tree = parse_page(content, charset)
    base = _base(tree, address)
    wanted = matcher(pattern)
    found: dict[str, Listed] = {}
    for link in elements(root(tree), "a[href]", _MOST_LINKS):
        uri = web_address(link.getattr("href"), base)
        if uri and uri != address and wanted(uri):
            listed = _linked(uri, link)
            known = found.setdefault(uri, listed)
            longer = max(known.title or "", listed.title or "", key=len) or None
            found[uri] = known._replace(title=longer, published=known.published or listed.published)
    return list(found.values()), _numbered(address, pages) if pages and found else _next(tree, address, base)


def _entry(entry: Any, base: str) -> Listed | None:
    text, media_type = _full_text(entry)
    uri = web_address(entry.get("link"), base) or web_address(entry.get("id"))
    if uri is None and text and entry.get("id"):
        uri = "#" + quote(one_line(entry["id"]), safe="")
    if uri is None:
        return None
    day = next((day for name in ("published", "created", "updated") if (day := day_of(dict.get(entry, name)))), None)
    title = one_line(_plain(entry.get("title") or "")) or None
    return Listed(uri, title, day.isoformat() if day else None, text.encode("utf-8", "replace") if text else None, media_type)


def _full_text(entry: Any) -> tuple[str | None, str | None]:
    """The longest text of an entry and its type; nothing where it is only a teaser of what stands at the link."""
    given = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    texts = [(one.get("value") or "", "text/plain" if one.get("type") == "text/plain" else "text/html") for one in given]
    text, media_type = max(texts, key=lambda one: len(one[0]))
    plain = " ".join(_plain(text).split())
    is_teaser = len(plain) < _FULL_TEXT or plain.lower().rstrip(" »>])").endswith(_CUT)
    if not plain or (is_teaser and entry.get("link")):
        return None, None
    return text, media_type


def _plain(markup: str) -> str:
    body = parse_source(markup).body
    return (body.text or "") if body is not None else ""


def _sitemap(content: bytes) -> tuple[list[Listed], list[str]]:
    """Read a sitemap element by element, so that the largest that is allowed does not stand in memory as a tree."""
    pages: dict[str, Listed] = {}
    further: dict[str, None] = {}
    said: dict[str, str] = {}
    names = set()
    for _, element in etree.iterparse(io.BytesIO(content), events=("end",), **_XML):
        name = _name(element)
        names.add(name)
        if name in ("url", "sitemap"):
            uri = web_address(said.get("loc"))
            if uri and name == "url":
                pages.setdefault(uri, _page(uri, said))
            elif uri:
                further.setdefault(uri)
            said = {}
            element.clear()
            if len(pages) > MAX_SITEMAP_PAGES:
                raise UnreadableError("too large", f"more than {MAX_SITEMAP_PAGES:,} pages in one sitemap")
        elif name and element.text and len(element.text) < _LONGEST_VALUE:
            said.setdefault(name, element.text.strip())
    if not names & {"urlset", "sitemapindex"}:
        raise UnreadableError("wrong type", "the file is no sitemap")
    return list(pages.values()), list(further)


def _name(element: Any) -> str:
    """The name of an element without its namespace; nothing for those that speak of pictures and films."""
    if not isinstance(element.tag, str):  # a comment
        return ""
    name = etree.QName(element)
    return "" if name.namespace and ("image" in name.namespace or "video" in name.namespace) else name.localname


def _page(uri: str, said: Mapping[str, str]) -> Listed:
    published, modified = day_of(said.get("publication_date")), day_of(said.get("lastmod"))
    title = one_line(said.get("title", "")) or None
    return Listed(uri, title, published.isoformat() if published else None, None, None, modified.isoformat() if modified else None)


def _base(tree: HTMLTree, address: str) -> str:
    stated = root(tree).query_selector("base[href]")
    return (web_address(stated.getattr("href"), address) if stated else None) or address


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether an address is one that `pattern` means, as read_index takes it.

    Raises:
        ValueError: the pattern is no regular expression.
    """
    try:
        form = re.compile(pattern if pattern.startswith("^") else fnmatch.translate(pattern))
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}") from None

    def wanted(uri: str) -> bool:
        parts = urlsplit(uri)
        return any(form.match(text) for text in (uri, parts.path, f"{parts.path}?{parts.query}"))

    return wanted


def _linked(uri: str, link: Any) -> Listed:
    """A link with its words and the day beside it."""
    block = _block(link)
    heading = link.query_selector(_HEADINGS) or block.query_selector(_HEADINGS)
    words = one_line((heading or link).text or "")
    spelt_out = one_line(link.getattr("title") or "")
    title = spelt_out if len(spelt_out) > len(words) or not words else words
    stated = block.query_selector("time[datetime]")
    day = (day_of(stated.getattr("datetime")) if stated else None) or day_of(block.text)
    return Listed(uri, title[:_LONGEST_TITLE] or None, day.isoformat() if day else None, None, None)


def _block(link: Any) -> Any:
    """The largest block around a link in which no other address is linked: a row of a table, a tile, an item of a list."""
    block = link
    for _ in range(_CLIMB):
        around = block.parent_element
        if around is None or around.tag in ("body", "html", "main") or around.child_element_count > _WIDEST:
            break
        if len({other.getattr("href") for other in elements(around, "a[href]", _FEW)}) > 1:
            break
        block = around
    return block


def _next(tree: HTMLTree, address: str, base: str) -> str | None:
    """The page that this one calls the next: by rel, else by the words of a link."""
    stated = elements(root(tree), 'link[rel~="next"][href], a[rel~="next"][href]', _FEW)
    named = [link for link in elements(root(tree), "a[href]", _MOST_LINKS) if _NEXT.fullmatch(_words(link))]
    addresses = (web_address(link.getattr("href"), base) for link in [*stated, *named])
    return next((uri for uri in addresses if uri and uri != address), None)


def _words(link: Any) -> str:
    return one_line(link.getattr("aria-label") or link.text or link.getattr("title") or "").lower()


def _numbered(address: str, pages: str) -> str | None:
    """The address after `address` among those that `pages` makes; the first page has often no number and counts as 1."""
    before, _, after = pages.partition("{n}")
    here = re.fullmatch(re.escape(before) + r"(\d{1,6})" + re.escape(after), address)
    return web_address(f"{before}{int(here[1]) + 1 if here else 2}{after}", address)
