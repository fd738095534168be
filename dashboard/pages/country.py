"""Everything about one country, and the brief to print or save.

Belongs here: the order of the parts. Does not: the parts themselves (sections).
"""

from __future__ import annotations

import streamlit as st

from dashboard.sections import rankings
from dashboard.sections.brief import offer
from dashboard.sections.changed import changed
from dashboard.sections.chosen import chosen
from dashboard.sections.evidence import evidence
from dashboard.sections.frame import View, nothing
from dashboard.sections.headline import headline
from dashboard.sections.places import places
from dashboard.sections.table import activities
from dashboard.sections.times import times
from dashboard.words import as_label


def page(view: View) -> None:
    """Draw the page of the country that the address names, else the choice among all."""
    title = st.empty()
    country = chosen(view, "country")
    if not country:
        title.title("Choose a country", anchor=False)
        places(view)
        evidence(view)
        return
    code, name = country
    title.title(f"{as_label(name)} ({code})", anchor=False)
    here = view.on(places=(code,))
    if view.filters.places:
        st.caption("This page is about one country: the filter of countries and regions does not apply to it.")
    headline(here, leave_out=("Countries",))
    if not nothing(here):
        offer(here, code, name)
        changed(here, axes=("sector",))
        times(here)
        _what(here)
        rankings.projects(here)
        _where_and_with_whom(here)
        activities(here)
    evidence(here)


def _what(view: View) -> None:
    st.subheader("For what, and what kind", anchor=False)
    left, right = st.columns(2, gap="medium")
    with left:
        rankings.sectors(view)
    with right:
        rankings.kinds(view)


def _where_and_with_whom(view: View) -> None:
    st.subheader("Where in the country, and with whom", anchor=False)
    left, right = st.columns(2, gap="medium")
    with left:
        rankings.spots(view)
    with right:
        rankings.counterparts(view)
