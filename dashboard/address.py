"""The record that a page is about (a project, a release), as the address names it.

Belongs here: reading it, opening one, going back to the list. Does not: the picked mark and the filters (state.py).
"""

from __future__ import annotations

import streamlit as st

from dashboard.state import unpick


def record(name: str) -> str | None:
    """The id that the address gives under `name`, or None."""
    return st.query_params.get(name) or None


def open_record(name: str, identity: str) -> None:
    """Put a record into the address: its page opens on this run."""
    st.query_params[name] = identity


def close_record(name: str) -> None:
    """Take it out again; the list that it was chosen in forgets it, so that it can be chosen again."""
    st.query_params.update({name: ()})
    unpick()
