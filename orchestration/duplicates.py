"""The asset that says which texts tell another one again.

Belongs here: that one asset. Does not: sketching and comparing (transforms/duplicates), keeping what came of it (warehouse/duplicates.py).
"""

from dataclasses import asdict
from functools import partial

import dagster as dg

from orchestration.resources import Progress, WarehouseResource
from transforms.duplicates.sketch import sketch_batch, sketch_version
from warehouse import contract, duplicates, tables


@dg.asset(
    key=["staging", "originals"],
    deps=[["staging", "releases"]],
    group_name="releases",
    kinds={"python", "duckdb"},
    code_version=sketch_version(),
    description=contract.load("staging", "originals").description,
)
def staged_originals(warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult[None]:
    """Sketch and compare the texts that are new; choose the originals."""
    done = duplicates.find(warehouse.connection, sketch_batch, sketch_version(), partial(progress, "comparing"))
    rows = tables.count(warehouse.connection, "staging.originals")
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, **asdict(done)})
