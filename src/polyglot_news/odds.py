"""Log odds and probabilities."""

from __future__ import annotations

import math


def probability(odds: float) -> float:
    """Return the probability of log odds, which are cut where they say no more."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(probability: float, least: float, most: float) -> float:
    """Return the log odds of a probability, which is cut at both ends."""
    cut = max(least, min(most, probability))
    return math.log(cut / (1.0 - cut))
