"""How far the figures can be trusted: accuracy, calibration, what is not said, freshness, quarantine, rulings.

Belongs here: the parts of the page on quality. Does not: measuring (it comes with the published file), the charts (charts/lines.py).
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import data
from dashboard.charts.lines import shares, truth
from dashboard.sections.frame import Figure, View, figure, foot
from dashboard.sections.wrong import in_words, pending
from dashboard.words import count, day, share

MOST_ROWS = 500
_SCORES = {
    "country": "Country",
    "country-sector": "Country and sector",
    "country-sector-month": "Country, sector and month",
    "country-kind": "Country and kind",
    "admin1": "Province or state",
    "money": "Amount",
}
_MEANING = (
    "Releases that people coded, coded again by the machine. Right: of what the machine says, how much the labels confirm (precision). "
    "Found: of what the labels hold as certain, how much the machine says (recall). F1 is the balance of the two. "
    "Forms that say “not trained on” had no part in making the coder: they tell what to expect of new releases."
)
_UNKNOWN = {"no_country": "No country", "no_sector": "No sector", "no_date": "No year in the text", "unsure": "Under 50% sure"}


def accuracy(view: View) -> None:
    """Each score for each form of labelled releases."""
    st.subheader("Accuracy on labelled releases", anchor=False)
    rows = data.ask(view.snapshot, "accuracy")
    if rows.empty:
        st.info("This file carries no measured accuracy.", icon=":material/info:")
        return
    forms = list(dict.fromkeys(rows["form"]))
    form = st.selectbox("Which labelled releases", forms, key="form", bind="query-params", width=380)
    chosen = rows[rows["form"] == form]
    order = chosen.assign(place=chosen["score"].map(list(_SCORES).index)).sort_values("place")
    st.caption(f"{count(int(order['releases'].max()), 'labelled release')}. {_MEANING}")
    percent = st.column_config.ProgressColumn
    st.dataframe(
        pd.DataFrame(
            {
                "What is compared": order["score"].map(_SCORES),
                "Right": order["precision"].round(3),
                "Found": order["recall"].round(3),
                "F1": order["f1"].round(3),
                "Cases": order["cells"],
            }
        ),
        hide_index=True,
        width=820,
        column_config={name: percent(min_value=0, max_value=1, format="percent") for name in ("Right", "Found", "F1")},
        alt="Accuracy for each score. The same numbers can be downloaded as CSV below.",
    )
    foot(view, rows, "accuracy", "A case is a cell of the score, such as a country and a sector in one release.")


def calibration(view: View) -> None:
    """Whether confidence means what it says."""
    st.subheader("Does confidence mean what it says", anchor=False)
    if not view.has("calibration"):
        st.info("This file was built before calibration was measured. Build again to see it.", icon=":material/info:")
        return
    rows = data.ask(view.snapshot, "calibration")
    bands = rows[rows["form"] == rows["form"].iloc[0]] if len(rows) else rows
    words = "Confidence against the share that is right, as points; on the dashed line, confidence means what it says."
    note = "Right: country and kind are held by an annotator too. On the dashed line, 80 of 100 activities that say 80% are right."
    where = f"{str(bands['form'].iloc[0]).capitalize()}. " if len(bands) else ""
    figure(view, Figure("calibration", truth(bands), bands, words, where + note, "No confidence was measured for this file."))


def unknown(view: View) -> None:
    """What is not said, now and over the years."""
    st.subheader("What is not said", anchor=False)
    whole = view.ask("unknown").iloc[0]
    total = int(whole["activities"])
    if not total:
        st.info("No activity passes these filters. Clear some of them in the sidebar.", icon=":material/info:")
        return
    told = {
        "name no country, only a region": whole["region_only"],
        "name no place at all": whole["no_place"],
        "name no subject": whole["no_sector"],
        "name no year": whole["no_date"],
        "cannot be placed in time at all": whole["no_day_at_all"],
        "are under 50% sure": whole["unsure"],
    }
    st.caption(
        f"Of {count(total, 'activity', 'activities')}: "
        + "; ".join(f"{int(n):,} ({share(int(n), total)}) {w}" for w, n in told.items())
        + "."
    )
    years = view.ask("unknown_by_year")
    long = years.melt(["year", "activities"], list(_UNKNOWN), "what", "number")
    rows = long.assign(name=long["what"].map(_UNKNOWN), share=long["number"] / long["activities"])
    chart = shares(rows, "What is not said, by year of the release (share of activities)")
    words = "Shares of activities without country, sector or year, and of those that are unsure, as lines over years."
    empty = "No release here has a publication date: there is no year to draw by."
    figure(
        view,
        Figure(
            "unknown", chart, rows[["year", "name", "number", "activities", "share"]], words, "Releases without a date are left out.", empty
        ),
    )


def freshness(view: View) -> None:
    """What each source gave last."""
    st.subheader("How fresh each source is", anchor=False)
    rows = data.ask(view.snapshot, "freshness")
    column = st.column_config
    st.dataframe(
        rows,
        hide_index=True,
        column_config={
            "source_id": column.TextColumn("Source", width=220),
            "releases": column.NumberColumn("Releases", format="localized"),
            "without_date": column.NumberColumn("Without publication date", format="localized"),
            "newest_published_on": column.DateColumn("Newest release published", format="D MMM YYYY"),
            "last_new_on": column.DateColumn("Last new one seen", format="D MMM YYYY"),
            "days_since": column.NumberColumn("Days before this build", format="localized"),
        },
        alt="Freshness by source. The same rows can be downloaded as CSV below.",
    )
    foot(view, rows, "freshness", "A source that gives nothing new may be silent, or no longer be read: look at its runs.")


def quarantine(view: View) -> None:
    """What could not be read. File names and reasons are strangers' words: in a text table."""
    st.subheader("In quarantine", anchor=False)
    rows = data.ask(view.snapshot, "quarantine", top=MOST_ROWS)
    if rows.empty:
        st.caption("Nothing: everything that came could be read.")
        return
    reasons = rows["reason"].value_counts()
    st.caption("; ".join(f"{number:,} {reason}" for reason, number in reasons.items()) + ". Nothing of it is lost: the bytes are kept.")
    column = st.column_config
    st.dataframe(
        rows,
        hide_index=True,
        height=min(360, 40 + 35 * len(rows)),
        column_config={
            "source_id": column.TextColumn("Source", width=150),
            "file": column.TextColumn("File", width=220),
            "reason": column.TextColumn("Reason", width=130),
            "detail": column.TextColumn("In words", width=380),
            "seen_at": column.DatetimeColumn("Last met (UTC)", format="D MMM YYYY, HH:mm"),
        },
        alt="What is in quarantine. The same rows can be downloaded as CSV below.",
    )
    foot(view, rows, "quarantine", "One row for each problem, not for each file.")


