"""One of many: the country or the sector that a page is about, chosen by hand or by the address.

Belongs here: the choice and its widget. Does not: what is shown of it (pages).
"""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.sections.frame import View


def chosen(view: View, axis: str) -> tuple[str, str] | None:
    """Code and name of what is chosen along the `axis`, country or sector; None while nothing is. It stands in the address by its name."""
    every = data.ask(view.snapshot, "choices")
    names = {str(row["code"]): str(row["name"]) for row in every[every["filter"] == axis].to_dict("records")}
    code = st.selectbox(
        axis.capitalize(),
        list(names),
        index=None,
        format_func=lambda code: names.get(code, code),
        key=axis,
        bind="query-params",
        placeholder=f"Choose a {axis}",
        label_visibility="collapsed",
        width=420,
    )
    return (code, names[code]) if code in names else None
