"""Quote extraction: English news (PolNeAR), French novels (AADS), a Chinese novel (CSI), articles in three languages.

    python -m benchmarks.quotes [--data DIR] [--sample N] [--json FILE] [--show N]

All of it takes less than a minute. How the figures are counted:

- Contents are compared as sets of the letters and digits that they cover, so that marks, white space and final
  punctuation make no difference: the gold of PolNeAR and AADS keeps the marks in the content, ours leaves them out.
- ``exact``: the same set; ``iou50``: intersection over union >= 0.5; ``cover80``: >= 80 % of the gold is covered (the
  asymmetric measure of GenderGapTracker). Each prediction matches one gold quote at most.
- PolNeAR rows: ``all`` counts every attribution, indirect ones too, which are out of scope here (only what stands
  between marks, after a dialogue dash or in a set-off block is a content); ``direct`` those whose content holds a
  double quotation mark (or '' for one), mixed ones included; ``quoted`` those whose content is nothing but quotation;
  ``parts`` the quoted parts of all direct ones, each by itself. In ``quoted`` a prediction that overlaps a mixed quote
  counts neither way.
- Sources and cues are compared on the direct quotes whose content was found (cover of either by the other >= 0.8):
  exact, and sharing any character. The source of PolNeAR is what stands there (perhaps "he"), as our ``mention``;
  where we find no attribution at the quote, ``speaker`` answers.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import add_arguments, write_json
from polyglot_news.quotes import Quote, extract_quotes
from polyglot_news.text import Span

_QUOTED = re.compile(r"(?:[“\"”]|'')((?:[^“\"”']|'(?!'))+)(?:[“\"”]|'')?")


def letters(text: str, spans: Iterable[Sequence[int] | Span]) -> frozenset[int]:
    """Return the positions of the letters and digits that the spans cover."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def scores(hits: int, predicted: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1 in percent."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"P": round(100 * precision, 1), "R": round(100 * recall, 1), "F1": round(100 * f1, 1)}


def iou(gold: frozenset[int], predicted: frozenset[int]) -> float:
    """Intersection over union."""
    return len(gold & predicted) / len(gold | predicted) if gold or predicted else 0.0


def cover(gold: frozenset[int], predicted: frozenset[int]) -> float:
    """Share of the gold that is covered."""
    return len(gold & predicted) / len(gold) if gold else 0.0


MEASURES: dict[str, tuple[Callable[[frozenset[int], frozenset[int]], float], float]] = {
    "exact": (iou, 1.0),
    "iou50": (iou, 0.5),
    "cover80": (cover, 0.8),
}


