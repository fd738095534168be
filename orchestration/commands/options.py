"""What several commands share: the options that name the warehouse and the sources, and the exit codes.

Belongs here: options and codes that more than one command has. Does not: a command.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from orchestration.sources import Source

FAILED, BAD_USAGE, QUARANTINED, INTERRUPTED = 1, 2, 3, 130  # 1 and 2 as click has them
warehouse_option = click.option(
    "--warehouse",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="PRESSLEDGER_WAREHOUSE",
    default=Path("warehouse/data/ledger"),
    show_default=True,
    help="Folder of the ledger's files; also PRESSLEDGER_WAREHOUSE.",
)
sources_option = click.option(
    "--sources-file",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="PRESSLEDGER_SOURCES",
    help="Another sources.toml; also PRESSLEDGER_SOURCES.",
)


class BadSourcesError(click.ClickException):
    """The file of sources has mistakes, or a source that is named is not in it."""

    exit_code = BAD_USAGE


def chosen_sources(path: Path | None, names: Sequence[str], *, inactive: bool = False) -> list[Source]:
    """The sources called `names`, or all active ones; with `inactive` those that are not active too.

    Raises:
        BadSourcesError: what is wrong, a line each.
    """
    from orchestration import sources

    try:
        found = sources.load(path)
        return list(found) if inactive and not names else sources.pick(found, names)
    except sources.SourcesError as error:
        raise BadSourcesError(str(error)) from None
