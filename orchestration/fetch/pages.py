"""One listed page: asked for, and what its answer means.

Belongs here: from an answer to what is landed and what is remembered. Does not: the order of pages (visit.py), requests (client.py).
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import Message
from typing import NamedTuple

import httpx

from orchestration.fetch.client import Answer, Client, Permit, Validators
from orchestration.fetch.discover import Entry
from orchestration.fetch.errors import NotFetchedError, StopError, TooLargeError
from orchestration.sources import Source
from transforms.read.landed import Landed, Rejected, Statement
from transforms.read.statement import statement
from warehouse.visits import Outcome, Page

_OK, _NOT_MODIFIED, _NOT_FOUND, _GONE = 200, 304, 404, 410
_FORMS = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "application/pdf": "application/pdf",
}


class Asked(NamedTuple):
    """What one page gave. `is_gone`: the source does not have it any more; `is_down`: its host did not answer, or not sensibly."""

    page: Page
    outcome: Outcome
    item: Landed | Rejected | None = None
    is_gone: bool = False
    is_down: bool = False

    @property
    def is_unmodified(self) -> bool:
        """Whether it is as it was."""
        return self.outcome.status == _NOT_MODIFIED


def ask(source: Source, client: Client, permit: Permit, page: Page) -> Asked:
    """Ask for a page, conditionally where it answered before; what goes wrong is an outcome too."""
    now = datetime.now(UTC)
    try:
        answer = client.get(page.found_uri, permit, Validators(page.etag, page.last_modified))
    except TooLargeError as error:
        rejected = Rejected(page.uri, error.reason, str(error))
        return Asked(page, Outcome(page.uri, now, _OK), rejected)
    except NotFetchedError as error:
        return Asked(page, Outcome(page.uri, now, error=str(error)), is_down=error.passing or isinstance(error, StopError))
    return _meant(source, page, answer, now)


def taken(source: Source, entry: Entry) -> Landed:
    """The release that stands in a listing itself."""
    page, listed = entry
    said = _said(source, page, title=listed.title)
    return Landed(page.uri, listed.media_type or "text/html", listed.content or b"", said)


def _meant(source: Source, page: Page, answer: Answer, now: datetime) -> Asked:
    where = answer.address if answer.address != page.found_uri else None
    if answer.status == _NOT_MODIFIED:
        return Asked(page, Outcome(page.uri, now, answer.status, where, page.etag, page.last_modified))
    if answer.status in (_NOT_FOUND, _GONE) or _is_front_page(page, answer, source):
        if page.fetched_at:
            return Asked(page, Outcome(page.uri, now, answer.status, where), is_gone=True)
        return Asked(page, Outcome(page.uri, now, answer.status, where, error=f"it answers {answer.status} at {answer.address}"))
    if answer.status != _OK:
        return Asked(page, Outcome(page.uri, now, answer.status, where, error=f"it answers {answer.status}"))
    return Asked(page, Outcome(page.uri, now, answer.status, where, *answer.validators), _landed(source, page, answer))


def _is_front_page(page: Page, answer: Answer, source: Source) -> bool:
    """Whether the host led us to its front page or its list: so some say that a page is not there any more."""
    if answer.address == page.found_uri or answer.status != _OK:
        return False
    return answer.address == source.location or (httpx.URL(answer.address).path == "/" and httpx.URL(page.found_uri).path != "/")


def _landed(source: Source, page: Page, answer: Answer) -> Landed | Rejected:
    stated = Message()
    stated["content-type"] = answer.media_type or "text/html"
    form = _FORMS.get(stated.get_content_type())
    if form is None:
        return Rejected(page.uri, "wrong type", f"it is {answer.media_type[:60]!r}, not a page, a text or a PDF", answer.content)
    return Landed(page.uri, form, answer.content, _said(source, page, title=None), stated.get_content_charset())


def _said(source: Source, page: Page, title: str | None) -> Statement:
    """What the source says about a release: who publishes there, and the day that a feed or sitemap gives it.

    The day near a link of an index page may be another's, and the release's own page says its own.
    """
    day = None if source.kind == "index" else page.listed_day
    url = page.found_uri if page.found_uri.startswith("http") else None
    known = {"organisation": source.organisations, "home_country": source.home_country, "language": source.language}
    return statement({**known, "url": url, "published": day, "title": title})[0]
