"""How good the translations are: BLEU, chrF and TER, numbers and names that survive, loops; beside other systems.

On NTREX (news) and the development half of FLORES (encyclopaedia), some 1,000 lines each; minutes for each direction.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import permutations, repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.common import add_arguments, write_json
from polyglot_news.text import fold_typography
from polyglot_news.translate import Translator

PAIRS = [f"{source}-{target}" for source, target in permutations(("en", "fr", "zh"), 2)]
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_NAME = re.compile(r"\b[A-Z][A-Za-zÀ-ÿ'’-]{2,}\b")
_TOKEN = re.compile(r"[\u3400-\u9fff]|\w+|[^\w\s]")
_LOOP = 4  # the same words so many times in a row


def main() -> None:
    """Print a table per test set."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--packages", type=Path, default=None, help="folder of packages (default: installed, embedded)")
    parser.add_argument("--pairs", nargs="*", default=PAIRS, choices=PAIRS, help="only these directions")
    options = parser.parse_args()

    translator = Translator(options.packages)
    figures: dict[str, Any] = {"packages": translator.signature, "sets": {}}
    # TER over Chinese characters takes a minute a system.
    pool = ProcessPoolExecutor(mp_context=get_context("spawn"))
    for pair in options.pairs:
        source, target = pair.split("-")
        for name, path, columns in _sets(options.data / "translation", source, target):
            rows = _read(path)[: options.sample]
            sources, references = ([row[column] for row in rows] for column in columns)
            outputs = {"polyglot_news": [item.text for item in translator.translate(sources, source, target)]}
            extra = options.data / "translation" / f"{name}_systems.{pair}.tsv"
            stored = _read(extra)[: options.sample] if extra.exists() else rows
            for system in (column for column in stored[0] if column.startswith("sys_")):
                outputs[system.removeprefix("sys_")] = [row[system] for row in stored]
            measured = pool.map(measure, repeat(sources), outputs.values(), repeat(references), repeat(target))
            table = dict(zip(outputs, measured, strict=True))
            _print(f"{name} {pair}, {len(rows)} lines", table)
            figures["sets"][f"{name}.{pair}"] = table
    print(figures["packages"])
    write_json(options.json, figures)


def measure(sources: list[str], outputs: list[str], references: list[str], target: str) -> dict[str, Any]:
    """All figures of one system on one set; the scores as sacrebleu gives them, shares from 0 to 1."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    bleu = BLEU(tokenize="zh" if target == "zh" else "13a")
    chrf, ter = CHRF(), TER(asian_support=target == "zh", normalized=target == "zh")
    figures: dict[str, Any] = {}
    for name, metric in (("BLEU", bleu), ("chrF", chrf), ("TER", ter)):
        figures[name] = round(metric.corpus_score(outputs, [references]).score, 2)
        figures[f"{name} signature"] = str(metric.get_signature())
    folded = [[_folded(text) for text in texts] for texts in (outputs, references)]
    figures["folded"] = round(bleu.corpus_score(folded[0], [folded[1]]).score, 2)
    figures["numbers"] = _copied(sources, outputs, references, _numbers)
    figures["names"] = _copied(sources, outputs, references, _names)
    loops = sum(loops_in(output) and not loops_in(text) for text, output in zip(sources, outputs, strict=True))
    figures["loops"] = round(loops / len(outputs), 4)
    return figures


def loops_in(text: str) -> bool:
    """Whether some one to six words stand four or more times in a row."""
    tokens = _TOKEN.findall(text)
    for size in range(1, 7):
        run = 0
        for index in range(size, len(tokens)):
            run = run + 1 if tokens[index] == tokens[index - size] else 0
            if run >= size * (_LOOP - 1) and tokens[index] not in {".", "-", "_", "*"}:
                return True
    return False


def _copied(
    sources: list[str], outputs: list[str], references: list[str], find: Callable[[str], Counter[str]]
) -> float:
    """Of what source and reference share, the part that the output has, too."""
    shared = found = 0
    for source, output, reference in zip(sources, outputs, references, strict=True):
        wanted = find(source) & find(reference)
        shared += sum(wanted.values())
        found += sum((wanted & find(output)).values())
    return round(found / shared, 4) if shared else float("nan")


def _numbers(text: str) -> Counter[str]:
    """Numbers as their digits, whatever separates them."""
    return Counter(re.sub(r"\D", "", match) for match in _NUMBER.findall(fold_typography(text)))


def _names(text: str) -> Counter[str]:
    return Counter(_NAME.findall(fold_typography(text)))


def _folded(text: str) -> str:
    """Quotation marks, apostrophes, spaces and widths made one, so that typography does not count."""
    text = fold_typography(text).replace("''", '"')
    text = re.sub(r'" ?([^"]*?) ?"', r'"\1"', text)
    return re.sub(r" ([;:!?%])", r"\1", text)


def _sets(folder: Path, source: str, target: str) -> list[tuple[str, Path, tuple[str, str]]]:
    sets = [("ntrex", folder / "ntrex.tsv", (source, target))]
    flores = folder / f"flores_dev.{source}-{target}.tsv"
    if flores.exists():
        sets.append(("flores_dev", flores, ("src", "ref")))
    return sets


def _read(path: Path) -> list[dict[str, str]]:
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def _print(title: str, table: dict[str, dict[str, Any]]) -> None:
    columns = ("BLEU", "folded", "chrF", "TER", "numbers", "names", "loops")
    print(title.ljust(34), *(f"{column:>8}" for column in columns))
    for system, figures in sorted(table.items(), key=lambda item: -item[1]["BLEU"]):
        cells = (
            f"{figures[column]:8.2f}" if column in columns[:4] else f"{figures[column]:8.3f}" for column in columns
        )
        print(f"  {system}".ljust(34), *cells)
    print()


if __name__ == "__main__":
    main()
