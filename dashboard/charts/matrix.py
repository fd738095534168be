"""Countries against sectors: a table whose cells are coloured by their count and carry it as a number.

Belongs here: the chart, and which countries and sectors stand behind `other`.
Does not: gathering the smaller ones (queries/matrix.sql), what happens on a click (sections).
"""

from __future__ import annotations

import json
import textwrap

import altair as alt
import pandas as pd

from dashboard.charts import Drawing, numbers
from dashboard.charts.levels import colour, ink, with_level

MOST_COUNTRIES, MOST_SECTORS = 20, 10
_LINE, _LINES = 14, 4  # of a column's head, pixels and number
_NARROW = 50  # pixels of a column under which words no longer fit over it
OTHER = "other"
_UNKNOWN = {"ZZ", "998"}


def others(cells: pd.DataFrame, gathered: pd.DataFrame, code: str) -> tuple[str, ...]:
    """The codes in the column `code` of all `cells` that stand under `other` in the `gathered` ones."""
    return tuple(sorted(set(cells[code]) - set(gathered[code])))


def matrix(cells: pd.DataFrame, counted: str = "activities") -> Drawing:
    """The cells, gathered to what can be read, as a heatmap. A click picks `country_code` and `sector_category`."""
    pick = alt.selection_point(name="pick", fields=["country_code", "sector_category"], on="click", clear="dblclick")
    rows, columns = _order(cells, "country_code", "country", counted), _order(cells, "sector_category", "category", counted)
    levelled = with_level(cells, counted).assign(ink="ink")
    base = alt.Chart(levelled).encode(
        y=alt.Y(
            "country:N",
            sort=list(rows.values()),
            title=None,
            axis=alt.Axis(ticks=False, domain=False, grid=False, labelLimit=170, labelOverlap=False, labelFlush=False),
        ),
        x=alt.X("category:N", sort=list(columns.values()), title=None, axis=_wrapped(columns)),
        tooltip=[
            alt.Tooltip("country:N", title="Country"),
            alt.Tooltip("category:N", title="Sector"),
            *numbers(cells, counted),
        ],
    )
    tiles = base.mark_rect(cursor="pointer", cornerRadius=2).encode(color=colour(levelled, counted, under_text=True)).add_params(pick)
    figures = base.mark_text(fontSize=12, fontWeight=500).encode(text=alt.Text(f"{counted}:Q", format=","), color=ink())
    chart: Drawing = (
        (tiles + figures)
        .resolve_scale(color="independent")
        .properties(title=f"{counted.capitalize()} by country and sector (number)", height=24 * len(rows) + _LINE * _LINES + 40)
    )
    return chart


def _wrapped(columns: dict[str, str]) -> alt.Axis:
    """Column heads in lines, all of the same height; on a phone the sector's code, one digit a line."""
    wide = json.dumps({name: _lines(textwrap.wrap(name, 14, break_long_words=False)[:_LINES]) for name in columns.values()})
    narrow = json.dumps({name: _lines(list(code) if code.isdigit() else ["…"]) for code, name in columns.items()})
    return alt.Axis(
        orient="top",
        labelAngle=0,
        labelExpr=f"(width < {_NARROW * len(columns)} ? {narrow} : {wide})[datum.value]",
        labelPadding=_LINE * (_LINES - 1) + 6,
        labelLineHeight=_LINE,
        labelLimit=110,
        labelFontSize=11,
        labelOverlap=False,
        labelFlush=False,
        ticks=False,
        domain=False,
        grid=False,
    )


def _lines(words: list[str]) -> list[str]:
    return [*[""] * (_LINES - len(words)), *words]


def _order(cells: pd.DataFrame, code: str, name: str, counted: str) -> dict[str, str]:
    """Code -> name, the most first, then other, then unknown."""
    totals = cells.groupby([code, name], as_index=False)[counted].sum()
    last = totals[code].map(lambda key: 2 if key in _UNKNOWN else 1 if key == OTHER else 0)
    ordered = totals.assign(last=last).sort_values(["last", counted, name], ascending=[True, False, True])
    return dict(zip(ordered[code], ordered[name], strict=True))
