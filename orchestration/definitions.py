"""Read first: everything that runs, put together.

Belongs here: build_defs and nothing else. Does not: any asset, check or resource itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dagster as dg

from orchestration.accuracy import measured_accuracy
from orchestration.checks import model_checks
from orchestration.duplicates import staged_originals
from orchestration.landing import landed_revisions, staged_activities, staged_releases
from orchestration.ledger import linked_projects, ruled_activities
from orchestration.models import model_assets
from orchestration.publication import publication
from orchestration.resources import WarehouseResource, default_directory, silent
from orchestration.schedules import fetch_schedules
from orchestration.sources import Source, load
from orchestration.views import ready_views
from orchestration.watch import sources_check

JOB = "refresh"


def build_defs(sources: Sequence[Source] = (), **overrides: Any) -> dg.Definitions:
    """All definitions, with schedules for `sources`; `overrides` replace resources by name, as tests and the command line do."""
    resources = {"warehouse": WarehouseResource(directory=str(default_directory())), "progress": silent, **overrides}
    return dg.Definitions(
        assets=[
            landed_revisions,
            staged_releases,
            staged_originals,
            staged_activities,
            ruled_activities,
            linked_projects,
            measured_accuracy,
            *model_assets(),
            ready_views,
            publication,
        ],
        asset_checks=[*model_checks(), sources_check],
        jobs=[dg.define_asset_job(JOB, selection=dg.AssetSelection.all(), description="Land, read, code, check, publish.")],
        schedules=fetch_schedules(sources, JOB),
        resources=resources,
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """What Dagster loads."""
    return build_defs(sources=load())
