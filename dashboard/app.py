"""The dashboard: its pages and nothing else. Started by the command of server.py."""

from __future__ import annotations

import streamlit as st

from dashboard import theme
from dashboard.pages import overview

st.set_page_config(page_title="Pressledger", page_icon=":material/public:", layout="wide")
theme.enable()
st.navigation([st.Page(overview.page, title="Overview", icon=":material/public:", default=True)], position="hidden").run()
