"""Bytes from quarantine are given to the reader that their address asks for."""

import pytest

from transforms.read.again import read_again
from transforms.read.landed import Landed

TEXT = b"A bridge was opened in Mali by the company on Monday."
PAGE = b"<html><head><title>A bridge</title></head><body><article><p>" + TEXT * 5 + b"</p></article></body></html>"
FEED = b"""<rss version="2.0"><channel><title>News</title><item><title>A bridge</title><link>https://example.org/1</link>
<description>A bridge was opened in Mali.</description></item></channel></rss>"""


@pytest.mark.parametrize(
    ("file", "content", "media_type"),
    [
        ("a.txt", TEXT, "text/plain"),
        ("a.html", PAGE, "text/html"),
        ("https://example.org/news/1", PAGE, "text/html"),
        ("dumps/a.warc.gz#https://example.org/news/1.html", PAGE, "text/html"),
        ("feeds/a.xml#https://example.org/1", PAGE, "text/html"),
        ("deep/a.jsonl:3", b'{"text": "A bridge was opened."}', "application/json"),
        ("a.parquet:12", b'{"text": "A bridge was opened."}', "application/json"),
    ],
)
def test_what_can_be_read_is_landed(file, content, media_type):
    [found] = read_again(file, content)
    assert isinstance(found, Landed)
    assert (found.file, found.media_type, found.content) == (file, media_type, content)


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"%PDF-1.7", "binary"),
        ("a.jsonl:3", b"{", "malformed"),
        ("a.jsonl:3", b'{"text": "< back"}', "no text"),
        ("a.docx", TEXT, "unreadable"),
        ("a", TEXT, "unreadable"),
        ("a.warc", TEXT, "wrong type"),
    ],
)
def test_what_cannot_be_read_says_why(file, content, reason):
    [found] = read_again(file, content)
    assert (found.file, found.reason) == (file, reason)


def test_a_feed_is_read_as_one():
    assert [item.file for item in read_again("feeds/news.xml", FEED)] == ["feeds/news.xml#https://example.org/1"]
