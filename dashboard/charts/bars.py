"""Bars with names: who has most, and the buckets that have no place on an axis.

Belongs here: horizontal bars of named counts.
Does not: bars over time (months.py).
"""

from __future__ import annotations

from typing import NamedTuple

import altair as alt
import pandas as pd

from dashboard.charts import Drawing, numbers
from dashboard.charts.levels import ink
from dashboard.theme import NEUTRAL

_ROW, _HEAD = 23, 34


class Bars(NamedTuple):
    """What a row of the frame is: the column with its code, which a click picks, the one with its name, what is counted, and the title."""

    code: str
    name: str
    title: str
    counted: str = "activities"
    neutral: tuple[str, ...] = ()


def bars(frame: pd.DataFrame, what: Bars) -> Drawing:
    """One bar for each row of `frame`, in its order; codes in `what.neutral` are grey: not said."""
    pick = alt.selection_point(name="pick", fields=[what.code], on="click", clear="dblclick")
    base = alt.Chart(frame.assign(grey=frame[what.code].isin(what.neutral), ink="ink")).encode(
        y=alt.Y(
            f"{what.name}:N",
            sort=None,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=190, labelOverlap=False, labelFlush=False),
        ),
        x=alt.X(f"{what.counted}:Q", title=None, axis=None),
        tooltip=[alt.Tooltip(f"{what.name}:N", title=" "), *numbers(frame, what.counted)],
    )
    bar = base.mark_bar(cursor="pointer", cornerRadiusEnd=2, height={"band": 0.72})
    marks = alt.layer(
        bar.transform_filter("!datum.grey"),
        bar.transform_filter("datum.grey").encode(color=alt.ColorValue(NEUTRAL)),
        base.mark_text(align="left", dx=5, fontSize=12).encode(text=alt.Text(f"{what.counted}:Q", format=","), color=ink()),
    )
    return marks.add_params(pick).properties(title=what.title, height=_ROW * max(len(frame), 1) + _HEAD)
