"""Make points.csv, where countries, units and cities lie, from Natural Earth, ISO 3166-2 and GeoNames.

Belongs here: what maintainers run, with the `gazetteer` dependency group: python -m transforms.vocabulary.build_points SHAPES SMALL
Does not: anything that coding needs at run time; the shapes and the points of small states, which the dashboard's map keeps.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from transforms.vocabulary.build_gazetteer import known_towns, place, read_towns, town_names
from transforms.vocabulary.build_units import units

HERE = Path(__file__).parent
_SMALLEST_TOWN = 500
Point = tuple[float, float]
Row = tuple[str, str, str, float, float]


def main(shapes: Path, small: Path) -> None:
    """Write points.csv: latitude and longitude to two decimals, which is about a kilometre."""
    rows = [*_countries(shapes, small), *_units(), *_cities()]
    with (HERE / "points.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("country", "admin1", "term", "latitude", "longitude"))
        writer.writerows((*row[:3], f"{row[3]:.2f}", f"{row[4]:.2f}") for row in sorted(rows))


def _countries(shapes: Path, small: Path) -> Iterator[Row]:
    """The middle of a country's largest shape; of those too small for a shape, the point that the map draws them at."""
    with small.open(encoding="utf-8", newline="") as lines:
        found = {row["country_code"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(lines)}
    middles = _middles(json.loads(shapes.read_text(encoding="utf-8")))
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            point = middles.get(row["iso_numeric"] or row["name"]) or found.get(row["iso2"])
            if point:
                yield row["iso2"], "", "", *point


def _middles(topology: dict[str, Any]) -> dict[str, Point]:
    (east, north), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * east + x0, y * north + y0))
        arcs.append(line)
    return {
        shape.get("id") or shape["properties"]["name"]: _middle([_ring(arcs, polygon[0]) for polygon in _polygons(shape)])
        for shape in topology["objects"]["countries"]["geometries"]
    }


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    polygons: list[list[list[int]]] = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return polygons


def _ring(arcs: Sequence[Sequence[Point]], numbers: Sequence[int]) -> list[Point]:
    """A closed line: a number below zero stands for the arc ~number walked backwards; neighbours share their end point.

    A line that crosses the 180th meridian goes on beyond 180 degrees, so that its middle is where it should be.
    """
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for x, y in arc[1:] if ring else arc:
            turns = round((ring[-1][0] - x) / 360) if ring else 0
            ring.append((x + 360 * turns, y))
    return ring


def _middle(rings: Sequence[Sequence[Point]]) -> Point:
    """(latitude, longitude) of the centroid of the ring of largest area."""
    _, x, y = max(_centroid(ring) for ring in rings)
    return y, (x + 180) % 360 - 180


def _centroid(ring: Sequence[Point]) -> tuple[float, float, float]:
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (abs(area), x / (3 * area), y / (3 * area)) if area else (0.0, *ring[0])


def _units() -> Iterator[Row]:
    for unit in units():
        yield unit.country, unit.code, "", unit.latitude, unit.longitude


def _cities() -> Iterator[Row]:
    """Each town by its own name; of two of one name in one unit, the largest."""
    towns = list(read_towns(_SMALLEST_TOWN))
    codes = place(towns, units())
    found: dict[tuple[str, str, str], Point] = {}
    for town in known_towns(towns):
        found.setdefault((town.country, codes[town], next(town_names(town))[0]), (town.latitude, town.longitude))
    for key, point in found.items():
        yield *key, *point


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
