"""One release, whole: its text with all evidence marked in place, all that was coded from it, its revisions, what repeats it.

Belongs here: showing one release. Its words are a stranger's: only st.text shows them, which reads neither markdown nor HTML.
Does not: one activity within it (reader.py), cutting the text (dashboard/marks.py).
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import data
from dashboard.address import close_record, open_record
from dashboard.marks import parts
from dashboard.sections.frame import View
from dashboard.sections.reader import codes, head
from dashboard.sections.releases import RECORD
from dashboard.words import as_label, count, day, place

_GONE = "This release is not in the ledger: no build of this file has read it."
_NO_PAST = "What an earlier build coded from this revision is not in this file."


def whole(view: View, identity: str) -> None:
    """Everything about one release."""
    st.button("All releases", icon=":material/arrow_back:", type="tertiary", on_click=close_record, args=(RECORD,))
    revisions = view.ask("release", release_id=identity)
    if revisions.empty:
        st.info(_GONE, icon=":material/info:")
        return
    row = _chosen(revisions)
    with st.container(border=True, gap="xxsmall"):
        head(row)
        st.caption(as_label(_about(row)))
    _warnings(row)
    found = _activities(view, row)
    text, beside = st.columns([3, 2], gap="medium")
    with text:
        _body(row, found)
    with beside:
        _coded(row, found)
    _retold(view, identity)


def _chosen(revisions: pd.DataFrame) -> dict[str, Any]:
    """The revision that the address names, else the newest."""
    rows = {int(row["revision"]): row for row in data.records(revisions)}
    if len(rows) == 1:
        return next(iter(rows.values()))
    seen = {number: f"{number} (first seen {day(row['first_seen_at'])})" for number, row in rows.items()}
    number = st.segmented_control(
        "Revision", list(rows), default=next(iter(rows)), required=True, format_func=seen.__getitem__, key="revision", bind="query-params"
    )
    return rows[number if number in rows else next(iter(rows))]


def _about(row: dict[str, Any]) -> str:
    home = f"Publisher at home in {row['home_country_name']}" if row["home_country_name"] else "Home of the publisher not known"
    return " · ".join(
        [home, f"language {row['language'] or 'not told'}", f"source {row['source_id']}", f"first seen {day(row['first_seen_at'])}"]
    )


def _warnings(row: dict[str, Any]) -> None:
    if not row["is_current"]:
        st.warning("This revision was replaced at its source. What it reports is counted nowhere.", icon=":material/history:")
    if row.get("gone_at"):
        gone = f"Withdrawn: since {day(row['gone_at'])} its source is without it. What it reported stays in the ledger."
        st.warning(gone, icon=":material/link_off:")
    if row["duplicate_of"]:
        st.warning("This release repeats another: its activities are kept and not counted.", icon=":material/content_copy:")


def _activities(view: View, row: dict[str, Any]) -> list[dict[str, Any]]:
    values = {"release_id": row["release_id"], "revision": row["revision"]}
    if row["is_current"]:
        found = view.ask("release_activities", **values)
    elif view.has("past_activities"):
        found = view.ask("release_past_activities", **values)
    else:
        st.caption(_NO_PAST)
        return []
    return data.records(found)


def _body(row: dict[str, Any], found: list[dict[str, Any]]) -> None:
    """Before, evidence in a frame, between, evidence: legible without any markup in the text itself."""
    with st.container(height=680, border=False, gap="xsmall", key="release-text"):
        for part in parts(row["body"], [(int(a["evidence_start"]), int(a["evidence_end"])) for a in found]):
            if not part.numbers:
                st.text(part.text.strip())
                continue
            with st.container(border=True, gap="xxsmall"):
                numbers = ", ".join(str(number + 1) for number in part.numbers)
                st.badge(f"Activity {numbers}" if len(part.numbers) == 1 else f"Activities {numbers}", icon=":material/format_quote:")
                st.text(part.text.strip())


def _coded(row: dict[str, Any], found: list[dict[str, Any]]) -> None:
    if not found:
        silent = "It reports no activity that the codebook counts: a greeting, for example, or quarterly results."
        st.info(silent if row["is_current"] else _NO_PAST, icon=":material/info:")
        return
    st.caption(f"{count(len(found), 'activity', 'activities')}, in the order of the text.")
    for number, activity in enumerate(found, 1):
        where = place(activity["country"], activity["region"], activity["country_code"])
        label = f"{number} · {str(activity['kind']).capitalize()} · {where} · {activity['category'] or 'Sector not said'}"
        with st.expander(as_label(label), expanded=len(found) == 1):
            codes(activity)


def _retold(view: View, identity: str) -> None:
    rows = view.ask("release_retold", release_id=identity)
    if rows.empty:
        return
    st.subheader("Told again", anchor=False)
    for row in data.records(rows):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.badge("Repeats it" if row["repeats_it"] else "Is repeated by it", icon=":material/content_copy:")
            st.text(row["title"] or "Release without a title")
            key = f"retold-{row['release_id']}"
            st.button("Read", key=key, on_click=open_record, args=(RECORD, row["release_id"]), icon=":material/article:", type="tertiary")
