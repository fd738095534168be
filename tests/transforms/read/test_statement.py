"""What a source says of a release is checked value by value."""

from datetime import date

import pytest

from transforms.read.landed import Statement
from transforms.read.statement import statement


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-09-26", date(2021, 9, 26)),
        ("2021-09-26T23:30:00-05:00", date(2021, 9, 26)),
        ("20210926", date(2021, 9, 26)),
        (20210926, date(2021, 9, 26)),
    ],
)
def test_a_day_may_stand_alone_or_in_a_timestamp(value, day):
    assert statement({"published": value}) == (Statement(published_on=day), [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published", "26/09/2021"),
        ("published", "2021-02-30"),
        ("published", "2021-W38-7"),
        ("published", "2021-09-261"),
        ("published", "0000-01-01"),
        ("published", True),
        ("home_country", "Kenya"),
        ("language", "English"),
        ("url", "javascript:alert(1)"),
        ("url", "/etc/passwd"),
        ("title", {"en": "A road"}),
        ("organisation", ["A", "B"]),
        ("title", float("nan")),
    ],
)
def test_a_wrong_value_is_told_and_left_unknown(name, value):
    said, problems = statement({name: value})
    assert said == Statement()
    assert len(problems) == 1
    assert problems[0].startswith(f"{name} is ")


def test_spelling_is_forgiven_where_the_meaning_is_plain():
    said, problems = statement(
        {"home_country": "ke", "language": "zh-Hans", "url": "HTTPS://example.org/a", "title": " A\n road\u200b ", "other": 1}
    )
    assert said == Statement(url="HTTPS://example.org/a", title="A road", home_country="KE", language="zh")
    assert problems == []


def test_what_is_empty_is_unknown():
    assert statement({"title": "", "published": None, "organisation": "  "}) == (Statement(), [])
