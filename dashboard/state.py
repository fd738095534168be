"""What the reader has chosen: the filters and the mark that was clicked. All of it stands in the address, so every view is a link.

Belongs here: the filters and the picked mark as values, reading and writing the mark, what a clicked chart calls.
Does not: the widgets of the filters (filterbar.py), what is asked with them (data.py), what is drawn (sections).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

import streamlit as st

from dashboard.regions import with_members

Counter = Literal["activities", "releases", "projects"]
_PICK = ("show_country", "show_sector", "show_month", "show_activity", "show_kind", "show_period", "show_place", "show_partner")


class Filters(NamedTuple):
    """What is let through. An empty tuple lets everything through; without a period the undated stay in.

    `places` holds country codes and M49 region codes; `ground` is home, abroad or nothing, seen from the organisation that publishes;
    `counter` is what charts count and leaves nothing out.
    """

    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    ground: str = ""
    first_on: date | None = None
    last_on: date | None = None
    duplicates: bool = False
    counter: Counter = "activities"

    def parameters(self) -> dict[str, object]:
        """The values that queries bind. A region stands for all that lies in it."""
        values = self._replace(places=with_members(self.places))._asdict()
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    @property
    def active(self) -> bool:
        """Whether anything is left out or added."""
        return self._replace(counter="activities") != Filters()


class Pick(NamedTuple):
    """The mark whose sentences are shown: one activity, or all that the other fields have in common.

    `place` is a place within a country as releases write it, `partner` a counterpart, `period` is two days with two
    dots between them, 2025-01-01..2025-12-31.
    """

    country: str | None = None
    sector: str | None = None
    month: str | None = None
    activity: str | None = None
    kind: str | None = None
    period: str | None = None
    place: str | None = None
    partner: str | None = None


def picked() -> Pick | None:
    """The mark that the address names, or None."""
    values = [st.query_params.get(name) or None for name in _PICK]  # what was just taken out is empty until the next run
    return Pick(*values) if any(values) else None


def pick(mark: Pick) -> None:
    """Put a mark into the address: its sentences open on this run. All at once, for each change is a step of the Back button."""
    st.query_params.update({name: value or () for name, value in zip(_PICK, mark, strict=True)})


def unpick() -> None:
    """Take the mark out of the address, and let the charts forget it, so that the same mark can be clicked again."""
    pick(Pick())
    st.session_state["round"] = chart_round() + 1


def chart_round() -> int:
    """Part of every chart's key: it changes when a mark is let go."""
    return int(st.session_state.get("round", 0))


def on_pick(key: str, read: Callable[[Mapping[str, str]], Pick]) -> Callable[[], None]:
    """What a chart of that key calls when a mark is clicked. `read` makes the pick of the mark's fields."""

    def picked_mark() -> None:
        marks: Sequence[Mapping[str, str]] = st.session_state[key]["selection"].get("pick") or []
        if marks and any(marks[0].values()):
            pick(read(marks[0]))

    return picked_mark
