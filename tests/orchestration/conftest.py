"""A small source of everything that may lie in a folder, and a build of it."""

import dagster as dg
import pytest

from orchestration.build import build
from tests.orchestration.ground import stand_in, write_source
from warehouse.connect import Warehouse


@pytest.fixture
def source(tmp_path):
    return write_source(tmp_path / "releases")


@pytest.fixture
def files(tmp_path):
    return Warehouse(tmp_path / "ledger")


@pytest.fixture
def coder(monkeypatch):
    return stand_in(monkeypatch.setattr)


@pytest.fixture
def forgetful(monkeypatch):
    """Let Dagster remember runs in memory only: half of the time of a small build goes into that memory."""
    monkeypatch.setattr("orchestration.build.dagster_instance", lambda _files: dg.DagsterInstance.ephemeral())


@pytest.fixture
def run(source, files, request):
    """Build the source once more."""
    for name in ("coder", "forgetful"):
        request.getfixturevalue(name)
    return lambda *paths: build(paths or (source,), files)
