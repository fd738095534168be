"""`pressledger quarantine`: what a person sees of what could not be read."""

import pytest
from click.testing import CliRunner

from orchestration.cli import main
from orchestration.terminal import printable
from tests.orchestration.ground import QUARANTINED
from transforms.read.landed import UnreadableError

pytestmark = pytest.mark.usefixtures("coder", "forgetful")


@pytest.fixture
def call(files):
    return lambda *words: CliRunner().invoke(main, ["quarantine", *map(str, words), "--warehouse", str(files.directory)])


def ids(listed):
    return {line.split(": ")[1]: line.split()[0] for line in listed.stdout.splitlines()}


def test_the_list_names_all_with_their_reasons(run, call):
    run()
    listed = call("list")
    assert {tuple(line.split(": ")[1:3]) for line in listed.stdout.splitlines()} == QUARANTINED
    assert listed.stderr == "6 in quarantine\n"


def test_an_entry_is_shown_with_its_bytes(run, call):
    run()
    shown = call("show", ids(call("list"))["more.jsonl:2"])
    assert shown.exit_code == 0
    assert "malformed" in shown.stdout
    assert shown.stdout.endswith('12 bytes:\n\n{"uri": "2"}\n')


def test_bytes_that_are_no_text_obey_nobody(run, call, source):
    (source / "binary.txt").write_bytes(b"%PDF\x1b]0;owned\x07\xff\r\nline\xe2\x80\xaeback")
    run()
    shown = call("show", ids(call("list"))["binary.txt"]).stdout
    assert shown.endswith("%PDF\\x1b]0;owned\\x07\\xff\\r\nline\\u202eback\n")
    assert all(character.isprintable() or character == "\n" for character in shown)


def test_only_as_many_bytes_as_asked_for(run, call):
    run()
    assert "8 bytes, the first 4:\n\n%PDF\n" in call("show", ids(call("list"))["binary.txt"], "--bytes", 4).stdout


def test_an_unknown_id_and_a_missing_ledger_are_told(run, call):
    assert call("list").exit_code == 1
    assert "pressledger build" in call("list").stderr
    run()
    unknown = call("show", "\x1b[2J")
    assert unknown.exit_code == 1
    assert "\x1b" not in unknown.output
    assert "in quarantine" in unknown.stderr


def test_a_retry_lands_codes_and_publishes_what_can_be_read_now(run, call, monkeypatch, coder):
    with monkeypatch.context() as patch:
        patch.setattr("transforms.read.jsonl._record", _refuse_all)
        run()
    coded = len(coder.coded)
    tried = call("retry")
    assert "5 tried, 2 left quarantine, 3 still cannot be read" in tried.stdout, tried.output
    assert len(coder.coded) == coded + 2
    assert {line.split(": ")[1] for line in call("list").stdout.splitlines()} >= {"more.jsonl:2", "empty.txt", "binary.txt"}
    again = call("retry", ids(call("list"))["empty.txt"])
    assert "1 tried, 0 left quarantine, 1 still cannot be read" in again.stdout


def test_where_nothing_can_be_tried_nothing_is_built(run, call):
    run()
    assert call("retry", ids(call("list"))["gone.txt"]).stdout == "There is nothing to be read again.\n"


def test_after_a_retry_the_next_landing_changes_nothing(run, call, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("transforms.read.jsonl._record", _refuse_all)
        run()
    call("retry")
    built = run()
    assert (built.landed["new"], built.landed["revised"]) == (0, 0)
    assert {(row["file"], row["reason"]) for row in built.quarantine} == QUARANTINED


@pytest.mark.parametrize(
    ("text", "safe"), [("a\nb", "a\nb"), ("\x1b[31m", "\\x1b[31m"), ("\u202e", "\\u202e"), ("é 中", "é 中"), ("\x00", "\\x00")]
)
def test_what_is_printed_can_be_printed(text, safe):
    assert printable(text) == safe
    assert printable(text, lines=False) == safe.replace("\n", "\\n")


def _refuse_all(_line):
    raise UnreadableError("malformed", "not yet")
