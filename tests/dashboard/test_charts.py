"""The charts as the specifications that browsers draw."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard import theme
from dashboard.buckets import AHEAD, PROVISIONAL, PUBLICATION, SETTLED, YEAR_ONLY, Timeline, added_up, axis, codes, divided
from dashboard.charts.bars import Bars, bars
from dashboard.charts.levels import steps, with_level
from dashboard.charts.matrix import matrix, others
from dashboard.charts.months import timeline
from dashboard.charts.world import BORDERS, outlines, points, topology, world
from dashboard.pictures import png, svg

TODAY = date(2026, 11, 22)
COUNTRIES = pd.DataFrame(
    [("GH", "Ghana", "288", 12), ("XK", "Kosovo", None, 2), ("BH", "Bahrain", "048", 1), ("ZZ", "Country not said", None, 5)],
    columns=["country_code", "country", "iso_numeric", "activities"],
)
MONTHS = pd.DataFrame(
    [
        ("1998-03", "text", 1),
        ("2020-05", "publication", 4),
        ("2021-09", "text", 3),
        ("2021-XX", "text", 2),
        ("2031-01", "text", 1),
        ("198X-XX", "text", 1),
        ("undated", "none", 7),
    ],
    columns=["month", "month_basis", "activities"],
)
WHOLE = int(MONTHS["activities"].sum())


def periods(months: pd.DataFrame, *, by_year: bool = False, newest: date = TODAY) -> Timeline:
    over = axis(months["month"], TODAY, by_year=by_year)
    return divided(added_up(months, over), over, "activities", newest)


def cells(countries: int, sectors: int) -> pd.DataFrame:
    keys = [(f"C{c:02}", f"{100 + s}", 1 + c) for c in range(countries) for s in range(sectors)] + [("ZZ", "998", 1)]
    names = ["country_code", "country", "sector_category", "category", "activities"]
    return pd.DataFrame([(c, f"Country {c}", s, f"Sector {s}", n) for c, s, n in keys], columns=names)


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
    spec = bars(COUNTRIES, Bars("country_code", "country", "Most activities (number)", neutral=("ZZ",))).to_dict()
    assert spec["params"][0]["select"]["fields"] == ["country_code"]
    assert spec["title"] == "Most activities (number)"
    assert spec["layer"][2]["encoding"]["text"]["field"] == "activities"


def tooltips(spec: dict[str, Any]) -> dict[str, str]:
    return {line["field"]: line["title"] for line in spec["encoding"]["tooltip"]}


def test_what_is_counted_is_named_and_releases_are_never_called_activities() -> None:
    counted = COUNTRIES.rename(columns={"activities": "releases"})
    specs = [world(counted, "releases").to_dict(), bars(counted, Bars("country_code", "country", "Most releases", "releases")).to_dict()]
    for spec in specs:
        assert tooltips(spec["layer"][0])["releases"] == "Releases"
        assert "ctivities" not in json.dumps({key: value for key, value in spec.items() if key != "datasets"})


def test_hovering_tells_the_measured_accuracy_of_the_slice() -> None:
    told = COUNTRIES.assign(measured="91% right")
    assert tooltips(world(told).to_dict()["layer"][1])["measured"] == "Measured accuracy"
    assert tooltips(bars(told, Bars("country_code", "country", "Most")).to_dict()["layer"][0])["measured"] == "Measured accuracy"


@pytest.mark.parametrize("by_year", [False, True])
def test_what_stands_on_the_axis_and_beside_it_adds_up(by_year: bool) -> None:
    divided_up = periods(MONTHS, by_year=by_year)
    assert divided_up.axis["activities"].sum() + divided_up.beside["activities"].sum() == WHOLE


def test_months_show_ten_years_and_name_what_lies_outside() -> None:
    divided_up = periods(MONTHS)
    assert list(divided_up.axis["period"]) == ["2020-05", "2021-09"]
    assert dict(zip(divided_up.beside["name"], divided_up.beside["activities"], strict=True)) == {
        "Before 2012": 1,
        "After 2021": 1,
        "Only the year is said": 2,
        "Only the decade is said": 1,
        "No year is said": 7,
    }


def test_a_publication_date_is_marked_as_such_and_so_is_a_bare_year() -> None:
    assert set(periods(MONTHS).axis.set_index("period").loc[["2020-05"], "basis"]) == {PUBLICATION}
    assert YEAR_ONLY in set(periods(MONTHS, by_year=True).axis["basis"])


def test_the_period_of_the_newest_release_is_provisional_and_later_ones_lie_ahead() -> None:
    states = dict(periods(MONTHS, by_year=True, newest=date(2021, 9, 3)).axis[["period", "state"]].itertuples(index=False))
    assert (states["2020"], states["2021"], states["2031"]) == (SETTLED, PROVISIONAL, AHEAD)
    spec = timeline(periods(MONTHS)).to_dict()
    assert SETTLED in spec["encoding"]["fillOpacity"]["condition"]["test"]


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
    assert codes(MONTHS["month"], axis(MONTHS["month"], TODAY, by_year=False), period) == expected


def test_the_time_axis_names_its_unit() -> None:
    assert timeline(periods(MONTHS)).to_dict()["title"] == "Activities by month (number)"
    assert timeline(periods(MONTHS, by_year=True)).to_dict()["encoding"]["x"]["timeUnit"] == "utcyear"


@pytest.mark.parametrize(("unit", "years"), [("month", [2021, 2022]), ("year", [2020, 2023])])
def test_a_single_period_is_a_bar_among_others(unit: str, years: list[int]) -> None:
    only = MONTHS[MONTHS["month"] == "2021-09"]
    x = timeline(periods(only, by_year=unit == "year")).to_dict()["encoding"]["x"]
    assert [end["year"] for end in x["scale"]["domain"]] == years
    assert x["axis"]["format"] == ("%b %Y" if unit == "month" else "%Y")


def test_other_stands_for_what_the_gathered_cells_leave_out() -> None:
    every = cells(4, 2)
    gathered = every[every["country_code"].isin(["C03", "ZZ"])]
    assert others(every, gathered, "country_code") == ("C00", "C01", "C02")
    assert others(every, every, "country_code") == ()


def test_the_matrix_picks_country_and_sector_and_ends_with_the_unknown() -> None:
    spec = matrix(cells(3, 3)).to_dict()
    assert spec["params"][0]["select"]["fields"] == ["country_code", "sector_category"]
    assert spec["layer"][0]["encoding"]["y"]["sort"][-1] == "Country ZZ"


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_and_text_stand_out_from_their_ground(scheme: str) -> None:
    colours = tomllib.loads((Path(theme.__file__).parent / "theme.toml").read_text(encoding="utf-8"))["theme"][scheme]
    ground = colours["backgroundColor"]
    assert [colour for colour in colours["chartCategoricalColors"][:6] if contrast(colour, ground) < 3] == []
    assert contrast(colours["chartCategoricalColors"][6], ground) >= 4.5
    assert contrast(theme.NEUTRAL, ground) >= 3
    assert [colour for colour in colours["chartDivergingColors"] if contrast(colour, colours["chartCategoricalColors"][6]) < 4.5] == []


def test_a_chart_becomes_a_picture_without_asking_anybody() -> None:
    chart = timeline(periods(MONTHS))
    assert png(chart, "Pressledger. Data as of today").startswith(b"\x89PNG")
    drawn = svg(chart, "Pressledger. Data as of today").decode()
    assert "Data as of today" in drawn
    assert "Activities by month (number)" in drawn


def test_the_map_becomes_a_picture_too() -> None:
    assert "Borders" not in svg(world(COUNTRIES), "x").decode()
    assert "Borders: Natural Earth" in svg(world(COUNTRIES), f"x. {BORDERS}").decode()
