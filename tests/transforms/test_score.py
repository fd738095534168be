"""The scorer says what the codebook defines, and the same as the scorer that the labelling used."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from transforms.score import SCORES, month, score, tally

OTHER = Path(__file__).parents[3].parent / "shared" / "score.py"
OTHERS = [OTHER, Path(__file__).parents[4] / "shared" / "score.py"]


def row(country="BJ", kind="construction", **more):
    return {"country": country, "kind": kind, "certain": True} | more


@pytest.mark.parametrize(
    ("edtf", "cell"),
    [
        ("2021-09-26", "2021-09"),
        ("XXXX-09-26", "XXXX-09"),
        ("2021", "2021"),
        ("2013/2015", "2013"),
        ("198X/..", "none"),
        ("../2020", "none"),
        (None, "none"),
    ],
)
def test_the_month_of_a_date_is_that_of_its_start(edtf, cell):
    assert month(edtf) == cell


def test_an_optional_row_costs_nothing_found_or_missed():
    gold = [[row("BJ"), row("GH") | {"certain": False}]]
    assert score({"r": gold}, {"r": [row("BJ"), row("GH")]})["country"][:3] == (1.0, 1.0, 1.0)
    assert score({"r": gold}, {"r": [row("BJ")]})["country"][:3] == (1.0, 1.0, 1.0)


def test_a_gold_sector_of_none_is_met_by_any_sector():
    found = tally([[row(sector=None)]], [row(sector="12230")], "country-sector")
    assert not found.wrong
    assert not found.missed


def test_sectors_are_compared_at_three_digits():
    assert score({"r": [[row(sector="12230")]]}, {"r": [row(sector="122")]})["country-sector"].f1 == 1.0


def test_a_release_without_activities_makes_a_predicted_one_wrong():
    assert score({"r": [[]]}, {"r": [row()]})["country"].precision == 0.0


def test_money_needs_amount_and_currency():
    gold = {"r": [[row(amount=5, currency="USD")]]}
    assert score(gold, {"r": [row(amount=5.0, currency="USD")]})["money"].f1 == 1.0
    assert score(gold, {"r": [row(amount=5.0, currency="CNY")]})["money"].f1 == 0.0


def test_of_two_readings_only_what_both_hold_is_certain():
    readings = [[row("BJ"), row("GH")], [row("BJ")]]
    figures = score({"r": readings}, {"r": [row("BJ")]})["country"]
    assert (figures.recall, figures.cells) == (1.0, 1)


def random_rows(source, number):
    pick = source.choice
    return [
        {
            "country": pick(["BJ", "GH", None]),
            "kind": pick(["visit", "supply"]),
            "sector": pick([None, "12230", "122", "210"]),
            "date": pick([None, "2021", "2021-09-26", "XXXX-09", "2021-10/.."]),
            "admin1": pick([None, "BJ-AL", "GH-AA"]),
            "amount": pick([None, 5, 7.5]),
            "currency": pick(["USD", "CNY"]),
            "certain": pick([True, False]),
        }
        for _ in range(source.randrange(number))
    ]


def test_figures_equal_those_of_the_other_scorer():
    path = next((p for p in OTHERS if p.exists()), None)
    if path is None:
        pytest.skip("the other scorer is not here")
    spec = importlib.util.spec_from_file_location("other_scorer", path)
    other = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(other)
    source = random.Random(7)
    for _ in range(200):
        readings = [random_rows(source, 6) for _ in range(source.choice([1, 1, 2]))]
        predicted = random_rows(source, 6)
        for name in SCORES:
            right, wrong, missed, hit = other.score_release(json.loads(json.dumps(readings)), predicted, name)
            mine = tally(readings, predicted, name)
            assert (len(mine.right), len(mine.wrong), len(mine.missed), len(mine.found)) == (len(right), len(wrong), len(missed), hit)
