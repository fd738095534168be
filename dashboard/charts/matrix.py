"""Countries against sectors: a table whose cells are coloured by their count and carry it as a number.

Belongs here: cutting the cells down to what can be read, the rest in cells of their own, and the chart.
Does not: what happens on a click (sections).
"""

from __future__ import annotations

import json
import textwrap

import altair as alt
import pandas as pd

from dashboard.charts import Drawing
from dashboard.charts.levels import colour, ink, with_level

MOST_COUNTRIES, MOST_SECTORS = 20, 10
_LINE, _LINES = 14, 4  # of a column's head, pixels and number
_NARROW = 50  # pixels of a column under which words no longer fit over it
OTHER = "other"
_UNKNOWN = {"ZZ", "998"}


def cut(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with the smaller countries and sectors gathered under `other`, so that all still add up to the same total."""
    countries = _largest(cells, "country_code", MOST_COUNTRIES)
    sectors = _largest(cells, "sector_category", MOST_SECTORS)
    gathered = cells.assign(
        country_code=cells["country_code"].where(cells["country_code"].isin(countries), OTHER),
        sector_category=cells["sector_category"].where(cells["sector_category"].isin(sectors), OTHER),
    )
    gathered["country"] = gathered["country"].where(gathered["country_code"] != OTHER, "Other countries")
    gathered["category"] = gathered["category"].where(gathered["sector_category"] != OTHER, "Other sectors")
    keys = ["country_code", "country", "sector_category", "category"]
    return gathered.groupby(keys, as_index=False)[["activities", "releases"]].sum()


def others(cells: pd.DataFrame, code: str) -> tuple[str, ...]:
    """The codes of the column `code` that `cut` gathers under `other`."""
    kept = _largest(cells, code, MOST_COUNTRIES if code == "country_code" else MOST_SECTORS)
    return tuple(sorted(set(cells[code]) - set(kept)))


def matrix(cells: pd.DataFrame) -> Drawing:
    """The cells of `cut` as a heatmap. A click picks `country_code` and `sector_category`."""
    pick = alt.selection_point(name="pick", fields=["country_code", "sector_category"], on="click", clear="dblclick")
    rows, columns = _order(cells, "country_code", "country"), _order(cells, "sector_category", "category")
    base = alt.Chart(with_level(cells).assign(ink="ink")).encode(
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
            alt.Tooltip("activities:Q", title="Activities", format=","),
        ],
    )
    tiles = base.mark_rect(cursor="pointer", cornerRadius=2).encode(color=colour(with_level(cells), under_text=True)).add_params(pick)
    numbers = base.mark_text(fontSize=12, fontWeight=500).encode(text=alt.Text("activities:Q", format=","), color=ink())
    chart: Drawing = (
        (tiles + numbers)
        .resolve_scale(color="independent")
        .properties(title="Activities by country and sector (number)", height=24 * len(rows) + _LINE * _LINES + 40)
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


def _largest(cells: pd.DataFrame, code: str, most: int) -> list[str]:
    """The codes with most activities, the unknown among them whatever their count. One more than `most` is not worth a gathering."""
    totals = cells.groupby(code)["activities"].sum().sort_values(ascending=False, kind="stable")
    known = [str(key) for key in totals.index if key not in _UNKNOWN]
    kept = known if len(known) <= most + 1 else known[:most]
    return [*kept, *(str(key) for key in totals.index if key in _UNKNOWN)]


def _order(cells: pd.DataFrame, code: str, name: str) -> dict[str, str]:
    """Code -> name, most activities first, then other, then unknown."""
    totals = cells.groupby([code, name], as_index=False)["activities"].sum()
    last = totals[code].map(lambda key: 2 if key in _UNKNOWN else 1 if key == OTHER else 0)
    ordered = totals.assign(last=last).sort_values(["last", "activities", name], ascending=[True, False, True])
    return dict(zip(ordered[code], ordered[name], strict=True))
