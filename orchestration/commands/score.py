"""`pressledger score`: Say how well the coder does.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
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
