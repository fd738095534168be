"""What all the words of a release, taken together, say of its sector: a second opinion beside the lexicon's.

Belongs here: counting the words and weighing them for each sector group (the first two digits of a category).
Does not: the weights (transforms/vocabulary/sector_words.csv), what the opinion counts for (sectoring.py).
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.extract.choice import Option
from transforms.extract.fold import flatten
from transforms.extract.found import Found
from transforms.extract.note import is_note
from transforms.extract.word_weights import Weights, gathered

FILE = Path(__file__).parent.parent / "vocabulary" / "sector_words.csv"
_GROUP, _CATEGORY = 2, 3
_HEADING = 2  # a word of the headline counts twice
_UNIT = 10  # the file holds tenths
FEW_LINES = 60.0  # a single sentence of twenty words proves little, however telling they are
# The commonest category of each group of several, taken where the lexicon names none.
_COMMONEST = {"11": "111", "12": "122", "15": "151", "23": "231", "31": "311", "32": "321", "33": "331"}
_SETTLES, _CERTAIN = 0.3, 0.9
NO_SECTOR = "99"  # the group of what has no one sector


class Opinion(NamedTuple):
    """The likeliest sector group, two digits, and its probability; "" where the words name none."""

    group: str
    chance: float


Ranked = list[tuple[float, Option[str]]]
SILENT = Opinion("", 0.0)


def opinion(found: Found) -> Opinion:
    """What the words outside boilerplate say of the release as a whole."""
    return weigh(word_counts(found), weights())


def settles(found: Found, words: Opinion) -> bool:
    """Whether the text is a note, which tells of one undertaking, and the words are sure enough of what that is for."""
    sure = words.chance >= _SETTLES and (words.chance >= _CERTAIN or _one_country(found))
    return sure and is_note(found.doc)


def _one_country(found: Found) -> bool:
    """Whether most mentions of countries abroad, as places of an act, are of one."""
    home = found.doc.release.home_country
    abroad = Counter(place.country for places in found.places for place in places if not place.role and place.country not in (None, home))
    return not abroad or max(abroad.values()) * 2 > abroad.total()


def category_of(words: Opinion, found: Found) -> str:
    """The category of the words' group that the lexicon speaks of most, else the commonest one."""
    spoken = Counter[str]()
    for term in (term for terms in found.terms for term in terms if term.code.startswith(words.group)):
        spoken[term.code[:_CATEGORY]] += term.weight
    return max(spoken, key=lambda category: (spoken[category], category), default=_COMMONEST.get(words.group, f"{words.group}0"))


def first(words: Opinion, options: Ranked) -> Ranked:
    """The options with those of the words' group before all others."""
    return sorted(options, key=lambda ranked: not ranked[1].key.startswith(words.group))


def word_counts(found: Found) -> Counter[str]:
    """How often each word stands in the release, and "=310" how firmly the lexicon speaks of category 310. Figures are no words."""
    flat, words = flatten(found.doc.folded), list[str]()
    for index, sentence in enumerate(found.doc.sentences):
        if sentence.role == "boilerplate":
            continue
        here = flat[sentence.start : sentence.end].split()
        for term in found.terms[index]:
            here += [f"={term.code[:_CATEGORY]}"] * (1 if term.role else term.weight)
        words += here * _HEADING if sentence.role == "heading" else here
    counts = Counter(words)
    for word in [word for word in counts if not word.isalpha() and word[0] != "="]:
        del counts[word]
    return counts


def weigh(counts: Mapping[str, int], given: Weights) -> Opinion:
    """Multinomial logistic regression over the counts, on a logarithmic scale and of length one.

    Words without a weight count for the length, and so do those that a text lacks to a few lines:
    the less of a text is known, the less sure the opinion.
    """
    known, scores, square = given.words, [0.0] * len(given.groups), 0.0
    get, log = known.get, math.log
    for word, count in counts.items():
        value = 1.0 if count == 1 else 1.0 + log(count)
        square += value * value
        for place, weight in get(word, ()):
            scores[place] += weight * value
    if not square or not scores:
        return SILENT
    length = math.sqrt(max(square, FEW_LINES))
    totals = [score / length + bias for score, bias in zip(scores, given.bias, strict=True)]
    most = max(totals)
    group = given.groups[totals.index(most)]
    return SILENT if group == NO_SECTOR else Opinion(group, 1.0 / sum([math.exp(total - most) for total in totals]))


@cache
def weights() -> Weights:
    """Read the weights that the repository ships."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return gathered((row["word"], row["group"], int(row["weight"]) / _UNIT) for row in csv.DictReader(lines))
