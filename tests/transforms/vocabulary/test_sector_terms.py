"""The sector lexicon as data: every code is on the list, every term says one thing."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import transforms.vocabulary.sector_terms as lexicon

VOCABULARY = Path(lexicon.__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (VOCABULARY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_code_is_an_active_code_or_category() -> None:
    active = {row["code"] for row in rows("sectors.csv")} | {row["code"] for row in rows("sector_categories.csv")}
    assert {row["code"] for row in rows("sector_terms.csv")} - active == {""}


def test_only_stop_phrases_have_no_code() -> None:
    assert all((row["code"] == "") == (row["role"] == "stop") for row in rows("sector_terms.csv"))


def test_weights_and_roles_are_of_the_known_ones() -> None:
    for row in rows("sector_terms.csv"):
        assert row["role"] in {"", "name", "means", "stop"}
        assert row["weight"] in (("0",) if row["role"] == "stop" else ("1", "2", "3"))


def test_a_term_stands_once() -> None:
    counts = Counter(lexicon.plain(row["term"]) for row in rows("sector_terms.csv"))
    assert [term for term, n in counts.items() if n > 1] == []


def test_rows_are_sorted_by_code_and_term() -> None:
    keys = [(row["code"], row["term"]) for row in rows("sector_terms.csv")]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    "term", ["environment", "culture", "university", "software", "gold", "bank", "bridge", "road", "medical", "mining"]
)
def test_single_words_that_over_fire_are_weak(term: str) -> None:
    assert lexicon.sector_terms()[term].weight == 1


@pytest.mark.parametrize(
    ("form", "many"),
    [
        ("mill", "mills"),
        ("battery", "batteries"),
        ("railway", "railways"),
        ("switch", "switches"),
        ("glass", "glasses"),
        ("roads", "roads"),
    ],
)
def test_plurals_are_regular(form: str, many: str) -> None:
    assert lexicon.plural(form) == many


def test_a_term_is_found_in_its_plural_and_other_spellings() -> None:
    forms = set(lexicon.variants("data centre"))
    assert {"data centre", "data centres", "data center", "data centers"} <= forms


def test_a_form_of_its_own_beats_one_made_from_another_term() -> None:
    forms = lexicon.sector_terms()
    for row in rows("sector_terms.csv"):
        assert forms[lexicon.plain(row["term"])].term == row["term"]


def test_the_version_of_each_code_list_is_known() -> None:
    assert {row["file"] for row in rows("codelists.csv")} == {"sectors.csv", "sector_categories.csv", "sectors_withdrawn.csv"}
    assert all(row["codelist_version"] for row in rows("codelists.csv"))
