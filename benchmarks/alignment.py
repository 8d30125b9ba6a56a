"""Sentence alignment against gold links, and its time and memory.

Strict and lax precision, recall and F1 as Vecalign's scorer defines them: strict counts identical links, lax links that
share a sentence with a gold link on both sides; precision is over all predicted links, recall over gold links that are
not null. Beside ours stand Gale and Church (1993), by length alone, and greedy pairing by cosine.
The sets are novels (``mac``, ``transread``) and news (``ntrex_news``), 190 documents; they take a minute.
*ECE* is the mean distance, over ten bins, between the similarity of links that are not null and the share of them that
is right (expected calibration error).
``--scale 1000 10000`` measures texts of so many sentences, put together from ``--corpora``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.common import add_arguments, write_json
from polyglot_news.align.encoder import default_encoder
from polyglot_news.align.model import Link
from polyglot_news.align.sentences import align_sentences

Pair = tuple[tuple[int, ...], tuple[int, ...]]
Aligner = Callable[[dict[str, Any]], list[Link]]
SETS = ("mac", "transread", "ntrex_news")


def main() -> None:
    """Print a table with one row for each set and aligner."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--scale", type=int, nargs="*", default=[], help="numbers of sentences to measure time on")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of parallel corpora")
    options = parser.parse_args()
    figures: dict[str, Any] = {}
    print("set    pair  aligner       strict P       R      F1  lax F1  null R cross F1     ECE   CPU s")
    for name in SETS if not options.scale else ():
        lines = (options.data / "alignment" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines][: options.sample]
        for pair in sorted({document["pair"] for document in documents}):
            of_pair = [document for document in documents if document["pair"] == pair]
            for aligner, align in (("ours", ours), ("greedy cosine", greedy), ("Gale-Church", gale_church)):
                started = time.process_time()
                links = [align(document) for document in of_pair]
                predicted = [[(link.source, link.target) for link in found] for found in links]
                gold = [gold_of(document) for document in of_pair]
                scores = score(predicted, gold)
                scores["ece"] = calibration_error(links, gold) if align is ours else math.nan
                scores["cpu_seconds"] = round(time.process_time() - started, 2)
                figures[f"{name} {pair} {aligner}"] = scores
                print(
                    f"{name[:6]} {pair} {aligner:13} {scores['strict_p']:8.3f} {scores['strict_r']:7.3f}"
                    f" {scores['strict_f1']:7.3f} {scores['lax_f1']:7.3f} {scores['null_r']:7.3f}"
                    f" {scores['cross_f1']:8.3f} {scores['ece']:7.3f} {scores['cpu_seconds']:7.1f}"
                )
    for size in options.scale:
        figures[f"scale {size}"] = scale(options.corpora, size)
    write_json(options.json, figures)


def gold_of(document: dict[str, Any]) -> list[Pair]:
    """Return the gold links of a document."""
    return [(tuple(source), tuple(target)) for source, target in document["gold"]]


