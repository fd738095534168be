"""A copy is the same bytes, by whatever way."""

import os

import pytest

from warehouse import copying


@pytest.mark.parametrize("size", [0, 1, 5_000_000])
@pytest.mark.parametrize("way", ["as it comes", "in parts", "no such call", "not here", "nothing copied"])
def test_the_copy_is_the_same(tmp_path, monkeypatch, size, way):
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(os.urandom(size))
    target.write_bytes(b"what was here before")
    if way == "in parts":
        monkeypatch.setattr(copying, "_AT_ONCE", 1_234_567)
    elif way == "no such call":
        monkeypatch.delattr(os, "copy_file_range")
    elif way == "nothing copied":
        monkeypatch.setattr(os, "copy_file_range", lambda *_: 0)
    elif way == "not here":
        monkeypatch.setattr(os, "copy_file_range", refuse)
    copying.copy(source, target)
    assert target.read_bytes() == source.read_bytes()


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        copying.copy(tmp_path / "a", tmp_path / "b")


def refuse(*_):
    raise OSError(18, "Invalid cross-device link")
