"""`pressledger snapshots`: The kept snapshots: list them, compare two, delete old ones.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orchestration.commands.options import warehouse_option

if TYPE_CHECKING:
    from warehouse.difference import Change

_FORMATS = ("text", "json", "csv")
_format_option = click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)


@click.group()
def snapshots() -> None:
    """The kept snapshots: list them, compare two, delete old ones."""


@snapshots.command("list")
@warehouse_option
@_format_option
def list_(warehouse: Path, form: str) -> None:
    """List the kept snapshots, the newest first; * marks the published one. Each can be opened as it was."""
    from warehouse.connect import Warehouse
    from warehouse.history import Kept, kept

    rows = [asdict(item) for item in kept(Warehouse(warehouse))]
    if form != "text":
        _print(form, [field.name for field in fields(Kept)], rows)
        return
    for row in rows:
        mark = "*" if row["is_published"] else " "
        said = "{built_at:%Y-%m-%d %H:%M}  {activities:>9,} activities  {releases:>7,} releases" if not row["problem"] else "{problem}"
        click.echo(f"{mark} {row['snapshot_id']}  {said.format_map(row)}  {row['path']}")


@snapshots.command()
@click.argument("older", default="previous")
@click.argument("newer", default="latest")
@warehouse_option
@_format_option
def diff(older: str, newer: str, warehouse: Path, form: str) -> None:
    """Say what NEWER added, changed and withdrew against OLDER, and why.

    A snapshot is named `latest`, `previous`, by the start of its id or file name, or by a path.
    """
    from warehouse import difference
    from warehouse.connect import NothingPublishedError, Warehouse
    from warehouse.history import NoSuchSnapshotError, find

    try:
        paths = [find(Warehouse(warehouse), name) for name in (older, newer)]
    except (NoSuchSnapshotError, NothingPublishedError) as error:
        raise click.ClickException(str(error)) from None
    with difference.changes(*paths) as changes:
        if form == "text":
            _tell(changes)
        else:
            _print(form, difference.COLUMNS, map(asdict, changes))


@snapshots.command()
@warehouse_option
@click.option("--keep", default=10, show_default=True, type=click.IntRange(1), help="How many to keep.")
@click.option(
    "--grace", default=15, show_default=True, type=click.IntRange(0), help="Minutes that one is kept after a newer one took its place."
)
def prune(warehouse: Path, keep: int, grace: int) -> None:
    """Delete old snapshots; never the published one, nor one within its time of grace."""
    from warehouse.connect import Warehouse
    from warehouse.snapshot import prune as delete

    files = Warehouse(warehouse)
    if not files.snapshots.exists():
        raise click.ClickException(f"There are no snapshots in {warehouse}.")
    with files.lock():
        deleted = delete(files, keep, grace * 60)
    for path in deleted:
        click.echo(f"deleted {path}")
    click.echo(f"{len(deleted)} deleted")


def _tell(changes: Iterable[Change]) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for change in changes:
        counted[change.change, change.why] += 1
        head = f"{change.change:9} {change.why:17} {change.activity_id}  {change.country_code or '--'}  {change.kind:12}"
        click.echo(f"{head} {_short(change.evidence)}")
        for field in change.fields:
            click.echo(f"{'':28}{field.field}: {_short(field.before)} -> {_short(field.after)}")
    for (sort, why), number in sorted(counted.items()):
        click.echo(f"{number:7,} {sort}: {why}")
    if not counted:
        click.echo("The two say the same.")


def _short(text: str | None, length: int = 80) -> str:
    """One line that is safe on a terminal: control characters would be obeyed."""
    if text is None:
        return "(none)"
    line = "".join(c if c.isprintable() else " " for c in text)
    return line if len(line) <= length else f"{line[: length - 1]}…"


def _print(form: str, names: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    if form == "json":
        for row in rows:
            click.echo(json.dumps(row, default=str, ensure_ascii=False))
        return
    from warehouse.export.defuse import defused

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([defused(json.dumps(v, ensure_ascii=False) if isinstance(v, list | tuple) else v) for v in row.values()])
