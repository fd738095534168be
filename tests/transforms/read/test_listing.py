"""Feeds, sitemaps and index pages become addresses, and nothing in them reaches further."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.landed import UnreadableError
from transforms.read.listing import Listed, read_feed, read_index, read_sitemap

BASE = "https://example.org/news/"
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<link>https://example.org/</link>{}</channel></rss>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{}</feed>'
SITEMAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
LONG = "<p>" + "The company opened a road in Kenya. " * 30 + "</p>"


@pytest.mark.parametrize(
    ("item", "entry"),
    [
        (
            "<title>Road &amp;amp; rail</title><link>https://example.org/1</link><pubDate>Sun, 26 Sep 2021 23:30:00 -0500</pubDate>",
            Listed("https://example.org/1", "Road & rail", "2021-09-26"),
        ),
        ("<title>T</title><link>/2</link><description>Only a teaser ...</description>", Listed("https://example.org/2", "T")),
        (
            f"<link>/3</link><description>teaser</description><content:encoded><![CDATA[{LONG}]]></content:encoded>",
            Listed("https://example.org/3", content=LONG.encode(), media_type="text/html"),
        ),
        (
            f"<link>/4</link><description><![CDATA[{LONG}]]></description>",
            Listed("https://example.org/4", content=LONG.encode(), media_type="text/html"),
        ),
        (f"<link>/5</link><description><![CDATA[{LONG} Read more]]></description>", Listed("https://example.org/5")),
        (
            "<guid isPermaLink='false'>tag:1,2</guid><description>Short, but there is no more.</description>",
            Listed("#tag%3A1%2C2", content=b"Short, but there is no more.", media_type="text/html"),
        ),
        ("<link>https://example.org/6</link><pubDate>0000-00-00</pubDate>", Listed("https://example.org/6")),
        ("<link>https://example.org/7</link><pubDate>9999-12-31</pubDate>", Listed("https://example.org/7")),
    ],
)
def test_an_entry_of_rss(item, entry):
    assert read_feed(RSS.format(f"<item>{item}</item>").encode(), BASE + "feed") == [entry]


def test_an_entry_of_atom():
    entry = (
        '<entry><id>urn:1</id><title type="html">A &lt;b&gt;road&lt;/b&gt;</title><link href="/1"/><updated>2021-09-28T01:00:00Z</updated>'
        f'<published>2021-09-26T01:00:00Z</published><content type="text">{"The company opened a road. " * 30}</content></entry>'
    )
    (found,) = read_feed(ATOM.format(entry).encode(), BASE)
    assert found[:3] == ("https://example.org/1", "A road", "2021-09-26")
    assert found.media_type == "text/plain"


def test_an_address_is_listed_once_and_the_first_counts():
    items = "".join(f"<item><title>{n}</title><link>/{n % 2}</link></item>" for n in range(4))
    assert [entry.title for entry in read_feed(RSS.format(items).encode(), BASE)] == ["0", "1"]


NOT_ON_THE_WEB = """javascript:alert(1)|JaVaScript:x|java\nscript:x|data:text/html,x|file:///etc/passwd|mailto:a@b.c|ftp://a.b/c
|http://|http://[1|http://a:99999/|http://a b/|"""


@pytest.mark.parametrize("address", NOT_ON_THE_WEB.replace("c\n|", "c|").split("|"))
def test_only_addresses_on_the_web_are_listed(address):
    assert read_feed(RSS.format(f"<item><title>t</title><link>{address}</link></item>").encode()) == []
    assert read_sitemap(SITEMAP.format(f"<url><loc>{address}</loc></url>").encode()) == ([], [])
    assert read_index(f'<a href="{address}">t</a>'.encode(), "https://other.org/", "^https?://(?!other)") == ([], None)


def test_marks_that_turn_the_direction_are_no_part_of_an_address():
    assert read_index("<a href='/\u202efdp.1\u200b'>t</a>".encode(), BASE, "*")[0][0].uri == "https://example.org/fdp.1"


def test_a_sitemap_with_news_and_pictures():
    content = SITEMAP.format(
        '<url xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" '
        'xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">'
        "<i:image><i:loc>https://example.org/i.png</i:loc><i:title>picture</i:title></i:image>"
        "<loc> https://example.org/1?a=1&amp;b=2 </loc>"
        "<lastmod>2021-09-28</lastmod><n:news><n:publication_date>2021-09-26T10:00:00Z</n:publication_date><n:title>Road</n:title></n:news>"
        "</url><url><loc>https://example.org/2</loc></url><url><loc>https://example.org/2</loc></url>"
    ).encode()
    pages = [Listed("https://example.org/1?a=1&b=2", "Road", "2021-09-26", modified="2021-09-28"), Listed("https://example.org/2")]
    assert read_sitemap(content) == (pages, [])
    assert read_sitemap(gzip.compress(content)) == (pages, [])


