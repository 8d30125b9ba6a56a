"""Divergences on sets made by others: minimal pairs, natural divergence, and critical errors of real translations.

For each set: the area under the ROC curve of ``Comparison.score``, flags (a critical or major divergence) against the
gold labels, and for the minimal pairs how often the altered side gets the higher score; beside three baselines: the
cosine of the encoder, the ratio of the lengths, and a plain comparison of the digits.
Some 100 ms a pair, and ten thousand pairs: ``--sets`` and ``--sample`` keep some of them.
"""

from __future__ import annotations

import argparse
import collections
import math
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs

from benchmarks.common import add_arguments, write_json
from benchmarks.divergence_sets import DATASETS, PARAPHRASE, Case, load
from polyglot_news.align.encoder import default_encoder
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.verdict import judge

SERIOUS = {"critical", "major"}
Curves = dict[str, list[tuple[float, float]]]


@attrs.frozen
class Outcome:
    """What the library says of a case: its score, whether it flags it, with which kinds, and the encoder's cosine."""

    score: float
    flagged: bool
    kinds: frozenset[str]
    cosine: float


def main() -> None:
    """Measure the sets that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--sets", nargs="*", default=list(DATASETS), choices=DATASETS)
    parser.add_argument("--plot", type=Path, help="draw recall against false alarms (needs matplotlib)")
    options = parser.parse_args()
    figures: dict[str, Any] = {}
    curves: dict[str, Curves] = {}
    for dataset in options.sets:
        cases = load(options.data, dataset, options.sample)
        started = time.perf_counter()
        outcomes = [examine(case) for case in cases]
        seconds = time.perf_counter() - started
        figures[dataset] = measure(cases, outcomes) | {"ms_per_case": round(1000 * seconds / len(cases), 1)}
        show(dataset, figures[dataset])
        curves[dataset] = roc(cases, outcomes)
    write_json(options.json, figures)
    if options.plot:
        draw(curves, options.plot)


def examine(case: Case) -> Outcome:
    """Compare one case."""
    official, rendering = case.languages
    pair = make_pair(case.rendering, case.official, rendering, official)
    comparison = judge(pair, encoder=default_encoder())
    rows = default_encoder().encode([case.rendering, case.official])
    serious = {divergence.kind for divergence in comparison.divergences if divergence.severity in SERIOUS}
    flagged = bool(serious) or comparison.verdict == "unmatched"
    return Outcome(comparison.score, flagged, frozenset(serious), float(rows[0] @ rows[1]))


def measure(cases: Sequence[Case], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return all figures of one set."""
    known = [(case, outcome) for case, outcome in zip(cases, outcomes, strict=True) if case.divergent is not None]
    labels = [bool(case.divergent) for case, _ in known]
    figures: dict[str, Any] = {
        "auc": auc([outcome.score for _, outcome in known], labels),
        "auc_cosine": auc([-outcome.cosine for _, outcome in known], labels),
        "auc_length": auc([length_ratio(case) for case, _ in known], labels),
        "auc_digits": auc([float(digits(case.official) != digits(case.rendering)) for case, _ in known], labels),
        "mcc": mcc([outcome.flagged for _, outcome in known], labels),
    }
    by_category: dict[str, list[tuple[Case, Outcome]]] = collections.defaultdict(list)
    for case, outcome in zip(cases, outcomes, strict=True):
        by_category[case.category].append((case, outcome))
    faithful = {case.item: outcome for case, outcome in by_category.get("faithful", [])}
    for category, rows in sorted(by_category.items()):
        row: dict[str, Any] = {"n": len(rows), "flagged": share([outcome.flagged for _, outcome in rows])}
        pairs = [(outcome, faithful[case.item]) for case, outcome in rows if case.item in faithful]
        if pairs and category != "faithful":
            row["pairwise"] = share([outcome.score > plain.score for outcome, plain in pairs])
            row["pairwise_cosine"] = share([outcome.cosine < plain.cosine for outcome, plain in pairs])
        row["kinds"] = dict(collections.Counter(kind for _, outcome in rows for kind in sorted(outcome.kinds)))
        figures[category] = row
    critical = [
        (outcome, faithful[case.item])
        for case, outcome in known
        if case.divergent and case.item in faithful and (case.dataset != "demetr" or "critical" in case.category)
    ]
    if critical:
        figures["critical_flagged"] = share([outcome.flagged for outcome, _ in critical])
        figures["critical_pairwise"] = share([outcome.score > plain.score for outcome, plain in critical])
        figures["critical_pairwise_cosine"] = share([outcome.cosine < plain.cosine for outcome, plain in critical])
    figures["alarms"] = share([outcome.flagged for case, outcome in known if not case.divergent])
    if PARAPHRASE in figures:
        figures["alarms_paraphrase"] = figures[PARAPHRASE]["flagged"]
    return figures


