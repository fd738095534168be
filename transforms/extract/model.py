"""Small linear models: named features in, a probability out. Their coefficients are data.

Belongs here: loading coefficients and adding them up.
Does not: what the features mean (features.py), how coefficients are found (train.py, for maintainers).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "models"
_STEEPEST = 30.0
_NOTHING = repeat(0.0)


class Model(NamedTuple):
    """A logistic regression: `coefficients` by feature name; a feature without one counts nothing."""

    bias: float
    coefficients: Mapping[str, float]

    def logit(self, names: Iterable[str]) -> float:
        """Log-odds where each named feature is present once."""
        return self.bias + sum(map(self.coefficients.get, names, _NOTHING))

    def logit_of(self, values: Mapping[str, float]) -> float:
        """Log-odds where each feature has a value."""
        get = self.coefficients.get
        return self.bias + sum([get(name, 0.0) * value for name, value in values.items()])


def probability(logit: float) -> float:
    """The probability that log-odds stand for."""
    return 1.0 / (1.0 + math.exp(-max(-_STEEPEST, min(_STEEPEST, logit))))


@cache
def load(name: str) -> Model:
    """Read models/<name>.csv: feature, coefficient; the feature "(bias)" stands in every row."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        coefficients = {row["feature"]: float(row["coefficient"]) for row in csv.DictReader(lines)}
    return Model(coefficients.pop("(bias)", 0.0), coefficients)
