"""The last asset: the finished ledger becomes the file that everybody reads.

Belongs here: publishing after everything else. Does not: how a file is published safely (warehouse/snapshot.py).
"""

import dagster as dg

from orchestration.resources import WarehouseResource, kept_snapshots
from warehouse import contract, datapackage
from warehouse.snapshot import publish


@dg.asset(
    key=["publication", "pressledger"],
    deps=[["publication", "views"], *([c.schema, c.table] for c in contract.all_contracts("main"))],
    group_name="publication",
    kinds={"duckdb"},
    description="The published file: an immutable snapshot behind a link that never breaks. Nothing is published when a check fails.",
)
def publication(warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Publish the build, unless the same content is published already, and what its tables mean beside it."""
    before = warehouse.files.link.resolve() if warehouse.files.link.exists() else None
    path = publish(warehouse.connection, warehouse.files, kept_snapshots())
    datapackage.write(datapackage.published(), warehouse.files.directory / "datapackage.json")
    return dg.MaterializeResult(
        metadata={"dagster/uri": str(path), "bytes": path.stat().st_size, "new_content": path != before, "link": str(warehouse.files.link)}
    )
