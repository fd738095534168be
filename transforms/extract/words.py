"""Reading the vocabularies: CSV files beside the package, a header row, one fact a line.

Belongs here: opening them.
Does not: what their columns mean (the finder that owns the file).
"""

from __future__ import annotations

import csv
from pathlib import Path

VOCABULARY = Path(__file__).parent.parent / "vocabulary"


def rows(name: str) -> list[dict[str, str]]:
    """All rows of one vocabulary, as they are written."""
    with (VOCABULARY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
