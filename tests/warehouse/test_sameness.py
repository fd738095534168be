"""A revision is what a reader can see."""

from datetime import date

import pytest

from transforms.read.landed import Landed, Statement
from warehouse import landing, tables

PAGE = (
    "<html><head><title>{title}</title><meta property='article:published_time' content='{day}'></head><body>"
    "<nav><a href='/'>Home</a></nav>"
    "<main><h1>{title}</h1><p>{text} Two hundred people built it in nine months and handed it over on Monday.</p></main>"
    "<footer>{footer}</footer></body></html>"
)
PLAIN = {"title": "A road opens in Kenya", "day": "2026-11-20", "text": "The company opened a road in Kenya.", "footer": "1 view"}


def page(media_type="text/html", **changes):
    return Landed("a", media_type, PAGE.format_map(PLAIN | changes).encode())


@pytest.fixture
def land(connection):
    """Land one release after another; the revisions that there are then."""

    def run(*items):
        for item in items:
            landing.land(connection, "s", [item])
        return tables.rows_of(connection, "from landing.revisions order by revision")

    return run


@pytest.mark.parametrize("changes", [{"footer": "2,137 views"}, {"footer": "Related: <a href='/2'>A school opens in Mali</a>"}])
def test_new_chrome_is_no_revision_and_its_bytes_are_not_kept(connection, land, changes):
    assert len(land(page(), page(**changes), page())) == 1
    assert tables.count(connection, "landing.documents") == 1


@pytest.mark.parametrize("changes", [{"text": "The company opened two roads in Kenya."}, {"title": "A road"}, {"day": "2026-11-19"}])
def test_another_text_title_or_day_is_a_revision(land, changes):
    first, second = land(page(), page(**changes))
    assert first["content_sha256"] != second["content_sha256"]


def test_what_the_source_says_is_the_same_for_both(land):
    said = Statement(published_on=date(2026, 11, 20))
    plain = Landed("a", "text/plain", b"The company opened a road.", said)
    spaced = Landed("a", "text/plain", b"The company opened a road. \r\n\r\n\r\n", Statement(published_on=date(2026, 11, 21)))
    (row,) = land(plain, spaced)
    assert row["published_on"] == date(2026, 11, 21)


def test_bytes_that_cannot_be_read_are_compared_as_bytes(land):
    broken, other = (Landed("a", "text/plain", content) for content in (b"%PDF-1", b"%PDF-2"))
    assert len(land(broken, broken, other, page())) == 3


def test_a_page_that_became_a_text_of_the_same_words_is_no_revision(land):
    one, two = (
        Landed("a", "text/plain", b"The company opened a road."),
        Landed("a", "text/plain", "\ufeffThe company opened a road.".encode()),
    )
    assert len(land(one, two)) == 1