def rulings(view: View) -> None:
    """What people ruled: in this file, and since."""
    if not view.has("corrections", "state"):
        return
    st.subheader("Corrections by people", anchor=False)
    for ruling in pending(view):
        with st.container(border=True, gap="xxsmall"):
            st.badge("Pending: the next build applies it", color="orange", icon=":material/pending:")
            st.text(f"{in_words(ruling).capitalize()} — {ruling.by}, {day(ruling.at)}: {ruling.why}")
            for target in ruling.targets:
                st.text(target.evidence)
    rows = data.ask(view.snapshot, "corrections", top=MOST_ROWS)
    if rows.empty:
        st.caption("This file holds no ruling. “Wrong?” beside any sentence opens the form for one.")
        return
    column = st.column_config
    st.dataframe(
        rows.drop(columns=["ruling_id"]).fillna({"problem": "", "fields": ""}),
        hide_index=True,
        height=min(360, 40 + 35 * len(rows)),
        column_config={
            "ruled_at": column.DatetimeColumn("When (UTC)", format="D MMM YYYY, HH:mm"),
            "ruled_by": column.TextColumn("Who"),
            "act": column.TextColumn("What"),
            "state": column.TextColumn("State"),
            "takes_effect": column.CheckboxColumn("Holds"),
            "why": column.TextColumn("Why", width=220),
            "problem": column.TextColumn("Problem"),
            "fields": column.TextColumn("What is right", width=200),
            "evidence": column.TextColumn("The sentence", width=300),
        },
        alt="Rulings. The same rows can be downloaded as CSV below.",
    )
    foot(view, rows, "corrections", "Stale: the release changed under the ruling; look again.")
