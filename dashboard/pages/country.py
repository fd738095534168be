"""country page.

Belongs here: x. Does not: y.
"""

from __future__ import annotations

import streamlit as st

from dashboard.sections.frame import View, link
from dashboard.sections.headline import headline


def page(view: View) -> None:
    """Draw."""
    st.title("country", anchor=False)
    names = view.ask("by_country")["country"].tolist()
    st.selectbox("Country", names, key="country", bind="query-params")
    link(view, "overview", "Over", show_country="GH")
    link(view, "sector", "Sec", icon=":material/flag:")
    headline(view)
