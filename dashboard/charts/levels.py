"""Counts as a few steps of one colour, each step with its words, so that the legend can be read.

Belongs here: the steps and the encoding that colours by them.
Does not: what is coloured (the other charts).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import count as endless

import altair as alt
import pandas as pd

MOST_STEPS = 7


def steps(highest: int) -> list[int]:
    """Where each colour step starts: 1, 2, 5, 10, 20, 50 … as far as `highest` needs, thinned to seven."""
    starts: list[int] = []
    for power in endless():
        starts += [factor * 10**power for factor in (1, 2, 5)]
        if starts[-1] >= highest:
            break
    starts = [start for start in starts if start <= max(highest, 1)]
    stride = -(-len(starts) // MOST_STEPS)
    return [start for index, start in enumerate(starts) if index % stride == 0]


def with_level(frame: pd.DataFrame, counted: str = "activities") -> pd.DataFrame:
    """`frame` with a column `level`: the number of the colour step of each count, from 1."""
    starts = steps(_highest(frame, counted))
    return frame.assign(level=[bisect_right(starts, value) for value in frame[counted]])


def colour(frame: pd.DataFrame, counted: str = "activities", *, legend: bool = True, title: str = "Activities") -> alt.Color:
    """Colour by `level`, over the theme's colours from few to many, with a legend that names each step's counts."""
    starts = steps(_highest(frame, counted))
    labels = "[" + ", ".join(f"'{words}'" for words in _words(starts)) + "][datum.value - 1]"
    return alt.Color(
        "level:Q",
        scale=alt.Scale(domain=[1, max(len(starts), 2)], range="ramp"),
        legend=alt.Legend(
            title=title,
            type="symbol",
            values=list(range(1, len(starts) + 1)),
            labelExpr=labels,
            orient="bottom",
            direction="horizontal",
            symbolStrokeWidth=0,
            symbolSize=180,
        )
        if legend
        else None,
    )


def _words(starts: list[int]) -> list[str]:
    ends = [following - 1 for following in starts[1:]]
    closed = [f"{start:,}" if start == end else f"{start:,}–{end:,}" for start, end in zip(starts, ends, strict=False)]
    return [*closed, f"{starts[-1]:,}+"]


def _highest(frame: pd.DataFrame, counted: str) -> int:
    return 1 if frame.empty else int(frame[counted].max())
