"""The main job on articles around real UN sentences: quotes found, passages right, divergences right.

A quote is *found* when an extracted statement covers it; its *passage* is right when one of the first three official
passages is, is part of, or contains the gold line; an altered quote with a critical or major divergence is a hit, an
unaltered or partial one with such a divergence a false alarm; *kind* counts the hits with one of the gold kind.
The 40 articles take three or four minutes.
"""

from __future__ import annotations

import argparse
import collections
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.common import add_arguments, write_json
from polyglot_news import compare_article, read_document
from polyglot_news.report.model import Item, Report

SERIOUS = {"critical", "major"}


def main() -> None:
    """Run over all articles, print the table, and list what went wrong with ``--errors``."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--errors", action="store_true", help="print each miss and false alarm")
    options = parser.parse_args()
    folders = sorted(path.parent for path in (options.data / "e2e").glob("*/gold.json"))[: options.sample]
    if not folders:
        parser.error(f"no data at {options.data / 'e2e'}")
    total: collections.Counter[str] = collections.Counter()
    started = time.perf_counter()
    for folder in folders:
        total.update(score(folder, errors=options.errors))
    seconds = time.perf_counter() - started
    result = summarise(total) | {"articles": len(folders), "seconds_per_article": round(seconds / len(folders), 2)}
    for key, value in result.items():
        print(f"{key:28} {value}")
    for key in sorted(total):
        if ":" in key:
            print(f"{key:28} {total[key]}")
    write_json(options.json, result)


def score(folder: Path, *, errors: bool = False) -> collections.Counter[str]:
    """Compare one article and count what is right and wrong."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    officials = [read_document(path) for path in sorted(folder.glob("official.*.txt"))]
    report = compare_article(read_document(folder / "article.txt"), officials)
    counts: collections.Counter[str] = collections.Counter(statements=len(report.items))
    for quote in gold["quotes"]:
        counts["quotes"] += 1
        item = find(report, quote["quote"])
        kind = quote["altered"] or ("partial" if quote["partial"] else "faithful")
        counts[f"all:{kind}"] += 1
        if item is None:
            counts["missed_altered"] += bool(quote["altered"])
            if errors:
                print(f"NOT FOUND {folder.name}: {quote['quote']}")
            continue
        counts["found"] += 1
        counts["passage"] += passage_is_right(item, report, quote["official_line"])
        serious = [finding.divergence for finding in item.findings if finding.divergence.severity in SERIOUS]
        if quote["altered"]:
            counts["hit" if serious else "missed_altered"] += 1
            counts[f"hit:{kind}"] += bool(serious)
            counts["kind"] += any(divergence.kind == quote["altered"] for divergence in serious)
        else:
            counts["false_alarm"] += bool(serious)
            counts[f"alarm:{kind}"] += bool(serious)
        counts[f"hint only:{kind}"] += bool(item.hints) and not serious
        if errors and bool(serious) != bool(quote["altered"]):
            print(f"{'MISS' if quote['altered'] else 'ALARM'} {folder.name} {kind} [{item.verdict}]: {quote['quote']}")
            for source in item.sources[:2]:
                print(f"    {source.similarity:.2f} {source.text}")
            for divergence in serious:
                print(f"    {divergence.kind} {divergence.confidence:.2f}: {divergence.reason}")
    return counts


def find(report: Report, quote: str) -> Item | None:
    """Return the statement that covers the quote, white space and closing stops aside."""
    wanted = squeeze(quote)
    return next((item for item in report.items if wanted in squeeze(item.quote.text)), None)


def squeeze(text: str) -> str:
    """Drop white space and the stops at the end."""
    return "".join(text.split()).rstrip(".,。，;；")


def passage_is_right(item: Item, report: Report, line: int) -> bool:
    """Whether one of the first three passages of any official text is, is part of, or contains the gold line."""
    wanted = [official.text.split("\n")[line] for official in report.officials]
    return any(
        squeeze(source.text) in squeeze(wanted[source.document])
        or squeeze(wanted[source.document]) in squeeze(source.text)
        for source in item.sources[:3]
    )


def summarise(total: collections.Counter[str]) -> dict[str, Any]:
    """Turn counts into the figures of the README."""
    alarms, hits, missed = total["false_alarm"], total["hit"], total["missed_altered"]
    precision = hits / max(1, hits + alarms)
    recall = hits / max(1, hits + missed)
    return {
        "quotes_found": round(total["found"] / total["quotes"], 4),
        "statements_per_quote": round(total["statements"] / total["quotes"], 3),
        "passage_right": round(total["passage"] / total["quotes"], 4),
        "divergence_precision": round(precision, 4),
        "divergence_recall": round(recall, 4),
        "divergence_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "kind_right": round(total["kind"] / max(1, hits), 4),
    }


if __name__ == "__main__":
    main()
