"""`pressledger quarantine`: List, show and retry what could not be read.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orchestration.commands.options import warehouse_option
from orchestration.terminal import printable

_SHOWN_BYTES = 2000


@click.group()
def quarantine() -> None:
    """List, show and retry what could not be read. Its bytes are kept."""


@quarantine.command("list")
@warehouse_option
def list_entries(warehouse: Path) -> None:
    """List what stands in quarantine: id, file, reason and detail, a line each."""
    from warehouse import quarantine as work
    from warehouse.connect import Warehouse

    with Warehouse(_existing(warehouse)).writer() as connection:
        work.prepare(connection)
        found = work.entries(connection)
    for row in found:
        click.echo(_line(row))
    click.echo(f"{len(found):,} in quarantine" if found else "Nothing is in quarantine.", err=True)


@quarantine.command()
@click.argument("entry_id", metavar="ID")
@click.option("--bytes", "most", default=_SHOWN_BYTES, show_default=True, type=click.IntRange(0), help="Show so many of its bytes.")
@warehouse_option
def show(entry_id: str, most: int, warehouse: Path) -> None:
    """Show one entry: what is wrong with it, and how its bytes begin. The beginning of an ID is enough."""
    from warehouse import quarantine as work
    from warehouse.connect import Warehouse

    with Warehouse(_existing(warehouse)).writer() as connection:
        work.prepare(connection)
        row = _entry(connection, entry_id)
        kept = work.content(connection, row)
    for name in ("quarantine_id", "source_id", "file", "reason", "detail", "content_sha256", "seen_at"):
        click.echo(f"{name:15}{printable(str(row[name]))}")
    if kept is None:
        click.echo("No bytes are kept: there were none, or too many.")
        return
    click.echo(f"{len(kept):,} bytes{f', the first {most:,}' if len(kept) > most else ''}:\n")
    click.echo(printable(kept[:most].decode("utf-8", "backslashreplace")))


@quarantine.command()
@click.argument("entry_ids", nargs=-1, metavar="[ID]...")
@warehouse_option
def retry(entry_ids: tuple[str, ...], warehouse: Path) -> None:
    """Read the kept bytes of entries again, of all where no ID is given, and build: for when the reader has learned something."""
    from orchestration import build as builder
    from warehouse import quarantine as work
    from warehouse.connect import Warehouse

    files = Warehouse(_existing(warehouse))
    with files.writer() as connection:
        work.prepare(connection)
        before = [_entry(connection, entry_id) for entry_id in dict.fromkeys(entry_ids)] or work.entries(connection)
        done = work.retry(connection, before)
    if not done.tried:
        click.echo("There is nothing to be read again.")
        return
    try:
        built = builder.build([], files)
    except builder.BuildFailedError as error:
        raise click.ClickException(str(error)) from None
    ids = {row["quarantine_id"] for row in before}
    left = [row for row in built.quarantine if row["quarantine_id"] in ids and row["reason"] not in work.NOTES]
    click.echo(f"{done.tried:,} tried, {done.tried - len(left):,} left quarantine, {len(left):,} still cannot be read")
    for row in left:
        click.echo(_line(row))


def _existing(warehouse: Path) -> Path:
    """The warehouse, if there is one: looking into a quarantine must not make a ledger."""
    if not (warehouse / "landing.duckdb").exists():
        raise click.ClickException(f"There is no ledger in {warehouse} yet. Run: pressledger build FOLDER --warehouse {warehouse}")
    return warehouse


def _entry(connection: Any, entry_id: str) -> dict[str, Any]:
    from warehouse import quarantine as work

    try:
        return work.entry(connection, entry_id)
    except work.UnknownEntryError as error:
        raise click.ClickException(printable(str(error))) from None


def _line(row: dict[str, Any]) -> str:
    return "  ".join([row["quarantine_id"], printable(f"{row['source_id']}: {row['file']}: {row['reason']}: {row['detail']}", lines=False)])
