"""Words for a person who waits: progress while a build runs, and what came of it.

Belongs here: bars, lines and the summary. Does not: arguments and exit codes (commands).
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

if TYPE_CHECKING:
    from orchestration.build import Built

_WORDS = {"landing": "Landing", "reading": "Reading", "comparing": "Comparing", "coding": "Coding", "linking": "Linking"}
_WAITING = "waiting"


class Progress:
    """Called with (step, done, total): a bar on a terminal, a line for every tenth of a step elsewhere."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._step = ""
        self._tenths = 0
        self._terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show how far `step` is."""
        if step == _WAITING:
            click.echo("Waiting for another build of this warehouse to end", err=True)
        elif total:
            if step != self._step:
                self._open(step, total)
            self._show(done, total)

    def _show(self, done: int, total: int) -> None:
        tenths = done * 10 // total
        if self._bar:
            self._bar.update(done - self._bar.pos)
        elif tenths > self._tenths:
            self._tenths = tenths
            click.echo(f"{_words(self._step)}: {done:,} of {total:,}", err=True)

    def _open(self, step: str, total: int) -> None:
        self._close()
        self._step, self._tenths = step, 0
        if self._terminal:
            self._bar = click.progressbar(length=total, label=f"{_words(step):8}", file=sys.stderr, show_pos=True)
            self._bar.__enter__()

    def _close(self) -> None:
        if self._bar:
            self._bar.__exit__(None, None, None)
            self._bar = None


def _words(step: str) -> str:
    """A step as it is shown; fetching names its source."""
    return _WORDS.get(step, step.capitalize())


def printable(text: str, *, lines: bool = True) -> str:
    """A text of anybody's, with escapes for all that a terminal would obey: controls, marks that turn the order. Line ends may stay."""
    return "".join(c if c.isprintable() or (lines and c == "\n") else c.encode("unicode_escape").decode("ascii") for c in text)


def summary(built: Built, seconds: float, warehouse: Path) -> str:
    """What a build read, what the ledger holds now, where it is and how to open it."""
    landed, now = built.landed, built.snapshot
    read = "{read:,} read: {new:,} new, {revised:,} revised, {restated:,} restated"
    lines = [
        ("Releases", read.format_map(landed)),
        *([("", f"{landed['gone']:,} gone at their source, and kept")] if landed["gone"] else []),
        *([("", f"{landed['of_other_forms']:,} of other forms left aside")] if landed["of_other_forms"] else []),
        *([("Sources", f"{landed['fetched']:,} fetched, {len(landed['broken_sources']):,} failed")] if landed["fetched"] else []),
        ("Ledger", "{activities:,} activities in {releases:,} releases, {countries:,} countries, {sectors:,} sectors".format_map(now)),
        ("", "{projects:,} projects; {corrections:,} corrections hold, {corrections_to_review:,} to look at again".format_map(now)),
        ("", "{undated:,} undated; {duplicates:,} duplicate releases, {other_languages:,} not in English".format_map(now)),
        ("", "{quarantined:,} quarantined".format_map(now)),
        ("Published", f"{warehouse / 'pressledger.duckdb'}  (snapshot {now['snapshot_id']}, {seconds:.1f} s)"),
        ("Open it", f"duckdb -readonly {warehouse / 'pressledger.duckdb'}"),
        ("", f"pressledger dashboard --warehouse {warehouse}"),
    ]
    return "\n".join(f"{name:11}{text}" for name, text in lines)
