"""Where: the map, the countries with most activities, and what names no country.

Belongs here: the part of the page that answers where.
Does not: the map itself (charts/world.py), the sentences (evidence.py).
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.charts.bars import Bars, bars
from dashboard.charts.world import BORDERS, world
from dashboard.sections.certainty import measured
from dashboard.sections.frame import Figure, View, draw, foot
from dashboard.state import Pick
from dashboard.words import count

MOST_BARS = 14


def places(view: View) -> None:
    """The map with a ranking beside it; a click on either opens the sentences."""
    countries = view.ask("by_country").assign(measured=measured(view, "country"))
    st.subheader("Where", anchor=False)
    left, right = st.columns([5, 2], gap="medium")
    with left:
        drawn = world(countries, view.counted)
        draw(Figure("world", drawn, countries, _in_words(countries, view.counted), read=_country))
    with right:
        what = Bars("country_code", "label", f"Most {view.counted} (number)", view.counted, neutral=("ZZ",))
        ranked = bars(_ranking(countries), what)
        draw(Figure("ranking", ranked, countries, f"The countries with most {view.counted}, as bars.", read=_country))
        _rest(countries, view.counted)
    table = countries[["country_code", "country", view.counted]]
    foot(view, table, "countries", f"{_regions(view)} {BORDERS}".strip(), (drawn, ranked))


def _country(mark: Mapping[str, str]) -> Pick:
    return Pick(country=mark["country_code"])


def _ranking(countries: pd.DataFrame) -> pd.DataFrame:
    """The first countries, each with its code, and what names none."""
    known, unknown = countries[countries["country_code"] != "ZZ"], countries[countries["country_code"] == "ZZ"]
    named = known.iloc[:MOST_BARS].assign(label=lambda rows: rows["country"] + " · " + rows["country_code"])
    return pd.concat([named, unknown.assign(label=unknown["country"])])


def _rest(countries: pd.DataFrame, counted: str) -> None:
    """What the ranking leaves out: one bar for it would dwarf the others. Only activities add up over countries."""
    rest = countries[countries["country_code"] != "ZZ"].iloc[MOST_BARS:]
    if len(rest):
        many = f"{count(int(rest[counted].sum()), 'activity', 'activities')} in " if counted == "activities" else ""
        st.caption(f"and {many}{count(len(rest), 'other country', 'other countries')}")


def _in_words(countries: pd.DataFrame, counted: str) -> str:
    first = ", ".join(f"{row['country']} {row[counted]:,}" for row in countries.head(5).to_dict("records"))
    return f"World map of {counted} by country. Most: {first}. All numbers stand in the table below the map."


def _regions(view: View) -> str:
    """What is not on the map and why: regions by name, then nothing said at all."""
    regions = view.ask("by_region")
    named, nameless = regions[regions["region_code"].notna()], regions[regions["region_code"].isna()]
    parts = [f"{row['region']} {row[view.counted]:,}" for row in named.head(4).to_dict("records")]
    more = " …" if len(named) > len(parts) else ""
    missing = [f"those that name only a region ({', '.join(parts)}{more})"] if parts else []
    missing += [f"{int(nameless[view.counted].iloc[0]):,} that name no place"] if len(nameless) else []
    return f"{view.counted.capitalize()} not on the map: {', '.join(missing)}." if missing else ""
