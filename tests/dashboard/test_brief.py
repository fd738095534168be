"""The brief: one page, whatever stands in it, and no word of a release taken for markup."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pypdf
import pytest

from dashboard import data
from dashboard.brief import content
from dashboard.brief.content import Bar, Brief, Line
from dashboard.brief.html import html
from dashboard.brief.pdf import pdf
from dashboard.sections.brief import gather
from dashboard.sections.frame import View
from dashboard.state import Filters
from tests.browser.serving import browser_path, browsing
from tests.dashboard.ledgers import Ledger
from tests.dashboard.worlds import HOSTILE

LONG = "Energy generation and distribution of renewable and other sources " * 9
FULL = Brief(
    title="Saint Vincent and the Grenadines (VC)",
    under=content.short(LONG, 160),
    figures=[(label, "12,345", "12,345 activities name no country") for label in ("Activities", "Sectors", "Releases", "Projects")],
    changes=[content.heading(LONG)] * content.CHANGES,
    years=[Bar(f"{year}", 10_000, 100) for year in range(2017, 2027)],
    sectors=content.bars([LONG] * 9, [10_000] * 9),
    kinds=content.bars(["construction"] * 9, [10_000] * 9),
    projects=[(content.heading(LONG), "under construction", "12 Sep 2021 – 30 Sep 2023")] * content.PROJECTS,
    projects_note="The latest.",
    sentences=[Line(content.heading(LONG), content.short(LONG), content.heading(LONG), "https://press.example/a?b=1")] * content.SENTENCES,
    sentences_note="Six of them.",
    partners=[content.partner(LONG)] * content.PARTNERS,
    foot=content.short(LONG, 330),
)


def here(ledger: Ledger, code: str) -> View:
    assert ledger.releases
    snapshot = data.newest_snapshot()
    return View(snapshot, data.ask_one(snapshot, "ledger"), Filters(places=(code,)), {})


def words(file: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages).split())


def test_a_full_brief_is_one_page_of_pdf() -> None:
    assert len(pypdf.PdfReader(io.BytesIO(pdf(FULL))).pages) == 1


@pytest.mark.browser
def test_a_full_brief_prints_on_one_page() -> None:
    if not browser_path():
        pytest.skip("no browser")
    with ThreadPoolExecutor(1) as thread:  # this thread may be driving another browser
        assert len(pypdf.PdfReader(io.BytesIO(thread.submit(_printed).result())).pages) == 1


def _printed() -> bytes:
    with browsing() as browser:
        page = browser.new_page()
        page.set_content(html(FULL).decode())
        return page.pdf(prefer_css_page_size=True)


def test_a_brief_says_the_figures_the_sentences_and_what_they_rest_on(small_world: Ledger) -> None:
    brief = gather(here(small_world, "GH"), "GH", "Ghana")
    assert [figure[:2] for figure in brief.figures] == [("Activities", "2"), ("Sectors", "1"), ("Releases", "1"), ("Projects", "1")]
    assert {line.sentence for line in brief.sentences} == {"handed a clinic over in Kumasi", "gave 40 beds to a hospital in Accra"}
    assert brief.sentences[0].address == "https://press.example/clinic"
    assert [bar.name for bar in brief.years][-1] == "2021"
    assert "snapshot snap-one" in brief.foot
    for told in (words(pdf(brief)), html(brief).decode()):
        assert "handed a clinic over in Kumasi" in told
        assert "1 Oct 2021" in told


def test_a_release_that_means_harm_is_words_in_both_forms(small_world: Ledger) -> None:
    brief = gather(here(small_world, "TD"), "TD", "Chad")
    page = html(brief).decode()
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "Tools were donated in Chad" in words(pdf(brief))


def test_markup_of_the_typesetter_is_words_too() -> None:
    told = words(pdf(FULL._replace(title="#panic() $x$ *a* @b")))
    assert "#panic() $x$ *a* @b" in told
    assert HOSTILE not in told


def test_what_is_too_long_ends_at_a_word() -> None:
    assert content.short("one two  three", 9) == "one two …"
