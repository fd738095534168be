"""The one form of a web address by which a release is known.

Belongs here: that form. Does not: the address that is asked for, which stays as it was found.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import httpx
from courlan import normalize_url

# Whole names only, and only those that press centres never use to tell releases apart: a general list of trackers
# takes `cid`, `eid` and `gallery` away too, and a whole press centre becomes one release.
_TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hs(?:enc|mi)", re.IGNORECASE)


def canonical(address: str) -> str:
    """`address` with its host in small letters, its dots resolved, its query in order and without trackers, no fragment.

    http and https are one, where no port is named: press centres move from one to the other, and their releases stay the same.
    """
    if address.startswith("#"):  # an entry that has an id and no address
        return address
    try:
        parts = urlsplit(str(httpx.URL(address)))
        scheme = parts.scheme if parts.port else "https"
    except (httpx.InvalidURL, ValueError):
        return address  # asking for it will say what is wrong with it
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKERS.fullmatch(name)]
    plain: str = normalize_url(urlunsplit((scheme, parts.netloc, parts.path or "/", "", "")))
    return f"{plain}?{urlencode(sorted(query))}" if query else plain
