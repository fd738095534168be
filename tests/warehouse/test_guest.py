"""A guest reads the ledger and nothing else, for a while."""

import threading

import duckdb
import pytest

from tests.dashboard.ledgers import Ledger
from warehouse.connect import open_restricted, open_snapshot
from warehouse.guest import GuestError, query

LONG = 300.0  # a loaded machine is slow, and the limit of time has a test of its own
ATTEMPTS = [
    "from read_csv('{secret}')",
    "from read_text('{secret}')",
    "from read_blob('{secret}')",
    "from read_json('{secret}')",
    "from read_parquet('{secret}')",
    "from sniff_csv('{secret}')",
    "from '{secret}'",
    'from "{secret}"',
    "from glob('/*')",
    "from read_duckdb('{path}')",
    "select * from query('select 1')",
    "select * from query_table('kinds')",
    "from json_execute_serialized_sql(json_serialize_sql('select 1'))",
    "with t as (from read_text('{secret}')) from t",
    "select (select content from read_text('{secret}'))",
    "select * from kinds where kind in (select content from read_text('{secret}'))",
    "attach '{path}' as other",
    "attach ':memory:' as other",
    "detach pressledger",
    "use memory",
    "copy kinds to '{out}'",
    "copy (select 1) to '{out}'",
    "copy kinds from '{secret}'",
    "export database '{out}'",
    "import database '{out}'",
    "install fts",
    "load fts",
    "set memory_limit = '100GB'",
    "set lock_configuration = false",
    "set enable_external_access = true",
    "reset memory_limit",
    "set variable a = 1",
    "pragma database_list",
    "pragma enable_profiling",
    "call enable_logging('QueryLog')",
    "from enable_logging('QueryLog')",
    "from enable_profiling()",
    "from checkpoint('pressledger')",
    "from pandas_scan(1)",
    "from duckdb_settings()",
    "from duckdb_databases()",
    "from duckdb_secrets()",
    "create table t as select 1",
    "create temp table t as select 1",
    "create view v as select 1",
    "create macro m() as 1",
    "create secret s (type s3)",
    "insert into kinds values ('x', 'y', null)",
    "update kinds set kind = 'x'",
    "delete from kinds",
    "drop table kinds",
    "alter table kinds add column x int",
    "truncate kinds",
    "begin",
    "vacuum",
    "checkpoint",
    "prepare p as select 1",
    "execute p",
    "explain analyze select 1",
    "select 1; select 2",
    "select 1; drop table kinds",
    "from known_in_python",
    "from no_such_table",
    "selec 1",
    "",
]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    ledger = Ledger(tmp_path_factory.mktemp("guest"))
    release = ledger.release("Wells opened in Kenya.")
    ledger.activity(release, "Wells opened in Kenya.", country_code="KE")
    return ledger.publish()


@pytest.fixture(scope="module")
def guest(path):
    with open_restricted(path) as connection:
        yield connection


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_a_guest_may_not(guest, path, tmp_path, attempt):
    known_in_python = [{"a": 1}]
    assert known_in_python
    secret, out = tmp_path / "secret.csv", tmp_path / "out"
    secret.write_text("a\nhidden\n")
    before = path.read_bytes()
    with pytest.raises(GuestError) as told:
        query(guest, attempt.format(secret=secret, path=path, out=out))
    assert "hidden" not in str(told.value)
    assert not out.exists()
    assert path.read_bytes() == before
    assert query(guest, "select count(*) from kinds").rows[0][0] > 0


@pytest.mark.parametrize(
    "attempt",
    [*ATTEMPTS[:9], "set enable_external_access = true", "copy (select 1) to '{out}'", "load fts", "delete from pressledger.kinds"],
)
def test_the_connection_itself_refuses_too(guest, path, tmp_path, attempt):
    secret, out = tmp_path / "secret.csv", tmp_path / "out"
    secret.write_text("a\nhidden\n")
    with pytest.raises(duckdb.Error):
        guest.cursor().execute(attempt.format(secret=secret, path=path, out=out)).fetchall()
    assert not out.exists()


@pytest.mark.parametrize(
    ("select", "rows"),
    [
        ("select country, kind from activities_named", [("Kenya", "donation")]),
        ("from activities_in('KE') select activity_id", [("a00001",)]),
        ("with k as (select 'donation' as kind) select count(*) from kinds join k using (kind)", [(1,)]),
        ("select matched from search('wells')", [(1,)]),
        ("select sum(range) from range(4)", [(6,)]),
        ("select unnest([1, 2])", [(1,), (2,)]),
        ("values (1)", [(1,)]),
        ("select name from dictionary where object = 'macro' and name = 'top'", [("top",)]),
        ("select column_name from (describe kinds)", [("kind",), ("definition",), ("plover",)]),
        ("select ';' as semicolon -- it's fine; really", [(";",)]),
    ],
)
def test_what_a_guest_may(guest, select, rows):
    assert query(guest, select, seconds=LONG).rows == rows


def test_columns_come_with_their_types(guest):
    answer = query(guest, "select 1 as a, 'x' as b, date '2021-01-01' as c")
    assert (answer.columns, answer.types, answer.is_cut) == (("a", "b", "c"), ("INTEGER", "VARCHAR", "DATE"), False)


def test_rows_are_cut_and_said_to_be(guest):
    answer = query(guest, "from range(1000000)", rows=10, seconds=LONG)
    assert (len(answer.rows), answer.is_cut) == (10, True)
    assert not query(guest, "from range(10)", rows=10, seconds=LONG).is_cut
    assert query(guest, "select repeat('x', 1000000) from range(1000)", seconds=LONG).is_cut


def test_an_endless_query_is_ended_and_the_next_one_runs(guest):
    with pytest.raises(GuestError, match=r"ended after 0\.3 seconds"):
        query(guest, "select count(*) from range(1000000) a, range(1000000) b where hash(a.range + b.range) = 1", seconds=0.3)
    assert query(guest, "select 1").rows == [(1,)]


def test_a_query_that_needs_too_much_memory_ends_with_an_error(guest):
    with pytest.raises(GuestError, match=r"(?i)memory"):
        query(guest, "select list(repeat('x', 1000) || range) from range(5000000)", seconds=LONG)


def test_guests_in_threads_do_not_disturb_each_other(guest):
    wrong = []

    def ask(number):
        for _ in range(10):
            rows = query(guest, f"select sum(range) + {number} from range(1000)", seconds=LONG).rows
            if rows != [(499500 + number,)]:
                wrong.append(rows)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_others_in_the_process_keep_their_rights(path, guest):
    with open_snapshot(path) as connection:
        connection.execute("set memory_limit = '1GB'")
        assert connection.execute("select count(*) from activities").fetchall() == [(1,)]
    assert query(guest, "select count(*) from activities").rows == [(1,)]
