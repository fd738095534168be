"""`pressledger correct`: say what is right, who says so and why.

Belongs here: arguments, words, exit codes. Does not: the file of rulings (warehouse/corrections.py), replaying it (warehouse/replay.py).
"""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from orchestration.commands.options import warehouse_option

if TYPE_CHECKING:
    from transforms.ruling.ruling import Target
    from warehouse.tables import Connection

_LISTS = ("counterparts",)
_NUMBERS = ("amount",)
Command = Callable[..., None]


@click.group()
def correct() -> None:
    """Correct the ledger: change, reject or add an activity, merge or split projects, undo.

    Each ruling is one line of corrections.jsonl in the warehouse's folder (or of the file that PRESSLEDGER_CORRECTIONS names) and is
    replayed on every build from then on.
    """


class Signed(NamedTuple):
    """Which warehouse is ruled on, by whom and why."""

    warehouse: Path
    by: str
    why: str


def _ruling(command: Command) -> Command:
    """The options of every ruling, handed to the command as one."""

    @wraps(command)
    def signed(warehouse: Path, by: str, why: str, **arguments: Any) -> None:
        command(signed=Signed(warehouse, by, why), **arguments)

    name = click.option(
        "--by", envvar="PRESSLEDGER_BY", default=getpass.getuser, show_default="you", help="Who rules; also PRESSLEDGER_BY."
    )
    reason = click.option("--why", required=True, help="Why, in a sentence.")
    return warehouse_option(name(reason(signed)))


@correct.command()
@click.argument("activity_id")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_ruling
def change(activity_id: str, fields: tuple[str, ...], signed: Signed) -> None:
    """Set fields of an activity: kind=donation country_code=KE sector_code=12230 date_edtf=2021-09; nothing after = means not said."""
    values = _values(fields)
    _append(signed, "change", _targets(activity_id), fields=values)


@correct.command()
@click.argument("activity_id")
@_ruling
def reject(activity_id: str, signed: Signed) -> None:
    """Take an activity out of the ledger."""
    _append(signed, "reject", _targets(activity_id))


@correct.command()
@click.argument("release_id")
@click.argument("words")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_ruling
def add(release_id: str, words: str, fields: tuple[str, ...], signed: Signed) -> None:
    """Add an activity that was missed, by quoting the WORDS of the release that report it; at least kind=... is given."""
    values = _values(fields)

    def about(published: Connection) -> tuple[Target, ...]:
        from warehouse.corrections import quote

        return (quote(published, release_id, words, values.get("country_code") or values.get("region_code")),)

    _append(signed, "add", about, fields=values)


@correct.command()
@click.argument("projects", nargs=-1, required=True, metavar="ID ID...")
@_ruling
def merge(projects: tuple[str, ...], signed: Signed) -> None:
    """Hold projects for one: give their ids, or those of activities in them."""
    _append(signed, "merge", _targets(*projects))


@correct.command()
@click.argument("activities", nargs=-1, required=True, metavar="ACTIVITY_ID...")
@_ruling
def split(activities: tuple[str, ...], signed: Signed) -> None:
    """Take activities out of their project; together they become one of their own."""
    _append(signed, "split", _targets(*activities))


@correct.command()
@click.argument("ruling_id")
@_ruling
def undo(ruling_id: str, signed: Signed) -> None:
    """Take a ruling back. Both stay in the file; an undo can be undone."""
    from warehouse import corrections

    path = corrections.path_of(signed.warehouse)
    if ruling_id not in corrections.ids(path):
        raise click.ClickException(f"{path} has no ruling {ruling_id}")
    _append(signed, "undo", lambda _published: (), undoes=ruling_id)


@correct.command("list")
@warehouse_option
def list_(warehouse: Path) -> None:
    """List rulings with what became of them, oldest first; those that wait for a build are pending. Lines of JSON."""
    from transforms.ruling.ruling import RulingError
    from warehouse import corrections

    with _published(warehouse) as published:
        try:
            by_id = corrections.outcomes(published)
        except RulingError as error:
            raise click.ClickException(str(error)) from None
    for line in corrections.read(corrections.path_of(warehouse)):
        if line.ruling is None:
            shown: dict[str, Any] = {"line": line.number, "state": "invalid", "problem": line.problem}
        else:
            result = by_id.get(line.ruling.ruling_id, {"state": "pending"})
            outcome = {name: result[name] for name in ("state", "takes_effect", "problem", "undone_by") if result.get(name) is not None}
            shown = {"line": line.number, **corrections.as_row(line.ruling), **outcome}
        click.echo(json.dumps(shown, ensure_ascii=False))


@correct.command()
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@warehouse_option
def export(output: Path, warehouse: Path) -> None:
    """Write the releases that were ruled on as gold rows, in the format of warehouse/golden/labels.jsonl."""
    from warehouse.corrections_gold import gold

    with _published(warehouse) as published:
        lines = [json.dumps(row, ensure_ascii=False) for row in gold(published)]
    output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    click.echo(f"{output}: {len(lines)} releases")


def _targets(*identities: str) -> Callable[[Connection], tuple[Target, ...]]:
    def about(published: Connection) -> tuple[Target, ...]:
        from warehouse.corrections import targets

        return targets(published, identities)

    return about


def _append(signed: Signed, act: str, about: Callable[[Connection], tuple[Target, ...]], **said: Any) -> None:
    """Make the ruling, append it, and say what is next."""
    from transforms.ruling.ruling import Ruling, RulingError
    from warehouse import corrections

    path = corrections.path_of(signed.warehouse)
    try:
        with _published(signed.warehouse) as published:
            ruling = Ruling(act, signed.by, signed.why, about(published), **said)
        identity = corrections.append(path, ruling)
    except (RulingError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Ruling {identity} stands in {path}. The next build replays it; take it back with: pressledger correct undo {identity}")


@contextmanager
def _published(warehouse: Path) -> Iterator[Connection]:
    from warehouse.connect import NothingPublishedError, open_snapshot, published

    try:
        path = published(warehouse)
    except NothingPublishedError as error:
        raise click.ClickException(str(error)) from None
    with open_snapshot(path) as connection:
        yield connection


def _values(fields: tuple[str, ...]) -> dict[str, Any]:
    """FIELD=VALUE as a ruling holds it: numbers as numbers, lists parted by semicolons, nothing as null."""
    values: dict[str, Any] = {}
    for text in fields:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.BadParameter(f"{text} is not FIELD=VALUE", param_hint="FIELD=VALUE")
        try:
            values[name] = _value(name, value.strip())
        except ValueError:
            raise click.BadParameter(f"{text}: {value} is no number", param_hint="FIELD=VALUE") from None
    return values


def _value(name: str, value: str) -> Any:
    if not value:
        return None
    if name in _LISTS:
        return [entry.strip() for entry in value.split(";") if entry.strip()]
    return float(value) if name in _NUMBERS else value
