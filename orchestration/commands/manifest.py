"""`pressledger manifest`: Write a manifest to fill in.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
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
