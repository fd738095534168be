"""When sources are fetched by themselves: the `schedule` of each in sources.toml.

Belongs here: one schedule for all sources of one time. Does not: the job that they start (definitions.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import dagster as dg

from orchestration.sources import Source


def fetch_schedules(sources: Sequence[Source], job: str) -> list[dg.ScheduleDefinition]:
    """A schedule for each time of day that an active source names: one run fetches all of them, builds and publishes."""
    times: defaultdict[str, list[str]] = defaultdict(list)
    for source in sources:
        if source.active and source.schedule:
            times[" ".join(source.schedule.split())].append(source.id)
    return [_schedule(number, cron, names, job) for number, (cron, names) in enumerate(sorted(times.items()), start=1)]


def _schedule(number: int, cron: str, names: list[str], job: str) -> dg.ScheduleDefinition:
    return dg.ScheduleDefinition(
        name=f"fetch_{number}",
        cron_schedule=cron,
        job_name=job,
        run_config={"ops": {"landing__revisions": {"config": {"sources": names}}}},
        description=f"Fetches {', '.join(names)}, then builds and publishes.",
        default_status=dg.DefaultScheduleStatus.RUNNING,
    )
