"""The table of scores: a figure is compared with the one on the same releases, and with no other."""

import pytest

from orchestration import scoring


def row(f1, releases, form="all"):
    return {"form": form, "score": "country", "releases": releases, "precision": 0.5, "recall": 0.5, "f1": f1, "cells": 9}


@pytest.fixture(autouse=True)
def committed(tmp_path, monkeypatch):
    monkeypatch.setattr(scoring, "COMMITTED", tmp_path / "scores.csv")


def test_without_committed_figures_nothing_has_changed():
    assert "+" not in scoring.lines([row(0.9, 112)])[1]


def test_a_figure_is_compared_with_the_committed_one():
    scoring.commit([row(0.8, 112)])
    assert "+0.100" in scoring.lines([row(0.9, 112)])[1]


def test_figures_on_other_releases_are_kept_apart():
    scoring.commit([row(0.8, 112)])
    assert "+" not in scoring.lines([row(0.9, 218)])[1]
    scoring.commit([row(0.7, 218)])
    assert [float(line["f1"]) for line in scoring.committed()] == [0.8, 0.7]
