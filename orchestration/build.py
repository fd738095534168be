"""One build, in this process, on the same assets that Dagster schedules.

Belongs here: running the refresh job and saying what came of it.
Does not: words on a terminal (commands), the assets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg

from orchestration.definitions import JOB, build_defs
from orchestration.memory import dagster_instance
from orchestration.resources import Progress, WarehouseResource, silent
from warehouse import tables
from warehouse.connect import Warehouse, open_snapshot


class BuildFailedError(Exception):
    """The run failed, and what was published before is published still. The message says which step and why."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did and what is published now (`snapshot`: its one row).

    `landed` counts releases read, new, revised, restated, rejected and gone, and sources `fetched`, with a sentence for each of
    `broken_sources` and `alarms`.
    """

    path: Path
    landed: dict[str, Any]
    snapshot: dict[str, Any]
    quarantine: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Fetching:
    """Sources to fetch in a build, by their ids in a file of sources (None: the one of this environment)."""

    sources: Sequence[str] = ()
    file: Path | None = None


def build(paths: Sequence[Path], files: Warehouse, progress: Progress = silent, fetching: Fetching | None = None) -> Built:
    """Run the refresh job over `paths` and sources, and return what is published afterwards; a build that runs already is waited for.

    Raises:
        BuildFailedError: a step or a blocking check failed.
        KeyboardInterrupt: somebody ended it.
    """
    with files.lock(waiting=lambda: progress("waiting", 0, 0)):
        pass  # only to tell whoever watches; the run itself takes the lock again
    job = build_defs(warehouse=WarehouseResource(directory=str(files.directory)), progress=progress).resolve_job_def(JOB)
    inputs = {"landing__revisions": {"config": _config(paths, fetching or Fetching())}}
    quiet = {"console": {"config": {"log_level": "CRITICAL"}}}  # a failure is told once, in the words of _why
    with dagster_instance(files) as instance:
        result = job.execute_in_process(instance=instance, run_config={"ops": inputs, "loggers": quiet}, raise_on_error=False)
    if not result.success:
        if _interrupted(result):
            raise KeyboardInterrupt
        raise BuildFailedError(_why(result))
    path = files.link.resolve()
    with open_snapshot(path) as connection:
        snapshot = tables.rows_of(connection, "select * from main.snapshot")[0]
        quarantine = tables.rows_of(connection, "select * from main.quarantine order by source_id, file, reason")
    return Built(path, _figures(result), snapshot, quarantine)


def _config(paths: Sequence[Path], fetching: Fetching) -> dict[str, Any]:
    file = {"sources_file": str(fetching.file.resolve())} if fetching.file else {}
    return {"paths": list(dict.fromkeys(str(path.resolve()) for path in paths)), "sources": list(fetching.sources), **file}


def _figures(result: dg.ExecuteInProcessResult) -> dict[str, Any]:
    materialization = result.asset_materializations_for_node("landing__revisions")[0]
    return {name: value.value for name, value in materialization.metadata.items()}


def _interrupted(result: dg.ExecuteInProcessResult) -> bool:
    """Whether a step was ended by Ctrl-C or a signal, which Dagster tells as a failure."""
    errors = (getattr(event.event_specific_data, "error", None) for event in result.all_events)
    return any(error.cls_name == dg.DagsterExecutionInterruptedError.__name__ for error in errors if error)


def _why(result: dg.ExecuteInProcessResult) -> str:
    """The first failed check or step in one line."""
    for check in result.get_asset_check_evaluations():
        if not check.passed and check.severity == dg.AssetCheckSeverity.ERROR:
            shown = check.metadata["first"].value if "first" in check.metadata else ""
            return f"check {check.check_name} of {check.asset_key.to_user_string()} failed: {shown}"
    for event in result.all_events:
        error = getattr(event.event_specific_data, "error", None)
        if event.is_failure and error:
            step = f"step {event.step_key}" if event.step_key else "the run"
            return f"{step} failed: {(error.cause or error).message.strip()}"
    return "the run failed and does not say why"
