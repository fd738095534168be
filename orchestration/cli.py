"""The command `pressledger`: which commands there are.

Belongs here: the list, and loading a command when it is called: help must not wait for imports. Does not: any command (commands/).
"""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "build": "Build the ledger from folders, files and sources.",
    "correct": "Change, reject or add activities, merge or split projects, undo.",
    "dagster": "Open Dagster's pages on the same assets: runs, checks, lineage.",
    "dashboard": "Serve the dashboard over the published file.",
    "export": "Write activities to Parquet, CSV, JSON lines, GeoJSON or IATI XML.",
    "fetch": "Fetch what the sources have, and land it.",
    "manifest": "Write a manifest.csv to fill in.",
    "quarantine": "List, show and retry what could not be read.",
    "score": "Say how well the coder does on labelled releases.",
    "snapshots": "List the kept snapshots, compare two, delete old ones.",
    "sources": "List the sources and what the last fetch of each brought.",
}


class _Commands(click.Group):
    """Commands by name, each in the module of its name, with its one line of help beside it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"orchestration.commands.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pressledger")
def main() -> None:
    """Press releases in, a ledger of activities out."""
