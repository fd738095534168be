"""One activity inside its release: the text with the sentence marked, the codes beside it.

Belongs here: showing a release's words. They are a stranger's: only st.text shows them, which reads neither markdown nor HTML.
Does not: choosing the activity (evidence.py).
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import data
from dashboard.marks import past_punctuation
from dashboard.sections.frame import View, link
from dashboard.sections.wrong import wrong
from dashboard.words import day, listed, money, place, web_address

CONTEXT = 700
_BASES = {
    "manifest": "from the manifest",
    "metadata": "from the page's own data",
    "dateline": "from the dateline",
    "url": "from the address",
}


def reader(view: View, activity_id: str) -> None:
    """The release around the activity's evidence, and what was coded from it."""
    row = data.ask_one(view.snapshot, "activity", activity_id=activity_id)
    if not row:
        st.info("This activity is not in the ledger any more: the release changed, or is read differently now.", icon=":material/info:")
        return
    with st.container(gap="xxsmall"):
        head(row)
    text, beside = st.columns([3, 2], gap="medium")
    with text:
        _body(row)
    with beside:
        codes(row)
        link(view, "releases", "The whole release", icon=":material/article:", release=row["release_id"])
    wrong(view, row)


def head(row: dict[str, Any]) -> None:
    """Title, publisher, date and source of a release."""
    st.text(row["title"] or "Release without a title")
    published = (
        f"{day(row['published_on'])} ({_BASES.get(row['published_basis'], row['published_basis'])})"
        if row["published_on"]
        else "publication date unknown"
    )
    st.text(" · ".join(part for part in (row["organisation"], published) if part))
    if address := web_address(row["source_uri"]):
        st.link_button("Source", address, icon=":material/open_in_new:", type="tertiary")
    else:
        st.text(f"File {row['source_uri']}")


def _body(row: dict[str, Any]) -> None:
    """Before, the sentence in a frame of its own, after: legible without any markup in the text itself."""
    body, start = row["body"], int(row["evidence_start"])
    end = past_punctuation(body, int(row["evidence_end"]))
    whole = st.toggle("Whole release", key=f"whole-{row['activity_id']}", disabled=len(body) <= 2 * CONTEXT)
    before, after = body[:start].rstrip(), body[end:].lstrip()
    with st.container(border=False, gap="xsmall"):
        if before:
            st.text(before if whole else _tail(before))
        with st.container(border=True):
            st.badge("The sentence", icon=":material/format_quote:")
            st.text(body[start:end])
        if after:
            st.text(after if whole else _start(after))


def _tail(text: str) -> str:
    """The end of `text`, from the start of a word."""
    return text if len(text) <= CONTEXT else "… " + text[-CONTEXT:].split(maxsplit=1)[-1]


def _start(text: str) -> str:
    """The start of `text`, up to the end of a word."""
    return text if len(text) <= CONTEXT else text[:CONTEXT].rsplit(maxsplit=1)[0] + " …"


def codes(row: dict[str, Any]) -> None:
    """What was coded from an activity's sentence."""
    with st.container(border=True, gap="xxsmall"):
        for label, value in _facts(row).items():
            if value:
                st.caption(label)
                st.text(value)


def _facts(row: dict[str, Any]) -> dict[str, str | None]:
    """What was coded, with names and codes. Whatever is unknown is left out, except where, for what and when."""
    sector = row["sector"] or row["category"]
    return {
        "Kind": row["kind"],
        "Country": _with_code(place(row["country"], row["region"], row["country_code"]), row["country_code"]),
        "Place": _with_code(row["place_name"], row["admin1_code"]) if row["place_name"] else None,
        "Sector (OECD DAC CRS)": _with_code(sector, row["sector_code"] or row["sector_category"]) if sector else "Subject not said",
        "Date (EDTF)": row["date_edtf"] or "Not said in the text",
        "Status": row["status"],
        "Amount": money(row["amount"], row["currency"]),
        "Acting": row["actor"],
        "With": listed(row["counterparts"]),
        "How sure": f"{row['confidence']:.0%}",
    }


def _with_code(name: str, code: str | None) -> str:
    return f"{name} ({code})" if code else name
