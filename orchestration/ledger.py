"""The assets between coding and the public ledger: rulings replayed, activities linked to projects.

Belongs here: those two. Does not: replaying (warehouse/replay.py), linking (warehouse/projects.py, transforms/link).
"""

from functools import partial

import dagster as dg

from orchestration.resources import Progress, WarehouseResource
from transforms.link.link import linker_version
from warehouse import corrections, projects, replay, tables


@dg.asset(
    key=["staging", "ruled_activities"],
    deps=[["staging", "activities"]],
    group_name="ledger",
    kinds={"python", "duckdb"},
    description="What people ruled, replayed on what was coded: rows changed, added and rejected, and what became of each ruling.",
)
def ruled_activities(context: dg.AssetExecutionContext, warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Replay the file of rulings; one that does not hold is told and stops nothing."""
    path = corrections.path_of(warehouse.files.directory)
    states = replay.replay(warehouse.connection, path)
    problems = tables.rows_of(warehouse.connection, "select problem from staging.corrections where problem is not null order by line")
    for row in problems:
        context.log.warning(f"{path}: {row['problem']}")
    rows = tables.count(warehouse.connection, "staging.ruled_activities")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, "dagster/uri": str(path), **states})


@dg.asset(
    key=["staging", "projects"],
    deps=[["staging", "ruled_activities"], ["main", "releases"]],
    group_name="ledger",
    kinds={"python", "duckdb"},
    code_version=linker_version(),
    description="Each activity in its project: countries whose activities changed are linked anew, then rulings merge and split.",
)
def linked_projects(warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult[None]:
    """Link what changed."""
    blocks = projects.fill(warehouse.connection, partial(progress, "linking"))
    rows = tables.count(warehouse.connection, "staging.projects")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, "countries_linked": blocks})
