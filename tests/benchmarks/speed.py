"""How fast the coder is on this machine: python -m tests.benchmarks.speed FOLDER_OF_TEXTS.

Belongs here: one figure a run, and with --profile where the time goes.
Does not: assertions on time.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from pathlib import Path

from transforms.extract.assemble import extract
from transforms.release import Release


def main() -> None:
    """Extract every text of the folder a few times and print the best rate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    bodies = [path.read_text(encoding="utf-8") for path in sorted(options.texts.glob("*.txt"))]
    releases = [Release(str(i), 1, "speed", "", body, None, (), "CN", "en") for i, body in enumerate(bodies)]
    extract(releases[0])
    if options.profile:
        with cProfile.Profile() as profile:
            _run(releases)
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)
        return
    seconds = min(_run(releases) for _ in range(3))
    characters = sum(map(len, bodies))
    print(f"{characters / seconds / 1e6:.2f} MB/s, {1000 * seconds / len(releases):.2f} ms a release of {characters // len(releases)}")


def _run(releases: list[Release]) -> float:
    start = time.process_time()
    for release in releases:
        extract(release)
    return time.process_time() - start


if __name__ == "__main__":
    main()
