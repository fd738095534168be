"""A press centre on loopback: generated releases behind a feed, sitemaps and index pages, with all the troubles of the real ones.

Belongs here: the server and its pages. Does not: what is fetched from it (test_fetch*.py), fixtures (conftest.py).
"""

import gzip
import hashlib
import re
import threading
import time
from collections import defaultdict
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

PLACES = ("Kenya", "Togo", "Mali", "Ghana", "Peru", "Laos", "Nepal", "Fiji", "Chad", "Oman")
WORKS = ("road of twelve kilometres", "school for five hundred children", "clinic with forty beds", "port", "bridge", "water plant")
DAY = date(2026, 11, 20)


class PressCentre(ThreadingHTTPServer):
    """Serves `count` releases, newest first. Tests change `texts`, `gone` and `answers` between visits and read `log`."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, count):
        super().__init__(("127.0.0.1", 0), Handler)
        self.texts = {number: text(number) for number in range(1, count + 1)}
        self.gone = set()
        self.answers = defaultdict(list)  # path -> answers given once each before the right one: (status, headers, body)
        self.always = {}  # path -> the answer given each time
        self.robots = "User-agent: *\nAllow: /\n"
        self.chrome = "1 view"
        self.feed_length, self.page_length, self.sitemap_length = 20, 25, 100
        self.full_text = False
        self.validates = True
        self.log = []  # (path, headers) of every request
        self.seen = threading.Condition()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def numbers(self):
        """Of the releases that are listed, newest first."""
        return [number for number in sorted(self.texts, reverse=True) if number not in self.gone]

    def asked(self, part=""):
        """How often paths with `part` in them were asked for, since the log was cleared."""
        return sum(1 for path, _ in self.log if part in path)

    def wait_for(self, count, seconds=60):
        """Wait until so many requests have come."""
        with self.seen:
            return self.seen.wait_for(lambda: len(self.log) >= count, seconds)

    def handle_error(self, request, client_address):
        """Whoever was killed in the middle of an answer does not read it."""

    def page(self, number):
        title, body = self.texts[number]
        return (
            f"<html><head><title>{title}</title><meta charset=utf-8>"
            f"<meta property='article:published_time' content='{day(number)}'></head>"
            f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><main><article><h1>{title}</h1>"
            f"<p>{body}</p><p>{title}. {body} The work was done on time and handed over to the community.</p></article></main>"
            f"<footer>{self.chrome}</footer></body></html>"
        ).encode()

    def index(self, at):
        here = self.numbers[(at - 1) * self.page_length : at * self.page_length]
        links = "".join(f"<li><time datetime='{day(n)}'></time><a href='/news/{n}.html'>{self.texts[n][0]}</a></li>" for n in here)
        more = f"<a rel='next' href='/news?page={at + 1}'>Next</a>" if at * self.page_length < len(self.numbers) else ""
        return f"<html><body><main><ul>{links}</ul>{more}</main></body></html>".encode()

    def feed(self):
        items = "".join(self._item(number) for number in self.numbers[: self.feed_length])
        return f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{items}</channel></rss>".encode()

    def _item(self, number):
        title, body = self.texts[number]
        told = f"<description>{escape(f'<p>{body}</p>' * 12)}</description>" if self.full_text else ""
        at = day(number).strftime("%a, %d %b %Y 08:00:00 GMT")
        return f"<item><title>{title}</title><link>{self.url}/news/{number}.html</link><pubDate>{at}</pubDate>{told}</item>"

    def sitemap(self, at):
        here = self.numbers[(at - 1) * self.sitemap_length : at * self.sitemap_length]
        urls = "".join(f"<url><loc>{self.url}/news/{n}.html</loc><lastmod>{day(n)}</lastmod></url>" for n in here)
        return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>".encode()

    def sitemap_index(self):
        count = -(-len(self.numbers) // self.sitemap_length)
        maps = "".join(f"<sitemap><loc>{self.url}/sitemap-{n}.xml</loc></sitemap>" for n in range(1, count + 1))
        return f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{maps}</sitemapindex>".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers as the press centre is told to."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: two wait for each other

    def log_message(self, *_):
        """Quietly."""

    def do_GET(self):
        centre = self.server
        with centre.seen:
            centre.log.append((self.path, dict(self.headers)))
            centre.seen.notify_all()
        if centre.answers[self.path]:
            self.give(*centre.answers[self.path].pop(0))
        elif self.path in centre.always:
            self.give(*centre.always[self.path])
        else:
            self.give(*self.answer())

    def answer(self):
        centre, parts = self.server, urlsplit(self.path)
        listings = {
            "/robots.txt": lambda: ("text/plain", centre.robots.encode()),
            "/news": lambda: ("text/html", centre.index(int(parse_qs(parts.query).get("page", ["1"])[0]))),
            "/feed.xml": lambda: ("application/rss+xml", centre.feed()),
            "/sitemap.xml": lambda: ("application/xml", centre.sitemap_index()),
        }
        found = re.fullmatch(r"/(sitemap-|news/)(\d+)\.(?:xml|html)", parts.path)
        if parts.path in listings:
            media_type, body = listings[parts.path]()
        elif found and found[1] == "sitemap-":
            media_type, body = "application/xml", centre.sitemap(int(found[2]))
        elif found and int(found[2]) in centre.numbers:
            media_type, body = "text/html; charset=utf-8", centre.page(int(found[2]))
        else:
            return 404, {"content-type": "text/html"}, b"<html>not here</html>"
        return 200, {"content-type": media_type}, body

    def give(self, status, headers, body):
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"' if isinstance(body, bytes) and status == 200 and self.server.validates else None
        if tag and self.headers.get("if-none-match") == tag:
            status, body = 304, b""
        elif (
            isinstance(body, bytes)
            and len(body) % 2
            and "gzip" in self.headers.get("accept-encoding", "")
            and "content-encoding" not in headers
        ):
            headers, body = {**headers, "content-encoding": "gzip"}, gzip.compress(body)  # half of the pages, as it comes
        with suppress(OSError):
            self.send_response(status)
            for name, value in {**headers, **({"etag": tag} if tag else {})}.items():
                self.send_header(name, value)
            if isinstance(body, bytes):
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            else:
                self.drip(body)

    def drip(self, pieces):
        """Send pieces one by one, as slowly as they come."""
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        for piece in pieces():
            self.wfile.write(piece)
            self.wfile.flush()


def text(number):
    place, work = PLACES[number % len(PLACES)], WORKS[number % len(WORKS)]
    return f"Release {number}: a {work} for {place}", f"The company opened a {work} in {place} as number {number} of its programme."


def day(number):
    return DAY - timedelta(days=1000 - number)


def slowly(seconds=0.05):
    """A body that keeps coming and never ends."""
    while True:
        time.sleep(seconds)
        yield b"x"


@contextmanager
def press_centre(count):
    """A press centre that answers until the end of the block."""
    centre = PressCentre(count)
    thread = threading.Thread(target=centre.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield centre
    finally:
        centre.shutdown()
        centre.server_close()
        thread.join()
