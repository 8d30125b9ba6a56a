"""Anchors of comparison: recall on changed numbers and names, false alarms on human translations.

    python -m benchmarks.anchors [--data DIR] [--kind number|name] [--sample N] [--json FILE] [--show N]

Renderings are the translated side of human pairs (NTREX, FLORES) and of DEMETR and ContraTICO. Changes are made by a
seeded script: one digit, one number word, one scale word, one month or weekday; or one name of the shipped table
exchanged for another of its kind. All of it takes a few minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from polyglot_news.compare.model import Checker, Divergence, Pair
from polyglot_news.compare.names import NameChecker
from polyglot_news.compare.numbers import NumberChecker

CHECKERS: dict[str, Callable[[], Checker]] = {"number": NumberChecker, "name": NameChecker}
DEMETR_POSITIVES = {
    "number": ("critical_id10_numbers_replaced",),
    "name": ("critical_id9_ne_replaced", "critical_id25_ne_removed"),
}
SEED = 20240506


class Case(NamedTuple):
    """One rendering and the official text beside it."""

    rendering: str
    rendering_language: str
    official: str
    official_language: str


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a tab-separated file with a header."""
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def read_lines(path: Path) -> list[dict[str, str]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def human_sets(data: Path) -> Iterator[tuple[str, list[Case]]]:
    """Yield the sets of human translations, each with its name."""
    ntrex = read_table(data / "translation/ntrex.tsv")
    for source, target in (("en", "fr"), ("fr", "en"), ("en", "zh"), ("zh", "en"), ("fr", "zh"), ("zh", "fr")):
        yield f"ntrex {source}-{target}", [Case(row[target], target, row[source], source) for row in ntrex]
    french = {row["line"]: row for row in read_table(data / "translation/flores_dev.en-fr.tsv")}
    chinese = {row["line"]: row for row in read_table(data / "translation/flores_dev.en-zh.tsv")}
    yield "flores en-fr", [Case(row["ref"], "fr", row["src"], "en") for row in french.values()]
    yield "flores en-zh", [Case(row["ref"], "zh", row["src"], "en") for row in chinese.values()]
    both = sorted(french.keys() & chinese.keys(), key=int)
    yield "flores fr-zh", [Case(chinese[line]["ref"], "zh", french[line]["ref"], "fr") for line in both]
    demetr = read_lines(data / "divergence/demetr.jsonl")
    for side in ("reference", "mt"):
        for pair in ("fr-en", "zh-en"):
            texts = dict.fromkeys((row[side], row["src"]) for row in demetr if row["pair"] == pair)
            yield f"demetr {side} {pair}", [Case(text, "en", src, pair[:2]) for text, src in texts]
    contratico = read_lines(data / "divergence/contratico.jsonl")
    for pair in ("en-fr", "en-zh"):
        texts = dict.fromkeys((row["reference"], row["src"]) for row in contratico if row["pair"] == pair)
        yield f"contratico {pair}", [Case(text, pair[3:], src, "en") for text, src in texts]


_WORDS = {
    "en": [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "eighty",
    ],
    "fr": [
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "dix",
        "douze",
        "quinze",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
    ],
    "zh": ["两", "三", "四", "五", "六", "七", "八", "九"],
}
_SCALES = {
    "en": ("thousand", "million", "billion", "trillion"),
    "fr": ("milliers", "millions", "milliards"),
    "zh": ("万", "亿"),
}
_CALENDAR = {
    "en": (
        ["January", "February", "April", "June", "July", "August", "September", "October", "November", "December"],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ),
    "fr": (
        [
            "janvier",
            "février",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ),
    "zh": ([f"{n}月" for n in range(1, 13)], [f"周{c}" for c in "一二三四五六日"]),
}
_AFTER_ZH = "(?=[个名年天周次场家国位小])"


def change_digit(text: str, _language: str, choose: random.Random) -> str | None:
    """Change one digit of one number."""
    places = [m.start() for m in re.finditer(r"\d", text)]
    if not places:
        return None
    place = choose.choice(places)
    return text[:place] + choose.choice([d for d in "123456789" if d != text[place]]) + text[place + 1 :]


def change_word(text: str, language: str, choose: random.Random) -> str | None:
    """Exchange one number word for another."""
    return _exchange(text, _WORDS[language], language, choose, after=_AFTER_ZH if language == "zh" else "")


def change_scale(text: str, language: str, choose: random.Random) -> str | None:
    """Exchange million for billion and the like, after a figure."""
    before = r"(?<=\d)" if language == "zh" else r"(?<=\d )|(?<=\d\u00a0)"
    return _exchange(text, _SCALES[language], language, choose, before=f"(?:{before})")


def change_calendar(text: str, language: str, choose: random.Random) -> str | None:
    """Exchange one month or weekday for another."""
    months, weekdays = _CALENDAR[language]
    before = r"(?<!\d)" if language == "zh" else ""
    return _exchange(text, weekdays, language, choose) or _exchange(text, months, language, choose, before=before)


def _exchange(
    text: str,
    words: list[str] | tuple[str, ...],
    language: str,
    choose: random.Random,
    *,
    before: str = "",
    after: str = "",
) -> str | None:
    edge = "" if language == "zh" else r"\b"
    found = list(re.finditer(f"{before}{edge}(?:{'|'.join(sorted(words, key=len, reverse=True))}){edge}{after}", text))
    if not found:
        return None
    match = choose.choice(found)
    return text[: match.start()] + choose.choice([w for w in words if w != match.group()]) + text[match.end() :]


NUMBER_CHANGES = {"digit": change_digit, "word": change_word, "scale": change_scale, "calendar": change_calendar}


def swap_name(text: str, language: str, choose: random.Random) -> str | None:
    """Exchange one name of the shipped table for another of its kind."""
    from polyglot_news.names import find_names, table_names

    kinds = {"person", "place", "country", "body"}
    found = [n for n in find_names(text, language) if n.entry is not None and n.entry.kind in kinds]
    if not found:
        return None
    name = choose.choice(found)
    entry = name.entry
    if entry is None:
        return None
    surfaces = {
        form for e in table_names() for form in e.forms(language)[:1] if e.kind == entry.kind and e is not entry
    }
    new = choose.choice(sorted(surfaces))
    return text[: name.span.start] + new + text[name.span.end :]


def run(checker: Checker, case: Case) -> list[Divergence]:
    """Run one checker on one case."""
    pair = Pair(
        rendering=case.rendering,
        official=case.official,
        rendering_language=case.rendering_language,
        official_language=case.official_language,
    )
    return list(checker.check(pair))


def rate(hits: int, total: int) -> str:
    """Return a share in percent."""
    return f"{100 * hits / total:5.1f}%" if total else "    -"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"), help="folder of the evaluation sets")
    parser.add_argument("--kind", choices=sorted(CHECKERS), action="append", help="by default both")
    parser.add_argument("--sample", type=int, default=0, help="first N cases of each set")
    parser.add_argument("--show", type=int, default=0, help="print N errors of each set")
    parser.add_argument("--only", default="", help="sets whose name contains this")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    arguments = parser.parse_args()
    results = []
    for kind in arguments.kind or sorted(CHECKERS):
        checker = CHECKERS[kind]()
        print(f"{kind:8} {'set':34} {'cases':>6} {'any':>7} {'critical':>8}")
        for name, all_cases, positive in measured_sets(kind, arguments.data):
            if arguments.only not in name:
                continue
            cases = all_cases[: arguments.sample or None]
            found = [[d for d in run(checker, case) if d.severity != "minor"] for case in cases]
            flagged = sum(bool(f) for f in found)
            critical = sum(any(d.severity == "critical" for d in f) for f in found)
            print(f"{kind:8} {name:34} {len(cases):6} {rate(flagged, len(cases)):>7} {rate(critical, len(cases)):>8}")
            results.append({"kind": kind, "set": name, "cases": len(cases), "any": flagged, "critical": critical})
            wrong = [(c, f) for c, f in zip(cases, found, strict=True) if bool(f) != positive]
            for case, divergences in wrong[: arguments.show]:
                print("   R", case.rendering, "\n   O", case.official)
                for d in divergences:
                    print("      ", d.severity, d.confidence, d.reason)
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def measured_sets(kind: str, data: Path) -> Iterator[tuple[str, list[Case], bool]]:
    """Yield name, cases, and whether they are altered."""
    sets = list(human_sets(data))
    for name, cases in sets:
        yield f"faithful {name}", cases, False
    demetr = read_lines(data / "divergence/demetr.jsonl")
    for category in DEMETR_POSITIVES[kind]:
        for pair in ("fr-en", "zh-en"):
            rows = [row for row in demetr if row["category"] == category and row["pair"] == pair]
            yield f"altered {category[9:]} {pair}", [Case(r["perturbed"], "en", r["src"], pair[:2]) for r in rows], True
    changes = NUMBER_CHANGES if kind == "number" else {"swap": swap_name}
    for change, apply in changes.items():
        for name, cases in sets:
            if not name.startswith(("ntrex", "flores")):
                continue
            choose = random.Random(SEED)  # noqa: S311 — the seed makes the changes the same each time
            changed = []
            for case in cases:
                text = apply(case.rendering, case.rendering_language, choose)
                if text is not None and text != case.rendering:
                    changed.append(case._replace(rendering=text))
            yield f"altered {change} {name}", changed, True


if __name__ == "__main__":
    main()
