"""Linking one block: all activities of one country in, projects and the links that make them out.

Belongs here: putting the steps together, and the version of the linker. Does not: any step.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.extract.words import VOCABULARY
from transforms.link.cluster import LEAST, Link, cluster
from transforms.link.compare import compare
from transforms.link.naming import name_of
from transforms.link.pairs import pairs, rarity
from transforms.link.telling import UNDERTAKINGS, Row, tell

_READ = ("country_names.csv", "cities.csv", "admin1_terms.csv", "function_words.csv", "date_words.csv", "sector_terms.csv", "triggers.csv")


class Member(NamedTuple):
    """One activity in its project.

    `ordered_on` is the day by which the earliest is told, `stage` how far the activity shows the undertaking to be, `name` what it
    calls it, `names` how many names that bears.
    """

    activity_id: str
    project_id: str
    ordered_on: date | None
    stage: str
    name: str
    names: int


class Linked(NamedTuple):
    """What came of a block: every activity of a kind that makes an undertaking is a member of one project."""

    members: list[Member]
    links: list[Link]


def link(rows: Iterable[Row]) -> Linked:
    """Link the activities of one country. The result does not depend on the order of the rows."""
    tellings = {row.activity_id: tell(row) for row in rows if row.kind in UNDERTAKINGS}
    rare = rarity(list(tellings.values()))
    scores, links = {}, []
    for one, other in pairs(list(tellings.values())):
        verdict = compare(one, other, rare)
        a, b = sorted((one.row.activity_id, other.row.activity_id))
        scores[a, b] = 0.0 if verdict.forbidden else verdict.score
        if scores[a, b] >= LEAST:
            links.append(Link(a, b, round(verdict.score, 4), verdict.why))
    groups = cluster({identity: telling.object.parts for identity, telling in tellings.items()}, scores, links)
    project = {identity: project_id(min(tellings[i].order for i in group)[1]) for group in groups for identity in group}
    members = sorted(Member(i, project[i], telling.day, telling.stage, *name_of(telling)) for i, telling in tellings.items())
    return Linked(members, sorted(found for found in links if project[found.activity_a] == project[found.activity_b]))


def project_id(first_activity: str) -> str:
    """Identity of a project: a digest of its earliest activity's, so that later releases leave it as it is."""
    return hashlib.blake2b(f"project\n{first_activity}".encode(), digest_size=8).hexdigest()


@cache
def linker_version() -> str:
    """What made a link: a digest over the code and the data of linking."""
    digest = hashlib.blake2b(digest_size=4)
    files = [path for path in Path(__file__).parent.iterdir() if path.suffix in (".py", ".csv")]
    for path in [*sorted(files), *(VOCABULARY / name for name in _READ)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()
