"""The sources that releases come from, as written in sources.toml.

Belongs here: the shape of a source, and reading the file. A mistake is one line with file, key and what was expected.
Does not: the checks of single keys (source_keys.py), fetching (fetch/).
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from orchestration import source_keys
from orchestration.source_keys import POLITENESS, REFETCH, SOURCE, WEB

VARIABLE = "PRESSLEDGER_SOURCES"
DEFAULT_FILE = Path(__file__).parent / "sources.toml"


class SourcesError(Exception):
    """The file of sources has mistakes; the message has one line for each."""


@dataclass(frozen=True, slots=True)
class Politeness:
    """How a host is asked. Times in seconds; `retry_seconds` is the first wait before a second try, doubled each time."""

    delay_seconds: float = 2.0
    concurrency: int = 1
    contact: str = ""
    allow_private: bool = False
    retry_seconds: float = 1.0
    timeout_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Refetch:
    """Which known pages are asked for again: the `newest` each time, older ones after `after_days`, `at_most` of these a visit."""

    newest: int = 20
    after_days: float = 30.0
    at_most: int = 50


@dataclass(frozen=True, slots=True)
class Source:
    """One source. `location` is an absolute path or a web address, by `kind`; `complete` says that it lists everything there is.

    `link_pattern` and `next_pages` are as transforms.read.listing.read_index takes them.
    """

    id: str
    kind: str
    location: str
    organisation: str | None = None
    aliases: tuple[str, ...] = ()
    subsidiaries: tuple[str, ...] = ()
    home_country: str | None = None
    language: str | None = None
    link_pattern: str = ""
    next_pages: str = ""
    schedule: str | None = None
    active: bool = True
    complete: bool | None = None
    politeness: Politeness = field(default_factory=Politeness)
    refetch: Refetch = field(default_factory=Refetch)

    @property
    def is_web(self) -> bool:
        """Whether its releases are asked for over the network."""
        return self.kind in WEB

    @property
    def organisations(self) -> str | None:
        """All names under which it writes of itself, as a manifest writes several: the first one is for display."""
        names = [name for name in (self.organisation, *self.aliases, *self.subsidiaries) if name]
        return "; ".join(dict.fromkeys(names)) or None


def sources_file() -> Path:
    """The file of this environment: PRESSLEDGER_SOURCES, else the one that comes with the software."""
    return Path(os.environ.get(VARIABLE) or DEFAULT_FILE)


def load(path: Path | None = None) -> tuple[Source, ...]:
    """The sources of a file, in its order.

    Raises:
        SourcesError: the file cannot be read, or there are mistakes in it.
    """
    path = path or sources_file()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourcesError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:  # also text that is no UTF-8
        raise SourcesError(f"{path}: not TOML: {error}") from None
    problems: list[str] = []
    sources = _sources(raw, path.resolve().parent, problems)
    if problems:
        raise SourcesError("\n".join(f"{path}: {problem}" for problem in problems))
    return tuple(sources)


def pick(sources: Sequence[Source], names: Sequence[str]) -> list[Source]:
    """The sources called `names`, or all active ones where none is named.

    Raises:
        SourcesError: there is no source of that name.
    """
    by_name = {source.id: source for source in sources}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise SourcesError("\n".join(f"there is no source {name!r}{source_keys.nearest(name, by_name)}" for name in unknown))
    return [by_name[name] for name in dict.fromkeys(names)] if names else [source for source in sources if source.active]


def _sources(raw: dict[str, Any], folder: Path, problems: list[str]) -> list[Source]:
    source_keys.unknown(raw, ("source", "politeness", "refetch"), "", problems)
    shared = {name: source_keys.table(raw, name, "", keys, problems) for name, keys in (("politeness", POLITENESS), ("refetch", REFETCH))}
    tables = raw.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        problems.append("source: expected [[source]] before each source")
        return []
    sources: list[Source] = []
    for number, table in enumerate(tables, start=1):
        source = _source(table, number, folder, shared, problems)
        if source and source.id in {other.id for other in sources}:
            problems.append(f"source {source.id!r}: id: there are two sources of this name")
        elif source:
            sources.append(source)
    return sources


def _source(table: dict[str, Any], number: int, folder: Path, shared: dict[str, dict[str, Any]], problems: list[str]) -> Source | None:
    where = f"source {table['id']!r}: " if isinstance(table.get("id"), str) else f"source number {number}: "
    before = len(problems)
    source_keys.unknown(table, (*SOURCE, "politeness", "refetch"), where, problems)
    values = source_keys.values(table, SOURCE, where, problems)
    politeness = shared["politeness"] | source_keys.table(table, "politeness", where, POLITENESS, problems)
    refetch = shared["refetch"] | source_keys.table(table, "refetch", where, REFETCH, problems)
    if len(problems) > before:
        return None
    source = Source(**values, politeness=Politeness(**politeness), refetch=Refetch(**refetch))
    problems += [where + problem for problem in source_keys.together(source.kind, source.location, values, politeness)]
    if len(problems) > before:
        return None
    return source if source.is_web else replace(source, location=str((folder / source.location).resolve()))
