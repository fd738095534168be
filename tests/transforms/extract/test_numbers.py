"""Numbers are read at, and before, an offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.numbers import number_at, number_before


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2 billion", 1.2e9),
        ("880,000", 880000),
        ("1,2 mrd", 1.2e9),
        ("280,5 million", 280.5e6),
        ("1,50,000", 150000),
        ("1.200.000", 1.2e6),
        ("1 200 000", 1.2e6),
        ("12.5m", 12.5e6),
        ("774 million", 774e6),
        ("160 crore", 1.6e9),
        ("25 lakh", 2.5e6),
        ("100", 100),
    ],
)
def test_a_number_reads_the_same_from_both_ends(text, value):
    at, before = number_at(text, 0), number_before(text, len(text))
    assert at is not None
    assert before is not None
    assert (at.value, at.start, at.end) == (value, 0, len(text))
    assert (before.value, before.start) == (value, 0)


@pytest.mark.parametrize(("text", "value"), [("half a million ", 5e5), ("one billion ", 1e9), ("a hundred million ", 1e8)])
def test_a_spelled_number_is_read_before(text, value):
    number = number_before(text, len(text))
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("text", ["", "none ", "v2.0.1x", "a "])
def test_no_number_is_none(text):
    assert number_before(text, len(text)) is None


@given(st.text(max_size=60), st.integers(0, 60))
def test_any_text_and_place_is_read_or_none(text, place):
    for number in (number_at(text, place), number_before(text, place)):
        assert number is None or number.value >= 0
