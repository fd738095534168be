"""Dates are found in the forms that releases use, and nothing else is taken for one."""

from datetime import date

import pytest

from tests.transforms.extract.dated import PUBLISHED, found, page
from transforms.extract import dates

WITHOUT_PUBLICATION = [
    ("opened on sept. 26", "XXXX-09-26"),
    ("in the afternoon of sept.26,", "XXXX-09-26"),
    ("in a letter dated dec.23, he", "XXXX-12-23"),
    ("on sept 26 the", "XXXX-09-26"),
    ("on september 26th", "XXXX-09-26"),
    ("on september the 3rd", "XXXX-09-03"),
    ("on the 26th of september", "XXXX-09-26"),
    ("on the 3rd day of march", "XXXX-03-03"),
    ("on 5 may", "XXXX-05-05"),
    ("on may 5", "XXXX-05-05"),
    ("on feb. 29", "XXXX-02-29"),
    ("on mar. 3 at", "XXXX-03-03"),
    ("in september", "XXXX-09"),
    ("by the end of March", "XXXX-03"),
    ("in early may", "XXXX-05"),
    ("in the middle of december", "XXXX-12"),
    ("in mid-april", "XXXX-04"),
    ("in january of last year", "XXXX-01"),
    ("next march", "XXXX-03"),
    ("on 26 september 2021", "2021-09-26"),
    ("on September 26, 2021.", "2021-09-26"),
    ("on september 26 2021", "2021-09-26"),
    ("on september 26th, 2021", "2021-09-26"),
    ("on the 26th of september, 2021", "2021-09-26"),
    ("Sunday, 26 September 2021", "2021-09-26"),
    ("26-sep-2021", "2021-09-26"),
    ("26 Sept. 2021", "2021-09-26"),
    ("dec.23,2021", "2021-12-23"),
    ("since aug.5, 2013, and", "2013-08-05/.."),
    ("on\u00a0sept.\u00a026, 2021", "2021-09-26"),
    ("26\u00a0september\u00a02021", "2021-09-26"),
    ("on 26/09/2021", "2021-09-26"),
    ("on 09/26/2021", "2021-09-26"),
    ("on 26.09.2021", "2021-09-26"),
    ("on 26-09-2021", "2021-09-26"),
    ("on 09/09/2021", "2021-09-09"),
    ("on 05/06/2021", "2021"),
    ("2021-09-26", "2021-09-26"),
    ("2021-09-26 11:45", "2021-09-26"),
    ("2021-09-26T11:45:00", "2021-09-26"),
    ("2021.09.26", "2021-09-26"),
    ("2021/9/26", "2021-09-26"),
    ("in 2021-09", "2021-09"),
    ("23 2021-10", "2021-10-23"),
    ("Date:2020-10-05 Font size", "2020-10-05"),
    ("Date: 2016-10-31 Font size", "2016-10-31"),
    ("in october 2019", "2019-10"),
    ("October 2019:", "2019-10"),
    ("in november, 2025", "2025-11"),
    ("may 2008", "2008-05"),
    ("dec.2019", "2019-12"),
    ("late june 2020", "2020-06"),
    ("by the end of march 2020", "2020-03"),
    ("from september 15 to 17", "XXXX-09-15/XXXX-09-17"),
    ("on aug. 5-6.", "XXXX-08-05/XXXX-08-06"),
    ("on september 3 and 4, 2021", "2021-09-03/2021-09-04"),
    ("the 3rd and 4th of september 2021", "2021-09-03/2021-09-04"),
    ("on sept. 3, 4 and 5", "XXXX-09-03/XXXX-09-05"),
    ("september 15 through 17, 2021", "2021-09-15/2021-09-17"),
    ("from sept 28 to oct 3, 2021", "2021-09-28/2021-10-03"),
    ("26 september - 3 october 2021", "2021-09-26/2021-10-03"),
    ("from 1 to 3 June 2026", "2026-06-01/2026-06-03"),
    ("26-29 september 2021", "2021-09-26/2021-09-29"),
    ("September 26 – 29, 2021", "2021-09-26/2021-09-29"),
    ("feb. 5-7, 2025", "2025-02-05/2025-02-07"),
    ("From October 28 through November 12, 2025", "2025-10-28/2025-11-12"),
    ("between october 19 and november 2, 2014", "2014-10-19/2014-11-02"),
    ("from tuesday, may 5 to thursday, may 7, 2020", "2020-05-05/2020-05-07"),
    ("20 may 2020 to 3 june 2020", "2020-05-20/2020-06-03"),
    ("from december 28, 2020 to january 3, 2021", "2020-12-28/2021-01-03"),
    ("from december 28 to january 3, 2021", "2020-12-28/2021-01-03"),
    ("from december 28 to january 3", "XXXX-12-28/XXXX-01-03"),
    ("from january to march 2020", "2020-01/2020-03"),
    ("july-september 2020", "2020-07/2020-09"),
    ("from january 2020 to march 2021", "2020-01/2021-03"),
    ("the 2019-2021 plan", "2019/2021"),
    ("in 2006–2007", "2006/2007"),
    ("(2017-2019)", "2017/2019"),
    ("between 2013 and 2015", "2013/2015"),
    ("from 2013 until 2015", "2013/2015"),
    ("from 2010 to 2024", "2010/2024"),
    ("in 2020/21", "2020/2021"),
    ("the 2025-26 academic year", "2025/2026"),
    ("in q3 2024", "2024-07/2024-09"),
    ("in Q3 of 2024", "2024-07/2024-09"),
    ("in 3q 2024", "2024-07/2024-09"),
    ("in the third quarter of 2024", "2024-07/2024-09"),
    ("fourth-quarter 2024", "2024-10/2024-12"),
    ("in the last quarter of 2020", "2020-10/2020-12"),
    ("in 2024 q3", "2024-07/2024-09"),
    ("in the first half of 2026", "2026-01/2026-06"),
    ("second half 2023", "2023-07/2023-12"),
    ("in h1 2024", "2024-01/2024-06"),
    ("1H 2026", "2026-01/2026-06"),
    ("in fiscal year 2024", "2024"),
    ("in fiscal 2024", "2024"),
    ("in fy2024", "2024"),
    ("FY25 results", "2025"),
    ("by mid-2024", "2024"),
    ("in early 2023", "2023"),
    ("at the end of 2016", "2016"),
    ("by the end of 2024", "2024"),
    ("at year-end 2020", "2020"),
    ("in spring 2020", "2020"),
    ("in the summer of 2015", "2015"),
    ("in the year 2020", "2020"),
    ("in 2000.", "2000"),
    ("a film (2021)", "2021"),
    ("since the 1980s", "198X/.."),
    ("in the 1990s", "199X"),
    ("the early 2000s", "200X"),
    ("in the 1990's", "199X"),
    ("since 2005", "2005/.."),
    ("since the end of 2016", "2016/.."),
    ("since the beginning of 2019", "2019-01/.."),
    ("since march 2013", "2013-03/.."),
    ("since may 13", "XXXX-05-13/.."),
    ("since 1971-72, coaches", "1971/.."),
    ("from february 2020 on.", "2020-02/.."),
    ("until 2030", "../2030"),
    ("until june 30, 2022", "../2022-06-30"),
    ("through 2027", "../2027"),
    ("on the eve of may 1, 2020", "2020-04-30"),
    ("on the eve of March 1", "XXXX-02-29"),
    ("On the eve of International Children's Day 2019", "2019-05-31"),
    ("on world health day", "XXXX-04-07"),
]
SEVERAL = [
    ("on 05/06/2021 and 26/06/2021", ["2021-06-05", "2021-06-26"]),
    ("on 05/06/2021 and 06/26/2021", ["2021-05-06", "2021-06-26"]),
    ("on 05/06/2021, 06/26/2021 and 26/06/2021", ["2021", "2021-06-26", "2021-06-26"]),
    ("in march and june 2019", ["2019-03", "2019-06"]),
    ("in march, april and may 2020", ["2020-03", "2020-04", "2020-05"]),
    ("on march 9, april 10 and may 11, 2019", ["2019-03-09", "2019-04-10", "2019-05-11"]),
    ("in december and january 2020", ["2019-12", "2020-01"]),
    ("in 2018, 2019 and 2020", ["2018", "2019", "2020"]),
    ("in may 2008 and in march of the following year", ["2008-05", "2009-03"]),
    ("in february 2001, with its first show on may 20 of that same year", ["2001-02", "2001-05-20"]),
    ("in 2019 it began; that year it grew", ["2019", "2019"]),
    ("on sept. 27 a forum was held. on the same day, they met", ["XXXX-09-27", "XXXX-09-27"]),
    ("on january 1, 2020. the day before, they met", ["2020-01-01", "2019-12-31"]),
    ("on september 3, 2021, and a visit on the 5th.", ["2021-09-03", "2021-09-05"]),
    ("came by december 2020. the following month it left", ["2020-12", "2021-01"]),
    ("on may 5, 2020, the day after the flood, on the 26th floor", ["2020-05-05"]),
    ("on march 27, 2020. That spring in Ethiopia", ["2020-03-27", "2020"]),
    ("hit a reef on july 25, 2020. in august it broke apart", ["2020-07-25", "2020-08"]),
]
NOTHING = [
    "they may march",
    "it may open in time",
    "1500 units",
    "24 months",
    "+86-10-2021-5678",
    "tel 010 2019 1234",
    "usd 2,020 and $2019",
    "the boeing 2020",
    "iso 9001:2015 certified",
    "iso 9001: 2015",
    "in recent years",
    "covid-19 may spread",
    "1,300 may be",
    "the top 10 may win",
    "https://x.org/2025/12/08/page",
    "anso-cr-pp-2021-06",
    "10.1016/j.ese.2025.100585",
    "in 2000 villages",
    "of 2021 people",
    "by 2000 mw",
    "at 2030 hours",
    "april smith",
    "the march of time",
    "sun and sat",
    "february 30, 2021",
    "june 31",
    "99/99/2021",
    "20210926",
    "grew 2019%",
    "in 2,019 homes",
    "may 20,000 people",
]


