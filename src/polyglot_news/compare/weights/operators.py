"""What the operator checkers see, as numbers for a calibrated verdict."""

from __future__ import annotations

from collections.abc import Callable

from polyglot_news.compare.modality import modality_suspects
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.opposites import direction_suspects
from polyglot_news.compare.operators.suspects import ALARM, Suspect
from polyglot_news.compare.polarity import open_negations, polarity_suspects
from polyglot_news.compare.qualifiers import qualifier_suspects

SUSPECTS: dict[str, Callable[[Pair], tuple[Suspect, ...]]] = {
    "polarity": polarity_suspects,
    "modality": modality_suspects,
    "qualifier": qualifier_suspects,
    "direction": direction_suspects,
}
"""The function that finds the suspects of each operator checker, by the name of its weights."""


def operator_features(pair: Pair) -> dict[str, float]:
    """Describe the operators of a pair for a model that weighs all checkers together.

    Returns:
        For each of ``polarity``, ``modality``, ``qualifier`` and ``direction``: ``… best`` (the greatest confidence,
        0 to 1), ``… mass`` (the sum of the confidences) and ``… certain`` (how many reach 0.5); ``modality steps`` (the
        greatest change of strength, weighted by its confidence); ``negation difference`` (open negations of the
        rendering minus those of the official text, litotes left out) and ``negation parity`` (1 when it is odd).
    """
    features: dict[str, float] = {}
    for name, find in SUSPECTS.items():
        found = [(suspect, suspect.confidence(name)) for suspect in find(pair)]
        confidences = [confidence for _, confidence in found]
        features[f"{name} best"] = max(confidences, default=0.0)
        features[f"{name} mass"] = round(sum(confidences), 3)
        features[f"{name} certain"] = float(sum(confidence >= ALARM for confidence in confidences))
        if name == "modality":
            features["modality steps"] = max((suspect.steps * confidence for suspect, confidence in found), default=0.0)
    counts = open_negations(pair)
    features["negation difference"] = float(counts[0] - counts[1])
    features["negation parity"] = float((counts[0] - counts[1]) % 2)
    return features
