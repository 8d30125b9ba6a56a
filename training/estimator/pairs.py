"""Altered pairs from the corpora and renderings, one JSON line for each pair with all that was made of it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.renderings import LEARNT
from polyglot_news.align.segmentation import segment
from training import own
from training.corpus import held_out_keys, normalised, source_pairs
from training.estimator import alter, renderings, reword
from training.mixture import Source

Floats = NDArray[np.float32]

# Corpora, how many pairs of each, near the product's use first.
SOURCES: tuple[tuple[str, tuple[str, str], int], ...] = (
    ("en-fr/wmt-human", ("en", "fr"), 19_000),
    ("fwd-en-fr", ("en", "fr"), 9_000),
    ("fwd-fr-en", ("fr", "en"), 9_000),
    ("en-fr/hansard36", ("en", "fr"), 20_000),
    ("en-fr/canada-gov-sites", ("en", "fr"), 4_000),
    ("en-fr/justice-canada-laws", ("en", "fr"), 4_000),
    ("en-fr/tatoeba-manythings", ("en", "fr"), 6_000),
    ("en-fr/debian-website", ("en", "fr"), 3_000),
    ("en-fr/un-devset", ("en", "fr"), 2_000),
    ("en-fr/ud-pud", ("en", "fr"), 1_000),
    ("en-fr/nextstrain-sitreps", ("en", "fr"), 800),
    ("en-fr/open-sdg", ("en", "fr"), 700),
    ("en-fr/opensource-guide", ("en", "fr"), 1_500),
    ("en-zh/wmt-human", ("en", "zh"), 6_500),
    ("fwd-en-zh", ("en", "zh"), 14_000),
    ("fwd-zh-en", ("zh", "en"), 14_000),
    ("en-zh/mlqe-pe", ("en", "zh"), 4_000),
    ("en-zh/xquad", ("en", "zh"), 2_300),
    ("en-zh/taiwan-moj-laws", ("en", "zh"), 4_000),
    ("en-zh/tatoeba-manythings", ("en", "zh"), 6_000),
    ("en-zh/un-devset", ("en", "zh"), 2_000),
    ("en-zh/ud-pud", ("en", "zh"), 1_000),
    ("en-zh/nextstrain-sitreps", ("en", "zh"), 900),
    ("en-zh/opensource-guide", ("en", "zh"), 1_500),
    ("en-zh/d2l-book", ("en", "zh"), 1_000),
    ("fr-zh/un-multiun-sample", ("fr", "zh"), 8_000),
    ("fr-zh/un-devset", ("fr", "zh"), 2_000),
    ("fr-zh/tatoeba-pivot", ("fr", "zh"), 3_000),
    ("fr-zh/ud-pud", ("fr", "zh"), 1_000),
    ("fr-zh/debian-pivot", ("fr", "zh"), 1_000),
    ("fr-zh/nextstrain-sitreps", ("fr", "zh"), 800),
)
_FALSE = (
    ("substitute", 16),
    ("kindred", 18),
    ("rival", 36),
    ("drop word", 20),
    ("drop run", 16),
    ("drop clause", 6),
    ("insert word", 9),
    ("insert clause", 5),
    ("operator", 16),
    ("number", 4),
    ("name", 7),
    ("swap", 7),
    ("shuffle", 3),
    ("untranslated", 4),
    ("other", 3),
)
_VARIANTS = 3
_REWORDED = 0.3  # of the pairs have one side put in other words before it is altered
_WORDS = 3  # so many words of it at most
_COPIES = 4  # how often each record of the renderings is written: they are few, and like what is to be judged


def read(corpora: Path, held_out: Path, seed: int, share: float = 1.0) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Return languages and texts of pairs drawn from all corpora, in random order."""
    rng = random.Random(seed)
    held = held_out_keys(held_out / "translation") | _divergence_keys(held_out / "divergence")
    seen: set[int] = set()
    rows = []
    for path, languages, size in SOURCES:
        source = Source(path=f"{path}.tsv.xz", columns=languages, weight=1.0, cap=8 * size)
        found = [pair for pair in source_pairs(corpora, source, languages, held, seen) if _useful(pair, languages)]
        rows += [(languages, pair) for pair in rng.sample(found, min(int(size * share), len(found)))]
    rng.shuffle(rows)
    return rows


def _divergence_keys(folder: Path) -> frozenset[str]:
    keys: set[str] = set()
    for path in folder.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            keys.update(normalised(row[name]) for name in ("src", "reference", "mt", "tgt") if row.get(name))
    return frozenset(key for key in keys if len(key) >= 8)


def _useful(pair: tuple[str, str], languages: tuple[str, str]) -> bool:
    sizes = [len(text) * (3 if language == "zh" else 1) for text, language in zip(pair, languages, strict=True)]
    return min(sizes) >= 20 and max(sizes) <= 420


