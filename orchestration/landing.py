"""The assets that bring releases in: landing keeps what arrived, staging reads it and codes it.

Belongs here: the assets written in Python. Does not: those that are a SELECT (models.py), publishing (publication.py).
"""

from pathlib import Path

import dagster as dg
from pydantic import Field

from orchestration.resources import WarehouseResource
from transforms.extract.batch import extractor_version
from transforms.read.folder import list_folder, read_folder
from transforms.read.release import reader_version
from transforms.rows import code_batch
from warehouse import landing, staging, tables

POOL = "warehouse"


class Inputs(dg.Config):
    """Folders, or single .txt and .jsonl files, to land; none means: nothing new, only what is landed already."""

    paths: list[str] = Field(default_factory=list)


@dg.asset(
    key=["landing", "revisions"],
    group_name="landing",
    kinds={"python", "duckdb"},
    pool=POOL,
    description="Every content that a release has had, with the bytes as they came. The memory: never rebuilt.",
)
def landed_revisions(context: dg.AssetExecutionContext, config: Inputs, warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Land all inputs, each in one transaction."""
    landed = []
    with warehouse.writer() as connection:
        landing.prepare(connection)
        for number, path in enumerate(config.paths):
            location = Path(path).resolve()
            landed.append(landing.land(connection, landing.name_source(connection, location), read_folder(location)))
            warehouse.tell("landing", number + 1, len(config.paths))
            if others := sorted(list_folder(location).others):
                context.log.info(f"{path}: {len(others)} files of other forms are not read, the first is {others[0]}")
        rows = tables.count(connection, "landing.revisions")
    figures = {name: sum(getattr(item, name) for item in landed) for name in ("read", "new", "revised", "restated", "rejected")}
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, **figures})


@dg.asset(
    key=["staging", "releases"],
    deps=[["landing", "revisions"]],
    group_name="releases",
    kinds={"python", "duckdb"},
    code_version=reader_version(),
    pool=POOL,
    description="Landed revisions, decoded, cleaned and dated; only what is new or was read by another version of the reader.",
)
def staged_releases(context: dg.AssetExecutionContext, warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Read what is not read yet; what cannot be read goes to quarantine and the rest goes on."""
    with warehouse.writer() as connection:
        staging.prepare(connection)
        done, rejected = staging.read_landed(connection)
        rows = tables.count(connection, "staging.releases")
    for item in rejected:
        context.log.warning(f"{item.file}: {item.reason}: {item}")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, "releases_read": done, "rejected": len(rejected)})


@dg.asset(
    key=["staging", "activities"],
    deps=[["staging", "releases"]],
    group_name="ledger",
    kinds={"python", "duckdb"},
    code_version=extractor_version(),
    pool=POOL,
    description="What each revision reports, coded; only what is new or was coded by another version of the coder.",
)
def staged_activities(warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Code what is not coded yet."""
    with warehouse.writer() as connection:
        done = staging.code(connection, code_batch, extractor_version(), lambda n, total: warehouse.tell("coding", n, total))
        rows = tables.count(connection, "staging.activities")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, "releases_coded": done, "extractor_version": extractor_version()})
