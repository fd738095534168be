"""The product measures itself once for each coder and each set of labels."""

import pytest

from transforms.extract.assemble import extract
from warehouse import golden, tables


@pytest.fixture
def measure(connection, monkeypatch):
    gold, coded = golden.labelled()[:3], []
    monkeypatch.setattr(golden, "labelled", lambda: gold)

    def run(version):
        coded.clear()
        golden.measure(connection, lambda release: coded.append(release) or extract(release), version)
        return len(coded)

    return run


def test_a_coder_is_measured_once(measure, connection):
    assert [measure("1"), measure("1"), measure("2"), measure("2")] == [3, 0, 3, 0]
    rows = tables.rows_of(connection, "from staging.accuracy where form = 'all'")
    assert {row["score"] for row in rows} == {"country", "country-sector", "country-sector-month", "country-kind", "admin1", "money"}
    assert all(row["releases"] == 3 and 0 <= row["f1"] <= 1 for row in rows)


def test_other_labels_are_measured_again(measure, monkeypatch, tmp_path):
    measure("1")
    labels = tmp_path / "labels.jsonl"
    labels.write_bytes(golden.LABELS.read_bytes() + b"\n")
    monkeypatch.setattr(golden, "LABELS", labels)
    assert measure("1") == 3


def test_every_label_has_its_release():
    gold = golden.labelled()
    assert len(gold) == len(golden.LABELS.read_text(encoding="utf-8").splitlines())
    assert all(item.release.body for item in gold)
