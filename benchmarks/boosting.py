"""Boosted decision trees that learn from labels and from pairs of which one must score higher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from polyglot_news.compare.weights.trees import Tree

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

ROUNDS = 200
OPTIONS: dict[str, Any] = {
    "learning_rate": 0.05,
    "num_leaves": 16,
    "min_data_in_leaf": 30,
    "lambda_l2": 1.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}


def fit_trees(
    rows: Array,
    names: Sequence[str],
    labels: Array,
    weights: Array,
    pairs: Sequence[tuple[int, int]],
    worth: float,
    *,
    smooth: bool,
) -> list[Tree]:
    """Fit trees whose sum is the log odds of a label of 1.

    Args:
        rows: the features, shape ``(examples, columns)``, NaN where one is not known.
        names: of the columns.
        labels: 0 or 1 for each example; what it is where the weight is 0 does not matter.
        weights: how much each label counts.
        pairs: of each the first example must score higher than the second.
        worth: how much all pairs together count.
        smooth: draw the thresholds (extremely randomised trees: Geurts, Ernst and Wehenkel 2006).
    """
    import lightgbm
    import numpy as np

    higher, lower = np.array(pairs, dtype=int).reshape(-1, 2).T
    each = worth / max(1, len(pairs))
    scale = len(rows) / (weights.sum() + worth)  # the options count examples of weight 1

    def objective(odds: Array, _: Any) -> tuple[Array, Array]:
        chance = 1.0 / (1.0 + np.exp(-odds))
        gradient, curvature = weights * (chance - labels), weights * chance * (1.0 - chance)
        wrong = 1.0 / (1.0 + np.exp(odds[higher] - odds[lower]))
        np.add.at(gradient, higher, -each * wrong)
        np.add.at(gradient, lower, each * wrong)
        for side in (higher, lower):
            np.add.at(curvature, side, each * wrong * (1.0 - wrong))
        return scale * gradient, scale * curvature + 1e-6

    options = {**OPTIONS, "objective": objective, "extra_trees": smooth}
    booster = lightgbm.train(options, lightgbm.Dataset(rows, labels), ROUNDS)
    return [_nested(tree["tree_structure"], names) for tree in booster.dump_model()["tree_info"]]


def _nested(node: dict[str, Any], names: Sequence[str]) -> Tree:
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 4)
    unknown = "left" if node["default_left"] else "right"
    branches = [_nested(node[side], names) for side in ("left_child", "right_child")]
    return [names[node["split_feature"]], float(f"{node['threshold']:.6g}"), unknown, *branches]