def calibration_error(predicted: Sequence[list[Link]], gold: Sequence[list[Pair]]) -> float:
    """Return how far the similarity of links is from the share of them that is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for links, truth in zip(predicted, gold, strict=True):
        for link in links:
            if link.source and link.target:
                right = (link.source, link.target) in truth
                bins[min(9, int(10 * link.similarity))].append((link.similarity, right))
    distance = sum(abs(sum(s for s, _ in part) - sum(right for _, right in part)) for part in bins)
    return round(distance / max(1, sum(map(len, bins))), 4)


def _certain(pairs: list[Pair]) -> list[Link]:
    return [Link(source=source, target=target, similarity=1.0) for source, target in pairs]


def ours(document: dict[str, Any]) -> list[Link]:
    """Align with polyglot_news."""
    source, target = document["pair"].split("-")
    return align_sentences(document["src"], document["tgt"], source_language=source, target_language=target)


def greedy(document: dict[str, Any]) -> list[Link]:
    """Pair sentences one to one, the nearest first, down to a cosine of 0.4."""
    encoder = default_encoder()
    cosine = encoder.encode(document["src"]) @ encoder.encode(document["tgt"]).T
    pairs: list[Pair] = []
    free_source, free_target = set(range(len(document["src"]))), set(range(len(document["tgt"])))
    for place in np.argsort(-cosine, axis=None, kind="stable"):
        i, j = divmod(int(place), cosine.shape[1])
        if cosine[i, j] < 0.4:
            break
        if i in free_source and j in free_target:
            pairs.append(((i,), (j,)))
            free_source.discard(i)
            free_target.discard(j)
    return _certain(pairs + [((i,), ()) for i in sorted(free_source)] + [((), (j,)) for j in sorted(free_target)])


# Prior probabilities of beads in Gale and Church (1993).
_PRIORS = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}


def gale_church(document: dict[str, Any]) -> list[Link]:
    """Align by length alone."""
    source = np.cumsum([0, *map(len, document["src"])])
    target = np.cumsum([0, *map(len, document["tgt"])])
    ratio = target[-1] / source[-1]
    n, m = len(source) - 1, len(target) - 1
    cost = np.full((n + 1, m + 1), np.inf)
    back: dict[tuple[int, int], tuple[int, int]] = {}
    cost[0, 0] = 0
    for i in range(n + 1):
        for j in range(m + 1):
            for (a, b), prior in _PRIORS.items():
                if i < a or j < b:
                    continue
                one, two = float(source[i] - source[i - a]), float(target[j] - target[j - b])
                delta = (two - one * ratio) / math.sqrt(6.8 * max(1.0, (one * ratio + two) / 2))
                new = cost[i - a, j - b] - math.log(prior) - math.log(max(1e-300, math.erfc(abs(delta) / math.sqrt(2))))
                if new < cost[i, j]:
                    cost[i, j], back[i, j] = new, (a, b)
    pairs: list[Pair] = []
    i, j = n, m
    while i or j:
        a, b = back[i, j]
        i, j = i - a, j - b
        pairs.append((tuple(range(i, i + a)), tuple(range(j, j + b))))
    return _certain(pairs[::-1])


def score(predicted: Sequence[list[Pair]], gold: Sequence[list[Pair]]) -> dict[str, float]:
    """Score the links of several documents together."""
    counts = dict.fromkeys(
        ("all", "strict", "lax", "real", "strict_hit", "lax_hit", "nulls", "null_hit", "cross", "crossed", "cross_hit"),
        0,
    )
    for links, truth in zip(predicted, gold, strict=True):
        real = [link for link in truth if link[0] and link[1]]
        counts["all"] += len(links)
        counts["strict"] += len(set(links) & set(truth))
        counts["lax"] += sum(link in truth or any(_touch(link, other) for other in real) for link in links)
        counts["real"] += len(real)
        counts["strict_hit"] += len(set(links) & set(real))
        counts["lax_hit"] += sum(any(_touch(link, other) for other in links) for link in real)
        nulls = {link for link in truth if not (link[0] and link[1])}
        counts["nulls"] += len(nulls)
        counts["null_hit"] += len(nulls & set(links))
        crossing, found = _crossing(truth), _crossing(links)
        counts["cross"] += len(crossing)
        counts["crossed"] += len(found)
        counts["cross_hit"] += len(crossing & found)
    result: dict[str, float] = {}
    for kind in ("strict", "lax"):
        precision = counts[kind] / max(1, counts["all"])
        recall = counts[f"{kind}_hit"] / max(1, counts["real"])
        result |= {f"{kind}_p": precision, f"{kind}_r": recall, f"{kind}_f1": _f1(precision, recall)}
    result["null_r"] = counts["null_hit"] / counts["nulls"] if counts["nulls"] else math.nan
    result["cross_f1"] = (
        2 * counts["cross_hit"] / (counts["cross"] + counts["crossed"]) if counts["cross"] else math.nan
    )
    return {key: round(value, 4) for key, value in result.items()}


def _touch(one: Pair, other: Pair) -> bool:
    return bool(set(one[0]) & set(other[0]) and set(one[1]) & set(other[1]))


def _crossing(links: Sequence[Pair]) -> set[Pair]:
    """Return the links that cross another."""
    real = sorted((link for link in links if link[0] and link[1]), key=lambda link: link[0])
    lowest_after = [math.inf] * (len(real) + 1)
    for k in range(len(real) - 1, -1, -1):
        lowest_after[k] = min(lowest_after[k + 1], real[k][1][0])
    crossing: set[Pair] = set()
    highest = -1
    for k, link in enumerate(real):
        if highest > link[1][0] or lowest_after[k + 1] < link[1][0]:
            crossing.add(link)
        highest = max(highest, link[1][0])
    return crossing


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scale(corpora: Path, size: int) -> dict[str, float]:
    """Align a text of so many sentences, encoding included; return seconds and the memory of the process."""
    pairs: list[list[str]] = []
    for path in (corpora / "en-fr" / "wmt-human.tsv.xz", corpora / "en-fr" / "hansard36.tsv.xz"):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                cells = line.rstrip("\n").split("\t")
                if len(cells) == 2 and len(cells[0]) > 30 and len(pairs) < size:
                    pairs.append(cells)
    default_encoder().encode(["warm up"])
    wall, cpu = time.perf_counter(), time.process_time()
    links = align_sentences([p[0] for p in pairs], [p[1] for p in pairs], source_language="en", target_language="fr")
    result = {
        "sentences": len(pairs),
        "seconds": round(time.perf_counter() - wall, 1),
        "cpu_seconds": round(time.process_time() - cpu, 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "share_1_to_1": round(sum(link.source == link.target for link in links) / max(1, len(pairs)), 4),
    }
    print(result)
    return result


if __name__ == "__main__":
    main()
