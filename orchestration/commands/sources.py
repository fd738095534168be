"""`pressledger sources`: List the sources and what the last fetch of each brought.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

from pathlib import Path

import click

from orchestration.commands.options import chosen_sources, sources_option, warehouse_option


@click.command()
@click.argument("names", nargs=-1, metavar="[SOURCE...]")
@warehouse_option
@sources_option
def sources(names: tuple[str, ...], warehouse: Path, sources_file: Path | None) -> None:
    """List the sources with their last fetch: new, changed, failed. For a SOURCE that is named also the pages that could not be had."""
    from orchestration import standing
    from orchestration.sources import sources_file as standard
    from warehouse.connect import Warehouse

    listed = chosen_sources(sources_file, names, inactive=True)
    if not listed:
        click.echo(f"There is no source in {sources_file or standard()} yet")
        return
    files = Warehouse(warehouse)
    remembered = standing.remembered(files, names, lambda: click.echo("Waiting for another build of this warehouse to end", err=True))
    click.echo("\n".join(standing.table(listed, remembered)))
