"""`pressledger quarantine`: what a person sees of what could not be read."""

import pytest
from click.testing import CliRunner

from orchestration.build import build
from orchestration.cli import main
from orchestration.terminal import printable
from tests.orchestration.ground import QUARANTINED, forget, stand_in, write_source
from transforms.read.landed import UnreadableError
from warehouse.connect import Warehouse


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory):
    """A warehouse that nobody changes, with something nasty in quarantine."""
    source = write_source(tmp_path_factory.mktemp("releases"))
    (source / "nasty.txt").write_bytes(b"%PDF\x1b]0;owned\x07\xff\r\nline\xe2\x80\xaeback")
    files = Warehouse(tmp_path_factory.mktemp("ledger"))
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch.setattr)
        forget(patch.setattr)
        build([source], files)
    return files


def call(files, *words):
    return CliRunner().invoke(main, ["quarantine", *map(str, words), "--warehouse", str(files.directory)])


def ids(files):
    return {line.split(": ")[1]: line.split()[0] for line in call(files, "list").stdout.splitlines()}


def test_the_list_names_all_with_their_reasons(looked_at):
    listed = call(looked_at, "list")
    assert {tuple(line.split(": ")[1:3]) for line in listed.stdout.splitlines()} == QUARANTINED | {("nasty.txt", "binary")}
    assert listed.stderr == "7 in quarantine\n"


def test_an_entry_is_shown_with_its_bytes(looked_at):
    shown = call(looked_at, "show", ids(looked_at)["more.jsonl:2"])
    assert shown.exit_code == 0
    assert "malformed" in shown.stdout
    assert shown.stdout.endswith('12 bytes:\n\n{"uri": "2"}\n')


def test_bytes_that_are_no_text_obey_nobody(looked_at):
    shown = call(looked_at, "show", ids(looked_at)["nasty.txt"]).stdout
    assert shown.endswith("%PDF\\x1b]0;owned\\x07\\xff\\r\nline\\u202eback\n")
    assert all(character.isprintable() or character == "\n" for character in shown)


def test_only_as_many_bytes_as_asked_for(looked_at):
    assert "8 bytes, the first 4:\n\n%PDF\n" in call(looked_at, "show", ids(looked_at)["binary.txt"], "--bytes", 4).stdout


def test_an_unknown_id_is_told(looked_at):
    unknown = call(looked_at, "show", "\x1b[2J")
    assert unknown.exit_code == 1
    assert "\x1b" not in unknown.output
    assert "in quarantine" in unknown.stderr


def test_where_nothing_can_be_tried_nothing_is_built(looked_at):
    before = looked_at.link.resolve()
    assert call(looked_at, "retry", ids(looked_at)["gone.txt"]).stdout == "There is nothing to be read again.\n"
    assert looked_at.link.resolve() == before


def test_a_missing_ledger_is_told_and_not_made(files):
    assert call(files, "list").exit_code == 1
    assert "pressledger build" in call(files, "list").stderr
    assert not files.directory.exists()


def test_a_retry_publishes_what_can_be_read_now_and_the_next_landing_changes_nothing(run, files, monkeypatch, coder):
    with monkeypatch.context() as patch:
        patch.setattr("transforms.read.jsonl._record", _refuse_all)
        run()
    coded = len(coder.coded)
    tried = call(files, "retry")
    assert "5 tried, 2 left quarantine, 3 still cannot be read" in tried.stdout, tried.output
    assert len(coder.coded) == coded + 2
    assert ids(files).keys() >= {"more.jsonl:2", "empty.txt", "binary.txt"}
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
