"""A manifest says what it can; the rest of it is told, line by line."""

from datetime import date

import pytest

from transforms.read.landed import Statement
from transforms.read.manifest import read_manifest

HEADER = "file,published,organisation"


@pytest.fixture
def manifest(tmp_path):
    def write(content):
        (tmp_path / "manifest.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_manifest(tmp_path / "manifest.csv", "sub/manifest.csv")

    return write


def test_no_manifest_is_an_empty_one(tmp_path):
    found = read_manifest(tmp_path / "manifest.csv", "manifest.csv")
    assert (found.statements, found.rejected) == ({}, [])


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\na.txt,2021-09-26,Acme\n",
        f"{HEADER}\r\na.txt,2021-09-26,Acme\r\n",
        f"\ufeff{HEADER}\na.txt,2021-09-26,Acme\n",
        "file;published;organisation\na.txt;2021-09-26;Acme\n",
        "file\tpublished\torganisation\na.txt\t2021-09-26\tAcme\n",
        " File , PUBLISHED,Organisation\n a.txt ,2021-09-26, Acme\n",
        '"file","published","organisation"\n"a.txt","2021-09-26","Acme"',
        f"{HEADER}\n\n,,\na.txt,2021-09-26,Acme\n".encode("utf-16"),
    ],
    ids=["plain", "dos", "mark", "semicolon", "tab", "loose", "quoted", "utf-16"],
)
def test_every_way_a_spreadsheet_writes_it_is_read(manifest, content):
    found = manifest(content)
    assert found.statements == {"a.txt": Statement(organisation="Acme", published_on=date(2021, 9, 26))}
    assert found.rejected == []


@pytest.mark.parametrize(
    ("content", "where", "reason", "words"),
    [
        (f"{HEADER},colour\na.txt,,,red\n", "sub/manifest.csv", "unknown column", "'colour'"),
        (f"{HEADER}\na.txt,,\na.txt,2021-01-01,\n", "sub/manifest.csv:3", "listed twice", "a.txt"),
        (f"{HEADER}\na.txt,,\n./a.txt,2021-01-01,\n", "sub/manifest.csv:3", "listed twice", "a.txt"),
        (f"{HEADER}\na.txt,last week,\n", "sub/manifest.csv:2", "bad value", "a.txt: published is 'last week'"),
        (f"{HEADER}\na.txt,,Acme, Inc.\n", "sub/manifest.csv:2", "bad value", "double quotes"),
        ("name,published\na.txt,2021-01-01\n", "sub/manifest.csv", "malformed", "no column 'file'"),
        (f'{HEADER}\na.txt,,\nb.txt,,"Acme\n', "sub/manifest.csv", "malformed", "beyond line"),
        (b"", "sub/manifest.csv", "empty", "empty"),
        (b"\x00\x01\x02" * 100, "sub/manifest.csv", "binary", "not text"),
        (f"{HEADER}\ncaf\u00e9.txt,,\n".encode() + b"\xe9,,\n", "sub/manifest.csv", "undecodable", "UTF-8"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(manifest, content, where, reason, words):
    told = [(item.file, item.reason, item.detail) for item in manifest(content).rejected]
    assert (where, reason) in [item[:2] for item in told]
    assert any(words in detail for _, _, detail in told)


def test_the_first_line_of_a_file_counts(manifest):
    assert manifest(f"{HEADER}\na.txt,2021-01-01,\na.txt,2022-01-01,\n").statements["a.txt"].published_on == date(2021, 1, 1)


def test_lines_before_a_broken_one_are_used(manifest):
    assert list(manifest(f'{HEADER}\na.txt,,Acme\nb.txt,,"x" y\n').statements) == ["a.txt"]


@pytest.mark.parametrize("written", ["sub/a.txt", "./sub/a.txt", "sub\\a.txt", "{folder}/sub/a.txt", "sub/../sub/a.txt"])
def test_paths_are_read_in_every_way_of_writing_them(manifest, tmp_path, written):
    assert list(manifest(f"file\n{written.format(folder=tmp_path)}\n").statements) == ["sub/a.txt"]
