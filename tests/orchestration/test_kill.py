"""Whenever a build is killed, the next one gives the rows that an undisturbed one gives."""

import multiprocessing
import signal

import pytest

from orchestration.build import build
from tests.orchestration.ground import build_until_killed, ledger
from warehouse.connect import NothingPublishedError, Warehouse, published

# In the middle of: landing, reading, the second batch of coding, the third public table, publishing.
POINTS = [
    ("warehouse.tables.append", 2),
    ("warehouse.staging._write_read", 2),
    ("warehouse.tables.named", 6),
    ("warehouse.tables.refill", 4),
    ("warehouse.snapshot._swap", 1),
]


@pytest.fixture(scope="module")
def processes():
    """Processes that have the imports behind them."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.orchestration.ground"])
    return context


@pytest.mark.usefixtures("coder", "forgetful")
def test_a_killed_build_is_made_good_by_the_next(source, files, tmp_path, processes):
    for where, calls in POINTS:
        victim = processes.Process(target=build_until_killed, args=(source, files.directory, where, calls))
        victim.start()
        victim.join(60)
        assert (where, victim.exitcode) == (where, -signal.SIGKILL)
        with pytest.raises(NothingPublishedError):
            published(files.directory)
    build([source], files)
    build([source], Warehouse(tmp_path / "undisturbed"))
    assert ledger(files.directory) == ledger(tmp_path / "undisturbed")


@pytest.mark.usefixtures("coder", "forgetful")
def test_two_builds_at_once_both_succeed(source, files, processes, tmp_path):
    builders = [
        processes.Process(target=build_until_killed, args=(source, files.directory, "warehouse.snapshot._swap", 99)) for _ in range(2)
    ]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join(60)
    assert [builder.exitcode for builder in builders] == [0, 0]
    build([source], Warehouse(tmp_path / "alone"))
    assert ledger(files.directory) == ledger(tmp_path / "alone")
