"""Everything about one sector.

Belongs here: the order of the parts. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.sections import rankings
from dashboard.sections.changed import changed
from dashboard.sections.chosen import chosen
from dashboard.sections.evidence import evidence
from dashboard.sections.frame import View, nothing
from dashboard.sections.headline import headline
from dashboard.sections.places import places
from dashboard.sections.table import activities
from dashboard.sections.times import times
from dashboard.words import as_label


def page(view: View) -> None:
    """Draw the page of the sector that the address names, else the choice among all."""
    title = st.empty()
    sector = chosen(view, "sector")
    if not sector:
        title.title("Choose a sector", anchor=False)
        rankings.sectors(view)
        evidence(view)
        return
    code, name = sector
    title.title(as_label(name), anchor=False)
    here = view.on(sectors=(code,))
    if view.filters.sectors:
        st.caption("This page is about one sector: the filter of sectors does not apply to it.")
    headline(here, leave_out=("Sectors",))
    if not nothing(here):
        changed(here, axes=("country",))
        places(here)
        times(here)
        _what(here)
        rankings.projects(here)
        activities(here)
    evidence(here)


def _what(view: View) -> None:
    st.subheader("For what exactly, and what kind", anchor=False)
    left, right = st.columns(2, gap="medium")
    with left:
        rankings.purposes(view)
    with right:
        rankings.kinds(view)
