"""What ten new releases cost in a store that holds many: python -m tests.benchmarks.increment [STORED ...].

Belongs here: building stores of generated releases, adding ten, the time of each step of that build as ratios to the smallest store.
Does not: assertions on time; that only the ten are read and coded is counted by the tests.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import dagster as dg

from orchestration.definitions import JOB, build_defs
from orchestration.resources import WarehouseResource
from tests.benchmarks.generated import records
from warehouse.connect import Warehouse

STORED = (1_000, 10_000, 100_000)
NEW = 10
_TIMES = 3
Steps = dict[str, float]


def main() -> None:
    """Measure the increment in each store and print its steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stored", nargs="*", type=int, default=STORED)
    parser.add_argument("--keep", type=Path, help="folder in which stores stay, for another run")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as aside:
        measured = {stored: _measure(stored, (options.keep or Path(aside)) / str(stored)) for stored in options.stored}
    _print(measured)


def _measure(stored: int, folder: Path) -> Steps:
    """The best of a few increments of ten in a store of `stored` releases."""
    files = Warehouse(folder / "ledger")
    if not files.link.exists():
        _build(_delivery(folder, "all", 0, stored), files)
    start = int(time.time() * 10) * NEW  # numbers that no run before has used
    news = (_delivery(folder, f"new{first}", first, first + NEW) for first in range(start, start + _TIMES * NEW, NEW))
    runs = [_build(path, files) for path in news]
    return min(runs, key=lambda steps: steps["whole build"])


def _delivery(folder: Path, name: str, first: int, last: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{record}\n" for record in records(first, last))
    return path


def _build(path: Path, files: Warehouse) -> Steps:
    """Build, and return the seconds of each step, the whole run with its connection among them."""
    job = build_defs(warehouse=WarehouseResource(directory=str(files.directory))).resolve_job_def(JOB)
    started = time.perf_counter()
    config = {
        "ops": {"landing__revisions": {"config": {"paths": [str(path)]}}},
        "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
    }
    result = job.execute_in_process(instance=dg.DagsterInstance.ephemeral(), run_config=config)
    steps: Steps = defaultdict(float)
    for event in result.all_events:
        if event.event_type == dg.DagsterEventType.STEP_SUCCESS:
            steps[str(event.step_key)] += event.step_success_data.duration_ms / 1000
    steps["Dagster, opening, closing"] = time.perf_counter() - started - sum(steps.values())
    steps["whole build"] = time.perf_counter() - started
    sys.stderr.write(f"{files.directory}: {steps['whole build']:.1f} s\n")
    return steps


def _print(measured: dict[int, Steps]) -> None:
    stores = sorted(measured)
    names = sorted({name for steps in measured.values() for name in steps}, key=lambda name: measured[stores[-1]].get(name, 0))
    print(f"{NEW} new releases, seconds" + " " * 19 + "".join(f"{stored:>12,}" for stored in stores) + "   largest : smallest")
    for name in names:
        seconds = [measured[stored].get(name, 0.0) for stored in stores]
        ratio = seconds[-1] / seconds[0] if seconds[0] else float("nan")
        print(f"{name:42}" + "".join(f"{value:12.3f}" for value in seconds) + f"{ratio:12.1f}")


if __name__ == "__main__":
    main()
