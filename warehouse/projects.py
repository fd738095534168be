"""Projects on a build: linking the blocks that changed, then merging and splitting as people ruled.

Belongs here: finding which blocks changed, storing members and links, replaying rulings on projects.
Does not: linking itself (transforms/link), rulings on rows (replay.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from transforms.link.link import Linked, link, linker_version, project_id
from transforms.link.telling import UNDERTAKINGS, Row
from warehouse import contract, tables
from warehouse.tables import Connection

_SELECT = (Path(__file__).parent / "linkable.sql").read_text(encoding="utf-8")
_REPEATED = (Path(__file__).parent / "repeated.sql").read_text(encoding="utf-8")
_KINDS = {"kinds": sorted(UNDERTAKINGS)}
_FAR = "9999-12-31"
_BATCH = 20_000
Linker = Callable[[Iterable[Row]], Linked]
Progress = Callable[[int, int], None]


class Block(NamedTuple):
    """A block that was linked anew, with the digest of what it holds, None where it holds nothing by now."""

    name: str
    digest: str | None
    linked: Linked


def fill(connection: Connection, progress: Progress, linker: Linker = link) -> int:
    """Bring projects up to date and return how many blocks were linked anew: those whose activities, or the linker, changed."""
    connection.execute(f"create or replace temp table linkable as {_SELECT}", _KINDS)
    changed = _changed_blocks(connection)
    progress(0, len(changed))
    batch: list[Block] = []
    for number, (name, digest) in enumerate(changed, 1):
        select = "select * exclude (block) from linkable where block = ?"
        batch.append(Block(name, digest, linker(Row(**row) for row in tables.rows_of(connection, select, [name]))))
        if number == len(changed) or sum(len(block.linked.members) for block in batch) > _BATCH:
            _store(connection, batch)
            batch = []
        progress(number, len(changed))
    connection.execute("drop table linkable")
    with tables.transaction(connection):
        _place(connection, _ruled(connection))
    return len(changed)


def _changed_blocks(connection: Connection) -> list[tuple[str, str | None]]:
    """Blocks to link with the digest of what they hold now, None for one that is empty by now."""
    select = (
        "with now as (select block, count(*) || ' ' || bit_xor(hash(linkable)) as digest from linkable group by block) "
        "select coalesce(now.block, linked.block), now.digest from now full join staging.linkings as linked using (block) "
        "where linked.digest is distinct from now.digest or linked.linker_version is distinct from ? order by 1"
    )
    return [(block, digest) for block, digest in connection.execute(select, [linker_version()]).fetchall()]


def _store(connection: Connection, batch: list[Block]) -> None:
    """Put blocks in the place of what was stored for them: together, for each commit waits for the disk."""
    names = [block.name for block in batch]
    linked = [{"block": b.name, "digest": b.digest, "linker_version": linker_version()} for b in batch if b.digest is not None]
    with tables.transaction(connection):
        for table in ("members", "links", "linkings"):
            connection.execute(f"delete from staging.{table} where block in (select unnest(?))", [names])  # noqa: S608 -- names of this module
        _append(connection, "members", [{**member._asdict(), "block": b.name} for b in batch for member in b.linked.members])
        _append(connection, "links", [{**found._asdict(), "block": b.name} for b in batch for found in b.linked.links])
        _append(connection, "linkings", linked)


def _ruled(connection: Connection) -> dict[str, str]:
    """Activity -> project, for the activities whose project is another one after rulings; fills staging.ruled_links."""
    select = (
        "select ruling_id, act, activity_ids from staging.corrections "
        "where takes_effect and act in ('merge', 'split') order by ruled_at, line"
    )
    rulings = tables.rows_of(connection, select)
    connection.execute("delete from staging.ruled_links")
    if not rulings:
        return {}
    named = sorted({activity for ruling in rulings for activity in ruling["activity_ids"]})
    select = (
        "select activity_id, project_id, ordered_on from staging.members where project_id in "
        "(select project_id from staging.members where activity_id in (select unnest(?)))"
    )
    before = {row["activity_id"]: row for row in tables.rows_of(connection, select, [named])}
    groups, links = _regroup(before, rulings)
    pairs = [{"activity_a": a, "activity_b": b, "ruling_id": ruling} for (a, b), ruling in sorted(links.items())]
    _append(connection, "ruled_links", pairs)
    after = {
        identity: project_id(min(group, key=lambda i: (str(before[i]["ordered_on"] or _FAR), i))) for group in groups for identity in group
    }
    return {identity: project for identity, project in after.items() if project != before[identity]["project_id"]}


def _regroup(before: dict[str, dict[str, Any]], rulings: list[dict[str, Any]]) -> tuple[list[set[str]], dict[tuple[str, str], str]]:
    """Merge and split in the order of the rulings: the groups that come of it, and the pairs that a merge put together."""
    by_project: dict[str, set[str]] = {}
    for identity, row in before.items():
        by_project.setdefault(row["project_id"], set()).add(identity)
    groups = list(by_project.values())
    links: dict[tuple[str, str], str] = {}
    for ruling in rulings:
        named = {identity for identity in ruling["activity_ids"] if identity in before}
        if ruling["act"] == "merge":
            joined = [group for group in groups if group & named]
            groups = [group for group in groups if not group & named] + [set().union(*joined)]
            links |= dict.fromkeys(pairwise(sorted(named)), ruling["ruling_id"])
        else:
            groups = [rest for group in groups if (rest := group - named)] + [named]
    return [group for group in groups if group], links


def _place(connection: Connection, ruled: dict[str, str]) -> None:
    """Fill staging.projects: members under their project, and the activities of duplicate releases under what they repeat."""
    rows = pa.table(
        {"activity_id": list(ruled), "project_id": list(ruled.values())},
        pa.schema([(n, pa.string()) for n in ("activity_id", "project_id")]),
    )
    connection.execute("delete from staging.projects")
    with tables.named(connection, ruled=rows):
        connection.execute(
            "insert into staging.projects by name "
            "select activity_id, coalesce(ruled.project_id, member.project_id) as project_id, stage, name, names "
            "from staging.members as member left join ruled using (activity_id)"
        )
    connection.execute(f"insert into staging.projects by name {_REPEATED}")


def _append(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        tables.append(connection, contract.load("staging", table), pa.Table.from_pylist(rows))
