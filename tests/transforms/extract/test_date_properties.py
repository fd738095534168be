"""What holds for every text: valid EDTF, true bounds, true offsets, no surprise from the publication date."""

from datetime import date, timedelta
from time import struct_time

from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.extract.dated import page
from transforms.extract import dates

PIECES = [
    "sept.", "september", "may", "march", "dec.23", "26", "15", "3rd", "of", "to", "-", "and", ",", ", ", " ", "\n", "2021", "2019-2021",
    "1990s", "q3", "third quarter of", "first half", "the year", "last year", "that year", "same day", "on the 5th.", "since", "until",
    "by", "early", "end of", "between", "from", "in", "on", "26/09/2021", "05/06/2021", "2021-09-26", "fy25",
    "ago", "two weeks ago", "tuesday",
    "next", "last", "weekend", "last week", "ciie", "second", "eve of", "world health day", "beginning of the year", "29", "february", "0",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
RELATIVE = st.sampled_from(["yesterday", "today", "tomorrow", "five days ago", "the day before yesterday"])


def _day(value):
    return date(value.tm_year, value.tm_mon, value.tm_mday) if isinstance(value, struct_time) else None


def _ends(edtf):
    """The ends of an EDTF value, each parsed: the parser refuses intervals like 198X/.., which the standard allows."""
    return [parse_edtf(end) for end in edtf.split("/") if end != ".."]


@given(TEXTS, st.none() | DAYS)
def test_every_date_is_valid_edtf_with_true_bounds_and_offsets(body, published):
    for mention in dates.find_dates(page(body, published)):
        ends = _ends(mention.edtf)
        assert ends
        assert 0 <= mention.start < mention.end <= len(body)
        if mention.first is not None:
            assert mention.first == _day(ends[0].lower_strict())
        if mention.last is not None:
            assert mention.last == _day(ends[-1].upper_strict())
        if mention.first is not None and mention.last is not None:
            assert mention.first <= mention.last
        assert (mention.first is None) == (mention.edtf.startswith(("..", "XXXX")))
        assert (mention.basis == "none") == ("XXXX" in mention.edtf)


@given(TEXTS, st.none() | DAYS)
def test_dates_come_in_the_order_of_the_text_and_states_never_raise(body, published):
    doc = page(body, published)
    mentions = dates.find_dates(doc)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    dates.news_date(doc, mentions)
    dates.publication_date(doc)


@given(RELATIVE, DAYS, st.integers(-500, 500))
def test_relative_days_move_with_the_publication(phrase, published, days):
    before, after = (dates.find_dates(page(phrase, day))[0].first for day in (published, published + timedelta(days=days)))
    assert after - before == timedelta(days=days)


@given(DAYS, DAYS)
def test_written_years_do_not_move_with_the_publication(one, other):
    body = "on 3 may 2020, in june 2019, in 2018, since the 1980s, from 2013 to 2015, on 2021-09-26, in q3 2024 and at ciie 2019"
    assert dates.find_dates(page(body, one)) == dates.find_dates(page(body, other))


@given(DAYS, DAYS)
def test_a_bare_day_is_at_most_two_weeks_after_the_publication(published, day):
    if (day.month, day.day) == (2, 29):
        return
    (mention,) = dates.find_dates(page(f"opened on {day:%B} {day.day}.", published))
    assert mention.first is not None
    assert published - timedelta(days=366) < mention.first - timedelta(days=14) <= published
