"""Everything in a folder is landed or told, whatever lies there."""

import os

import pytest

from transforms.read.folder import address, list_folder, read_folder
from transforms.read.landed import MAX_BYTES, Landed, Rejected


@pytest.fixture
def read(tmp_path):
    def run(files, root="."):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        items = list(read_folder((tmp_path / root).resolve()))
        landed = {item.file: item for item in items if isinstance(item, Landed)}
        return landed, [(item.file, item.reason) for item in items if isinstance(item, Rejected)]

    return run


def test_text_and_json_lines_in_all_folders_are_landed(read):
    landed, rejected = read({"b.txt": "b", "a/A.TXT": "a", "a/c.jsonl": '{"uri": "1", "text": "c"}', "a/b/d.Jsonl": '{"text": "d"}'})
    assert list(landed) == ["a/A.TXT", "a/b/d.Jsonl:1", "a/c.jsonl#1", "b.txt"]
    assert rejected == []


def test_other_and_hidden_files_are_left_alone(read, tmp_path):
    landed, rejected = read({"a.txt": "a", "b.docx": "b", "c": "c", ".d.txt": "d", ".git/e.txt": "e"})
    assert (list(landed), rejected) == (["a.txt"], [])
    assert list(list_folder(tmp_path).others) == ["b.docx", "c"]


def test_a_manifest_speaks_for_its_folder_and_those_below(read):
    landed, rejected = read(
        {
            "Manifest.CSV": "file,title\na.txt,top\nsub/b.txt,from above\nsub/c.txt,from above\n",
            "a.txt": "a",
            "sub/manifest.csv": "file;title\nb.txt;from beside\n",
            "sub/a.txt": "a",
            "sub/b.txt": "b",
            "sub/c.txt": "c",
        }
    )
    assert {name: item.statement.title for name, item in landed.items()} == {
        "a.txt": "top",
        "sub/a.txt": None,
        "sub/b.txt": "from beside",
        "sub/c.txt": "from above",
    }
    assert rejected == []


def test_what_a_manifest_names_and_is_not_there_is_missing(read):
    landed, rejected = read({"sub/manifest.csv": "file\na.txt\nb.txt\nc.docx\n", "sub/b.txt": "b", "sub/c.docx": "c"})
    assert list(landed) == ["sub/b.txt"]
    assert rejected == [("sub/a.txt", "missing"), ("sub/c.docx", "unreadable")]


def test_accents_are_the_same_composed_or_not(read):
    landed, rejected = read({"manifest.csv": "file,title\ncaf\u00e9.txt,here\n", "cafe\u0301.txt": "a"})
    assert {name: item.statement.title for name, item in landed.items()} == {"caf\u00e9.txt": "here"}
    assert rejected == []


def test_a_file_that_is_too_large_is_not_opened(read, tmp_path):
    with (tmp_path / "big.txt").open("wb") as handle:
        handle.truncate(50_000_000)
    landed, rejected = read({"a.txt": "a", "limit.txt": b"x" * MAX_BYTES})
    assert list(landed) == ["a.txt", "limit.txt"]
    assert rejected == [("big.txt", "too large")]


def test_odd_names_are_landed_under_names_that_can_be_stored_and_shown(read):
    landed, _ = read({"new\nline.txt": "a", os.fsdecode(b"bytes\xff\xfe.txt"): "b", "quote'\".txt": "c", "中文 😀.txt": "d"})
    assert sorted(landed) == sorted(["new\\nline.txt", "bytes\\udcff\\udcfe.txt", "quote'\".txt", "中文 😀.txt"])
    for name in landed:
        name.encode()


def test_links_that_lead_nowhere_or_round_are_told(read, tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "good.txt").symlink_to("a.txt")
    landed, rejected = read({"a.txt": "a"})
    assert list(landed) == ["a.txt", "good.txt"]
    assert sorted(rejected) == [("broken.txt", "unreadable"), ("loop", "unreadable"), ("self.txt", "unreadable")]


def test_a_pipe_is_not_waited_for(read, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert read({}) == ({}, [("pipe.txt", "unreadable")])
    assert "a pipe" in next(read_folder(tmp_path)).detail


def test_what_may_not_be_read_is_told(read, tmp_path, monkeypatch):
    (tmp_path / "shut").mkdir()
    listing = os.scandir

    def scandir(path):
        if os.fspath(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return listing(path)

    def read_bytes(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr("pathlib.Path.read_bytes", read_bytes)
    (tmp_path / "a.txt").write_text("a")
    assert read({}) == ({}, [("shut", "unreadable"), ("a.txt", "unreadable")])


def test_a_single_file_is_read_with_the_manifest_beside_it(read):
    landed, rejected = read({"manifest.csv": "file,title\na.txt,here\nb.txt,not asked for\n", "a.txt": "a"}, root="a.txt")
    assert {name: item.statement.title for name, item in landed.items()} == {"a.txt": "here"}
    assert rejected == []


def test_a_single_file_of_another_form_is_refused(read):
    assert read({"a.docx": "a"}, root="a.docx") == ({}, [("a.docx", "unreadable")])


def test_a_folder_that_is_not_there_is_told(tmp_path):
    assert [item.reason for item in read_folder(tmp_path / "nothing")] == ["unreadable"]


def test_an_address_that_can_be_printed_stays_as_it_is():
    assert address("a b/\u00a0c\u3000d.txt") == "a b/\u00a0c\u3000d.txt"


def test_a_readme_beside_the_releases_is_not_among_the_files_left_aside(tmp_path):
    (tmp_path / "README.md").write_text("about this folder")
    (tmp_path / "notes.docx").write_text("x")
    assert list(list_folder(tmp_path).others) == ["notes.docx"]
