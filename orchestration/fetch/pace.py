"""How often a host is asked.

Belongs here: one turn after another for each host, with the delay between them. Does not: what is asked (client.py).
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Pace:
    """Turns at hosts. Shared by all threads of a fetch, so that two sources on one host keep the delay between them too."""

    def __init__(self, concurrency: int) -> None:
        self._slots: defaultdict[str, threading.BoundedSemaphore] = defaultdict(lambda: threading.BoundedSemaphore(concurrency))
        self._next: defaultdict[str, float] = defaultdict(float)
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """Wait for the turn at `host`: at least `delay` seconds after the one before it began, and after any hold is over."""
        with self._lock:
            slots = self._slots[host]
        with slots:
            while (wait := self._claim(host, delay)) > 0:
                time.sleep(wait)
            yield

    def hold(self, host: str, seconds: float) -> None:
        """Ask nothing of `host` for so long: it said that it is busy."""
        with self._lock:
            self._next[host] = max(self._next[host], time.monotonic() + seconds)

    def _claim(self, host: str, delay: float) -> float:
        """Take the turn and return 0, or return how long to wait before asking again."""
        with self._lock:
            now = time.monotonic()
            if now < self._next[host]:
                return self._next[host] - now
            self._next[host] = now + delay
            return 0.0
