"""Linear models: loaded from tables, added up, turned into probabilities."""

import csv
from collections import Counter

import pytest

from transforms.extract.bands import bands
from transforms.extract.choice import Option, choose, ranked
from transforms.extract.model import FOLDER, Model, bundled, flat, names, probability
from transforms.extract.models import Models, models


def test_log_odds_add_up_and_unknown_features_count_nothing():
    model = Model(1.0, {"a": 0.5, "b": -2.0})
    assert model.logit([("a", "b"), ("never seen",)]) == pytest.approx(-0.5)
    assert model.logit_of({"a": 2.0}) == pytest.approx(2.0)


def test_what_a_bundle_weighs_is_what_its_features_weigh_one_by_one():
    model = Model(0.25, {"a": 0.5, "b": -2.0, "c": 4.0})
    bundles = [("a", "b"), ("c",), (), ("a",)]
    assert names(bundles) == ["a", "b", "c", "a"]
    assert model.logit(bundles) == pytest.approx(model.logit_of(Counter(names(bundles))))
    assert model.logit(bundles) == pytest.approx(model.bias + sum(map(model.weight, bundles)))


def test_a_bundle_is_made_once_for_the_same_values_and_is_no_other():
    made = []

    @bundled
    def of(number: int) -> tuple[str, ...]:
        made.append(number)
        return (f"number {number}",)

    assert of(1) is of(1)
    assert of(1) != of(2)
    assert made == [1, 2]


def test_values_and_bundles_add_up_as_they_do_for_training():
    model = Model(0.25, {"a": 0.5, "b": -2.0, "c": 4.0})
    values, bundles = {"c": 0.5}, [("a", "b"), ()]
    assert model.logit_of(values, bundles) == pytest.approx(model.logit_of(flat(values, bundles))) == pytest.approx(0.75)


@pytest.mark.parametrize(("logit", "chance"), [(0.0, 0.5), (1e9, 1.0), (-1e9, 0.0)])
def test_probabilities_stay_between_nothing_and_one(logit, chance):
    assert probability(logit) == pytest.approx(chance)


def test_every_linear_model_is_shipped_as_a_sorted_table():
    for name in Models._fields[:-1]:
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            features = [row["feature"] for row in csv.DictReader(lines)][1:]
        assert features == sorted(features)
        assert len(features) == len(set(features))
    assert models().keep.coefficients


def test_of_equal_options_the_first_is_chosen():
    options = [Option("a", 1, "sentence", [("x",)]), Option("b", 2, "sentence", [("x",)])]
    assert choose(Model(0.0, {"x": 1.0}), options).key == "a"


def test_options_are_ranked_by_what_speaks_for_them():
    options = [Option("", None, "none", [("none",)]), Option("a", 1, "sentence", [("x",)])]
    assert [option.key for _, option in ranked(Model(0.0, {"x": 1.0}), options)] == ["a", ""]


@pytest.mark.parametrize(("number", "name"), [(0, "none"), (1, "some"), (4, "some"), (5, "many"), (99, "many")])
def test_bands_name_numbers(number, name):
    assert bands((1, 5), ("none", "some", "many"))(number) == name
