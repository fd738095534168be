"""`pressledger build`: Land, read, code, check and publish, from the command line.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from orchestration.commands.options import INTERRUPTED, QUARANTINED, warehouse_option
from orchestration.terminal import Progress, summary
from transforms.read.folder import SUFFIXES, is_release_file


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path(exists=True, path_type=Path))
@warehouse_option
@click.option("--strict", is_flag=True, help="Exit with 3 if anything was quarantined.")
def build(inputs: tuple[Path, ...], warehouse: Path, strict: bool) -> None:
    """Build the ledger from INPUT: folders, or single files. Only what is new is read and coded."""
    for path in inputs:
        if path.is_file() and not is_release_file(path):
            raise click.BadParameter(f"{path} is neither a folder nor a file of releases ({', '.join(SUFFIXES)})", param_hint="INPUT")
    from orchestration import build as builder
    from warehouse.connect import Warehouse

    started = time.monotonic()
    with Progress() as progress:
        try:
            built = builder.build(inputs, Warehouse(warehouse), progress)
        except (builder.BuildFailedError, OSError) as error:
            raise click.ClickException(f"{error}\n{_advice(warehouse)}") from None
        except KeyboardInterrupt:
            click.echo(f"\nInterrupted. {_before(warehouse)} The next build goes on from here.", err=True)
            sys.exit(INTERRUPTED)
    if not built.landed["read"]:
        click.echo(f"No file of releases ({', '.join(SUFFIXES)}) was found in {', '.join(map(str, inputs))}", err=True)
    for row in built.quarantine:
        click.echo(f"quarantined: {row['file']}: {row['reason']}: {row['detail']}", err=True)
    click.echo(summary(built, time.monotonic() - started, warehouse))
    if strict and built.quarantine:
        sys.exit(QUARANTINED)


def _advice(warehouse: Path) -> str:
    shown = f"`pressledger dagster --warehouse {warehouse}` shows the run."
    return f"{_before(warehouse)} Mend the cause and build again; what was landed is kept. {shown}"


def _before(warehouse: Path) -> str:
    published = (warehouse / "pressledger.duckdb").exists()
    return "What was published before is published still." if published else "Nothing was published."
