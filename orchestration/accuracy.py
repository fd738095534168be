"""The asset that says how well the coder of this build codes: on labelled releases, in the published file.

Belongs here: that one asset. Does not: the labels and when to measure (warehouse/golden.py), the scores (transforms/score.py).
"""

import dagster as dg

from orchestration.resources import WarehouseResource
from transforms.extract.assemble import extract
from transforms.rows import coder_version
from warehouse import contract, golden, staging, tables


@dg.asset(
    key=["staging", "accuracy"],
    group_name="publication",
    kinds={"python", "duckdb"},
    code_version=coder_version(),
    description=contract.load("staging", "accuracy").description,
)
def measured_accuracy(warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Code the labelled releases and score them, unless this coder was measured on them before."""
    staging.prepare(warehouse.connection)
    golden.measure(warehouse.connection, extract, coder_version())
    rows = tables.rows_of(warehouse.connection, "select score, f1 from staging.accuracy where form = 'all'")
    figures = {f"f1 {row['score']}": row["f1"] for row in rows}
    return dg.MaterializeResult(metadata={"dagster/row_count": tables.count(warehouse.connection, "staging.accuracy"), **figures})
