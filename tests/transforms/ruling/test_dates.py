"""EDTF as a person writes it gives the bounds and the precision that the coder would give."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.ruling.dates import bounds

D = date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-09-26", (D(2021, 9, 26), D(2021, 9, 26), "day")),
        ("2021-02", (D(2021, 2, 1), D(2021, 2, 28), "month")),
        ("2021", (D(2021, 1, 1), D(2021, 12, 31), "year")),
        ("198X", (D(1980, 1, 1), D(1989, 12, 31), "decade")),
        ("XXXX-09-26", (None, None, "day")),
        ("XXXX-09", (None, None, "month")),
        ("2013/2015", (D(2013, 1, 1), D(2015, 12, 31), "year")),
        ("2021-07/2021-09", (D(2021, 7, 1), D(2021, 9, 30), "quarter")),
        ("2021-07/2021-10", (D(2021, 7, 1), D(2021, 10, 31), "month")),
        ("1980/..", (D(1980, 1, 1), None, "year")),
        ("../2015-03", (None, D(2015, 3, 31), "month")),
        ("2024-02-29", (D(2024, 2, 29), D(2024, 2, 29), "day")),
    ],
)
def test_bounds_and_precision_follow_from_the_form(text, expected):
    assert tuple(bounds(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2021-13",
        "2023-02-29",
        "26.9.2021",
        "2021-9-6",
        "../..",
        "2015/2013",
        "198X-03",
        "XXXX",
        "0000",
        "2021/2022/2023",
        "2021 ",
    ],
)
def test_what_is_no_date_is_refused_in_words(text):
    with pytest.raises(ValueError, match=r"no date|calendar|ends before|open at both ends"):
        bounds(text)


@given(st.dates(min_value=D(1000, 1, 1)))
def test_a_day_is_itself(day):
    assert tuple(bounds(day.isoformat())) == (day, day, "day")


@given(st.text(alphabet="0123456789X-/.", max_size=12))
def test_any_text_gives_bounds_in_order_or_a_value_error(text):
    try:
        start, end, _ = bounds(text)
    except ValueError:
        return
    assert not (start and end) or start <= end
