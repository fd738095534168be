"""Activities as GeoJSON (RFC 7946): one feature each, a point where one is known.

Belongs here: that form. Does not: where the points come from (transforms/vocabulary/points.csv, main/views/activities_named).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from warehouse.export.selection import parts
from warehouse.tables import Connection
from warehouse.views import all_views

_CHUNK = 1000
_FEATURES = """
select json_object(
    'type', 'Feature',
    'id', activity_id,
    'geometry', if(latitude is null, null, json_object('type', 'Point', 'coordinates', [longitude, latitude])),
    'properties', {columns}
)::varchar
from selected
where {part}
order by activity_id
"""


def write(connection: Connection, folder: Path) -> list[dict[str, Any]]:
    """Write activities.geojson and return it as a resource of a data package. `point_basis` says how fine a point is."""
    view = next(view for view in all_views() if view.table == "activities_named")
    names = [column.name for column in view.columns if column.name not in ("latitude", "longitude")]
    pairs = ", ".join(f"'{name}', {name}" for name in names)
    file = folder / "activities.geojson"
    with file.open("w", encoding="utf-8") as out:
        out.write('{"type": "FeatureCollection", "name": "activities", "features": [')
        before = "\n"
        for part in parts(connection, "selected", "activity_id"):
            connection.execute(_FEATURES.format(columns=f"json_object({pairs})", part=part))
            while rows := connection.fetchmany(_CHUNK):
                out.write(before + ",\n".join(row[0] for row in rows))
                before = ",\n"
        out.write("\n]}\n")
    return [{"name": "activities", "path": file.name, "format": "geojson", "mediatype": "application/geo+json", "encoding": "utf-8"}]
