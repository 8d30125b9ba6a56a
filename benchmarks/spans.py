"""Where do texts diverge? Marks of human annotators against what the library says word by word.

- ``refresd``: average precision over words, gold marked by two annotators or more, in the pairs that differ in part;
- ``swissgov``: whole web pages, aligned by sentences first; average precision and Spearman's correlation a page;
- ``sconf``: words that one side lacks, F1 against the nearer annotator;
- ``qe_spans``: error spans of machine translations, F1 over characters, and alarms on translations without error;
- ``ted_mqm``: for each category of error, the share that a finding touches, and alarms on translations without error.

The first three judge a word by the estimator's log odds that it has no counterpart, the last two by findings.
Beside them stands the doubt of the word alignment alone. ``refresd`` takes seconds, the last two some 100 ms a pair.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.common import add_arguments, spread, write_json
from benchmarks.divergence import share
from polyglot_news import align_sentences
from polyglot_news.align.encoder import default_encoder
from polyglot_news.compare.model import Pair
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.verdict import judge
from polyglot_news.compare.words.estimator import Alone, estimate
from polyglot_news.compare.words.evidence import Side, evidence
from polyglot_news.text import Span, split_sentences

Row = dict[str, Any]
Scores = tuple[list[float], list[float]]  # by the estimator, by word alignment alone


def main() -> None:
    """Measure the sets that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--sets", nargs="*", default=list(SETS), choices=SETS)
    options = parser.parse_args()
    figures: dict[str, Any] = {}
    for name in options.sets:
        path = options.data / "divergence" / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        figures[name] = SETS[name](spread(rows, options.sample))
        print(name, "  ".join(f"{key} {value}" for key, value in figures[name].items()))
    write_json(options.json, figures)


def refresd(rows: list[Row]) -> dict[str, float]:
    """Measure the words of the pairs that differ in part."""
    gold: list[bool] = []
    scores: Scores = ([], [])
    for row in rows:
        if row["label3"] != "some_meaning_difference":
            continue
        for side in ("src", "tgt"):
            gold += [votes >= 2 for votes in row[f"{side}_votes"]]
        for kept, new in zip(scores, _words(row), strict=True):
            kept.extend(new[0] + new[1])
    return {
        "words": len(gold),
        "marked": share(gold),
        "AP": average_precision(scores[0], gold),
        "AP_alignment": average_precision(scores[1], gold),
        "best_F1": best_f1(scores[0], gold),
    }


def _words(row: Row) -> tuple[tuple[list[float], list[float]], tuple[list[float], list[float]]]:
    """Return the scores of the tokens of both sides of a pair, by the estimator and by word alignment."""
    official, rendering = row["pair"].split("-")
    texts = " ".join(row["src_tokens"]), " ".join(row["tgt_tokens"])
    spans = places(row["src_tokens"]), places(row["tgt_tokens"])
    pair = make_pair(texts[1], texts[0], rendering, official)
    found, aligned = estimate(pair), evidence(pair)
    if found is None or aligned is None:
        nothing = [0.0] * len(spans[0]), [0.0] * len(spans[1])
        return nothing, nothing
    return (
        ([_lonely(found.official, span) for span in spans[0]], [_lonely(found.rendering, span) for span in spans[1]]),
        ([_doubt(aligned.official, span) for span in spans[0]], [_doubt(aligned.rendering, span) for span in spans[1]]),
    )


def places(tokens: Sequence[str], offset: int = 0) -> list[Span]:
    """Return where each token stands in the tokens joined by spaces."""
    spans = []
    for token in tokens:
        spans.append(Span(offset, offset + len(token)))
        offset += len(token) + 1
    return spans


def _lonely(alone: Alone, span: Span) -> float:
    odds = alone.over(span)
    return -30.0 if odds is None else odds


def _doubt(side: Side, span: Span) -> float:
    inside = [i for i, word in enumerate(side.words) if word.overlap(span)]
    return max((float(side.doubt[i] * side.weight[i]) for i in inside), default=0.0)


