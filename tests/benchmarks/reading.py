"""Reading speed: web pages from local files to releases, beside bare resiliparse on the same files in the same run.

    python -m tests.benchmarks.reading [--pages 2000] [--processes 2]

Belongs here: megabytes a second, ratios, peak memory. Does not: assertions on time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from tests.transforms.read.pages import STYLES, page
from transforms.read.folder import read_folder
from transforms.read.landed import Landed
from transforms.read.release import read

_WEIGHTS = (8_000, 20_000, 40_000, 90_000)  # bytes of scripts and styles; menus and the text come on top
_DATED = ("json-ld", "meta", "json-ld", "text")


def main() -> None:
    """Print rates and ratios, by one process and by several side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = _write(folder, options.pages, options.processes)
        print(f"{options.pages:,} pages of {written / options.pages / 1000:.0f} kB in {len(STYLES)} layouts, dated by tags or by text")
        for processes in (1, options.processes):
            bare, ours = (_rates(work, folder, processes, written, options.processes) for work in (_bare, _ours))
            for how, reader, other in zip(("by the clock", "by processor time"), ours, bare, strict=True):
                words = f"{processes} process(es), {how}:"
                print(f"{words:36} reader {reader:6.1f} MB/s   bare resiliparse {other:6.1f} MB/s   ratio {reader / other:.2f}")
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(f"peak memory of a process {peak:.0f} MB")


def _write(folder: Path, pages: int, parts: int) -> int:
    """Write the pages into one folder for each process; the bytes written."""
    written = 0
    for number in range(pages):
        made = page(number, STYLES[number % len(STYLES)], dated=_DATED[number // 4 % 4], weight=_WEIGHTS[number // 16 % 4])
        path = folder / f"part{number % parts}" / f"{number}.html"
        path.parent.mkdir(exist_ok=True)
        written += path.write_bytes(made.source.encode())
    return written


def _rates(work: Callable[[Path], float], folder: Path, processes: int, written: int, parts: int) -> tuple[float, float]:
    """Megabytes a second by the clock and by processor time, the best of three; imports are not counted.

    On a machine that does other things too, the second is what its cores could do.
    """
    folders = [folder / f"part{number}" for number in range(parts)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(work, folders[:1] * processes * 2, chunksize=1)
        clock = processor = 0.0
        for _ in range(3):
            start = time.perf_counter()
            seconds = sum(pool.map(work, folders, chunksize=1))
            clock = max(clock, written / (time.perf_counter() - start) / 1e6)
            processor = max(processor, written * processes / seconds / 1e6)
    return clock, processor


def _bare(folder: Path) -> float:
    start = time.process_time()
    for path in folder.iterdir():
        extract_plain_text(HTMLTree.parse(path.read_bytes().decode()), main_content=True)
    return time.process_time() - start


def _ours(folder: Path) -> float:
    start = time.process_time()
    for item in read_folder(folder):
        if isinstance(item, Landed):
            read(item, "bench", 1)
    return time.process_time() - start


if __name__ == "__main__":
    main()
