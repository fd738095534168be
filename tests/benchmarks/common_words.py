"""Make transforms/link/common_words.csv: words that tell of projects anywhere, and so tell none apart.

Belongs here: counting in how many countries' project narratives a word stands. Does not: linking (transforms/link).

Run: python -m tests.benchmarks.common_words FILE.jsonl.gz (lines with "text" and "country").
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

from transforms.extract.fold import flatten, fold

TARGET = Path(__file__).parents[2] / "transforms" / "link" / "common_words.csv"
LEAST_COUNTRIES = 7  # a name of a place or of an undertaking stands in the narratives of its country and a few others


def common(lines):
    """Words without digits that stand in the narratives of at least so many countries, sorted."""
    countries = defaultdict(set)
    for line in lines:
        told = json.loads(line)
        for word in set(flatten(fold(told["text"])).split()):
            countries[word].add(told["country"])
    return sorted(word for word, found in countries.items() if len(found) >= LEAST_COUNTRIES and word.isalpha() and len(word) > 1)


if __name__ == "__main__":
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as source, TARGET.open("w", encoding="utf-8", newline="") as target:
        words = common(source)
        csv.writer(target, lineterminator="\n").writerows([["word"], *([word] for word in words)])
    print(f"{TARGET}: {len(words)} words")
