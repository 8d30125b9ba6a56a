"""Passage search: quotes cut to a few words, searched in official texts that hold the passage or do not.

Texts are news documents in three languages, put together to official texts of about 80 sentences. A quote is a sentence
cut to 5 to 12 words (*cut*), a whole one (*full*), or two neighbours (*two*); half of the time its sentences are taken
out of the official text. *Right*: the best passage shares a sentence with the gold one; *claimed*: it is matched.
``--documents`` searches the cut quotes in single news documents, the right one or another; ``--added`` searches there
whole sentences that a sentence of a third document follows or precedes; ``--e2e`` searches the quotes of the end-to-end
articles. ``--sample`` keeps so many groups of quotes on one official text. ``--index N`` measures the search for a
quote in an index of N documents of 40 sentences, put together from ``--corpora``, as a share of the time to prepare
them. A thousand groups take some minutes.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import lzma
import random
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from benchmarks.common import add_arguments, write_json
from polyglot_news.align.index import PassageIndex
from polyglot_news.align.passages import find_all_passages
from polyglot_news.align.segmentation import segment
from polyglot_news.documents import document_from_text
from polyglot_news.text import Span

LANGUAGES = ("en", "fr", "zh")
_OFFICIAL = 80  # sentences
_IN_INDEX = 40


@attrs.frozen(kw_only=True)
class Case:
    """A quote with its official text."""

    kind: str
    quote: str
    language: str
    official: str
    official_language: str
    gold: Span | None  # None where the passage was taken out
    document: str = ""  # where the quote comes from


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--e2e", action="store_const", dest="make", const=end_to_end, help="use end-to-end articles")
    choice.add_argument("--documents", action="store_const", dest="make", const=documents, help="use single documents")
    choice.add_argument("--index", type=int, default=0, metavar="N", help="measure the time of a search")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of parallel corpora")
    choice.add_argument("--added", action="store_const", dest="make", const=added, help="add sentences to quotes")
    options = parser.parse_args()
    if options.index:
        write_json(options.json, search_time(options.corpora, options.index))
        return
    groups = list((options.make or news)(options.data))
    if options.sample and options.sample < len(groups):
        groups = [groups[k] for k in sorted(random.Random(1).sample(range(len(groups)), options.sample))]  # noqa: S311
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    for cases in groups:
        official = cases[0]
        passages = find_all_passages([case.quote for case in cases], official.official, language=official.language)
        for case, found in zip(cases, passages, strict=True):
            for key in (case.kind, f"{case.kind} {case.language}-{case.official_language}"):
                counts.update((key, name) for name in judge(case, found))
    figures = {}
    print("kind            present   first   top 3  claimed right   wrong  absent  claimed")
    for kind in sorted({kind for kind, _ in counts}):
        figures[kind] = row = summary(kind, counts)
        print(
            f"{kind:14} {row['present']:8} {row['first']:7.3f} {row['top_3']:7.3f} {row['claimed_right']:14.3f}"
            f" {row['claimed_wrong']:7.3f} {row['absent']:7} {row['absent_claimed']:8.3f}"
        )
    write_json(options.json, figures)


def search_time(corpora: Path, documents: int) -> dict[str, float]:
    """Search ten quotes in an index of so many documents; return processor time in seconds."""
    with lzma.open(corpora / "en-fr" / "wmt-human.tsv.xz", "rt", encoding="utf-8") as file:
        pairs = [line.rstrip("\n").split("\t") for line in itertools.islice(file, _IN_INDEX * documents)]
    texts = [
        document_from_text("\n".join(pair[1] for pair in pairs[k : k + _IN_INDEX]), language="fr")
        for k in range(0, len(pairs), _IN_INDEX)
    ]
    quotes = [pair[0] for pair in pairs[7 :: len(pairs) // 10]]
    find_all_passages(quotes[:1], [texts[0]], language="en")  # loads everything
    with tempfile.TemporaryDirectory() as folder:
        times = [time.process_time()]
        for _ in range(2):
            ready = [PassageIndex(folder).add(text) for text in texts]
            times.append(time.process_time())
        find_all_passages(quotes, ready, language="en")
        times.append(time.process_time())
    prepared, read, searched = (after - before for before, after in itertools.pairwise(times))
    result = {
        "documents": len(texts),
        "prepared": round(prepared, 2),
        "read_again": round(read, 2),
        "searched_per_quote": round(searched / len(quotes), 4),
        "quote_to_prepared": round(searched / len(quotes) / prepared, 4),
    }
    print(result)
    return result


def judge(case: Case, found: list[Any]) -> Iterator[str]:
    """Yield what holds of the passages found for a case."""
    claimed = bool(found) and found[0].matched
    if case.gold is None:
        yield "absent"
        if claimed:
            yield "absent_claimed"
        return
    yield "present"
    right = [bool(passage.span.overlap(case.gold)) for passage in found]
    if right[:1] == [True]:
        yield "first"
    if any(right[:3]):
        yield "top_3"
    if claimed:
        yield "claimed_right" if right[0] else "claimed_wrong"


def summary(kind: str, counts: collections.Counter[tuple[str, str]]) -> dict[str, float]:
    """Return shares of the cases of one kind."""
    present, absent = counts[kind, "present"], counts[kind, "absent"]
    row: dict[str, float] = {"present": present, "absent": absent}
    for name in ("first", "top_3", "claimed_right", "claimed_wrong"):
        row[name] = round(counts[kind, name] / max(1, present), 4)
    row["absent_claimed"] = round(counts[kind, "absent_claimed"] / max(1, absent), 4)
    return row


def news(data: Path) -> Iterator[list[Case]]:
    """Make cases of the news documents; those of one list share an official text."""
    chance = random.Random(5)  # noqa: S311
    lines = (data / "translation" / "ntrex.tsv").read_text(encoding="utf-8").split("\n")[1:]
    rows = [line.split("\t") for line in lines if line]
    texts = [dict(zip(LANGUAGES, row[1:4], strict=True)) for row in rows]
    for begin in range(0, len(texts) - _OFFICIAL // 2, _OFFICIAL):
        part = texts[begin : begin + _OFFICIAL]
        for language in LANGUAGES:
            for other in LANGUAGES:
                if other == language:
                    continue
                chosen = sorted(chance.sample(range(len(part) - 1), 20))
                for absent in (False, True):
                    yield list(make_cases(part, chosen, language, other, chance, absent=absent))


def make_cases(
    part: list[dict[str, str]], chosen: list[int], language: str, other: str, chance: random.Random, *, absent: bool
) -> Iterator[Case]:
    """Make the cases of one official text: each chosen line quoted whole, cut, or with its neighbour."""
    left_out = {k for i in chosen for k in (i, i + 1)} if absent else set()
    sentences = [(i, row[other].strip()) for i, row in enumerate(part) if i not in left_out]
    official, spans = "", {}
    for i, sentence in sentences:
        spans[i] = Span(len(official), len(official) + len(sentence))
        official += sentence + "\n"
    for i in chosen:
        kind = chance.choice(("full", "cut", "cut", "two"))
        quote = part[i][language]
        if kind == "cut":
            quote = _cut(quote, language, chance)
        if kind == "two":
            quote += ("" if language == "zh" else " ") + part[i + 1][language]
        gold = None if absent else Span(spans[i].start, spans[i + 1 if kind == "two" else i].end)
        yield Case(kind=kind, quote=quote, language=language, official=official, official_language=other, gold=gold)


def _cut(text: str, language: str, chance: random.Random) -> str:
    """Cut 5 to 12 words out of a sentence, in Chinese those of the segmenter."""
    words = segment(text, "zh") if language == "zh" else [Span(*match.span()) for match in re.finditer(r"\S+", text)]
    size = chance.randint(5, 12)
    begin = chance.randint(0, max(0, len(words) - size))
    part = words[begin : begin + size]
    return text[part[0].start : part[-1].end] if part else text


def documents(data: Path) -> Iterator[list[Case]]:
    """Make cases of the news documents of the alignment set: four quotes each, in this document or in another."""
    chance = random.Random(5)  # noqa: S311
    for pair, here, there, of_pair, place in _directions(data):
        item = of_pair[place]
        links = [link for link in item["gold"] if len(link[0]) == len(link[1]) == 1]
        chosen = chance.sample(links, min(4, len(links)))
        quotes = [_cut((item["src"], item["tgt"])[here][link[here][0]], pair[here], chance) for link in chosen]
        other = of_pair[(place + chance.randint(1, len(of_pair) - 1)) % len(of_pair)]
        for absent, official in ((False, item), (True, other)):
            half = slice(1, None, 2) if absent else slice(0, None, 2)
            cases = [
                attrs.evolve(
                    _in_document("cut", quote, official, pair, here, None if absent else link[there][0]),
                    document=item["id"].partition(":")[0],
                )
                for quote, link in zip(quotes[half], chosen[half], strict=True)
            ]
            if cases:
                yield cases


def added(data: Path) -> Iterator[list[Case]]:
    """Make cases of the same documents: two sentences each, with a sentence of another document behind or before."""
    chance = random.Random(6)  # noqa: S311
    for pair, here, there, of_pair, place in _directions(data):
        item, other, third = (of_pair[(place + step) % len(of_pair)] for step in range(3))
        links = [link for link in item["gold"] if len(link[0]) == len(link[1]) == 1]
        chosen = chance.sample(links, min(2, len(links)))
        quotes = []
        for link in chosen:
            both = [(item["src"], item["tgt"])[here][link[here][0]], chance.choice((third["src"], third["tgt"])[here])]
            quotes.append(("" if pair[here] == "zh" else " ").join(both if chance.random() < 0.7 else both[::-1]))
        for absent, official in ((False, item), (True, other)):
            yield [
                _in_document("added", quote, official, pair, here, None if absent else link[there][0])
                for quote, link in zip(quotes, chosen, strict=True)
            ]


def _directions(data: Path) -> Iterator[tuple[list[str], int, int, list[dict[str, Any]], int]]:
    """Yield pair of languages, side of the quotes, side of the officials, documents of the pair and place of one."""
    lines = (data / "alignment" / "ntrex_news.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    for pair in sorted({item["pair"] for item in items}):
        of_pair = [item for item in items if item["pair"] == pair]
        for here, there in ((0, 1), (1, 0)):
            for place in range(len(of_pair)):
                yield pair.split("-"), here, there, of_pair, place


def _in_document(kind: str, quote: str, official: dict[str, Any], pair: list[str], here: int, gold: int | None) -> Case:
    """Make a case of one document, whose sentence ``gold`` the quote renders."""
    sentences = (official["tgt"], official["src"])[here]
    ends = list(itertools.accumulate(len(sentence) + 1 for sentence in sentences))
    return Case(
        kind=kind,
        quote=quote,
        language=pair[here],
        official="\n".join(sentences) + "\n",
        official_language=pair[1 - here],
        gold=None if gold is None else Span(ends[gold] - len(sentences[gold]) - 1, ends[gold] - 1),
    )


def end_to_end(data: Path) -> Iterator[list[Case]]:
    """Make cases of the end-to-end articles."""
    for folder in sorted(path.parent for path in (data / "e2e").glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        places = {quote["official_line"] for quote in gold["quotes"]}
        for path in sorted(folder.glob("official.*.txt")):
            lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
            for absent in (False, True):
                kept = [i for i in range(len(lines)) if not (absent and i in places)]
                official, spans = "", {}
                for i in kept:
                    spans[i] = Span(len(official), len(official) + len(lines[i]))
                    official += lines[i] + "\n"
                yield [
                    Case(
                        kind="partial" if quote["partial"] else "whole",
                        quote=quote["quote"],
                        language=gold["language"],
                        official=official,
                        official_language=path.name.split(".")[1],
                        gold=spans.get(quote["official_line"]),
                    )
                    for quote in gold["quotes"]
                ]


if __name__ == "__main__":
    main()
