"""What the findings of all checkers, the estimator and the likelihood of the pair come to.

Two models of some hundred small trees weigh the features of a pair: is the rendering divergent, and is it worse than
another one of the same text? What they know of its words is weighed by such a model before (``wordwise``). One more, a
logistic regression, weighs a finding: its kind, how sure its checker is, what is known of the words in its place, and
what the first model says of the whole pair. All stand in ``data/verdict.json`` and are fitted by ``python -m
benchmarks.verdict --fit``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from polyglot_news.compare.coverage import coverage_features
from polyglot_news.compare.model import GENERIC, Divergence, Pair
from polyglot_news.compare.weights.fitted import fitted
from polyglot_news.compare.weights.operators import operator_features
from polyglot_news.compare.weights.trees import total
from polyglot_news.compare.words.estimator import estimator_features
from polyglot_news.compare.words.kinds import named
from polyglot_news.compare.words.likelihood import likelihood_features
from polyglot_news.odds import log_odds

KINDS = ("number", "polarity", "modality", "qualifier", "name", "swapped name", "omission", "addition", "meaning")
_CRITICAL = {"meaning": "opposite", "name": "swapped name"}
# How far what the rest of a pair says can talk down a checker of figures, names or operators, as log odds: that a
# sentence is rendered well but for one word is what an altered quote looks like. On human translations of news these
# checkers are sure (0.7 or more) of 2 findings in 100 sentences, half of them true.
_TALKED_DOWN = 0.8
_LEAST, _MOST = 0.02, 0.985  # confidences of checkers, cut before their log odds are taken


def plain_features(pair: Pair, found: Iterable[Divergence]) -> dict[str, float]:
    """Return what is known of a pair beside its words.

    That is the surest finding of each kind, how many things stand for others of their kind, coverage, operators, the
    estimator and the likelihoods.
    The likelihoods are left out where no embedded package translates directly between the two languages, and the
    estimator where the two languages are the same.
    """
    features = {f"found {kind}": 0.0 for kind in KINDS}
    for divergence in found:
        name = f"found {calibrated_kind(divergence)}"
        if name in features:
            features[name] = max(features[name], divergence.confidence)
    features["exchanged"] = float(len(named(pair).exchanged))
    features |= coverage_features(pair) | operator_features(pair)
    return features | (estimator_features(pair) or {}) | (likelihood_features(pair) or {})


def pair_odds(features: Mapping[str, float], model: Mapping[str, Any] | None = None) -> float:
    """Return the log odds that a rendering is divergent; 0 is where it counts as divergent as a whole.

    Args:
        features: what is known of the pair: ``plain_features`` and those of its words (``wordwise``).
        model: a bias and trees; by default the shipped ones.
    """
    model = model or fitted()["pair"]
    return float(model["bias"]) + total(model["trees"], features)


def order_odds(features: Mapping[str, float], models: Mapping[str, Any] | None = None) -> float:
    """Return the log odds by which renderings are put in order, from faithful to false.

    The mean of two models: the one that tells divergent from faithful renderings of any text, and one that tells which
    of two renderings of the same text is the worse one.

    Args:
        features: what is known of the pair: ``plain_features`` and those of its words (``wordwise``).
        models: "pair" and "order"; by default the shipped ones.
    """
    models = models or fitted()
    return (pair_odds(features, models["pair"]) + pair_odds(features, models["order"])) / 2


def finding_odds(divergence: Divergence, pair: float, place: float, model: Mapping[str, Any] | None = None) -> float:
    """Return the log odds that a finding is a true divergence.

    What the model does not know, terms and opposites, keeps the confidence of its checker: the sets hold too few.

    Args:
        divergence: the finding.
        pair: the log odds of its pair.
        place: the log odds that a word in its place has no counterpart; see ``wordwise``.
        model: the coefficients; by default the shipped ones.
    """
    model = model or fitted()["finding"]
    own = own_odds(divergence)
    kind = calibrated_kind(divergence)
    if kind not in model["kinds"]:
        return own
    weights = model["generic" if kind in GENERIC else "specific"]
    odds = float(model["kinds"][kind] + weights["own"] * own + weights["pair"] * pair + weights["place"] * place)
    return odds if kind in GENERIC else max(odds, own - _TALKED_DOWN)


def calibrated_kind(divergence: Divergence) -> str:
    """Return the kind of a finding, told apart where a critical one is of another nature.

    That is "opposite" where a word was turned round, which is more than another meaning, and "swapped name" where a
    name stands in the place of another one, which is surer than a name that one text alone has.
    """
    return _CRITICAL.get(divergence.kind, divergence.kind) if divergence.severity == "critical" else divergence.kind


def own_odds(divergence: Divergence) -> float:
    """Return the log odds of a finding by itself."""
    return log_odds(divergence.confidence, _LEAST, _MOST)
