"""The dashboard, started by the command of server.py.

Belongs here: the settings that must come first. Does not: the frame around the pages (shell.py), what is on them (pages/).
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import shell, theme

# A picture of our own: Streamlit fetches the named icons from elsewhere when they stand in the title bar.
st.set_page_config(page_icon=str(Path(shell.__file__).parent / "icon.png"), layout="wide")
theme.enable()
shell.show()
