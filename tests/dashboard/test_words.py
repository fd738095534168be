"""Words for the screen, and CSV files that run nothing."""

from __future__ import annotations

import csv as reading
import io
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.download import csv
from dashboard.server import command
from dashboard.words import as_label, count, money, month, place, share, web_address


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(0, 0, "–"), (0, 9, "0%"), (1, 1000, "under 1%"), (999, 1000, "over 99%"), (9, 9, "100%")]
)
def test_a_share_is_never_rounded_to_none_or_all(part: int, whole: int, words: str) -> None:
    assert share(part, whole) == words


@pytest.mark.parametrize(
    ("code", "words"), [("2021-09", "Sep 2021"), ("2021-XX", "2021, month not said"), ("198X-XX", "1980s"), ("undated", "Date not said")]
)
def test_month_codes_read_as_words(code: str, words: str) -> None:
    assert month(code) == words


def test_counts_and_money_read_as_people_write_them() -> None:
    assert count(1, "release") == "1 release"
    assert count(2310, "activity", "activities") == "2,310 activities"
    assert money(3_000_000.0, "USD") == "USD 3,000,000"
    assert money(None, "USD") is None


def test_a_region_is_named_as_no_more_than_a_region() -> None:
    assert place(None, "Western Africa", None) == "Western Africa (region only)"
    assert place("Ghana", None, "GH") == "Ghana"
    assert place("Country not said", float("nan"), "ZZ") == "Country not said"


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "d001.txt", "", None, "http://", "//host/x", "http://[bad"]
)
def test_only_addresses_on_the_web_become_links(uri: str | None) -> None:
    assert web_address(uri) is None


def test_an_address_on_the_web_is_kept() -> None:
    assert web_address("https://press.example/a?b=1") == "https://press.example/a?b=1"


@given(st.text())
def test_a_label_keeps_no_sign_that_markdown_reads(name: str) -> None:
    label = as_label(name)
    signs = "!\"#$%&'()*+-./:;<=>?@[\\]^_`{|}~"
    assert all(before == "\\" for before, sign in zip(" " + label, label, strict=False) if sign in signs and sign != "\\")


@given(st.text(min_size=1))
def test_no_text_cell_of_a_csv_starts_a_formula(cell: str) -> None:
    text = csv(pd.DataFrame({"text": [cell], "number": [-1.5]})).decode("utf-8-sig")
    _, row = list(reading.reader(io.StringIO(text, newline="")))[:2]
    assert not row[0].startswith(tuple("=+-@\t\r\0"))
    assert row[1] == "-1.5"


def test_lists_in_a_csv_are_one_cell_and_cannot_start_a_formula_either() -> None:
    assert b"'=a; b" in csv(pd.DataFrame({"names": [["=a", "b"]]}))


def test_the_command_says_every_setting_and_imports_no_streamlit() -> None:
    flags = command(8765)
    assert "--server.port=8765" in flags
    assert "--server.address=127.0.0.1" in flags
    assert "--browser.gatherUsageStats=false" in flags
    assert "--client.disableDataExport=true" in flags
    loaded = "import sys, dashboard.server; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
