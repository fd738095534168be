"""Dates are found in the forms that releases use, and nothing else is taken for one."""

import pytest

from tests.transforms.extract.dated import PUBLISHED, found

UNDATED = [
    ("opened on sept. 26", ["XXXX-09-26"]),
    ("in the afternoon of sept.26,", ["XXXX-09-26"]),
    ("in a letter dated dec.23, he", ["XXXX-12-23"]),
    ("on the 26th of september", ["XXXX-09-26"]),
    ("on 26 september 2021", ["2021-09-26"]),
    ("on September 26, 2021.", ["2021-09-26"]),
    ("on september 26th, 2021", ["2021-09-26"]),
    ("dec.23,2021", ["2021-12-23"]),
    ("on 26/09/2021", ["2021-09-26"]),
    ("on 09/26/2021", ["2021-09-26"]),
    ("2021-09-26", ["2021-09-26"]),
    ("2021.09.26", ["2021-09-26"]),
    ("2021/9/26", ["2021-09-26"]),
    ("on 05/06/2021", ["2021"]),
    ("on 05/06/2021 and 26/06/2021", ["2021-06-05", "2021-06-26"]),
    ("on 05/06/2021 and 06/26/2021", ["2021-05-06", "2021-06-26"]),
    ("23 2021-10", ["2021-10-23"]),
    ("Date:2020-10-05 Font size", ["2020-10-05"]),
    ("from september 15 to 17", ["XXXX-09-15/XXXX-09-17"]),
    ("from sept 28 to oct 3, 2021", ["2021-09-28/2021-10-03"]),
    ("from 1 to 3 June 2026", ["2026-06-01/2026-06-03"]),
    ("feb. 5-7, 2025", ["2025-02-05/2025-02-07"]),
    ("the 2019-2021 plan", ["2019/2021"]),
    ("between 2013 and 2015", ["2013/2015"]),
    ("from 2013 until 2015", ["2013/2015"]),
    ("between october 19 and november 2, 2014", ["2014-10-19/2014-11-02"]),
    ("from december 28, 2020 to january 3, 2021", ["2020-12-28/2021-01-03"]),
    ("from december 28 to january 3, 2021", ["2020-12-28/2021-01-03"]),
    ("in q3 2024", ["2024-07/2024-09"]),
    ("in the third quarter of 2024", ["2024-07/2024-09"]),
    ("in 2024 q3", ["2024-07/2024-09"]),
    ("in the first half of 2026", ["2026-01/2026-06"]),
    ("in h1 2024", ["2024-01/2024-06"]),
    ("in fiscal year 2024", ["2024"]),
    ("in fy2024", ["2024"]),
    ("by mid-2024", ["2024"]),
    ("in early 2023", ["2023"]),
    ("at the end of 2016", ["2016"]),
    ("in the spring of 2020", ["2020"]),
    ("since the 1980s", ["198X/.."]),
    ("since 2005", ["2005/.."]),
    ("until 2030", ["../2030"]),
    ("in the 1990s", ["199X"]),
    ("in march and june 2019", ["2019-03", "2019-06"]),
    ("in january of last year", ["XXXX-01"]),
    ("in september", ["XXXX-09"]),
]
NOTHING = [
    "they may march",
    "1500 units",
    "24 months",
    "+86-10-2021-5678",
    "usd 2,020 and $2019",
    "the boeing 2020",
    "iso 9001:2015 certified",
    "iso 9001: 2015",
    "in recent years",
    "covid-19 may spread",
    "https://x.org/2025/12/08/page",
    "anso-cr-pp-2021-06",
    "10.1016/j.ese.2025.100585",
    "in 2000 villages",
]


@pytest.mark.parametrize(("phrase", "dates"), UNDATED)
def test_a_date_is_read_as_far_as_the_text_goes(phrase, dates):
    assert found(phrase) == dates


@pytest.mark.parametrize("phrase", NOTHING)
def test_other_numbers_and_words_are_no_dates(phrase):
    assert found(phrase, PUBLISHED) == []
