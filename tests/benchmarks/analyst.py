"""How the published file holds up as it grows: publishing beside a plain copy, opening while it is published, search, diff, exports.

Run: python -m tests.benchmarks.analyst [publish|open|ask|diff|export ...]   (PRESSLEDGER_BENCH_ROWS=1000000 for the largest ledger)
"""

import multiprocessing
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from tests.warehouse.ground import fill
from warehouse import difference, tables, views
from warehouse.connect import Warehouse, open_snapshot, published
from warehouse.contract import MODELS, load
from warehouse.export.iati import problems
from warehouse.export.package import FORMS, export
from warehouse.snapshot import publish

ROWS = int(os.environ.get("PRESSLEDGER_BENCH_ROWS", "1000000"))
GIGABYTE = 1_000_000_000
WORDS = ["road", "bridge", "hospital", "clinic", "school", "well", "solar", "power", "plant", "water", "grid", "port", "railway", "loan"]
_REFERENCE = ("countries", "admin1", "sectors", "kinds", "regions")
_EMPTY = {"VARCHAR": "''", "BOOLEAN": "false", "BIGINT": "0", "INTEGER": "0", "VARCHAR[]": "[]::varchar[]"}
_RELEASES = """
select md5('r' || i)[:16] as release_id, 1 as revision, true as is_current, 'bench' as source_id, 'https://example.org/' || i as source_uri,
    'Organisation ' || i % 500 as organisation, 'Release ' || i as title, 'body ' || i as body, 'en' as language,
    date '2010-01-01' + (i % 5000)::integer as published_on, 'manifest' as published_basis, now() as first_seen_at,
    md5(i::varchar) as content_sha256,
    5 as activities
from range({releases}) as t(i)
"""
_ACTIVITIES = """
select md5('a' || i)[:16] as activity_id, md5('r' || i // 5)[:16] as release_id, 1 as revision, md5('a' || i)[:16] as group_id,
    false as is_duplicate, ['donation', 'construction', 'supply', 'training'][1 + (hash(i) % 4)::bigint] as kind,
    codes[1 + (hash(i + 1) % len(codes))::bigint] as country_code, 'clause' as place_basis, '122' as sector_category,
    strftime(date '2010-01-01' + (i % 5000)::integer, '%Y-%m-%d') as date_edtf, date '2010-01-01' + (i % 5000)::integer as date_start,
    date '2010-01-01' + (i % 5000)::integer as date_end, 'day' as date_precision, 'text' as date_basis, 'clause' as date_from,
    date '2010-01-01' + (i % 5000)::integer as reported_on, []::varchar[] as counterparts,
    'The company began the ' || words[1 + (hash(i + 2) % len(words))::bigint] || ' and the '
        || words[1 + (hash(i + 3) % len(words))::bigint] || ' number ' || i
        || ' for the ' || words[1 + (hash(i + 4) % len(words))::bigint] || ' of district ' || hash(i + 5) % 3000
        || ' in the north of the country.' as evidence,
    0 as evidence_start, 10 as evidence_end, 0.9 as confidence, '{version}' as extractor_version
from range({rows}) as t(i), (select list(country_code order by country_code) as codes from main.countries), (select {words} as words)
"""


