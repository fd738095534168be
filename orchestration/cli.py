"""The command `pressledger`: build, dashboard, dagster, manifest, score.

Belongs here: arguments, words on the terminal, exit codes. Does not: the work itself.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from orchestration.server import serve
from orchestration.terminal import Progress, summary
from transforms.read.folder import SUFFIXES, is_release_file

QUARANTINED, INTERRUPTED = 3, 130  # beside those of click: 1 failed, 2 bad usage
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
    for path in inputs:
        if path.is_file() and not is_release_file(path):
            raise click.BadParameter(f"{path} is neither a folder nor a {' or '.join(SUFFIXES)} file", param_hint="INPUT")
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
        click.echo(f"No {' or '.join(SUFFIXES)} file was found in {', '.join(map(str, inputs))}", err=True)
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
    sys.exit(serve(command(port), {"PRESSLEDGER_WAREHOUSE": str(warehouse.resolve())}))


@main.command()
@_warehouse
@click.option("--port", default=3000, show_default=True, type=click.IntRange(1, 65535))
def dagster(warehouse: Path, port: int) -> None:
    """Open Dagster's pages on the same assets: runs, checks, lineage."""
    from orchestration.memory import dagster_home
    from warehouse.connect import Warehouse

    home = dagster_home(Warehouse(warehouse))
    click.echo(f"Dagster  http://localhost:{port}  (Ctrl-C ends it)")
    dg = str(Path(sys.executable).with_name("dg"))
    environment = {"PRESSLEDGER_WAREHOUSE": str(warehouse.resolve()), "DAGSTER_HOME": home, "DAGSTER_DISABLE_TELEMETRY": "1"}
    sys.exit(serve([dg, "dev", "--port", str(port)], environment, Path(__file__).parent.parent))


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def manifest(folder: Path) -> None:
    """Write a manifest.csv to fill in: one line a text file of FOLDER, with what its text says.

    A manifest that is there already stays as it is: lines for files that it does not name go to manifest-new.csv.
    """
    from transforms.read.manifest import NAME
    from transforms.read.template import as_csv, new_lines

    lines = new_lines(folder)
    path = folder / ("manifest-new.csv" if (folder / NAME).exists() else NAME)
    if not lines:
        click.echo(f"{folder / NAME} names every text file already")
        return
    path.write_text(as_csv(lines), encoding="utf-8", newline="")
    click.echo(
        f"{path}: {len(lines)} files. Fill in what is blank{'' if path.name == NAME else f', move the lines into {NAME}'}, and build again."
    )


@main.command()
@click.option(
    "--shared", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder with gold/ and seeds/ to score on too."
)
@click.option("--commit", "keep", is_flag=True, help="Keep the figures as those that the next table is compared with.")
def score(shared: Path | None, keep: bool) -> None:
    """Say how well the coder does on labelled releases."""
    from orchestration import scoring
    from transforms.extract.assemble import extract
    from transforms.score import reliability
    from warehouse import golden

    gold = scoring.find_labelled(shared)
    predicted = golden.code(gold, extract)
    rows = scoring.table(gold, predicted)
    click.echo("\n".join(scoring.lines(rows)))
    click.echo("\nHow far confidence can be trusted: right means that the labels have the row's country and kind")
    bands = reliability({item.name: item.readings for item in gold}, predicted)
    click.echo("\n".join(scoring.reliability_lines(bands)))
    if keep:
        scoring.commit(rows)
