"""The look of every chart: sizes and spacing. Colours follow light and dark from theme.toml, so no chart names them.

Belongs here: the one Altair theme, and the neutral that must work on both grounds.
Does not: colours of data (theme.toml), a single chart's settings (charts).
"""

from __future__ import annotations

from functools import cache

import altair as alt
from altair.utils import schemapi

NEUTRAL = "#8795a4"  # for what is not data: land without activity, borders; 3:1 on white and on the dark ground


@alt.theme.register("pressledger", enable=False)
def _pressledger() -> alt.theme.ThemeConfig:
    return {
        "config": {
            "title": {"anchor": "start", "fontSize": 13, "fontWeight": 500, "subtitleFontSize": 12, "offset": 12},
            "axis": {"labelFontSize": 12, "titleFontSize": 12, "titlePadding": 8, "labelPadding": 6, "labelLimit": 220},
            "legend": {"labelFontSize": 12, "titleFontSize": 12, "symbolType": "square"},
            "view": {"stroke": None},
        }
    }


@cache
def enable() -> None:
    """Turn the theme on, once: Altair keeps it for all threads.

    Its checks of every part of a chart as it is made take longer than all queries together, and are for those who write charts:
    the tests have them on.
    """
    alt.theme.enable("pressledger")
    schemapi.disable_debug_mode()
