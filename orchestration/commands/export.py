"""`pressledger export`: Write activities for other tools.

Belongs here: arguments, words, exit codes. Does not: the work itself.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from orchestration.commands.options import warehouse_option

_DAY = click.DateTime(["%Y-%m-%d", "%Y-%m", "%Y"])
_LAST_MONTH = 12


def _many(name: str, words: str) -> click.Option:
    return click.Option([f"--{name}"], multiple=True, help=f"{words}; may be given several times.")


@click.command(
    params=[
        _many("country", "ISO 3166-1 alpha-2; ZZ where none is said"),
        _many("region", "UN M49 code; takes its countries too"),
        _many("sector", "OECD DAC CRS code, 3 or 5 digits; 998 where none is said"),
        _many("kind", "Kind of the codebook"),
        _many("organisation", "Publisher of the releases, as written"),
        _many("release", "A release_id"),
    ]
)
@click.argument("form", type=click.Choice(["parquet", "csv", "jsonl", "geojson", "iati"]))
@warehouse_option
@click.option("--output", type=click.Path(path_type=Path), help="Folder to write; default: pressledger-FORM-SNAPSHOT here.")
@click.option("--snapshot", default="latest", show_default=True, help="Which kept snapshot: latest, previous, start of its id, or a path.")
@click.option("--since", type=_DAY, help="First day, month or year; without a year of its own, an activity counts by its publication.")
@click.option("--until", help="Last day, month or year.")
@click.option("--min-confidence", default=0.0, type=click.FloatRange(0, 1), help="Take what is at least as sure.")
@click.option("--duplicates", is_flag=True, help="Take activities of duplicate releases too.")
@click.option("--reporting-org", default="pressledger", show_default=True, help="IATI: identifier of who publishes the file.")
@click.option("--reporting-name", default="Pressledger", show_default=True, help="IATI: its name.")
@click.option("--reporting-type", default="90", show_default=True, help="IATI: its OrganisationType code.")
def export(form: str, warehouse: Path, output: Path | None, snapshot: str, **options: Any) -> None:
    """Write activities in FORM into a folder, with names beside codes, metadata, data package, citation and licence."""
    from warehouse.connect import NothingPublishedError, Warehouse
    from warehouse.export import iati
    from warehouse.export.package import OutputExistsError
    from warehouse.export.package import export as write
    from warehouse.export.selection import Filters, UnknownValueError
    from warehouse.history import NoSuchSnapshotError, find

    since, until = options.pop("since"), options.pop("until")
    reporter = [options.pop(f"reporting_{name}") for name in ("org", "name", "type")]
    filters = Filters(**options, since=since.date() if since else None, until=_last_day(until) if until else None)
    try:
        file = find(Warehouse(warehouse), snapshot)
        folder = output or Path(f"pressledger-{form}-{file.stem.partition('-')[2]}")
        exported = write(file, form, folder, filters, iati.Reporter(*reporter))
    except UnknownValueError as error:
        raise click.BadParameter(str(error)) from None
    except (NothingPublishedError, NoSuchSnapshotError, OutputExistsError, iati.NothingToReportError, OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{exported.folder}: {exported.written:,} activities of {exported.releases:,} releases")
    for why, number in exported.left_out.items():
        click.echo(f"left out: {number:,}: {why}", err=True)


def _last_day(words: str) -> date:
    """The last day of a day, month or year."""
    parsed = _DAY.convert(words, None, None).date()
    if len(words) == len("2021"):
        return parsed.replace(month=_LAST_MONTH, day=31)
    if len(words) == len("2021-09"):
        following = parsed.replace(year=parsed.year + parsed.month // _LAST_MONTH, month=parsed.month % _LAST_MONTH + 1)
        return date.fromordinal(following.toordinal() - 1)
    return parsed
