"""The overview in a real browser: what only a browser can tell."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import settled

pytestmark = pytest.mark.browser


def drawer(tab: Page):
    return tab.get_by_role("dialog")


def test_the_page_asks_no_host_but_its_own_even_with_hostile_text_on_it(tab: Page, address: str, asked: set[str]) -> None:
    tab.goto(f"{address}/?show_country=TD")
    settled(tab)
    expect(drawer(tab)).to_contain_text("Tools were donated in Chad")
    assert asked - {""} == {"127.0.0.1"}


def test_hostile_text_makes_no_element(tab: Page, address: str) -> None:
    tab.goto(f"{address}/?show_country=TD")
    settled(tab)
    expect(drawer(tab)).to_contain_text("<script>")
    assert tab.locator("img[src*='evil']").count() == 0
    assert tab.locator("a[href*='javascript'], a[href*='evil']").count() == 0


def test_a_hostile_address_makes_no_element_and_no_request(tab: Page, address: str, asked: set[str]) -> None:
    tab.goto(f"{address}/?show_country=![x](http://evil.example/a.png)&show_sector=<img src=x>&countries=![x](http://evil.example/b.png)")
    settled(tab)
    expect(drawer(tab)).to_contain_text("No activity here")
    assert asked - {""} == {"127.0.0.1"}


def test_a_click_on_the_map_leads_to_the_sentences_in_their_release(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    tab.locator("path[aria-label*='Ghana']").first.click()
    expect(drawer(tab)).to_contain_text("handed a clinic over in Kumasi")
    expect(drawer(tab)).to_contain_text("Days later it gave 40 beds")
    expect(tab).to_have_url(f"{address}/?show_country=GH")


def test_a_small_state_can_be_clicked_too(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    tab.locator("path[aria-label*='Bahrain'][aria-label*='longitude']").first.click()
    expect(drawer(tab)).to_contain_text("trains nurses in Bahrain")


def test_the_same_mark_can_be_clicked_again_after_closing(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    for _ in range(2):
        tab.locator("path[aria-label*='Ghana']").first.click()
        expect(drawer(tab)).to_contain_text("handed a clinic over in Kumasi")
        tab.keyboard.press("Escape")
        expect(tab).to_have_url(f"{address}/")
        expect(drawer(tab)).to_have_count(0)
        settled(tab).wait_for_timeout(1000)  # the map is drawn anew


def test_a_click_on_a_cell_leads_to_its_sentences(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    tab.locator("path[aria-label*='Benin'][aria-label*='Sector']").first.click(force=True)  # the number lies on the cell
    expect(drawer(tab)).to_contain_text("built schools in Benin")


def test_going_back_from_a_closed_cell_opens_that_cell_and_then_leaves_it(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    tab.locator("path[aria-label*='Benin'][aria-label*='Sector']").first.click(force=True)
    expect(drawer(tab)).to_contain_text("built schools in Benin")
    cell = tab.url
    tab.keyboard.press("Escape")
    expect(tab).to_have_url(f"{address}/")
    for expected in (cell, f"{address}/"):
        tab.go_back()
        expect(tab).to_have_url(expected)


def test_a_click_on_a_month_leads_to_its_sentences(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    tab.locator("path[aria-label*='Jun 2022']").first.click()
    expect(drawer(tab)).to_contain_text("signed for a road in Kosovo")


def test_a_filter_stands_in_the_address_and_the_address_sets_the_filter(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    tab.get_by_label("Kinds of activity").click()
    tab.get_by_role("option", name="donation").click()
    tab.keyboard.press("Escape")
    expect(tab).to_have_url(f"{address}/?kinds=donation")
    tab.goto(f"{address}/?countries=Ghana")
    settled(tab)
    expect(tab.get_by_test_id("stMetricValue").first).to_have_text("2")


def test_the_csv_holds_every_activity_and_no_formula(tab: Page, address: str) -> None:
    tab.goto(address)
    settled(tab)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="CSV of 8 activities").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert len(text.strip().splitlines()) == 1 + 8
    assert ",'=HYPERLINK(1)," in text
