"""robots.txt: what a host lets us ask for, and how often.

Belongs here: reading it once a visit and answering by it. Does not: requests themselves (client.py).
"""

from __future__ import annotations

import httpx
from protego import Protego

from orchestration.fetch.client import AGENT, MAX_WAIT_SECONDS, Client
from orchestration.fetch.errors import NotFetchedError, StopError

_LIMIT = 1_000_000  # twice of what RFC 9309 wants to be read
_OK, _SERVER = 200, 500


class Robots:
    """The rules of each host that a visit comes to, as RFC 9309 wants them understood: 4xx allows all, no answer allows nothing."""

    def __init__(self, client: Client, delay: float) -> None:
        self._client = client
        self._delay = delay
        self._rules: dict[str, Protego | StopError] = {}

    def permit(self, address: str) -> float:
        """Seconds to leave between two requests of this host.

        Raises:
            NotFetchedError: this address may not be asked for.
            StopError: nothing of this host may be.
        """
        rules = self._of(httpx.URL(address))
        if isinstance(rules, StopError):
            raise rules
        if not rules.can_fetch(address, AGENT):
            raise NotFetchedError(f"robots.txt of its host does not allow {address}")
        rate = rules.request_rate(AGENT)
        delay = max(self._delay, rules.crawl_delay(AGENT) or 0, rate.seconds / rate.requests if rate and rate.requests else 0)
        if delay > MAX_WAIT_SECONDS:
            raise StopError(f"robots.txt asks for {delay:,.0f} seconds between requests; {MAX_WAIT_SECONDS} are waited at most")
        return delay

    def _of(self, url: httpx.URL) -> Protego | StopError:
        origin = str(url.copy_with(raw_path=b"/robots.txt"))
        if origin not in self._rules:
            self._rules[origin] = self._asked(origin)
        return self._rules[origin]

    def _asked(self, origin: str) -> Protego | StopError:
        try:
            answer = self._client.get(origin, lambda _: self._delay, limit=_LIMIT)
        except NotFetchedError as error:
            return StopError(f"{origin} cannot be read, so nothing is asked: {error}")
        return Protego.parse(answer.content.decode("utf-8", "replace") if answer.status == _OK else "")