def share(flags: Sequence[bool]) -> float:
    """Return the share of true values."""
    return round(sum(flags) / max(1, len(flags)), 4)


def auc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the area under the ROC curve: how often a positive outranks a negative, ties counted half."""
    order = sorted(range(len(scores)), key=lambda index: scores[index])
    ranks = [0.0] * len(scores)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and scores[order[end]] == scores[order[at]]:
            end += 1
        for index in order[at:end]:
            ranks[index] = (at + end + 1) / 2
        at = end
    positives = sum(labels)
    negatives = len(labels) - positives
    if not positives or not negatives:
        return math.nan
    total = sum(rank for rank, label in zip(ranks, labels, strict=True) if label)
    return round((total - positives * (positives + 1) / 2) / (positives * negatives), 4)


def mcc(flags: Sequence[bool], labels: Sequence[bool]) -> float:
    """Return Matthews' correlation coefficient of two binary series."""
    count = collections.Counter(zip(flags, labels, strict=True))
    tp, fp, fn, tn = count[True, True], count[True, False], count[False, True], count[False, False]
    denominator = math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return round((tp * tn - fp * fn) / denominator, 4) if denominator else 0.0


def length_ratio(case: Case) -> float:
    """Return how far the lengths are apart, Chinese characters counted as two letters and a half."""
    sizes = [
        len(text) * (2.5 if language == "zh" else 1.0)
        for text, language in zip((case.official, case.rendering), case.languages, strict=True)
    ]
    return abs(math.log((sizes[0] + 1) / (sizes[1] + 1)))


def digits(text: str) -> list[str]:
    """Return the digit groups of a text, sorted."""
    return sorted(re.findall(r"\d+", text))


def roc(cases: Sequence[Case], outcomes: Sequence[Outcome]) -> Curves:
    """Return the points (false alarms, recall) of the score, of the cosine, and the one of the flags."""
    known = [
        (bool(case.divergent), one) for case, one in zip(cases, outcomes, strict=True) if case.divergent is not None
    ]
    curves: Curves = {}
    measures: dict[str, Callable[[Outcome], float]] = {
        "score": lambda one: one.score,
        "cosine": lambda one: -one.cosine,
    }
    for name, measure_of in measures.items():
        curves[name] = [
            (
                share([measure_of(one) >= at for label, one in known if not label]),
                share([measure_of(one) >= at for label, one in known if label]),
            )
            for at in sorted({measure_of(one) for _, one in known}, reverse=True)
        ]
    curves["flags"] = [
        (
            share([one.flagged for label, one in known if not label]),
            share([one.flagged for label, one in known if label]),
        )
    ]
    return curves


def draw(curves: dict[str, Curves], path: Path) -> None:
    """Draw one panel for each set."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, panels = plt.subplots(1, len(curves), figsize=(3.2 * len(curves), 3.4), squeeze=False, sharey=True)
    for panel, (dataset, lines) in zip(panels[0], curves.items(), strict=True):
        panel.plot(*zip(*lines["score"], strict=True), label="score")
        panel.plot(*zip(*lines["cosine"], strict=True), linestyle="--", label="cosine of the encoder")
        panel.plot(*zip(*lines["flags"], strict=True), "o", label="flags")
        panel.set(title=dataset, xlabel="false alarms", xlim=(0, 1), ylim=(0, 1))
    panels[0][0].set_ylabel("recall")
    panels[0][-1].legend(loc="lower right")
    figure.tight_layout()
    figure.savefig(path)


def show(dataset: str, figures: dict[str, Any]) -> None:
    """Print one set."""
    print(f"== {dataset}")
    for key, value in figures.items():
        if isinstance(value, dict):
            shown = "  ".join(f"{name} {number}" for name, number in value.items())
            print(f"   {key:32} {shown}")
        else:
            print(f"{key:35} {value}")


if __name__ == "__main__":
    main()
