"""Draw the weights of the operator checkers towards free renderings: what a careless journalist really alters.

The corpora are altered by rule; in ``training/renderings/`` faithful renderings and misleading ones were both written
as newspapers write. Where the renderings tell nothing, the weights of the corpora stay: what is added to them is drawn
to 0 (as in Chelba and Acero, "Adaptation of maximum entropy capitalizer", 2006).
"""

from __future__ import annotations

import collections
import json
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import attrs

from benchmarks.logistic import fit_logistic
from benchmarks.operator_weights import Features, features, fresh, weights_file, write
from benchmarks.renderings import LEARNT, shortest
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.weights.operators import SUSPECTS

RIDGE = 10.0
PRIORS = {"polarity": 1 / 5, "modality": 1 / 8, "qualifier": 1 / 6, "direction": 1 / 5}
# Alterations in which a new suspect of a checker is right; the first one is what the checker is for.
KINDS = {
    "polarity": ("polarity", "direction", "meaning"),
    "modality": ("modality", "tense", "meaning"),
    "qualifier": ("qualifier", "omission", "addition", "number"),
    "direction": ("direction", "polarity", "meaning"),
}


@attrs.frozen(kw_only=True)
class Looked:
    """What the checkers suspect in the renderings of one official text.

    Attributes:
        kinds: how many renderings there are of each kind of alteration, "faithful" among them.
        negative: by checker, what its model sees of its suspects in faithful renderings.
        positive: by checker, the same of those that an alteration brought about, with the kind of that.
    """

    kinds: collections.Counter[str]
    negative: dict[str, list[Features]]
    positive: dict[str, list[tuple[str, Features]]]


def adapt() -> None:
    """Fit what the renderings add to each checker's weights, and write ``weights.json`` beside the cue tables."""
    rows = [json.loads(line) for path in sorted(LEARNT.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    with ProcessPoolExecutor() as pool:
        looked = list(pool.map(look, rows, chunksize=20))
    weights = json.loads(weights_file().read_text(encoding="utf-8"))
    write({name: adapted(name, weights[name], looked) for name in SUSPECTS})


def look(row: dict[str, Any]) -> Looked:
    """Run the checkers over the renderings of one official text, fragments left out."""
    kinds: collections.Counter[str] = collections.Counter()
    negative: dict[str, list[Features]] = {name: [] for name in SUSPECTS}
    positive: dict[str, list[tuple[str, Features]]] = {name: [] for name in SUSPECTS}
    renderings = row["renderings"]
    least = shortest(renderings)
    before: dict[int, dict[str, Any]] = {}
    for number, one in enumerate(renderings):
        if len(renderings[one.get("from", number)]["text"]) < least:
            continue
        pair = make_pair(one["text"], row["official"], row["target"], row["source"])
        suspected = {name: find(pair) for name, find in SUSPECTS.items()}
        kinds[one.get("kind", "faithful")] += 1
        if one["label"] == "faithful":
            before[number] = suspected
        for name, found in suspected.items():
            if one["label"] == "faithful":
                negative[name] += [features(suspect) for suspect in found if not suspect.cut]
            else:
                new = fresh(before[one["from"]][name], found)
                positive[name] += [(one["kind"], features(suspect)) for suspect in new if not suspect.cut]
    return Looked(kinds=kinds, negative=negative, positive=positive)


def adapted(name: str, weights: dict[str, float], looked: list[Looked]) -> dict[str, float]:
    """Return the weights of a checker, drawn to what was seen in the renderings."""
    import numpy as np

    kinds = sum((one.kinds for one in looked), collections.Counter[str]())
    negative = [found for one in looked for found in one.negative[name]]
    positive = [found for one in looked for kind, found in one.positive[name] if kind in KINDS[name]]
    keys = ["bias", *(key for key in weights if key != "bias")]
    table = np.array([_row(found, keys) for found in (*negative, *positive)])
    labels = np.repeat([0.0, 1.0], [len(negative), len(positive)])
    counts, prior = (kinds["faithful"], kinds[KINDS[name][0]]), PRIORS[name]
    shares = [(1 - prior) / counts[0], prior / counts[1]]
    each = np.repeat(shares, [len(negative), len(positive)]) * sum(counts)
    known = table @ np.array([weights[key] for key in keys])
    more = fit_logistic(table, labels, each, RIDGE, known)
    print(f"{name:10} {len(negative)} suspects in {counts[0]} faithful renderings, {len(positive)} in altered ones")
    return {key: round(weights[key] + float(value), 3) for key, value in zip(keys, more, strict=True)}


def _row(found: Features, keys: list[str]) -> list[float]:
    values, rule = found
    known = f"rule: {rule}" if f"rule: {rule}" in keys else "rule: other"
    return [1.0 if key in {"bias", known} else values.get(key, 0.0) for key in keys]
