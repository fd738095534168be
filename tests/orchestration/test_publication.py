"""What stands beside the published file, and how many older ones are kept."""

import json

import pytest

from orchestration.resources import kept_snapshots
from warehouse.datapackage import as_text, published


def test_the_data_package_stands_beside_the_published_file(run, files):
    run()
    text = (files.directory / "datapackage.json").read_text(encoding="utf-8")
    assert text == as_text(published())
    assert {resource["path"] for resource in json.loads(text)["resources"]} == {files.link.name}


def test_how_many_are_kept_is_a_setting(monkeypatch):
    monkeypatch.delenv("PRESSLEDGER_KEEP", raising=False)
    assert kept_snapshots() == 10
    monkeypatch.setenv("PRESSLEDGER_KEEP", "3")
    assert kept_snapshots() == 3
    for wrong in ("0", "-1", "many"):
        monkeypatch.setenv("PRESSLEDGER_KEEP", wrong)
        with pytest.raises(ValueError, match="PRESSLEDGER_KEEP"):
            kept_snapshots()
