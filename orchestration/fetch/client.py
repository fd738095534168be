"""Asking for one address: within limits, again where that may help, and from one redirect to the next.

Belongs here: requests, retries, redirects, each hop checked as the first one was.
Does not: which addresses are asked for (visit.py), the check of hosts (guard.py), robots.txt (robots.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple, Self

import httpx
import stamina

from orchestration.fetch.body import read_body
from orchestration.fetch.errors import BusyError, NotFetchedError, StopError
from orchestration.fetch.guard import DEADLINE, Guard, RefusedError, Transport
from orchestration.fetch.pace import Pace
from orchestration.sources import Politeness
from transforms.read.landed import MAX_BYTES

AGENT = "Pressledger"
MAX_HOPS = 5
MAX_WAIT_SECONDS = 120  # a host that asks for more is left until the next visit
_ATTEMPTS = 4
_CONNECT_SECONDS, _STEP_SECONDS = 10.0, 30.0
_REDIRECTS = {301, 302, 303, 307, 308}
_OK, _NOT_MODIFIED, _TOO_MANY, _SERVER = 200, 304, 429, 500

stamina.instrumentation.set_on_retry_hooks([])  # what fails in the end is told by us, once


class Validators(NamedTuple):
    """What a server gave to ask later whether anything changed."""

    etag: str | None = None
    last_modified: str | None = None


class Answer(NamedTuple):
    """What came back from `address`, the last of the hops. `content` is there with status 200 only."""

    status: int
    address: str
    content: bytes = b""
    media_type: str = ""
    validators: Validators = Validators()


Permit = Callable[[str], float]  # address -> seconds between two requests of its host; raises where it may not be asked


class Client:
    """Asks politely. `permit` is called for each hop before it is asked for; give none to ask for robots.txt itself."""

    def __init__(self, politeness: Politeness, location: str) -> None:
        self._politeness = politeness
        place = httpx.URL(location)
        port = place.port or (443 if place.scheme == "https" else 80)
        self._pace = Pace(politeness.concurrency)
        self._left: dict[str, str] = {}  # hosts that asked for so long a peace that this visit does not come back to them
        self._http = httpx.Client(
            transport=Transport(Guard([(place.host, port)] if politeness.allow_private else [])),
            headers={"user-agent": agent(politeness.contact), "accept-encoding": "gzip", "accept": "*/*"},
            timeout=httpx.Timeout(min(_STEP_SECONDS, politeness.timeout_seconds), connect=_CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=False,
        )
        wait = {"wait_initial": politeness.retry_seconds, "wait_jitter": politeness.retry_seconds, "wait_max": 60.0}
        self._retrying = stamina.RetryingCaller(attempts=_ATTEMPTS, timeout=None, **wait).on(_again)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def get(self, address: str, permit: Permit, known: Validators = Validators(), limit: int = MAX_BYTES) -> Answer:  # noqa: B008 -- immutable
        """What `address` answers, through at most five redirects: 200, 304 where nothing changed, or a status of 400 and more.

        Raises:
            NotFetchedError: no answer, more than `limit` bytes, a redirect that leads astray; the last of several tries.
        """
        url, seen = _parsed(address), set[str]()
        while len(seen) <= MAX_HOPS:
            if url.host in self._left:
                raise StopError(self._left[url.host])
            if str(url) in seen:
                raise NotFetchedError(f"its redirects go round in a circle at {url}")
            seen.add(str(url))
            answer = self._retrying(self._once, url, permit(str(url)), known, limit)
            if isinstance(answer, Answer):
                return answer
            url = answer
        raise NotFetchedError(f"more than {MAX_HOPS} redirects")

    def _once(self, url: httpx.URL, delay: float, known: Validators, limit: int) -> Answer | httpx.URL:
        """One try: an answer, or the address that it leads to."""
        headers = {"if-none-match": known.etag, "if-modified-since": known.last_modified}
        with self._pace.turn(url.host, delay):
            token = DEADLINE.set(time.monotonic() + self._politeness.timeout_seconds)
            try:
                with self._http.stream("GET", url, headers={k: v for k, v in headers.items() if v}) as response:
                    return self._taken(url, response, limit)
            except httpx.InvalidURL as error:
                raise NotFetchedError(f"it leads to what is no address: {error}") from None
            except httpx.TransportError as error:
                refused = isinstance(error.__cause__, RefusedError)
                raise NotFetchedError(str(error) or type(error).__name__, passing=not refused) from None
            finally:
                DEADLINE.reset(token)

    def _taken(self, url: httpx.URL, response: httpx.Response, limit: int) -> Answer | httpx.URL:
        status = response.status_code
        if status in _REDIRECTS and "location" in response.headers:
            return _parsed(str(url.join(response.headers["location"])))
        if status == _TOO_MANY or status >= _SERVER:
            seconds = _seconds(response.headers.get("retry-after"))
            if seconds and seconds > MAX_WAIT_SECONDS:
                self._left[url.host] = f"it answers {status} and wants to be left alone for {seconds:,.0f} seconds"
                raise StopError(self._left[url.host])
            self._pace.hold(url.host, seconds or 0)
            raise BusyError(f"it answers {status}", seconds)
        if status != _OK:
            return Answer(status, str(url))
        content = read_body(response.iter_raw(), response.headers.get("content-encoding", "").strip().lower(), limit)
        validators = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
        return Answer(status, str(url), content, response.headers.get("content-type", ""), validators)


@cache
def agent(contact: str) -> str:
    """The name by which a press centre knows us, and where it can reach whoever asks."""
    try:
        number = version("pressledger")
    except PackageNotFoundError:
        number = "0"
    return f"{AGENT}/{number} (+{'mailto:' if '@' in contact and '://' not in contact else ''}{contact})"


def _again(error: Exception) -> bool | float:
    """Whether, or after how many seconds, to try again."""
    if isinstance(error, BusyError) and error.seconds is not None:
        return error.seconds
    return isinstance(error, NotFetchedError) and error.passing


def _seconds(retry_after: str | None) -> float | None:
    """Retry-After in seconds from now: it is a number, or a date."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _parsed(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise NotFetchedError(f"{address[:200]!r} is no address: {error}") from None
    if (url.port or 1) not in range(1, 65_536):
        raise NotFetchedError(f"{address[:200]!r} is no address: there is no such port")
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        raise NotFetchedError(f"{address[:200]!r} is no address that is asked for: only http and https, without a name before the host")
    return url.copy_with(fragment=None)
