"""Small real files of every form.

Belongs here: making them. Does not: tests.
"""

import io
import zlib
from email.message import EmailMessage

import pyarrow as pa
import pyarrow.parquet as pq
from pypdf import PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXT = "The company opened a road of twelve kilometres in Kenya, and people were glad about it. " * 4
PAGE = f"<html><head><title>Road opened in Kenya</title></head><body><p>{TEXT}</p></body></html>".encode()


def parquet(**columns):
    written = io.BytesIO()
    pq.write_table(pa.table(columns), written)
    return written.getvalue()


def warc(*pages, zipped=True, status="200 OK"):
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=zipped)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
    for uri, headers, body in pages:
        answer = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(uri, "response", payload=io.BytesIO(body), http_headers=answer))
    return written.getvalue()


def mail(text=None, html=None, **headers):
    message = EmailMessage()
    message["From"] = "press@example.org"
    for name, value in headers.items():
        message[name] = value
    message.set_content(text or "")
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def pdf(lines, *, pages=1, password=None):
    shown = b"BT /F1 12 Tf 72 720 Td 14 TL " + b" ".join(b"(%s) Tj T*" % line.encode("cp1252") for line in lines) + b" ET"
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(pages))
    packed = zlib.compress(shown)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>"] * pages,
    ]
    written = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(b"%010d 00000 n \n" % len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, b"".join(places))
    written += table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(written))
    if not password:
        return written
    writer, locked = PdfWriter(clone_from=io.BytesIO(written)), io.BytesIO()
    writer.encrypt(password)
    writer.write(locked)
    return locked.getvalue()
