"""Quality: how far the figures can be trusted.

Belongs here: the order of the parts. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.sections import quality
from dashboard.sections.frame import View


def page(view: View) -> None:
    """Draw the page."""
    st.title("How far the figures can be trusted", anchor=False)
    st.caption(f"{view.as_of}. Filters of the sidebar apply to what is not said; the rest is about the whole file.")
    quality.accuracy(view)
    quality.calibration(view)
    quality.unknown(view)
    quality.freshness(view)
    quality.quarantine(view)
    quality.rulings(view)
