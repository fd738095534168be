"""The overview: who did what, where, for which sector and when, in one page.

Belongs here: the order of the parts, and what to say before there is anything to show.
Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard import data, state
from dashboard.sections.cells import cells
from dashboard.sections.certainty import certainty
from dashboard.sections.evidence import evidence
from dashboard.sections.frame import View, nothing
from dashboard.sections.headline import headline
from dashboard.sections.places import places
from dashboard.sections.table import activities
from dashboard.sections.times import times
from warehouse.connect import NothingPublishedError


def page() -> None:
    """Draw the page for the newest published file."""
    st.title("What the press releases report", anchor=False)
    try:
        snapshot = data.newest_snapshot()
    except NothingPublishedError as nothing_yet:
        st.info("Nothing is published yet.", icon=":material/info:")
        st.code(str(nothing_yet), language=None, wrap_lines=True)
        return
    view = View(snapshot, data.ask_one(snapshot, "ledger"), state.filters(data.ask(snapshot, "choices")))
    headline(view)
    _announce_newer(snapshot)
    if not nothing(view):
        places(view)
        times(view)
        cells(view)
        activities(view)
    certainty(view)
    evidence(view)


@st.fragment(run_every=60)
def _announce_newer(shown: str) -> None:
    """Every minute: is a newer file published than the one on the screen?"""
    if data.newest_snapshot() == shown:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown("**A newer ledger has been published.**")
        if st.button("Show it", icon=":material/refresh:", type="primary"):
            st.rerun()
