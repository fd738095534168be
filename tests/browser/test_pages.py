"""Going from page to page in a real browser, and what can be taken along: links, files, the brief."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import settled

pytestmark = pytest.mark.browser
NAMES = ("", "country?country=Ghana", "sector?sector=Basic+Health")


def opened(tab: Page, address: str) -> Page:
    tab.goto(address)
    return settled(tab)


def taken(tab: Page, button: str, within: str = "stMain") -> bytes:
    """The file behind a button; the click is the page's own, since a popover moves while the page scrolls."""
    with tab.expect_download() as download:
        tab.get_by_test_id(within).get_by_role("button").filter(has_text=button).first.dispatch_event("click")
    return download.value.path().read_bytes()


def test_filters_go_along_from_page_to_page_and_back_returns(tab: Page, address: str) -> None:
    opened(tab, f"{address}/?kinds=donation&count=Releases")
    tab.get_by_role("link", name="Country").click()
    expect(tab).to_have_url(f"{address}/country?count=Releases&kinds=donation")
    expect(tab.get_by_role("heading", name="Choose a country")).to_be_visible()
    tab.go_back()
    expect(tab.get_by_role("heading", name="What the press releases report")).to_be_visible()
    assert "kinds=donation" in tab.url


def test_from_the_map_to_the_country_in_two_clicks_and_back_to_the_sentences(tab: Page, address: str) -> None:
    opened(tab, address)
    tab.locator("path[aria-label*='Ghana']").first.click()
    tab.get_by_role("dialog").get_by_role("link", name="All about Ghana").click()
    expect(tab.get_by_role("heading", name="Ghana (GH)")).to_be_visible()
    assert tab.url.startswith(f"{address}/country?")
    assert "country=Ghana" in tab.url
    assert tab.title() == "Country · Pressledger"
    tab.go_back()
    expect(tab.get_by_role("dialog")).to_contain_text("handed a clinic over in Kumasi")


def test_a_first_visitor_may_come_by_the_address_of_any_page(tab: Page, address: str) -> None:
    opened(tab, f"{address}/country?country=Ghana&show_kind=completion")
    expect(tab.get_by_role("dialog")).to_contain_text("handed a clinic over in Kumasi")


def test_a_bar_of_a_country_opens_its_sentences(tab: Page, address: str) -> None:
    opened(tab, f"{address}/country?country=Ghana")
    tab.locator("path[aria-label*='completion']").first.click()
    expect(tab.get_by_role("dialog")).to_contain_text("handed a clinic over in Kumasi")
    assert "show_kind=completion" in tab.url


def test_the_brief_is_taken_along_as_pdf_and_as_html(tab: Page, address: str) -> None:
    opened(tab, f"{address}/country?country=Ghana")
    pages = pypdf.PdfReader(io.BytesIO(taken(tab, "Brief as PDF"))).pages
    assert len(pages) == 1
    assert "Ghana (GH)" in pages[0].extract_text()
    assert b"handed a clinic over in Kumasi" in taken(tab, "Brief as HTML")


def test_a_chart_is_taken_along_as_a_table_and_as_a_picture(tab: Page, address: str) -> None:
    opened(tab, address)
    tab.get_by_role("button", name="Table, files").first.click()
    expect(tab.get_by_role("button", name="PNG of chart 1")).to_be_visible()
    assert taken(tab, "CSV", "stPopoverBody").decode("utf-8-sig").startswith("country_code,country,activities")
    assert taken(tab, "PNG of chart 1", "stPopoverBody").startswith(b"\x89PNG")
    assert b"Borders: Natural Earth" in taken(tab, "SVG of chart 1", "stPopoverBody")


@pytest.mark.parametrize("name", NAMES)
def test_no_page_asks_another_host_or_is_wider_than_a_phone(tab: Page, address: str, asked: set[str], name: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    opened(tab, f"{address}/{name}")
    assert tab.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert asked - {""} == {"127.0.0.1"}


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_has_words_for_those_who_do_not_see_it(tab: Page, address: str, name: str) -> None:
    opened(tab, f"{address}/{name}")
    tab.wait_for_selector("[data-testid=stVegaLiteChart][aria-label]")
    settled(tab)
    assert tab.locator("[data-testid=stVegaLiteChart]:not([aria-label]):not([data-testid=stMetric] *)").count() == 0
