"""`pressledger build`: Land, read, code, check and publish, from the command line.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from orchestration.commands.options import INTERRUPTED, QUARANTINED, chosen_sources, sources_option, warehouse_option
from orchestration.terminal import Progress, printable, summary
from transforms.read.folder import SUFFIXES, is_release_file


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT...]", type=click.Path(exists=True, path_type=Path))
@warehouse_option
@click.option("--sources", "with_sources", is_flag=True, help="Fetch all active sources too.")
@sources_option
@click.option("--strict", is_flag=True, help="Exit with 3 if anything was quarantined or a source failed.")
def build(inputs: tuple[Path, ...], warehouse: Path, with_sources: bool, sources_file: Path | None, strict: bool) -> None:
    """Build the ledger from INPUT, and from the active sources with --sources or where there is no INPUT.

    INPUT is a folder or a single file. Only what is new is read and coded.
    """
    for path in inputs:
        if path.is_file() and not is_release_file(path):
            raise click.BadParameter(f"{path} is neither a folder nor a file of releases ({', '.join(SUFFIXES)})", param_hint="INPUT")
    active = chosen_sources(sources_file, ()) if with_sources or not inputs else []
    if not inputs and not active:
        raise click.UsageError("name an INPUT, or a source with active = true in the file of sources")
    from orchestration import build as builder
    from warehouse.connect import Warehouse

    started = time.monotonic()
    with Progress() as progress:
        try:
            fetching = builder.Fetching([source.id for source in active], sources_file)
            built = builder.build(inputs, Warehouse(warehouse), progress, fetching)
        except (builder.BuildFailedError, OSError) as error:
            raise click.ClickException(f"{error}\n{_advice(warehouse)}") from None
        except KeyboardInterrupt:
            click.echo(f"\nInterrupted. {_before(warehouse)} The next build goes on from here.", err=True)
            sys.exit(INTERRUPTED)
    broken = built.landed["broken_sources"]
    for name, why in [*broken.items(), *built.landed["alarms"].items()]:
        click.echo(printable(f"source {name}: {why}", lines=False), err=True)
    if inputs and not built.landed["read"]:
        click.echo(f"No file of releases ({', '.join(SUFFIXES)}) was found in {', '.join(map(str, inputs))}", err=True)
    for row in built.quarantine:
        click.echo(f"quarantined: {row['file']}: {row['reason']}: {row['detail']}", err=True)
    click.echo(summary(built, time.monotonic() - started, warehouse))
    if strict and (built.quarantine or broken):
        sys.exit(QUARANTINED)


def _advice(warehouse: Path) -> str:
    shown = f"`pressledger dagster --warehouse {warehouse}` shows the run."
    return f"{_before(warehouse)} Mend the cause and build again; what was landed is kept. {shown}"


def _before(warehouse: Path) -> str:
    published = (warehouse / "pressledger.duckdb").exists()
    return "What was published before is published still." if published else "Nothing was published."
