"""Projects: undertakings through time, each release a point.

Belongs here: the list or one project, as the address says. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.address import record
from dashboard.sections.evidence import evidence
from dashboard.sections.frame import View
from dashboard.sections.project import project
from dashboard.sections.projects import RECORD, projects


def page(view: View) -> None:
    """Draw the list, or the project that the address names."""
    if not view.has("project_stages", "activity_ids"):
        st.title("Projects", anchor=False)
        st.info("This file was built before projects were linked across releases. Build again to see them.", icon=":material/info:")
        return
    if identity := record(RECORD):
        st.title("A project", anchor=False)
        project(view, identity)
    else:
        st.title("Projects", anchor=False)
        projects(view)
    evidence(view)
