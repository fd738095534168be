"""One writer at a time, any number of readers, and settings that keep a file what it is."""

import multiprocessing
import threading

import duckdb
import pytest

from tests.warehouse.ground import built
from warehouse.connect import NothingPublishedError, Warehouse, open_snapshot, published
from warehouse.snapshot import publish


def write(directory, number, times):
    for _ in range(times):
        with Warehouse(directory).writer() as connection:
            connection.execute("create table if not exists landing.notes (writer integer)")
            connection.execute("insert into landing.notes values (?)", [number])


def test_two_processes_that_write_wait_for_each_other(warehouse):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write, args=(warehouse.directory, number, 5)) for number in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with warehouse.writer() as connection:
        assert connection.execute("select writer, count(*) from landing.notes group by all order by all").fetchall() == [(0, 5), (1, 5)]


def test_who_waits_is_told_once(warehouse):
    told, started = [], threading.Event()

    def wait():
        started.set()
        with warehouse.lock(waiting=lambda: told.append("waiting")):
            told.append("mine")

    with warehouse.lock():
        thread = threading.Thread(target=wait)
        thread.start()
        started.wait(5)
        while not told:
            pass
        assert told == ["waiting"]
    thread.join(5)
    assert told == ["waiting", "mine"]


def test_the_build_is_closed_whatever_happens_inside(warehouse):
    def fail():
        with warehouse.writer() as connection:
            connection.execute("create table main.a as select 1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with warehouse.writer() as connection:
        assert connection.execute("from main.a").fetchall() == [(1,)]


def test_a_folder_with_a_quote_in_its_name(tmp_path):
    with Warehouse(tmp_path / "it's").writer() as connection:
        connection.execute("create table main.a as select 1")


def test_files_are_written_for_older_clients(warehouse):
    with warehouse.writer() as connection:
        connection.execute("create table main.a as select 1")
        versions = connection.execute("select database_name, tags['storage_version'] from duckdb_databases() where not internal").fetchall()
    assert {name: version for name, version in versions if version} == dict.fromkeys(("landing", "staging", "ledger"), "v1.4.0+")
    number = int.from_bytes(warehouse.ledger.read_bytes()[12:20], "little")
    assert 64 <= number <= 68


def test_nothing_published_says_what_to_run(warehouse):
    with pytest.raises(NothingPublishedError, match="pressledger build"):
        published(warehouse.directory)


@pytest.mark.parametrize("statement", ["create table t (i int)", "delete from main.kinds", "load spatial"])
def test_a_published_file_cannot_be_changed(warehouse, statement):
    with built(warehouse) as connection:
        publish(connection, warehouse)
    with open_snapshot(published(warehouse.directory)) as reader, pytest.raises(duckdb.Error):
        reader.execute(statement)


def test_a_published_file_is_read_while_the_build_is_open(warehouse):
    with built(warehouse, rows=3) as connection:
        publish(connection, warehouse)
        connection.execute("delete from main.kinds")
        with open_snapshot(published(warehouse.directory)) as reader:
            assert reader.execute("select count(*), current_setting('TimeZone') from main.kinds").fetchall() == [(3, "UTC")]
