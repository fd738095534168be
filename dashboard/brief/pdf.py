"""The brief as a PDF of one page, set on this machine.

Belongs here: handing the content to the typesetter. Does not: the look (brief.typ), what is in the brief (content.py).
"""

from __future__ import annotations

import json
from pathlib import Path

from dashboard.brief.content import Brief

_TEMPLATE = Path(__file__).parent / "brief.typ"


def pdf(brief: Brief) -> bytes:
    """The brief as a file. Its words go in as data: the typesetter reads no markup in them."""
    import typst  # noqa: PLC0415 - forty megabytes that only a PDF needs

    set_page: bytes = typst.compile(_TEMPLATE, root=_TEMPLATE.parent, sys_inputs={"brief": json.dumps(_plain(brief))})
    return set_page


def _plain(brief: Brief) -> dict[str, object]:
    """Names and lists only, for JSON."""
    named = {name: [row._asdict() for row in getattr(brief, name)] for name in ("years", "sectors", "kinds", "sentences")}
    return {**brief._asdict(), **named}
