"""What every part of a page shares: the view that it draws, and the foot that each chart stands on.

Belongs here: the View, the chart with its table, its CSV and pictures, its "data as of", links to other pages.
Does not: any one chart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashboard import data, pictures
from dashboard.charts import Drawing
from dashboard.download import csv
from dashboard.state import Filters, Pick, chart_round, on_pick
from dashboard.words import day


class View(NamedTuple):
    """What one run of a page shows: one published file through one set of filters. `pages` are those that can be linked to."""

    snapshot: str
    ledger: dict[str, Any]
    filters: Filters
    pages: dict[str, st.Page]

    def ask(self, query: str, **values: Any) -> pd.DataFrame:
        """The answer to a query through the filters of this view. A column `number` takes the name of what is counted."""
        return data.ask(self.snapshot, query, self.filters, **values).rename(columns={"number": self.counted})

    def on(self, **filters: Any) -> View:
        """The same view through other filters, named as in Filters."""
        return self._replace(filters=self.filters._replace(**filters))

    def has(self, table: str, column: str | None = None) -> bool:
        """Whether the published file holds the table, and the column of it: older files lack the newer ones."""
        held = data.columns(self.snapshot)
        return f"{table}.{column}" in held if column else any(name.startswith(f"{table}.") for name in held)

    @property
    def counted(self) -> str:
        """What charts count: activities, releases or projects. It is the name of the column, too."""
        return self.filters.counter

    @property
    def as_of(self) -> str:
        """The line that says what every figure rests on."""
        return f"Data as of {day(self.ledger['built_at'])} · snapshot {self.ledger['snapshot_id']}"


class Figure(NamedTuple):
    """A chart with all that belongs to it.

    `name` is its files' and its key's, without blanks and once a page; `frame` holds its numbers, for the table and the CSV;
    `alternative` says in words what it shows, `note` how it is counted and its source, `empty` what is said in place of an empty chart;
    `read` makes the pick of a clicked mark's fields, where marks can be clicked.
    """

    name: str
    chart: Drawing
    frame: pd.DataFrame
    alternative: str
    note: str = ""
    empty: str = "Nothing to show under these filters. Clear some of them in the sidebar."
    read: Callable[[Mapping[str, str]], Pick] | None = None


def figure(view: View, drawn: Figure) -> None:
    """Draw a chart on its foot; where there is nothing to draw, say why and what to do."""
    if draw(drawn):
        foot(view, drawn.frame, drawn.name, drawn.note, (drawn.chart,))


def draw(drawn: Figure, on_select: Callable[[], None] | None = None) -> bool:
    """Draw a chart without its foot, where several share one. False where there was nothing to draw.

    `on_select` is called for a clicked mark in place of putting a pick into the address.
    """
    if drawn.frame.empty:
        st.info(drawn.empty, icon=":material/info:")
        return False
    key = f"{drawn.name}-{chart_round()}"
    react: Any = on_select or (on_pick(key, drawn.read) if drawn.read else "ignore")
    # As a specification that nobody checks again: checking takes as long as drawing, and the tests do it.
    st.vega_lite_chart(spec=drawn.chart.to_dict(validate=False), width="stretch", key=key, on_select=react, alt=drawn.alternative)
    return True


Table = pd.DataFrame | Callable[[], pd.DataFrame]


@st.fragment
def foot(view: View, table: Table, name: str, note: str = "", charts: Sequence[Drawing] = ()) -> None:
    """Under a chart: what it rests on; when asked for, its table, its numbers as CSV and itself as a picture."""
    with st.container(gap="xxsmall"):
        st.caption(f"{view.as_of}. {note}".removesuffix(" "))
        box = st.popover("Table, files", icon=":material/table:", type="tertiary", key=f"files-{name}", on_change="rerun")
    if box.open:
        frame = table() if callable(table) else table
        with box:
            with st.container(horizontal=True, gap="xsmall"):
                save(view, lambda: frame, name, "CSV")
                for number, chart in enumerate(charts, 1):
                    _picture(view, chart, (name, f"-{number}" if len(charts) > 1 else ""), note)
            st.dataframe(frame, hide_index=True, height=min(320, 38 + 35 * max(len(frame), 1)), width=560)


def save(view: View, frame: Callable[[], pd.DataFrame], name: str, label: str = "Download CSV") -> None:
    """A button that gives `frame` as CSV, made when asked for. The file's name carries the snapshot, so that a number can be traced."""
    download(view, label, lambda: csv(frame()), f"{name}.csv", "text/csv")


def link(view: View, page: str, label: str, *, icon: str | None = None, **query: str) -> None:
    """A link to another page, with `query` in its address; the filters come along by themselves. Nothing where there is no such page.

    `label` is read as markdown: names go through `words.as_label` first.
    """
    if page in view.pages:
        st.page_link(view.pages[page], label=label, icon=icon, query_params=query or None)


def _picture(view: View, chart: Drawing, named: tuple[str, str], note: str) -> None:
    name, which = "".join(named), named[1].replace("-", " of chart ")
    source = f"Pressledger. {view.as_of}. {note}"
    download(view, f"PNG{which}", lambda: pictures.png(chart, source), f"{name}.png", "image/png")
    download(view, f"SVG{which}", lambda: pictures.svg(chart, source), f"{name}.svg", "image/svg+xml")


def download(view: View, label: str, content: Callable[[], bytes], file: str, /, mime: str) -> None:
    """A button that gives a file, made when asked for; its name carries the snapshot."""
    name, ending = file.rsplit(".", maxsplit=1)
    st.download_button(
        label,
        content,
        file_name=f"pressledger-{name}-{view.ledger['snapshot_id']}.{ending}",
        mime=mime,
        on_click="ignore",
        key=f"save-{file}",
        icon=":material/download:",
    )


def nothing(view: View) -> bool:
    """Where the filters leave nothing, say so and what to do about it. True if so."""
    if not view.ask("headline")["activities"].iloc[0]:
        words = "No activity passes these filters. Clear some of them in the sidebar." if view.filters.active else _EMPTY
        st.info(words, icon=":material/info:")
        return True
    return False


_EMPTY = (
    "The ledger holds no activity yet. The releases that were read report none that the codebook counts, or none could be read: "
    "the figures above say which."
)
