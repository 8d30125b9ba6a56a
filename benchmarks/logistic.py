"""Weighted logistic regression."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


def fit_logistic(rows: Array, labels: Array, weights: Array, ridge: float, known: Array | float = 0.0) -> Array:
    """Fit by Newton's method; the first column is the bias, which is not shrunk.

    Args:
        rows: the features, shape ``(examples, columns)``.
        labels: 0 or 1 for each example.
        weights: how much each example counts.
        ridge: how strongly the coefficients are drawn to 0.
        known: the log odds of each example by what is known without the features.
    """
    import numpy as np

    beta = np.zeros(rows.shape[1])
    shrink = np.full(rows.shape[1], ridge)
    shrink[0] = 0.0
    for _ in range(40):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ beta + known, -30, 30)))
        gradient = rows.T @ (weights * (chance - labels)) + shrink * beta
        curvature = (rows * (weights * chance * (1 - chance) + 1e-9)[:, None]).T @ rows + np.diag(shrink)
        beta = beta - np.linalg.solve(curvature, gradient)
    return beta
