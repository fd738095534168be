"""Shares over years, as lines with their names beside them.

Belongs here: that chart, and confidence against truth. Does not: what is shared (queries).
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts import Drawing
from dashboard.charts.levels import ink
from dashboard.theme import NEUTRAL

_LABELLED = 0.03  # smaller ones would stand on each other at the foot of the chart


def shares(frame: pd.DataFrame, title: str) -> Drawing:
    """One line for each `name` of `frame` over `year`, from 0 to 100 %. `activities` is what each share is of."""
    dated = frame.assign(on=[f"{year}-01-01" for year in frame["year"]], ink="ink")
    x = alt.X("on:T", timeUnit="utcyear", title=None, axis=alt.Axis(grid=False, format="%Y"), scale=alt.Scale(type="utc"))
    y = alt.Y("share:Q", title=None, axis=alt.Axis(format="%", tickCount=5, gridOpacity=0.6), scale=alt.Scale(domain=[0, 1]))
    base = alt.Chart(dated).encode(x=x, y=y)
    lines = base.mark_line(point=alt.OverlayMarkDef(size=45, filled=True)).encode(
        color=alt.Color("name:N", legend=alt.Legend(title=None, orient="top", labelLimit=260)),
        strokeDash=alt.StrokeDash("name:N", legend=None),
        tooltip=[
            alt.Tooltip("name:N", title=" "),
            alt.Tooltip("year:N", title="Year"),
            alt.Tooltip("share:Q", title="Share", format=".0%"),
            alt.Tooltip("activities:Q", title="Of activities", format=","),
        ],
    )
    last = dated.loc[dated.groupby("name")["year"].idxmax()]
    last = last[last["share"] >= _LABELLED]
    labels = (
        alt.Chart(last).mark_text(align="left", dx=8, fontSize=12).encode(x=x, y=y, text=alt.Text("share:Q", format=".0%"), color=ink())
    )
    chart: Drawing = (lines + labels).resolve_scale(color="independent").properties(title=title, height=260)
    return chart


def truth(bands: pd.DataFrame) -> Drawing:
    """Mean confidence of each band against the share that is right; on the diagonal, confidence means what it says."""
    scale = alt.Scale(domain=[0, 1])
    diagonal = alt.Chart(pd.DataFrame({"x": [0, 1], "y": [0, 1]})).mark_line(color=NEUTRAL, strokeDash=[5, 4]).encode(x="x:Q", y="y:Q")
    points = (
        alt.Chart(bands)
        .mark_point(filled=True, opacity=1)
        .encode(
            x=alt.X("confidence:Q", title="How sure the coder is", scale=scale, axis=alt.Axis(format="%", tickCount=5)),
            y=alt.Y("right_share:Q", title="How much is right", scale=scale, axis=alt.Axis(format="%", tickCount=5)),
            size=alt.Size("activities:Q", scale=alt.Scale(range=[60, 500]), legend=None),
            tooltip=[
                alt.Tooltip("confidence:Q", title="How sure", format=".0%"),
                alt.Tooltip("right_share:Q", title="Right", format=".0%"),
                alt.Tooltip("activities:Q", title="Activities", format=","),
            ],
        )
    )
    labels = (
        points.mark_text(align="left", dx=14, fontSize=12)
        .encode(text=alt.Text("activities:Q", format=","), size=alt.SizeValue(12), color=ink())
        .transform_calculate(ink="'ink'")
    )
    chart: Drawing = (
        (diagonal + points + labels)
        .resolve_scale(color="independent", size="independent")
        .properties(title="Confidence against truth on labelled releases (number of activities)", height=300)
    )
    return chart
