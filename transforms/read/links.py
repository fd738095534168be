"""Addresses on the web, as pages and feeds write them.

Belongs here: making them whole, and refusing every scheme but http and https (javascript:, data:, file:, mailto:).
Does not: opening them (nothing in this room does), their canonical form (the fetcher's).
"""

from __future__ import annotations

import re
from urllib.parse import quote, urldefrag, urljoin, urlsplit

_LONGEST = 2_000  # what browsers and servers agree on
_STRIPPED = re.compile("[\x00-\x20\x7f-\x9f\xa0\xad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]+")
_HOST = re.compile(r"[\w.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]")
_PRINTED = "%/:?#[]@!$&'()*+,;=-._~"


def web_address(href: str | None, base: str = "") -> str | None:
    """`href` as an absolute http or https address without its fragment; None where it is none."""
    if not href or len(href) > _LONGEST:
        return None
    try:
        whole = urldefrag(urljoin(base, _STRIPPED.sub(_space, href.strip()))).url
        parts = urlsplit(whole)
        host = parts.hostname or ""
        port = parts.port
    except ValueError:  # an unclosed bracket, a port that is no number
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or port == 0 or len(whole) > _LONGEST:
        return None
    return quote(whole, safe=_PRINTED)


def _space(found: re.Match[str]) -> str:
    """Blanks inside an address are part of it; line ends, tabs and what is invisible are not."""
    return "%20" if set(found[0]) == {" "} else ""
