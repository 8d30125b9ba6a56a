"""Sums of small decision trees (Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001).

A tree is a number, or a list ``[feature, threshold, unknown, left, right]``: the way goes left where the feature is at
most the threshold, else right; where the feature is not known, ``unknown`` says "left" or "right".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Tree = float | list[Any]


def total(trees: Iterable[Tree], features: Mapping[str, float]) -> float:
    """Return the sum of the numbers that the features lead to."""
    return sum(_leaf(tree, features) for tree in trees)


def _leaf(tree: Tree, features: Mapping[str, float]) -> float:
    while isinstance(tree, list):
        feature, threshold, unknown, left, right = tree
        value = features.get(feature)
        goes_left = unknown == "left" if value is None else value <= threshold
        tree = left if goes_left else right
    return tree
