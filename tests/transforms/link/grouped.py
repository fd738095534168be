"""The labelled undertakings: releases in groups, run through the coder and the linker.

Belongs here: reading them and counting pairs. Does not: the floors (test_groups.py).
"""

from collections import defaultdict
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pyarrow as pa

from transforms.link.link import link
from transforms.link.telling import Row
from transforms.rows import code_batch

HALVES = ("tuned", "held_out")


@cache
def releases():
    """Rows of staging.releases, each with the undertakings it tells of."""
    found = []
    for half in HALVES:
        names = frozenset()
        for line in Path(__file__).with_name(f"groups_{half}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                names = frozenset(name.strip() for name in line[3:].split("+"))
            else:
                found.append(_release(f"{half}-{len(found):03}", names, line))
    return tuple(found)


@cache
def rows():
    """Country -> rows for the linker, coded by the real coder."""
    columns = {name: [release[name] for release in releases()] for name in releases()[0] if name != "undertakings"}
    by_id = {release["release_id"]: release for release in releases()}
    found = defaultdict(list)
    for batch in pa.table(columns).combine_chunks().to_batches():
        for coded in code_batch(batch).to_pylist():
            found[coded["country_code"]].append(_row(coded, by_id[coded["release_id"]]))
    return dict(found)


@cache
def linked():
    """Country -> what the linker made of it."""
    return {country: link(found) for country, found in rows().items()}


def pairs(half):
    """Of all pairs of releases of a half: those rightly linked, those wrongly, those missed."""
    projects = defaultdict(set)
    for country, found in linked().items():
        told_by = {row.activity_id: row.release_id for row in rows()[country]}
        for member in found.members:
            projects[told_by[member.activity_id]].add(member.project_id)
    counts = {"right": 0, "wrong": 0, "missed": 0}
    for one, other in combinations([r for r in releases() if r["release_id"].startswith(half)], 2):
        said = bool(projects[one["release_id"]] & projects[other["release_id"]])
        true = bool(one["undertakings"] & other["undertakings"])
        if said or true:
            counts["right" if said and true else "wrong" if said else "missed"] += 1
    return counts


def _release(identity, names, line):
    published, organisation, title, text = (part.strip() for part in line.split("|"))
    said = {"title": title, "organisations": [organisation], "body": f"{title}\n\n{text}", "published_on": date.fromisoformat(published)}
    plain = {"revision": 1, "source_id": "labelled", "source_uri": identity, "home_country": None, "language": "en"}
    return {"release_id": identity, "undertakings": names, **plain, **said, "published_basis": "manifest"}


def _row(coded, release):
    same = {name: coded[name] for name in Row._fields if name in coded}
    about = {"title": release["title"], "organisation": release["organisations"][0], "reported_on": release["published_on"]}
    return Row(**same, **about, sector=coded["sector_code"])
