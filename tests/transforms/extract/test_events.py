"""Editions of recurring events are found by number, year or a name of their own, and give years to the dates within them."""

import csv
from datetime import date
from itertools import pairwise

import pytest

from tests.transforms.extract.dated import found, page
from transforms.extract import dates, events

SECOND_CAETE = "2021-09-26/2021-09-29"


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("the second china-africa economic and trade expo opened", SECOND_CAETE),
        ("the 2nd China-Africa Economic and Trade Expo (CAETE)", SECOND_CAETE),
        ("at the second CAETE", SECOND_CAETE),
        ("ciie 2019 in shanghai", "2019-11-05/2019-11-10"),
        ("the 2019 ciie", "2019-11-05/2019-11-10"),
        ("the fourth CIIE", "2021-11-05/2021-11-10"),
        ("the 4th China International Import Expo", "2021-11-05/2021-11-10"),
        ("the 133rd canton fair", "2023-04-15/2023-05-05"),
        ("the twenty-second China-ASEAN Expo", "2025-09-17/2025-09-21"),
        ("the 2022 edition of the Africa CEO Forum", "2022-06-13/2022-06-14"),
        ("bauma China 2018", "2018-11-27/2018-11-30"),
        ("bauma 2019", "2019-04-08/2019-04-14"),
        ("at COP27 in egypt", "2022-11-06/2022-11-18"),
        ("at cop 28", "2023-11-30/2023-12-12"),
        ("expo 2020 dubai", "2021-10-01/2022-03-31"),
        ("the paris olympics", "2024-07-26/2024-08-11"),
        ("TICAD 8", "2022-08-27/2022-08-28"),
        ("TICAD VI", "2016-08-27/2016-08-28"),
        ("MWC Barcelona 2024", "2024-02-26/2024-02-29"),
        ("the 2018 World Economic Forum", "2018-01-23/2018-01-26"),
    ],
)
def test_an_edition_is_found_and_dated(phrase, days):
    mentions = [mention for mention in dates.find_dates(page(phrase)) if mention.role == "event"]
    assert [(mention.edtf, mention.basis) for mention in mentions] == [(days, "event")]


@pytest.mark.parametrize(
    "phrase",
    [
        "the ciie is held in shanghai",
        "canton fair 2023",
        "mwc shanghai 2019",
        "the 2019 mwc shanghai",
        "the ninety-ninth ciie",
        "ciie 1999",
    ],
)
def test_a_name_without_a_known_edition_dates_nothing(phrase):
    assert [mention for mention in dates.find_dates(page(phrase)) if mention.role == "event"] == []


def test_a_day_within_a_named_edition_takes_its_year():
    mentions = dates.find_dates(page("the second china-africa economic and trade expo opened on sept. 26."))
    assert [(mention.edtf, mention.basis) for mention in mentions] == [(SECOND_CAETE, "event"), ("2021-09-26", "event")]


def test_a_day_far_from_a_named_edition_stays_without_a_year():
    assert found("the second china-africa economic and trade expo was prepared on may 3.") == [SECOND_CAETE, "XXXX-05-03"]


def _rows(name):
    with (events._VOCABULARY / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_vocabulary_is_broad_sourced_and_consistent():
    series = {row["series"]: row for row in _rows("events.csv")}
    editions = _rows("event_editions.csv")
    held = {row["series"] for row in editions}
    assert len(held) >= 40
    assert len(editions) >= 250
    assert held <= set(series)
    assert all(series[name]["source"] for name in held)
    for row in editions:
        assert date.fromisoformat(row["first"]) <= date.fromisoformat(row["last"])


def test_editions_of_a_series_follow_each_other_in_number_and_time():
    editions = _rows("event_editions.csv")
    for before, after in pairwise(editions):
        if before["series"] == after["series"]:
            assert before["last"] < after["first"]
            assert not (before["number"] and after["number"]) or int(before["number"]) < int(after["number"])
