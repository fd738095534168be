"""Score predicted activities against gold ones, cell by cell, as the codebook defines it (section 7).

Belongs here: cells, precision, recall and F1 of the six scores.
Does not: reading files, extracting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

SCORES = ("country", "country-sector", "country-sector-month", "country-kind", "admin1", "money")
Row = Mapping[str, Any]
Cell = tuple[Any, ...]
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d{2})(?!\d)")
_YEAR = re.compile(r"\d{4}$")


class Figures(NamedTuple):
    """One score over some releases. `cells`: the certain gold cells; `predicted`: how many were predicted."""

    precision: float
    recall: float
    f1: float
    cells: int
    predicted: int


class Band(NamedTuple):
    """Predicted rows with a confidence from `least` to `most`: their mean confidence, and the share that is right."""

    least: float
    most: float
    rows: int
    confidence: float
    right: float


class Tally(NamedTuple):
    """Of one release under one score: predicted cells that gold allows, those it does not, certain cells found and missed."""

    right: frozenset[Cell]
    wrong: frozenset[Cell]
    found: frozenset[Cell]
    missed: frozenset[Cell]


def month(edtf: str | None) -> str:
    """The month in which an EDTF date begins: 2021-09, XXXX-09; 2021 where only the year is known, else "none"."""
    start = (edtf or "").split("/")[0]
    if found := _MONTH.match(start):
        return f"{found[1]}-{found[2]}"
    return start if _YEAR.match(start) else "none"


def cell(row: Row, score: str) -> Cell | None:
    """What `row` says under `score`, None where it says nothing there."""
    country = row.get("country")
    if score == "admin1":
        return (row["admin1"],) if row.get("admin1") else None
    if not country:
        return None
    if score == "country":
        return (country,)
    if score == "country-kind":
        return (country, row.get("kind"))
    if score == "money":
        return None if row.get("amount") is None else (country, float(row["amount"]), row.get("currency"))
    sector = str(row["sector"])[:3] if row.get("sector") else None
    return (country, sector) if score == "country-sector" else (country, sector, month(row.get("date")))


def meets(gold: Cell, predicted: Cell, score: str) -> bool:
    """Whether a predicted cell meets a gold one; a gold sector of None is met by any."""
    vague = score.startswith("country-sector") and gold[1] is None
    return gold == predicted or (vague and (gold[0], gold[2:]) == (predicted[0], predicted[2:]))


def certain(readings: Sequence[Sequence[Row]], score: str) -> set[Cell]:
    """The cells that all annotators hold as certain; where two meet, the vaguer one stands."""
    agreed: set[Cell] | None = None
    for reading in readings:
        cells = {c for row in reading if row.get("certain", True) and (c := cell(row, score))}
        agreed = cells if agreed is None else _agreed(agreed, cells, score)
    return agreed or set()


def _agreed(one: set[Cell], other: set[Cell], score: str) -> set[Cell]:
    both = {c for c in one if any(meets(c, o, score) for o in other)} | {o for o in other if any(meets(o, c, score) for c in one)}
    return {c for c in both if not any(v != c and meets(v, c, score) for v in both)}


def tally(readings: Sequence[Sequence[Row]], predicted: Iterable[Row], score: str) -> Tally:
    """Compare one release; `readings` holds the gold rows of each annotator, each with its "certain"."""
    sure = certain(readings, score)
    allowed = sure | {c for reading in readings for row in reading if (c := cell(row, score))}
    cells = {c for row in predicted if (c := cell(row, score))}
    right = frozenset(c for c in cells if any(meets(g, c, score) for g in allowed))
    missed = frozenset(g for g in sure if not any(meets(g, c, score) for c in cells))
    return Tally(right, frozenset(cells) - right, frozenset(sure) - missed, missed)


def score(gold: Mapping[str, Sequence[Sequence[Row]]], predicted: Mapping[str, Sequence[Row]]) -> dict[str, Figures]:
    """All six scores over the releases of `gold`; a release without predictions counts as predicting nothing."""
    return {name: _figures([tally(readings, predicted.get(key, ()), name) for key, readings in gold.items()]) for name in SCORES}


def reliability(gold: Mapping[str, Sequence[Sequence[Row]]], predicted: Mapping[str, Sequence[Row]], bands: int = 5) -> list[Band]:
    """Confidence against truth: predicted rows in bands of equal width; a row is right if gold allows its country and kind."""
    judged: dict[int, list[tuple[float, bool]]] = {}
    for key, readings in gold.items():
        allowed = {c for reading in readings for row in reading if (c := cell(row, "country-kind"))}
        for row in predicted.get(key, ()):
            if row_cell := cell(row, "country-kind"):
                band = min(int(row["confidence"] * bands), bands - 1)
                judged.setdefault(band, []).append((row["confidence"], row_cell in allowed))
    return [_band(band / bands, (band + 1) / bands, rows) for band, rows in sorted(judged.items())]


def _band(least: float, most: float, rows: list[tuple[float, bool]]) -> Band:
    return Band(least, most, len(rows), sum(c for c, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows))


def _figures(tallies: list[Tally]) -> Figures:
    right, wrong = sum(len(t.right) for t in tallies), sum(len(t.wrong) for t in tallies)
    hit, missed = sum(len(t.found) for t in tallies), sum(len(t.missed) for t in tallies)
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = hit / (hit + missed) if hit + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(precision, recall, f1, hit + missed, right + wrong)
