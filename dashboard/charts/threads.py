"""Undertakings through time: a line from first to last word of each, and a point for every activity that tells of it.

Belongs here: that chart. Does not: which undertakings (queries), what a click opens (sections).
"""

from __future__ import annotations

from typing import NamedTuple

import altair as alt
import pandas as pd

from dashboard.charts import Drawing
from dashboard.theme import NEUTRAL

STAGES = ("agreed", "under construction", "under way", "completed", "cancelled")
_SHAPES = ("diamond", "triangle-up", "circle", "square", "cross")
_ROW, _HEAD = 26, 104
_SCALE = alt.Scale(type="utc", padding=14)  # so that the first and the last point stand inside


class Threads(NamedTuple):
    """What a row of the frame is: the column that a click picks, the one that names its line, and the title."""

    code: str
    name: str
    title: str


def threads(points: pd.DataFrame, what: Threads) -> Drawing:
    """One line for each name, in the order of the frame, with a point where a release tells of it; shape and colour say the stage.

    `points` has told_on, stage, kind and organisation beside the columns that `what` names.
    """
    rows = points.assign(told_on=pd.to_datetime(points["told_on"]), told=[f"{on:%-d %b %Y}" for on in pd.to_datetime(points["told_on"])])
    names = list(dict.fromkeys(rows[what.name]))
    y = alt.Y(
        f"{what.name}:N",
        sort=names,
        title=None,
        axis=alt.Axis(ticks=False, domain=False, labelLimit=290, labelOverlap=False, labelFlush=False),
    )
    line = (
        alt.Chart(rows)
        .mark_rule(color=NEUTRAL, strokeWidth=2)
        .encode(y=y, x=alt.X("min(told_on):T", title=None, scale=_SCALE), x2="max(told_on):T")
    )
    chart: Drawing = (
        alt.layer(line, _points(rows, what, y))
        .resolve_scale(color="independent", shape="independent")
        .properties(title=what.title, height=_ROW * len(names) + _HEAD)
    )
    return chart


def _points(rows: pd.DataFrame, what: Threads, y: alt.Y) -> alt.Chart:
    pick = alt.selection_point(name="pick", fields=[what.code], on="click", clear="dblclick")
    used = [stage for stage in STAGES if stage in set(rows["stage"])]
    legend = alt.Legend(title=None, orient="top", values=used, symbolSize=120)
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_point(size=110, filled=True, opacity=1, cursor="pointer")
        .encode(
            y=y,
            x=alt.X("told_on:T", title=None, scale=_SCALE, axis=alt.Axis(grid=True, gridOpacity=0.5, labelFlush=False, labelOverlap=True)),
            color=alt.Color("stage:N", scale=alt.Scale(domain=list(STAGES)), legend=legend),
            shape=alt.Shape("stage:N", scale=alt.Scale(domain=list(STAGES), range=list(_SHAPES)), legend=legend),
            tooltip=[
                alt.Tooltip(f"{what.name}:N", title=" "),
                alt.Tooltip("stage:N", title="Stage"),
                alt.Tooltip("kind:N", title="Kind"),
                alt.Tooltip("told:N", title="Told of"),
                alt.Tooltip("organisation:N", title="Published by"),
            ],
        )
        .add_params(pick)
    )
    return chart
