"""The release that the project began with names 18 countries in which something takes place."""

from pathlib import Path

import pytest

from transforms.extract.assemble import extract
from transforms.release import Release

COUNTRIES = {"AO", "BJ", "BW", "CD", "CI", "CM", "CN", "DZ", "EG", "ET", "GH", "ML", "MR", "SD", "SN", "TD", "TZ", "ZA"}
PLACES = (
    Path(__file__).parents[3] / "warehouse/samples",
    Path(__file__).parents[4] / "shared/seeds",
    Path(__file__).parents[5] / "shared/seeds",
)


@pytest.mark.parametrize("about", [{}, {"organisations": ("Genertec",), "home_country": "CN", "language": "en"}])
def test_all_countries_of_the_first_release_are_found_and_none_invented(about):
    path = next((p for folder in PLACES for p in folder.glob("000_*.txt")), None)
    if path is None:
        pytest.skip("the release is not here")
    rows = extract(Release("000", 1, "s", "u", path.read_text(encoding="utf-8"), **about))
    assert {row.country for row in rows if row.country} == COUNTRIES
