"""The query box's way to the published file: locked down, and one answer at a time held.

Belongs here: the locked connection, an answer as a frame. Does not: what a guest may ask (warehouse/guest.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd
import streamlit as st

from warehouse import guest
from warehouse.connect import open_restricted
from warehouse.tables import Connection


class Answer(NamedTuple):
    """An answer as a frame, whether it was cut, or what is wrong with the question."""

    frame: pd.DataFrame | None
    is_cut: bool = False
    problem: str | None = None


@st.cache_data(max_entries=32, show_spinner="Asking …")
def answer(snapshot: str, sql: str) -> Answer:
    """Ask the published file; what is refused or wrong comes back as words."""
    try:
        found = guest.query(_locked(snapshot), sql)
    except guest.GuestError as error:
        return Answer(None, problem=str(error))
    names = [name if found.columns.count(name) == 1 else f"{name}_{place}" for place, name in enumerate(found.columns, 1)]
    return Answer(pd.DataFrame(found.rows, columns=names), found.is_cut)


@st.cache_resource(max_entries=2, show_spinner=False, on_release=lambda connection: connection.close())
def _locked(snapshot: str) -> Connection:
    return open_restricted(Path(snapshot))
