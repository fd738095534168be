"""The headline figures, and beside each what it rests on.

Belongs here: the four figures and their evidence figures.
Does not: charts.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.sections.frame import View
from dashboard.words import count, share

_HELP = {
    "Activities": "One kind of act on one object in one country, stated as a fact by a release. Two in one release are two.",
    "Countries": "Where activities take place or take effect. The home country of an organisation counts only for what happens there.",
    "Sectors": "OECD DAC CRS categories: what an activity is for, not who carries it out.",
    "Releases": "Current releases that report at least one of these activities. Releases and activities are two different counts.",
}


def headline(view: View) -> None:
    """Four figures; under each, the figure that says how far it can be trusted."""
    figures: dict[str, Any] = {str(k): v for k, v in view.ask("headline").iloc[0].items()}
    beside = {
        "Activities": _dated(figures),
        "Countries": _without(figures, figures["region_only"] + figures["placeless"], "no country"),
        "Sectors": _without(figures, figures["sectorless"], "no subject"),
        "Releases": f"of {view.ledger['releases']:,} read; {count(view.ledger['silent'], 'reports', 'report')} no activity",
    }
    with st.grid(4, min_column_width=150, gap="small"):
        for label, note in beside.items():
            with st.container(border=True, gap="xxsmall"):
                st.metric(label, f"{figures[label.lower()]:,}", help=_HELP[label])
                st.caption(note)
    st.caption(_aside(view))
    if figures["activities"]:
        st.caption("Click a country, a bar, a cell or a row: the sentences behind it open, each in its release.")


def _dated(figures: dict[str, Any]) -> str:
    if not figures["activities"]:
        return "none to show"
    if not figures["dated"]:
        return "none with a year in the text"
    first, last = int(figures["first_year"]), int(figures["last_year"])
    years = f"{first}" if first == last else f"{first}–{last}"
    return f"{share(figures['dated'], figures['activities'])} with a year in the text, {years}"


def _without(figures: dict[str, Any], number: int, what: str) -> str:
    if not number:
        return "every activity names one" if figures["activities"] else "none to show"
    return f"{count(number, 'activity names', 'activities name')} {what}"


def _aside(view: View) -> str:
    duplicates = count(view.ledger["duplicates"], "duplicate release")
    counted = "counted too, as asked" if view.filters.duplicates else "kept, not counted"
    unread = count(view.ledger["quarantined"], "file")
    return f"{duplicates} {counted} · {unread} could not be read · {view.as_of}"
