"""The frame around every page: which file is shown, the filter bar, the menu, the word when a newer file is published.

Belongs here: what stands on every page. Does not: the pages (pages/), the widgets of the filter bar (filterbar.py).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import streamlit as st

from dashboard import data, filterbar, pages
from dashboard.sections.frame import View
from dashboard.state import Counter
from warehouse.connect import NothingPublishedError


def show() -> None:
    """Draw the page that the address names, for the newest published file."""
    try:
        snapshot = data.newest_snapshot()
    except NothingPublishedError as nothing_yet:
        st.title("Pressledger", anchor=False)
        st.info("Nothing is published yet.", icon=":material/info:")
        st.code(str(nothing_yet), language=None, wrap_lines=True)
        return
    choices = data.ask(snapshot, "choices")
    filters = filterbar.filterbar(choices, _counters(snapshot))
    view = View(snapshot, data.ask_one(snapshot, "ledger"), filters, {})
    view.pages.update({entry.module: _page(entry, view) for entry in pages.listed()})
    current = st.navigation(list(view.pages.values()))
    st.set_page_config(page_title=f"{current.title} · Pressledger")
    _announce_newer(snapshot)
    _say_what_is_left_out(filterbar.in_words(filters, choices))
    current.run()


def _page(entry: pages.Entry, view: View) -> st.Page:
    draw: Callable[[View], None] = import_module(f"dashboard.pages.{entry.module}").page
    return st.Page(
        lambda: draw(view), title=entry.title, icon=entry.icon, url_path=entry.module, default=entry is pages.TABLE[0], help=entry.about
    )


def _counters(snapshot: str) -> tuple[Counter, ...]:
    """Projects can be counted where the file knows them."""
    every: tuple[Counter, ...] = ("activities", "releases", "projects")
    return every if "activities.project_id" in data.columns(snapshot) else every[:2]


def _say_what_is_left_out(filters: str) -> None:
    """The filters in force: on a phone the bar with them is folded away."""
    if filters:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.badge("Filtered", icon=":material/filter_alt:", color="orange")
            st.text(filters, width="content")


@st.fragment(run_every=60)
def _announce_newer(shown: str) -> None:
    """Every minute: is a newer file published than the one on the screen?"""
    if data.newest_snapshot() == shown:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown("**A newer ledger has been published.**")
        if st.button("Show it", icon=":material/refresh:"):
            st.rerun()
