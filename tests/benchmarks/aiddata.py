"""How the coder does on narratives that AidData's coders labelled: python -m tests.benchmarks.aiddata FILE.jsonl.gz [--rows N].

AidData, Global Chinese Development Finance Dataset 3.0 (ODC-BY 1.0); the file is not part of this repository.
Two figures: in how many rows whose text names the recipient it is among the coded countries, and in how many rows the sector group
(first two digits of the category) of the rows coded there is the labelled one.
Belongs here: those figures. Does not: fitting anything to them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

from transforms.extract.assemble import extract
from transforms.extract.document import prepare
from transforms.extract.places import find_places
from transforms.release import Release


def main() -> None:
    """Print both figures and the commonest confusions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=1000)
    options = parser.parse_args()
    with gzip.open(options.file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = random.Random(1).sample(rows, min(options.rows, len(rows)))
    named = hit = sector_hit = 0
    confusions: Counter[tuple[str, str]] = Counter()
    for row in rows:
        release = Release(row["id"], 1, "aiddata", row["id"], row["text"], home_country="CN", language="en")
        group, countries = _coded(release, row["country"])
        if row["country"] in {place.country for place in find_places(prepare(release))}:
            named += 1
            hit += row["country"] in countries
        sector_hit += group == row["sector_group"]
        confusions[row["sector_group"], group] += group != row["sector_group"]
    print(f"{len(rows)} narratives; {named} name the recipient, coded in {hit / named:.3f}")
    print(f"sector group right in {sector_hit / len(rows):.3f}")
    for (gold, coded), times in confusions.most_common(15):
        print(f"  labelled {gold}, coded {coded}: {times}")


def _coded(release: Release, recipient: str) -> tuple[str, set[str]]:
    """The group with most confidence among rows in the recipient country (else anywhere), and all countries coded."""
    activities = extract(release)
    weight: Counter[str] = Counter()
    for activity in [a for a in activities if a.country == recipient] or activities:
        weight[_group(activity)] += activity.confidence
    return (weight.most_common(1)[0][0] if weight else "none"), {a.country for a in activities if a.country}


def _group(activity: Any) -> str:
    return f"{activity.sector[:2]}0" if activity.sector else "none"


if __name__ == "__main__":
    main()
