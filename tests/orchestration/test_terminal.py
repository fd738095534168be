"""What a person sees while a build runs."""

import io
import sys

import pytest

from orchestration.terminal import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def tell(progress):
    with progress:
        for step, total in (("landing", 1), ("reading", 0), ("coding", 40)):
            for done in range(total + 1):
                progress(step, done, total)


def test_lines_for_tenths_where_there_is_no_terminal(capsys):
    tell(Progress())
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Landing: 1 of 1"
    assert lines[1:] == [f"Coding: {done} of 40" for done in range(4, 41, 4)]


def test_a_bar_on_a_terminal(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    tell(Progress())
    shown = terminal.getvalue()
    assert "Landing " in shown
    assert "Coding " in shown
    assert "40/40" in shown
    assert "Reading" not in shown


def test_who_waits_for_another_build_is_told(capsys):
    with Progress() as progress:
        progress("waiting", 0, 0)
    assert capsys.readouterr().err == "Waiting for another build of this warehouse to end\n"


def test_a_failure_closes_the_bar(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    def fail():
        with Progress() as progress:
            progress("coding", 1, 3)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert terminal.getvalue().endswith("\n")
