"""The vocabulary of places: complete for ISO 3166, and every code in it exists."""

from __future__ import annotations

import pycountry
import pytest

from tests.transforms.extract.placed import places
from transforms.extract.gazetteer import rows, senses

GUARDED = {"JE", "RE"}  # words of English first: they need "in jersey"
SHARED = {"CG", "VI"}  # "congo" and "virgin islands" are two countries each
COUNTRIES = {country.alpha_2 for country in pycountry.countries} | {"XK"}


@pytest.mark.parametrize("country", pycountry.countries, ids=lambda country: country.alpha_2)
@pytest.mark.parametrize("cased", [False, True])
def test_every_country_is_found_by_its_name(country, cased):
    name = getattr(country, "common_name", country.name).split(",")[0]
    text = f"A school was built in {name} last year."
    found = places(text if cased else text.lower(), cased=cased)
    assert country.alpha_2 in SHARED or country.alpha_2 in {place.country for place in found}


@pytest.mark.parametrize("country", [c for c in pycountry.countries if c.alpha_2 not in GUARDED], ids=lambda country: country.alpha_2)
def test_every_country_has_a_name_that_stands_alone(country):
    own = [row["alias"] for row in rows("country_names.csv") if row["iso2"] == country.alpha_2 and row["kind"] == "name"]
    assert any(place.country == country.alpha_2 for name in own for place in places(f"{name} signed."))


def test_every_country_code_exists():
    used = {sense.country for found in senses().values() for sense in found if sense.country}
    assert used <= COUNTRIES
    assert {row["iso2"] for row in rows("countries.csv")} == COUNTRIES


def test_every_unit_code_is_in_the_list_of_units_and_in_its_country():
    units = {row["code"] for row in rows("admin1.csv")}
    for found in senses().values():
        for sense in found:
            assert sense.admin1 is None or sense.admin1 in units
            assert sense.admin1 is None or sense.country == sense.admin1[:2]


def test_most_units_are_top_level_units_of_iso_3166():
    known = {unit.code for unit in pycountry.subdivisions if not unit.parent_code}
    units = {row["code"] for row in rows("admin1.csv")}
    assert len(units & known) > 0.95 * len(units)


def test_the_vocabulary_is_sorted_and_says_nothing_twice():
    for file in ("admin1_terms.csv", "cities.csv", "country_names.csv", "regions.csv", "place_cues.csv", "place_guards.csv"):
        lines = [tuple(row.values()) for row in rows(file)]
        assert lines == sorted(set(lines)), file


@pytest.mark.parametrize(
    ("city", "country", "unit"),
    [
        ("accra", "GH", "GH-AA"),
        ("belgrade", "RS", "RS-00"),
        ("brazzaville", "CG", "CG-BZV"),
        ("changsha", "CN", "CN-HN"),
        ("dakar", "SN", "SN-DK"),
        ("dire dawa", "ET", "ET-DD"),
        ("hong kong", "HK", None),
        ("islamabad", "PK", "PK-IS"),
        ("kinshasa", "CD", "CD-KN"),
        ("lome", "TG", "TG-M"),
        ("luanda", "AO", "AO-LUA"),
        ("marrakesh", "MA", "MA-07"),
        ("mumbai", "IN", "IN-MH"),
        ("n'djamena", "TD", "TD-ND"),
        ("nis", "RS", "RS-20"),
        ("pristina", "XK", None),
        ("shymkent", "KZ", "KZ-79"),
        ("tashkent", "UZ", "UZ-TK"),
        ("wuhan", "CN", "CN-HB"),
    ],
)
def test_a_large_city_lies_in_its_unit(city, country, unit):
    found = places(f"in {city} they built it")[0]
    assert (found.country, found.admin1) == (country, unit)
