"""Official texts and what newspapers quote of them: passages found, false alarms, alterations told, inventions refused.

The texts in ``benchmarks/officials/`` and their quotes are invented, by others than those who wrote the rules: whole
sentences and pieces of some, close and free, copies with one change that misleads, and statements on the same subject
that nobody makes in the text. Each quote is searched by itself, without the article that would be around it, and the
findings are those of ``compare`` on the passage, be it doubtful. The verdict was fitted on these; by those of
``--held-out`` nothing is mended, and nothing is fitted; they take two minutes.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import attrs

from benchmarks.common import spread
from benchmarks.renderings import judged, summed
from polyglot_news import compare
from polyglot_news.align.model import Passage
from polyglot_news.align.passages import find_all_passages
from polyglot_news.article.said import said_in
from polyglot_news.documents import Document, document_from_text
from polyglot_news.text import Span

FOLDER = Path(__file__).parent / "officials"


@attrs.frozen(kw_only=True)
class Quoted:
    """A quote.

    Attributes:
        text: its words.
        place: what it renders; None for what nobody says in the text.
        origin: the number of the faithful quote that it is, or was made from.
        kind: what was altered, a kind of divergence or "tense" or "direction"; None if nothing was.
    """

    text: str
    place: Span | None
    origin: int
    kind: str | None

    def right(self, passages: list[Passage]) -> Passage | None:
        """Return the first passage, if it is the right one."""
        return passages[0] if passages and self.place and passages[0].span.overlap(self.place) else None


@attrs.frozen(kw_only=True)
class Official:
    """An official text with its quotes, all in one other language."""

    document: Document
    language: str
    quotes: tuple[Quoted, ...]

    def found(self) -> list[list[Passage]]:
        """Return the passages behind each quote."""
        return find_all_passages([one.text for one in self.quotes], self.document, language=self.language)


def main() -> None:
    """Run over all texts and print the counts, and what went wrong with ``--errors``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=None, help="use only N texts of a file, evenly spread")
    parser.add_argument("--json", type=Path, default=None, help="write the figures to this file")
    parser.add_argument("--held-out", action="store_true", help="use the texts that nothing was fitted on")
    parser.add_argument("--errors", action="store_true", help="print each miss and false alarm")
    options = parser.parse_args()
    texts = [
        official for path in files(held_out=options.held_out) for official in spread(list(read(path)), options.sample)
    ]
    with ProcessPoolExecutor() as pool:
        summed(pool.map(score, texts), options.json, errors=options.errors)


def files(*, held_out: bool = False) -> list[Path]:
    """Return the files, in order."""
    return sorted((FOLDER / "held_out" if held_out else FOLDER).glob("*.jsonl"))


def read(path: Path) -> Iterator[Official]:
    """Yield the texts of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text, spans = "", []
        for place, sentence in enumerate(row["sentences"]):
            text += "\n" if place in row["paragraphs"] else "" if row["source"] == "zh" else " "
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
        yield Official(
            document=document_from_text(text, language=row["source"], name=f"{path.stem}.{number}"),
            language=row["target"],
            quotes=tuple(
                Quoted(
                    text=one["text"],
                    place=Span(spans[one["first"]].start, spans[one["last"]].end) if "first" in one else None,
                    origin=one.get("from", place),
                    kind=one.get("kind"),
                )
                for place, one in enumerate(row["quotes"])
            ),
        )


def score(official: Official) -> tuple[collections.Counter[str], list[str]]:
    """Find and compare all quotes of a text; return the counts, and in words what is wrong."""
    counts: collections.Counter[str] = collections.Counter(texts=1)
    errors = []
    for one, passages in zip(official.quotes, official.found(), strict=True):
        best = passages[0]
        group = "absent" if one.place is None else f"altered {one.kind}" if one.kind else "faithful"
        counts[group] += 1
        counts[f"{group}: claimed"] += best.matched
        if one.place is None:
            continue
        counts[f"{group}: another claimed"] += best.matched and one.right(passages) is None
        if not best.matched:
            errors.append(f"{official.document.name} not found: {one.text}")
            continue
        said, core = said_in(best, one.text, official.language, official.document)
        languages = official.language, official.document.language
        found = compare(one.text, said, rendering_language=languages[0], official_language=languages[1], core=core)
        shown = f"{official.document.name} {group}: {one.text}\n    {best.text}"
        errors += judged(found, one.kind, group, shown, counts)
    return counts, errors


if __name__ == "__main__":
    main()