def swissgov(rows: list[Row]) -> dict[str, float]:
    """Measure whole pages, each side by itself, and average."""
    precision: list[float] = []
    plain: list[float] = []
    correlation: list[float] = []
    for row in rows:
        for tokens, labels, scores in _page(row):
            kept = [k for k in range(len(tokens)) if labels[k] >= 0]
            gold = [labels[k] > 0 for k in kept]
            if not any(gold) or all(gold):
                continue
            precision.append(average_precision([scores[0][k] for k in kept], gold))
            plain.append(average_precision([scores[1][k] for k in kept], gold))
            correlation.append(spearman([scores[0][k] for k in kept], [labels[k] for k in kept]))
    return {
        "sides": len(precision),
        "AP": mean(precision),
        "AP_alignment": mean(plain),
        "spearman": mean(correlation),
    }


_UNLINKED = 10.0


def _page(row: Row) -> list[tuple[list[str], list[float], Scores]]:
    languages = row["pair"].split("-")
    sides = []
    for name, language in zip(("src", "tgt"), languages, strict=True):
        tokens = row[f"{name}_tokens"]
        text = " ".join(tokens)
        sides.append((tokens, row[f"{name}_labels"], text, places(tokens), split_sentences(text, language)))
    sentences = [[span.of(side[2]) for span in side[4]] for side in sides]
    scores = [[[_UNLINKED] * len(side[0]) for _ in range(2)] for side in sides]
    for link in align_sentences(*sentences, source_language=languages[0], target_language=languages[1]):
        if not link.source or not link.target:
            continue
        runs = [
            Span(side[4][part[0]].start, side[4][part[-1]].end)
            for side, part in zip(sides, (link.source, link.target), strict=True)
        ]
        pair = make_pair(runs[1].of(sides[1][2]), runs[0].of(sides[0][2]), languages[1], languages[0])
        _fill(pair, runs, [side[3] for side in sides], scores)
    return [(side[0], side[1], (one[0], one[1])) for side, one in zip(sides, scores, strict=True)]


def _fill(pair: Pair, runs: list[Span], spans: list[list[Span]], scores: list[list[list[float]]]) -> None:
    found, aligned = estimate(pair), evidence(pair)
    if found is None or aligned is None:
        return
    judges: list[tuple[Alone, Side]] = [(found.official, aligned.official), (found.rendering, aligned.rendering)]
    for k, (alone, side) in enumerate(judges):
        for i, span in enumerate(spans[k]):
            if span.overlap(runs[k]) == len(span):
                here = span.shift(-runs[k].start)
                scores[k][0][i] = _lonely(alone, here)
                scores[k][1][i] = _doubt(side, here)


def sconf(rows: list[Row]) -> dict[str, float]:
    """Find the words that the other side lacks, in pairs that are translations in part or in whole."""
    flags: list[bool] = []
    gold: list[bool] = []
    loudest: list[float] = []
    hits = claimed = wanted = 0
    for row in rows:
        if row["label"] not in {"partial", "sure"}:
            continue
        made = dict(row, src_tokens=row["src"].split(), tgt_tokens=row["tgt"].split())
        scores = _words(made)[0]
        flags.append(max(scores[0] + scores[1]) > 0)
        loudest.append(max(scores[0] + scores[1]))
        gold.append(row["label"] == "partial")
        if row["label"] == "partial":
            said = [{i for i, odds in enumerate(side) if odds > 0} for side in scores]
            best = max((_against(said, row, annotator) for annotator in (0, 1)), key=lambda one: one[0])
            hits, claimed, wanted = hits + best[0], claimed + best[1], wanted + best[2]
    right = sum(one and two for one, two in zip(flags, gold, strict=True))
    return {
        "pairs": len(gold),
        "partial_P": round(right / max(1, sum(flags)), 4),
        "partial_R": round(right / max(1, sum(gold)), 4),
        "AP": average_precision(loudest, gold),
        "words_F1": round(2 * hits / max(1, claimed + wanted), 4),
    }


