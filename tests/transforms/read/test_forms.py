"""Every form of file becomes releases; a broken one costs itself and nothing else."""

import gzip
import json
import sys
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.read.files import PAGE, TEXT, mail, parquet, pdf, warc
from transforms.read.folder import SUFFIXES, read_folder
from transforms.read.landed import MAX_BYTES, Landed, Rejected, Statement, UnreadableError
from transforms.read.release import read


@pytest.fixture
def items(tmp_path):
    def run(name, content, manifest=None):
        (tmp_path / name).write_bytes(content)
        if manifest:
            (tmp_path / "manifest.csv").write_text(manifest)
        return list(read_folder(tmp_path))

    return run


def reasons(found):
    return [(item.file, item.reason) for item in found if isinstance(item, Rejected)]


def test_a_page_an_old_page_and_a_text_are_one_release_each(items, tmp_path):
    (tmp_path / "b.HTM").write_bytes(PAGE)
    (tmp_path / "c.txt").write_text(TEXT)
    found = items("a.html", PAGE)
    assert [(item.file, item.media_type) for item in found] == [("a.html", "text/html"), ("b.HTM", "text/html"), ("c.txt", "text/plain")]


def test_a_row_of_parquet_is_what_a_line_of_json_is(items):
    columns = {"uri": ["https://example.org/1", "2"], "text": [TEXT, TEXT], "published": pa.array([date(2021, 9, 26), None]), "x": [1, 2]}
    found = items("a.parquet", parquet(**columns))
    said = Statement(url="https://example.org/1", published_on=date(2021, 9, 26))
    assert [(i.file, i.statement) for i in found if isinstance(i, Landed)] == [
        ("a.parquet#https://example.org/1", said),
        ("a.parquet#2", Statement()),
    ]
    assert reasons(found) == [("a.parquet", "unknown column")]
    assert json.loads(found[0].content)["text"] == TEXT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PAR1 no more", "malformed"),
        (b"", "wrong type"),
        (PAGE, "wrong type"),
        (parquet(title=["a"]), "malformed"),
        (parquet(text=[TEXT])[:-40] + b"PAR1", "malformed"),
        (parquet(text=["a" * 101_000_000]), "bomb"),
    ],
)
def test_a_parquet_file_that_cannot_be_read_is_told(items, content, reason):
    assert reasons(items("a.parquet", content)) == [("a.parquet", reason)]


def test_a_row_that_cannot_be_read_costs_itself(items):
    found = items("a.parquet", parquet(text=[TEXT, None, "  ", "x" * (MAX_BYTES + 1), TEXT], uri=["1", "2", "3", "4", "1"]))
    assert [item.file for item in found if isinstance(item, Landed)] == ["a.parquet#1"]
    assert [reason for _, reason in reasons(found)] == ["malformed", "empty", "too large", "listed twice"]


HTML = [("Content-Type", "text/html; charset=gb2312")]


