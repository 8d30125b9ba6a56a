"""Fit the models that say whether a quote renders the passage found: prints weights for ``align.candidates``.

Quotes are sentences of parallel corpora (``--corpora DIR`` with ``PAIR/NAME.tsv.xz``), whole, cut to 5 to 12 words, or
two neighbours; official texts are runs of 10 to 120 lines: the right one, the right one without the sentences that are
quoted, or another. No line of an evaluation set is among them.
"""

from __future__ import annotations

import argparse
import functools
import lzma
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from benchmarks.passages import Case, make_cases
from polyglot_news.align import lexicon, words
from polyglot_news.align.candidates import Asked, Candidate, at_first_sight, look_closer, weigh
from polyglot_news.align.encoder import default_encoder
from polyglot_news.align.searchable import Searchable
from polyglot_news.documents import document_from_text

# Pair, name of the corpus, lines to pass over, lines to take.
SOURCES = (
    ("en-fr", "wmt-human", 5_000, 1_600),
    ("en-zh", "wmt-human", 1_000, 1_600),
    ("fr-zh", "un-multiun-sample", 2_000, 1_000),
    ("fr-zh", "ud-pud", 0, 999),
    ("en-fr", "hansard36", 100_000, 600),
)
_SIZES = (10, 15, 20, 30, 60, 80, 120)
_QUOTES = 12
_LEAST_LETTERS = {"en": 25, "fr": 25, "zh": 8}
_PENALTY = 0.002
_CHOICE_PENALTY = 0.01

Array = NDArray[np.float64]


@attrs.frozen(kw_only=True, eq=False)
class Example:
    """The candidates for a quote, which of them are right, and the languages of quote and text."""

    candidates: list[Candidate]
    right: list[bool]
    languages: tuple[str, str]


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of parallel corpora")
    parser.add_argument("--sample", type=int, default=None, help="use only so many official texts")
    options = parser.parse_args()
    forget()
    groups = list(make(options.corpora))
    random.Random(1).shuffle(groups)  # noqa: S311
    fit_all([example for cases in groups[: options.sample] for example in examples(cases)])


def forget() -> None:
    """Lower each count of the lexicons by one, as if they had not been counted on the sentences of the fit."""

    @functools.lru_cache(maxsize=6)
    def lowered(source_language: str, target_language: str) -> lexicon.Lexicon:
        table = original(source_language, target_language)
        return attrs.evolve(table, joint=np.maximum(table.joint - 1, 0).astype(np.float32))

    original = lexicon.lexicon
    lexicon.lexicon = words.lexicon = lowered  # type: ignore[attr-defined]


