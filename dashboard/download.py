"""Frames as CSV files that a spreadsheet opens without running anything.

Belongs here: the CSV and its defence against cells that a spreadsheet would take for formulas.
Does not: which frame is offered where (sections).
"""

from __future__ import annotations

import pandas as pd

# What makes a spreadsheet read a cell as a formula, in plain and in full-width form.
_FORMULA_STARTS = tuple("=+-@\t\r\0＝＋－＠")


def csv(frame: pd.DataFrame) -> bytes:
    """`frame` as CSV in UTF-8 with a mark that makes spreadsheets read it as such. Numbers stay numbers."""
    texts = frame.select_dtypes(include=["object", "string"]).columns
    safe = frame.assign(**{str(name): frame[name].map(defused) for name in texts})
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def defused(cell: object) -> object:
    """A text cell that would start a formula gets an apostrophe before it; everything else stays as it is."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    return "; ".join(map(str, cell)) if hasattr(cell, "__iter__") and not isinstance(cell, bytes) else cell
