"""The asset that says how well the coder of this build codes: on labelled releases, in the published file.

Belongs here: that one asset. Does not: the labels (warehouse/golden), the scores (transforms/score.py).
"""

import dagster as dg
import pyarrow as pa

from orchestration.resources import WarehouseResource
from transforms.extract.assemble import extract
from transforms.rows import coder_version
from warehouse import contract, golden, tables

_CONTRACT = contract.load("main", "accuracy")


@dg.asset(
    key=["main", "accuracy"],
    group_name="publication",
    kinds={"python", "duckdb"},
    code_version=coder_version(),
    description=_CONTRACT.description,
)
def accuracy(warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Code the labelled releases and score them."""
    gold = golden.labelled()
    rows = golden.accuracy(gold, golden.code(gold, extract))
    tables.refill_from(warehouse.connection, _CONTRACT, pa.Table.from_pylist(rows))
    f1 = {f"f1 {row['score']}": row["f1"] for row in rows if row["form"] == "all"}
    return dg.MaterializeResult(metadata={"dagster/row_count": len(rows), **f1})
