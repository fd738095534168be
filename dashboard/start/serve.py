"""The server's entry: Streamlit as an ASGI application, with our headers around every answer.

Belongs here: putting the two together. Does not: the script that draws the pages (app.py), the headers (dashboard/headers.py).
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from dashboard.headers import SafeHeaders

app = st.App(Path(__file__).parent / "app.py", middleware=[Middleware(SafeHeaders)])
