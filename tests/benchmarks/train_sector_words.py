"""Fit the weights of words for sector groups on AidData's narratives: python -m tests.benchmarks.train_sector_words FILE.jsonl.gz.

AidData, Global Chinese Development Finance Dataset 3.0 (ODC-BY 1.0); the file is not part of this repository. `--folds N` also runs the
whole product on each of N fifths with weights fitted on the other four; `--write` writes the vocabulary. Needs scikit-learn.
Belongs here: fitting, pruning and writing those weights. Does not: counting and weighing words (transforms/extract/sector_words.py).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.aiddata import coded
from transforms.extract import sector_words, word_weights
from transforms.extract.document import prepare
from transforms.extract.fold import flatten
from transforms.extract.found import Found, find
from transforms.release import Release

FOLDS, LEAST, MOST, KEPT, STRENGTH, UNIT = 5, 3, 0.5, 20_000, 15.0, 10
Row = tuple[str, str, int]


def read(file: Path) -> list[tuple[dict[str, Any], Found]]:
    """Each narrative with what the finders say of it."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row, find(prepare(release(row)))) for row in rows]


def release(row: dict[str, Any]) -> Release:
    """A narrative as a release."""
    return Release(row["id"], 1, "aiddata", row["id"], row["text"], home_country="CN", language="en")


def place_words(items: list[Found]) -> set[str]:
    """Words that mostly stand inside names of places: what they say here holds for no other donor."""
    inside, everywhere = Counter[str](), Counter[str]()
    for found in items:
        flat = flatten(found.doc.folded)
        everywhere.update(flat.split())
        for places in found.places:
            for place in places:
                inside.update(flat[place.start : place.end].split())
    return {word for word, times in inside.items() if times * 2 > everywhere[word]}


def fit(counts: list[Counter[str]], labels: list[str], dropped: set[str]) -> list[Row]:
    """The weights that matter most, in tenths, by size and by how much text they touch.

    Words of every other text go too: they say how these texts are written.
    """
    seen = Counter(word for words in counts for word in words)
    kept = {word for word, texts in seen.items() if LEAST <= texts <= MOST * len(counts)} - dropped
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([_scaled(words, kept) for words in counts])
    model = LogisticRegression(C=STRENGTH, max_iter=400).fit(matrix, labels)
    importance = np.abs(model.coef_) * np.sqrt(np.asarray(matrix.sum(axis=0)).ravel())
    least = np.partition(importance.ravel(), -KEPT)[-KEPT] if importance.size > KEPT else 0.0
    names, groups = vectorizer.get_feature_names_out(), [label[:2] for label in model.classes_]
    rows = [(word_weights.BIAS, group, round(float(bias) * UNIT)) for group, bias in zip(groups, model.intercept_, strict=True)]
    for group, word in zip(*np.nonzero(importance >= least), strict=True):
        rows.append((str(names[word]), groups[group], round(float(model.coef_[group, word]) * UNIT)))
    return sorted(row for row in rows if row[2])


def _scaled(words: Counter[str], kept: set[str]) -> dict[str, float]:
    """As the product scales them: words that are not kept count for the length."""
    values = {word: 1.0 + math.log(count) for word, count in words.items()}
    length = math.sqrt(max(sum(value * value for value in values.values()), sector_words.FEW_LINES))
    return {word: values[word] / length for word in words if word in kept}


def measure(items: list[tuple[dict[str, Any], Found]], folds: int, dropped: set[str]) -> None:
    """The share of unseen narratives whose group is right, by the words alone and by the whole product."""
    counts = [sector_words.word_counts(found) for _, found in items]
    for part in range(folds):
        seen = [i for i in range(len(items)) if i % FOLDS != part]
        rows = fit([counts[i] for i in seen], [items[i][0]["sector_group"] for i in seen], dropped)
        weights = word_weights.gathered((word, group, weight / UNIT) for word, group, weight in rows)
        unseen = [(row, words) for i, ((row, _), words) in enumerate(zip(items, counts, strict=True)) if i % FOLDS == part]
        alone = [sector_words.weigh(words, weights).group == row["sector_group"][:2] for row, words in unseen]
        with patch.object(sector_words, "weights", lambda weights=weights: weights):
            product = [coded(release(row), row["country"])[0] == row["sector_group"] for row, _ in unseen]
        print(f"{part}: {len(rows)} weights; words alone {np.mean(alone):.4f}, product {np.mean(product):.4f}")


def main() -> None:
    """Fit, and measure or write as asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    items = read(options.file)
    dropped = place_words([found for _, found in items])
    measure(items, options.folds, dropped)
    if options.write:
        rows = fit([sector_words.word_counts(found) for _, found in items], [row["sector_group"] for row, _ in items], dropped)
        with sector_words.FILE.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([("word", "group", "weight"), *rows])


if __name__ == "__main__":
    main()
