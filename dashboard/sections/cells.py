"""For what: countries against sectors.

Belongs here: the part of the page that crosses the two.
Does not: the chart (charts/matrix.py), the sentences (evidence.py).
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.charts.matrix import MOST_COUNTRIES, MOST_SECTORS, OTHER, matrix, others
from dashboard.sections.certainty import measured
from dashboard.sections.frame import Figure, View, draw, foot
from dashboard.state import Pick

_NOTE = "Sectors: OECD DAC CRS categories, by their codes on a narrow screen. The table holds every country and sector."


def cells(view: View) -> None:
    """The heatmap; a click on a cell opens its sentences."""
    gathered = _gathered(view).assign(measured=measured(view, "country-sector"))
    st.subheader("Where and for what", anchor=False)
    words = f"{view.counted.capitalize()} by country and sector, as a coloured table. All numbers stand in the table below."
    drawn = Figure("countries-and-sectors", matrix(gathered, view.counted), gathered, words, read=_cell)
    if draw(drawn):
        foot(view, lambda: view.ask("by_country_and_sector"), drawn.name, _NOTE, (drawn.chart,))


def _cell(mark: Mapping[str, str]) -> Pick:
    return Pick(mark["country_code"], mark["sector_category"])


def country_codes(view: View, country: str) -> tuple[str, ...]:
    """The country codes that a picked country stands for: itself, or those gathered as other."""
    return _others(view, "country_code") if country == OTHER else (country,)


def sector_codes(view: View, sector: str) -> tuple[str, ...]:
    """The sector categories that a picked sector stands for."""
    return _others(view, "sector_category") if sector == OTHER else (sector,)


def _gathered(view: View) -> pd.DataFrame:
    return view.ask("matrix", most_countries=MOST_COUNTRIES, most_sectors=MOST_SECTORS)


def _others(view: View, code: str) -> tuple[str, ...]:
    return others(view.ask("by_country_and_sector"), _gathered(view), code)