def _against(said: list[set[int]], row: Row, annotator: int) -> tuple[int, int, int]:
    marked = [set(row["src_untranslated"][annotator]), set(row["tgt_untranslated"][annotator])]
    hits = sum(len(one & two) for one, two in zip(said, marked, strict=True))
    return hits, sum(map(len, said)), sum(map(len, marked))


def qe_spans(rows: list[Row]) -> dict[str, float]:
    """Hold the places of all findings against error spans."""
    hits = claimed = wanted = 0
    alarms: list[bool] = []
    serious: list[tuple[bool, bool]] = []
    for row in rows:
        flagged, spans, _ = _findings(row)
        marked = {i for span in row["spans"] for i in range(span["start"], span["end"])}
        said = {i for span in spans for i in range(span.start, span.end)}
        hits, claimed, wanted = hits + len(marked & said), claimed + len(said), wanted + len(marked)
        serious.append((flagged, any(span["severity"] == "major" for span in row["spans"])))
        if not row["spans"]:
            alarms.append(flagged)
    right = sum(one and two for one, two in serious)
    return {
        "characters_F1": round(2 * hits / max(1, claimed + wanted), 4),
        "major_P": round(right / max(1, sum(one for one, _ in serious)), 4),
        "major_R": round(right / max(1, sum(two for _, two in serious)), 4),
        "alarms": share(alarms),
    }


def ted_mqm(rows: list[Row]) -> dict[str, float]:
    """Count which errors a finding touches, by category."""
    touched: dict[str, list[bool]] = collections.defaultdict(list)
    alarms: list[bool] = []
    for row in rows:
        flagged, spans, official = _findings(row)
        for error in row["errors"]:
            here = official if error["side"] == "src" else spans
            place = Span(error["start"], error["end"])
            touched[error["category"].split("/")[-1]].append(any(span.overlap(place) for span in here))
        if not row["errors"]:
            alarms.append(flagged)
    common = sorted(touched.items(), key=lambda one: -len(one[1]))[:6]
    return {"alarms": share(alarms)} | {f"{name} ({len(flags)})": share(flags) for name, flags in common}


def _findings(row: Row) -> tuple[bool, list[Span], list[Span]]:
    """Return whether a translation is flagged, and where: in the translation, and in its source."""
    official, rendering = row["pair"].split("-")
    comparison = judge(make_pair(row["mt"], row["src"], rendering, official), encoder=default_encoder())
    places = [(finding.rendering, finding.official) for finding in comparison.divergences]
    return comparison.verdict != "faithful", [one for one, _ in places if one], [two for _, two in places if two]


def average_precision(scores: Sequence[float], gold: Sequence[bool]) -> float:
    """Return the mean precision at the rank of each positive, ties in the order of the text."""
    order = sorted(range(len(scores)), key=lambda k: -scores[k])
    right = 0
    total = 0.0
    for rank, k in enumerate(order, 1):
        if gold[k]:
            right += 1
            total += right / rank
    return round(total / max(1, right), 4)


def best_f1(scores: Sequence[float], gold: Sequence[bool]) -> float:
    """Return the F1 at the threshold where it is highest."""
    order = sorted(range(len(scores)), key=lambda k: -scores[k])
    right, best = 0, 0.0
    for rank, k in enumerate(order, 1):
        right += gold[k]
        best = max(best, 2 * right / (rank + sum(gold)))
    return round(best, 4)


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the rank correlation, ties by their mean rank."""
    import numpy as np

    ranks = []
    for values in (one, other):
        _, inverse, counts = np.unique(np.array(values), return_inverse=True, return_counts=True)
        ends = np.cumsum(counts)
        ranks.append((ends - (counts - 1) / 2)[inverse])
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def mean(values: Sequence[float]) -> float:
    """Return the mean."""
    return round(sum(values) / max(1, len(values)), 4)


SETS: dict[str, Callable[[list[Row]], dict[str, float]]] = {
    "refresd": refresd,
    "swissgov": swissgov,
    "sconf": sconf,
    "qe_spans": qe_spans,
    "ted_mqm": ted_mqm,
}

if __name__ == "__main__":
    main()
