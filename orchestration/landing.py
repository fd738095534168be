"""The assets that bring releases in: landing keeps what arrived, staging reads it and codes it.

Belongs here: the assets written in Python. Does not: those that are a SELECT (models.py), publishing (publication.py).
"""

from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import dagster as dg
from pydantic import Field

from orchestration import sources
from orchestration.fetch.local import present
from orchestration.fetch.run import fetch
from orchestration.resources import Progress, WarehouseResource
from transforms.read.folder import list_folder, read_folder
from transforms.read.release import reader_version
from transforms.rows import code_batch, coder_version
from warehouse import landing, staging, tables

_FIGURES = ("read", "new", "revised", "restated", "rejected", "gone")


class Inputs(dg.Config):
    """Folders, or single files, to land, and sources to fetch by their ids in `sources_file` (none: the one of this environment).

    Nothing at all means: nothing new, only what is landed already.
    """

    paths: list[str] = Field(default_factory=list)
    sources: list[str] = Field(default_factory=list)
    sources_file: str | None = None


@dg.asset(
    key=["landing", "revisions"],
    group_name="landing",
    kinds={"python", "duckdb"},
    description="Every content that a release has had, with the bytes as they came. The memory: never rebuilt.",
)
def landed_revisions(
    context: dg.AssetExecutionContext, config: Inputs, warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]
) -> dg.MaterializeResult[None]:
    """Land all inputs, each in one transaction, and fetch all sources, each on its own: one that fails does not stop the others."""
    landing.prepare(warehouse.connection)
    landed, others = _land_paths(config.paths, warehouse, progress)
    path = Path(config.sources_file) if config.sources_file else None
    chosen = sources.pick(sources.load(path), config.sources) if config.sources else []
    visits = fetch(chosen, lambda: nullcontext(warehouse.connection), progress)
    landed += [visit.landed for visit in visits]
    broken = {visit.source_id: visit.error for visit in visits if visit.error}
    for name, error in broken.items():
        context.log.warning(f"source {name}: {error}")
    figures = {name: sum(getattr(item, name) for item in landed) for name in _FIGURES}
    rows = tables.count(warehouse.connection, "landing.revisions")
    alarms = {visit.source_id: visit.alarm for visit in visits if visit.alarm}
    told: dict[str, Any] = {"of_other_forms": others, "fetched": len(visits), "broken_sources": broken, "alarms": alarms}
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, **figures, **told})


def _land_paths(paths: Sequence[str], warehouse: WarehouseResource, progress: Progress) -> tuple[list[landing.Landing], int]:
    """What each input brought, and how many files of other forms lie among them."""
    landed, others = [], 0
    for number, path in enumerate(paths):
        location = Path(path).resolve()
        source = landing.name_source(warehouse.connection, location)
        landed.append(landing.land(warehouse.connection, source, read_folder(location), present(location)))
        others += len(list_folder(location).others)
        progress("landing", number + 1, len(paths))
    return landed, others


@dg.asset(
    key=["staging", "releases"],
    deps=[["landing", "revisions"]],
    group_name="releases",
    kinds={"python", "duckdb"},
    code_version=reader_version(),
    description="Landed revisions, decoded, cleaned and dated; only what is new or was read by another version of the reader.",
)
def staged_releases(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]
) -> dg.MaterializeResult[None]:
    """Read what is not read yet; what cannot be read goes to quarantine and the rest goes on."""
    staging.prepare(warehouse.connection)
    done, rejected = staging.read_landed(warehouse.connection, partial(progress, "reading"))
    rows = tables.count(warehouse.connection, "staging.releases")
    for item in rejected:
        context.log.warning(f"{item.file}: {item.reason}: {item.detail}")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, "releases_read": done, "rejected": len(rejected)})


@dg.asset(
    key=["staging", "activities"],
    deps=[["staging", "releases"]],
    group_name="ledger",
    kinds={"python", "duckdb"},
    code_version=coder_version(),
    description="What each revision reports, coded; only what is new or was coded by another version of the coder.",
)
def staged_activities(warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult[None]:
    """Code what is not coded yet."""
    done = staging.code(warehouse.connection, code_batch, coder_version(), partial(progress, "coding"))
    rows = tables.count(warehouse.connection, "staging.activities")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, "releases_coded": done, "extractor_version": coder_version()})
