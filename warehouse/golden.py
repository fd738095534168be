"""The labelled releases that the product carries, so that it can measure itself anywhere.

Belongs here: pairing labels with the releases they are about, and scoring a coder on them.
Does not: the definition of the scores (transforms/score.py), the releases (samples/).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from transforms import score as scores
from transforms.extract.activity import Activity
from transforms.read.folder import read_folder
from transforms.read.landed import Landed
from transforms.read.release import read, reader_version
from transforms.release import Release
from transforms.score import Figures, score
from warehouse import contract, tables
from warehouse.tables import Connection

LABELS = Path(__file__).parent / "golden" / "labels.jsonl"
SAMPLES = Path(__file__).parent / "samples"
_HELD_OUT_EVERY = 4
_MEASURED = ("accuracy", "calibration")
Predicted = Mapping[str, Sequence[Mapping[str, Any]]]
Readings = Sequence[Sequence[Mapping[str, Any]]]


class Labelled(NamedTuple):
    """One labelled release: its name, the release as a build would read it, and what each annotator found."""

    name: str
    release: Release
    readings: Readings

    @property
    def forms(self) -> tuple[str, ...]:
        """The groups it is scored in. Names starting with w are wire releases, the others come from press centres.

        The coder's coefficients and lexicons were made without those "not trained on".
        """
        number = int(re.sub(r"\D", "", self.name.partition("_")[2] or self.name) or 0)
        case = "lower case" if self.release.body == self.release.body.lower() else "normal case"
        sort = ("wire",) if self.name.startswith("w") else ("press centre", f"press centre, {case}")
        known = number % _HELD_OUT_EVERY or self.name.startswith("0")
        return ("all", *sort, f"{sort[0]}, {'trained on' if known else 'not trained on'}")


def labelled(labels: Path = LABELS, releases: Iterable[Path] = (SAMPLES,)) -> list[Labelled]:
    """The labelled releases found in the folders `releases`, in the order of their labels."""
    texts = {Path(item.file).stem: item for folder in releases for item in read_folder(folder) if isinstance(item, Landed)}
    with labels.open(encoding="utf-8", newline="\n") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    found = [(row["release"], texts[row["release"]], row) for row in rows if row["release"] in texts]
    return [Labelled(name, read(landed, "golden", 1), row.get("readings") or [row["activities"]]) for name, landed, row in found]


def measure(connection: Connection, coder: Callable[[Release], list[Activity]], coder_version: str) -> None:
    """Fill staging.accuracy and staging.calibration, unless they say already what this coder would be given for these labels."""
    now = _digest(coder_version)
    if all(connection.execute(f"select distinct measured from staging.{table}").fetchall() == [(now,)] for table in _MEASURED):  # noqa: S608 -- two names of ours
        return
    gold = labelled()
    predicted = code(gold, coder)
    for table, rows in zip(_MEASURED, (accuracy(gold, predicted), calibration(gold, predicted)), strict=True):
        filled = pa.Table.from_pylist([{"measured": now, **row} for row in rows])
        tables.refill_from(connection, contract.load("staging", table), filled)


def code(gold: Sequence[Labelled], coder: Callable[[Release], list[Activity]]) -> Predicted:
    """What the coder says of each labelled release, in the words of the scores."""
    return {item.name: [_row(activity) for activity in coder(item.release)] for item in gold}


def accuracy(gold: Sequence[Labelled], predicted: Predicted) -> list[dict[str, Any]]:
    """Rows of main.accuracy: every score for every form."""
    rows = []
    for form in sorted({form for item in gold for form in item.forms}):
        part = {item.name: item.readings for item in gold if form in item.forms}
        rows += [_figures(name, form, len(part), figures) for name, figures in score(part, predicted).items()]
    return rows


def calibration(gold: Sequence[Labelled], predicted: Predicted) -> list[dict[str, Any]]:
    """Rows of main.calibration: confidence against truth for every form."""
    rows = []
    for form in sorted({form for item in gold for form in item.forms}):
        part = {item.name: item.readings for item in gold if form in item.forms}
        rows += [
            {
                "form": form,
                "least": band.least,
                "most": band.most,
                "activities": band.rows,
                "confidence": band.confidence,
                "right_share": band.right,
            }
            for band in scores.reliability(part, predicted)
        ]
    return rows


def _digest(coder_version: str) -> str:
    digest = hashlib.blake2b(f"{coder_version}\n{reader_version()}\n".encode(), digest_size=8)
    for path in (Path(__file__), Path(scores.__file__), LABELS, *sorted(SAMPLES.iterdir())):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _row(activity: Activity) -> dict[str, Any]:
    names = ("kind", "country", "admin1", "sector", "amount", "currency", "confidence")
    return {name: getattr(activity, name) for name in names} | {"date": activity.date_edtf}


def _figures(name: str, form: str, releases: int, figures: Figures) -> dict[str, Any]:
    shown = {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1, "cells": figures.cells}
    return {"score": name, "form": form, "releases": releases, **shown}
