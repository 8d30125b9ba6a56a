"""Word alignment: alignment error rate on gold links (Och and Ney 2003), English-French and Chinese-English.

On the 448 pairs of ``wordalign/awesome.jsonl``: parliament (en-fr) and news (zh-en); some ten seconds.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from polyglot_news.align.words import align_words
from polyglot_news.text import Span


def place(tokens: list[str], language: str) -> tuple[str, list[Span]]:
    """Return tokens as a text, with their spans."""
    gap = 0 if language == "zh" else 1
    spans: list[Span] = []
    at = 0
    for token in tokens:
        spans.append(Span(at, at + len(token)))
        at += len(token) + gap
    return (" " * gap).join(tokens), spans


def main() -> None:
    """Print precision, recall and alignment error rate per language pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"), help="folder of the evaluation sets")
    parser.add_argument("--sample", type=int, help="only the first N sentence pairs of each language pair")
    parser.add_argument("--threshold", type=float, help="least probability of a link")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    arguments = parser.parse_args()
    items: dict[str, list[dict[str, object]]] = {}
    with (arguments.data / "wordalign" / "awesome.jsonl").open(encoding="utf-8") as file:
        for line in file:
            item = json.loads(line)
            items.setdefault(item["pair"], []).append(item)
    options = {} if arguments.threshold is None else {"threshold": arguments.threshold}
    results = {}
    print(f"{'pair':8} {'pairs':>6} {'AER':>6} {'prec.':>6} {'recall':>6} {'ms':>6}")
    for pair, rows in sorted(items.items()):
        source_language, target_language = pair.split("-")
        align_words("a", "a", source_language, target_language)
        found = sure_hits = all_hits = sure = 0
        start = time.perf_counter()
        for item in rows[: arguments.sample]:
            source_text, source_words = place(item["src"], source_language)  # type: ignore[arg-type]
            target_text, target_words = place(item["tgt"], target_language)  # type: ignore[arg-type]
            links = align_words(
                source_text, target_text, source_language, target_language,
                source_words=source_words, target_words=target_words, **options,
            )  # fmt: skip
            ours = {(link.source, link.target) for link in links}
            gold = {tuple(link) for link in item["sure"]}  # type: ignore[attr-defined]
            possible = gold | {tuple(link) for link in item["possible"]}  # type: ignore[attr-defined]
            found += len(ours)
            sure += len(gold)
            sure_hits += len(ours & gold)
            all_hits += len(ours & possible)
        spent = (time.perf_counter() - start) / len(rows[: arguments.sample]) * 1000
        results[pair] = {
            "pairs": len(rows[: arguments.sample]),
            "aer": 100 * (1 - (sure_hits + all_hits) / (found + sure)),
            "precision": 100 * all_hits / found,
            "recall": 100 * sure_hits / sure,
            "ms": spent,
        }
        print(
            f"{pair:8} {results[pair]['pairs']:6} "
            + " ".join(f"{results[pair][k]:6.1f}" for k in ("aer", "precision", "recall", "ms"))
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
