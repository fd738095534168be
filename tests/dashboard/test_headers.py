"""The headers, and that nobody uploads, without a server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from dashboard.headers import HEADERS, POLICY, SafeHeaders


async def inner(scope: Any, receive: Any, send: Any) -> None:
    del receive
    assert scope["type"] in {"http", "websocket"}
    await send({"type": "http.response.start", "status": 200, "headers": [(b"X-Frame-Options", b"ALLOW"), (b"etag", b"1")]})
    await send({"type": "http.response.body", "body": b"inner"})


def asked(path: str, kind: str = "http") -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(dict(message))

    answered = SafeHeaders(inner)({"type": kind, "path": path}, None, send)  # type: ignore[arg-type]
    with ThreadPoolExecutor(1) as thread:  # where a browser is driven, this thread has a loop already
        thread.submit(asyncio.run, answered).result()  # type: ignore[arg-type]
    return sent


def test_ours_replace_others_and_keep_the_rest() -> None:
    headers = [(name.decode().lower(), value.decode()) for name, value in asked("/")[0]["headers"]]
    assert HEADERS.items() <= dict(headers).items()
    assert ("etag", "1") in headers
    assert [name for name, _ in headers].count("x-frame-options") == 1


@pytest.mark.parametrize("path", ["/_stcore/upload_file/a/b", "/base/_stcore/upload_file/a"])
def test_an_upload_never_reaches_streamlit(path: str) -> None:
    start, body = asked(path)
    assert start["status"] == 405
    assert body["body"] != b"inner"
    assert HEADERS.items() <= {name.decode(): value.decode() for name, value in start["headers"]}.items()


def test_a_websocket_passes_as_it_is() -> None:
    assert asked("/_stcore/stream", "websocket")[0]["headers"] == [(b"X-Frame-Options", b"ALLOW"), (b"etag", b"1")]


def test_the_policy_lets_no_other_host_and_no_evaluation_in() -> None:
    scripts = next(part for part in POLICY.split("; ") if part.startswith("script-src "))
    allowed = [source.partition("-")[0] if source.startswith("'sha256-") else source for source in scripts.split()]
    assert allowed == ["script-src", "'self'", "'wasm-unsafe-eval'", "'sha256"]
    assert "http" not in POLICY
    assert "*" not in POLICY
