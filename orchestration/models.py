"""One asset for each SELECT under transforms/models/main, and its blocking checks.

Belongs here: the factories. Does not: the SELECTs, the contracts, how a table is filled (warehouse/tables.py).
"""

import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import dagster as dg

from orchestration.resources import WarehouseResource
from transforms.rows import coder_version
from warehouse import contract, tables
from warehouse.contract import MODELS, Contract
from warehouse.lineage import tables_read

SCHEMA_VERSION = "0.1"
_VOCABULARY = MODELS.parent / "vocabulary"
_CODED_WITH_ACTIVITIES = {("staging", "codings"): ("staging", "activities"), ("landing", "quarantine"): ("staging", "releases")}
_GROUPS = {"activity_by_country_sector_month": "marts", "calendar": "marts", "activities": "ledger", "releases": "releases"}


def model_assets() -> list[dg.AssetsDefinition]:
    """One asset a SELECT, its dependencies read from the SELECT."""
    return [_model_asset(contract.load("main", path.stem)) for path in sorted((MODELS / "main").glob("*.sql"))]


def model_checks() -> list[dg.AssetChecksDefinition]:
    """The blocking checks of every table of the public schema: its references, and the SELECTs under models/checks."""
    return [_table_checks(c, checks) for c in contract.all_contracts("main") if (checks := dict(_checks_of(c)))]


def column_schema(promised: Contract) -> dg.TableSchema:
    """The contract in Dagster's words."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                c.name, c.type, c.description, dg.TableColumnConstraints(nullable=c.nullable, unique=promised.grain == (c.name,))
            )
            for c in promised.columns
        ]
    )


def _model_asset(promised: Contract) -> dg.AssetsDefinition:
    select = tables.model(promised.schema, promised.table)
    reads = sorted({_CODED_WITH_ACTIVITIES.get(table, table) for table in tables_read(select)})

    @dg.asset(
        key=[promised.schema, promised.table],
        deps=[list(table) for table in reads],
        group_name=_GROUPS.get(promised.table, "reference" if not reads else "publication"),
        kinds={"sql", "duckdb"},
        description=promised.description,
        metadata={"dagster/column_schema": column_schema(promised)},
    )
    def model(warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
        for name, value in _variables().items():
            warehouse.connection.execute(f"set variable {name} = ?", [value])
        rows = tables.refill(warehouse.connection, promised, select)
        return dg.MaterializeResult(metadata={"dagster/row_count": rows})

    return model


def _table_checks(promised: Contract, checks: dict[str, str]) -> dg.AssetChecksDefinition:
    asset = dg.AssetKey([promised.schema, promised.table])
    needs = {name: [dg.AssetKey(list(t)) for t in _reads(select) if dg.AssetKey(list(t)) != asset] for name, select in checks.items()}
    specs = [dg.AssetCheckSpec(name, asset=asset, blocking=True, additional_deps=needs[name]) for name in checks]

    @dg.multi_asset_check(name=f"check_{promised.table}", specs=specs)
    def check(warehouse: WarehouseResource) -> Iterator[dg.AssetCheckResult]:
        for name, select in checks.items():
            rows = tables.rows_of(warehouse.connection, select)
            shown: dict[str, int | str] = {"failing_rows": len(rows), "first": str(rows[:3])}
            yield dg.AssetCheckResult(passed=not rows, check_name=name, asset_key=asset, metadata=shown)

    return check


def _checks_of(promised: Contract) -> Iterator[tuple[str, str]]:
    yield from promised.reference_checks().items()
    for path in sorted((MODELS / "checks" / promised.schema / promised.table).glob("*.sql")):
        yield path.stem, path.read_text(encoding="utf-8")


def _reads(select: str) -> Sequence[tuple[str, str]]:
    return sorted({_CODED_WITH_ACTIVITIES.get(table, table) for table in tables_read(select)})


def _variables() -> dict[str, str | None]:
    """What the SELECTs may ask for by getvariable()."""
    return {
        "vocabulary": str(_VOCABULARY),
        "built_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "extractor_version": coder_version(),
        "schema_version": SCHEMA_VERSION,
        "git_revision": _git_revision(),
    }


@cache
def _git_revision() -> str | None:
    """Revision of the checkout that this runs from, None outside of one."""
    command = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short=12", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 -- fixed words
    except (OSError, subprocess.CalledProcessError):
        return None
