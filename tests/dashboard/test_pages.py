"""Every page as a reader meets it, without a browser: country, sector, the frame that they share, the counters."""

from __future__ import annotations

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import data, pages
from dashboard.regions import with_members
from dashboard.state import Filters
from tests.dashboard.ledgers import Ledger
from tests.dashboard.test_overview import figures, said
from tests.dashboard.worlds import HOSTILE, page


def opened(name: str, **query: str | list[str]) -> AppTest:
    """A page by its address, run once."""
    at = page()
    for key, value in query.items():
        at.query_params[key] = value
    at._page_hash = calc_hash(name)
    return at.run()


def charts(at: AppTest) -> list[dict[str, object]]:
    return [json.loads(chart.proto.spec) for chart in at.get("vega_lite_chart")]


def titles(at: AppTest) -> list[str]:
    return [str(chart.get("title")) for chart in charts(at)]


def test_every_page_of_the_table_that_is_there_is_listed_and_runs(small_world: Ledger) -> None:
    assert small_world.releases
    names = [entry.module for entry in pages.listed()]
    assert {"overview", "country", "sector"} <= set(names)
    for name in names:
        assert not opened(name).exception, name


def test_a_country_page_without_a_country_offers_them_all(small_world: Ledger) -> None:
    at = opened("country")
    assert at.title[0].value == "Choose a country"
    assert "Ghana" in at.selectbox(key="country").options
    assert titles(at)[0] == "Activities by country (number)"
    assert small_world.releases


def test_a_country_page_is_about_that_country_alone(small_world: Ledger) -> None:
    assert small_world.releases
    at = opened("country", country="Ghana")
    assert not at.exception
    assert at.title[0].value == "Ghana (GH)"
    assert figures(at) == {"Activities": "2", "Sectors": "1", "Releases": "1", "Projects": "1"}
    assert {"Activities by sector (number)", "Activities by kind (number)", "Activities by place (number)"} <= set(titles(at))
    assert [HOSTILE] in [table.value["title"].tolist() for table in at.dataframe if "title" in table.value]


def test_the_filter_of_countries_gives_way_on_a_country_page_and_it_says_so(small_world: Ledger) -> None:
    assert small_world.releases
    at = opened("country", country="Ghana", countries="Benin")
    assert figures(at)["Activities"] == "2"
    assert "does not apply" in said(at)


def test_other_filters_hold_on_a_country_page(small_world: Ledger) -> None:
    assert small_world.releases
    assert figures(opened("country", country="Ghana", kinds="completion"))["Activities"] == "1"


def test_an_unknown_country_in_the_address_is_no_error(small_world: Ledger) -> None:
    assert small_world.releases
    at = opened("country", country="Atlantis")
    assert not at.exception
    assert at.title[0].value == "Choose a country"


def test_a_sector_page_shows_where_and_for_what_exactly(small_world: Ledger) -> None:
    assert small_world.releases
    at = opened("sector", sector="Basic Health")
    assert not at.exception
    assert at.title[0].value == "Basic Health"
    assert figures(at) == {"Activities": "2", "Countries": "1", "Releases": "1", "Projects": "1"}
    assert {"Activities by country (number)", "Activities by purpose (number)"} <= set(titles(at))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"show_kind": "completion"}, "handed a clinic over in Kumasi"),
        ({"show_place": "No more than the country"}, "gave 40 beds to a hospital in Accra"),
        ({"show_sector": "12230"}, "handed a clinic over in Kumasi"),
        ({"show_sector": "122.."}, "gave 40 beds to a hospital in Accra"),
        ({"show_period": "2021-09-01..2021-09-30"}, "handed a clinic over in Kumasi"),
        ({"show_partner": "Ministry of Health"}, "handed a clinic over in Kumasi"),
    ],
)
def test_each_bar_of_a_country_page_opens_its_sentences(ledger: Ledger, query: dict[str, str], sentence: str) -> None:
    release = ledger.release(
        "The group handed a clinic over in Kumasi. It gave 40 beds to a hospital in Accra.", published_on=date(2021, 10, 1)
    )
    health = {"country_code": "GH", "sector_category": "122"}
    first, second = "handed a clinic over in Kumasi", "gave 40 beds to a hospital in Accra"
    told = {"place_name": "Kumasi", "sector_code": "12230", "counterparts": ["Ministry of Health"], "on": "2021-09-26"}
    ledger.activity(release, first, kind="completion", **health, **told)
    ledger.activity(release, second, **health)
    ledger.publish()
    at = opened("country", country="Ghana", **query)
    shown = {text.value for text in at.text}
    assert sentence in shown
    assert not {first, second} - {sentence} & shown


def test_what_changed_stands_in_words_and_opens_its_sentences(ledger: Ledger) -> None:
    old = ledger.release("Wells were dug in Chad.", published_on=date(2020, 3, 1))
    ledger.activity(old, "Wells were dug in Chad", country_code="TD", sector_category="140", on="2020-02-01")
    new = ledger.release("A school opened in Benin.", published_on=date(2021, 5, 1))
    ledger.activity(new, "A school opened in Benin", country_code="BJ", sector_category="112", on="2021-04-20")
    ledger.publish()
    at = opened("overview")
    assert "12 months to May 2021 against 12 months to May 2020." in said(at)
    labels = [button.label for button in at.button]
    assert "First activity in Benin" in labels
    at.button[labels.index("First activity in Benin")].click().run()
    assert "A school opened in Benin" in {text.value for text in at.text}


