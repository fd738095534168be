"""The coder does not get worse: figures on the labelled releases that the product carries, against the floors in one file."""

import csv

import pytest

from transforms.extract.assemble import extract
from transforms.score import reliability
from warehouse import golden

FLOORS = golden.LABELS.parent / "floors.csv"


@pytest.fixture(scope="module")
def gold():
    return golden.labelled()


@pytest.fixture(scope="module")
def predicted(gold):
    return golden.code(gold, extract)


def test_every_label_finds_its_release(gold):
    assert len(gold) == 112


def test_no_score_falls_under_its_floor(gold, predicted):
    reached = {(row["form"], row["score"]): row["f1"] for row in golden.accuracy(gold, predicted)}
    with FLOORS.open(encoding="utf-8", newline="") as lines:
        floors = {(row["form"], row["score"]): float(row["f1"]) for row in csv.DictReader(lines)}
    assert {key: reached[key] for key, floor in floors.items() if reached[key] < floor} == {}


def test_higher_confidence_is_more_often_right(gold, predicted):
    bands = [band for band in reliability({item.name: item.readings for item in gold}, predicted) if band.rows >= 20]
    assert [band.right for band in bands] == sorted(band.right for band in bands)
    assert all(abs(band.right - band.confidence) < 0.2 for band in bands)
