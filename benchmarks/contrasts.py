"""Plain sentences that differ in one point, in three languages: which differences are told, and which are invented?

    python -m benchmarks.contrasts [--held-out] [--names NAME,…] [--show N]

Each line of ``contrasts/contrasts.tsv`` has a sentence and another one that contradicts it or says something else, both
in English, French and Chinese. In each of the six directions both are held against their own translations, which say
the same, and against each other's, which do not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import attrs

from benchmarks.anchors import read_table
from polyglot_news import compare
from polyglot_news.compare.model import Comparison
from polyglot_news.language import LANGUAGES

FOLDER = Path(__file__).parent / "contrasts"
HELD_OUT = "held_out"


@attrs.frozen(kw_only=True)
class Case:
    """Two sentences to compare, and whether they say the same."""

    name: str
    official: tuple[str, str]
    rendering: tuple[str, str]
    altered: bool


def cases(rows: Sequence[dict[str, str]]) -> Iterator[Case]:
    """Yield each pair of sentences of two languages, with its languages."""
    for row in rows:
        sides = [{language: row[language + end] for language in LANGUAGES} for end in ("", "_other")]
        for official, rendering in permutations(LANGUAGES, 2):
            for one in sides:
                for other in sides:
                    yield Case(
                        name=row["name"],
                        official=(one[official], official),
                        rendering=(other[rendering], rendering),
                        altered=one is not other,
                    )


def compared(case: Case) -> Comparison:
    """Run the library on a case."""
    (official, official_language), (rendering, rendering_language) = case.official, case.rendering
    return compare(rendering, official, rendering_language=rendering_language, official_language=official_language)


def main() -> None:
    """Print how many differences are told, and how many are invented, by direction."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="by those on which nothing was mended")
    parser.add_argument("--names", help="only these, parted by commas")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many that were judged wrongly")
    options = parser.parse_args()
    rows = read_table(FOLDER / (HELD_OUT if options.held_out else "") / "contrasts.tsv")
    if options.names:
        rows = [row for row in rows if row["name"] in options.names.split(",")]
    told: dict[tuple[str, bool], list[bool]] = {}
    left = options.show
    for case in cases(rows):
        found = compared(case)
        flagged = found.verdict == "divergent"
        for direction in (f"{case.official[1]}-{case.rendering[1]}", "all"):
            told.setdefault((direction, case.altered), []).append(flagged)
        if flagged != case.altered and left:
            left -= 1
            reasons = "; ".join(one.reason for one in found.divergences)
            print("missed" if case.altered else "invented", case.name, case.official, case.rendering, reasons)
    for direction in dict.fromkeys(direction for direction, _ in told):
        right, wrong = told[direction, True], told[direction, False]
        print(
            f"{direction:6} told {sum(right)} of {len(right)} ({sum(right) / len(right):.0%}), "
            f"invented {sum(wrong)} of {len(wrong)} ({sum(wrong) / len(wrong):.1%})"
        )


if __name__ == "__main__":
    main()
