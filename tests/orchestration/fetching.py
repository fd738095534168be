"""What tests of fetching stand on: a source on the press centre, visits to it, and what the memory holds then.

Belongs here: helpers that other processes import too. Does not: the server (presscentre.py), fixtures (conftest.py).
"""

import importlib
import os
import signal
from dataclasses import replace

from orchestration.fetch.run import fetch
from orchestration.sources import Politeness, Refetch, Source
from warehouse import tables

PATHS = {"feed": "/feed.xml", "sitemap": "/sitemap.xml", "index": "/news"}
BOLD = Politeness(delay_seconds=0, contact="tests@example.org", allow_private=True, retry_seconds=0.001, timeout_seconds=5)


def source_at(url, kind="sitemap", **changes):
    """A source on a press centre of this machine, which may be asked without a delay."""
    plain = Source("centre", kind, url + PATHS[kind], "Acme", ("ACME Corp",), politeness=BOLD, refetch=Refetch(newest=5))
    pattern = "*/news/*.html" if kind == "index" else ""
    return replace(plain, link_pattern=pattern, **changes)


def silent(*_):
    """Nobody watches."""


def visit(source, files):
    """Visit one source; the memory is opened for each batch, as `pressledger fetch` does."""
    return fetch([source], files.writer, silent)[0]


def memory(files, table, columns="*", rest=""):
    """Rows of a table of the memory."""
    with files.writer() as connection:
        return tables.rows_of(connection, f"select {columns} from landing.{table} {rest}")


def releases(files):
    """(file, revision) -> bytes, for every revision in the memory."""
    with files.writer() as connection:
        select = "select file, revision, content from landing.revisions join landing.documents using (content_sha256)"
        return {(file, revision): bytes(content) for file, revision, content in connection.execute(select).fetchall()}


def fetch_until_killed(source, files, where="", calls=0, batch=0):
    """Fetch in this process, which dies like by kill -9 when the function `where` is called for the nth time."""
    if batch:
        importlib.import_module("orchestration.fetch.visit").BATCH = batch
    if where:
        module, _, name = where.rpartition(".")
        owner, left = importlib.import_module(module), [calls]
        original = getattr(owner, name)

        def die(*args, **kwargs):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*args, **kwargs)

        setattr(owner, name, die)
    visit(source, files)
