"""Fit the weights of words for kinds on the sentences that tell of gold rows. Needs scikit-learn.

Belongs here: which words count, fitting, pruning and writing their weights.
Does not: weighing a sentence (transforms/extract/kind_words.py), the other models (train_decision.py).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.gold import Item
from transforms.extract import kind_words
from transforms.extract.word_weights import BIAS, Weights

LEAST, KEPT, STRENGTH = 4, 6_000, 8.0
STEPS = 60  # stopped early, as a further guard against learning the training releases by heart: scikit-learn warns of it
OPTIONAL, PAIR = 0.5, 0.7
Row = tuple[str, str, float]


def fit(items: Iterable[Item]) -> list[Row]:
    """The weights that matter most, by size and by how many sentences they touch; words inside names of places have none."""
    items = list(items)
    examples = [example for item in items for example in _examples(item)]
    seen = Counter(word for words, _, _ in examples for word in kind_words.with_pairs(words))
    kept = {word for word, times in seen.items() if times >= LEAST} - _names(items)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([_values(words, kept) for words, _, _ in examples])
    model = LogisticRegression(C=STRENGTH, max_iter=STEPS, tol=1e-3)
    model.fit(matrix, [kind for _, kind, _ in examples], sample_weight=[weight for _, _, weight in examples])
    touched = np.sqrt(np.asarray(matrix.sum(axis=0)).ravel())
    importance = np.abs(model.coef_) * touched
    least = np.partition(importance.ravel(), -KEPT)[-KEPT] if importance.size > KEPT else 0.0
    names = vectorizer.get_feature_names_out()
    rows: list[Row] = [(BIAS, str(kind), float(bias)) for kind, bias in zip(model.classes_, model.intercept_, strict=True)]
    for place, word in zip(*np.nonzero(importance >= least), strict=True):
        weight = float(model.coef_[place, word]) * (PAIR if " " in names[word] else 1.0)
        rows.append((str(names[word]), str(model.classes_[place]), weight))
    return sorted(rows)


def write(fitted: Weights) -> None:
    """Write what the coder ships."""
    rows = [(BIAS, kind, bias) for kind, bias in zip(fitted.groups, fitted.bias, strict=True)]
    rows += [(word, fitted.groups[place], weight) for word, pairs in sorted(fitted.words.items()) for place, weight in pairs]
    whole = [(word, kind, round(weight * kind_words.UNIT)) for word, kind, weight in rows]
    with kind_words.FILE.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([("word", "kind", "weight"), *(row for row in whole if row[2])])


def words(item: Item) -> list[list[str]]:
    """The words of each sentence, worked out once."""
    if "words" not in item.cache:
        item.cache["words"] = [kind_words.words_of(item.found, index) for index in range(len(item.found.doc.sentences))]
    found: list[list[str]] = item.cache["words"]
    return found


def _examples(item: Item) -> list[tuple[list[str], str, float]]:
    """One for each kind that a sentence tells of; the kinds of a sentence share its weight."""
    told: dict[int, dict[str, float]] = {}
    for row in item.rows:
        for index in row["sentences"]:
            kinds = told.setdefault(index, {})
            kinds[row["kind"]] = max(kinds.get(row["kind"], 0.0), 1.0 if row["certain"] else OPTIONAL)
    said = words(item)
    return [(said[index], kind, weight / max(1.0, sum(kinds.values()))) for index, kinds in told.items() for kind, weight in kinds.items()]


def _names(items: list[Item]) -> set[str]:
    """Words that mostly stand inside names of places and organisations."""
    inside, everywhere = Counter[str](), Counter[str]()
    for item in items:
        for said in words(item):
            everywhere.update(said)
        for mentions in (*item.found.places, *item.found.parties):
            for mention in mentions:
                inside.update(item.found.doc.folded[mention.start : mention.end].split())
    return {word for word, times in inside.items() if times * 2 > everywhere[word]}


def _values(words: list[str], kept: set[str]) -> dict[str, float]:
    each = kind_words.scale(words)
    return {word: each * (PAIR if " " in word else 1.0) for word in kind_words.with_pairs(words) if word in kept}
