"""What several commands share: the option that names the warehouse, and the exit codes.

Belongs here: options and codes that more than one command has. Does not: a command.
"""

from pathlib import Path

import click

QUARANTINED, INTERRUPTED = 3, 130  # beside those of click: 1 failed, 2 bad usage
warehouse_option = click.option(
    "--warehouse",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="PRESSLEDGER_WAREHOUSE",
    default=Path("warehouse/data/ledger"),
    show_default=True,
    help="Folder of the ledger's files; also PRESSLEDGER_WAREHOUSE.",
)
