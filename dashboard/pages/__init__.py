"""The pages: the one table of them, and a module each with a function `page(view)`.

Belongs here: which pages there are, in order; a module puts sections in order. Does not: drawing them (sections/).
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple


class Entry(NamedTuple):
    """A page as the menu shows it. `module` is its file here and its address."""

    module: str
    title: str
    icon: str
    about: str


TABLE = (
    Entry("overview", "Overview", ":material/public:", "Where, for what and when, at a glance."),
    Entry("country", "Country", ":material/flag:", "All about one country, with a brief to print."),
    Entry("sector", "Sector", ":material/category:", "All about one sector."),
    Entry("projects", "Projects", ":material/timeline:", "Undertakings through time."),
    Entry("releases", "Releases", ":material/article:", "The releases, with what was read from them."),
    Entry("new", "What is new", ":material/new_releases:", "What an earlier file did not hold yet."),
    Entry("quality", "Quality", ":material/verified:", "How far the figures can be trusted."),
    Entry("data", "Data", ":material/database:", "Downloads, queries, dictionary."),
)


def listed() -> tuple[Entry, ...]:
    """The pages whose module is there."""
    return tuple(entry for entry in TABLE if find_spec(f"{__name__}.{entry.module}"))
