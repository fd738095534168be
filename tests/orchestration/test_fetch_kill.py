"""Whenever a fetch is killed, the next one leaves the memory as an undisturbed one does: nothing lost, nothing doubled."""

import multiprocessing
import os
import signal

import pytest

from tests.orchestration.fetching import fetch_until_killed, memory, releases, source_at, visit
from tests.orchestration.presscentre import press_centre

COUNT = 30
# In the middle of: writing the listing, landing a batch, remembering it, asking. A feed that carries its texts lands them with the listing.
POINTS = {
    "sitemap": [
        ("warehouse.visits._upsert", 2),
        ("warehouse.tables.append", 4),
        ("warehouse.visits.record", 3),
        ("orchestration.fetch.pages.ask", 9),
    ],
    "feed": [("warehouse.visits._upsert", 2), ("warehouse.tables.append", 3)],
}


@pytest.fixture(scope="module")
def processes():
    """Processes that have the imports behind them."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.orchestration.fetching"])
    return context


@pytest.fixture
def centre():
    with press_centre(COUNT) as centre:
        centre.full_text = True
        yield centre


@pytest.mark.parametrize("kind", POINTS)
def test_a_killed_fetch_is_made_good_by_the_next(centre, files, processes, kind):
    source = source_at(centre.url, kind)
    for where, calls in POINTS[kind]:
        victim = processes.Process(target=fetch_until_killed, args=(source, files, where, calls, 5))
        victim.start()
        victim.join(60)
        assert (where, victim.exitcode) == (where, -signal.SIGKILL)
    visit(source, files)
    listed = COUNT if kind == "sitemap" else centre.feed_length
    assert len(releases(files)) == listed
    assert {revision for _, revision in releases(files)} == {1}
    assert len(memory(files, "fetches", rest="where fetched_at is not null and error is null")) == listed
    assert len(memory(files, "documents")) == listed


def test_a_fetch_killed_while_it_waits_for_an_answer(centre, files, processes):
    source = source_at(centre.url)
    victim = processes.Process(target=fetch_until_killed, args=(source, files, "", 0, 5))
    victim.start()
    assert centre.wait_for(15)
    os.kill(victim.pid, signal.SIGKILL)
    victim.join(60)
    visits = memory(files, "visits")
    assert [row["ended_at"] for row in visits] == [None]
    assert visits[0]["new"] == len(releases(files)) < COUNT
    visit(source, files)
    assert len(releases(files)) == COUNT


def test_two_fetches_at_once_bring_every_release_once(centre, files, processes):
    source = source_at(centre.url)
    fetchers = [processes.Process(target=fetch_until_killed, args=(source, files, "", 0, 5)) for _ in range(2)]
    for fetcher in fetchers:
        fetcher.start()
    for fetcher in fetchers:
        fetcher.join(60)
    assert [fetcher.exitcode for fetcher in fetchers] == [0, 0]
    assert sorted(revision for _, revision in releases(files)) == [1] * COUNT
