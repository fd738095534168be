"""The world: each country in the colour of its count, small states as points.

Belongs here: the map and the shapes it is drawn from (dashboard/map, nothing is loaded from elsewhere).
Does not: what is counted (queries), what happens on a click (sections).
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts import Drawing, either, numbers
from dashboard.charts.levels import colour, with_level
from dashboard.theme import NEUTRAL

MAP = Path(__file__).parent.parent / "map"
BORDERS = "Borders: Natural Earth. Countries as ISO 3166 codes them. Neither is a statement on the status of any territory."
# Shapes that carry no ISO number. Kosovo has a code by common practice; the two others lie in the country whose ISO code covers them.
_IDS = {"Kosovo": "XK", "N. Cyprus": "196", "Somaliland": "706"}
_ANTARCTICA = "010"


def world(countries: pd.DataFrame, counted: str = "activities") -> Drawing:
    """The map of `countries` (country_code, country, iso_numeric, what is `counted`). A click picks `country_code`."""
    located = with_level(countries[countries["country_code"] != "ZZ"], counted)
    pick = alt.selection_point(name="pick", fields=["country_code"], on="click", clear="dblclick")
    return (
        alt.layer(_shapes(located, counted), _points(located, counted))
        .add_params(pick)
        .properties(height=410, title=f"{counted.capitalize()} by country (number)", projection=alt.Projection(type="equalEarth"))
    )


@cache
def points() -> pd.DataFrame:
    """Where to draw the countries that are too small for a shape."""
    return pd.read_csv(MAP / "points.csv", keep_default_na=False, dtype={"country_code": str})


@cache
def outlines() -> str:
    """The shapes as text: Altair copies what it can take apart, and takes a second for that."""
    return json.dumps(topology(), separators=(",", ":"))


def topology() -> dict[str, Any]:
    """The shapes, each with the id that counts are joined by: the ISO number as text, XK for Kosovo. Without Antarctica."""
    shapes: dict[str, Any] = json.loads((MAP / "countries-110m.json").read_text(encoding="utf-8"))
    countries = shapes["objects"]["countries"]
    countries["geometries"] = [shape for shape in countries["geometries"] if shape.get("id") != _ANTARCTICA]
    for shape in countries["geometries"]:
        shape.setdefault("id", _IDS.get(shape["properties"]["name"]))
    return shapes


def _shapes(located: pd.DataFrame, counted: str) -> alt.Chart:
    counts = located.assign(id=located["iso_numeric"].fillna(located["country_code"]))
    fields = ["country_code", "country", counted, "level", *(name for name in ("measured",) if name in located.columns)]
    # Without a name they would be gathered among the frames and taken for one of them.
    shapes = alt.InlineData(name="world", values=outlines(), format=alt.TopoDataFormat(type="topojson", feature="countries"))
    chart: alt.Chart = (
        alt.Chart(shapes)
        .mark_geoshape(stroke=NEUTRAL, strokeWidth=0.5)
        .transform_lookup("id", alt.LookupData(counts[["id", *fields]], "id", fields))
        .transform_calculate(
            country="datum.country || datum.properties.name",
            level="datum.level || 0",
            **{counted: f"datum.{counted} || 0"},
        )
        .encode(
            color=alt.ColorValue(NEUTRAL, condition={"test": f"datum.{counted}", **_plain(colour(located, counted))}),
            fillOpacity=either(alt.FillOpacityValue, f"datum.{counted}", 1, 0.13),
            tooltip=_tooltip(located, counted),
        )
    )
    return chart


def _plain(channel: alt.Color) -> dict[str, Any]:
    plain = channel.to_dict(validate=False)
    return plain if isinstance(plain, dict) else {}


def _points(located: pd.DataFrame, counted: str) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(located.merge(points(), on="country_code"))
        .mark_circle(size=75, opacity=1, stroke=NEUTRAL, strokeWidth=1, cursor="pointer")
        .encode(longitude="longitude:Q", latitude="latitude:Q", color=colour(located, counted), tooltip=_tooltip(located, counted))
    )
    return chart


def _tooltip(located: pd.DataFrame, counted: str) -> list[alt.Tooltip]:
    return [alt.Tooltip("country:N", title="Country"), *numbers(located, counted)]
