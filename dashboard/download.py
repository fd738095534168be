"""Frames as CSV files that a spreadsheet opens without running anything.

Belongs here: the CSV and its defence against cells that a spreadsheet would take for formulas.
Does not: which frame is offered where (sections).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

# What makes a spreadsheet read a cell as a formula, in plain and in full-width form.
_FORMULA_STARTS = tuple("=+-@\t\r\0＝＋－＠")


def csv(frame: pd.DataFrame) -> bytes:
    """`frame` as CSV in UTF-8 with a mark that makes spreadsheets read it as such. Numbers stay numbers."""
    texts = frame.select_dtypes(include=["object", "string"]).columns
    safe = frame.assign(**{str(name): frame[name].map(defused) for name in texts})
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def defused(cell: object) -> object:
    """A cell whose text would start a formula gets an apostrophe before it; lists become one line; the rest stays as it is."""
    if isinstance(cell, Sequence | np.ndarray) and not isinstance(cell, str | bytes):
        return defused("; ".join(map(str, cell)))
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
