"""One asset for each SELECT under transforms/models/main.

Belongs here: the factory. Does not: the SELECTs, the contracts, how a table is filled (warehouse/tables.py), the checks (checks.py).
"""

import subprocess
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import dagster as dg

from orchestration.resources import WarehouseResource
from transforms.rows import coder_version
from warehouse import contract, tables, upkeep, views
from warehouse.contract import MODELS, Contract
from warehouse.lineage import tables_read

SCHEMA_VERSION = "0.1"
_VOCABULARY = MODELS.parent / "vocabulary"
_FILLED_WITH = {
    ("staging", "codings"): ("staging", "activities"),
    ("staging", "calibration"): ("staging", "accuracy"),
    ("landing", "quarantine"): ("landing", "revisions"),
    ("landing", "gone"): ("landing", "revisions"),
    ("staging", "refused"): ("staging", "releases"),
    ("staging", "ruled"): ("staging", "ruled_activities"),
    ("staging", "corrections"): ("staging", "ruled_activities"),
    ("staging", "links"): ("staging", "projects"),
    ("staging", "ruled_links"): ("staging", "projects"),
}
_GROUPS = {
    **dict.fromkeys(("activity_by_country_sector_month", "activity_facts", "calendar", "totals"), "marts"),
    **dict.fromkeys(("activities", "past_activities", "places", "projects", "project_links", "project_stages"), "ledger"),
    "releases": "releases",
}


def model_assets() -> list[dg.AssetsDefinition]:
    """One asset a SELECT, its dependencies read from the SELECT."""
    return [_model_asset(contract.load("main", path.stem)) for path in sorted((MODELS / "main").glob("*.sql"))]


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
    reads = reads_of(select)

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
        rows = upkeep.bring_up_to_date(warehouse.connection, promised, select)
        return dg.MaterializeResult(metadata={"dagster/row_count": rows})

    return model


def reads_of(select: str) -> list[tuple[str, str]]:
    """The assets that a SELECT reads: its tables, each under the asset that fills it."""
    return sorted({_FILLED_WITH.get(table, table) for table in tables_read(select)})


def _variables() -> dict[str, str | None]:
    """What the SELECTs may ask for by getvariable()."""
    return {
        "vocabulary": str(_VOCABULARY),
        "built_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "extractor_version": coder_version(),
        "schema_version": SCHEMA_VERSION,
        "schema_digest": views.digest(),
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