def make(corpora: Path, held_out: Path, output: Path, seed: int, share: float) -> None:
    """Write the altered pairs, those of the news of our own, and the renderings that were written for the training.

    The renderings stand there as they were written, and the faithful ones altered by rule as well. They and the news
    are marked as unseen: what the packages make of them counts, for they were not trained on them.
    """
    rows = read(corpora, held_out, seed, share)
    of_corpora = len(rows)
    for languages in combinations(("en", "fr", "zh"), 2):
        rows += [(languages, pair) for pair in own.news(languages, "estimator")]
    rows += [pair for path in sorted(LEARNT.glob("*.jsonl")) for pair in renderings.faithful(path)]
    neighbours = {language: alter.Neighbours(language) for language in ("en", "fr", "zh")}
    for languages, pair in rows:
        for language, text in zip(languages, pair, strict=True):
            neighbours[language].add(text)
            if len(neighbours[language].pieces) < 20_000:
                neighbours[language].pieces.extend(alter.clauses([text], language))
    for one in neighbours.values():
        one.close()
    near = Kinship()
    with output.open("w", encoding="utf-8") as file:
        for k, (languages, pair) in enumerate(rows):
            rng = random.Random(seed * 1_000_003 + k)
            other = rows[rng.randrange(len(rows))]
            texts = in_other_words(languages, pair, neighbours, rng) if rng.random() < _REWORDED else pair
            made = list(variants(languages, texts, neighbours, near, rng, other if other[1] != pair else None))
            made += [
                {"kind": "synonym", "side": side, "text": pair[side], "span": (0, 0)}
                for side in (0, 1)
                if made and texts[side] != pair[side]
            ]
            if made:
                record = {"languages": languages, "texts": texts, "altered": made, "unseen": k >= of_corpora}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        written = [record for path in sorted(LEARNT.glob("*.jsonl")) for record in renderings.records(path)]
        for record in written * _COPIES:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def variants(
    languages: tuple[str, str],
    pair: tuple[str, str],
    neighbours: dict[str, alter.Neighbours],
    near: Kinship,
    rng: random.Random,
    other: tuple[tuple[str, str], tuple[str, str]] | None,
) -> Iterator[dict[str, object]]:
    """Yield what is made of a pair; ``other`` is another one, whose texts may stand in the place of its own."""
    sides = sentences(languages, pair, neighbours)
    words = [one.words for one in sides]
    if min(map(len, words)) < 3:
        return
    names, weights = zip(*_FALSE, strict=True)
    made, tried = 0, 0
    done = set()
    while made < _VARIANTS and tried < 12:
        tried += 1
        kind = rng.choices(names, weights)[0]
        side = rng.randrange(2)
        if (kind, side) in done:
            continue
        done.add((kind, side))
        one = sides[side]
        result: alter.Result | None
        match kind:
            case "substitute":
                result = alter.substitute(one, rng, None)
            case "kindred":
                result = alter.substitute(one, rng, near)
            case "rival":
                result = reword.rival(one, rng)
            case "other":
                if other is None or other[0][side] != languages[side]:
                    continue
                result = other[1][side], (0, len(other[1][side]))
            case _:
                result = getattr(alter, kind.replace(" ", "_"))(one, rng)
        if result is None or result[0] == pair[side] or not result[0].strip():
            continue
        made += 1
        lost, kept = alter.counterparts(one, result[0], words[1 - side])
        yield {
            "kind": kind,
            "side": side,
            "text": result[0],
            "span": result[1],
            "lost": [(word.start, word.end) for word in lost],
            "kept": [(word.start, word.end) for word in kept],
        }
    for side in (0, 1):
        for say in (alter.synonym, reword.mate):
            result = say(sides[side], rng)
            if result is not None and rng.random() < 0.5:
                yield {"kind": "synonym", "side": side, "text": result[0], "span": result[1]}


def sentences(
    languages: tuple[str, str], pair: tuple[str, str], neighbours: dict[str, alter.Neighbours]
) -> list[alter.Sentence]:
    """Return both sides of a pair, ready to be altered."""
    words = [segment(text, language) for text, language in zip(pair, languages, strict=True)]
    return [alter.Sentence.of_pair(pair, words, languages, k, neighbours[languages[k]]) for k in (0, 1)]


def in_other_words(
    languages: tuple[str, str], pair: tuple[str, str], neighbours: dict[str, alter.Neighbours], rng: random.Random
) -> tuple[str, str]:
    """Return a pair with some words of one side put in other words."""
    side = rng.randrange(2)
    said = reword.reworded(sentences(languages, pair, neighbours)[side], rng, _WORDS)
    return (said, pair[1]) if side == 0 else (pair[0], said)


class Kinship:
    """Cosines of words by the sentence encoder's table of word pieces."""

    def __init__(self) -> None:
        from polyglot_news.align.use_network import UseNetwork

        self.network = UseNetwork.load()
        self.known: dict[str, Floats] = {}

    def vector(self, word: str) -> Floats:
        """Return a unit vector."""
        found = self.known.get(word)
        if found is None:
            ids = np.array(self.network.tokenizer.encode(word), dtype=np.int64)
            found = self.network.embed(ids).sum(axis=0)
            found = found / max(1e-6, float(np.linalg.norm(found)))
            self.known[word] = found
        return found

    def __call__(self, word: str, others: list[str]) -> Floats:
        """Return the cosines of a word with others."""
        cosines: Floats = np.array([self.vector(other) for other in others]) @ self.vector(word)
        return cosines
