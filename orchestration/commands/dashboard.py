"""`pressledger dashboard`: Serve the dashboard.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from orchestration.commands.options import warehouse_option
from orchestration.server import serve


@click.command()
@warehouse_option
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535))
def dashboard(warehouse: Path, port: int) -> None:
    """Serve the dashboard over the published file."""
    from dashboard.server import command
    from warehouse.connect import NothingPublishedError, published

    try:
        path = published(warehouse)
    except NothingPublishedError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Dashboard  http://localhost:{port}  (Ctrl-C ends it)\nLedger     {path}")
    sys.exit(serve(command(port), {"PRESSLEDGER_WAREHOUSE": str(warehouse.resolve())}))
