"""How well sentences are told apart: the joined sentences of aligned texts are split again.

Sentences are joined by a space, in Chinese by nothing. Headlines without a final stop count as missed, for nothing in
one line tells them. sentencex and pysbd are measured beside, on the same texts, where they are installed.

On novels (``mac``, ``transread``), news (NTREX) and UN documents; seconds, with the other splitters minutes.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import importlib.util
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.common import add_arguments, write_json
from polyglot_news.text import split_sentences

Splitter = Callable[[str, str], set[int]]


def main() -> None:
    """Print precision, recall and F1 of the sentence ends by splitter, set and language."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--errors", type=int, default=0, help="print this many errors of each set")
    options = parser.parse_args()
    documents = list(_documents(options.data))[: options.sample]
    figures: dict[str, Any] = {}
    for name, splitter in _splitters().items():
        counts: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0, 0, 0.0, 0])
        for group, language, sentences in documents:
            text, gold = _joined(sentences, language)
            began = time.perf_counter()
            found = splitter(text, language)
            row = counts[group, language]
            row[3] += time.perf_counter() - began
            row[4] += len(text)
            for position, value in enumerate((len(gold & found), len(gold), len(found))):
                row[position] += value
            if name == "own":
                for kind, ends in (("missed", gold - found), ("wrong", found - gold)):
                    for end in sorted(ends)[: options.errors]:
                        print(f"{kind} {group} {language}: {text[max(0, end - 50) : end]} | {text[end : end + 30]}")
        for (group, language), (right, gold_count, found_count, seconds, characters) in sorted(counts.items()):
            precision, recall = right / max(1, found_count), right / gold_count
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            figures[f"{name} {group} {language}"] = {"precision": precision, "recall": recall, "f1": f1}
            print(
                f"{name:10}{group:10} {language}  P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"
                f"  {gold_count:5.0f} sentences  {characters / 1e6 / seconds:7.2f} MB/s"
            )
    write_json(options.json, figures)


def _documents(data: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the set, the language and the sentences of each document."""
    for name in ("mac", "transread"):
        for line in (data / "alignment" / f"{name}.jsonl").read_text("utf-8").splitlines():
            document = json.loads(line)
            for language, side in zip(document["pair"].split("-"), ("src", "tgt"), strict=True):
                yield name, language, document[side]
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with (data / "translation" / "ntrex.tsv").open(encoding="utf-8", newline="\n") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for language in ("en", "fr", "zh"):
                lines[row["doc"]][language].append(row[language].strip())
    for sides in lines.values():
        for language, sentences in sides.items():
            yield "ntrex", language, sentences
    for path in sorted(data.glob("e2e/*/official.*.txt")):
        sentences = [line.strip() for line in path.read_text("utf-8").split("\n") if line.strip()]
        yield "un", path.suffixes[-2][1:], sentences


def _joined(sentences: list[str], language: str) -> tuple[str, set[int]]:
    glue = "" if language == "zh" else " "
    ends, position = set(), -len(glue)
    for sentence in sentences:
        position += len(glue) + len(sentence)
        ends.add(position)
    return glue.join(sentences), ends


def _splitters() -> dict[str, Splitter]:
    splitters: dict[str, Splitter] = {"own": lambda text, language: {s.end for s in split_sentences(text, language)}}
    if importlib.util.find_spec("sentencex"):
        splitters["sentencex"] = _sentencex
    if importlib.util.find_spec("pysbd"):
        splitters["pysbd"] = _pysbd
    return splitters


def _sentencex(text: str, language: str) -> set[int]:
    ends, position = set(), 0
    for sentence in importlib.import_module("sentencex").segment(language, text):
        stripped = sentence.strip()
        position = text.find(stripped, position) + len(stripped)
        ends.add(position)
    return ends


def _pysbd(text: str, language: str) -> set[int]:
    segmenter = importlib.import_module("pysbd").Segmenter(language=language, clean=False, char_span=True)
    return {span.start + len(span.sent.rstrip()) for span in segmenter.segment(text)}


if __name__ == "__main__":
    main()
