"""Running a server for a person: until it ends, or until the person ends it.

Belongs here: starting one and ending all that it started. Does not: which server (commands).
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from pathlib import Path
from types import FrameType
from typing import NoReturn

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)  # Ctrl-C, an order, a closed terminal
_PATIENCE_SECONDS = 5


def serve(command: list[str], environment: dict[str, str], folder: Path | None = None) -> int:
    """Run `command` and return its exit code, 0 where it was ended from outside. Nothing that it started outlives this call."""
    before = {number: signal.signal(number, _interrupt) for number in _ENDINGS}
    process = subprocess.Popen(command, env=os.environ | environment, cwd=folder, start_new_session=True)  # noqa: S603 -- our own words
    try:
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for number in _ENDINGS:
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not stop the ending
        _end(process)
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the server to end, then end whatever is left of its group."""
    with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=_PATIENCE_SECONDS)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
