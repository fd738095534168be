"""The assets that bring releases in: landing keeps what arrived, staging reads it and codes it.

Belongs here: the assets written in Python. Does not: those that are a SELECT (models.py), publishing (publication.py).
"""

from functools import partial
from pathlib import Path

import dagster as dg
from pydantic import Field

from orchestration.resources import Progress, WarehouseResource
from transforms.read.folder import list_folder, read_folder
from transforms.read.release import reader_version
from transforms.rows import code_batch, coder_version
from warehouse import landing, staging, tables


class Inputs(dg.Config):
    """Folders, or single files, to land; none means: nothing new, only what is landed already."""

    paths: list[str] = Field(default_factory=list)


@dg.asset(
    key=["landing", "revisions"],
    group_name="landing",
    kinds={"python", "duckdb"},
    description="Every content that a release has had, with the bytes as they came. The memory: never rebuilt.",
)
def landed_revisions(config: Inputs, warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult[None]:
    """Land all inputs, each in one transaction."""
    landing.prepare(warehouse.connection)
    landed, others = [], 0
    for number, path in enumerate(config.paths):
        location = Path(path).resolve()
        source = landing.name_source(warehouse.connection, location)
        landed.append(landing.land(warehouse.connection, source, read_folder(location)))
        others += len(list_folder(location).others)
        progress("landing", number + 1, len(config.paths))
    figures = {name: sum(getattr(item, name) for item in landed) for name in ("read", "new", "revised", "restated", "rejected")}
    rows = tables.count(warehouse.connection, "landing.revisions")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, **figures, "of_other_forms": others})


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