def ledger(folder, rows, version="1"):
    """A published file with `rows` activities in a fifth as many releases."""
    warehouse = Warehouse(folder)
    with warehouse.writer() as connection:
        connection.execute("set variable vocabulary = ?", [str(MODELS.parent / "vocabulary")])
        fill(connection, 0, "2026-01-01T00:00:00Z")
        for name in _REFERENCE:
            connection.execute(f"insert into main.{name} by name {tables.model('main', name)}")
        insert(connection, "releases", _RELEASES.format(releases=rows // 5))
        insert(connection, "activities", _ACTIVITIES.format(rows=rows, words=WORDS, version=version))
        views.create(connection)
        return publish(connection, warehouse)


def insert(connection, table, select):
    """Rows of a SELECT into a table; what it says nothing of and may not be null is empty."""
    said = {row[0] for row in connection.execute(f"describe {select}").fetchall()}
    missing = [c for c in load("main", table).columns if c.name not in said and not c.nullable]
    empty = "".join(f", {_EMPTY[c.type]} as {c.name}" for c in missing)
    connection.execute(f"insert into main.{table} by name select *{empty} from ({select})")


def timed(work, *arguments):
    started = time.perf_counter()
    result = work(*arguments)
    return time.perf_counter() - started, result


def answered(connection, select):
    return connection.execute(select).fetchall()


def copied(source, target):
    shutil.copyfile(source, target)
    with target.open("rb+") as handle:
        os.fsync(handle.fileno())
    target.unlink()


def bench_publish(folder):
    warehouse = Warehouse(folder)
    with warehouse.writer() as connection:
        fill(connection, 1, "2026-01-01T00:00:00Z")
        connection.execute(f"create table main.padding as select random() as number from range({GIGABYTE // 7})")
        connection.execute("checkpoint ledger")
    size = warehouse.ledger.stat().st_size
    ours, plain = [], []
    for number in range(2, 7):
        plain.append(timed(copied, warehouse.ledger, folder / "copy")[0])
        with warehouse.writer() as connection:
            connection.execute("update main.snapshot set snapshot_id = ?, built_at = built_at + interval 1 day", [f"s{number}"])
            ours.append(timed(publish, connection, warehouse, 1, 0)[0])
    best = min(ours) / min(plain)
    middle = statistics.median(ours), statistics.median(plain)
    said = f"publish {size / 1e9:.2f} GB: {middle[0]:.2f} s, plain copy and fsync {middle[1]:.2f} s"
    print(f"{said}: ratio {middle[0] / middle[1]:.2f} (of the best of each {best:.2f})")


def publish_until(directory, stop, publishes):
    warehouse = Warehouse(directory)
    with warehouse.writer() as connection:
        while not stop.is_set():
            publishes.value += 1
            fill(connection, publishes.value % 50, "2026-01-01T00:00:00Z")
            connection.execute("update main.snapshot set built_at = built_at + ? * interval 1 second", [publishes.value])
            publish(connection, warehouse, keep=3)


def bench_open(folder, seconds=60, enough=1000):
    """Open the published file again and again while another process publishes without a pause."""
    with Warehouse(folder).writer() as connection:
        fill(connection, 1, "2025-01-01T00:00:00Z")
        publish(connection, Warehouse(folder))
    context = multiprocessing.get_context("spawn")
    stop, publishes = context.Event(), context.Value("i", 0)
    publisher = context.Process(target=publish_until, args=(folder, stop, publishes))
    publisher.start()
    opens, errors, mixed, seen, started = 0, [], 0, set(), time.monotonic()
    while opens < enough or time.monotonic() - started < seconds:
        opens += 1
        try:
            with open_snapshot(published(folder)) as reader:
                select = "select activities, (select count(*) from main.kinds), snapshot_id from main.snapshot"
                told, found, name = reader.execute(select).fetchall()[0]
            mixed += told != found
            seen.add(name)
        except duckdb.Error as error:
            errors.append(str(error))
    took = time.monotonic() - started
    stop.set()
    publisher.join()
    said = f"open: {opens:,} opens during {took:.0f} s and {publishes.value} publishes"
    print(f"{said}: {len(errors)} errors, {mixed} mixed; {len(seen)} different contents seen")


def bench_ask(folder):
    for rows in sizes():
        path = ledger(folder / str(rows), rows)
        with open_snapshot(path) as connection:
            silent = connection.execute("select count(*) from dictionary where coalesce(meaning, '') = ''").fetchall()[0][0]
            print(f"{rows:,} activities, {path.stat().st_size / 1e6:.0f} MB, {silent} columns, tables, views or macros without a comment")
            for select in (
                "from search('hospital') limit 20",
                "from search('solar power plant') limit 20",
                "select count(*) from activities where evidence ilike '%hospital%'",
                "select count(*) from activities_in('KE')",
                "from activities_in('Eastern Africa') limit 50",
                "from top('country')",
                "select count(*) from since('2021')",
            ):
                took = min(timed(answered, connection, select)[0] for _ in range(3))
                print(f"  {1000 * took:7.0f} ms  {select}")
    index(path)


def index(path):
    """What an index of the words would cost, on a tenth of the last ledger."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(f"{folder}/index.duckdb") as connection:
        connection.execute(f"attach '{path}' as ledger (read_only)")
        words = "regexp_split_to_array(strip_accents(lower(evidence)), '[^\\p{L}\\p{N}]+')"
        sample = f"select activity_id, unnest({words}) as term from ledger.activities using sample 10% (bernoulli, 1)"
        select = f"select term, activity_id, count(*)::utinyint as times from ({sample}) group by all order by term"
        took, _ = timed(answered, connection, f"create table search_terms as {select}")
        connection.execute("checkpoint")
        rows = connection.execute("select count(*) from search_terms").fetchall()[0][0]
        size = Path(f"{folder}/index.duckdb").stat().st_size
        ask, _ = timed(answered, connection, "from search_terms where term = 'hospital' limit 20")
        print(f"  an index of a tenth of it: {took:.1f} s, {rows:,} rows, {size / 1e6:.0f} MB; a word in {1000 * ask:.0f} ms")


def bench_diff(folder):
    for rows in sizes():
        older, newer = ledger(folder / f"{rows}a", rows), ledger(folder / f"{rows}b", rows, version="2")
        newer.chmod(0o644)
        with duckdb.connect(str(newer)) as connection:
            connection.execute("update activities set kind = 'event' where hash(activity_id) % 100 = 0")
            connection.execute("delete from activities where hash(activity_id) % 1000 = 1")
        took, (counted, peak) = timed(measured, diffed, older, newer)
        print(f"diff of {rows:,} activities with {counted:,} changes: {took:.1f} s, {peak:.0f} MB")


def diffed(older, newer):
    with difference.changes(older, newer) as found:
        return sum(1 for _ in found)


def bench_export(folder):
    for rows in sizes():
        path = ledger(folder / str(rows), rows)
        for form in FORMS:
            took, (size, peak) = timed(measured, exported, path, form, folder / f"{form}-{rows}")
            print(f"export {form:8} {rows:>9,} activities: {took:6.1f} s, {size / 1e6:7.1f} MB, {peak:5.0f} MB of memory")


def exported(path, form, output):
    export(path, form, output)
    size = sum(file.stat().st_size for file in output.iterdir())
    if form == "iati" and size < 50_000_000:  # to check it, the whole of it is held in memory
        assert problems(output / "activities.xml") == []
    shutil.rmtree(output)
    return size


def measured(work, *arguments):
    """Result and peak memory in MB of `work` in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_in_process, (work, arguments))


def _in_process(work, arguments):
    result = work(*arguments)
    return result, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def sizes():
    return [rows for rows in (10_000, 100_000, 1_000_000) if rows <= ROWS]


def main(names):
    benches = {"publish": bench_publish, "open": bench_open, "ask": bench_ask, "diff": bench_diff, "export": bench_export}
    for name in names or benches:
        with tempfile.TemporaryDirectory() as folder:
            benches[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
