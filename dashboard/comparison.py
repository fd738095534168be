"""Two published files beside each other, as frames: what is new since another one.

Belongs here: the kept files, their difference as a frame, remembered per pair of files.
Does not: comparing (warehouse/difference), what is shown of it (sections/news.py).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard import data
from warehouse import difference, history
from warehouse.connect import Warehouse

COLUMNS = [*difference.COLUMNS[:-1], "before_after"]


class Earlier(NamedTuple):
    """A kept file that is older than the one that is shown. `path` is its versioned name."""

    path: str
    snapshot_id: str
    built_on: date
    releases: int
    activities: int


def earlier(snapshot: str) -> list[Earlier]:
    """The kept files older than `snapshot`, the newest first; those that cannot be read are left out."""
    return [file for file in _kept(data.warehouse_directory(), snapshot) if Path(file.path).name < Path(snapshot).name]


def at(files: list[Earlier], on: date) -> Earlier | None:
    """The file that was the newest on a day; None where all are younger."""
    return next((file for file in files if file.built_on <= on), None)


# Immutable files: their difference holds for good. Few pairs are looked at.
@st.cache_data(max_entries=4, show_spinner="Comparing the two files …")
def changes(older: str, newer: str) -> pd.DataFrame:
    """Every change from one file to the other: a row each, fields that changed in words."""
    rows = [
        [getattr(change, name) for name in difference.COLUMNS[:-1]]
        + ["; ".join(f"{field.field}: {_said(field.before)} → {_said(field.after)}" for field in change.fields)]
        for change in difference.diff(Path(older), Path(newer))
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


@st.cache_data(max_entries=4, show_spinner=False)
def _kept(directory: Path, snapshot: str) -> list[Earlier]:
    del snapshot  # part of the key: a new file is published beside the others
    return [
        Earlier(str(file.path), file.snapshot_id, file.built_at.date(), file.releases or 0, file.activities or 0)
        for file in history.kept(Warehouse(directory))
        if file.problem is None and file.built_at is not None
    ]


def _said(value: str | None) -> str:
    return "not said" if value is None else value
