"""The charts as the specifications that browsers draw."""

from __future__ import annotations

import json
from datetime import date

import altair as alt
import pandas as pd
import pytest

from dashboard.charts.bars import bars
from dashboard.charts.levels import steps, with_level
from dashboard.charts.matrix import MOST_COUNTRIES, OTHER, cut, matrix, others
from dashboard.charts.months import PUBLICATION, YEAR_ONLY, by_month, by_year, codes, timeline
from dashboard.charts.world import outlines, points, topology, world

TODAY = date(2026, 11, 22)
COUNTRIES = pd.DataFrame(
    [("GH", "Ghana", "288", 12, 4), ("XK", "Kosovo", None, 2, 1), ("BH", "Bahrain", "048", 1, 1), ("ZZ", "Country not said", None, 5, 3)],
    columns=["country_code", "country", "iso_numeric", "activities", "releases"],
)
MONTHS = pd.DataFrame(
    [
        ("1998-03", "text", 1, 1),
        ("2020-05", "publication", 4, 2),
        ("2021-09", "text", 3, 2),
        ("2021-XX", "text", 2, 2),
        ("2031-01", "text", 1, 1),
        ("198X-XX", "text", 1, 1),
        ("undated", "none", 7, 5),
    ],
    columns=["month", "month_basis", "activities", "releases"],
)
WHOLE = int(MONTHS["activities"].sum())


def cells(countries: int, sectors: int) -> pd.DataFrame:
    keys = [(f"C{c:02}", f"{100 + s}", 1 + c) for c in range(countries) for s in range(sectors)] + [("ZZ", "998", 1)]
    return pd.DataFrame([(c, f"Country {c}", s, f"Sector {s}", n, 1) for c, s, n in keys], columns=CELL_COLUMNS)


CELL_COLUMNS = ["country_code", "country", "sector_category", "category", "activities", "releases"]


@pytest.mark.parametrize(
    ("highest", "starts"), [(0, [1]), (1, [1]), (4, [1, 2]), (60, [1, 2, 5, 10, 20, 50]), (1500, [1, 5, 20, 100, 500])]
)
def test_colour_steps_are_round_and_few(highest: int, starts: list[int]) -> None:
    assert steps(highest) == starts


def test_every_count_has_the_step_it_falls_into() -> None:
    assert list(with_level(pd.DataFrame({"activities": [1, 4, 5, 60]}))["level"]) == [1, 2, 3, 6]


def test_the_map_carries_its_shapes_and_asks_nobody_for_them() -> None:
    spec = world(COUNTRIES).to_dict()
    assert '"url"' not in json.dumps(spec).replace(alt.SCHEMA_URL, "")
    assert spec["layer"][0]["data"]["values"] == outlines()
    assert spec["params"][0]["name"] == "pick"


def test_every_shape_has_an_id_and_every_country_a_shape_or_a_point() -> None:
    ids = [shape["id"] for shape in topology()["objects"]["countries"]["geometries"]]
    assert None not in ids
    assert "XK" in ids
    assert {"BH", "SG", "MT"} <= set(points()["country_code"])
    assert not points()["latitude"].isna().any()


def test_the_bucket_without_a_country_is_not_on_the_map() -> None:
    rows = [row for data in world(COUNTRIES).to_dict()["datasets"].values() for row in data]
    assert {row["country_code"] for row in rows} == {"GH", "XK", "BH"}
    assert {row["id"] for row in rows if "id" in row} == {"288", "XK", "048"}


def test_bars_pick_by_code_and_show_names_and_numbers() -> None:
    spec = bars(COUNTRIES, "country_code", "country", "Most activities (number)", neutral=("ZZ",)).to_dict()
    assert spec["params"][0]["select"]["fields"] == ["country_code"]
    assert spec["title"] == "Most activities (number)"
    assert spec["layer"][2]["encoding"]["text"]["field"] == "activities"


@pytest.mark.parametrize("periods", [by_month(MONTHS, TODAY), by_year(MONTHS)])
def test_what_stands_on_the_axis_and_beside_it_adds_up(periods) -> None:
    assert periods.axis["activities"].sum() + periods.beside["activities"].sum() == WHOLE


def test_months_show_ten_years_and_name_what_lies_outside() -> None:
    periods = by_month(MONTHS, TODAY)
    assert list(periods.axis["period"]) == ["2020-05", "2021-09"]
    assert dict(zip(periods.beside["name"], periods.beside["activities"], strict=True)) == {
        "Before 2012": 1,
        "After 2021": 1,
        "Only the year is said": 2,
        "Only the decade is said": 1,
        "No year is said": 7,
    }


def test_a_publication_date_is_marked_as_such_and_so_is_a_bare_year() -> None:
    assert set(by_month(MONTHS, TODAY).axis.set_index("period").loc[["2020-05"], "basis"]) == {PUBLICATION}
    assert YEAR_ONLY in set(by_year(MONTHS).axis["basis"])


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2021-09", ("2021-09",)),
        ("2021", ("2021-09", "2021-XX")),
        ("before", ("1998-03",)),
        ("undated", ("undated",)),
        ("year", ("2021-XX",)),
        ("nonsense", ()),
    ],
)
def test_a_picked_bar_stands_for_its_months(period: str, expected: tuple[str, ...]) -> None:
    assert codes(MONTHS, period, TODAY) == expected


def test_the_time_axis_names_its_unit() -> None:
    assert timeline(by_month(MONTHS, TODAY)).to_dict()["title"] == "Activities by month (number)"
    assert timeline(by_year(MONTHS)).to_dict()["encoding"]["x"]["timeUnit"] == "year"


def test_a_cut_matrix_still_adds_up_and_keeps_the_unknown_apart() -> None:
    every = cells(40, 15)
    few = cut(every)
    assert few["activities"].sum() == every["activities"].sum()
    assert few["country_code"].nunique() == MOST_COUNTRIES + 2
    assert {OTHER, "ZZ"} <= set(few["country_code"])
    assert len(others(every, "country_code")) == 40 - MOST_COUNTRIES


def test_a_small_matrix_is_not_cut() -> None:
    assert OTHER not in set(cut(cells(3, 3))["country_code"])
    assert others(cells(3, 3), "country_code") == ()


def test_the_matrix_picks_country_and_sector_and_ends_with_the_unknown() -> None:
    spec = matrix(cut(cells(3, 3))).to_dict()
    assert spec["params"][0]["select"]["fields"] == ["country_code", "sector_category"]
    assert spec["layer"][0]["encoding"]["y"]["sort"][-1] == "Country ZZ"
