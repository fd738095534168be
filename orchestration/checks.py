"""The blocking checks of every public table: what its contract refers to, and the SELECTs under transforms/models/checks.

Belongs here: the factory. Does not: the SELECTs and contracts themselves; keys and accepted values, which the tables hold by constraint.
"""

from collections.abc import Iterator
from functools import cache

import dagster as dg

from orchestration.models import reads_of
from orchestration.resources import WarehouseResource
from warehouse import contract, tables
from warehouse.contract import MODELS, Contract
from warehouse.lineage import tables_read

_SHOWN = 3


def model_checks() -> list[dg.AssetChecksDefinition]:
    """One operation a table that runs all of its checks; each returns the failing rows, and any row fails.

    A check that reads a table made from its own one waits for that, so it is that one's: what blocks a table cannot need it.
    """
    checks: dict[str, dict[str, str]] = {}
    for promised in contract.all_contracts("main"):
        for name, select in _checks_of(promised):
            later = [table for schema, table in tables_read(select) if schema == "main" and promised.table in _sources(table)]
            home = max(later, key=lambda table: len(_sources(table)), default=promised.table)
            shown = f"{promised.table}_{name}" if later else name
            checks.setdefault(home, {})[shown] = select
    return [_table_checks(contract.load("main", table), found) for table, found in sorted(checks.items())]


@cache
def _sources(table: str) -> frozenset[str]:
    """The public tables that a public table is made from, at any remove."""
    direct = {name for schema, name in reads_of(tables.model("main", table)) if schema == "main"}
    return frozenset(direct.union(*(_sources(name) for name in direct)))


def _table_checks(promised: Contract, checks: dict[str, str]) -> dg.AssetChecksDefinition:
    asset = dg.AssetKey([promised.schema, promised.table])

    @dg.multi_asset_check(name=f"check_{promised.table}", specs=[_spec(asset, name, select) for name, select in checks.items()])
    def check(warehouse: WarehouseResource) -> Iterator[dg.AssetCheckResult]:
        for name, select in checks.items():
            rows = tables.rows_of(warehouse.connection, select)
            shown: dict[str, int | str] = {"failing_rows": len(rows), "first": str(rows[:_SHOWN])}
            yield dg.AssetCheckResult(passed=not rows, check_name=name, asset_key=asset, metadata=shown)

    return check


def _spec(asset: dg.AssetKey, name: str, select: str) -> dg.AssetCheckSpec:
    needs = [key for table in reads_of(select) if (key := dg.AssetKey(list(table))) != asset]
    return dg.AssetCheckSpec(name, asset=asset, blocking=True, additional_deps=needs, description=_words(name, select))


def _words(name: str, select: str) -> str:
    """What a check is for: the comment at its head; a reference check says it in its name."""
    head = [line.removeprefix("--").strip() for line in select.splitlines() if line.startswith("--")]
    return " ".join(head) or f"Every {name.removesuffix('_exists')} stands in the table that it refers to."


def _checks_of(promised: Contract) -> Iterator[tuple[str, str]]:
    yield from promised.reference_checks().items()
    for path in sorted((MODELS / "checks" / promised.schema / promised.table).glob("*.sql")):
        yield path.stem, path.read_text(encoding="utf-8")
