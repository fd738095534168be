"""The sentences behind a figure, in a drawer beside it, and each inside its release.

Belongs here: which sentences a picked mark stands for, their list, opening and closing the drawer.
Does not: the release itself (reader.py).
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.charts.matrix import OTHER
from dashboard.sections.cells import country_codes, sector_codes
from dashboard.sections.frame import View, link
from dashboard.sections.rankings import NO_PLACE
from dashboard.sections.reader import reader
from dashboard.sections.times import bucket_name, month_codes
from dashboard.state import Pick, picked, unpick
from dashboard.words import UNSURE_BELOW, as_label, count, day, days, place, when

PAGE = 10
CATEGORY = 3  # digits of a sector category


def evidence(view: View) -> None:
    """Open the drawer where the address names a mark."""
    if mark := picked():
        title = as_label(_named(view, mark)) or "One activity"
        st.dialog(title, width="medium", position="right", on_dismiss=unpick, icon=":material/format_quote:")(_drawer)(view, mark)


def _drawer(view: View, mark: Pick) -> None:
    """The sentences of a mark, most certain first; or one activity in its release."""
    if mark.activity:
        reader(view, mark.activity)
        return
    start = PAGE * (int(st.session_state.get(_page_key(mark), 1)) - 1)
    found = _sentences(view, mark, start)
    total = int(found["total"].iloc[0]) if len(found) else 0
    if not total:
        st.info("No activity here under the filters of this page. Close this, and clear some of them.", icon=":material/info:")
        return
    st.caption(f"{count(total, 'activity', 'activities')}, the most certain first. {view.as_of}.")
    _onward(view, mark, found)
    for number, row in enumerate(found.to_dict("records")):
        sentence(view, row, opened=number == 0)
    if total > PAGE:
        st.pagination(-(-total // PAGE), key=_page_key(mark))


def _onward(view: View, mark: Pick, found: Any) -> None:
    """Links to the pages about the mark's country and sector, except to the page that it stands on."""
    country, sector = str(found["country"].iloc[0]), str(found["category"].iloc[0])
    with st.container(horizontal=True, gap="small"):
        if mark.country not in {None, OTHER, "ZZ"} and view.filters.places != (mark.country,):
            link(view, "country", f"All about {as_label(country)}", icon=":material/flag:", country=country)
        if mark.sector and mark.sector.isdigit() and len(mark.sector) == CATEGORY and view.filters.sectors != (mark.sector,):
            link(view, "sector", f"All about {as_label(sector)}", icon=":material/category:", sector=sector)


def _page_key(mark: Pick) -> str:
    return "-".join(["page", *map(str, mark)])


def _sentences(view: View, mark: Pick, start: int) -> Any:
    first, last = days(mark.period)
    return view.ask(
        "sentences",
        pick_countries=country_codes(view, mark.country) if mark.country else (),
        pick_sectors=sector_codes(view, mark.sector) if mark.sector else (),
        pick_months=month_codes(view, mark.month) or (mark.month,) if mark.month else (),
        pick_kind=mark.kind,
        pick_place=mark.place,
        no_place=NO_PLACE,
        pick_partner=mark.partner,
        pick_first_on=first,
        pick_last_on=last,
        page_size=PAGE,
        page_start=start,
    )


def sentence(view: View, row: dict[str, Any], *, opened: bool) -> None:
    """One sentence with its codes, and its release to open."""
    with st.container(border=True, gap="xsmall"):
        st.text(row["evidence"])
        st.caption(as_label(_codes(row)))
        if row["confidence"] < UNSURE_BELOW:
            st.badge("Unsure: check the release", color="orange", icon=":material/help:")
        box = st.expander("In its release", expanded=opened, key=f"read-{row['activity_id']}", on_change="rerun", icon=":material/article:")
        if box.open:
            with box:
                reader(view, row["activity_id"])


def _codes(row: dict[str, Any]) -> str:
    where = place(row["country"], row["region"], row["country_code"])
    date = when(row["date_edtf"], row["reported_on"])
    repeated = " · duplicate release" if row["is_duplicate"] else ""
    return f"{row['kind'].capitalize()} · {where} · {row['category']} · {date}{repeated}"


def _named(view: View, mark: Pick) -> str:
    """The mark in words: names where the found rows give them, else the code."""
    words, found = [], _sentences(view, mark, 0)
    if mark.country:
        words.append("Other countries" if mark.country == OTHER else _first(found, "country", mark.country))
    if mark.sector:
        words.append("Other sectors" if mark.sector == OTHER else _first(found, "category", mark.sector))
    if mark.month:
        words.append(bucket_name(view, mark.month))
    if mark.kind:
        words.append(mark.kind.capitalize())
    words += [word for word in (mark.place, mark.partner) if word]
    first, last = days(mark.period)
    if first and last:
        words.append(f"{day(first)} – {day(last)}")
    return " · ".join(words)


def _first(found: Any, column: str, otherwise: str) -> str:
    return otherwise if found.empty else str(found[column].iloc[0])