def match(gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]], measure: str) -> dict[int, int]:
    """Pair gold and predicted contents one to one, the best pairs first."""
    score, least = MEASURES[measure]
    pairs = sorted(
        ((score(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if g & p), reverse=True
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for value, i, j in pairs:
        if value >= least and -i not in taken and -j not in used:
            taken[-i] = -j
            used.add(-j)
    return taken


class Tally:
    """Hits, predictions and gold items by measure."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]) -> None:
        """Count one text."""
        for measure in MEASURES:
            self.counts[measure, "hit"] += len(match(gold, predicted, measure))
            self.counts[measure, "predicted"] += len(predicted)
            self.counts[measure, "gold"] += len(gold)

    def report(self) -> dict[str, dict[str, float]]:
        """Return the scores of each measure."""
        return {m: scores(self.counts[m, "hit"], self.counts[m, "predicted"], self.counts[m, "gold"]) for m in MEASURES}


def read_lines(path: Path, sample: int | None) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:sample]]


def quoted_parts(text: str, content: Sequence[Sequence[int]]) -> list[frozenset[int]]:
    """Return what stands between double marks in a gold content."""
    parts = [letters(text, [(m.start(1), m.end(1))]) for s, e in content for m in _QUOTED.finditer(text, s, e)]
    return [part for part in parts if part]


def is_quoted(text: str, content: Sequence[Sequence[int]]) -> bool:
    """Whether every span of a gold content begins with a double mark, and the last one ends with one."""
    return all(text[s] in '“"”' for s, _ in content) and text[content[-1][1] - 1] in '“"”'


def has_doubled_marks(text: str, content: Sequence[Sequence[int]]) -> bool:
    """Whether a gold content holds ''two single marks'' for a double one, which the ``direct`` of the set overlooks."""
    return any("''" in text[s:e] for s, e in content)


def polnear(data: Path, sample: int | None, show: int) -> dict[str, Any]:
    """English political news."""
    tallies = {name: Tally() for name in ("all", "direct", "quoted", "parts")}
    attributed: dict[str, Counter[str]] = {"direct": Counter(), "quoted": Counter()}
    kinds: Counter[str] = Counter()
    for row in read_lines(data / "quotes/polnear.jsonl", sample):
        text = row["text"]
        quotes = extract_quotes(text, "en")
        statements = [quote for quote in quotes if quote.is_statement]
        predicted = [letters(text, quote.contents) for quote in statements]
        gold = row["quotes"]
        sets = [letters(text, quote["content"]) for quote in gold]
        direct = [i for i, quote in enumerate(gold) if quote["direct"] or has_doubled_marks(text, quote["content"])]
        pure = [i for i in direct if is_quoted(text, gold[i]["content"])]
        mixed = frozenset().union(*(sets[i] for i in direct if i not in pure))
        tallies["all"].add(sets, predicted)
        tallies["direct"].add([sets[i] for i in direct], predicted)
        tallies["quoted"].add([sets[i] for i in pure], [p for p in predicted if not p & mixed])
        pieces = [letters(text, [span]) for quote in statements for span in quote.contents]
        wanted = [part for i in direct for part in quoted_parts(text, gold[i]["content"])]
        tallies["parts"].add(wanted, pieces)
        for quote in quotes:
            inside = any(letters(text, quote.contents) & sets[i] for i in direct)
            kinds[f"{quote.kind} {'in' if inside else 'outside'}"] += 1
            if show and inside != quote.is_statement:
                show -= 1
                a, b = quote.contents[0].start, quote.contents[-1].end
                print(f"  {quote.kind}: {text[max(0, a - 80) : b + 60]!r}")
        for name, chosen in (("direct", direct), ("quoted", pure)):
            compare_attribution(
                text, [gold[i] for i in chosen], [sets[i] for i in chosen], statements, predicted, attributed[name]
            )
    figures: dict[str, Any] = {name: tally.report() for name, tally in tallies.items()}
    for name, counts in attributed.items():
        for role in ("source", "cue"):
            total = counts[f"{role} gold"]
            figures[f"{role} of {name}"] = {"n": total} | {
                how: round(100 * counts[f"{role} {how}"] / total, 1) if total else 0.0
                for how in ("exact", "overlap", "given")
            }
    figures["kinds (inside or outside a direct gold content)"] = dict(sorted(kinds.items()))
    return figures


def compare_attribution(
    text: str,
    gold: Sequence[dict[str, Any]],
    sets: Sequence[frozenset[int]],
    statements: Sequence[Quote],
    predicted: Sequence[frozenset[int]],
    counts: Counter[str],
) -> None:
    """Compare source and cue of the quotes whose content was found."""
    for quote, wanted in zip(gold, sets, strict=True):
        at = next((j for j, p in enumerate(predicted) if max(cover(wanted, p), cover(p, wanted)) >= 0.8), None)
        if at is None:
            continue
        counts["found"] += 1
        for role, answer in (("source", statements[at].mention or statements[at].speaker), ("cue", statements[at].cue)):
            truth = letters(text, quote[role])
            if not truth:
                continue
            given = letters(text, [answer]) if answer else frozenset()
            counts[f"{role} gold"] += 1
            counts[f"{role} given"] += bool(given)
            counts[f"{role} exact"] += truth == given
            counts[f"{role} overlap"] += bool(truth & given)


def aads(data: Path, sample: int | None) -> dict[str, Any]:
    """French novels: direct speech between marks and after dashes."""
    spans = Tally()
    hits = predicted_letters = gold_letters = 0
    by_text = {}
    for row in read_lines(data / "quotes/aads_fr.jsonl", sample):
        text = row["text"]
        predicted = [letters(text, [s]) for q in extract_quotes(text, "fr") if q.is_statement for s in q.contents]
        gold = [letters(text, [span]) for quote in row["quotes"] for span in quote["content"]]
        predicted = [p for p in predicted if p]
        gold = [g for g in gold if g]
        spans.add(gold, predicted)
        all_predicted, all_gold = frozenset().union(*predicted), frozenset().union(*gold)
        hits += len(all_predicted & all_gold)
        predicted_letters += len(all_predicted)
        gold_letters += len(all_gold)
        by_text[row["id"]] = scores(len(all_predicted & all_gold), len(all_predicted), len(all_gold))["F1"]
    return {
        "letters": scores(hits, predicted_letters, gold_letters),
        "spans": spans.report(),
        "letter F1 by text": by_text,
    }


def csi(data: Path, sample: int | None, show: int) -> dict[str, Any]:
    """A Chinese novel: who says the eleventh of 21 sentences."""
    right: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in read_lines(data / "quotes/csi_zh.jsonl", sample):
        sentences = row["sentences"]
        start = sum(len(sentence) + 1 for sentence in sentences[: row["quote"]])
        end = start + len(sentences[row["quote"]])
        text = "\n".join(sentences)
        inside = [q for q in extract_quotes(text, "zh") if any(start <= s.start < end for s in q.contents)]
        speaker = max(inside, key=lambda q: len(q.text)).speaker if inside else None
        answer = speaker.of(text) if speaker else None
        total[row["category"]] += 1
        answered[row["category"]] += answer is not None
        right[row["category"]] += answer in row["aliases"]
        if show and answer not in row["aliases"]:
            show -= 1
            around = sentences[row["quote"] - 2 : row["quote"] + 2]
            print(f"  {row['category']}: wanted {row['speaker']}, got {answer}: {' ¦ '.join(around)}")
    names = [*sorted(total), "overall"]
    for counts in (right, answered, total):
        counts["overall"] = sum(counts.values())
    return {
        name: {
            "n": total[name],
            "accuracy": round(100 * right[name] / total[name], 1),
            "answered": round(100 * answered[name] / total[name], 1),
            "accuracy of the answers": round(100 * right[name] / answered[name], 1) if answered[name] else 0.0,
        }
        for name in names
    }


def end_to_end(data: Path, sample: int | None) -> dict[str, Any]:
    """Articles around real sentences: is each quote covered by a statement, and what else is called a statement."""
    counts: Counter[tuple[str, str]] = Counter()
    for folder in sorted((data / "e2e").iterdir())[:sample]:
        text = (folder / "article.txt").read_text(encoding="utf-8")
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        language = gold["language"]
        statements = [quote for quote in extract_quotes(text) if quote.is_statement]
        counts[language, "gold"] += len(gold["quotes"])
        counts[language, "found"] += sum(any(q["quote"] in s.text for s in statements) for q in gold["quotes"])
        counts[language, "statements"] += len(statements)
        counts[language, "right"] += sum(any(q["quote"] in s.text for q in gold["quotes"]) for s in statements)
        counts[language, "speaker"] += sum(s.speaker is not None for s in statements)
    return {
        language: {
            "quotes": counts[language, "gold"],
            "found %": round(100 * counts[language, "found"] / counts[language, "gold"], 1),
            "precision %": round(100 * counts[language, "right"] / max(1, counts[language, "statements"]), 1),
            "with a speaker %": round(100 * counts[language, "speaker"] / max(1, counts[language, "statements"]), 1),
        }
        for language in sorted({language for language, _ in counts})
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--show", type=int, default=0, help="print the first N errors of each set")
    args = parser.parse_args()
    figures = {
        "polnear": polnear(args.data, args.sample, args.show),
        "aads_fr": aads(args.data, args.sample),
        "csi_zh": csi(args.data, args.sample, args.show),
        "e2e": end_to_end(args.data, args.sample),
    }
    for name, figure in figures.items():
        print(name)
        for row, values in figure.items():
            cells = values.items() if isinstance(values, dict) else [("", values)]
            shown = "  ".join(
                f"{key} {'/'.join(map(str, v.values())) if isinstance(v, dict) else v}" for key, v in cells
            )
            print(f"  {row:16} {shown}")
    write_json(args.json, figures)


if __name__ == "__main__":
    main()