def test_an_index_of_sitemaps_and_a_list_of_lines():
    index = b"<sitemapindex><sitemap><loc>https://example.org/a.xml.gz</loc></sitemap></sitemapindex>"
    assert read_sitemap(index) == ([], ["https://example.org/a.xml.gz"])
    assert read_sitemap(b"https://example.org/1\r\nnothing\nhttps://example.org/2\n") == (
        [Listed("https://example.org/1"), Listed("https://example.org/2")],
        [],
    )


INDEX = """<html><head><base href="/press/"></head><body><nav><a href="/about">About</a></nav><ul>
<li><a href="1.html"><img src="x.png"></a><a href="1.html"><h3>Road opened</h3></a><span>26 September 2021</span></li>
<li><a href="2.html#top">Clinic given</a> <time datetime="2021-09-25">last week</time></li></ul>
<table><tr><td>[2021/09/24]</td><td><a href="3.html" title="A long title spelt out">A long ti…</a></td></tr></table>
<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=2">Next »</a></body></html>"""
RELEASES = [
    Listed("https://example.org/press/1.html", "Road opened", "2021-09-26"),
    Listed("https://example.org/press/2.html", "Clinic given", "2021-09-25"),
    Listed("https://example.org/press/3.html", "A long title spelt out", "2021-09-24"),
]


@pytest.mark.parametrize("pattern", ["*/press/*.html", "/press/?.html", r"^/press/\d+\.html$", r"^https://example\.org/press/\d"])
def test_an_index_page_lists_the_links_of_a_pattern_with_their_titles_and_days(pattern):
    assert read_index(INDEX.encode(), BASE, pattern) == (RELEASES, "https://example.org/press/?page=2")


@pytest.mark.parametrize(
    ("address", "further"), [("https://example.org/p/", "https://example.org/p/index_2.html"), ("https://example.org/p/index_7.html", "https://example.org/p/index_8.html")]
)  # fmt: skip
def test_numbered_pages_go_on_as_long_as_they_list_something(address, further):
    assert read_index(INDEX.encode(), address, "*.html", "https://example.org/p/index_{n}.html")[1] == further
    assert read_index(b"<p>nothing here</p>", address, "*.html", "https://example.org/p/index_{n}.html") == ([], None)


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="next" href="/n/2">',
        '<a rel="nofollow next" href="/n/2">2</a>',
        '<a href="/n/2">Older posts</a>',
        '<a href="/n/2" aria-label="Next page">2</a>',
        '<a href="/n/2">›</a>',
    ],
)
def test_the_next_page_is_the_one_that_the_page_calls_next(link):
    assert read_index(f"<p>{link}<a href='/n/3'>Next generation buses</a></p>".encode(), "https://example.org/n/1", "*/x/*")[1] == (
        "https://example.org/n/2"
    )


def test_a_pattern_that_is_none_is_named():
    with pytest.raises(ValueError, match=r"'\^\(' is no regular expression"):
        read_index(b"<p>x</p>", BASE, "^(")


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1/x">%a;]>'
LONG_ENTITY = f'<!DOCTYPE r [<!ENTITY a "{"A" * 1000}">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE, PARAMETER, LONG_ENTITY])
@pytest.mark.parametrize("read", [read_feed, read_sitemap])
def test_a_list_that_declares_entities_is_refused(read, declared, encoding):
    with pytest.raises(UnreadableError) as told:
        read((declared + RSS.partition("?>")[2].format("<item><title>&a;</title></item>")).encode(encoding))
    assert told.value.reason == "bomb"


def test_an_entity_for_one_character_is_harmless():
    content = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>' + RSS.partition("?>")[2].format(
        "<item><title>a&nbsp;b</title><link>/1</link></item>"
    )
    assert read_feed(content.encode(), BASE)[0].title == "a b"


@pytest.mark.parametrize("read", [read_feed, read_sitemap])
@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (b"", {"empty", "malformed"}),
        (b"<html><body><p>We moved</p></body></html>", {"wrong type"}),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), {"binary", "malformed"}),
        (b'{"a": 1}', {"wrong type", "malformed"}),
    ],
)
def test_what_is_no_list_has_a_reason(read, content, reasons):
    with pytest.raises(UnreadableError) as told:
        read(content)
    assert told.value.reason in reasons


def test_a_sitemap_that_unfolds_without_end_is_refused_before_it_has():
    with pytest.raises(UnreadableError) as told:
        read_sitemap(gzip.compress(b"<urlset>" + b" " * 40_000_000))
    assert told.value.reason == "bomb"


@given(st.binary(max_size=200) | st.text("<>/a=\"'&;#rsitem:", max_size=200).map(str.encode))
def test_any_bytes_are_a_list_or_refused(content):
    for read in (read_feed, read_sitemap, lambda content: read_index(content, BASE, "*")):
        try:
            read(content)
        except UnreadableError:
            continue
