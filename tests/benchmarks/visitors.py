"""Many visitors at a time, as their browsers would speak to the server, without drawing anything.

Belongs here: the sessions, their clocks, the server's memory. Does not: drawing, starting the server (tests/browser/serving.py).
"""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_CHOICES = {
    "kinds": ["agreement", "construction", "donation", "supply", "training", "service"],
    "status": ["planned", "ongoing", "completed"],
    "abroad": ["At home", "Abroad"],
    "countries": ["Ghana", "Benin", "Kenya", "Peru", "Chad", "Nepal", "Laos", "Cuba", "Togo", "Fiji"],
}


@dataclass
class Visits:
    """What the visitors saw: seconds of first pages and of reruns, and what went wrong."""

    first: list[float] = field(default_factory=list)
    reruns: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def visit(address: str, sessions: int, think: float, reruns: int) -> str:
    """Let visitors come over `think` seconds and change a filter `reruns` times each, `think` seconds between; say how it was."""
    seen = Visits()
    asyncio.run(_all(address, sessions, think, reruns, seen))
    memory = _memory(urlsplit(address).port or 0)
    return (
        f"{sessions} sessions, {think:g} s think time: first page {_spread(seen.first)}; rerun {_spread(seen.reruns)}; "
        f"{len(seen.errors)} errors{' ' + seen.errors[0] if seen.errors else ''}; server's memory {memory:.0f} MB at most"
    )


async def _all(address: str, sessions: int, think: float, reruns: int, seen: Visits) -> None:
    chance = random.Random(1)
    pauses = [[chance.uniform(0, think), *(chance.uniform(0.5, 1.5) * think for _ in range(reruns))] for _ in range(sessions)]
    await asyncio.gather(*(_one(address, waits, seen, random.Random(number)) for number, waits in enumerate(pauses)))


async def _one(address: str, waits: list[float], seen: Visits, chance: random.Random) -> None:
    await asyncio.sleep(waits[0])
    try:
        async with websockets.connect(
            f"ws://{urlsplit(address).netloc}/_stcore/stream", subprotocols=["streamlit"], origin=address, max_size=None
        ) as socket:
            seen.first.append(await _run(socket, ""))
            for wait in waits[1:]:
                await asyncio.sleep(wait)
                picked = chance.sample(sorted(_CHOICES), 2)
                seen.reruns.append(await _run(socket, urlencode([(name, chance.choice(_CHOICES[name])) for name in picked])))
    except Exception as error:  # noqa: BLE001 -- counted, whatever it is
        seen.errors.append(repr(error))


async def _run(socket: websockets.ClientConnection, query: str) -> float:
    message = BackMsg()
    message.rerun_script.query_string = query
    start = time.perf_counter()
    await socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await asyncio.wait_for(socket.recv(decode=False), 120))
        if answer.WhichOneof("type") == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(answer.delta.new_element.exception.message)
        if answer.WhichOneof("type") == "script_finished":
            return time.perf_counter() - start


def _spread(seconds: list[float]) -> str:
    if len(seconds) < 2:
        return "not seen"
    p95 = statistics.quantiles(seconds, n=20)[-1]
    return f"{statistics.median(seconds):.2f} s median, {p95:.2f} s p95, {max(seconds):.2f} s longest of {len(seconds)}"


def _memory(port: int) -> float:
    """Peak resident memory of the process that listens on a port, in MB."""
    inode = next(line.split()[9] for line in Path("/proc/net/tcp").read_text().splitlines()[1:] if line.split()[1].endswith(f":{port:04X}"))
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(f"socket:[{inode}]" == str(link.readlink()) for link in (process / "fd").iterdir()):
                status = (process / "status").read_text()
                return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1000
        except OSError:
            continue
    return float("nan")
