"""What Dagster loads: every table an asset, every promise a check, in the order in which they depend on each other."""

import subprocess
import sys
import tomllib
import warnings

import pytest

from orchestration.definitions import JOB, build_defs
from orchestration.models import column_schema
from warehouse import contract
from warehouse.contract import MODELS
from warehouse.lineage import tables_read

FILLED_WITH = {
    "staging.calibration": ("staging", "accuracy"),
    "staging.codings": ("staging", "activities"),
    "landing.quarantine": ("landing", "revisions"),
    "landing.gone": ("landing", "revisions"),
    "staging.refused": ("staging", "releases"),
    "staging.ruled": ("staging", "ruled_activities"),
    "staging.corrections": ("staging", "ruled_activities"),
    "staging.links": ("staging", "projects"),
    "staging.ruled_links": ("staging", "projects"),
}
GRAPH = """
landing/revisions [landing] <-
main/accuracy [publication] <- staging/accuracy
main/activities [ledger] <- main/releases staging/activities staging/projects staging/ruled_activities
main/activity_by_country_sector_month [marts] <- main/activities
main/activity_facts [marts] <- main/activities main/countries main/projects main/regions main/releases main/sectors
main/admin1 [reference] <-
main/calendar [marts] <- main/activities
main/calibration [publication] <- staging/accuracy
main/corrections [publication] <- staging/ruled_activities
main/countries [reference] <-
main/kinds [reference] <-
main/past_activities [ledger] <- main/releases staging/activities
main/places [ledger] <- main/activities
main/project_links [ledger] <- staging/projects staging/ruled_activities
main/project_stages [ledger] <- main/activities staging/projects
main/projects [ledger] <- main/activities main/project_stages staging/projects
main/quarantine [publication] <- landing/revisions staging/releases
main/regions [reference] <-
main/releases [releases] <- landing/revisions staging/activities staging/originals staging/releases staging/ruled_activities
main/sectors [reference] <-
main/snapshot [publication] <- main/accuracy main/activities main/corrections main/project_links main/projects main/quarantine main/releases
main/totals [marts] <- main/activities
staging/accuracy [publication] <-
staging/activities [ledger] <- staging/releases
staging/originals [releases] <- staging/releases
staging/projects [ledger] <- main/releases staging/ruled_activities
staging/releases [releases] <- landing/revisions
staging/ruled_activities [ledger] <- staging/activities
"""
CHECKS = """
landing/revisions: no_source_failed nothing_was_missed
main/activities: admin1_code_exists corrected_by_exists country_code_exists date_bounds_are_in_order
main/activities: evidence_is_in_the_body every_ruling_that_holds_shows
main/activities: kind_exists region_code_exists region_only_where_no_country
main/activities: release_id_exists sector_category_exists sector_code_exists undertakings_have_a_project
main/activity_by_country_sector_month: country_code_exists sector_category_exists sums_to_the_ledger
main/activity_facts: every_activity_once
main/admin1: country_code_exists
main/countries: region_code_exists subregion_code_exists
main/past_activities: admin1_code_exists corrected_by_exists country_code_exists kind_exists project_id_exists region_code_exists
main/past_activities: release_id_exists sector_category_exists sector_code_exists
main/places: country_code_exists
main/project_links: activity_a_exists activity_b_exists project_id_exists ruled_by_exists
main/project_stages: activity_id_exists
main/projects: activities_project_id_exists country_code_exists made_of_its_activities project_stages_project_id_exists
main/projects: sector_category_exists
main/releases: home_country_exists nothing_landed_is_lost originals_are_no_duplicates
main/totals: all_is_the_ledger every_axis_adds_up
"""


@pytest.fixture(scope="module")
def graph():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return build_defs().resolve_asset_graph()


def test_the_graph_is_the_one_that_is_drawn(graph):
    found = {key.to_user_string(): node for key in graph.get_all_asset_keys() for node in [graph.get(key)]}
    publication, views = found.pop("publication/pressledger"), found.pop("publication/views")
    lines = [
        " ".join([f"{key} [{node.group_name}] <-", *sorted(parent.to_user_string() for parent in node.parent_keys)])
        for key, node in sorted(found.items())
    ]
    assert "\n".join(lines) == GRAPH.strip()
    public = {key for key in found if key.startswith("main/")}
    assert {parent.to_user_string() for parent in views.parent_keys} == public
    assert {parent.to_user_string() for parent in publication.parent_keys} == {*public, "publication/views"}


def test_every_promise_is_a_blocking_check_and_what_is_said_of_sources_warns(graph):
    found = sorted((key.asset_key.to_user_string(), key.name) for key in graph.asset_check_keys)
    expected = sorted((line.split(": ")[0], name) for line in CHECKS.strip().splitlines() for name in line.split(": ")[1].split())
    assert found == expected
    assert all(graph.get_check_spec(key).blocking == (key.asset_key.path[0] == "main") for key in graph.asset_check_keys)


def test_nothing_that_is_loaded_is_deprecated_or_superseded():
    words = "import orchestration.definitions as d; x = d.build_defs(); x.resolve_asset_graph(); x.resolve_job_def('refresh')"
    result = subprocess.run([sys.executable, "-W", "error", "-c", words], capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr


def test_an_asset_key_is_the_path_of_its_select(graph):
    for path in (MODELS / "main").glob("*.sql"):
        key = next(key for key in graph.get_all_asset_keys() if key.path == ["main", path.stem])
        reads = {FILLED_WITH.get(".".join(table), table) for table in tables_read(path.read_text())}
        assert {tuple(parent.path) for parent in graph.get(key).parent_keys} == reads


def test_dagster_shows_the_columns_of_the_contract():
    shown = column_schema(contract.load("main", "kinds"))
    raw = tomllib.loads((MODELS / "main" / "kinds.toml").read_text())["columns"]
    assert [(column.name, column.type, column.description) for column in shown.columns] == [
        (name, spec["type"], spec["description"]) for name, spec in raw.items()
    ]
    assert [column.constraints.unique for column in shown.columns] == [True, False, False]


def test_the_job_runs_everything(graph):
    job = build_defs().resolve_job_def(JOB)
    assert job.asset_layer.executable_asset_keys == graph.get_all_asset_keys()