@pytest.mark.parametrize(("name", "zipped"), [("a.warc", False), ("a.warc.gz", True)])
def test_pages_of_a_web_archive_are_releases(items, name, zipped):
    chinese = "中国路桥公司在肯尼亚修建公路".encode("gb18030")
    packed = gzip.compress(PAGE)
    content = warc(
        ("https://example.org/1", HTML, chinese),
        ("https://example.org/2", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], packed),
        ("https://example.org/3", [("Content-Type", "image/png")], b"\x89PNG"),
        ("https://example.org/4", [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")], b"5\r\nhello\r\n0\r\n\r\n"),
        ("https://example.org/1", HTML, chinese),
        ("https://example.org/1", HTML, PAGE),
        zipped=zipped,
    )
    found = items(name, content)
    landed = {item.statement.url: (item.content, item.charset) for item in found if isinstance(item, Landed)}
    assert landed == {
        "https://example.org/1": (chinese, "gb2312"),
        "https://example.org/2": (PAGE, None),
        "https://example.org/4": (b"hello", None),
    }
    assert reasons(found) == [(f"{name}#https://example.org/1", "listed twice")]


def test_an_answer_that_is_no_page_is_no_release(items):
    assert items("a.warc", warc(("https://example.org/1", HTML, PAGE), zipped=False, status="404 Not Found")) == []


def test_an_archive_that_ends_early_gives_what_stands_before(items):
    whole = warc(("https://example.org/1", HTML, PAGE), ("https://example.org/2", HTML, PAGE))
    found = items("a.warc.gz", whole[:-150] + b"garbage")
    assert [item.file for item in found if isinstance(item, Landed)] == ["a.warc.gz#https://example.org/1"]
    assert {reason for _, reason in reasons(found)} == {"malformed"}


@pytest.mark.parametrize("content", [PAGE, b"\x89PNG\r\n", gzip.compress(b"\0" * 3_000_000), b"WARC/1.0\r\n" + b"a: b\r\n" * 50_000])
def test_what_is_no_archive_is_told(items, content):
    assert [reason for _, reason in reasons(items("a.warc.gz", content))] in (["wrong type"], ["malformed"])


def test_a_page_in_an_archive_that_unfolds_without_end_is_not_taken(items):
    bomb = gzip.compress(gzip.compress(b" " * 1_000)[:0] + b"<p>" + b" " * 30_000_000)
    found = items(
        "a.warc", warc(("https://example.org/1", [*HTML, ("Content-Encoding", "gzip")], bomb), ("https://example.org/2", HTML, PAGE))
    )
    assert reasons(found) == [("a.warc#https://example.org/1", "too large")]
    assert [item.file for item in found if isinstance(item, Landed)] == ["a.warc#https://example.org/2"]


def test_a_newsletter_gives_its_text_subject_and_day(items):
    [item] = items("a.eml", mail(text=TEXT, Subject="Route ouverte à Yaoundé", Date="Sun, 26 Sep 2021 23:30:00 -0500"))
    release = read(item, "s", 1)
    assert (release.title, release.published_on, release.published_basis) == ("Route ouverte à Yaoundé", date(2021, 9, 26), "metadata")
    assert release.body == TEXT.strip()


def test_the_page_of_a_newsletter_is_taken_where_its_text_says_nothing(items):
    [item] = items("a.eml", mail(text="See the web version.", html=PAGE.decode(), Subject="x"))
    assert TEXT.strip() in read(item, "s", 1).body


def test_a_pdf_gives_its_paragraphs(items):
    broken = ("The company said on Sept 26 that it had opened a road of twelve kilo-", "metres in Kenya, in two years.")
    lines = ["Acme opens a road in Kenya", *broken, "- an item"]
    [item] = items("a.pdf", pdf(lines))
    heading, paragraph, point = read(item, "s", 1).body.split("\n")
    assert (heading, point) == ("Acme opens a road in Kenya", "- an item")
    assert paragraph == "The company said on Sept 26 that it had opened a road of twelve kilometres in Kenya, in two years."


@pytest.mark.parametrize(
    ("media_type", "content", "reason"),
    [
        ("application/pdf", PAGE, "wrong type"),
        ("application/pdf", b"%PDF-1.7", "malformed"),
        ("application/pdf", pdf([TEXT])[:300], "malformed"),
        ("application/pdf", pdf([]), "no text"),
        ("application/pdf", pdf(["a"], password="b"), "locked"),
        ("application/pdf", pdf(["a"], pages=101), "too large"),
        ("application/pdf", pdf(["x" * 90] * 3_000), "bomb"),
        ("application/pdf", pdf([" " * 25_000_000]), "bomb"),
        ("message/rfc822", PAGE, "wrong type"),
        ("message/rfc822", b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
        ("message/rfc822", mail(Subject="x"), "no text"),
        ("message/rfc822", b"A: b\nC: d\n" + b"E: f\n" * 50_000 + b"\ntext", "bomb"),
        ("message/rfc822", b"A: b\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 5_000, "bomb"),
    ],
)
def test_a_document_that_cannot_be_read_has_a_reason(media_type, content, reason):
    with pytest.raises(UnreadableError) as told:
        read(Landed("a", media_type, content), "s", 1)
    assert (told.value.reason, bool(str(told.value))) == (reason, True)


def test_without_pypdf_a_pdf_waits_in_quarantine(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadableError, match=r"pressledger\[pdf\]") as told:
        read(Landed("a.pdf", "application/pdf", pdf(["a"])), "s", 1)
    assert told.value.reason == "not installed"


def test_entries_of_a_saved_feed_are_releases_and_teasers_are_told(items):
    said = "<title>Road</title><link>https://example.org/1</link><pubDate>Sun, 26 Sep 2021 10:00:00 GMT</pubDate>"
    full = f"<item>{said}<description>{TEXT * 2}</description></item>"
    teaser = "<item><title>Clinic</title><link>https://example.org/2</link><description>It was ...</description></item>"
    found = items("a.xml", f"<rss version='2.0'><channel><title>x</title>{full}{teaser}</channel></rss>".encode())
    assert [item.statement for item in found if isinstance(item, Landed)] == [
        Statement("https://example.org/1", "Road", published_on=date(2021, 9, 26))
    ]
    assert reasons(found) == [("a.xml#https://example.org/2", "no text")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"<urlset/>", "wrong type"), (b"<rss version='2.0'><channel/></rss>", "empty"), (b"<!DOCTYPE r [<!ENTITY a 'aa'>]><rss/>", "bomb")],
)
def test_an_xml_file_that_is_no_feed_is_told(items, content, reason):
    assert reasons(items("a.xml", content)) == [("a.xml", reason)]


def test_what_the_manifest_says_of_a_file_of_many_holds_where_they_say_nothing(items):
    content = b'{"uri": "1", "text": "a", "organisation": "Own"}\n{"uri": "2", "text": "b"}'
    found = items("a.jsonl", content, manifest="file,organisation,home_country,title\na.jsonl,Acme,KE,not for all\n")
    assert [item.statement for item in found] == [
        Statement(organisation="Own", home_country="KE"),
        Statement(organisation="Acme", home_country="KE"),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=15, deadline=None)
@given(content=st.binary(max_size=200) | st.sampled_from([PAGE, b"\x89PNG\r\n\x1a\n", gzip.compress(b"\0" * 99), b"\0", b"\xff\xfe"]))
def test_any_bytes_under_any_name_are_read_or_refused(tmp_path_factory, suffix, content):
    folder = tmp_path_factory.mktemp("any")
    (folder / f"a{suffix}").write_bytes(content)
    for item in read_folder(folder):
        if isinstance(item, Landed):
            try:
                assert read(item, "s", 1).body
            except UnreadableError:
                continue
