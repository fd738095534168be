"""The overview as a reader meets it, without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.ledgers import Ledger
from tests.dashboard.worlds import HOSTILE, page


def figures(at: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in at.metric}


def texts(at: AppTest) -> list[str]:
    return [text.value for text in at.text]


def said(at: AppTest) -> str:
    return "\n".join(part.value for part in [*at.caption, *at.info, *at.text])


def test_headline_counts_activities_and_releases_apart_and_leaves_duplicates_out(overview: AppTest) -> None:
    overview.run()
    assert not overview.exception
    assert figures(overview) == {"Activities": "8", "Countries": "5", "Sectors": "5", "Releases": "4", "Projects": "3"}


def test_evidence_figures_stand_beside_the_headline(overview: AppTest) -> None:
    words = said(overview.run())
    assert "38% with a year in the text, 2019–2022" in words
    assert "2 activities name no country" in words
    assert "of 5 read; 1 reports no activity" in words
    assert "1 duplicate release kept, not counted" in words
    assert "1 problem in quarantine" in words
    assert "snapshot snap-one" in words


@pytest.mark.parametrize(
    ("name", "value", "activities"),
    [
        ("organisation", "Coastline", "2"),
        ("countries", "Ghana", "2"),
        ("countries", "Country not said", "2"),
        ("sectors", "Sector not said", "2"),
        ("kinds", "donation", "2"),
        ("duplicates", "true", "9"),
        ("countries", "'; drop table activities", "8"),
    ],
)
def test_each_filter_is_read_from_the_address(overview: AppTest, name: str, value: str, activities: str) -> None:
    overview.query_params[name] = value
    assert figures(overview.run())["Activities"] == activities


def test_a_period_leaves_out_what_has_neither_date_nor_publication(overview: AppTest) -> None:
    overview.query_params["period"] = ["2021", "2022"]
    overview.run()
    assert overview.slider(key="period").value == (2021, 2022)
    assert figures(overview)["Activities"] == "3"


def test_filters_work_by_hand_and_are_cleared_together(overview: AppTest) -> None:
    overview.run()
    overview.multiselect(key="countries").select("GH").run()
    overview.slider(key="period").set_value((2021, 2022)).run()
    assert figures(overview)["Activities"] == "2"
    next(button for button in overview.button if button.label == "Clear filters").click().run()
    assert figures(overview)["Activities"] == "8"


def test_nothing_under_the_filters_says_so_and_what_to_do(overview: AppTest) -> None:
    overview.query_params["countries"] = "Ghana"
    overview.query_params["kinds"] = "visit"
    overview.run()
    assert not overview.exception
    assert [info.value for info in overview.info] == ["No activity passes these filters. Clear some of them in the sidebar."]
    assert "every activity names one" not in said(overview)


def test_where_little_is_dated_the_months_say_why_and_what_to_fill_in(ledger: Ledger) -> None:
    release = ledger.release("The company gave books to a school in Benin.")
    ledger.activity(release, "gave books to a school in Benin", country_code="BJ", sector_category="112")
    ledger.publish()
    words = said(page().run())
    assert "None of 1 activity can be placed in a month" in words
    assert "`manifest.csv`" in words


def test_nothing_published_says_what_to_do(ledger: Ledger) -> None:
    assert not ledger.releases
    at = page().run()
    assert not at.exception
    assert "pressledger build" in at.code[0].value


def test_an_empty_ledger_is_a_page_and_not_an_error(ledger: Ledger) -> None:
    ledger.release("Season's greetings to all our friends.")
    ledger.publish()
    at = page().run()
    assert not at.exception
    assert "report none that the codebook counts" in said(at)


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ({"show_country": "GH"}, ["handed a clinic over in Kumasi", "gave 40 beds to a hospital in Accra"]),
        ({"show_country": "BJ", "show_sector": "112"}, ["built schools in Benin"]),
        ({"show_country": "ZZ"}, ["works across western Africa", "met partners"]),
        ({"show_month": "2022-06"}, ["signed for a road in Kosovo in June 2022"]),
        ({"show_month": "year"}, ["built schools in Benin"]),
        ({"show_month": "undated"}, ["trains nurses in Bahrain", "works across western Africa", "met partners"]),
    ],
)
def test_a_mark_in_the_address_opens_its_sentences(overview: AppTest, query: dict[str, str], sentences: list[str]) -> None:
    for name, value in query.items():
        overview.query_params[name] = value
    overview.run()
    assert not overview.exception
    assert set(sentences) <= set(texts(overview))


def test_the_sentence_stands_between_what_comes_before_and_after_it(overview: AppTest) -> None:
    overview.query_params["show_activity"] = "a00001"
    shown = texts(overview.run())
    before = shown.index("The group")
    assert shown[before : before + 3] == [
        "The group",
        "handed a clinic over in Kumasi",
        "on 26 September 2021. Days later it gave 40 beds to a hospital in Accra.",
    ]
    assert "Basic health infrastructure (12230)" in shown


def test_an_activity_that_is_gone_is_said_to_be_gone(overview: AppTest) -> None:
    overview.query_params["show_activity"] = "no such"
    assert "not in the ledger any more" in said(overview.run())


def test_a_release_that_means_harm_reaches_no_sink_that_reads_markup(overview: AppTest) -> None:
    overview.query_params["show_country"] = "TD"
    overview.run()
    assert not overview.exception
    assert any(HOSTILE in text for text in texts(overview))
    elements = [
        *overview.caption,
        *overview.markdown,
        *overview.info,
        *overview.title,
        *overview.header,
        *overview.subheader,
        *overview.metric,
    ]
    assert not [element for element in elements if "evil.example" in str(element.value)]
    assert "File javascript:alert(1)" in texts(overview)


def test_a_new_file_shows_without_a_restart(small_world: Ledger) -> None:
    at = page().run()
    small_world.activities.pop()
    small_world.publish("two")
    at.run()
    assert figures(at)["Activities"] == "7"
    assert "snapshot snap-two" in said(at)


def test_measured_accuracy_and_rows_to_check_are_shown(overview: AppTest) -> None:
    words = said(overview.run())
    assert "Measured on 40 labelled releases" in words
    assert "1 activity of this view" in words
