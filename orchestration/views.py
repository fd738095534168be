"""The asset that makes the ready views and macros, once the tables that they read are there.

Belongs here: when they are made. Does not: what they say (transforms/models/main/views and macros), making them (warehouse/views.py).
"""

import dagster as dg

from orchestration.resources import WarehouseResource
from warehouse import contract, views


@dg.asset(
    key=["publication", "views"],
    deps=[[c.schema, c.table] for c in contract.all_contracts("main")],
    group_name="publication",
    kinds={"sql", "duckdb"},
    description="Views with names beside codes, and macros for the common questions, in every published file.",
)
def ready_views(warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Make them anew: a view keeps the columns that its tables had when it was made."""
    return dg.MaterializeResult(metadata={"made": views.create(warehouse.connection)})
