"""Web pages: the text without what stands around it, and what the page states of itself."""

from datetime import date

import pytest

from tests.transforms.read.pages import STYLES, page
from transforms.read.clean import clean
from transforms.read.html import read_page
from transforms.read.landed import Landed, Statement, UnreadableError
from transforms.read.page import decode_page
from transforms.read.release import read

TEXT = "<p>" + "The company opened a road of twelve kilometres in Kenya, and people were glad about it. " * 4 + "</p>"


def release(source, *, charset=None, **said):
    return read(Landed("a.html", "text/html", source if isinstance(source, bytes) else source.encode(), Statement(**said), charset), "s", 1)


def dated(head="", body="", url=None):
    found = release(f"<html><head>{head}</head><body><h1>A road was opened today</h1>{body}{TEXT}</body></html>", url=url)
    return found.published_on, found.published_basis


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", range(5))
def test_every_paragraph_is_kept_and_all_that_stands_around_goes(style, seed):
    made = page(seed, style, weight=2000)
    body = clean(read_page(made.source.encode()).text)
    plain = " ".join(body.split())
    assert [text for text in made.paragraphs if text not in plain] == []
    for text in (made.title, *made.paragraphs):
        plain = plain.replace(text, "")
    assert [text for text in made.chrome if text in plain] == []
    assert body.startswith(made.title)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("where", ["json-ld", "meta", "text"])
def test_a_page_is_dated_by_what_it_states(style, where):
    made = page(3, style, dated=where, weight=1000)
    found = release(made.source)
    assert (found.published_on, found.published_basis, found.title) == (made.day, "metadata", made.title)
    assert found.source_uri.startswith("https://example.org/news/")


DAY = date(2021, 9, 26)


@pytest.mark.parametrize(
    ("head", "body", "url", "found"),
    [
        ('<meta name="DC.date.issued" content="2021-09-26">', "", None, (DAY, "metadata")),
        ('<meta itemprop="datePublished" content="26 September 2021">', "", None, (DAY, "metadata")),
        (
            '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2021-09-26"}]</script>',
            "",
            None,
            (DAY, "metadata"),
        ),
        ('<script type="application/ld+json">{"@type":"Event","datePublished":"2021-09-26"}</script>', "", None, (None, "none")),
        ('<script type="application/ld+json">{"datePublished": broken</script>', "", None, (None, "none")),
        ('<meta property="article:modified_time" content="2021-09-26">', "", None, (None, "none")),
        ('<meta name="date" content="0000-00-00">', "", None, (None, "none")),
        ('<meta name="date" content="9999-12-31">', "", None, (None, "none")),
        ("", '<time datetime="2021-09-26T10:00">today</time>', None, (DAY, "metadata")),
        ("", '<time datetime="2021-09-26">a</time><time datetime="2020-01-02">b</time>', None, (None, "none")),
        ("", "", "https://example.org/2021/09/26/a-road", (DAY, "url")),
        ("", "", "https://example.org/art/t20210926_123.html", (DAY, "url")),
        ("", "", "https://example.org/2021/13/26/a-road", (None, "none")),
        ("", "<p>NAIROBI, September 26, 2021 -- Acme said so.</p>", None, (DAY, "dateline")),
        ("", '<p class="date">26.09.2021</p>', None, (DAY, "metadata")),
        ("", '<p class="date">03/04/2021</p>', None, (None, "none")),
        ("", "<footer>Copyright 2021 Acme</footer>", None, (None, "none")),
        ('<meta name="date" content="2020-01-02">', "", "https://example.org/2021/09/26/a-road", (date(2020, 1, 2), "metadata")),
    ],
)
def test_the_day_of_publication_and_its_basis(head, body, url, found):
    assert dated(head, body, url) == found


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Road opened in Kenya | Acme Group</title>", "<h1>Road opened in Kenya</h1>", "Road opened in Kenya"),
        ("<title>Road opened in Kenya - Acme Group</title>", "<h1>Acme</h1>", "Road opened in Kenya"),
        ("<title>Press centre</title>", "<h1>Road opened in Kenya</h1>", "Road opened in Kenya"),
        ('<meta property="og:title" content="Road opened in Kenya | Acme"><title>Acme</title>', "", "Road opened in Kenya"),
        ("<title>Road \u202e opened\n in Kenya</title>", "", "Road opened in Kenya"),
    ],
)
def test_the_title_is_that_of_the_release_and_stands_above_its_text(head, body, title):
    found = release(f"<html><head>{head}</head><body>{body}{TEXT}</body></html>")
    assert found.title == title
    assert found.body.startswith(title + "\n")


