"""Small linear models: named features in, a probability out. Their coefficients are data.

Belongs here: the Bundle; loading coefficients and adding them up.
Does not: what the features mean (features.py), how coefficients are found (train.py, for maintainers).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, cast

FOLDER = Path(__file__).parent / "models"
_STEEPEST = 30.0
_MOST_REMEMBERED, _MOST_BUNDLES = 20_000, 100_000

_P = ParamSpec("_P")


class Bundle(tuple[str, ...]):
    """Names of features that are made together from a few banded values, and so come again and again together.

    A bundle is equal to itself only: `bundled` makes each once, and looking it up need not go through its names.
    """

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__
    __ne__ = object.__ne__


NOTHING = Bundle()


def bundled(make: Callable[_P, tuple[str, ...]]) -> Callable[_P, Bundle]:
    """Let a function from values to names remember what it has made."""

    @wraps(make)
    def bundle(*values: _P.args, **named: _P.kwargs) -> Bundle:
        return Bundle(make(*values, **named))

    return cast("Callable[_P, Bundle]", lru_cache(maxsize=_MOST_REMEMBERED)(bundle))


class Model:
    """A logistic regression: `coefficients` by feature name; a feature without one counts nothing."""

    def __init__(self, bias: float, coefficients: Mapping[str, float]) -> None:
        """Take the coefficients as they are; what a bundle weighs is added up when it is first met."""
        self.bias = bias
        self.coefficients = coefficients
        self._weights = _Weights(coefficients)

    def logit(self, bundles: Iterable[Bundle]) -> float:
        """Log-odds where each named feature is present once."""
        return sum(map(self._weights.__getitem__, bundles), self.bias)

    def weight(self, bundle: Bundle) -> float:
        """What one bundle adds to the log-odds."""
        return self._weights[bundle]

    def logit_of(self, values: Mapping[str, float], bundles: Iterable[Bundle] = ()) -> float:
        """Log-odds where features have values, and those in bundles are present once."""
        get = self.coefficients.get
        return self.logit(bundles) + sum([get(name, 0.0) * value for name, value in values.items()])


class _Weights(dict[Bundle, float]):
    """What each bundle adds to the log-odds. Features of whole releases are thousands, their bundles a few hundred."""

    def __init__(self, coefficients: Mapping[str, float]) -> None:
        super().__init__()
        self._coefficients = coefficients

    def __missing__(self, bundle: Bundle) -> float:
        if len(self) >= _MOST_BUNDLES:
            self.clear()
        get = self._coefficients.get
        weight = self[bundle] = sum([get(name, 0.0) for name in bundle])
        return weight


def names(bundles: Iterable[Bundle]) -> list[str]:
    """The features of `bundles` one by one: for training, and to show what spoke for a row."""
    return [name for bundle in bundles for name in bundle]


def flat(values: Mapping[str, float], bundles: Iterable[Bundle]) -> dict[str, float]:
    """The features with values and those in bundles, all with values: for training."""
    return {**values, **dict.fromkeys(names(bundles), 1.0)}


def probability(logit: float) -> float:
    """The probability that log-odds stand for."""
    if -_STEEPEST < logit < _STEEPEST:
        return 1.0 / (1.0 + math.exp(-logit))
    return 1.0 / (1.0 + math.exp(-_STEEPEST if logit > 0 else _STEEPEST))


@cache
def load(name: str) -> Model:
    """Read models/<name>.csv: feature, coefficient; the feature "(bias)" stands in every row."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        coefficients = {row["feature"]: float(row["coefficient"]) for row in csv.DictReader(lines)}
    return Model(coefficients.pop("(bias)", 0.0), coefficients)
