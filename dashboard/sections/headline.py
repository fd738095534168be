"""The headline figures, beside each what it rests on, how it changed and how it went over the years.

Belongs here: the figures, their change on the previous equal period, their bars by year.
Does not: choosing the periods (periods.py), charts.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.charts.spark import spark
from dashboard.periods import Periods, change, compared
from dashboard.sections.frame import View
from dashboard.sections.times import newest
from dashboard.words import count, share

YEARS = 12
_HELP = {
    "Activities": "One kind of act on one object in one country, stated as a fact by a release. Two in one release are two.",
    "Countries": "Where activities take place or take effect. The home country of an organisation counts only for what happens there.",
    "Sectors": "OECD DAC CRS categories: what an activity is for, not who carries it out.",
    "Releases": "Current releases that report at least one of these activities. Releases and activities are two different counts.",
    "Projects": "Undertakings: the activities of one, from agreement to completion, are linked across releases. They do not add up over "
    "countries, sectors or months.",
}
_LINES = "The bars below it are the years {first} to {last}."
_COMPARED = "Compared by date in the text, else by publication. A percentage only where the earlier period has ten or more."


def headline(view: View, leave_out: tuple[str, ...] = ()) -> None:
    """The figures but those in `leave_out`; under each, the figure that says how far it can be trusted."""
    numbers, every = figures(view)
    beside = {label: note for label, note in every.items() if label not in leave_out}
    periods = compare(view)
    now, before = _compared(view, periods)
    lines, years = _by_year(view, periods)
    with st.grid(len(beside), min_column_width=170, gap="small"):
        for label, note in beside.items():
            name = label.lower()
            with st.container(border=True, gap="xxsmall"):
                _metric(label, numbers[name], (now.get(name), before.get(name)), periods, lines.get(name, []), years)
                st.caption(note)
    st.caption(_aside(view))
    if numbers["activities"]:
        st.caption("Click a country, a bar, a cell or a row: the sentences behind it open, each in its release.")


def figures(view: View) -> tuple[dict[str, Any], dict[str, str]]:
    """The figures by the names of their columns, and the note under each by its label, in order."""
    numbers: dict[str, Any] = {str(name): value for name, value in view.ask("headline").iloc[0].items()}
    return numbers, _beside(view, numbers)


def compare(view: View) -> Periods:
    """The two periods that change is told between."""
    return compared(view.filters.first_on, view.filters.last_on, newest(view))


def _metric(  # noqa: PLR0913, PLR0917 - one box
    label: str, figure: int, both: tuple[int | None, int | None], periods: Periods, line: list[int], years: tuple[int, int]
) -> None:
    now, before = both
    changed = None if now is None or before is None else change(now, before)
    lines = f" {_LINES.format(first=years[0], last=years[1])}" if any(line) else ""
    told = f"{now:,} in {periods.now_words}, {before:,} in {periods.before_words}. {_COMPARED}" if changed else ""
    st.metric(
        label,
        f"{figure:,}",
        changed,
        delta_color="off",
        delta_arrow="off" if changed in {"no change", "limited change"} else "auto",
        delta_description=f"{periods.now_words}: {now:,} after {before:,}" if changed else None,
        help=f"{_HELP[label]}{lines} {told}".rstrip(),
    )
    if any(line):
        words = f"{label} by year, {years[0]} to {years[1]}: {', '.join(f'{number:,}' for number in line)}."
        st.vega_lite_chart(
            spec=spark(line, years[0], label.lower()).to_dict(validate=False), width="stretch", key=f"spark-{label}", alt=words
        )


def _compared(view: View, periods: Periods) -> tuple[dict[str, int], dict[str, int]]:
    """The figures now and before, 0 where a period holds nothing; empty where neither holds anything."""
    rows = view.on(first_on=None, last_on=None).ask("compared", **periods.parameters())
    if rows.empty:
        return {}, {}
    names = [str(name) for name in rows.columns if name != "is_now"]
    found = {bool(row["is_now"]): {name: int(row[name]) for name in names} for row in rows.to_dict("records")}
    nothing = dict.fromkeys(names, 0)
    return found.get(True, nothing), found.get(False, nothing)


def _by_year(view: View, periods: Periods) -> tuple[dict[str, list[int]], tuple[int, int]]:
    """Each figure by year, without gaps, up to the year of the later period."""
    years = (periods.now_to.year - YEARS + 1, periods.now_to.year)
    rows = (
        view.ask("by_year", first_year=years[0], last_year=years[1]).set_index("year").reindex(range(years[0], years[1] + 1), fill_value=0)
    )
    return {str(name): [int(number) for number in rows[name]] for name in rows.columns}, years


def _beside(view: View, figures: dict[str, Any]) -> dict[str, str]:
    """The figures in order, and the note under each."""
    beside = {
        "Activities": _dated(figures),
        "Countries": _without(figures, figures["region_only"] + figures["placeless"], "no country"),
        "Sectors": _without(figures, figures["sectorless"], "no subject"),
        "Releases": f"of {view.ledger['releases']:,} read; {count(view.ledger['silent'], 'reports', 'report')} no activity",
    }
    if view.has("activities", "project_id"):
        figures["projects"] = int(view.ask("projects_counted")["projects"].iloc[0])
        beside["Projects"] = "linked across releases"
    return beside


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
    quarantine = count(view.ledger["quarantined"], "problem")
    return f"{duplicates} {counted} · {quarantine} in quarantine · {view.as_of}"
