"""How often the language and the script of a text are told right, by label and length of the text.

On 7,200 lines of news in 12 languages, cut to so many words (``langid.tsv``); some ten seconds.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import defaultdict

from benchmarks.common import add_arguments, write_json
from polyglot_news.language import detect_language

LENGTHS = ("3", "4", "5", "8", "10", "16", "full")


def main() -> None:
    """Print the accuracy per label and length, and the calibration of the confidence."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--errors", type=int, default=0, help="print this many errors")
    options = parser.parse_args()

    with (options.data / "langid.tsv").open(encoding="utf-8", newline="\n") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[: options.sample]
    language: dict[tuple[str, str], list[bool]] = defaultdict(list)
    script: dict[tuple[str, str], list[bool]] = defaultdict(list)
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    errors = []
    detect_language("warm up")
    detect_language("熱身")
    began = time.perf_counter()
    detections = [detect_language(row["text"]) for row in rows]
    seconds = time.perf_counter() - began
    for row, detection in zip(rows, detections, strict=True):
        gold, _, gold_script = row["label"].partition("-")
        right = detection.language == ("und" if gold == "other" else gold)
        key = (row["label"], row["n_units"])
        language[key].append(right)
        if gold_script:
            script[key].append(right and detection.script == gold_script)
        bins[min(9, int(detection.confidence * 10))].append((detection.confidence, right))
        if not right:
            errors.append(f"{row['lang']}\t{row['n_units']}\t{detection}\t{row['text'][:70]}")

    figures: dict[str, dict[str, float]] = {}
    print("label".ljust(22), *(f"{length:>6}" for length in LENGTHS))
    for title, table in (("", language), (" (script)", script)):
        for label in sorted({label for label, _ in table}):
            line = {n: sum(table[label, n]) / len(table[label, n]) for n in LENGTHS if (label, n) in table}
            figures[label + title] = line
            print((label + title).ljust(22), *(f"{100 * line[n]:6.1f}" if n in line else " " * 6 for n in LENGTHS))
    longer = [r for (_, n), all_right in language.items() if n in {"5", "8", "10", "16", "full"} for r in all_right]
    short = [r for (_, n), all_right in language.items() if n in {"3", "4"} for r in all_right]
    macro = sum(sum(line.values()) / len(line) for label, line in figures.items() if "(" not in label)
    macro /= sum("(" not in label for label in figures)
    print(f"five words (eight characters) or more: {100 * sum(longer) / len(longer):.2f} %")
    print(f"three words (four characters): {100 * sum(short) / len(short):.2f} %; macro average {100 * macro:.2f} %")
    print("confidence, share right, items:")
    total = gap = 0.0
    for number, members in sorted(bins.items()):
        mean = sum(confidence for confidence, _ in members) / len(members)
        share = sum(right for _, right in members) / len(members)
        total += len(members)
        gap += abs(mean - share) * len(members)
        print(f"  {number / 10:.1f}-{(number + 1) / 10:.1f}: {mean:.3f} {share:.3f} {len(members)}")
    print(f"expected calibration error {gap / total:.3f}; {len(rows) / seconds:.0f} texts/s")
    for error in errors[: options.errors]:
        print(error)
    write_json(options.json, {"accuracy": figures, "calibration error": gap / total})


if __name__ == "__main__":
    main()
