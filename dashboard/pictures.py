"""Charts as files: PNG and SVG, made on this machine, in the colours of the light theme.

Belongs here: turning a chart into a picture that says what it rests on.
Does not: the charts (charts/), where the picture is offered (sections/frame.py).
"""

from __future__ import annotations

import textwrap
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert

from dashboard.charts import Drawing

WIDTH, SCALE = 900, 2
_LINE = 140  # letters of the source in a line
_THEME = Path(__file__).parent / "theme.toml"


def png(chart: Drawing, source: str) -> bytes:
    """`chart` as PNG, twice as fine as a screen. `source` stands under its title."""
    picture: bytes = vl_convert.vegalite_to_png(_spec(chart, source), scale=SCALE, config=_colours(), allowed_base_urls=[])
    return picture


def svg(chart: Drawing, source: str) -> bytes:
    """`chart` as SVG. `source` stands under its title."""
    picture: str = vl_convert.vegalite_to_svg(_spec(chart, source), config=_colours(), allowed_base_urls=[])
    return picture.encode()


def _spec(chart: Drawing, source: str) -> dict[str, Any]:
    spec: dict[str, Any] = chart.to_dict()
    title = spec.get("title")
    told = title if isinstance(title, dict) else {"text": title or ""}
    before = [told["subtitle"]] if isinstance(told.get("subtitle"), str) else told.get("subtitle", [])
    return {**spec, "width": spec.get("width", WIDTH), "title": {**told, "subtitle": [*before, *textwrap.wrap(source, _LINE)]}}


@cache
def _colours() -> dict[str, Any]:
    """The roles of the theme as Vega knows them: in the browser Streamlit fills them in."""
    light = tomllib.loads(_THEME.read_text(encoding="utf-8"))["theme"]["light"]
    ink = light["textColor"]
    text = {"labelColor": ink, "titleColor": ink}
    return {
        "background": light["backgroundColor"],
        "padding": 16,
        "font": "sans-serif",
        "range": {
            "category": light["chartCategoricalColors"],
            "ramp": light["chartSequentialColors"],
            "heatmap": light["chartSequentialColors"],
            "diverging": light["chartDivergingColors"],
        },
        "mark": {"color": light["chartCategoricalColors"][0]},
        "title": {"color": ink, "subtitleColor": ink},
        "axis": text | {"gridColor": light["borderColor"]},
        "legend": text,
    }
