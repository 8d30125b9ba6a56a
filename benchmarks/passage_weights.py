"""Fit the logistic model that says whether a quote renders the passage found: prints weights for ``align.passages``.

Quotes are sentences of parallel corpora (``--corpora DIR`` with ``PAIR/NAME.tsv.xz``), whole, cut to 5 to 12 words, or
two neighbours; official texts are runs of 15 to 120 lines, half of them without the sentences that are quoted. No line
of an evaluation set is among them.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.passages import Case, make_cases
from polyglot_news.align import passages
from polyglot_news.align.encoder import default_encoder
from polyglot_news.align.lexical import WordTable
from polyglot_news.align.searchable import Searchable, encode_quotes
from polyglot_news.documents import document_from_text

# Pair, name of the corpus, lines to pass over, lines to take.
SOURCES = (
    ("en-fr", "wmt-human", 5_000, 1_600),
    ("en-zh", "wmt-human", 1_000, 1_600),
    ("fr-zh", "un-multiun-sample", 2_000, 1_000),
    ("fr-zh", "ud-pud", 0, 999),
    ("en-fr", "hansard36", 100_000, 600),
)
_SIZES = (15, 20, 30, 60, 80, 120)
_QUOTES = 12
_LEAST_LETTERS = {"en": 25, "fr": 25, "zh": 8}
_PENALTY = 0.002


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of parallel corpora")
    parser.add_argument("--sample", type=int, default=None, help="use only so many official texts")
    options = parser.parse_args()
    names: list[str] = []
    rows, right = [], []
    for cases in list(make(options.corpora))[: options.sample]:
        for features, hit in examples(cases):
            names = list(features)
            rows.append(list(features.values()))
            right.append(hit)
    for name, weight in zip(names, fit(np.array(rows), np.array(right, dtype=np.float64)), strict=True):
        print(f'    "{name}": {weight:.3f},')


def make(corpora: Path) -> Iterator[list[Case]]:
    """Make the official texts and their quotes."""
    chance = random.Random(11)  # noqa: S311
    for pair, name, skip, number in SOURCES:
        languages = pair.split("-")
        lines = list(_lines(corpora / pair / f"{name}.tsv.xz", languages, skip, number))
        for language, other in (languages, languages[::-1]):
            start = 0
            while start < len(lines) - _SIZES[0]:
                part = lines[start : start + chance.choice(_SIZES)]
                start += len(part)
                chosen = sorted(chance.sample(range(len(part) - 1), min(_QUOTES, (len(part) - 1) // 3)))
                yield list(make_cases(part, chosen, language, other, chance, absent=chance.random() < 0.5))


def _lines(path: Path, languages: list[str], skip: int, number: int) -> Iterator[dict[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for place, line in enumerate(file):
            cells = line.rstrip("\n").split("\t")
            if place < skip or len(cells) < 2 or len(cells[0]) < _LEAST_LETTERS[languages[0]]:
                continue
            yield dict(zip(languages, cells, strict=False))
            number -= 1
            if not number:
                return


def examples(cases: list[Case]) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the features of the best candidate for each quote, and whether it is right."""
    encoder = default_encoder()
    first = cases[0]
    official = Searchable.of(document_from_text(first.official, language=first.official_language), encoder)
    vectors = encode_quotes(encoder, [case.quote for case in cases])
    for case, vector in zip(cases, vectors, strict=True):
        table = WordTable.of([case.quote], case.language)
        for span, features in passages.rated_candidates(case.quote, vector, table, official, 1):
            yield features, bool(case.gold and span.overlap(case.gold))


def fit(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit by Newton's method, with a penalty on the weights of the standardised features; the last one is constant."""
    centre, spread = rows.mean(axis=0), rows.std(axis=0)
    centre[-1], spread[-1] = 0.0, 1.0
    scaled = (rows - centre) / spread
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) / len(rows) + 2 * _PENALTY * weights
        curvature = (scaled * (likely * (1 - likely))[:, None]).T @ scaled / len(rows)
        weights -= np.linalg.solve(curvature + 2 * _PENALTY * np.eye(len(weights)), slope)
    result: NDArray[np.float64] = weights / spread
    result[-1] = weights[-1] - float((result[:-1] * centre[:-1]).sum())
    return result


if __name__ == "__main__":
    main()
