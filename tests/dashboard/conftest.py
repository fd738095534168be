"""What the tests of the dashboard share: an empty ledger, the small world, the page over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import data
from tests.dashboard.ledgers import Ledger
from tests.dashboard.worlds import fill, page


@pytest.fixture(autouse=True)
def _fresh_caches() -> Iterator[None]:
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """An empty ledger where the dashboard looks for one."""
    monkeypatch.setenv(data.WAREHOUSE, str(tmp_path))
    return Ledger(tmp_path)


@pytest.fixture
def small_world(ledger: Ledger) -> Ledger:
    """Published: 8 activities that count, 1 in a duplicate, 1 release without any, 1 file that could not be read."""
    fill(ledger)
    ledger.publish()
    return ledger


@pytest.fixture
def overview(small_world: Ledger) -> AppTest:
    """The overview over the small world, not run yet."""
    assert small_world.releases
    return page()
