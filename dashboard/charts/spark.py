"""A figure over its years, as small bars without axes.

Belongs here: that chart. Does not: the figure (sections/headline.py). Streamlit's own small charts leave a mark that screen readers meet
without a name.
"""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard.charts import Drawing

_HEIGHT = 44


def spark(numbers: Sequence[int], first_year: int, counted: str) -> Drawing:
    """One bar a year, the last one in full colour."""
    years = range(first_year, first_year + len(numbers))
    frame = pd.DataFrame({"year": [str(year) for year in years], counted: list(numbers), "last": [year == years[-1] for year in years]})
    chart: Drawing = (
        alt.Chart(frame)
        .mark_bar(cornerRadiusEnd=1)
        .encode(
            x=alt.X("year:O", axis=None),
            y=alt.Y(f"{counted}:Q", axis=None),
            fillOpacity=alt.FillOpacityValue(0.55, condition={"test": "datum.last", "value": 1}),
            tooltip=[alt.Tooltip("year:O", title="Year"), alt.Tooltip(f"{counted}:Q", title=counted.capitalize(), format=",")],
        )
        .properties(height=_HEIGHT)
    )
    return chart
