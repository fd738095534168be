"""What is new: this file against an earlier one.

Belongs here: the order of the parts. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.sections.evidence import evidence
from dashboard.sections.frame import View
from dashboard.sections.news import news


def page(view: View) -> None:
    """Draw what changed since the chosen file."""
    st.title("What is new", anchor=False)
    news(view)
    evidence(view)
