"""The charts.

Belongs here: pure functions from a frame to an Altair chart. Does not: streamlit, queries, colours (theme.toml has them).
"""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

Drawing = alt.Chart | alt.LayerChart | alt.FacetChart  # what Altair's builders may give back, as they declare it


def numbers(frame: pd.DataFrame, counted: str) -> list[alt.Tooltip]:
    """The tooltip's lines for a count, and for what is known about it: measured accuracy, provisional, where the frame says so."""
    lines = [alt.Tooltip(f"{counted}:Q", title=counted.capitalize(), format=",")]
    told = {"state": "State", "measured": "Measured accuracy"}
    return lines + [alt.Tooltip(f"{name}:N", title=title) for name, title in told.items() if name in frame.columns]


def either(channel: type[Any], test: str, true: float, other: float) -> Any:
    """One value where the expression `test` holds, else another. `alt.condition` says the same and takes forty times as long."""
    return channel(other, condition={"test": test, "value": true})
