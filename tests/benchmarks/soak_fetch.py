"""A fetch of 300 pages, killed like by kill -9 at random points, a hundred times: is anything lost or doubled?

Run: python -m tests.benchmarks.soak_fetch [KILLS] [SEED]

Each round fetches a press centre on loopback until it is whole, killed again and again on the way; then 60 of its releases change and
20 are withdrawn, and it is fetched again, killed again and again. After each kill the memory is held against itself, at the end of each
half against the press centre. The exit code is 1 if a single row is lost or doubled.
"""

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from orchestration.sources import Refetch
from tests.orchestration.fetching import fetch_until_killed, memory, releases, source_at, visit
from tests.orchestration.presscentre import press_centre
from warehouse.connect import Warehouse

PAGES, CHANGED, WITHDRAWN = 300, 60, 20


def main(kills: int, seed: int) -> int:
    """Run rounds until there were so many kills; the number of wrong rows."""
    chance = random.Random(seed)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.orchestration.fetching"])
    done = rounds = wrong = 0
    started = time.monotonic()
    while done < kills:
        with press_centre(PAGES) as centre, tempfile.TemporaryDirectory() as folder:
            files = Warehouse(Path(folder))
            rounds += 1
            first, again = (replace(source_at(centre.url), refetch=Refetch(newest=newest)) for newest in (0, PAGES))
            done += _killed(context, centre, (first, files), [chance.randint(1, 90) for _ in range(40)])
            wrong += _wrong(centre, files, dict.fromkeys(centre.texts, 1), gone=0)
            chosen = chance.sample(sorted(centre.texts), CHANGED + WITHDRAWN)
            for number in chosen[:CHANGED]:
                centre.texts[number] = (centre.texts[number][0], f"The company opened a second port in Togo, number {number}.")
            for number in chosen[CHANGED:]:
                centre.always[f"/news/{number}.html"] = (410, {}, b"")
            done += _killed(context, centre, (again, files), [chance.randint(1, 340) for _ in range(4)])
            revisions = {number: 2 if number in chosen[:CHANGED] else 1 for number in centre.texts}
            wrong += _wrong(centre, files, revisions, gone=WITHDRAWN)
        print(f"round {rounds}: {done} kills, {wrong} rows lost or doubled, {time.monotonic() - started:.0f} s", flush=True)
    print(f"{done} kills in {rounds} rounds of {PAGES} pages (seed {seed}): {wrong} rows lost or doubled")
    return wrong


def _killed(context, centre, fetch, points) -> int:
    """Kill one fetch after another, each when so many requests have come, until one comes to its end; how many were killed."""
    for kills, point in enumerate(points):
        centre.log.clear()
        victim = context.Process(target=fetch_until_killed, args=fetch)
        victim.start()
        while victim.is_alive() and len(centre.log) < point:
            time.sleep(0.001)
        time.sleep((point % 20) / 1000)  # somewhere between this request and the next ones
        if victim.is_alive():
            os.kill(victim.pid, signal.SIGKILL)
        victim.join()
        _is_whole(fetch[1])
        if victim.exitcode != -signal.SIGKILL:
            return kills
    visit(*fetch)
    return len(points)


def _is_whole(files) -> None:
    """Every page that counts as fetched has its row, every row its bytes, and the visits tell of each of them once."""
    landed = {file for file, _ in releases(files)}
    fetched = {row["uri"] for row in memory(files, "fetches", "uri", "where fetched_at is not null")} if landed else set()
    assert landed == fetched, landed ^ fetched
    if landed:
        told = memory(files, "visits", "sum(new)::int as new, sum(revised)::int as revised")[0]
        rows = memory(files, "revisions", "count(distinct release_id) as new, count(*) - count(distinct release_id) as revised")[0]
        assert told == rows, (told, rows)


def _wrong(centre, files, expected, gone) -> int:
    """Rows that are lost or doubled: revisions, bytes, marks."""
    source = replace(source_at(centre.url), refetch=Refetch(newest=PAGES))
    last = visit(source, files).row()
    found = releases(files)
    right = {(f"{centre.url}/news/{number}.html", revision) for number, last in expected.items() for revision in range(1, last + 1)}
    newest = {number: found.get((f"{centre.url}/news/{number}.html", last)) for number, last in expected.items()}
    other = sum(1 for number, content in newest.items() if content != centre.page(number))
    documents = abs(len(memory(files, "documents", "content_sha256")) - len(right))
    marks = abs(len(memory(files, "gone", "release_id")) - gone)
    return len(right ^ set(found)) + other + documents + marks + last["new"] + last["revised"] + last["failed"]


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(1 if main(*(numbers + [100, 2026][len(numbers) :])) else 0)
