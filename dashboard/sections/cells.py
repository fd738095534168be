"""For what: countries against sectors.

Belongs here: the part of the page that crosses the two.
Does not: the chart (charts/matrix.py), the sentences (evidence.py).
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.charts.matrix import OTHER, cut, matrix, others
from dashboard.sections.frame import Figure, View, figure
from dashboard.state import Pick

_NOTE = "Sectors: OECD DAC CRS categories, by their codes on a narrow screen. The table holds every country and sector."


def cells(view: View) -> None:
    """The heatmap; a click on a cell opens its sentences."""
    every = view.ask("by_country_and_sector")
    st.subheader("Where and for what", anchor=False)
    words = "Activities by country and sector, as a coloured table. All numbers stand in the table below."
    figure(view, Figure("countries-and-sectors", matrix(cut(every)), every, words, _NOTE, read=_cell))


def _cell(mark: Mapping[str, str]) -> Pick:
    return Pick(mark["country_code"], mark["sector_category"])


def country_codes(view: View, country: str) -> tuple[str, ...]:
    """The country codes that a picked country stands for: itself, or those gathered as other."""
    return others(view.ask("by_country_and_sector"), "country_code") if country == OTHER else (country,)


def sector_codes(view: View, sector: str) -> tuple[str, ...]:
    """The sector categories that a picked sector stands for."""
    return others(view.ask("by_country_and_sector"), "sector_category") if sector == OTHER else (sector,)
