"""Data: downloads, queries, dictionary.

Belongs here: the order of the parts. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.sections import asking
from dashboard.sections.frame import View


def page(view: View) -> None:
    """Draw the page."""
    st.title("The data", anchor=False)
    asking.downloads(view)
    asking.query_box(view)
    asking.behind(view)
    asking.dictionary(view)
