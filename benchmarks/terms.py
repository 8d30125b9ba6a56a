"""Do translations use the terms they are told to, and what does that cost?

    python -m benchmarks.terms --packages DIR [--sets NAME …] [--data DIR] [--sample N] [--json FILE]

On the sets of ``terminology/``: term success (share of the required terms of which an accepted form stands in the
output, as it is and lemmatised), BLEU and chrF, for three runs: without terms; with the terms of the set; and with
*random* terms, words of the source with what renders them in the reference, which tell help from noise. ``wmt23`` has
random terms of its own; for ``tico`` they are found by the model's attention for the reference, as many and as long as
the true ones. The first run gives two base rates, one for each kind of terms. The references of ``wmt23`` lack many
articles, so a leading article of a form need not be there. The peak is the most memory of the process so far: name one
set to see one direction.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import sacrebleu

from benchmarks.common import add_arguments, write_json
from polyglot_news.glossary import Glossary, Term
from polyglot_news.glossary.presence import find_forms
from polyglot_news.text import Span, fold_typography
from polyglot_news.translate.decoding import Decoding
from polyglot_news.translate.engine import open_engine
from polyglot_news.translate.packages import choose_package, find_packages
from polyglot_news.translate.step import Step
from polyglot_news.translate.terms import Wanted

SETS = ("tico_en-fr", "wmt23_zh-en")
_SPACED = re.compile(r"\s*(['’-])\s+|\s+(['’-])\s*")  # the sets' terms are tokenised in places: d' échantillons


@attrs.frozen(kw_only=True)
class Item:
    """One sentence.

    Attributes:
        source: the source.
        reference: its human translation.
        terms: the terms required in it, each with its accepted renderings.
        random: the terms of the control.
    """

    source: str
    reference: str
    terms: tuple[tuple[str, tuple[str, ...]], ...]
    random: tuple[tuple[str, tuple[str, ...]], ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser)
    parser.add_argument("--packages", type=Path, default=None, help="folder of Argos packages")
    parser.add_argument("--sets", nargs="*", choices=SETS, default=list(SETS))
    options = parser.parse_args()
    figures = {}
    for name in options.sets:
        source, target = name.rpartition("_")[2].split("-")
        engine = open_engine(choose_package(find_packages(options.packages), source, target))
        step = Step(engine=engine, decoding=Decoding(beam=engine.package.beam or Decoding().beam))
        items = list(_read(options.data / "terminology" / f"{name}.jsonl"))[: options.sample]
        if not any(item.random for item in items):
            items = _with_random_terms(items, step)
        figures[name] = _measure(name, items, step)
    write_json(options.json, figures)


def _read(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            yield Item(
                source=row["src"],
                reference=row["ref"],
                terms=_terms(row["terms"]),
                random=_terms(row.get("random_terms", [])),
            )


def _terms(rows: Sequence[dict[str, Any]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["src"], tuple(_SPACED.sub(r"\1\2", form) for form in row["tgt"])) for row in rows)


def _measure(name: str, items: Sequence[Item], step: Step) -> dict[str, Any]:
    print(f"\n{name}, {step.engine.package.name}: {sum(len(item.terms) for item in items)} terms in {len(items)} lines")
    print(f"{'':14}{'exact':>8}{'lemma':>8}{'random exact':>14}{'BLEU':>8}{'chrF':>8}{'seconds':>9}{'peak MiB':>10}")
    figures = {}
    for run in ("without", "terms", "random terms"):
        start = time.perf_counter()
        asked = [_wanted(item, run, step) for item in items]
        outputs = [done.text for done in step.run([item.source for item in items], also=asked)]
        seconds = time.perf_counter() - start
        target = step.engine.package.target
        figures[run] = {
            "exact": _success(items, outputs, target, exact=True),
            "lemmatised": _success(items, outputs, target, exact=False),
            "random_exact": _success(items, outputs, target, exact=True, control=True),
            "bleu": round(sacrebleu.corpus_bleu(outputs, [[item.reference for item in items]]).score, 2),
            "chrf": round(sacrebleu.corpus_chrf(outputs, [[item.reference for item in items]]).score, 2),
            "seconds": round(seconds, 1),
            "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }
        row = figures[run]
        print(
            f"{run:14}{row['exact']:>8.1%}{row['lemmatised']:>8.1%}{row['random_exact']:>14.1%}"
            f"{row['bleu']:>8}{row['chrf']:>8}{row['seconds']:>9}{row['peak_mib']:>10}"
        )
    return figures


def _wanted(item: Item, run: str, step: Step) -> list[Wanted]:
    """Return what a run asks of a sentence, wherever its terms stand in it."""
    if run == "without":
        return []
    source, target = step.engine.package.source, step.engine.package.target
    pairs = item.terms if run == "terms" else item.random
    glossary = Glossary(Term(forms={source: [form], target: renderings}) for form, renderings in pairs)
    return [Wanted(span=match.span, accepted=match.accepted(target)) for match in glossary.find(item.source, source)]


def _success(
    items: Sequence[Item], outputs: Sequence[str], target: str, *, exact: bool, control: bool = False
) -> float:
    found = total = 0
    for item, output in zip(items, outputs, strict=True):
        for _, forms in item.random if control else item.terms:
            total += 1
            found += _has(output, forms, target, exact=exact)
    return found / max(1, total)


def _has(output: str, forms: Sequence[str], target: str, *, exact: bool) -> bool:
    if not exact:
        return bool(find_forms(output, forms, target))
    text = " ".join(fold_typography(output).lower().split())
    plain = [fold_typography(form).lower() for form in forms]
    bare = [re.sub(r"^(?:a|an|the) ", "", form) if target == "en" else form for form in plain]
    return any(form in text for form in bare)


def _with_random_terms(items: Sequence[Item], step: Step) -> list[Item]:
    """Add random terms: stretches of words of the source, and what the attention for the reference says they became."""
    rng = random.Random(1)  # noqa: S311  (no secret)
    attentions = step.engine.attend([(item.source, item.reference) for item in items])
    changed = []
    for item, attention in zip(items, attentions, strict=True):
        words = [Span(*match.span()) for match in re.finditer(r"[^\W\d_]+", item.source)]
        chosen = []
        for form, _ in item.terms:
            size = len(form.split())
            starts = [
                start for start in range(len(words) - size + 1)
                if form not in item.source[words[start].start : words[start + size - 1].end]
            ]  # fmt: skip
            if not starts:
                continue
            start = rng.choice(starts)
            span = Span(words[start].start, words[start + size - 1].end)
            rendering = _rendering(item.reference, span, attention.source, attention.target, attention.weights)
            if rendering:
                chosen.append((span.of(item.source), (rendering,)))
        changed.append(attrs.evolve(item, random=tuple(chosen)))
    return changed


def _rendering(
    reference: str,
    span: Span,
    sources: Sequence[Span],
    targets: Sequence[Span],
    weights: Sequence[Sequence[float]],
) -> str:
    """Return the words of the reference that look at a stretch of the source more than at anything else."""
    columns = [index for index, place in enumerate(sources) if place.overlap(span)]
    rows = [
        target for target, row in zip(targets, weights, strict=True)
        if target and sum(row[column] for column in columns) > 0.5
    ]  # fmt: skip
    if not rows or rows[-1].end - rows[0].start > 3 * len(span) + 10:
        return ""
    start, end = rows[0].start, rows[-1].end
    while start > 0 and reference[start - 1].isalpha():
        start -= 1
    while end < len(reference) and reference[end].isalpha():
        end += 1
    return reference[start:end].strip(" ,.;:?!'’")


if __name__ == "__main__":
    main()