@pytest.mark.parametrize(("phrase", "edtf"), WITHOUT_PUBLICATION)
def test_a_date_is_read_as_far_as_the_text_goes(phrase, edtf):
    assert found(phrase) == [edtf]


@pytest.mark.parametrize(("phrase", "edtf"), WITHOUT_PUBLICATION)
def test_case_makes_no_difference_to_a_date(phrase, edtf):
    assert found(phrase.lower()) == [edtf]


@pytest.mark.parametrize(("phrase", "expected"), SEVERAL)
def test_dates_lend_each_other_what_they_lack(phrase, expected):
    assert found(phrase) == expected


@pytest.mark.parametrize("phrase", NOTHING)
def test_other_numbers_and_words_are_no_dates(phrase):
    assert found(phrase, PUBLISHED) == []


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [("on may 5, 2020", "day"), ("in may 2020", "month"), ("in q2 2020", "quarter"), ("in 2020", "year"), ("in the 1980s", "decade")],
)
def test_precision_is_the_finest_unit_said(phrase, precision):
    assert [mention.precision for mention in dates.find_dates(page(phrase))] == [precision]


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("by the end of 2024", "deadline"),
        ("until 2030", "deadline"),
        ("since 2005", "background"),
        ("in 2005", ""),
        ("founded in 1950, it", "background"),
        ("Today, it serves many people", "nowadays"),
        ("Today, the minister opened the road", ""),
        ("today they need six hours", "nowadays"),
        ("in today's market", "nowadays"),
        ("announced today that it has", "announced"),
        ("today announced a deal", "announced"),
        ("the ship landed today with rice", ""),
    ],
)
def test_the_words_around_a_date_give_it_its_role(phrase, role):
    assert [mention.role for mention in dates.find_dates(page(phrase, PUBLISHED))] == [role]


def test_a_capital_tells_the_month_from_the_verb():
    assert found("Visitors in April and May saw it. It may rain.", cased=True) == ["XXXX-04", "XXXX-05"]


def test_an_older_full_date_gives_no_year_to_an_unrelated_one():
    assert found("built in 2009-06-01.\nthe clinic opened on july 3.") == ["2009-06-01", "XXXX-07-03"]


def test_the_day_of_publication_shows_the_order_of_digits():
    assert found("GURUGRAM, 12.03.2021: coaches left; ordered on 05.06.2020", date(2021, 3, 12)) == ["2021-03-12", "2020-06-05"]


def test_a_range_from_a_month_to_itself_is_read():
    assert {edtf[:7] for edtf in found("from september to sept.2000")} == {"2000-09"}
