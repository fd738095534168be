"""Where: the map, the countries with most activities, and what names no country.

Belongs here: the part of the page that answers where.
Does not: the map itself (charts/world.py), the sentences (evidence.py).
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.charts.bars import bars
from dashboard.charts.world import BORDERS, world
from dashboard.sections.frame import Figure, View, draw, foot
from dashboard.state import Pick
from dashboard.words import count

MOST_BARS = 14


def places(view: View) -> None:
    """The map with a ranking beside it; a click on either opens the sentences."""
    countries = view.ask("by_country")
    st.subheader("Where", anchor=False)
    left, right = st.columns([5, 2], gap="medium")
    with left:
        drawn = world(countries)
        draw(Figure("world", drawn, countries, _in_words(countries), read=_country))
    with right:
        ranked = bars(_ranking(countries), "country_code", "country", "Most activities (number)", neutral=("ZZ",))
        draw(Figure("ranking", ranked, countries, "The countries with most activities, as bars.", read=_country))
        _rest(countries)
    foot(view, countries.drop(columns="iso_numeric"), "countries", f"{_regions(view)} {BORDERS}".strip(), (drawn, ranked))


def _country(mark: Mapping[str, str]) -> Pick:
    return Pick(country=mark["country_code"])


def _ranking(countries: pd.DataFrame) -> pd.DataFrame:
    """The first countries, and those activities that name none."""
    known, unknown = countries[countries["country_code"] != "ZZ"], countries[countries["country_code"] == "ZZ"]
    return pd.concat([known.iloc[:MOST_BARS], unknown])


def _rest(countries: pd.DataFrame) -> None:
    """What the ranking leaves out: one bar for it would dwarf the others."""
    rest = countries[countries["country_code"] != "ZZ"].iloc[MOST_BARS:]
    if len(rest):
        where = count(len(rest), "other country", "other countries")
        st.caption(f"and {count(int(rest['activities'].sum()), 'activity', 'activities')} in {where}")


def _in_words(countries: pd.DataFrame) -> str:
    first = ", ".join(f"{row.country} {row.activities}" for row in countries.head(5).itertuples())
    return f"World map of activities by country. Most: {first}. All numbers stand in the table below the map."


def _regions(view: View) -> str:
    """What is not on the map and why: regions by name, then nothing said at all."""
    regions = view.ask("by_region")
    named = regions[regions["region_code"].notna()]
    nameless = int(regions["activities"].sum() - named["activities"].sum())
    parts = [f"{row.region} {row.activities}" for row in named.head(4).itertuples()]
    more = " …" if len(named) > len(parts) else ""
    missing = [f"{int(named['activities'].sum()):,} that name only a region ({', '.join(parts)}{more})"] if parts else []
    missing += [f"{nameless:,} that name no place"] if nameless else []
    return f"Activities not on the map: {', '.join(missing)}." if missing else ""
