"""Ready views and macros: what they answer, what they promise, and that they survive publication."""

import duckdb
import pytest

from tests.dashboard.ledgers import Ledger
from warehouse import views
from warehouse.connect import open_snapshot
from warehouse.contract import MODELS, ContractError, all_contracts

WATER = "The company opened wells in Kenya. It delivered a solar pump to Uganda. Engineers were trained in Côte d'Ivoire."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """Three activities of one release of 2021, one of a region only without a date, and a duplicate."""
    file = Ledger(tmp_path_factory.mktemp("views"))
    first = file.release(WATER, published_on="2021-09-27", source_uri="https://example.org/wells")
    file.activity(
        first, "The company opened wells in Kenya.", country_code="KE", sector_category="140", sector_code="14031", on="2021-09-20"
    )
    file.activity(first, "It delivered a solar pump to Uganda.", country_code="UG", sector_category="140", kind="supply")
    file.activity(first, "Engineers were trained in Côte d'Ivoire.", country_code="CI", sector_category="113", kind="training", on="2019")
    other = file.release("Experts met in Eastern Africa.")
    file.activity(other, "Experts met in Eastern Africa.", region_code="014", kind="event")
    copy = file.release(WATER, published_on="2021-09-28", duplicate_of=first)
    file.activity(copy, "The company opened wells in Kenya.", country_code="KE", sector_category="140")
    with open_snapshot(file.publish()) as connection:
        yield connection


def answer(connection, select):
    return connection.execute(select).fetchall()


def test_nothing_in_the_file_is_without_a_comment(ledger):
    assert answer(ledger, "select object, name, column_name from dictionary where meaning is null or meaning = ''") == []
    promised = sum(len(item.columns) for item in (*all_contracts("main"), *views.all_views()))
    assert answer(ledger, "select count(*) from dictionary where object = 'column'") == [(promised,)]
    assert answer(ledger, "select count(*) from dictionary where object = 'macro'") == [(len(views.all_macros()),)]


def test_names_stand_beside_codes(ledger):
    select = (
        "select country, continent, region, sector, category, release_title, url, month, month_basis from activities_named order by all"
    )
    rows = answer(ledger, select)
    assert len(rows) == 5
    assert (
        "Kenya",
        "Africa",
        "Eastern Africa",
        "Basic drinking water supply",
        "Water Supply & Sanitation",
        "The company opened wells in Kenya",
        "https://example.org/wells",
        "2021-09",
        "text",
    ) in rows
    assert (None, None, "Eastern Africa", None, None, "Experts met in Eastern Africa", None, "undated", "none") in rows


@pytest.mark.parametrize(
    ("call", "places"),
    [
        ("activities_in('KE')", ["KE"]),
        ("activities_in('kenya')", ["KE"]),
        ("activities_in('UGA')", ["UG"]),
        ("activities_in('014')", ["KE", "UG", None]),
        ("activities_in('Eastern Africa')", ["KE", "UG", None]),
        ("activities_in('Africa')", ["CI", "KE", "UG"]),
        ("activities_in('Atlantis')", []),
        ("activities_about('14')", ["KE", "UG"]),
        ("activities_about('14031')", ["KE"]),
        ("activities_about('water')", ["KE", "UG"]),
        ("since('2021')", ["KE", "UG"]),
        ("since('2021-09-21')", ["UG"]),
        ("since('2019')", ["CI", "KE", "UG"]),
    ],
)
def test_a_macro_finds_activities_and_leaves_duplicates_out(ledger, call, places):
    assert [row[0] for row in answer(ledger, f"select country_code from {call} order by all")] == places


def test_top_counts_the_unknown_too(ledger):
    assert answer(ledger, "from top('country')") == [
        ("Country not said", 1, 1),
        ("Côte d’Ivoire", 1, 1),
        ("Kenya", 1, 1),
        ("Uganda", 1, 1),
    ]
    assert answer(ledger, "from top('sector', n := 1)") == [("Water Supply & Sanitation", 2, 1)]


def test_top_of_an_unknown_axis_says_which_there_are(ledger):
    with pytest.raises(duckdb.Error, match="top\\(\\) knows the axes country"):
        answer(ledger, "from top('colour')")


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("well", ["KE"]),
        ("opening WELLS", ["KE"]),
        ("cote", ["CI"]),
        ("training engineer", ["CI"]),
        ("solar pumps wells", ["UG", "KE"]),
        ("wel", []),
        ("the", []),
        ("", []),
        ("'); drop table activities; --", []),
        ("w.lls", []),
    ],
)
def test_search_minds_neither_case_nor_accents_nor_endings_and_ranks(ledger, words, countries):
    rows = ledger.execute("select country_code from search(?)", [words]).fetchall()
    assert [row[0] for row in rows] == countries


def test_the_words_around_an_activity(ledger):
    (row,) = answer(ledger, "from context_of((select activity_id from activities where country_code = 'UG'))")
    assert row[-3:] == (
        "The company opened wells in Kenya. ",
        "It delivered a solar pump to Uganda.",
        " Engineers were trained in Côte d'Ivoire.",
    )


@pytest.mark.parametrize("macro", views.all_macros(), ids=lambda macro: macro.name)
def test_the_example_of_a_macro_runs(ledger, macro):
    ledger.execute(macro.example).fetchall()


@pytest.mark.parametrize(
    "axis", ["country", "continent", "region", "admin1", "sector", "kind", "month", "year", "organisation", "actor", "status"]
)
def test_every_axis_adds_up_to_the_ledger(ledger, axis):
    assert answer(ledger, f"select sum(activities) from top('{axis}', n := 1000)") == [(4,)]


def test_a_view_whose_columns_are_not_those_of_its_contract_is_refused(monkeypatch):
    view = views.all_views()[0]
    monkeypatch.setattr(views, "all_views", lambda: [views.View(view.table, "x", view.columns[1:], "select 1 as one")])
    with duckdb.connect() as connection, pytest.raises(ContractError, match=view.table):
        views.create(connection)


@pytest.mark.parametrize("path", sorted((MODELS / "main").glob("*/*.sql")), ids=lambda path: path.stem)
def test_every_view_and_macro_says_at_its_head_what_it_is_and_has_a_contract(path):
    assert path.read_text(encoding="utf-8").startswith("-- ")
    assert path.with_suffix(".toml").exists()


def test_the_file_can_be_attached_under_another_name(ledger):
    path = answer(ledger, "select path from duckdb_databases() where not internal")[0][0]
    with duckdb.connect() as connection:
        connection.execute(f"attach '{path}' as other (read_only)")
        assert answer(connection, "select count(*) from other.activities_named") == [(5,)]
        connection.execute("use other")
        assert len(answer(connection, "from since('2021')")) == 2
