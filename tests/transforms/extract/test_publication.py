"""The day of publication is read from datelines and page heads, never from running text."""

from datetime import date

import pytest

from tests.transforms.extract.dated import page
from transforms.extract import dates

DAY = date(2024, 8, 15)


@pytest.mark.parametrize(
    "body",
    [
        "RIYADH, SAUDI ARABIA, August 15, 2024 /24-7PressRelease/ -- The firm",
        "# A title\n\nATLANTA, GA, August 15, 2024 (NEWMEDIAWIRE) - The firm",
        "San Salvador, SV, August 15, 2024 – The firm",
        "BANGKOK, THAILAND - [Media OutReach Newswire](https://www.media-outreach.com) - 15 August 2024 - The firm",
        "Ocho Rios, Jamaica - August 15, 2024 / Aurum /",
        "Nanterre, 15 August 2024\n\nRESULTS",
        "riyadh, aug. 15, 2024 /24-7pressrelease/ -- the firm",
    ],
)
def test_a_dateline_states_the_publication(body):
    assert dates.publication_date(page(body)) == (DAY, "dateline")


@pytest.mark.parametrize(
    "body",
    [
        "source: Author: Date:2024-08-15 Font size: [large]\n\nThe firm",
        "The title\n2024-08-15\n\nThe firm",
        "Aug 15, 2024\n\nThe title",
        "Published on: 15 August 2024\nThe firm",
        "15 August 2024  |  Print\n\nThe firm",
        "(x.com.cn)\n2024-08-15The doors were opened",
    ],
)
def test_a_page_head_states_the_publication(body):
    assert dates.publication_date(page(body)) == (DAY, "chrome")


@pytest.mark.parametrize(
    "body",
    [
        "The firm signed a contract on August 15, 2024.",
        "On August 15, 2024, the firm signed.",
        "a contract was signed on 2024-08-15 and works began",
        "The firm signed in Riyadh on August 15, 2024 - a first.",
        "August 15 is a holiday.",
        "",
    ],
)
def test_running_text_states_no_publication(body):
    assert dates.publication_date(page(body)) == (None, "none")


def test_the_news_date_is_the_day_named_in_the_lead():
    doc = page("RIYADH, August 15, 2024 /X Wire/ -- The hospital was opened on August 12.\n\nWorks began on May 3, 2020.")
    news = dates.news_date(doc, dates.find_dates(doc))
    assert news is not None
    assert news.edtf == "2024-08-12"


def test_the_news_date_is_the_dateline_where_the_lead_names_no_day():
    doc = page("RIYADH, August 15, 2024 /X Wire/ -- The hospital was opened.\n\nWorks began on May 3, 2020.")
    news = dates.news_date(doc, dates.find_dates(doc))
    assert news is not None
    assert (news.edtf, news.role) == ("2024-08-15", "dateline")