def test_counting_releases_counts_each_once_wherever_it_is_gathered(ledger: Ledger) -> None:
    """One release with activities in 40 countries is one release among the other countries, and one in its month."""
    body = ". ".join(f"Aid {number:02} went out" for number in range(40))
    release = ledger.release(body, published_on=date(2021, 5, 1))
    codes = ["GH", "BJ", "TD", "NG", "KE", "UG", "TZ", "ZM", "ZW", "MW", "MZ", "AO", "NA", "BW", "ZA", "LS", "SZ", "MG", "MU", "SC"]
    codes += ["FR", "DE", "IT", "ES", "PT", "PL", "CZ", "AT", "CH", "BE", "NL", "LU", "DK", "SE", "NO", "FI", "EE", "LV", "LT", "IE"]
    for number, code in enumerate(codes):
        ledger.activity(release, f"Aid {number:02} went out", country_code=code, sector_category="112", on=f"2021-0{1 + number % 4}")
    ledger.publish()
    snapshot = data.newest_snapshot()
    counting = Filters(counter="releases")
    cells = data.ask(snapshot, "matrix", counting, most_countries=20, most_sectors=10)
    assert dict(zip(cells["country_code"], cells["number"], strict=True))["other"] == 1
    by_year = data.ask(snapshot, "timeline", counting, by_year=True, first_year=1, last_year=9999)
    assert by_year.to_dict("records") == [{"bucket": "2021", "basis": 0, "number": 1}]
    at = opened("overview", count="Releases")
    assert not at.exception
    assert "Releases by country (number)" in titles(at)


@pytest.mark.parametrize("counter", ["activities", "releases"])
def test_the_matrix_adds_up_to_the_whole_where_activities_are_counted(small_world: Ledger, counter: str) -> None:
    assert small_world.releases
    cells = data.ask(data.newest_snapshot(), "matrix", Filters(counter=counter), most_countries=1, most_sectors=1)
    assert {"other", "ZZ"} <= set(cells["country_code"])
    assert counter == "releases" or cells["number"].sum() == 8


@pytest.mark.parametrize(
    ("name", "value", "activities"),
    [
        ("countries", "Western Africa", "4"),
        ("countries", "Africa", "5"),
        ("countries", "Sub-Saharan Africa", "5"),
        ("status", "planned", "1"),
        ("status", "not said", "7"),
        ("abroad", "Abroad", "2"),
        ("abroad", "At home", "1"),
        ("abroad", "Both", "8"),
        ("count", "Releases", "8"),
    ],
)
def test_regions_status_and_ground_are_filters_too(small_world: Ledger, name: str, value: str, activities: str) -> None:
    for release in small_world.releases:
        release["home_country"] = {"r0001": "BJ", "r0003": "XK"}.get(release["release_id"])
    small_world.activities[0]["status"] = "planned"
    small_world.publish("two")
    assert figures(opened("overview", **{name: value}))["Activities"] == activities


def test_a_region_stands_for_all_that_lies_in_it() -> None:
    assert {"002", "202", "011", "015"} <= set(with_members(["002"]))
    assert with_members(["GH", "011"]) == ("GH", "011")


def test_the_filters_in_force_stand_on_the_page_as_plain_words(small_world: Ledger) -> None:
    assert small_world.releases
    at = opened("overview", organisation=HOSTILE, kinds="donation")
    assert f"{HOSTILE} · donation" in {text.value for text in at.text}


def test_the_newest_month_is_provisional(small_world: Ledger) -> None:
    assert small_world.releases
    words = said(opened("overview", unit="Year"))
    assert "still provisional" in words


def test_projects_can_be_counted(small_world: Ledger) -> None:
    assert small_world.releases
    at = opened("overview", count="Projects")
    assert not at.exception
    assert "Projects by country (number)" in titles(at)
    assert "Projects by month (number)" in titles(at)


def test_a_file_from_before_projects_says_so_and_offers_no_count_of_them(small_world: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    known = data.columns(str(small_world.publish("two")))
    older = frozenset(name for name in known if not name.startswith("projects.") and name != "activities.project_id")
    monkeypatch.setattr(data, "columns", lambda _: older)
    at = opened("country", country="Ghana")
    assert not at.exception
    assert at.selectbox(key="count").options == ["Activities", "Releases"]
    assert "Projects" not in figures(at)
    assert "before projects were linked" in said(at)


def test_a_page_that_lies_open_says_that_a_newer_file_is_published(small_world: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = str(small_world.publish("two"))
    newer = iter([shown, str(small_world.publish("three"))])
    monkeypatch.setattr(data, "newest_snapshot", lambda: next(newer))
    at = opened("overview")
    assert "**A newer ledger has been published.**" in [words.value for words in at.markdown]
    assert "Show it" in [button.label for button in at.button]
