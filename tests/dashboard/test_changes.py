"""Change in words: the periods, the percentages that may be said, the rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard.changes import changes
from dashboard.periods import change, compared


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (0, 0, None),
        (3, 3, "no change"),
        (2, 1, "limited change"),
        (3, 0, "limited change"),
        (6, 1, "+5"),
        (14, 11, "+27%"),
        (5, 10, "-50%"),
        (2, 9, "-7"),
        (3_000, 9, "+2,991"),
    ],
)
def test_a_percentage_is_said_only_on_a_base_that_bears_it(now: int, before: int, words: str | None) -> None:
    assert change(now, before) == words


def test_chosen_years_are_compared_with_as_many_before() -> None:
    periods = compared(date(2020, 1, 1), date(2022, 12, 31), date(2026, 3, 4))
    assert (periods.before_from, periods.before_to) == (date(2017, 1, 1), date(2019, 12, 31))
    assert (periods.now_words, periods.before_words) == ("2020–2022", "2017–2019")
    assert periods.whole_years


@pytest.mark.parametrize(
    ("newest", "first", "last", "words"),
    [
        (date(2026, 11, 5), date(2025, 12, 1), date(2026, 11, 30), "12 months to Nov 2026"),
        (date(2025, 12, 5), date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2024, 2, 29), date(2023, 3, 1), date(2024, 2, 29), "12 months to Feb 2024"),
        (date(2024, 1, 31), date(2023, 2, 1), date(2024, 1, 31), "12 months to Jan 2024"),
    ],
)
def test_without_a_choice_the_twelve_months_to_the_newest_release_are_compared(newest: date, first: date, last: date, words: str) -> None:
    periods = compared(None, None, newest)
    assert (periods.now_from, periods.now_to, periods.now_words) == (first, last, words)
    assert periods.before_from == date(first.year - 1, first.month, 1)


def told(**row: Any) -> list[str]:
    plain = {"axis": "country", "code": "BJ", "name": "Benin", "now": 0, "before": 0, "ever_before": 0, "undated": 0}
    return [change.words for change in changes([plain | row])]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"now": 1}, ["First activity in Benin"]),
        ({"now": 3, "undated": 2}, ["First dated activity in Benin (3)"]),
        ({"axis": "sector", "name": "Health", "now": 2}, ["First activity for Health (2)"]),
        ({"now": 1, "ever_before": 1}, []),
        ({"now": 6, "before": 3, "ever_before": 3}, ["Benin doubled: 6 after 3"]),
        ({"now": 7, "before": 3, "ever_before": 3}, ["Benin more than doubled: 7 after 3"]),
        ({"now": 40, "before": 10, "ever_before": 10}, ["Benin grew to 4 times as many: 40 after 10"]),
        ({"now": 4, "before": 2, "ever_before": 2}, []),
        ({"now": 3, "before": 6, "ever_before": 6}, ["Benin halved: 3 after 6"]),
        ({"now": 1, "before": 9, "ever_before": 9}, ["Benin fell: 1 after 9"]),
        ({"before": 3, "ever_before": 3}, ["Benin went quiet: none after 3"]),
        ({"before": 2, "ever_before": 2}, []),
    ],
)
def test_each_rule_has_its_words_and_chance_has_none(row: dict[str, Any], words: list[str]) -> None:
    assert told(**row) == words


def test_the_weightiest_comes_first() -> None:
    rows = [
        {"axis": "country", "code": code, "name": code, "now": now, "before": before, "ever_before": before, "undated": 0}
        for code, now, before in (("AA", 0, 5), ("BB", 9, 3), ("CC", 1, 0))
    ]
    assert [change.code for change in changes(rows)] == ["CC", "BB", "AA"]
