"""Activity over time.

Belongs here: the bars over time.
Does not: dividing months into those on the axis and the buckets beside it (buckets.py), the bars of the buckets (bars.py).
"""

from __future__ import annotations

from typing import Literal

import altair as alt

from dashboard.buckets import BASES, SETTLED, Timeline
from dashboard.charts import Drawing, either, numbers


def timeline(periods: Timeline) -> Drawing:
    """Bars over time, stacked by where the date comes from, hollow where they are not settled. A click picks `period`."""
    pick = alt.selection_point(name="pick", fields=["period"], on="click", clear="dblclick")
    used = [basis for basis in BASES if basis in set(periods.axis["basis"])]
    scale = alt.Scale(domain=list(BASES))
    unit: Literal["utcyearmonth", "utcyear"] = "utcyearmonth" if periods.unit == "month" else "utcyear"
    settled = f"datum.state == '{SETTLED}'"
    chart: Drawing = (
        alt.Chart(periods.axis)
        .mark_bar(cursor="pointer", cornerRadiusEnd=1)
        .encode(
            x=alt.X("first_on:T", timeUnit=unit, title=None, scale=_years(periods), axis=_ticks(periods)),
            y=alt.Y(f"{periods.counted}:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=5, format=",d", grid=True, gridOpacity=0.6)),
            color=alt.Color(
                "basis:N", scale=scale, legend=alt.Legend(title=None, orient="top", values=used, columns=alt.ExprRef("width < 520 ? 2 : 3"))
            ),
            stroke=alt.Stroke("basis:N", scale=scale, legend=None),
            fillOpacity=either(alt.FillOpacityValue, settled, 1, 0.25),
            strokeWidth=either(alt.StrokeWidthValue, settled, 0, 1.5),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("words:N", title="When"),
                alt.Tooltip("basis:N", title="Known from"),
                *numbers(periods.axis, periods.counted),
            ],
        )
        .add_params(pick)
        .properties(title=f"{periods.counted.capitalize()} by {periods.unit} (number)", height=310)
    )
    return chart


def _years(periods: Timeline) -> alt.Scale:
    """Whole years, so that a single month is a bar among twelve and not a wall. In UTC: days do not move with the reader's clock."""
    years = [int(period[:4]) for period in periods.axis["period"]]
    if not years:
        return alt.Scale(type="utc")
    around = int(periods.unit == "year" and min(years) == max(years))
    ends = (min(years) - around, max(years) + 1 + around)
    return alt.Scale(type="utc", domain=[alt.DateTime(year=year, month=1, date=1, utc=True) for year in ends])


def _ticks(periods: Timeline) -> alt.Axis:
    in_one_year = periods.unit == "month" and len(set(periods.axis["period"].str[:4])) == 1
    step: Literal["month", "year"] = "month" if in_one_year else "year"
    return alt.Axis(grid=False, labelFlush=False, tickCount=step, format="%b %Y" if in_one_year else "%Y")
