"""The operator checkers: false alarms on human translations, recall on altered ones.

False alarms: NTREX (human translations of news), DEMETR and ContraTICO (correct translations, human references,
synonyms), the unaltered quotes of the end-to-end articles, and UN documents. Recall: the negation and antonyms of
DEMETR, ContraTICO's alterations, the altered quotes of the end-to-end articles, and alterations by rule
(``benchmarks.alterations``) of NTREX and UN lines, both ways between the three languages. An alarm is a divergence of
the checker's threshold or more. Some 40 ms a pair, and thousands of pairs: ``--sample`` keeps some of each set.

``--fit`` fits the weights of the checkers on parallel corpora (no set of ``--data`` is read), draws them towards the
free renderings of ``training/renderings/``, and writes them.
"""

from __future__ import annotations

import argparse
import collections
import json
import lzma
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from benchmarks.alterations import alterations
from benchmarks.common import add_arguments, write_json
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.suspects import ALARM
from polyglot_news.compare.weights.operators import SUSPECTS

PAIRS = (("en", "fr"), ("en", "zh"), ("fr", "zh"))
UN_LINES = 960  # the first half of the file: the other half is kept for held-out articles
SEED = 7


@attrs.frozen(kw_only=True)
class Case:
    """A pair of texts to look at.

    Attributes:
        group: the line of the table that it counts in.
        official: the official text and its language.
        rendering: the rendering and its language.
        altered: what was altered, or None: a faithful rendering.
    """

    group: str
    official: tuple[str, str]
    rendering: tuple[str, str]
    altered: str | None


