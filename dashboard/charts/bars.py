"""Bars with names: who has most, and the buckets that have no place on an axis.

Belongs here: horizontal bars of named counts.
Does not: bars over time (months.py).
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts import Drawing
from dashboard.theme import NEUTRAL

_ROW, _HEAD = 23, 34


def bars(frame: pd.DataFrame, code: str, name: str, title: str, *, neutral: tuple[str, ...] = ()) -> Drawing:
    """One bar for each row of `frame`, in its order; codes in `neutral` are grey: not said. A click picks the field `code`."""
    pick = alt.selection_point(name="pick", fields=[code], on="click", clear="dblclick")
    base = alt.Chart(frame.assign(grey=frame[code].isin(neutral))).encode(
        y=alt.Y(
            f"{name}:N",
            sort=None,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=170, labelOverlap=False, labelFlush=False),
        ),
        x=alt.X("activities:Q", title=None, axis=None),
        tooltip=_tooltip(name),
    )
    bar = base.mark_bar(cursor="pointer", cornerRadiusEnd=2, height={"band": 0.72})
    marks = alt.layer(
        bar.transform_filter("!datum.grey"),
        bar.transform_filter("datum.grey").encode(color=alt.value(NEUTRAL)),
        base.mark_text(align="left", dx=5, fontSize=12, color=NEUTRAL).encode(text=alt.Text("activities:Q", format=",")),
    )
    return marks.add_params(pick).properties(title=title, height=_ROW * max(len(frame), 1) + _HEAD)


def _tooltip(name: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip(f"{name}:N", title=" "),
        alt.Tooltip("activities:Q", title="Activities", format=","),
        alt.Tooltip("releases:Q", title="Releases that report them", format=","),
    ]
