"""The file of rulings: append-only, one JSON object a line, safe for several writers at a time.

Belongs here: appending, reading, what is not in the published file yet, making rulings about rows of a published file.
Does not: what a ruling is (transforms/ruling), replaying it on a build (replay.py).
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from transforms.rows import activity_id
from transforms.ruling.find import locate
from transforms.ruling.ruling import Ruling, RulingError, Target, parse
from warehouse import tables
from warehouse.tables import Connection

VARIABLE = "PRESSLEDGER_CORRECTIONS"
_NAME = "corrections.jsonl"


__all__ = [
    "VARIABLE", "Line", "Ruling", "RulingError", "append", "as_row", "ids", "path_of", "pending", "quote", "read", "rule", "targets"
]  # fmt: skip


class Line(NamedTuple):
    """One line of the file: a ruling, or what is wrong with it."""

    number: int
    ruling: Ruling | None
    problem: str | None


def path_of(warehouse: Path) -> Path:
    """The file of a warehouse: PRESSLEDGER_CORRECTIONS where it is set (shared, under version control), else in its folder."""
    return Path(os.environ.get(VARIABLE) or warehouse / _NAME)


def append(path: Path, ruling: Ruling) -> str:
    """Append a ruling and return its id. Whole lines only, whoever writes at the same time; an end of line that is missing is added."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, fcntl.LOCK_EX) as descriptor:
        size = os.fstat(descriptor).st_size
        torn = size and os.pread(descriptor, 1, size - 1) != b"\n"
        os.write(descriptor, ("\n" * bool(torn) + ruling.line() + "\n").encode())
        os.fsync(descriptor)
    return ruling.ruling_id


def rule(path: Path, published: Connection, identity: str, signed: tuple[str, str], fields: dict[str, Any] | None) -> Ruling:
    """Append a ruling on one activity of a published file: `fields` are changed, without any it is rejected. `signed`: who, why.

    Raises:
        RulingError: the activity is not there, who or why is missing, or a value is none of the code lists.
        OSError: the file cannot be written.
    """
    by, why = signed
    about = targets(published, [identity])
    ruling = Ruling("change", by, why, about, fields) if fields else Ruling("reject", by, why, about)
    append(path, ruling)
    return ruling


def read(path: Path) -> list[Line]:
    """Every line that is not blank; a file that is not there has none. A bad line is told by its number and stops no other."""
    if not path.exists():
        return []
    with _locked(path, os.O_RDONLY, fcntl.LOCK_SH) as descriptor, os.fdopen(os.dup(descriptor), "rb") as handle:
        content = handle.read()
    known: set[str] = set()
    return [_read(number, line, known) for number, line in enumerate(content.split(b"\n"), 1) if line.strip()]


def pending(path: Path, published: Connection) -> list[Ruling]:
    """Rulings of the file that the published one has not heard of: the next build replays them.

    Raises:
        RulingError: the published file is of a version without rulings.
    """
    known = {row["ruling_id"] for row in _rows(published, "select ruling_id from main.corrections", [])}
    return [line.ruling for line in read(path) if line.ruling and line.ruling.ruling_id not in known]


def targets(published: Connection, identities: Sequence[str]) -> tuple[Target, ...]:
    """Targets for activities, or for projects by their earliest activity, as they stand in a published file.

    Raises:
        RulingError: one is not there.
    """
    select = (
        "select activity_id, release_id, revision, release.content_sha256, evidence, country_code "
        "from main.activities inner join main.releases as release using (release_id, revision) "
        "where activity_id = ? or project_id = ? "
        "order by activity_id = ? desc, is_duplicate, coalesce(date_start, reported_on) nulls last, activity_id limit 1"
    )
    found = []
    for identity in identities:
        rows = _rows(published, select, [identity] * 3)
        if not rows:
            raise RulingError(f"{identity} is no activity and no project of the published ledger")
        found.append(Target(**rows[0]))
    return tuple(found)


def quote(published: Connection, release_id: str, words: str, place: str | None) -> Target:
    """The target of an activity to add: words quoted from the current revision of a release, taking place in a country or region.

    Raises:
        RulingError: there is no such release, or the words do not stand in it.
    """
    select = "select revision, content_sha256, body from main.releases where release_id = ? and is_current"
    rows = _rows(published, select, [release_id])
    if not rows:
        raise RulingError(f"{release_id} is no release of the published ledger")
    span = locate(words, rows[0]["body"])
    if span is None:
        raise RulingError(f"these words do not stand in release {release_id}: {words}")
    evidence = rows[0]["body"][slice(*span)]
    identity = activity_id(release_id, evidence, place)
    return Target(
        identity, release_id, rows[0]["revision"], rows[0]["content_sha256"], evidence, place if place and place.isalpha() else None
    )


def outcomes(published: Connection) -> dict[str, dict[str, Any]]:
    """Ruling id -> what became of it on the published build.

    Raises:
        RulingError: the published file is of a version without rulings.
    """
    return {row["ruling_id"]: row for row in _rows(published, "select * from main.corrections where ruling_id is not null", [])}


def as_row(ruling: Ruling) -> dict[str, Any]:
    """A ruling in the columns that a person reads."""
    said = {"ruling_id": ruling.ruling_id, "act": ruling.act, "by": ruling.by, "at": ruling.at.isoformat(timespec="seconds")}
    about = {"activities": [target.activity_id for target in ruling.targets], "fields": ruling.fields, "undoes": ruling.undoes}
    return {**said, "why": ruling.why, **{name: value for name, value in about.items() if value}}


def ids(path: Path) -> set[str]:
    """The ids of all rulings of the file."""
    return {line.ruling.ruling_id for line in read(path) if line.ruling}


def _rows(published: Connection, select: str, parameters: list[Any]) -> list[dict[str, Any]]:
    try:
        return tables.rows_of(published, select, parameters)
    except (duckdb.CatalogException, duckdb.BinderException):
        raise RulingError("the published file was built before there were rulings: build again first") from None


def _read(number: int, line: bytes, known: set[str]) -> Line:
    try:
        ruling = parse(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Line(number, None, f"line {number}: no UTF-8: {error}")
    except RulingError as error:
        return Line(number, None, f"line {number}: {error}")
    if ruling.ruling_id in known:
        return Line(number, None, f"line {number}: ruling {ruling.ruling_id} stands here again")
    known.add(ruling.ruling_id)
    return Line(number, ruling, None)


@contextmanager
def _locked(path: Path, flags: int, lock: int) -> Iterator[int]:
    descriptor = os.open(path, flags, 0o644)
    try:
        fcntl.flock(descriptor, lock)
        yield descriptor
    finally:
        os.close(descriptor)
