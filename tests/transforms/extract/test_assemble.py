"""Whole releases: what stands around an activity."""

from datetime import date

from transforms.extract.assemble import extract
from transforms.release import Release

LISTED = (
    "the company handed over several works this year, it said in a statement on the occasion of its anniversary.\n\n"
    "it has built an affordable housing project in south africa, a hospital in ghana, and roads in benin."
)


def rows(body, **more):
    return extract(Release("r", 1, "s", "u", body, language="en", published_on=date(2024, 5, 6), published_basis="manifest", **more))


def by_country(found):
    return {row.country: row for row in found}


def test_each_item_of_a_list_keeps_its_own_object():
    found = by_country(rows(LISTED))
    assert {country: (row.sector or "")[:3] for country, row in found.items()} == {"ZA": "160", "GH": "122", "BJ": "210"}


def test_rows_of_one_sentence_share_a_group():
    assert len({row.group for row in rows(LISTED)}) == 1


def test_a_row_carries_its_date_and_its_sum():
    found = by_country(rows("On March 3, 2023 the bank signed a loan of $30 million for a road in Benin with the ministry of finance."))
    assert (found["BJ"].date_edtf, found["BJ"].amount, found["BJ"].currency) == ("2023-03-03", 30_000_000.0, "USD")


def test_a_row_has_a_country_or_a_region_never_both():
    found = rows("The group has set up a sales channel in Western Africa and opened a hospital in Ghana in 2022.")
    assert found
    assert all((row.country is None) != (row.region is None) for row in found)


def test_the_basis_of_a_place_is_said():
    assert {row.place_basis for row in rows(LISTED)} == {"sentence"}
