"""Nothing that a server started outlives the command that started it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orchestration.server import serve

GRANDCHILD = "import time; time.sleep(600)"
STUBBORN = f"import signal; [signal.signal(n, signal.SIG_IGN) for n in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)]; {GRANDCHILD}"
CHILD = """
import subprocess, sys, time
grandchild = subprocess.Popen([sys.executable, "-c", {code!r}])
print(grandchild.pid, flush=True)
time.sleep(600)
"""
PARENT = """
import sys
from orchestration.server import serve
sys.exit(serve([sys.executable, "-c", {child!r}], {{}}))
"""


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def gone(pid):
    for _ in range(100):
        if not alive(pid):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("code", [GRANDCHILD, STUBBORN], ids=["mild", "stubborn"])
def test_everything_ends_with_the_command(ending, code):
    parent = PARENT.format(child=CHILD.format(code=code))
    process = subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True)
    grandchild = int(process.stdout.readline())
    assert alive(grandchild)
    process.send_signal(ending)
    assert process.wait(30) == 0
    assert gone(grandchild)


def test_a_server_that_ends_by_itself_leaves_nothing_and_gives_its_code(tmp_path):
    note = tmp_path / "pid"
    start = f"subprocess.Popen([sys.executable, '-c', {GRANDCHILD!r}]).pid"
    code = f"import subprocess, sys; open({str(note)!r}, 'w').write(str({start})); sys.exit(7)"
    before = signal.getsignal(signal.SIGTERM)
    assert serve([sys.executable, "-c", code], {"A": "b"}) == 7
    assert gone(int(note.read_text()))
    assert signal.getsignal(signal.SIGTERM) == before


def test_the_environment_and_the_folder_are_handed_on(tmp_path):
    code = "import os; assert (os.environ['WORD'], os.getcwd()) == ('here', os.environ['PLACE'])"
    assert serve([sys.executable, "-c", code], {"WORD": "here", "PLACE": os.path.realpath(tmp_path)}, tmp_path) == 0
