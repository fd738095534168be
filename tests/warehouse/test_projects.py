"""Projects on a build: only what changed is linked again, duplicates make none, and people merge and split."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.warehouse.ground import Coder, silent
from transforms.link.link import link
from transforms.read.landed import Landed, Statement
from transforms.ruling.ruling import Ruling, Target
from warehouse import contract, corrections, landing, projects, tables
from warehouse.replay import replay

START = datetime(2026, 11, 23, tzinfo=UTC)
KARUMA = "The Karuma hydropower plant was begun in Uganda."
KARUMA_ENDS = "The Karuma hydropower plant was opened in Uganda."
ISIMBA = "The Isimba hydropower plant was begun in Uganda."
PORT = "The port of Lamu was opened in Kenya."
MODELS = ("releases", "activities", "project_stages", "projects", "project_links")
DAYS = {KARUMA: date(2013, 8, 12), KARUMA_ENDS: date(2024, 9, 26), ISIMBA: date(2015, 4, 30), PORT: date(2021, 5, 20)}


class Wordy(Coder):
    """Codes the country that is named and the kind that the verb says."""

    def row(self, release):
        body = release["body"]
        kind = "construction" if "begun" in body else "completion"
        country = {"Uganda": "UG", "Kenya": "KE"}[body.rstrip(".").split()[-1]]
        day = {"date_start": DAYS.get(body), "date_precision": "day" if body in DAYS else "none", "date_edtf": None, "date_end": None}
        whole = {"evidence": body, "evidence_end": len(body), "sector_code": None}
        return super().row(release, kind=kind, country_code=country, **whole, **day)


@pytest.fixture
def coder():
    return Wordy()


@pytest.fixture
def linked(connection, stage, tmp_path):
    """Land texts by file name and build as far as the projects; blocks that were linked are returned by country."""

    def run(**texts):
        items = [Landed(f"{name}.txt", "text/plain", text.encode(), Statement(title="News")) for name, text in texts.items()]
        landing.land(connection, "s", items)
        stage()
        replay(connection, tmp_path / "corrections.jsonl")
        tables.refill(connection, contract.load("main", "releases"), tables.model("main", "releases"))
        calls = []
        projects.fill(connection, silent, lambda rows: calls.append(rows := list(rows)) or link(rows))
        for table in MODELS[1:]:
            tables.refill(connection, contract.load("main", table), tables.model("main", table))
        return sorted({row.country_code for rows in calls for row in rows})

    return run


@pytest.fixture
def rule(connection, tmp_path):
    def run(act, *texts, minute=1, **said):
        rows = [tables.rows_of(connection, "from main.activities where evidence = ? order by is_duplicate", [text])[0] for text in texts]
        shas = {row["release_id"]: row["content_sha256"] for row in tables.rows_of(connection, "from main.releases")}
        found = tuple(Target(r["activity_id"], r["release_id"], r["revision"], shas[r["release_id"]], r["evidence"]) for r in rows)
        ruling = Ruling(act, "ann", "I know it", found, undoes=said.get("undoes"), at=START + timedelta(minutes=minute))
        return corrections.append(tmp_path / "corrections.jsonl", ruling)

    return run


def groups(connection):
    """Projects as sets of evidence."""
    rows = tables.rows_of(
        connection,
        "select list(distinct evidence order by evidence) as told from main.activities where project_id is not null group by project_id",
    )
    return sorted(tuple(row["told"]) for row in rows)


def test_news_of_one_undertaking_is_one_project_with_its_status_through_time(connection, linked):
    linked(a=KARUMA, b=KARUMA_ENDS, c=ISIMBA, d=PORT)
    assert groups(connection) == [(ISIMBA,), (KARUMA, KARUMA_ENDS), (PORT,)]
    row = tables.rows_of(connection, "from main.projects where activities = 2")[0]
    assert (row["title"], row["status"], row["country_code"]) == ("Karuma hydropower plant", "completed", "UG")
    assert (row["first_on"], row["last_on"], row["started_on"], row["completed_on"]) == (DAYS[KARUMA], DAYS[KARUMA_ENDS]) * 2
    stages = tables.rows_of(
        connection, "select stage, first_on from main.project_stages where project_id = ? order by 2", [row["project_id"]]
    )
    assert [tuple(stage.values()) for stage in stages] == [("under construction", DAYS[KARUMA]), ("completed", DAYS[KARUMA_ENDS])]
    why = tables.rows_of(connection, "select why from main.project_links")[0]["why"]
    assert "both name karuma" in why
    assert "under construction before completed" in why


def test_only_countries_whose_activities_changed_are_linked_again(linked, monkeypatch):
    assert linked(a=KARUMA, d=PORT) == ["KE", "UG"]
    assert linked(a=KARUMA, d=PORT) == []
    assert linked(b=KARUMA_ENDS) == ["UG"]
    monkeypatch.setattr(projects, "linker_version", lambda: "another")
    assert linked() == ["KE", "UG"]


def test_a_country_that_lost_its_activities_has_no_projects(connection, linked):
    linked(a=KARUMA, d=PORT)
    linked(d=ISIMBA)
    assert groups(connection) == [(ISIMBA,), (KARUMA,)]
    assert tables.rows_of(connection, "select block from staging.linkings order by 1") == [{"block": "UG"}]


def test_projects_are_the_same_at_once_or_one_by_one(connection, linked):
    for name, text in {"c": ISIMBA, "b": KARUMA_ENDS, "a": KARUMA}.items():
        linked(**{name: text})
    by_steps = tables.rows_of(connection, "from main.projects order by all")
    connection.execute("delete from staging.linkings")
    linked()
    assert tables.rows_of(connection, "from main.projects order by all") == by_steps


def test_duplicates_join_the_project_of_what_they_repeat_and_are_not_counted(connection, linked):
    linked(a=KARUMA, b=KARUMA_ENDS, copy=KARUMA)
    rows = tables.rows_of(connection, "select project_id, is_duplicate, begins_project from main.activities order by is_duplicate")
    assert [row["is_duplicate"] for row in rows] == [False, False, True]
    assert len({row["project_id"] for row in rows}) == 1
    assert sum(row["begins_project"] for row in rows) == 1
    assert tables.rows_of(connection, "select releases, activities from main.projects") == [{"releases": 2, "activities": 2}]


def test_merged_projects_are_one_until_that_is_undone(connection, linked, rule):
    linked(a=KARUMA, b=KARUMA_ENDS, c=ISIMBA)
    before = tables.rows_of(connection, "from main.projects order by all")
    ruling = rule("merge", KARUMA, ISIMBA)
    linked()
    assert groups(connection) == [(ISIMBA, KARUMA, KARUMA_ENDS)]
    ruled = tables.rows_of(connection, "from main.project_links where ruled_by is not null")
    assert [(row["ruled_by"], row["why"], row["strength"]) for row in ruled] == [(ruling, "ruled: I know it", 1.0)]
    rule("undo", minute=2, undoes=ruling)
    linked()
    assert tables.rows_of(connection, "from main.projects order by all") == before


def test_split_activities_make_a_project_of_their_own(connection, linked, rule):
    linked(a=KARUMA, b=KARUMA_ENDS, c=ISIMBA)
    rule("split", KARUMA_ENDS)
    linked()
    assert groups(connection) == [(ISIMBA,), (KARUMA,), (KARUMA_ENDS,)]
    assert tables.count(connection, "main.project_links") == 0
    rule("merge", KARUMA_ENDS, KARUMA, minute=2)
    linked()
    assert groups(connection) == [(ISIMBA,), (KARUMA, KARUMA_ENDS)]


def test_a_merge_may_cross_a_border(connection, linked, rule):
    linked(a=KARUMA, d=PORT)
    rule("merge", KARUMA, PORT)
    linked()
    assert groups(connection) == [(KARUMA, PORT)]
    assert tables.rows_of(connection, "select country_code from main.projects") == [{"country_code": "UG"}]


def test_a_rejected_activity_leaves_its_project(connection, linked, rule):
    linked(a=KARUMA, b=KARUMA_ENDS)
    rule("reject", KARUMA)
    assert linked() == ["UG"]
    assert groups(connection) == [(KARUMA_ENDS,)]
    assert tables.rows_of(connection, "select activities from main.releases order by 1") == [{"activities": 0}, {"activities": 1}]
