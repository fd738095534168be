"""Which addresses may be connected to.

Belongs here: resolving a name once, checking every address that it stands for, and connecting to the one that was checked.
Does not: requests (client.py), redirects (follow.py).
"""

from __future__ import annotations

import ipaddress
import math
import socket
import time
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
DEADLINE: ContextVar[float] = ContextVar("deadline", default=math.inf)  # by time.monotonic, of the request that is under way
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class RefusedError(httpcore.ConnectError):
    """The host may not be connected to; the message says which address it has and why not."""


def refusal(address: str) -> str | None:
    """Why an address is not one of the public network, None if it is."""
    ip = _innermost(ipaddress.ip_address(address.partition("%")[0]))
    for name in ("loopback", "link_local", "multicast", "unspecified", "reserved", "private"):
        if getattr(ip, f"is_{name}"):
            return name.replace("_", "-")
    return None if ip.is_global else "not public"


def _innermost(ip: Address) -> Address:
    """The IPv4 address that an IPv6 address carries, where it carries one: it is the one that is reached."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
    return carried or ip


class Guard(httpcore.NetworkBackend):
    """Connects by address only, after the check: a name that changes its address between check and connection gains nothing.

    `allowed` are the host and port pairs that may be private: those that the source itself names, never one that a page leads to.
    """

    def __init__(self, allowed: Iterable[tuple[str, int]] = ()) -> None:
        self._allowed = frozenset(allowed)
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers, none of which may be refused."""
        error: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._checked(host, port):
            try:
                return Watched(self._network.connect_tcp(address, port, timeout, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                error = failure
        raise error

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved: {error}") from None
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if (host, port) not in self._allowed:
            for address in addresses:
                if why := refusal(address):
                    raise RefusedError(f"{host} is {address}, which is {why}; only a source's own host may be, with allow_private")
        return addresses

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class Watched(httpcore.NetworkStream):
    """A connection whose reading ends at a deadline: a server that sends one byte at a time keeps within every other limit."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read, until the deadline at most."""
        try:
            return self._stream.read(max_bytes, _left(timeout))
        except httpcore.ReadTimeout:
            _left(timeout)  # says so, where it is the deadline that has passed
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write."""
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        """Close."""
        self._stream.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> httpcore.NetworkStream:
        """Encrypt from here on; the certificate is checked against the name, not the address."""
        return Watched(self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of its streams."""
        return self._stream.get_extra_info(info)


def _left(timeout: float | None) -> float | None:
    """Seconds that may be waited: those of the step, or those to the deadline where they are fewer."""
    left = DEADLINE.get() - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the answer took too long as a whole")
    return left if timeout is None else min(left, timeout)


class Transport(httpx.HTTPTransport):
    """httpx on guarded connections, without the proxies of the environment: a proxy would resolve names unchecked."""

    def __init__(self, guard: Guard) -> None:
        trusted = httpx.create_ssl_context(trust_env=False)
        super().__init__(verify=trusted, trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(ssl_context=trusted, network_backend=guard)
