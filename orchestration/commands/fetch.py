"""`pressledger fetch`: Fetch what the sources have, and land it.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from orchestration.commands.options import FAILED, INTERRUPTED, QUARANTINED, chosen_sources, sources_option, warehouse_option


@click.command()
@click.argument("names", nargs=-1, metavar="[SOURCE...]")
@warehouse_option
@sources_option
@click.option("--strict", is_flag=True, help="Exit with 3 if anything was quarantined.")
def fetch(names: tuple[str, ...], warehouse: Path, sources_file: Path | None, strict: bool) -> None:
    """Fetch the sources called SOURCE, or all active ones, and land what is new. `pressledger build` makes a ledger of it.

    One source that fails does not stop the others; then the exit code is 1.
    """
    chosen = chosen_sources(sources_file, names)
    if not chosen:
        raise click.UsageError("no source is active in the file of sources; name one, or set active = true")
    from orchestration import standing
    from orchestration.fetch import run
    from orchestration.terminal import Progress
    from warehouse.connect import Warehouse

    files = Warehouse(warehouse)
    with Progress() as progress:
        try:
            visits = run.fetch(chosen, files.writer, progress)
        except OSError as error:
            raise click.ClickException(str(error)) from None
        except KeyboardInterrupt:
            click.echo("\nInterrupted. What was landed is kept, and the next fetch goes on from here.", err=True)
            sys.exit(INTERRUPTED)
    for visit in visits:
        click.echo("\n".join(standing.told(visit.row())))
    if any(visit.error for visit in visits):
        sys.exit(FAILED)
    if strict and any(visit.landed.rejected for visit in visits):
        sys.exit(QUARANTINED)
