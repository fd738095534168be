"""The checks that warn of sources: one did not answer, or may have had releases that nobody saw.

Belongs here: those checks. Does not: raising the alarm (fetch/visit.py), the blocking checks of tables (checks.py).
"""

from collections.abc import Iterator

import dagster as dg

from orchestration.resources import WarehouseResource
from orchestration.standing import latest

_ASSET = dg.AssetKey(["landing", "revisions"])
_WHY = {"no_source_failed": "error", "nothing_was_missed": "alarm"}
_SPECS = [
    dg.AssetCheckSpec("no_source_failed", asset=_ASSET, description="The last visit to each source came to its end."),
    dg.AssetCheckSpec("nothing_was_missed", asset=_ASSET, description="Each source still lists something that it listed the time before."),
]


@dg.multi_asset_check(name="watch_sources", specs=_SPECS)
def sources_check(warehouse: WarehouseResource) -> Iterator[dg.AssetCheckResult]:
    """Warn, and block nothing: what was landed is right, only more may be missing."""
    visits = latest(warehouse.connection)
    for name, column in _WHY.items():
        told = {visit["source_id"]: visit[column] for visit in visits.values() if visit[column]}
        yield dg.AssetCheckResult(
            passed=not told, check_name=name, asset_key=_ASSET, severity=dg.AssetCheckSeverity.WARN, metadata={"sources": told}
        )
