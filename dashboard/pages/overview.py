"""The overview: who did what, where, for which sector and when, in one page.

Belongs here: the order of the parts. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.sections.cells import cells
from dashboard.sections.certainty import certainty
from dashboard.sections.changed import changed
from dashboard.sections.evidence import evidence
from dashboard.sections.frame import View, nothing
from dashboard.sections.headline import headline
from dashboard.sections.places import places
from dashboard.sections.table import activities
from dashboard.sections.times import times


def page(view: View) -> None:
    """Draw the overview of `view`."""
    st.title("What the press releases report", anchor=False)
    headline(view)
    if not nothing(view):
        changed(view)
        places(view)
        times(view)
        cells(view)
        activities(view)
    certainty(view)
    evidence(view)
