"""What all the words of a sentence, taken together, say of the kind of act that it tells of: a second opinion beside the lexicon's.

Belongs here: the words and pairs of words of a sentence, and weighing them for each kind.
Does not: the weights (models/kind_words.csv), what the opinion counts for (features.py, decide.py).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from transforms.extract.fold import flatten
from transforms.extract.found import Found
from transforms.extract.model import FOLDER
from transforms.extract.word_weights import Weights, gathered

FILE = FOLDER / "kind_words.csv"
UNIT = 100  # the file holds hundredths
FEW_WORDS = 8  # fewer words than these prove less, however telling they are
Chances = Mapping[str, float]


def words_of(found: Found, index: int) -> list[str]:
    """The words of a sentence; figures are none."""
    sentence = found.doc.sentences[index]
    return [word for word in flatten(found.doc.folded[sentence.start : sentence.end]).split() if word.isalpha()]


def with_pairs(words: list[str]) -> set[str]:
    """The words, and each two that stand side by side."""
    return {*words, *map(" ".join, pairwise(words))}


def scale(words: list[str]) -> float:
    """What one word counts: the less, the more of them there are."""
    return 1.0 / math.sqrt(max(FEW_WORDS, len(words)))


def chances(words: list[str], given: Weights) -> Chances:
    """Kind -> its probability by the words alone (multinomial logistic regression); they add up to one."""
    scores = [0.0] * len(given.groups)
    get = given.words.get
    for word in with_pairs(words):
        for place, weight in get(word, ()):
            scores[place] += weight
    each = scale(words)
    powers = [math.exp(bias + each * score) for bias, score in zip(given.bias, scores, strict=True)]
    total = sum(powers)
    return {kind: power / total for kind, power in zip(given.groups, powers, strict=True)}


@cache
def weights() -> Weights:
    """Read the weights that the repository ships."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return gathered((row["word"], row["kind"], int(row["weight"]) / UNIT) for row in csv.DictReader(lines))
