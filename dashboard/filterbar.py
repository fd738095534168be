"""The one filter bar that all pages share: its widgets, each bound to the address.

Belongs here: drawing the filters and reading them, clearing them, the filters in words.
Does not: what is asked with them (data.py, queries/filtered.sql).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from dashboard.regions import with_members
from dashboard.state import Counter, Filters

_LISTS = ("organisation", "countries", "sectors", "kinds", "status")
_GROUNDS: Final = {"": "Both", "home": "At home", "abroad": "Abroad"}
_COUNTERS: Final = {"activities": "Activities", "releases": "Releases", "projects": "Projects"}
_HELP = {
    "count": "What charts and rankings count. An activity is one kind of act on one object in one country. A release may report several, "
    "or none; a project may be reported by several releases. Releases and projects do not add up over countries, sectors or months.",
    "period": "Years of the activities, of the release where the text gives none. A narrower span leaves out what has neither.",
    "countries": "A region stands for every country in it, and for activities that name no more than the region.",
    "abroad": "Seen from the home country of the organisation that publishes. What names no country, and organisations whose home is not "
    "known, are in neither.",
    "duplicates": "A release that repeats another word for word is kept, and not counted.",
}


def filterbar(choices: pd.DataFrame, counters: Sequence[Counter]) -> Filters:
    """Draw the filters in the sidebar and read them. `choices` is the answer to the query of that name."""
    offered = {str(name): dict(zip(rows["code"], rows["name"], strict=True)) for name, rows in choices.groupby("filter", sort=False)}
    years = sorted(int(year) for year in offered.get("year", {}))
    with st.sidebar:
        counter = st.selectbox(
            "Count", counters, format_func=lambda code: _COUNTERS[code], key="count", bind="query-params", help=_HELP["count"]
        )
        chosen = Filters(
            organisations=_choose("Organisation", "organisation", offered.get("organisation", {})),
            places=_choose("Countries or regions", "countries", offered.get("country", {}) | _regions(offered)),
            sectors=_choose("Sectors", "sectors", offered.get("sector", {})),
            kinds=_choose("Kinds of activity", "kinds", offered.get("kind", {})),
            statuses=_choose("Status", "status", offered.get("status", {})),
            ground=_ground(),
            **_period(years),
            duplicates=st.toggle("Count duplicate releases too", key="duplicates", bind="query-params", help=_HELP["duplicates"]),
            counter=counter,
        )
        _clear_button(chosen, years)
        st.caption("The address of this page holds every choice: copy it to send this view.")
    return chosen


def in_words(filters: Filters, choices: pd.DataFrame) -> str:
    """The filters that are set, in one line; empty where none is. For st.text: organisations name themselves."""
    names = {(row["filter"], row["code"]): row["name"] for row in choices.to_dict("records")}
    places = [
        str(names.get(("country", code)) or names.get(("region", code)) or names.get(("wider region", code), code))
        for code in filters.places
    ]
    sectors = [str(names.get(("sector", code), code)) for code in filters.sectors]
    statuses = [str(names.get(("status", code), code)) for code in filters.statuses]
    parts = [", ".join(group) for group in (filters.organisations, places, sectors, filters.kinds, statuses) if group]
    parts += [_GROUNDS[filters.ground]] if filters.ground else []
    parts += [_years_in_words(filters.first_on, filters.last_on)] if filters.first_on and filters.last_on else []
    parts += ["duplicate releases counted too"] if filters.duplicates else []
    return " · ".join(parts)


def _regions(offered: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The regions that hold something, by themselves or by a region in them."""
    held, wider = offered.get("region", {}), offered.get("wider region", {})
    found = {**held, **{code: name for code, name in wider.items() if set(held) & set(with_members([code]))}}
    return dict(sorted(found.items(), key=lambda region: region[1]))


def _years_in_words(first: date, last: date) -> str:
    return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"


def _choose(label: str, key: str, names: Mapping[str, str]) -> tuple[str, ...]:
    chosen = st.multiselect(
        label,
        list(names),
        format_func=lambda code: names.get(code, code),
        key=key,
        bind="query-params",
        placeholder="All",
        disabled=not names,
        help=_HELP.get(key),
    )
    return tuple(chosen)


def _ground() -> str:
    chosen = st.radio(
        "Home or abroad",
        list(_GROUNDS),
        horizontal=True,
        format_func=lambda code: _GROUNDS[code],
        key="abroad",
        bind="query-params",
        help=_HELP["abroad"],
        width="stretch",
    )
    return chosen or ""


def _period(years: Sequence[int]) -> dict[str, date | None]:
    """First and last day, or two Nones where the whole span is chosen: then the undated stay in."""
    if len(years) < 2:  # noqa: PLR2004 - a slider needs two ends
        return {"first_on": None, "last_on": None}
    first, last = st.slider("Years", years[0], years[-1], (years[0], years[-1]), key="period", bind="query-params", help=_HELP["period"])
    if (first, last) == (years[0], years[-1]):
        return {"first_on": None, "last_on": None}
    return {"first_on": date(first, 1, 1), "last_on": date(last, 12, 31)}


def _clear_button(chosen: Filters, years: Sequence[int]) -> None:
    st.button(
        "Clear filters",
        on_click=clear,
        args=(years,),
        disabled=not chosen.active,
        width="stretch",
        icon=":material/filter_alt_off:",
    )


def clear(years: Sequence[int]) -> None:
    """Let everything through again. What is counted stays as chosen."""
    for key in _LISTS:
        st.session_state[key] = []
    st.session_state["duplicates"] = False
    st.session_state["abroad"] = ""
    if "period" in st.session_state:
        st.session_state["period"] = (years[0], years[-1])
