"""What stands out along one axis: sectors, purposes, kinds, places, counterparts.

Belongs here: ranked bars, each with its foot; a click on one opens its sentences.
Does not: countries (places.py), the bars themselves (charts/bars.py).
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.charts.bars import Bars, bars
from dashboard.sections.certainty import measured
from dashboard.sections.frame import Figure, View, figure
from dashboard.state import Pick

MOST = 12
NO_PLACE = "No more than the country"
_CODES = "Sectors: OECD DAC CRS categories."


def sectors(view: View) -> None:
    """For what: sector categories."""
    rows = view.ask("by_sector").assign(measured=measured(view, "country-sector"))
    what = Bars("sector_category", "category", f"{view.counted.capitalize()} by sector (number)", view.counted, ("998",))
    chart = bars(rows.head(MOST), what)
    figure(
        view,
        Figure("sectors", chart, rows, _words(view, "sector"), _rest(rows, _CODES), read=lambda mark: Pick(sector=mark["sector_category"])),
    )


def purposes(view: View) -> None:
    """For what, as finely as the text settles it: purpose codes."""
    rows = view.ask("by_purpose")
    what = Bars("sector_code", "sector", f"{view.counted.capitalize()} by purpose (number)", view.counted)
    note = _rest(rows, "Purposes: OECD DAC CRS purpose codes where the text settles one.")
    chart = bars(rows.head(MOST), what)
    figure(view, Figure("purposes", chart, rows, _words(view, "purpose"), note, read=lambda mark: Pick(sector=mark["sector_code"])))


def kinds(view: View) -> None:
    """What was done."""
    rows = view.ask("by_kind").assign(measured=measured(view, "country-kind"))
    what = Bars("kind", "kind", f"{view.counted.capitalize()} by kind (number)", view.counted)
    figure(view, Figure("kinds", bars(rows, what), rows, _words(view, "kind"), "", read=lambda mark: Pick(kind=mark["kind"])))


def spots(view: View) -> None:
    """Where within a country, in the releases' own words."""
    rows = view.ask("by_place")
    rows = rows.assign(place=rows["place"].fillna(NO_PLACE), measured=measured(view, "admin1"))
    what = Bars("place", "place", "Activities by place (number)", neutral=(NO_PLACE,))
    note = _rest(rows, "Places as the releases write them.")
    chart = bars(rows.head(MOST), what)
    words = "Activities by place, as bars. All numbers stand in the table below."
    figure(view, Figure("places", chart, rows, words, note, read=lambda mark: Pick(place=mark["place"])))


def counterparts(view: View) -> None:
    """With whom: other organisations that are named."""
    rows = view.ask("counterparts", top=100)
    what = Bars("counterpart", "counterpart", "Activities by counterpart (number)")
    chart = bars(rows.head(MOST), what)
    empty = "No release names another organisation that signs, receives, hosts or co-finances here."
    words = "Activities by counterpart, as bars. All numbers stand in the table below."
    note = _rest(rows, "Names as the releases write them: one organisation may stand here under several.")
    figure(view, Figure("counterparts", chart, rows, words, note, empty, read=lambda mark: Pick(partner=mark["counterpart"])))


def projects(view: View) -> None:
    """The projects, the latest first, with how far they are."""
    st.subheader("Projects", anchor=False)
    if not view.has("projects"):
        st.info("This file was built before projects were linked across releases. Build again to see them.", icon=":material/info:")
        return
    rows = view.ask("projects_among", top=MOST)
    if rows.empty:
        st.info("Nothing here is an undertaking: visits and events, for example, make no project.", icon=":material/info:")
        return
    st.dataframe(
        rows[["title", "status", "first_on", "last_on", "releases", "activities"]],
        hide_index=True,
        column_config={
            "title": st.column_config.TextColumn("What it is called", width=430, help="In the words of a release."),
            "status": st.column_config.TextColumn("Status", help="How far it is by all that is told."),
            "first_on": st.column_config.DateColumn("First told of", format="D MMM YYYY"),
            "last_on": st.column_config.DateColumn("Last told of", format="D MMM YYYY"),
            "releases": st.column_config.NumberColumn("Releases"),
            "activities": st.column_config.NumberColumn("Activities"),
        },
        alt="The latest projects with their status.",
    )
    st.caption(f"The latest {len(rows)}. {view.as_of}.")


def _words(view: View, axis: str) -> str:
    return f"{view.counted.capitalize()} by {axis}, as bars. All numbers stand in the table below."


def _rest(rows: pd.DataFrame, note: str) -> str:
    more = len(rows) - MOST
    return f"{note} {more:,} more in the table." if more > 0 else note
