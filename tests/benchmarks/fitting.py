"""Fitting the models of the coder with scikit-learn and SciPy, which only maintainers install.

Belongs here: logistic regression over dictionaries of features, and the choice among options.
Does not: labels (train_decision.py).
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from transforms.extract.model import Model

Values = dict[str, float]


def logistic(rows: list[Values], labels: list[int], weights: list[float], strength: float, least: int = 3) -> Model:
    """A regularised logistic regression; a feature of fewer than `least` rows is left out. `strength` is scikit-learn's C."""
    seen = Counter(name for row in rows for name in row)
    kept = [{name: value for name, value in row.items() if seen[name] >= least} for row in rows]
    vectorizer = DictVectorizer(sparse=True)
    matrix = vectorizer.fit_transform(kept)
    fit = LogisticRegression(C=strength, solver="lbfgs", max_iter=500).fit(matrix, labels, sample_weight=weights)
    names = vectorizer.get_feature_names_out()
    return Model(float(fit.intercept_[0]), {n: float(c) for n, c in zip(names, fit.coef_[0], strict=True)})


def choice(groups: list[tuple[list[list[str]], list[bool], float]], strength: float, least: int = 3) -> Model:
    """A model that prefers the right options of each group: (names of each option, which are right, weight of the group)."""
    seen = Counter(name for options, _, _ in groups for names in options for name in names)
    index = {name: i for i, name in enumerate(sorted(n for n, c in seen.items() if c >= least))}
    flat = [names for options, _, _ in groups for names in options]
    rows, columns = zip(*[(i, index[n]) for i, names in enumerate(flat) for n in names if n in index], strict=True)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(flat), len(index)))
    owner = np.repeat(np.arange(len(groups)), [len(options) for options, _, _ in groups])
    right = np.array([r for _, rights, _ in groups for r in rights], dtype=float)
    weight = np.array([w for _, _, w in groups])

    def loss(coefficients: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ coefficients
        scores -= np.maximum.reduceat(scores, np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]]))[owner]
        powers = np.exp(scores)
        total = np.bincount(owner, powers)
        hit = np.bincount(owner, powers * right)
        share, rightly = powers / total[owner], powers * right / hit[owner]
        value = -(weight * np.log(hit / total)).sum() + (coefficients**2).sum() / (2 * strength)
        return value, matrix.T @ (weight[owner] * (share - rightly)) + coefficients / strength

    fit = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return Model(0.0, {name: float(fit.x[i]) for name, i in index.items()})
