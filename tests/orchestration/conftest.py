"""A small source of everything that may lie in a folder, and a build of it."""

import pytest

from orchestration.build import build
from tests.orchestration.ground import forget, stand_in, write_source
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
    """Let Dagster remember nothing on disk."""
    forget(monkeypatch.setattr)


@pytest.fixture
def run(source, files, request):
    """Build the source once more."""
    for name in ("coder", "forgetful"):
        request.getfixturevalue(name)
    return lambda *paths: build(paths or (source,), files)
