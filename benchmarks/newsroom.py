"""The main job on newspaper articles with free renderings: false alarms, alterations told, inventions told.

The articles in ``benchmarks/articles/``, their official texts and the persons in both are invented. Others than those
who wrote the rules wrote them to try the tool, and they were used to mend it afterwards, so the figures are no promise.
Those of ``--held-out`` (``benchmarks/articles/held_out/``) are: nobody mends anything by them, and nothing is fitted.
A quote is labelled "faithful", "altered", "cut" (true words that mislead without what was left out) or "invented". Of
what is altered, *right* counts a finding of the labelled kind, or of one that may tell the same. Where a statement
holds several of the labelled quotes, a finding counts for those whose words it is about. "Reported" are those that the
article tells in its own words, without quotation marks. All take three minutes, those held out two.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from benchmarks.common import spread, write_json
from polyglot_news import compare_article, read_document
from polyglot_news.compare.model import Divergence
from polyglot_news.report.model import Item, Report

FOLDER = Path(__file__).parent / "articles"
SERIOUS = {"critical", "major"}
# Kinds that tell the same of an alteration: a lost condition is an omission, and *few* for *many* a qualifier.
RIGHT = {
    "number": {"number", "qualifier"},
    "polarity": {"polarity", "meaning", "qualifier", "omission"},
    "modality": {"modality", "polarity", "qualifier", "omission", "meaning"},
    "qualifier": {"qualifier", "omission", "addition", "modality", "number", "polarity"},
    "omission": {"omission", "qualifier", "polarity", "modality"},
    "addition": {"addition", "qualifier", "name"},
    "meaning": {"meaning", "polarity", "modality", "qualifier", "addition", "omission", "name"},
    "name": {"name", "addition", "meaning", "omission"},
    "attribution": {"attribution"},
}


@attrs.frozen
class Labelled:
    """A quote of an article with its label.

    Attributes:
        quote: its words.
        truth: "faithful", "altered", "cut" or "invented".
        kind: what was altered or cut, a kind of divergence; None otherwise.
    """

    quote: str
    truth: str
    kind: str | None


def main() -> None:
    """Run over all articles and print the counts, and what went wrong with ``--errors``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=None, help="use only N articles, evenly spread")
    parser.add_argument("--json", type=Path, default=None, help="write the figures to this file")
    parser.add_argument("--held-out", action="store_true", help="use the articles that nothing was mended by")
    parser.add_argument("--errors", action="store_true", help="print each miss and false alarm")
    options = parser.parse_args()
    total: collections.Counter[str] = collections.Counter()
    for path in spread(articles(held_out=options.held_out), options.sample):
        total.update(score(path, errors=options.errors))
    for key, value in total.items():
        print(f"{key:28} {value}")
    write_json(options.json, dict(total))


def articles(*, held_out: bool = False) -> list[Path]:
    """Return the articles, in order."""
    return sorted((FOLDER / "held_out" if held_out else FOLDER).glob("*.article.txt"))


def number(article: Path) -> str:
    """Return the number of an article, with which the names of its files begin."""
    return article.name.partition(".")[0]


def officials_of(article: Path) -> list[Path]:
    """Return the official texts of an article."""
    return sorted(article.parent.glob(f"{number(article)}.official*.txt"))


def labelled(article: Path) -> Iterator[Labelled]:
    """Yield the labelled quotes of an article."""
    for line in article.with_name(f"{number(article)}.truth.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        yield Labelled(one["quote"], one["truth"], one["kind"])


def score(path: Path, *, errors: bool = False) -> collections.Counter[str]:
    """Compare one article and count what is right and wrong."""
    report = compare_article(read_document(path), [read_document(official) for official in officials_of(path)])
    counts: collections.Counter[str] = collections.Counter(articles=1)
    for one in labelled(path):
        truth, item = one.truth, find(report.items, one.quote)
        if item is None:
            truth, item = f"reported {truth}", find(report.reported, one.quote)
        if item is None:
            counts[f"{one.truth}: no quote"] += 1
            continue
        serious = [
            finding.divergence
            for finding in item.findings
            if finding.divergence.severity in SERIOUS and not _of_another(finding.divergence, one, item, report)
        ]
        kinds = {divergence.kind for divergence in serious}
        counts[truth] += 1
        counts[f"{truth}: not found"] += item.verdict == "unmatched"
        counts[f"{truth}: flagged"] += bool(serious)
        if one.kind is not None:
            counts[f"{truth}: right"] += not kinds.isdisjoint(RIGHT[one.kind])
        wrong = bool(serious) == (one.truth == "faithful") or (one.truth == "faithful" and item.verdict == "unmatched")
        if errors and one.truth != "invented" and wrong:
            print(f"{number(path)} {truth} {one.kind or ''} [{item.verdict}]: {one.quote}")
            for source in item.sources[:1]:
                print(f"    {source.similarity:.2f} {source.text}")
            for divergence in serious:
                print(f"    {divergence.kind} {divergence.confidence:.2f}: {divergence.reason}")
    return counts


def _of_another(divergence: Divergence, one: Labelled, item: Item, report: Report) -> bool:
    """Whether a finding is about words of a statement outside those of a quote that is only a part of it."""
    if divergence.rendering is None:
        return False
    statement, said = plain(item.quote.text), plain(divergence.rendering.of(report.article.text))
    quote, place = statement.find(plain(one.quote)), statement.find(said)
    if min(quote, place) < 0:
        return False
    return place + len(said) <= quote or place >= quote + len(plain(one.quote))


def find(items: Iterable[Item], quote: str) -> Item | None:
    """Return the item that holds a quote, or is held by it; signs and spaces do not count."""
    wanted = plain(quote)
    for item in items:
        there = plain(item.quote.text)
        if wanted in there or (len(there) > 3 and there in wanted):
            return item
    return None


def plain(text: str) -> str:
    """Return a text without signs and spaces."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


if __name__ == "__main__":
    main()
