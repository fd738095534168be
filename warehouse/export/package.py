"""One export: the data with all that belongs beside them, complete or not there.

Belongs here: writing aside and renaming, metadata, CITATION, licence, data package. Does not: the forms of the data.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warehouse import datapackage
from warehouse.export import geojson, iati, tabular
from warehouse.export.selection import Filters, opened
from warehouse.tables import Connection, rows_of

FORMS = ("parquet", "csv", "jsonl", "geojson", "iati")
_COUNTS = "select count(*) as activities, count(distinct release_id) as releases from selected"


class OutputExistsError(Exception):
    """Something is at the output already, and is not overwritten."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the folder, how many activities and releases were selected, and how many the form could not hold, by reason."""

    folder: Path
    activities: int
    releases: int
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def written(self) -> int:
        """Activities that the file holds."""
        return self.activities - sum(self.left_out.values())


def export(snapshot: Path, form: str, output: Path, filters: Filters = Filters(), reporter: iati.Reporter = iati.REPORTER) -> Exported:  # noqa: B008 -- both are frozen
    """Write the activities of a published file into the folder `output`, which appears only once it is complete.

    Raises:
        OutputExistsError: `output` is there already.
        UnknownValueError: a filter names what the file does not know.
    """
    if output.exists():
        raise OutputExistsError(f"{output} is there already; move it away or name another --output")
    aside = output.with_name(f".build-{os.getpid()}-{output.name}")
    aside.mkdir(parents=True)
    try:
        exported = _write(snapshot, form, aside, filters, reporter)
        aside.rename(output)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Exported(output, *exported)


def _write(snapshot: Path, form: str, folder: Path, filters: Filters, reporter: iati.Reporter) -> tuple[int, int, Mapping[str, int]]:
    scratch = folder / "scratch"
    with opened(snapshot, filters, scratch) as connection:
        about = rows_of(connection, "select * from snapshot")[0]
        counts = rows_of(connection, _COUNTS)[0]
        resources, left_out = _data(connection, form, folder, reporter, about)
    shutil.rmtree(scratch, ignore_errors=True)
    resources = [{**resource, **_weighed(folder / resource["path"])} for resource in resources]
    metadata = _metadata(form, filters, about, {**counts, "left_out": dict(left_out)}, resources)
    _beside(folder, about, metadata, resources)
    return counts["activities"], counts["releases"], left_out


def _data(
    connection: Connection, form: str, folder: Path, reporter: iati.Reporter, about: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], Mapping[str, int]]:
    if form == "iati":
        return iati.write(connection, folder, reporter, about["built_at"])
    if form == "geojson":
        return geojson.write(connection, folder), {}
    return tabular.write(connection, form, folder), {}


def _metadata(
    form: str, filters: Filters, about: Mapping[str, Any], counts: Mapping[str, Any], resources: list[dict[str, Any]]
) -> dict[str, Any]:
    csv_rule = "A text that would start a formula has one more apostrophe in front; taking it away gives the text."
    return {
        "form": form,
        "snapshot": {name: about[name] for name in ("snapshot_id", "built_at", "extractor_version", "schema_version")},
        "filters": filters.told(),
        "duplicates": "with duplicates" if filters.duplicates else "without duplicates",
        "counts": counts,
        "exported_at": datetime.now(UTC),
        "files": [{name: resource[name] for name in ("path", "bytes", "hash")} for resource in resources],
        **({"csv": csv_rule} if form == "csv" else {}),
    }


def _beside(folder: Path, about: Mapping[str, Any], metadata: Mapping[str, Any], resources: list[dict[str, Any]]) -> None:
    text = json.dumps(metadata, indent=2, default=lambda value: value.isoformat(), ensure_ascii=False)
    (folder / "metadata.json").write_text(text + "\n", encoding="utf-8")
    package = datapackage.package(
        f"pressledger-{metadata['form']}-{about['snapshot_id']}",
        "Activities that press releases report: who did what, where, for which sector, when.",
        resources,
        version=about["snapshot_id"],
        created=about["built_at"].astimezone(UTC).isoformat(),
    )
    datapackage.write(package, folder / "datapackage.json")
    (folder / "CITATION.cff").write_text(_citation(about), encoding="utf-8")
    (folder / "LICENCE.txt").write_text(_licence(), encoding="utf-8")


def _citation(about: Mapping[str, Any]) -> str:
    return f"""cff-version: 1.2.0
message: If you use these data, please cite them, and the releases that they quote.
type: dataset
title: "Pressledger: activities that press releases report"
version: "{about["snapshot_id"]}"
date-released: {about["built_at"]:%Y-%m-%d}
license: {datapackage.attribution()["licence"]}
authors:
  - name: Pressledger
"""


def _licence() -> str:
    said = datapackage.attribution()
    sources = "\n".join(f"- {source['title']}: {source['path']}" for source in said["sources"])
    licence = f"{said['licence_title']} ({said['licence']})\n{said['licence_path']}"
    return f"{licence}\n\n{said['texts']}\n\nThe data carry codes and names from:\n{sources}\n"


def _weighed(file: Path) -> dict[str, Any]:
    with file.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    return {"bytes": file.stat().st_size, "hash": f"sha256:{digest}"}
