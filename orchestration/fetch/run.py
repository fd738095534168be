"""Several sources, one after another.

Belongs here: visiting each, so that one that fails does not stop the others, and saying what came of it.
Does not: a single visit (visit.py, local.py), words on a terminal (commands).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial

from orchestration.fetch.local import visit_local
from orchestration.fetch.visit import Session, visit_web
from orchestration.sources import Source
from warehouse import visits
from warehouse.visits import Visit

Progress = Callable[[str, int, int], None]


def fetch(sources: Iterable[Source], session: Session, progress: Progress) -> list[Visit]:
    """Visit each source in the order given. A visit that could not be ended says why in its `error`."""
    return [_visited(source, session, progress) for source in sources]


def _visited(source: Source, session: Session, progress: Progress) -> Visit:
    started = datetime.now(UTC)
    try:
        return (visit_web if source.is_web else visit_local)(source, session, partial(progress, f"fetching {source.id}"))
    except Exception as error:  # noqa: BLE001 -- whatever is wrong with one source, the others are visited, and it is told
        visit = Visit(source.id, started, error=f"{error}" if isinstance(error, OSError) else f"{type(error).__name__}: {error}")
        with session() as connection:
            visits.note_failure(connection, visit)
        return visit
