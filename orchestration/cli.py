"""The command `pressledger`: build, dashboard, dagster, manifest, score.

Belongs here: arguments, words on the terminal, exit codes. Does not: the work itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from orchestration.terminal import Progress, summary

FAILED, USAGE, QUARANTINED = 1, 2, 3
_warehouse = click.option(
    "--warehouse",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="PRESSLEDGER_WAREHOUSE",
    default=Path("warehouse/data/ledger"),
    show_default=True,
    help="Folder of the ledger's files; also PRESSLEDGER_WAREHOUSE.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pressledger")
def main() -> None:
    """Press releases in, a ledger of activities out."""


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path(exists=True, path_type=Path))
@_warehouse
@click.option("--strict", is_flag=True, help="Exit with 3 if anything was quarantined.")
def build(inputs: tuple[Path, ...], warehouse: Path, strict: bool) -> None:
    """Build the ledger from INPUT: folders, or single .txt and .jsonl files. Only what is new is read and coded."""
    from orchestration import build as builder
    from warehouse.connect import Warehouse

    started = time.monotonic()
    with Progress() as progress:
        try:
            built = builder.build(inputs, Warehouse(warehouse), progress)
        except builder.BuildFailedError as error:
            raise click.ClickException(
                f"{error}\nWhat was published before is published still. `pressledger dagster` shows the run."
            ) from None
    for row in built.quarantine:
        click.echo(f"quarantined: {row['file']}: {row['reason']}: {row['detail']}", err=True)
    click.echo(summary(built, time.monotonic() - started, warehouse))
    if strict and built.quarantine:
        sys.exit(QUARANTINED)


@main.command()
@_warehouse
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
    _run(command(port), {"PRESSLEDGER_WAREHOUSE": str(warehouse.resolve())})


@main.command()
@_warehouse
@click.option("--port", default=3000, show_default=True, type=click.IntRange(1, 65535))
def dagster(warehouse: Path, port: int) -> None:
    """Open Dagster's pages on the same assets: runs, checks, lineage."""
    from orchestration.build import dagster_home
    from warehouse.connect import Warehouse

    home = dagster_home(Warehouse(warehouse))
    click.echo(f"Dagster  http://localhost:{port}  (Ctrl-C ends it)")
    dg = str(Path(sys.executable).with_name("dg"))
    environment = {"PRESSLEDGER_WAREHOUSE": str(warehouse.resolve()), "DAGSTER_HOME": str(home), "DAGSTER_DISABLE_TELEMETRY": "1"}
    _run([dg, "dev", "--port", str(port)], environment, Path(__file__).parent.parent)


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def manifest(folder: Path) -> None:
    """Write manifest.csv into FOLDER, to fill in: one line a text file, with what was found in it. What stands there already stays."""
    from transforms.read.manifest import NAME
    from transforms.read.template import template

    text = template(folder)
    (folder / NAME).write_text(text, encoding="utf-8", newline="")
    click.echo(f"{folder / NAME}: {text.count(chr(10)) - 1} files. Fill in what is blank and build again.")


@main.command()
@click.option(
    "--shared", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder with gold/ and seeds/ to score on too."
)
@click.option("--commit", "keep", is_flag=True, help="Keep the figures as those that the next table is compared with.")
def score(shared: Path | None, keep: bool) -> None:
    """Say how well the coder does on labelled releases."""
    from orchestration import scoring

    rows = scoring.table(scoring.find_labelled(shared))
    click.echo("\n".join(scoring.lines(rows)))
    if keep:
        scoring.commit(rows)


def _run(command: list[str], environment: dict[str, str], folder: Path | None = None) -> None:
    """Run a server until it ends or Ctrl-C; then end everything that it started."""
    process = subprocess.Popen(command, env=os.environ | environment, cwd=folder, start_new_session=True)  # noqa: S603 -- our own words
    _end = _ender(process)
    try:
        sys.exit(process.wait())
    except KeyboardInterrupt:
        click.echo("\nended")
    finally:
        _end()


def _ender(process: subprocess.Popen[bytes]) -> Callable[[], None]:
    import signal

    def end() -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, number)
                process.wait(timeout=5)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue

    return end
