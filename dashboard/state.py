"""What the reader has chosen: the filters and the mark that was clicked. All of it stands in the address, so every view is a link.

Belongs here: the filters, their widgets, the picked mark, reading and writing both.
Does not: what is asked with them (data.py), what is drawn (sections).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

_PICK = ("show_country", "show_sector", "show_month", "show_activity")


class Filters(NamedTuple):
    """What is let through. An empty tuple lets everything through; without years the undated stay in."""

    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    duplicates: bool = False

    def parameters(self) -> dict[str, object]:
        """The values that queries bind."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in self._asdict().items()}

    @property
    def active(self) -> bool:
        """Whether anything is left out or added."""
        return self != Filters()


class Pick(NamedTuple):
    """The mark whose sentences are shown: a country, a sector, a month, any of them together, or one activity."""

    country: str | None = None
    sector: str | None = None
    month: str | None = None
    activity: str | None = None


def filters(choices: pd.DataFrame) -> Filters:
    """Draw the filters in the sidebar and read them. `choices` is the answer to the query of that name."""
    offered = {str(name): dict(zip(rows["code"], rows["name"], strict=True)) for name, rows in choices.groupby("filter", sort=False)}
    with st.sidebar:
        st.header("Filters", anchor=False)
        organisations = _choose("Organisation", "organisation", offered.get("organisation", {}))
        every_year = sorted(int(year) for year in offered.get("year", {}))
        years = _period(every_year)
        countries = _choose("Countries", "countries", offered.get("country", {}))
        sectors = _choose("Sectors", "sectors", offered.get("sector", {}))
        kinds = _choose("Kinds of activity", "kinds", offered.get("kind", {}))
        duplicates = st.toggle("Count duplicate releases too", key="duplicates", bind="query-params")
        chosen = Filters(organisations, countries, sectors, kinds, *years, duplicates)
        st.button(
            "Clear filters",
            on_click=_clear,
            args=(every_year,),
            disabled=not chosen.active,
            width="stretch",
            icon=":material/filter_alt_off:",
        )
        st.caption("The address of this page holds every choice: copy it to send this view.")
    return chosen


def picked() -> Pick | None:
    """The mark that the address names, or None."""
    values = [st.query_params.get(name) for name in _PICK]
    return Pick(*values) if any(values) else None


def pick(mark: Pick) -> None:
    """Put a mark into the address: its sentences open on this run. All at once, for each change is a step of the Back button."""
    st.query_params.update({name: value or () for name, value in zip(_PICK, mark, strict=True)})


def unpick() -> None:
    """Take the mark out of the address, and let the charts forget it, so that the same mark can be clicked again."""
    pick(Pick())
    st.session_state["round"] = chart_round() + 1


def chart_round() -> int:
    """Part of every chart's key: it changes when a mark is let go."""
    return int(st.session_state.get("round", 0))


def on_pick(key: str, read: Callable[[Mapping[str, str]], Pick]) -> Callable[[], None]:
    """What a chart of that key calls when a mark is clicked. `read` makes the pick of the mark's fields."""

    def picked_mark() -> None:
        marks: Sequence[Mapping[str, str]] = st.session_state[key]["selection"].get("pick") or []
        if marks and any(marks[0].values()):
            pick(read(marks[0]))

    return picked_mark


def _choose(label: str, key: str, names: Mapping[str, str]) -> tuple[str, ...]:
    chosen = st.multiselect(
        label,
        list(names),
        format_func=lambda code: names.get(code, code),
        key=key,
        bind="query-params",
        placeholder="All",
        disabled=not names,
    )
    return tuple(chosen)


def _period(years: Sequence[int]) -> tuple[int | None, int | None]:
    """First and last year, or two Nones where the whole span is chosen: then the undated stay in."""
    if len(years) < 2:  # noqa: PLR2004 - a slider needs two ends
        return None, None
    first, last = st.slider(
        "Years",
        years[0],
        years[-1],
        (years[0], years[-1]),
        key="period",
        bind="query-params",
        help="Years of the activities, of the release where the text gives none. A narrower span leaves out what has neither.",
    )
    return (None, None) if (first, last) == (years[0], years[-1]) else (first, last)


def _clear(years: Sequence[int]) -> None:
    for key in ("organisation", "countries", "sectors", "kinds"):
        st.session_state[key] = []
    st.session_state["duplicates"] = False
    if "period" in st.session_state:
        st.session_state["period"] = (years[0], years[-1])
