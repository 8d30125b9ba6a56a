"""Fit the two models of the third look at passages: prints weights for ``align.doubt``.

To be run after ``benchmarks.passage_weights``, and whenever an embedded package changes. Quotes are those of
``benchmarks.passages --documents``, 5 to 12 words cut out of news sentences, searched in the right document or another;
the packages were not trained on them. Only what is in doubt after two looks counts. Prints, too, what comes of all
quotes where each tenth of the documents was left out of the fit, for several thresholds.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence

import attrs
import numpy as np

from benchmarks.common import add_arguments
from benchmarks.passage_weights import Example, fit, fit_choice, marked, prepared, show, table
from benchmarks.passages import Case, documents
from polyglot_news.align.candidates import at_first_sight, rated_closer, weighted
from polyglot_news.align.doubt import Look, asked_models, weigh_again

_FOLDS = 10
_ORDER = ("odds", "quote_tells", "passage_tells")
_LIKELY = ("likely", "quote_tells", "passage_tells", "chinese_quote", "chinese_passage", "constant")
_THRESHOLDS = (0.3, 0.35, 0.38, 0.4, 0.42, 0.45, 0.5, 0.55)

Weights = dict[str, float]


@attrs.frozen(kw_only=True, eq=False)
class Searched(Example):
    """Besides: the document of the quote, whether the passage is there, and whether the models were asked."""

    document: str
    present: bool
    doubtful: bool


def main() -> None:
    """Fit, and print weights and figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    options = parser.parse_args()
    groups = list(documents(options.data))
    random.Random(1).shuffle(groups)  # noqa: S311
    rows = [row for cases in groups[: options.sample] for row in searched(cases)]
    for name, weights in zip(("_ORDER_WEIGHTS", "_LIKELY_WEIGHTS"), fit_doubt(rows), strict=True):
        show(name, weights, weights.values())
    left_out(rows)


def searched(cases: Sequence[Case]) -> Iterator[Searched]:
    """Yield the candidates for each quote, with what the models say of them where there is doubt."""
    for case, asked, official in prepared(cases):
        rated = rated_closer(asked, at_first_sight(asked, official), official)
        look = Look(asked=asked, official=official, found=rated)
        found = asked_models([look])[0] if look.doubtful else look.found
        yield Searched(
            candidates=found,
            right=marked(case, found),
            languages=(case.language, case.official_language),
            document=case.document,
            present=case.gold is not None,
            doubtful=look.doubtful,
        )


def fit_doubt(rows: Sequence[Searched]) -> tuple[Weights, Weights]:
    """Fit the model that orders, then the one that says how likely the first is."""
    doubtful = [row for row in rows if row.doubtful]
    order = fit_choice(doubtful, lambda one: {name: one.third[name] for name in _ORDER})
    likely = []
    for row in doubtful:
        k = max(range(len(row.right)), key=lambda k: weighted(row.candidates[k].third, order))
        likely.append(({name: row.candidates[k].third[name] for name in _LIKELY}, row.right[k]))
    return order, dict(zip(_LIKELY, fit(*table(likely)).tolist(), strict=True))


def left_out(rows: Sequence[Searched]) -> None:
    """Print what a fit without the documents of each tenth gives on that tenth."""
    names = sorted({row.document for row in rows})
    random.Random(3).shuffle(names)  # noqa: S311
    outcomes: list[tuple[bool, bool, float]] = []
    for fold in range(_FOLDS):
        tested = set(names[fold::_FOLDS])
        weights = fit_doubt([row for row in rows if row.document not in tested])
        for row in rows:
            if row.document in tested:
                best = weigh_again(row.candidates, *weights)[0] if row.doubtful else row.candidates[0]
                spans = [one.span for one in row.candidates]
                outcomes.append((row.present, row.right[spans.index(best.span)], best.similarity))
    present, right, similarity = (np.array(column) for column in zip(*outcomes, strict=True))
    print(f"present {present.sum()}, absent {(~present).sum()}, first {right[present].mean():.3f}")
    print("threshold  claimed right   wrong  absent claimed")
    for threshold in _THRESHOLDS:
        claimed = similarity >= threshold
        shares = (claimed & right)[present], (claimed & ~right)[present], claimed[~present]
        print("{:9.2f} {:14.3f} {:7.3f} {:15.3f}".format(threshold, *(share.mean() for share in shares)))


if __name__ == "__main__":
    main()
