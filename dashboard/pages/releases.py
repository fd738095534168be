"""Releases: the list, and each to read with its evidence marked.

Belongs here: the list or one release, as the address says. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.address import record
from dashboard.sections.frame import View
from dashboard.sections.releases import RECORD, releases
from dashboard.sections.whole import whole


def page(view: View) -> None:
    """Draw the list, or the release that the address names."""
    if identity := record(RECORD):
        st.title("A release", anchor=False)
        whole(view, identity)
    else:
        st.title("Releases", anchor=False)
        releases(view)
