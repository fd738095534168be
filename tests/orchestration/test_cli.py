"""The command line: what it prints, where, and the exit code it ends with."""

import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner

from orchestration.cli import main
from tests.orchestration.ground import QUARANTINED
from warehouse.connect import published


@pytest.fixture
def call(files, monkeypatch):
    monkeypatch.setenv("PRESSLEDGER_WAREHOUSE", str(files.directory))
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def built(call, source, request):
    for name in ("coder", "forgetful"):
        request.getfixturevalue(name)
    return call("build", source)


def test_a_build_says_what_it_read_and_where_the_ledger_is(built, files):
    assert built.exit_code == 0
    for words in (
        "7 read: 7 new, 0 revised, 0 restated",
        "1 of other forms left aside",
        "4 activities in 4 releases, 1 countries, 1 sectors",
        "0 undated; 1 duplicate releases, 0 not in English",
        "4 projects; 0 corrections hold, 0 to look at again",
        "6 quarantined",
        f"duckdb -readonly {files.link}",
        f"pressledger dashboard --warehouse {files.directory}",
    ):
        assert words in built.stdout, built.stdout


def test_what_is_quarantined_is_named_on_stderr(built):
    told = [line.split(": ")[1:3] for line in built.stderr.splitlines() if line.startswith("quarantined: ")]
    assert {tuple(words) for words in told} == QUARANTINED


def test_strict_ends_with_3_only_where_something_was_quarantined(built, call, source, tmp_path):
    assert built.exit_code == 0
    assert call("build", source, "--strict").exit_code == 3
    clean = tmp_path / "clean"
    clean.mkdir()
    (clean / "a.txt").write_text("A road opens in Kenya\nThe company opened a road in the north of Kenya.")
    assert call("build", clean, "--strict", "--warehouse", tmp_path / "other").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["build"],
        ["build", "nothing-there"],
        ["build", "{source}/leaflet.docx"],
        ["build", "{source}", "--warehouse", "{source}/a.txt"],
        ["build", "{source}", "--colour"],
        ["dashboard", "--port", "0"],
        ["nothing"],
    ],
)
def test_bad_usage_ends_with_2(call, source, words):
    result = call(*(word.format(source=source) for word in words))
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_a_failure_ends_with_1_and_says_what_to_do(built, call, source, files, coder):
    before = published(files.directory)
    coder.row = None
    (source / "new.txt").write_text("A well opens in Kenya\nThe company opened a well in the north of Kenya.")
    result = call("build", source)
    assert (built.exit_code, result.exit_code) == (0, 1)
    for words in ("step staging__activities failed", "is published still", "pressledger dagster --warehouse"):
        assert words in result.stderr
    assert "Traceback" not in result.output
    assert published(files.directory) == before


@pytest.mark.usefixtures("coder", "forgetful")
def test_a_first_failure_says_that_nothing_is_published(call, source, coder):
    coder.row = None
    result = call("build", source)
    assert result.exit_code == 1
    assert "Nothing was published" in result.stderr


@pytest.mark.usefixtures("coder", "forgetful")
def test_ctrl_c_is_told_in_a_word_and_the_next_build_goes_on(call, source, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("orchestration.landing.code_batch", lambda _batch: signal.raise_signal(signal.SIGINT))
        result = call("build", source)
    assert result.exit_code == 130
    assert "Interrupted. Nothing was published" in result.stderr
    assert "Mend the cause" not in result.stderr
    assert call("build", source).exit_code == 0


@pytest.mark.usefixtures("coder", "forgetful")
def test_an_input_with_nothing_to_read_is_named(call, tmp_path):
    (tmp_path / "empty").mkdir()
    result = call("build", tmp_path / "empty")
    assert result.exit_code == 0
    assert f" was found in {tmp_path / 'empty'}" in result.stderr


def test_a_warehouse_that_cannot_be_written_is_told(call, source, tmp_path):
    (tmp_path / "file").touch()
    result = call("build", source, "--warehouse", tmp_path / "file" / "below")
    assert result.exit_code in (1, 2)
    assert "Traceback" not in result.output


def test_a_dashboard_of_nothing_says_what_to_run(call):
    pytest.importorskip("dashboard.server")
    result = call("dashboard")
    assert result.exit_code == 1
    assert "pressledger build" in result.stderr


def test_help_names_every_command(call):
    result = call("--help")
    assert result.exit_code == 0
    assert all(word in result.stdout for word in ("build", "dashboard", "dagster"))


def test_the_real_command_builds_with_the_real_coder(source, files):
    words = [sys.executable, "-W", "error::DeprecationWarning:dagster", "-c", "from orchestration.cli import main; main()"]
    environment = os.environ | {"PRESSLEDGER_WAREHOUSE": str(files.directory)}
    result = subprocess.run([*words, "build", str(source)], env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr
    assert "7 read: 7 new" in result.stdout
    lines = result.stderr.splitlines()
    told = [line for line in lines if not line.startswith("quarantined: ")]
    assert told == ["Landing: 1 of 1", "Reading: 7 of 7", "Coding: 5 of 5", "Comparing: 4 of 4", *told[4:]]
    assert told[-1] in {f"Linking: {blocks} of {blocks}" for blocks in (1, 2, 3)}
    assert published(files.directory).exists()