@pytest.mark.parametrize(
    ("href", "uri"),
    [
        ("https://example.org/a/1", "https://example.org/a/1"),
        ("https://example.org/", "a.html"),
        ("javascript:alert(1)", "a.html"),
        ("/a/1", "a.html"),
    ],
)
def test_the_canonical_address_is_taken_where_it_leads_to_a_release(href, uri):
    assert release(f'<head><link rel="canonical" href="{href}"></head>{TEXT}').source_uri == uri


def test_what_the_source_says_comes_before_what_the_page_states():
    found = release(page(1, "semantic").source, url="https://example.org/x", title="Said", language="de", published_on=DAY)
    assert (found.source_uri, found.title, found.language) == ("https://example.org/x", "Said", "de")
    assert (found.published_on, found.published_basis) == (DAY, "manifest")


FRENCH, RUSSIAN, CHINESE = "Société générale à Yaoundé — créée", "Компания открыла дорогу", "中国路桥公司在肯尼亚修建公路"


@pytest.mark.parametrize(
    ("text", "encoding", "charset", "declared"),
    [
        (FRENCH, "utf-8", None, None),
        (FRENCH, "utf-8", "iso-8859-1", "windows-1252"),
        (FRENCH, "cp1252", "ISO-8859-1", None),
        (FRENCH, "utf-16", None, None),
        (FRENCH, "utf-8-sig", "koi8-r", None),
        (RUSSIAN, "cp1251", None, "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r", "windows-1251"),
        (RUSSIAN * 5, "cp1251", None, None),
        (CHINESE, "gb18030", None, "gb2312"),
        (CHINESE, "big5", "big5", None),
        (CHINESE, "gb18030", "utf-8", "gbk"),
    ],
)
def test_a_page_is_decoded_by_mark_header_meta_or_detection(text, encoding, charset, declared):
    meta = f"<meta charset='{declared}'>" if declared else ""
    content = f"<html><head>{meta}</head><body>{text}</body></html>".encode(encoding, "replace")
    assert text.encode(encoding, "replace").decode(encoding) in decode_page(content, charset)[0]


def test_one_broken_character_does_not_cost_a_page():
    content = f"<meta charset=utf-8>{TEXT * 5}é".encode() + b"\xc3"
    assert "The company opened a road" in decode_page(content)[0]


@pytest.mark.parametrize("label", ["utf-16", "x-user-defined", "none-such", "é", ""])
def test_a_charset_that_cannot_be_is_passed_over(label):
    assert decode_page(f"<p>{FRENCH}</p>".encode("cp1252", "replace"), label)[1] == "cp1252"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "binary"),
        (b"%PDF-1.7 ...", "binary"),
        (b"<p>" + b"\0" * 1000, "binary"),
        ("<div>" * 50_000 + TEXT, "too large"),
        ("<div>" * 5_000 + TEXT + "</div>" * 5_000, "bomb"),
        ("".join(f"<font color={n}><p>" for n in range(9_000)), "bomb"),
        ("<div " + " ".join(f"a{n}=1" for n in range(20_000)) + ">" + TEXT, "bomb"),
        ("<select>" + "<option>x" * 9_000, "bomb"),
        ("<p>" + "word " * 4_000_000, "too large"),
        ("<html><body><nav><a href='/'>Home</a></nav><script>var a</script></body></html>", "no text"),
        ("<p>\u202e\u200b\u202c</p>", "no text"),
        ("<!-- only a comment -->", "no text"),
    ],
)
def test_a_hostile_or_empty_page_has_a_reason(source, reason):
    with pytest.raises(UnreadableError) as told:
        release(source)
    assert told.value.reason == reason


@pytest.mark.parametrize("name", ["date", "og:title", "article:published_time"])
def test_a_page_of_tags_alone_is_read_in_time(name):
    found = release(f"<html><head>{f'<meta property={name!r} content=x>' * 9_000}</head><body>{TEXT}</body></html>")
    assert "The company opened a road" in found.body


@pytest.mark.parametrize("source", ["http://127.0.0.1:9/", "https://example.org/a", "http://", "//example.org"])
def test_a_page_that_is_an_address_is_not_opened(source, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("something was looked up")

    monkeypatch.setattr("socket.getaddrinfo", refuse)
    monkeypatch.setattr("socket.socket.connect", refuse)
    assert release(source).body == source


def test_script_in_a_page_is_no_text_and_written_out_it_is():
    body = release(f"<script>alert(1)</script><style>p{{}}</style>{TEXT}<p>Use &lt;script&gt;alert(2)&lt;/script&gt; with care.</p>").body
    assert "alert(1)" not in body
    assert "<script>alert(2)</script>" in body
