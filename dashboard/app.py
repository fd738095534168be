"""The dashboard, started by the command of server.py.

Belongs here: the list of pages. Does not: what is on them (pages/).
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import theme
from dashboard.pages import overview

# A picture of our own: Streamlit fetches the named icons from elsewhere when they stand in the title bar.
st.set_page_config(page_title="Pressledger", page_icon=str(Path(__file__).parent / "icon.png"), layout="wide")
theme.enable()
st.navigation([st.Page(overview.page, title="Overview", icon=":material/public:", default=True)], position="hidden").run()
