"""What changed, in words; each of them opens the sentences behind it.

Belongs here: the list of changes and what a click on one opens.
Does not: the rules (changes.py), the periods (periods.py).
"""

from __future__ import annotations

import streamlit as st

from dashboard.changes import MOST, Change, changes
from dashboard.periods import Periods
from dashboard.sections.frame import View
from dashboard.sections.headline import compare
from dashboard.state import Pick, pick
from dashboard.words import as_label

_RULES = (
    "Plain rules over the activities that can be placed in time: a first activity where there was none before; three or more that doubled; "
    "six or more that halved; three or more that stopped. Growth can also mean that more releases were read: compare the figures above."
)


def changed(view: View, axes: tuple[str, ...] = ("country", "sector")) -> None:
    """The weightiest changes between the two periods, along the `axes`: country, sector."""
    periods = compare(view)
    rows = view.on(first_on=None, last_on=None).ask("changes", **periods.parameters())
    found = [change for change in changes(rows.to_dict("records")) if change.axis in axes]
    st.subheader("What changed", anchor=False, help=_RULES)
    st.caption(f"{periods.now_words} against {periods.before_words}.")
    if not found:
        st.text("Nothing that these rules would call a change." if len(rows) else "No activity can be placed in either period.")
        return
    with st.grid(2, min_column_width=300, gap="xxsmall"):
        for change in found[:MOST]:
            _line(change, periods)
    if len(found) > MOST:
        with st.popover(f"{len(found) - MOST} more", type="tertiary", on_change="rerun", key="more-changes") as box:
            if box.open:
                for change in found[MOST : 5 * MOST]:
                    _line(change, periods)


def _line(change: Change, periods: Periods) -> None:
    st.button(
        as_label(change.words),
        key=f"change-{change.axis}-{change.code}",
        type="tertiary",
        icon=":material/flag:" if change.axis == "country" else ":material/category:",
        on_click=pick,
        args=(_pick(change, periods),),
    )


def _pick(change: Change, periods: Periods) -> Pick:
    """What happened in both periods: what went quiet has sentences only in the earlier one."""
    both = f"{periods.before_from}..{periods.now_to}"
    if change.axis == "country":
        return Pick(country=change.code, period=both)
    return Pick(sector=change.code, period=both)