def make(corpora: Path) -> Iterator[list[Case]]:
    """Make the official texts and their quotes: in half of the texts, in none, in texts that lack them."""
    chance = random.Random(11)  # noqa: S311
    for pair, name, skip, number in SOURCES:
        languages = pair.split("-")
        lines = list(_lines(corpora / pair / f"{name}.tsv.xz", languages, skip, number))
        for language, other in (languages, languages[::-1]):
            start, before = 0, None
            while start < len(lines) - _SIZES[0]:
                part = lines[start : start + chance.choice(_SIZES)]
                start += len(part)
                chosen = sorted(chance.sample(range(len(part) - 1), min(_QUOTES, (len(part) - 1) // 3)))
                kind = chance.choice(("present", "present", "taken out", "elsewhere"))
                cases = list(make_cases(part, chosen, language, other, chance, absent=kind == "taken out"))
                if kind == "elsewhere" and before:
                    cases = [attrs.evolve(case, official=before, gold=None) for case in cases]
                before = cases[0].official
                yield cases


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


def prepared(cases: Sequence[Case]) -> Iterator[tuple[Case, Asked, Searchable]]:
    """Make the quotes of one official text, and that text, ready for search."""
    encoder = default_encoder()
    first = cases[0]
    official = Searchable.of(document_from_text(first.official, language=first.official_language), encoder)
    for case, asked in zip(cases, Asked.all_of([one.quote for one in cases], first.language, encoder), strict=True):
        yield case, asked, official


def marked(case: Case, found: Sequence[Candidate]) -> list[bool]:
    """Return which candidates are right."""
    return [bool(case.gold and one.span.overlap(case.gold)) for one in found]


def examples(cases: Sequence[Case]) -> Iterator[Example]:
    """Yield what is seen of the candidates for each quote."""
    for case, asked, official in prepared(cases):
        looked = look_closer(asked, at_first_sight(asked, official), official)
        languages = case.language, case.official_language
        yield Example(candidates=looked, right=marked(case, looked), languages=languages)


def fit_all(rows: list[Example]) -> None:
    """Fit the three models one after the other, and print them."""
    first = [(example.candidates[0].features, example.right[0]) for example in rows]
    show("_WEIGHTS", first[0][0], fit(*table(first)))
    closer = fit_choice(rows)
    show("_CLOSER_WEIGHTS", closer, closer.values())
    likely = []
    for example in rows:
        best = weigh(example.candidates, example.languages, closer)[0]
        seen = zip(example.candidates, example.right, strict=True)
        likely.append((best.likely, any(right and one.span == best.span for one, right in seen)))
    show("_LIKELY_WEIGHTS", likely[0][0], fit(*table(likely)))


def show(name: str, features: Iterable[str], weights: Iterable[float]) -> None:
    """Print weights as the package has them."""
    print(f"{name} = {{")
    for feature, weight in zip(features, weights, strict=True):
        print(f'    "{feature}": {weight:.3f},')
    print("}")


def table(rows: list[tuple[dict[str, float], bool]]) -> tuple[Array, Array]:
    """Return features, one row an example, and whether each is right."""
    return np.array([list(features.values()) for features, _ in rows]), np.array([right for _, right in rows], float)


def fit_choice(
    rows: Sequence[Example], features: Callable[[Candidate], Mapping[str, float]] = lambda one: one.closer
) -> dict[str, float]:
    """Fit the conditional logit, which tells the right candidate of a text from the others, by Newton's method."""
    names = list(features(rows[0].candidates[0]))
    choices = [
        (np.array([list(features(one).values()) for one in example.candidates]), np.array(example.right, float))
        for example in rows
        if any(example.right) and not all(example.right)
    ]
    spread = np.concatenate([seen for seen, _ in choices]).std(axis=0)
    spread[spread == 0.0] = 1.0
    weights = np.zeros(len(names))
    for _ in range(30):
        slope, curvature = 2 * _CHOICE_PENALTY * weights, 2 * _CHOICE_PENALTY * np.eye(len(names))
        for seen, right in choices:
            scaled = seen / spread
            chance = np.exp(scaled @ weights - (scaled @ weights).max())
            chance /= chance.sum()
            wanted = chance * right / (chance @ right)
            mean = chance @ scaled
            slope = slope + (mean - wanted @ scaled) / len(choices)
            curvature = curvature + ((scaled * chance[:, None]).T @ scaled - np.outer(mean, mean)) / len(choices)
        weights = weights - np.linalg.solve(curvature, slope)
    return dict(zip(names, (weights / spread).tolist(), strict=True))


def fit(rows: Array, right: Array) -> Array:
    """Fit by Newton's method, with a penalty on the weights of the standardised features; one of them is constant."""
    centre, spread = rows.mean(axis=0), rows.std(axis=0)
    constant = int(np.flatnonzero((rows == 1.0).all(axis=0))[0])
    centre[constant] = 0.0
    spread[spread == 0.0] = 1.0
    scaled = (rows - centre) / spread
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) / len(rows) + 2 * _PENALTY * weights
        curvature = (scaled * (likely * (1 - likely))[:, None]).T @ scaled / len(rows)
        weights -= np.linalg.solve(curvature + 2 * _PENALTY * np.eye(len(weights)), slope)
    result: Array = weights / spread
    result[constant] -= float((result * centre).sum())
    return result


if __name__ == "__main__":
    main()
