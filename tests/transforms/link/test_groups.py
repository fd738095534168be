"""Undertakings are put together across releases: well enough, for reasons that are told, and in whatever order they come."""

import random

import pytest

from tests.transforms.link.grouped import HALVES, linked, pairs, releases, rows
from transforms.link.cluster import LEAST
from transforms.link.link import link
from transforms.link.pairs import WINDOW, keys
from transforms.link.pairs import pairs as compared
from transforms.link.telling import UNDERTAKINGS, tell


def test_the_labelled_set_is_large_enough():
    groups = {name for release in releases() for name in release["undertakings"]}
    assert len(groups) >= 60
    assert len(releases()) >= 200


@pytest.mark.parametrize("half", HALVES)
def test_pairs_of_releases_are_linked_well(half):
    counts = pairs(half)
    assert counts["right"] / (counts["right"] + counts["wrong"]) >= 0.95
    assert counts["right"] / (counts["right"] + counts["missed"]) >= 0.80


def test_every_activity_of_an_undertaking_is_in_one_project_and_others_in_none():
    for country, found in linked().items():
        members = [member.activity_id for member in found.members]
        assert sorted(members) == sorted(row.activity_id for row in rows()[country] if row.kind in UNDERTAKINGS)


def test_every_link_says_why_and_joins_one_project():
    for found in linked().values():
        project = {member.activity_id: member.project_id for member in found.members}
        for one in found.links:
            assert one.why
            assert LEAST <= one.score <= 1
            assert one.activity_a < one.activity_b
            assert project[one.activity_a] == project[one.activity_b]


def test_a_project_holds_together_by_its_links():
    for found in linked().values():
        reached = {member.activity_id: {member.activity_id} for member in found.members}
        for one in found.links:
            joined = reached[one.activity_a] | reached[one.activity_b]
            reached.update(dict.fromkeys(joined, joined))
        for member in found.members:
            assert reached[member.activity_id] == {m.activity_id for m in found.members if m.project_id == member.project_id}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("country", ["NG", "GH", "TZ", "KE"])
def test_the_order_of_the_rows_changes_nothing(country, seed):
    shuffled = random.Random(seed).sample(rows()[country], len(rows()[country]))
    assert link(shuffled) == linked()[country]


def test_later_news_leaves_the_identity_of_a_project():
    before = [row for row in rows()["UG"] if row.reported_on.year < 2020]
    early = {member.activity_id: member.project_id for member in link(before).members}
    late = {member.activity_id: member.project_id for member in linked()["UG"].members}
    assert early
    assert early == {identity: late[identity] for identity in early}


def test_comparing_grows_with_the_ledger_and_not_with_its_square():
    row = next(row for row in rows()["KE"] if "Nairobi" in row.evidence)
    tellings = [tell(row._replace(activity_id=f"{n:05}", release_id=f"r{n:05}")) for n in range(400)]
    most = len(keys(tellings[0])) * WINDOW
    assert sum(1 for _ in compared(tellings)) <= most * len(tellings)
    assert sum(1 for _ in compared(tellings)) < 2.1 * sum(1 for _ in compared(tellings[:200]))
