"""What every answer of the server carries: headers that let a browser run nothing but our own, and show it nowhere but here.

Belongs here: the Content-Security-Policy and its companions, refusing uploads.
Does not: who may come in (login.py), how Streamlit is started (server.py). Imports no streamlit: the rules can be tested alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

# Streamlit styles its elements inline and draws from data: and blob:. Scripts come from this server alone, and no text is evaluated:
# of inline scripts only the one line of Streamlit's own first page may run, told by its digest; its decoder of messages is WebAssembly.
_FIRST_LINE = "'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='"
POLICY = (
    f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {_FIRST_LINE}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
    "frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_UPLOADS = "/_stcore/upload_file"


class SafeHeaders:
    """ASGI middleware: sets the headers on every answer, and answers no upload: no page of ours takes files."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request; what is no HTTP request passes as it is."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _UPLOADS in scope["path"]:
            await _refuse(_adding(send))
        else:
            await self._app(scope, receive, _adding(send))


def _adding(send: Send) -> Send:
    """`send`, with our headers in place of any others of the same names."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
            kept = [(name, value) for name, value in message.get("headers", []) if name.decode("latin-1").lower() not in HEADERS]
            message = {**message, "headers": [*kept, *ours]}
        await send(message)

    return with_headers


async def _refuse(send: Send) -> None:
    await send({"type": "http.response.start", "status": 405, "headers": [(b"content-type", b"text/plain; charset=utf-8")]})
    await send({"type": "http.response.body", "body": b"This server takes no files."})
