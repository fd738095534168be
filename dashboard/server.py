"""How the dashboard is started: the command line, with every setting that matters.

Belongs here: the command. Settings stand in it, since Streamlit finds a settings file only from the directory one happens to be in.
Does not: the app (app.py), waiting for or ending the process (who starts it). Imports no streamlit: asking for help stays fast.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent

SETTINGS: dict[str, str] = {
    # Nothing leaves: no telemetry, no links to elsewhere, no table export that a spreadsheet could run.
    "browser.gatherUsageStats": "false",
    "client.disableDataExport": "true",
    "client.showErrorLinks": "false",
    # Nothing comes in: no uploads, no files served, no tracebacks shown to readers.
    "server.enableStaticServing": "false",
    "server.maxUploadSize": "1",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "viewer",
    # A service, not a workshop.
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.runOnSave": "false",
    "global.developmentMode": "false",
    "logger.level": "warning",
    "theme.base": str(HERE / "theme.toml"),
}


def command(port: int, address: str = "127.0.0.1") -> list[str]:
    """The command that serves the dashboard. The warehouse is named in the environment: PRESSLEDGER_WAREHOUSE."""
    where = {"server.port": str(port), "server.address": address}
    flags = [f"--{name}={value}" for name, value in (SETTINGS | where).items()]
    return [sys.executable, "-m", "streamlit", "run", str(HERE / "start" / "serve.py"), *flags]
