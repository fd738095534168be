"""The real command over a folder that holds every form: each release is in the ledger, each hostile file in quarantine."""

import gzip
import os
import resource
import subprocess
import sys

import duckdb

from tests.transforms.read.files import PAGE, TEXT, mail, parquet, pdf, warc
from tests.transforms.read.pages import page
from warehouse.connect import published

HTML = [("Content-Type", "text/html; charset=utf-8")]
FEED = "<rss version='2.0'><channel>{}</channel></rss>"
ONE_GIGABYTE = 1 << 30
GOOD = {
    "plain.txt": TEXT.encode(),
    "page.html": page(1, "classes").source.encode(),
    "old.htm": page(2, "tables").source.encode(),
    "lines.jsonl": b'{"uri": "1", "text": "A bridge was opened in Mali by the company on Monday."}',
    "table.parquet": parquet(uri=["1", "2"], text=["A port was opened in Togo by Acme.", "A school was opened in Peru by Acme."]),
    "crawl.warc": warc(("https://example.org/1", HTML, page(3, "plain").source.encode()), zipped=False),
    "crawl.warc.gz": warc(("https://example.org/2", HTML, page(4, "semantic").source.encode())),
    "letter.eml": mail(text=TEXT, Subject="A road", Date="Sun, 26 Sep 2021 10:00:00 GMT"),
    "leaflet.pdf": pdf(["Acme opens a road in Kenya", "The company said that it had opened a road of twelve kilometres in Kenya."]),
    "feed.xml": FEED.format(f"<item><link>https://example.org/3</link><description>{TEXT * 3}</description></item>").encode(),
}
HOSTILE = {
    "bomb.warc.gz": (gzip.compress(b"\0" * 50_000_000), "wrong type"),
    "deep.html": (b"<div>" * 15_000 + PAGE + b"</div>" * 15_000, "bomb"),
    "deeper.html": (b"<div>" * 50_000 + PAGE, "too large"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(5_000), "binary"),
    "large.html": (b"<p>" + b"word " * 4_000_000, "too large"),
    "laughs.xml": (b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + FEED.format("<item>&b;</item>").encode(), "bomb"),
    "outside.xml": (b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + FEED.format("<item>&a;</item>").encode(), "bomb"),
    "nothing.html": (b"<html><body><script>var a;</script></body></html>", "no text"),
    "broken.txt": ("Société générale".encode() + b"\xc3", "undecodable"),
    "nul.txt": (b"a\0" * 1_000, "binary"),
    "locked.pdf": (pdf(["a"], password="b"), "locked"),
    "page.pdf": (PAGE, "wrong type"),
    "page.parquet": (PAGE, "wrong type"),
    "zeros.html": (b"<p>" + b"\0" * 3_000_000, "binary"),
}


def test_every_form_is_built_and_nothing_hostile_stops_it(tmp_path, files):
    source = tmp_path / "everything"
    source.mkdir()
    for name, content in (GOOD | {name: content for name, (content, _) in HOSTILE.items()}).items():
        (source / name).write_bytes(content)
    words = [sys.executable, "-c", "from orchestration.cli import main; main()", "build", str(source)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    result = subprocess.run(
        words, env=os.environ | {"PRESSLEDGER_WAREHOUSE": str(files.directory)}, capture_output=True, text=True, check=False, timeout=300
    )
    assert result.returncode == 0, result.stderr
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak <= before or peak * 1024 < ONE_GIGABYTE
    with duckdb.connect(published(files.directory), read_only=True) as ledger:
        releases = {row[0].removeprefix("everything/") for row in ledger.execute("select source_uri from releases").fetchall()}
        refused = dict(ledger.execute("select file, reason from quarantine").fetchall())
        dated = dict(ledger.execute("select published_basis, count(*) from releases group by all").fetchall())
    assert len(releases) == len(GOOD) + 1
    assert refused == {name: reason for name, (_, reason) in HOSTILE.items()}
    assert dated["metadata"] == 5
