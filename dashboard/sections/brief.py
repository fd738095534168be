"""The brief of a country, offered as PDF and as HTML.

Belongs here: gathering its content through the filters, the two buttons.
Does not: its form (dashboard/brief).
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import data, filterbar
from dashboard.brief import content
from dashboard.brief.content import Bar, Brief, Line
from dashboard.brief.html import html
from dashboard.brief.pdf import pdf
from dashboard.changes import changes
from dashboard.sections.certainty import measured
from dashboard.sections.frame import View, download
from dashboard.sections.headline import compare, figures
from dashboard.words import day, is_null, web_address, when

_HOW = (
    "An activity is one kind of act on one object in one country, stated as a fact by a release; duplicates are not counted. "
    "Read by machine: check the release before you quote."
)


def offer(view: View, code: str, name: str) -> None:
    """The buttons. A brief is made when it is asked for."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        download(view, "Brief as PDF", lambda: pdf(gather(view, code, name)), f"brief-{code}.pdf", mime="application/pdf")
        download(view, "Brief as HTML", lambda: html(gather(view, code, name)), f"brief-{code}.html", mime="text/html")
        st.caption("One page to print or to send: figures, projects, latest activities with their sentences and releases.")


def gather(view: View, code: str, name: str) -> Brief:
    """The content of the brief of a country, through the filters of `view`, which lets through that country alone."""
    periods = compare(view)
    rows = view.on(first_on=None, last_on=None).ask("changes", **periods.parameters()).to_dict("records")
    moved = [change.words for change in changes(rows) if change.axis == "sector"][: content.CHANGES]
    years = view.ask("by_year", first_year=periods.now_to.year - 9, last_year=periods.now_to.year)
    sectors, kinds = (view.on(counter="activities").ask(query) for query in ("by_sector", "by_kind"))
    projects, projects_note = _projects(view)
    sentences, sentences_note = _sentences(view)
    return Brief(
        title=f"{name} ({code})",
        under=_under(view),
        figures=_figures(view),
        changes=[content.heading(f"{words} ({periods.now_words})") for words in moved],
        years=_years(years, periods.now_to.year),
        sectors=content.bars(sectors["category"].tolist(), sectors["activities"].tolist()),
        kinds=content.bars(kinds["kind"].tolist(), kinds["activities"].tolist()),
        projects=projects,
        projects_note=projects_note,
        sentences=sentences,
        sentences_note=sentences_note,
        partners=[content.partner(partner) for partner in view.ask("counterparts", top=content.PARTNERS)["counterpart"]],
        foot=f"{_HOW} Countries: {measured(view, 'country')}. {view.as_of}.",
    )


def _under(view: View) -> str:
    filters = filterbar.in_words(view.filters._replace(places=()), data.ask(view.snapshot, "choices"))
    return f"What press releases report. {view.as_of}." + (f" Filtered: {content.heading(filters)}." if filters else "")


def _figures(view: View) -> list[tuple[str, str, str]]:
    numbers, beside = figures(view)
    return [(label, f"{numbers[label.lower()]:,}", note) for label, note in beside.items() if label != "Countries"][: content.FIGURES]


def _years(rows: pd.DataFrame, last: int) -> list[Bar]:
    found = {int(row["year"]): int(row["activities"]) for row in rows.to_dict("records")}
    years = range(last - 9, last + 1)
    return content.bars([f"{year}" for year in years], [found.get(year, 0) for year in years], most=10)


def _projects(view: View) -> tuple[list[tuple[str, str, str]], str]:
    if not view.has("projects"):
        return [], "This file was built before projects were linked across releases."
    rows = view.ask("projects_among", top=content.PROJECTS).to_dict("records")
    told = [(content.heading(row["title"]), str(row["status"]), _span(row["first_on"], row["last_on"])) for row in rows]
    return told, "The latest; names and dates as the releases give them." if told else "None reported."


def _span(first: Any, last: Any) -> str:
    if is_null(first):
        return "date not said"
    return day(first) if is_null(last) or first == last else f"{day(first)} – {day(last)}"


def _sentences(view: View) -> tuple[list[Line], str]:
    rows = view.ask("brief_sentences", top=content.SENTENCES)
    addresses = view.ask("addresses", release_ids=rows["release_id"].tolist())
    found = {(row["release_id"], row["revision"]): row["source_uri"] for row in addresses.to_dict("records")}
    lines = [_line(row, found.get((row["release_id"], row["revision"]))) for row in rows.to_dict("records")]
    return lines, f"{len(lines)} of {int(view.ask('headline')['activities'].iloc[0]):,} activities; of one release not more than two."


def _line(row: dict[Any, Any], address: str | None) -> Line:
    published = "publication date unknown" if is_null(row["published_on"]) else day(row["published_on"])
    by = "" if is_null(row["organisation"]) else f"{row['organisation']}, "
    title = None if is_null(row["title"]) else row["title"]
    codes = f"{when(row['date_edtf'], row['reported_on'])} · {row['kind']} · {row['category']}"
    return Line(codes, content.short(row["evidence"]), f"{by}{content.heading(title)}, {published}", web_address(address) or "")
