"""What orchestration tests stand on: a small source, a counted coder in place of the real one, builds in processes that are killed.

Belongs here: helpers that other processes import too. Does not: fixtures (conftest.py).
"""

import importlib
import os
import signal

import dagster as dg

from orchestration.build import build
from tests.warehouse.ground import Coder
from warehouse import golden, staging
from warehouse.connect import Warehouse, open_snapshot, published
from warehouse.contract import all_contracts

SOURCE = {
    "manifest.csv": "file,published,organisation,colour\na.txt,2021-09-27,Acme,red\nb.txt,soon,Acme,\ngone.txt,2021-09-28,Acme,\n",
    "a.txt": "A road opens in Kenya\nThe company opened a road of twelve kilometres in Kenya on Sept 26.",
    "b.txt": "A school opens in Kenya\nThe company opened a school for five hundred children in Kenya.",
    "copy/a.txt": "A road opens in Kenya\nThe company opened a road of twelve kilometres in Kenya on Sept 26.",
    "empty.txt": "",
    "binary.txt": "%PDF-1.7",
    "leaflet.docx": "PK",
    "more.jsonl": '{"uri": "1", "text": "A bridge was opened in Mali."}\n{"uri": "2"}\n{"uri": "3", "text": "A port opened in Togo."}\n',
}
QUARANTINED = {
    ("binary.txt", "binary"),
    ("empty.txt", "empty"),
    ("gone.txt", "missing"),
    ("manifest.csv", "unknown column"),
    ("manifest.csv:3", "bad value"),
    ("more.jsonl:2", "malformed"),
}
UNSTABLE = {"first_seen_at", "seen_at", "built_at"}


def write_source(folder):
    for name, text in SOURCE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def stand_in(set_attribute):
    """Put a counted coder and a short gold set in place of the real ones."""
    coder, labelled = Coder(), golden.labelled()[:2]
    set_attribute("orchestration.landing.code_batch", coder)
    set_attribute("warehouse.golden.labelled", lambda: labelled)
    return coder


def forget(set_attribute):
    """Let Dagster remember runs in memory only: half of the time of a small build goes into that memory."""
    set_attribute("orchestration.build.dagster_instance", lambda _files: dg.DagsterInstance.ephemeral())


def ledger(directory):
    """The rows of every published table, without the times of day at which they were made."""
    with open_snapshot(published(directory)) as reader:
        tables = {}
        for contract in all_contracts("main"):
            columns = ", ".join(column.name for column in contract.columns if column.name not in UNSTABLE)
            tables[contract.table] = reader.execute(f"select {columns} from {contract.name} order by all").fetchall()
        return tables


def build_until_killed(source, directory, where, calls):
    """Build in this process, which dies like by kill -9 when the function `where` is called for the nth time."""
    stand_in(_set)
    forget(_set)
    staging.BATCH = 2
    module, _, name = where.rpartition(".")
    original, left = getattr(importlib.import_module(module), name), [calls]

    def die(*args, **kwargs):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*args, **kwargs)

    _set(where, die)
    build([source], Warehouse(directory))


def _set(where, value):
    path, _, name = where.rpartition(".")
    try:
        owner = importlib.import_module(path)
    except ModuleNotFoundError:
        module, _, attribute = path.rpartition(".")
        owner = getattr(importlib.import_module(module), attribute)
    setattr(owner, name, value)
