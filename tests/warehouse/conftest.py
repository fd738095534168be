"""A warehouse in a folder of its own, and what is staged in it."""

import pytest

from tests.warehouse.ground import Coder, silent
from warehouse import landing, staging
from warehouse.connect import Warehouse


@pytest.fixture
def warehouse(tmp_path):
    return Warehouse(tmp_path / "ledger")


@pytest.fixture
def connection(warehouse):
    with warehouse.writer() as connection:
        landing.prepare(connection)
        staging.prepare(connection)
        yield connection


@pytest.fixture
def coder():
    return Coder()


@pytest.fixture
def stage(connection, coder):
    """Read and code what is landed; the figures of both."""

    def run(version="1"):
        done, rejected = staging.read_landed(connection, silent)
        return done, rejected, staging.code(connection, coder, version, silent)

    return run
