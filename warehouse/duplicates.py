"""Near duplicates among the current releases: sketches of what is new, comparisons with what it looks like, and who is the original.

Belongs here: doing only what is new, never each with each; writing what came of it.
Does not: sketching, comparing and choosing themselves, which are pure and live in transforms/duplicates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from transforms.duplicates.originals import Text, originals
from transforms.duplicates.sketch import FEWEST_SHARED
from transforms.duplicates.telling import Telling, telling
from transforms.duplicates.verdict import likeness
from warehouse import contract, tables
from warehouse.tables import Connection

BATCH = 4000  # each looks through all sketches once
MOST_IN_A_BAND = (
    64  # the first so many texts of a band are compared with: a form letter sent ten thousand times costs what one letter costs
)
Sketcher = Callable[[pa.RecordBatch], pa.RecordBatch]
Progress = Callable[[int, int], None]
_CURRENT = (
    "create or replace temp view current_texts as "
    "select text_digest, release_id, published_on is null as undated, first_seen_at from staging.releases "
    "semi join (select release_id, max(revision) as revision from staging.releases group by release_id) using (release_id, revision)"
)
_LIKENESSES = pa.schema([("one_text", pa.string()), ("other_text", pa.string()), ("likeness", pa.float64())])


@dataclass(slots=True)
class Compared:
    """What a run did: texts sketched, pairs compared, and how many texts of the store tell another one again now."""

    sketched: int = 0
    pairs: int = 0
    near: int = 0


def find(connection: Connection, sketcher: Sketcher, sketch_version: str, progress: Progress) -> Compared:
    """Sketch the texts that are new, compare each with those that it looks like, and choose the originals."""
    done = Compared()
    connection.execute(_CURRENT)
    _forget(connection, sketch_version)
    todo = _unsketched(connection)
    progress(0, len(todo))
    for start in range(0, len(todo), BATCH):
        digests = todo[start : start + BATCH]
        done.pairs += _sketch(connection, digests, sketcher, sketch_version)
        done.sketched += len(digests)
        progress(done.sketched, len(todo))
    done.near = _choose(connection)
    return done


def _forget(connection: Connection, sketch_version: str) -> None:
    """Drop what is about texts that are current no more, or was made by another version."""
    with tables.transaction(connection):
        connection.execute(
            "delete from staging.sketches where sketch_version <> ? or text_digest not in (select text_digest from current_texts)",
            [sketch_version],
        )
        connection.execute("delete from staging.likenesses where one_text not in (select text_digest from staging.sketches)")
        connection.execute("delete from staging.likenesses where other_text not in (select text_digest from staging.sketches)")


def _unsketched(connection: Connection) -> list[str]:
    """Texts in the order in which they were seen first: so each is compared with the same ones in whatever runs it comes."""
    select = (
        "select text_digest from current_texts anti join staging.sketches using (text_digest) "
        "group by text_digest order by min(first_seen_at), text_digest"
    )
    return [row[0] for row in connection.execute(select).fetchall()]


def _sketch(connection: Connection, digests: list[str], sketcher: Sketcher, sketch_version: str) -> int:
    """Sketch one batch and compare it with all that was sketched before, in one transaction: half of it would be taken for all of it."""
    texts = _bodies(connection, digests)
    [batch] = texts.select(["text_digest", "body"]).combine_chunks().to_batches()
    sketches = pa.Table.from_batches([sketcher(batch)])
    bodies = dict(zip(texts["text_digest"].to_pylist(), texts["body"].to_pylist(), strict=True))
    with tables.named(connection, made=sketches), tables.transaction(connection):
        connection.execute(
            "insert into staging.sketches by name select made.*, ? as sketch_version, seen.first_seen_at from made inner join "
            "(select text_digest, min(first_seen_at) as first_seen_at from current_texts group by text_digest) as seen using (text_digest)",
            [sketch_version],
        )
        pairs = _candidates(connection)
        found = _compare(connection, pairs, bodies)
        if found.num_rows:
            tables.append(connection, contract.load("staging", "likenesses"), found)
    return len(pairs)


def _candidates(connection: Connection) -> list[tuple[str, str]]:
    """Pairs that share bands, one of them in `made`; in each band with the texts that were seen first."""
    select = (
        "with fresh as (select text_digest, unnest(bands) as band from made), "
        "looked_up as (select distinct band from fresh), "
        "members as (select text_digest, band from (select text_digest, first_seen_at, unnest(bands) as band from staging.sketches) "
        "semi join looked_up using (band) "
        "qualify row_number() over (partition by band order by first_seen_at, text_digest) <= ?) "
        "select least(fresh.text_digest, members.text_digest) as one, greatest(fresh.text_digest, members.text_digest) as other "
        "from fresh inner join members using (band) where fresh.text_digest <> members.text_digest "
        "group by all having count(distinct band) >= ? order by all"
    )
    return connection.execute(select, [MOST_IN_A_BAND, FEWEST_SHARED]).fetchall()


def _compare(connection: Connection, pairs: list[tuple[str, str]], bodies: dict[str, str]) -> pa.Table:
    """The verdicts on `pairs`; `bodies` are those at hand."""
    missing = sorted({digest for pair in pairs for digest in pair} - bodies.keys())
    if missing:
        others = _bodies(connection, missing)
        bodies = bodies | dict(zip(others["text_digest"].to_pylist(), others["body"].to_pylist(), strict=True))
    told: dict[str, Telling] = {digest: telling(bodies[digest]) for digest in dict.fromkeys(digest for pair in pairs for digest in pair)}
    rows = [{"one_text": one, "other_text": other, "likeness": likeness(told[one], told[other])} for one, other in pairs]
    return pa.Table.from_pylist([row for row in rows if row["likeness"] is not None], schema=_LIKENESSES)


def _bodies(connection: Connection, digests: list[str]) -> pa.Table:
    select = (
        "select text_digest, any_value(body) as body from staging.releases "
        "semi join (select unnest(?) as text_digest) using (text_digest) group by text_digest order by text_digest"
    )
    return connection.sql(select, params=[digests]).to_arrow_table()


def _choose(connection: Connection) -> int:
    """Fill staging.originals from the likenesses that there are now."""
    likenesses = connection.execute("select one_text, other_text, likeness from staging.likenesses").fetchall()
    select = (
        "select text_digest, words, undated, first.first_seen_at, release_id from (from current_texts "
        "semi join (select unnest([one_text, other_text]) as text_digest from staging.likenesses) using (text_digest) "
        "qualify row_number() over (partition by text_digest order by undated, first_seen_at, release_id) = 1) as first "
        "inner join staging.sketches using (text_digest)"
    )
    texts = {row[0]: Text(*row[1:]) for row in connection.execute(select).fetchall()}
    rows = [
        {"text_digest": text, "original_text": found.text, "likeness": found.likeness}
        for text, found in sorted(originals(texts, likenesses).items())
    ]
    with tables.transaction(connection):
        connection.execute("delete from staging.originals")
        if rows:
            tables.append(connection, contract.load("staging", "originals"), pa.Table.from_pylist(rows))
    return len(rows)
