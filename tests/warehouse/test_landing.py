"""What arrives is kept once, and each change of it is a revision."""

import hashlib
import shutil
from datetime import date

import pytest

from transforms.read.folder import read_folder
from transforms.read.landed import Landed, Rejected, Statement
from transforms.read.release import release_id
from warehouse import landing, tables

A, B = Landed("a.txt", "text/plain", b"A road."), Landed("b.txt", "text/plain", b"A school.")


@pytest.fixture
def land(connection):
    def run(*items, source="s"):
        found = landing.land(connection, source, items)
        return found.read, found.new, found.revised, found.restated, found.rejected

    return run


@pytest.fixture
def revisions(connection):
    return lambda: tables.rows_of(connection, "from landing.revisions order by file, revision")


def test_what_is_landed_twice_is_kept_once(connection, land, revisions):
    assert land(A, B) == (2, 2, 0, 0, 0)
    assert land(A, B) == (2, 0, 0, 0, 0)
    assert [(row["file"], row["revision"]) for row in revisions()] == [("a.txt", 1), ("b.txt", 1)]
    kept = connection.execute("select content_sha256, content, bytes from landing.documents order by bytes").fetchall()
    assert kept == [(hashlib.sha256(item.content).hexdigest(), item.content, len(item.content)) for item in (A, B)]


def test_the_same_bytes_in_two_files_are_two_releases_and_one_document(connection, land, revisions):
    land(A, Landed("copy.txt", "text/plain", A.content))
    assert (len(revisions()), tables.count(connection, "landing.documents")) == (2, 1)


def test_a_change_is_a_revision_and_so_is_the_way_back(land, revisions):
    changed = Landed("a.txt", "text/plain", b"A longer road.")
    land(A)
    assert land(changed) == (1, 0, 1, 0, 0)
    assert land(A) == (1, 0, 1, 0, 0)
    assert [row["revision"] for row in revisions()] == [1, 2, 3]
    assert revisions()[0]["content_sha256"] == revisions()[2]["content_sha256"]


def test_what_the_source_says_is_brought_up_to_date_in_place(land, revisions):
    land(A)
    said = Landed("a.txt", "text/plain", A.content, Statement(title="A road", published_on=date(2021, 9, 26)))
    assert land(said) == (1, 0, 0, 1, 0)
    assert land(said) == (1, 0, 0, 0, 0)
    assert [(row["revision"], row["title"], row["published_on"]) for row in revisions()] == [(1, "A road", date(2021, 9, 26))]


def test_what_is_not_delivered_any_more_stays(land, revisions):
    land(A, B)
    assert land(B) == (1, 0, 0, 0, 0)
    assert len(revisions()) == 2


def test_a_source_that_breaks_off_leaves_nothing_behind(connection):
    def broken():
        yield from (Landed(f"{n}.txt", "text/plain", b"x") for n in range(landing.BATCH + 1))
        raise OSError

    with pytest.raises(OSError):
        landing.land(connection, "s", broken())
    assert (tables.count(connection, "landing.revisions"), tables.count(connection, "landing.documents")) == (0, 0)


def test_quarantine_holds_what_is_wrong_now(connection, land):
    bad = Rejected("c.txt", "binary", "not text", b"\x00")
    assert land(A, bad, bad, Rejected("d.txt", "missing", "not there")) == (1, 1, 0, 0, 2)
    select = "select source_id, file, reason, detail, content_sha256 from landing.quarantine order by file"
    assert connection.execute(select).fetchall() == [
        ("s", "c.txt", "binary", "not text", hashlib.sha256(b"\x00").hexdigest()),
        ("s", "d.txt", "missing", "not there", None),
    ]
    land(bad)
    land(A, source="another")
    assert [row[1] for row in connection.execute(select).fetchall()] == ["c.txt"]
    land(A)
    assert connection.execute(select).fetchall() == []


def test_many_releases_in_one_go(connection, land):
    items = [Landed(f"{n}.txt", "text/plain", str(n % 700).encode()) for n in range(3 * landing.BATCH)]
    assert land(*items)[:2] == (1500, 1500)
    assert tables.count(connection, "landing.documents") == 700


def test_bytes_come_back_as_they_came(connection, land):
    land(Landed("a.txt", "text/plain", bytes(range(256))))
    assert connection.execute("select content from landing.documents").fetchall() == [(bytes(range(256)),)]


@pytest.fixture
def folder(tmp_path):
    def make(path, **files):
        (tmp_path / path).mkdir(parents=True)
        for name, text in files.items():
            (tmp_path / path / f"{name}.txt").write_text(text)
        return tmp_path / path

    return make


def test_a_folder_that_was_moved_keeps_its_releases(connection, folder, tmp_path):
    place = folder("one/releases", a="A road.")
    first = landing.name_source(connection, place)
    landing.land(connection, first, read_folder(place))
    (tmp_path / "two").mkdir()
    moved = shutil.move(place, tmp_path / "two" / "releases")
    second = landing.name_source(connection, moved)
    assert landing.land(connection, second, read_folder(moved)).new == 0
    assert (first, second) == ("releases", "releases")
    assert connection.execute("select location from landing.sources").fetchall() == [(str(moved),)]


def test_two_folders_of_one_name_are_two_sources(connection, folder):
    names = [landing.name_source(connection, folder(path)) for path in ("a/releases", "b/releases", "c/other")]
    assert names[0] == "releases"
    assert names[1].startswith("releases-")
    assert names[2] == "other"


def test_the_second_of_two_names_is_kept_too(connection, folder):
    one, two = folder("a/releases"), folder("b/releases")
    first = [landing.name_source(connection, path) for path in (one, two, one, two)]
    assert first[:2] == first[2:]


def test_a_file_is_a_source_of_its_own(connection, folder):
    place = folder("releases", a="A road.")
    assert landing.name_source(connection, place / "a.txt") == "a"
    assert release_id("a", "a.txt") != release_id("releases", "a.txt")


def test_a_folder_whose_name_cannot_be_encoded(connection, tmp_path):
    place = tmp_path / "bytes\udcff"
    place.mkdir()
    assert landing.name_source(connection, place) == "bytes\\udcff"
