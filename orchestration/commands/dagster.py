"""`pressledger dagster`: Open Dagster's pages.

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
@click.option("--port", default=3000, show_default=True, type=click.IntRange(1, 65535))
def dagster(warehouse: Path, port: int) -> None:
    """Open Dagster's pages on the same assets: runs, checks, lineage."""
    from orchestration.memory import dagster_home
    from warehouse.connect import Warehouse

    home = dagster_home(Warehouse(warehouse))
    click.echo(f"Dagster  http://localhost:{port}  (Ctrl-C ends it)")
    dg = str(Path(sys.executable).with_name("dg"))
    environment = {"PRESSLEDGER_WAREHOUSE": str(warehouse.resolve()), "DAGSTER_HOME": home, "DAGSTER_DISABLE_TELEMETRY": "1"}
    sys.exit(serve([dg, "dev", "--port", str(port)], environment, Path(__file__).parent.parent.parent))
