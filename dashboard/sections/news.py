"""What is new: this file against an earlier one, as counts and as a list.

Belongs here: choosing the earlier file, the counts, the list. Does not: comparing (comparison.py).
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import comparison, data
from dashboard.comparison import Earlier
from dashboard.regions import with_members
from dashboard.sections.frame import View, foot
from dashboard.state import Pick, chart_round, pick
from dashboard.words import count, day

MOST_ROWS = 500
_BY_FILE, _BY_DATE = "An earlier file", "A day"
_ONE = (
    "No earlier file is kept: there is nothing to compare with yet. Every build that changes something publishes a file, "
    "and the newest ten are kept."
)
_WHY = {
    "new release": "a release that was not there",
    "release withdrawn": "its release is gone from the build",
    "new revision": "the release changed at its source",
    "new extractor": "another version of the coder",
    "correction": "a person ruled",
    "context": "what surrounds it changed: duplicates, projects, what the source states",
}
_SHOWN = ["change", "why", "where", "sector", "kind", "date_edtf", "evidence", "before_after"]


def news(view: View) -> None:
    """Everything that changed since the chosen file."""
    files = comparison.earlier(view.snapshot)
    if not files:
        st.info(_ONE, icon=":material/info:")
        return
    older = _chosen(files)
    if older is None:
        st.info("All kept files were built after that day. Choose a later one.", icon=":material/info:")
        return
    since = f"Since {day(older.built_on)} (snapshot {older.snapshot_id}: {count(older.releases, 'release')}, "
    st.caption(f"{since}{count(older.activities, 'activity', 'activities')}).")
    found = _filtered(view, _named(view, comparison.changes(older.path, view.snapshot)))
    if found.empty:
        st.info("Nothing changed under these filters between the two files.", icon=":material/info:")
        return
    _counts(found)
    _list(view, found)


def _chosen(files: list[Earlier]) -> Earlier | None:
    by = st.radio("Compare with", [_BY_FILE, _BY_DATE], horizontal=True, key="against", bind="query-params")
    if by == _BY_DATE:
        on = st.date_input("The newest file on this day", files[0].built_on, format="YYYY-MM-DD")
        return comparison.at(files, on)
    names = {file.snapshot_id: f"{day(file.built_on)} · {file.snapshot_id}" for file in files}
    chosen = st.selectbox(
        "Earlier file", list(names), format_func=lambda name: names.get(name, name), key="since", bind="query-params", width=380
    )
    return next((file for file in files if file.snapshot_id == chosen), files[0])


def _named(view: View, found: pd.DataFrame) -> pd.DataFrame:
    names = data.ask(view.snapshot, "names")
    by_axis = {str(axis): dict(zip(rows["code"], rows["name"], strict=True)) for axis, rows in names.groupby("axis")}
    return found.assign(
        where=found["country_code"].map(by_axis["country"]).fillna("Country not said"),
        sector=found["sector_category"].map(by_axis["sector"]).fillna("Sector not said"),
    )


def _filtered(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """Countries, sectors and kinds of the filter bar; the other filters do not apply to changes."""
    filters = view.filters
    rows = found
    if filters.places:
        rows = rows[rows["country_code"].fillna("ZZ").isin(_countries(view, with_members(filters.places)))]
    if filters.sectors:
        rows = rows[rows["sector_category"].fillna("998").isin(filters.sectors)]
    return rows[rows["kind"].isin(filters.kinds)] if filters.kinds else rows


def _countries(view: View, places: tuple[str, ...]) -> set[str]:
    return set(data.ask(view.snapshot, "countries_of", within=places)["country_code"])


def _counts(found: pd.DataFrame) -> None:
    with st.grid(3, min_column_width=150, gap="small"):
        for change in ("added", "changed", "withdrawn"):
            rows = found[found["change"] == change]
            with st.container(border=True, gap="xxsmall"):
                st.metric(f"Activities {change}", f"{len(rows):,}")
                reasons = rows["why"].value_counts()
                st.caption("; ".join(f"{number:,}: {_WHY[str(why)]}" for why, number in reasons.items()) or "none")


def _list(view: View, found: pd.DataFrame) -> None:
    shown = f"The first {MOST_ROWS:,} of {len(found):,}" if len(found) > MOST_ROWS else f"All {len(found):,}"
    st.caption(f"{shown}. Choose a row to read its sentence in the release; what was withdrawn is not in this file any more.")
    rows = found.head(MOST_ROWS)
    key = f"news-{chart_round()}"
    column = st.column_config
    st.dataframe(
        rows[_SHOWN].fillna({"date_edtf": ""}),
        hide_index=True,
        height=min(560, 40 + 35 * len(rows)),
        key=key,
        selection_mode="single-row",
        on_select=lambda: _choose(key, rows),
        column_config={
            "change": column.TextColumn("What", width=90),
            "why": column.TextColumn("Why", width=120),
            "where": column.TextColumn("Where", width=130),
            "sector": column.TextColumn("Sector", width=150),
            "kind": column.TextColumn("Kind", width=90),
            "date_edtf": column.TextColumn("Date", width=100),
            "evidence": column.TextColumn("The sentence", width=380),
            "before_after": column.TextColumn("Before → after", width=300),
        },
        alt="The changes between the two files. The same rows can be downloaded as CSV below.",
    )
    note = "Filters of countries, sectors and kinds apply; counted are activities of duplicate releases too."
    foot(view, found, "news", note)


def _choose(key: str, rows: pd.DataFrame) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen:
        pick(Pick(activity=str(rows["activity_id"].iloc[chosen[0]])))
