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


def colour(frame: pd.DataFrame, counted: str = "activities", *, under_text: bool = False) -> alt.Color:
    """Colour by `level`, from few to many, with a legend that names each step's counts.

    Where the number stands on the colour itself there is no legend, and the theme's milder colours keep it legible.
    """
    starts = steps(_highest(frame, counted))
    scale = alt.Scale(domain=[1, max(len(starts), 2)], range="diverging" if under_text else "ramp")
    if under_text:
        return alt.Color("level:Q", scale=scale, legend=None)
    labels = "[" + ", ".join(f"'{words}'" for words in _words(starts)) + "][datum.value - 1]"
    legend = alt.Legend(
        title=counted.capitalize(),
        type="symbol",
        values=list(range(1, len(starts) + 1)),
        labelExpr=labels,
        orient="bottom",
        direction="horizontal",
        symbolStrokeWidth=0,
        symbolSize=180,
        columns=4,
    )
    return alt.Color("level:Q", scale=scale, legend=legend)


def ink() -> alt.Color:
    """The colour of text: the last of the theme's categorical colours, since a text mark knows of no other that follows light and dark.

    The frame needs a column `ink` that says ink.
    """
    return alt.Color("ink:N", scale=alt.Scale(domain=[*"abcdef", "ink"], range="category"), legend=None)


def _words(starts: list[int]) -> list[str]:
    ends = [following - 1 for following in starts[1:]]
    closed = [f"{start:,}" if start == end else f"{start:,}–{end:,}" for start, end in zip(starts, ends, strict=False)]
    return [*closed, f"{starts[-1]:,}+"]


def _highest(frame: pd.DataFrame, counted: str) -> int:
    return 1 if frame.empty else int(frame[counted].max())
