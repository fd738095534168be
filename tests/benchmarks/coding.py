"""Coding speed on one core, beside the bare scan of the same text and beside a plain composite of well-known parts, in one run.

    make bench            (the composite needs the packages of requirements-bench.lock; without them it is left out and said so)

Belongs here: documents and megabytes a second, ratios, peak memory. Does not: assertions on time.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from transforms.extract.assemble import extract
from transforms.extract.document import automaton
from transforms.extract.fold import flatten, fold
from transforms.read.folder import read_folder
from transforms.read.landed import Landed
from transforms.read.release import read
from transforms.release import Release
from warehouse.golden import SAMPLES

_COMPOSITE_RELEASES = 40  # it is slow: a part of the text is enough to know its rate


def main() -> None:
    """Print rates and ratios over the labelled releases repeated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    releases = [read(item, "bench", 1) for folder in options.folders for item in read_folder(folder) if isinstance(item, Landed)]
    extract(releases[0])
    before = _peak()
    rates = {"coding": _rate(extract, releases * options.repeat), "bare scan": _rate(_scan, releases * options.repeat)}
    after = _peak()
    if composite := _composite():
        rates["composite"] = _rate(composite, releases[:_COMPOSITE_RELEASES])
    for name, (documents, megabytes) in rates.items():
        print(f"{name:10} {documents:9.1f} documents/s  {megabytes:8.3f} MB/s  coding is {rates['coding'][1] / megabytes:8.3f} times this")
    print(f"peak memory {after:.0f} MB; it grew by {after - before:.0f} MB over {len(releases) * options.repeat:,} releases")


def _rate(work: Callable[[Release], object], releases: list[Release]) -> tuple[float, float]:
    """Documents and megabytes of UTF-8 a second, by processor time of this process."""
    start = time.process_time()
    for release in releases:
        work(release)
    seconds = time.process_time() - start
    return len(releases) / seconds, sum(len(release.body.encode()) for release in releases) / seconds / 1e6


def _scan(release: Release) -> object:
    """What nobody can be faster than: the automaton over the folded text, its hits thrown away."""
    flat = f" {flatten(fold(release.body))} "
    return automaton()._automaton.find_matches_as_indexes(flat, overlapping=True)


def _composite() -> Callable[[Release], object] | None:
    """A day's work from well-known parts: blank spaCy with a sentencizer, a phrase matcher over our terms, dateparser a sentence."""
    try:
        import spacy  # noqa: PLC0415
        from dateparser.search import search_dates  # noqa: PLC0415
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415
    except ImportError:
        print("composite  left out: spacy and dateparser are not installed (requirements-bench.lock)")
        return None
    model = spacy.blank("en")
    model.add_pipe("sentencizer")
    matcher = PhraseMatcher(model.vocab, attr="LOWER")
    matcher.add("terms", list(model.tokenizer.pipe(_terms())))

    def code(release: Release) -> object:
        document = model(release.body)
        return matcher(document), [search_dates(sentence.text, languages=["en"]) for sentence in document.sents]

    return code


def _terms() -> Iterator[str]:
    yield from (pattern.strip() for pattern in automaton().patterns)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
