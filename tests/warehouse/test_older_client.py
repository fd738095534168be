"""A client with DuckDB 1.5.5 reads everything in a published file: tables, keys, views, macros, comments."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.dashboard.ledgers import Ledger
from tests.warehouse.ground import built
from warehouse.contract import all_contracts
from warehouse.snapshot import publish
from warehouse.views import all_macros, all_views

ROOT = Path(__file__).parent.parent.parent
PYTHON = ROOT / ".venv-older" / "bin" / "python"
pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="no environment with an older DuckDB: make older")


def ask(path):
    script = Path(__file__).with_name("older_client.py")
    result = subprocess.run([PYTHON, "-I", script, path], capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_it_reads_what_a_build_publishes(warehouse):
    with built(warehouse) as connection:
        told = ask(publish(connection, warehouse))
    assert told["version"] == "1.5.5"
    assert told["read"].keys() == {item.table for item in (*all_contracts("main"), *all_views())}
    assert told["called"].keys() == {macro.name for macro in all_macros()}
    assert told["keys"] == len([contract for contract in all_contracts("main") if contract.grain])
    assert told["silent"] == 0
    assert told["read"]["kinds"] == 3


def test_it_finds_the_rows_that_a_newer_one_finds(tmp_path):
    ledger = Ledger(tmp_path)
    release = ledger.release("A solar power plant opened in Kenya.", published_on=None)
    ledger.activity(release, "A solar power plant opened in Kenya.", country_code="KE", sector_category="122", on="2021-07-01")
    told = ask(ledger.publish())
    assert told["called"] == {"activities_about": 1, "activities_in": 1, "context_of": 1, "search": 1, "since": 1, "top": 1}