def main() -> None:
    """Measure, or fit the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument(
        "--corpora", type=Path, default=Path("../shared/corpora"), help="folder of the parallel corpora"
    )
    parser.add_argument("--fit", action="store_true", help="fit the weights on the corpora and write them")
    parser.add_argument(
        "--no-context", action="store_true", help="align words by the lexicons alone: five times as fast"
    )
    options = parser.parse_args()
    if options.fit:
        from benchmarks.operator_renderings import adapt
        from benchmarks.operator_weights import fit

        fit(options.corpora)
        adapt()
        return
    groups: dict[str, list[Case]] = collections.defaultdict(list)
    for case in cases(options.data, options.corpora):
        groups[case.group].append(case)
    figures: dict[str, Any] = {}
    seconds = looked = 0.0
    for group, members in groups.items():
        rng = random.Random(SEED)  # noqa: S311 (a seeded sample, no key)
        chosen = members if options.sample is None else rng.sample(members, min(len(members), options.sample))
        flags: collections.Counter[str] = collections.Counter()
        for case in chosen:
            pair = make_pair(case, in_context=not options.no_context)
            started = time.perf_counter()
            flags.update(alarms(pair))
            seconds += time.perf_counter() - started
            looked += 1
        figures[group] = {name: round(100 * flags[name] / len(chosen), 2) for name in [*SUSPECTS, "any"]}
        figures[group]["pairs"] = len(chosen)
    show(figures)
    print(f"{1000 * seconds / looked:.2f} ms a pair for all four checkers, words aligned")
    write_json(options.json, figures)


def alarms(pair: Pair) -> set[str]:
    """Return the names of the checkers that raise an alarm, and "any" if one does."""
    found = {
        name for name, find in SUSPECTS.items() if any(suspect.confidence(name) >= ALARM for suspect in find(pair))
    }
    return found | {"any"} if found else found


def make_pair(case: Case, *, in_context: bool) -> Pair:
    """Segment and align a case."""
    from polyglot_news.align.words import align_words, segment

    (rendering, one), (official, other) = case.rendering, case.official
    words = segment(rendering, one), segment(official, other)
    links = align_words(
        rendering, official, one, other, source_words=words[0], target_words=words[1], in_context=in_context
    )
    return Pair(
        rendering=rendering,
        official=official,
        rendering_language=one,
        official_language=other,
        rendering_words=words[0],
        official_words=words[1],
        links=links,
    )


def cases(data: Path, corpora: Path) -> Iterator[Case]:
    """Yield the cases of every set that is there."""
    yield from _ntrex(data / "translation" / "ntrex.tsv")
    yield from _demetr(data / "divergence" / "demetr.jsonl")
    yield from _contratico(data / "divergence" / "contratico.jsonl")
    yield from _articles(data / "e2e")
    for source, target in PAIRS:
        path = corpora / f"{source}-{target}" / "un-devset.tsv.xz"
        if path.exists():
            yield from _bitext("un", list(read_corpus(path, UN_LINES)), source, target)


def read_corpus(path: Path, most: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a compressed corpus, the first ``most`` lines."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines):
            if number == most:
                return
            source, target = line.rstrip("\n").split("\t")[:2]
            yield source, target


def _ntrex(path: Path) -> Iterator[Case]:
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns = lines[0].split("\t")
    rows = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]
    for source, target in PAIRS:
        yield from _bitext("ntrex", [(row[source], row[target]) for row in rows], source, target)


def _bitext(name: str, rows: Sequence[tuple[str, str]], source: str, target: str) -> Iterator[Case]:
    """Yield human translations as faithful, and each side altered against the other as altered."""
    rng = random.Random(SEED)  # noqa: S311 (a seeded sample, no key)
    for one, other in rows:
        yield Case(group=f"- {name} {source}-{target}", official=(one, source), rendering=(other, target), altered=None)
    for one, other in rows[:500]:
        for official, rendering in (((one, source), (other, target)), ((other, target), (one, source))):
            made = list(alterations(*rendering, rng))
            rng.shuffle(made)
            for alteration in made[:2]:
                yield Case(
                    group=f"+ {alteration.kind} {name} {official[1]}-{rendering[1]}",
                    official=official,
                    rendering=(alteration.text, rendering[1]),
                    altered=alteration.kind,
                )


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _demetr(path: Path) -> Iterator[Case]:
    rows = _rows(path)
    yield from _faithful("demetr mt", rows, "mt")
    yield from _faithful("demetr reference", rows, "reference")
    for category, name in (("critical_id8_negation", "negation"), ("critical_id7_antonym", "antonym")):
        chosen = [row for row in rows if row["category"] == category]
        yield from _faithful(f"demetr {name}", chosen, "perturbed", altered=name)


def _contratico(path: Path) -> Iterator[Case]:
    rows = _rows(path)
    yield from _faithful("contratico reference", rows, "reference")
    yield from _faithful("contratico synonym", [row for row in rows if row["category"] == "synonym"], "perturbed")
    chosen = [row for row in rows if row["category"] == "alteration"]
    yield from _faithful("contratico alteration", chosen, "perturbed", altered="alteration")


def _faithful(name: str, rows: Iterable[dict[str, Any]], field: str, altered: str | None = None) -> Iterator[Case]:
    for pair, official, rendering in dict.fromkeys((row["pair"], row["src"], row[field]) for row in rows):
        source, target = pair.split("-")
        sign = "+" if altered else "-"
        yield Case(
            group=f"{sign} {name} {pair}", official=(official, source), rendering=(rendering, target), altered=altered
        )


def _articles(folder: Path) -> Iterator[Case]:
    for gold_path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        for path in sorted(gold_path.parent.glob("official.*.txt")):
            lines = path.read_text(encoding="utf-8").split("\n")
            language = path.suffixes[0].removeprefix(".")
            for quote in gold["quotes"]:
                kind = quote["altered"] or ("partial" if quote["partial"] else "faithful")
                sign = "+" if quote["altered"] in {"polarity", "modality", "qualifier"} else "-"
                if quote["altered"] and sign == "-":
                    continue
                yield Case(
                    group=f"{sign} e2e {kind}",
                    official=(lines[quote["official_line"]], language),
                    rendering=(quote["quote"], gold["language"]),
                    altered=quote["altered"],
                )


def show(figures: dict[str, Any]) -> None:
    """Print the table: percent of the pairs with an alarm of each checker."""
    columns: list[str] = [*SUSPECTS, "any"]
    print(f"{'% of pairs with an alarm':40}{'pairs':>7}" + "".join(f"{name:>11}" for name in columns))
    for group in sorted(figures):
        row = figures[group]
        print(f"{group:40}{row['pairs']:7}" + "".join(f"{row[name]:11.2f}" for name in columns))
    total: dict[str, float] = collections.defaultdict(float)
    for group, row in figures.items():
        if group.startswith("-"):
            total["pairs"] += row["pairs"]
            for name in columns:
                total[name] += row[name] * row["pairs"] / 100
    row = {name: 100 * total[name] / max(1, total["pairs"]) for name in columns}
    print(f"{'all faithful pairs':40}{total['pairs']:7.0f}" + "".join(f"{row[name]:11.2f}" for name in columns))


if __name__ == "__main__":
    main()
