"""Data for those who want to count themselves: downloads, the query box, the SQL behind each chart, the dictionary.

Belongs here: the parts of the page on data. Does not: what a guest may ask (warehouse/guest.py), the exports of the command line.
"""

from __future__ import annotations

import json

import pandas as pd
import streamlit as st

from dashboard import data, guest
from dashboard.literals import written_in
from dashboard.sections.frame import View, download, foot, save
from dashboard.sections.table import MOST_DOWNLOADED
from dashboard.words import count

_EXAMPLE = """select country, count(*) as activities
from activities_named
where not is_duplicate
group by country
order by activities desc
limit 20"""
_TABLES = {
    "countries": "Countries and territories",
    "sectors": "Sectors (OECD DAC CRS)",
    "kinds": "Kinds of activity",
    "regions": "Regions (UN M49)",
}
_BEHIND = {
    "headline": "Headline figures",
    "by_country": "Map and ranking of countries",
    "by_month": "Activities by month",
    "by_country_and_sector": "Country against sector",
    "by_sector": "Sectors",
    "by_kind": "Kinds",
    "activities": "The list of activities",
    "projects_by_status": "Projects by how far they are",
    "unknown_by_year": "What is not said",
}


def downloads(view: View) -> None:
    """The activities that pass the filters, with codes and names, and the code lists."""
    st.subheader("Download", anchor=False)
    total = int(view.ask("headline")["activities"].iloc[0])
    if total > MOST_DOWNLOADED:
        passing = count(total, "activity passes", "activities pass")
        st.info(f"{passing} these filters; {MOST_DOWNLOADED:,} can be downloaded here. Narrow them, or export all:", icon=":material/info:")
        st.code("pressledger export --help", language="bash")
    else:
        with st.container(horizontal=True, gap="small"):
            save(
                view, lambda: view.ask("activities", top=MOST_DOWNLOADED), "activities", f"CSV of {count(total, 'activity', 'activities')}"
            )
            download(view, "What it is (JSON)", lambda: _about(view, total), "activities-about.json", "application/json")
    with st.container(horizontal=True, gap="small"):
        for table, name in _TABLES.items():
            save(view, lambda table=table: _list(view, table), table, name)  # type: ignore[misc]


def _list(view: View, table: str) -> pd.DataFrame:
    rows: pd.DataFrame = data.published_file(view.snapshot).table(f"main.{table}").df()
    return rows


def _about(view: View, total: int) -> bytes:
    """What a download rests on: so that a number can be traced years later."""
    told = {
        "snapshot_id": view.ledger["snapshot_id"],
        "built_at": str(view.ledger["built_at"]),
        "rows": total,
        "filters": {name: value for name, value in view.filters.parameters().items() if value},
        "columns": {
            row["column_name"]: row["meaning"] for row in _dictionary(view).to_dict("records") if row["name"] == "activities_named"
        },
        "sql": _statement(view, "activities", top=-1),
    }
    return json.dumps(told, ensure_ascii=False, indent=2, default=str).encode()


def query_box(view: View) -> None:
    """SQL of the reader's own, over a locked connection. It stands in the address; it runs only when asked."""
    st.subheader("Ask in SQL", anchor=False)
    st.caption(
        "One SELECT over this file, within 5 seconds and 1,000 rows. Nothing else can be done here: no file, no network, no change. "
        "Tables and columns stand in the dictionary below."
    )
    with st.form("ask", border=False):
        sql = st.text_area("SQL", value=_EXAMPLE, key="sql", bind="query-params", height=170, max_chars=20_000)
        asked = st.form_submit_button("Run", icon=":material/play_arrow:")
    if asked:
        st.session_state["asked"] = sql
    if st.session_state.get("asked") == sql and sql:
        _answer(view, sql)


def _answer(view: View, sql: str) -> None:
    found = guest.answer(view.snapshot, sql)
    if found.frame is None:
        st.error("This cannot be answered:", icon=":material/error:")
        st.code(found.problem or "", language=None, wrap_lines=True)
        return
    rows = found.frame
    st.caption(f"{count(len(rows), 'row')}{'; there are more, only the first are shown' if found.is_cut else ''}.")
    st.dataframe(rows, hide_index=True, height=min(440, 40 + 35 * max(len(rows), 1)), alt="The answer. It can be downloaded as CSV below.")
    foot(view, rows, "answer", "By SQL of your own: the filters of the sidebar do not apply.")


def behind(view: View) -> None:
    """The SQL behind each chart, with the filters of this view written in: it runs in any client."""
    st.subheader("The SQL behind each chart", anchor=False)
    name = st.selectbox(
        "Which", list(_BEHIND), format_func=lambda query: _BEHIND.get(query, query), key="behind", bind="query-params", width=420
    )
    st.code(_statement(view, name or "headline", top=500), language=None, wrap_lines=True)
    st.caption(
        "With the filters of the sidebar written in. Counting releases or projects takes the place of counting activities where chosen."
    )


def _statement(view: View, query: str, **values: object) -> str:
    select = data.statement(query, view.filters.counter, has_facts=view.has("activity_facts"))
    return written_in(select, {**view.filters.parameters(), **values})


def dictionary(view: View) -> None:
    """What each table and column means, as the file itself says."""
    st.subheader("Dictionary", anchor=False)
    if not view.has("dictionary"):
        st.info("This file was built before it carried its own dictionary. Build again to see it.", icon=":material/info:")
        return
    rows = _dictionary(view)
    tables = list(dict.fromkeys(rows.loc[rows["object"].isin(["table", "view"]), "name"]))
    name = st.selectbox("Table or view", tables, index=tables.index("activities_named"), key="table", bind="query-params", width=420)
    about = rows[(rows["name"] == name) & rows["column_name"].isna()]
    st.caption(str(about["meaning"].iloc[0]) if len(about) else "")
    shown = rows[(rows["name"] == name) & rows["column_name"].notna()][["column_name", "type", "meaning"]]
    st.dataframe(
        shown,
        hide_index=True,
        height=min(640, 40 + 35 * len(shown)),
        column_config={
            "column_name": st.column_config.TextColumn("Column", width=190),
            "type": st.column_config.TextColumn("Type", width=150),
            "meaning": st.column_config.TextColumn("Meaning", width=800),
        },
        alt="The columns of the table. The whole dictionary can be downloaded as CSV below.",
    )
    foot(view, rows, "dictionary", "Written from the contracts of the tables.")


def _dictionary(view: View) -> pd.DataFrame:
    return data.ask(view.snapshot, "dictionary")
