"""The table of `pressledger score`: how well the coder does, and what changed since the figures that were committed.

Belongs here: choosing the labelled releases, the table, the committed figures.
Does not: the scores (transforms/score.py), the labels (warehouse/golden.py).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from transforms.score import Band
from warehouse import golden
from warehouse.golden import Labelled, Predicted

COMMITTED = golden.LABELS.parent / "scores.csv"
_FIELDS = ("form", "score", "releases", "precision", "recall", "f1", "cells")


def find_labelled(shared: Path | None) -> list[Labelled]:
    """The labelled releases that the product carries; with `shared`, all that lie there (gold/ and seeds/)."""
    if shared is None:
        return golden.labelled()
    return golden.labelled(shared / "gold" / "gold.jsonl", (shared / "gold" / "releases", shared / "seeds"))


def table(gold: list[Labelled], predicted: Predicted) -> list[dict[str, Any]]:
    """Rows of form, score, releases, precision, recall, F1 and cells."""
    return sorted(golden.accuracy(gold, predicted), key=lambda row: row["form"])


def lines(rows: list[dict[str, Any]]) -> list[str]:
    """The table as text, each F1 with its change since the committed one."""
    before = {_key(row): float(row["f1"]) for row in committed()}
    head = f"{'form':30} {'score':22} {'precision':>9} {'recall':>7} {'F1':>6} {'change':>7} {'cells':>6} {'releases':>8}"
    return [head, *(_line(row, before.get(_key(row))) for row in rows)]


def reliability_lines(bands: list[Band]) -> list[str]:
    """How far confidence can be trusted: in each band, how many rows, their mean confidence, and the share that is right."""
    head = f"{'confidence':>12} {'rows':>6} {'mean':>6} {'right':>6}"
    return [head, *(f"{band.least:5.1f} - {band.most:4.1f} {band.rows:6} {band.confidence:6.2f} {band.right:6.2f}" for band in bands)]


def committed() -> list[dict[str, str]]:
    """The figures of the last `pressledger score --commit`; none where there has been none."""
    if not COMMITTED.exists():
        return []
    with COMMITTED.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def commit(rows: list[dict[str, Any]]) -> None:
    """Keep the figures as those to compare with; figures on other sets of releases stay beside them."""
    kept = {_key(row): row for row in [*committed(), *rows]}
    with COMMITTED.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, _FIELDS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        for _, row in sorted(kept.items()):
            writer.writerow({name: f"{value:.4f}" if isinstance(value, float) else value for name, value in row.items()})


def _key(row: Mapping[str, Any]) -> tuple[str, str, int]:
    """What makes two figures comparable: the same score of the same form over as many releases."""
    return row["form"], row["score"], int(row["releases"])


def _line(row: dict[str, Any], before: float | None) -> str:
    change = "" if before is None or abs(row["f1"] - before) < 0.0005 else f"{row['f1'] - before:+.3f}"  # noqa: PLR2004 -- the last digit
    figures = f"{row['precision']:9.3f} {row['recall']:7.3f} {row['f1']:6.3f} {change:>7} {row['cells']:6} {row['releases']:8}"
    return f"{row['form']:30} {row['score']:22} {figures}"
