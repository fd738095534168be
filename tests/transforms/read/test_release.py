"""A landed document becomes a release, or a reason."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.landed import Landed, Statement, UnreadableError
from transforms.read.release import language, names, read, reader_version, release_id
from transforms.rows import coder_version

TEXT = "< back\n\nKenya opens a new road\nThe company opened a road of twelve kilometres in Kenya on the 26th of September."


def test_what_the_source_says_comes_before_what_the_text_shows():
    said = Statement("https://example.org/1", "A title", "China Harbour (CHEC)", "CN", "en", date(2021, 9, 26))
    release = read(Landed("a.txt", "text/plain", TEXT.encode(), said), "source", 3)
    assert (release.release_id, release.revision, release.source_uri) == (release_id("source", "a.txt"), 3, "https://example.org/1")
    assert (release.title, release.organisations, release.home_country) == ("A title", ("China Harbour", "CHEC"), "CN")
    assert (release.language, release.published_on, release.published_basis) == ("en", date(2021, 9, 26), "manifest")


def test_what_nobody_says_stays_unknown():
    release = read(Landed("a.txt", "text/plain", TEXT.encode()), "source", 1)
    assert release.body.startswith("Kenya opens")
    assert (release.title, release.source_uri) == ("Kenya opens a new road", "a.txt")
    assert (release.organisations, release.home_country, release.published_on, release.published_basis) == ((), None, None, "none")


def test_a_line_of_json_is_read_by_its_text():
    content = json.dumps({"text": TEXT}).encode()
    assert (
        read(Landed("a.jsonl:1", "application/json", content), "source", 1).body
        == read(Landed("a", "text/plain", TEXT.encode()), "s", 1).body
    )


@pytest.mark.parametrize("content", [b"< back\n\npress center\n", "\ufeff\u200b\u200b".encode(), b"***"])
def test_furniture_alone_is_no_text(content):
    with pytest.raises(UnreadableError) as told:
        read(Landed("a.txt", "text/plain", content), "source", 1)
    assert told.value.reason in ("no text", "empty")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_document_is_read_or_refused(content):
    try:
        release = read(Landed("a.txt", "text/plain", content), "source", 1)
    except UnreadableError:
        return
    assert release.body
    release.body.encode()


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("HDBank / ADB", ("HDBank", "ADB")),
        ("Acme; Acme", ("Acme",)),
        ("China Harbour (CHEC)", ("China Harbour", "CHEC")),
        (None, ()),
        ("()", ()),
    ],
)
def test_names_of_an_organisation(said, parts):
    assert names(said) == parts


def test_language_is_told_where_it_can_be():
    assert language("The company opened a new school in the north of the country and gave it five hundred computers.") == "en"
    assert language("1234 5678") is None


def test_identities_never_change():
    assert release_id("samples", "d001.txt") == "826d7c7cf87ae0d6"


def test_the_version_of_the_reader_covers_its_words(tmp_path, monkeypatch):
    before = reader_version()
    (tmp_path / "words.csv").write_text("line\nother\n")
    monkeypatch.setattr("transforms.read.release.FURNITURE", tmp_path / "words.csv")
    reader_version.cache_clear()
    try:
        assert reader_version() != before
    finally:
        reader_version.cache_clear()


def test_the_versions_of_reader_and_coder_cover_what_is_taken_for_english(monkeypatch):
    read_files, read_bytes = set(), Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read_files.add(path.name) or read_bytes(path))
    for version in (reader_version, coder_version):
        read_files.clear()
        version.__wrapped__()
        assert "language.py" in read_files
