"""What a text leaves out is reckoned from the day of publication, and from nothing else."""

from datetime import date

import pytest

from tests.transforms.extract.dated import PUBLISHED, found, page
from transforms.extract import dates

RELATIVE = [
    ("landed today", "2021-10-20"),
    ("yesterday", "2021-10-19"),
    ("the day before yesterday", "2021-10-18"),
    ("tomorrow", "2021-10-21"),
    ("last night", "2021-10-19"),
    ("on tuesday", "2021-10-19"),
    ("on wednesday", "2021-10-20"),
    ("on thursday", "2021-10-14"),
    ("last wednesday", "2021-10-13"),
    ("will open on friday", "2021-10-22"),
    ("arrives in maputo on thursday", "2021-10-21"),
    ("next tuesday", "2021-10-26"),
    ("last week", "2021-10-11/2021-10-17"),
    ("this week", "2021-10-18/2021-10-24"),
    ("next week", "2021-10-25/2021-10-31"),
    ("last weekend", "2021-10-16/2021-10-17"),
    ("over the weekend", "2021-10-16/2021-10-17"),
    ("this month", "2021-10"),
    ("last month", "2021-09"),
    ("next month", "2021-11"),
    ("earlier this month", "2021-10"),
    ("this year", "2021"),
    ("earlier this year", "2021"),
    ("last year", "2020"),
    ("by the middle of next year", "2022"),
    ("last quarter", "2021-07/2021-09"),
    ("in the first half of the year", "2021-01/2021-06"),
    ("in the third quarter of last year", "2020-07/2020-09"),
    ("since the beginning of the year", "2021-01/.."),
    ("over the past decade", "2011/2021"),
    ("five days ago", "2021-10-15"),
    ("two weeks ago", "2021-10-04/2021-10-10"),
    ("a month ago", "2021-09"),
    ("three years ago", "2018"),
    ("on sept. 26", "2021-09-26"),
    ("on november 3", "2021-11-03"),
    ("on november 4", "2020-11-04"),
    ("in december", "2020-12"),
    ("will be ready in december", "2021-12"),
    ("at the fair in december, where the firm will show it", "2021-12"),
    ("last august", "2021-08"),
    ("is to follow before the end of oct.", "2021-10"),
    ("is to be online by the end of september", "2021-09"),
    ("will be held on october 24", "2021-10-24"),
    ("next march", "2022-03"),
    ("in may last year", "2020-05"),
    ("in march of this year", "2021-03"),
    ("on feb. 29", "2020-02-29"),
    ("from december 28 to january 3", "2020-12-28/2021-01-03"),
]


@pytest.mark.parametrize(("phrase", "edtf"), RELATIVE)
def test_what_the_text_leaves_out_comes_from_the_publication(phrase, edtf):
    mentions = dates.find_dates(page(phrase, PUBLISHED))
    assert [(mention.edtf, mention.basis) for mention in mentions] == [(edtf, "inferred year")]


@pytest.mark.parametrize("phrase", ["yesterday", "last week", "on tuesday", "this year", "three years ago"])
def test_without_a_publication_date_relative_words_date_nothing(phrase):
    assert found(phrase) == []


def test_relative_words_count_from_a_dateline_shortly_before_the_manifest():
    body = "BEIJING, Oct. 25, 2021 /PRNewswire/ -- The road was opened yesterday."
    assert found(body, date(2021, 11, 2)) == ["2021-10-25", "2021-10-24"]
