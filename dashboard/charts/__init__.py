"""The charts.

Belongs here: pure functions from a frame to an Altair chart. Does not: streamlit, queries, colours (theme.toml has them).
"""

from __future__ import annotations

import altair as alt

Drawing = alt.Chart | alt.LayerChart | alt.FacetChart  # what Altair's builders may give back, as they declare it
