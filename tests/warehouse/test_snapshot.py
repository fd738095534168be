"""The link always leads to a complete file, whoever is killed when."""

import contextlib
import multiprocessing
import os
import signal
import time

import duckdb
import pytest

from tests.warehouse.ground import built, fill
from warehouse.connect import Warehouse, open_snapshot, published
from warehouse.snapshot import files_of, prune, publish


def snapshots(warehouse):
    return sorted(path.name for path in warehouse.snapshots.iterdir())


def test_a_published_file_holds_the_public_tables_and_nothing_else(warehouse):
    with built(warehouse) as connection:
        path = publish(connection, warehouse)
    assert path == published(warehouse.directory) == warehouse.link.resolve()
    assert not warehouse.ledger.with_suffix(".duckdb.wal").exists()
    with open_snapshot(path) as reader:
        schemas = reader.execute("select distinct schema_name from duckdb_tables() where not internal").fetchall()
        silent = reader.execute("select table_name, column_name from duckdb_columns() where not internal and comment is null").fetchall()
    assert schemas == [("main",)]
    assert silent == []
    assert path.stat().st_mode & 0o777 == 0o444


def test_the_link_is_relative_so_that_the_folder_can_move(warehouse, tmp_path):
    with built(warehouse) as connection:
        publish(connection, warehouse)
    moved = Warehouse(warehouse.directory.rename(tmp_path / "moved"))
    assert published(moved.directory).exists()


def test_the_same_content_is_published_once(warehouse):
    with built(warehouse) as connection:
        first = publish(connection, warehouse)
        fill(connection, 3, "2026-02-02T00:00:00Z")
        assert publish(connection, warehouse) == first
        fill(connection, 4, "2026-02-02T00:00:00Z")
        second = publish(connection, warehouse)
    assert snapshots(warehouse) == [first.name, second.name]
    assert warehouse.link.resolve() == second


def test_the_build_goes_on_after_publishing(warehouse):
    with built(warehouse, rows=3) as connection:
        publish(connection, warehouse)
        assert connection.execute("select count(*) from main.kinds").fetchall() == [(3,)]
        connection.execute("create table landing.more as select 1")


def test_the_newest_are_kept_and_what_was_abandoned_goes(warehouse):
    with built(warehouse) as connection:
        warehouse.snapshots.mkdir()
        old, young = warehouse.snapshots / ".build-1-old.duckdb", warehouse.snapshots / ".build-2-young.duckdb"
        left = warehouse.directory / ".build-3-pressledger.duckdb"
        for path in (old, young):
            path.touch()
        left.symlink_to("nowhere")
        for path in (old, left):
            os.utime(path, (1, 1), follow_symlinks=False)
        for month in range(1, 6):
            fill(connection, month, f"2026-{month:02}-01T00:00:00Z")
            publish(connection, warehouse, keep=3, grace=0)
    names = snapshots(warehouse)
    assert names[0] == young.name
    assert [name[:6] for name in names[1:]] == ["202603", "202604", "202605"]
    assert not left.is_symlink()


def test_what_was_the_newest_a_moment_ago_is_kept(warehouse):
    with built(warehouse) as connection:
        for month in range(1, 5):
            fill(connection, month, f"2026-{month:02}-01T00:00:00Z")
            publish(connection, warehouse, keep=1)
    first, second, third, _ = files = files_of(warehouse)
    os.utime(second, (1, 1))
    assert prune(warehouse, keep=1) == [first]
    os.utime(third, (1, 1))
    assert prune(warehouse, keep=2) == [second]
    assert files_of(warehouse) == files[2:]


def test_the_published_file_is_never_deleted(warehouse):
    with built(warehouse) as connection:
        for month in range(1, 4):
            fill(connection, month, f"2026-{month:02}-01T00:00:00Z")
            publish(connection, warehouse)
    first, *_, last = files_of(warehouse)
    warehouse.link.unlink()
    warehouse.link.symlink_to(first.relative_to(warehouse.directory))
    prune(warehouse, keep=1, grace=0)
    assert files_of(warehouse) == [first, last]


def test_a_reader_keeps_the_file_it_has_opened(warehouse):
    with built(warehouse, rows=3) as connection:
        reader = open_snapshot(publish(connection, warehouse))
        for month in (2, 3):
            fill(connection, 10 * month, f"2026-{month:02}-01T00:00:00Z")
            publish(connection, warehouse, keep=1, grace=0)
        assert reader.execute("select count(*) from main.kinds").fetchall() == [(3,)]
        with open_snapshot(published(warehouse.directory)) as newer:
            assert newer.execute("select count(*) from main.kinds").fetchall() == [(30,)]
        reader.close()


def test_a_file_that_is_damaged_is_not_published(warehouse, monkeypatch):
    def half(source, target):
        target.write_bytes(source.read_bytes()[:5000])

    with built(warehouse) as connection:
        first = publish(connection, warehouse)
        fill(connection, 5, "2026-02-02T00:00:00Z")
        monkeypatch.setattr("warehouse.copying.copy", half)
        with pytest.raises(duckdb.Error):
            publish(connection, warehouse)
    assert published(warehouse.directory) == first


def publish_for_ever(directory):
    """Publish builds of growing size; the rows of kinds are told in the snapshot."""
    warehouse = Warehouse(directory)
    number = 0
    while True:
        number += 1
        with warehouse.writer() as connection:
            fill(connection, 5 + number % 7, f"2026-01-01T00:{number // 60 % 60:02}:{number % 60:02}Z")
            publish(connection, warehouse, keep=3)


def read_for_ever(directory, stop, reads, errors):
    """Open whatever is published and compare its figures."""
    while not stop.is_set():
        told, found = 0, 1
        with contextlib.suppress(duckdb.Error), open_snapshot(published(directory)) as reader:
            told, found = reader.execute("select activities, (select count(*) from main.kinds) from main.snapshot").fetchall()[0]
        if told != found:
            errors.value += 1
        reads.value += 1


def wait_for(condition, seconds=60):
    """A loaded machine starts processes late: wait for what the test is about instead of for a time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "nothing was read"
        time.sleep(0.05)


def test_readers_see_complete_files_while_publishers_are_killed(warehouse):
    with built(warehouse, rows=1) as connection:
        publish(connection, warehouse)
    context = multiprocessing.get_context("spawn")
    stop, reads, errors = context.Event(), context.Value("i", 0), context.Value("i", 0)
    reader = context.Process(target=read_for_ever, args=(warehouse.directory, stop, reads, errors))
    reader.start()
    wait_for(lambda: reads.value > 0)
    for wait in (0.9, 1.0, 1.15, 1.3, 1.5):
        publisher = context.Process(target=publish_for_ever, args=(warehouse.directory,))
        publisher.start()
        time.sleep(wait)
        os.kill(publisher.pid, signal.SIGKILL)
        publisher.join()
    wait_for(lambda: reads.value > 10)
    stop.set()
    reader.join(60)
    assert (reader.exitcode, errors.value) == (0, 0)
    with built(warehouse, rows=40, built_at="2026-03-01T00:00:00Z") as connection:
        publish(connection, warehouse)
    with open_snapshot(published(warehouse.directory)) as last:
        assert last.execute("select count(*) from main.kinds").fetchall() == [(40,)]
