"""One visit to one press centre.

Belongs here: its order: list, ask, land, remember, in transactions that each leave the memory whole.
Does not: the single steps (discover.py, pages.py), sources that are files (local.py), several sources (run.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from orchestration.fetch import pages
from orchestration.fetch.client import Client, Permit
from orchestration.fetch.discover import Found, Remembered, discover
from orchestration.fetch.pages import Asked
from orchestration.fetch.robots import Robots
from orchestration.sources import Source
from transforms.read.release import release_id
from warehouse import due, gone, landing, visits
from warehouse.tables import Connection
from warehouse.visits import Page, Visit

BATCH = 20  # pages a transaction: a killed visit asks for so many once more
_FAILURES = 10  # in a row: the host is down, and asking on helps nobody
_UNLISTED = "a complete listing does not name it"
Session = Callable[[], AbstractContextManager[Connection]]
Counted = Callable[[int, int], None]


def visit_web(source: Source, session: Session, progress: Counted) -> Visit:
    """Fetch what a press centre has and we have not. The memory is open only while something is written to it.

    Raises:
        NameTakenError: the source's id is the name of something else.
    """
    with session() as connection:
        visit = visits.begin(connection, source.id, source.location)
        known = Remembered(
            visits.listings(connection, source.id),
            frozenset(visits.known_uris(connection, source.id)),
            visits.was_complete(connection, visit),
        )
    with Client(source.politeness, source.location) as client:
        robots = Robots(client, source.politeness.delay_seconds)
        found = discover(source, client, robots.permit, known)
        with session() as connection:
            todo = _listed(connection, source, visit, known, found)
        if not found.error or found.entries or found.unchanged:
            _Asking(source, client, robots.permit, visit, session).all(todo, progress)
    with session() as connection, visits.part(connection, visit):
        visit.ended_at = datetime.now(UTC)
    return visit


def _listed(connection: Connection, source: Source, visit: Visit, known: Remembered, found: Found) -> list[Page]:
    """Write what the listings name, with the texts that they carry, and choose the pages to ask for."""
    visit.is_complete, visit.error = found.error is None, found.error
    visit.first_listed = len(found.entries.keys() - known.uris)
    if known.uris and found.entries and visit.first_listed == len(found.entries):
        visit.alarm = "nothing that it lists was listed the last time: what came in between may be missing"
    inline = [pages.taken(source, entry) for entry in found.entries.values() if entry.page.is_inline]
    with visits.part(connection, visit) as landed:
        visits.record_listing(connection, visit, found.read, found.unchanged, [entry.page for entry in found.entries.values()])
        landing.add(connection, landed, inline)
        visits.record(connection, visit, [visits.Outcome(item.file, visit.started_at) for item in inline])
        if source.complete and source.kind == "sitemap" and visit.is_complete and found.entries:
            landed.gone += gone.mark(connection, source.id, due.unlisted(connection, visit), _UNLISTED)
            gone.unmark_listed(connection, source.id, list(found.entries), _UNLISTED)
    rule = due.Rule(source.refetch.newest, timedelta(days=source.refetch.after_days), source.refetch.at_most)
    ask_unlisted = source.kind == "sitemap" and not source.complete and visit.is_complete
    return due.due(connection, visit, rule, ask_unlisted=ask_unlisted)


@dataclass(slots=True)
class _Asking:
    """Asks for pages and writes what they gave, until too many in a row have failed."""

    source: Source
    client: Client
    permit: Permit
    visit: Visit
    session: Session
    failures: int = 0

    def all(self, todo: Sequence[Page], progress: Counted) -> None:
        """Ask for pages, a batch a transaction."""
        progress(0, len(todo))
        with self._mapping() as ask_each:
            for start in range(0, len(todo), BATCH):
                batch = [asked for asked in ask_each(todo[start : start + BATCH]) if asked]
                if self.failures >= _FAILURES:
                    self.visit.error = f"{_FAILURES} pages in a row could not be had; the last one: {batch[-1].outcome.error}"
                with self.session() as connection:
                    _write(connection, self.visit, batch)
                progress(min(start + BATCH, len(todo)), len(todo))
                if self.failures >= _FAILURES:
                    return

    def _one(self, page: Page) -> Asked | None:
        if self.failures >= _FAILURES:
            return None
        asked = pages.ask(self.source, self.client, self.permit, page)
        self.failures = self.failures + 1 if asked.is_down else 0
        return asked

    @contextmanager
    def _mapping(self) -> Iterator[Callable[[Sequence[Page]], Iterator[Asked | None]]]:
        """Pages to answers, in order; in this thread where one is enough, so that Ctrl-C is heard at once."""
        if self.source.politeness.concurrency == 1:
            yield lambda batch: map(self._one, batch)
            return
        with ThreadPoolExecutor(self.source.politeness.concurrency) as pool:
            try:
                yield lambda batch: pool.map(self._one, batch)
            except BaseException:
                self.failures = _FAILURES  # what waits is not asked for any more
                raise


def _write(connection: Connection, visit: Visit, batch: Sequence[Asked]) -> None:
    """Land what came, mark what is gone, remember all of it: one transaction."""
    with visits.part(connection, visit) as landed:
        landing.add(connection, landed, [asked.item for asked in batch if asked.item])
        landed.gone += gone.mark(connection, visit.source_id, [a.page.uri for a in batch if a.is_gone], "its address says so")
        unmodified = [asked.page.uri for asked in batch if asked.is_unmodified]
        gone.unmark(connection, [release_id(visit.source_id, uri) for uri in unmodified])
        visits.record(connection, visit, [asked.outcome for asked in batch])
        visit.asked += len(batch)
        visit.failed += sum(1 for asked in batch if asked.outcome.error)
        visit.not_modified += len(unmodified)
