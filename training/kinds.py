"""Take out of the table of kinds what faithful renderings put for each other: ``python -m training.kinds DRAFTS``.

``DRAFTS`` holds the tables as they were written, one file a domain (see ``src/polyglot_news/data/kinds/README.md``),
and replaces those of the library. Then the library reads the renderings of ``training/renderings/`` with them: a kind,
a word or a pair of things that it tells too often of faithful ones is dropped, only excuses from now on, or is told
apart no longer.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from polyglot_news.compare.words import kinds
from polyglot_news.language import LANGUAGES

RENDERINGS = Path(__file__).parent / "renderings"
_TOLD = frozenset({"name", "meaning", "number", "direction", "qualifier"})  # alterations that put one thing for another
# How many times as often as of faithful renderings what stays must be told of altered ones, and from how many faithful
# ones on that is asked: of a kind, of a word, of a pair of things.
_KIND, _WORD, _PAIR = (2.0, 3), (2.0, 2), (3.0, 1)


@attrs.define
class Tally:
    """How often something was told of faithful and of altered renderings."""

    faithful: collections.Counter[Any] = attrs.field(factory=collections.Counter)
    altered: collections.Counter[Any] = attrs.field(factory=collections.Counter)

    def bad(self, least: tuple[float, int]) -> set[Any]:
        """Return what is told too often of faithful ones."""
        times, number = least
        return {one for one, told in self.faithful.items() if told >= number and self.altered[one] < times * told}


def read(folder: Path) -> dict[str, list[tuple[str, list[list[str]]]]]:
    """Return the drafts by file: the kind of each thing and its words by language; the same thing stands there once."""
    things: dict[tuple[str, str], tuple[str, list[list[str]]]] = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, *cells = line.split("\t")
            if len(cells) != len(LANGUAGES):
                continue
            words = [[" ".join(word.split()) for word in cell.split("|") if word.strip()] for cell in cells]
            words[2] = [word for word in words[2] if len(word) > 1]  # a character stands within other words
            if not all(words):
                continue
            _, known = things.setdefault((kind.strip().lower(), words[0][0].lower()), (path.stem, [[], [], []]))
            for old, new in zip(known, words, strict=True):
                old += [word for word in dict.fromkeys(new) if word not in old]
    files = collections.defaultdict(list)
    for (kind, _), (name, words) in things.items():
        files[name].append((kind, words))
    return files


def overlapping(files: dict[str, list[tuple[str, list[list[str]]]]]) -> Iterator[frozenset[str]]:
    """Yield the names of things of one kind that share a word."""
    bearers = collections.defaultdict(set)
    for kind, words in (thing for things in files.values() for thing in things):
        for language, forms in zip(LANGUAGES, words, strict=True):
            for form in forms:
                bearers[kind, language, form.lower()].add(words[0][0])
    yield from (frozenset(names) for names in bearers.values() if len(names) == 2)


def write(
    files: dict[str, list[tuple[str, list[list[str]]]]],
    akin: Iterable[frozenset[str]] = (),
    dropped: Iterable[object] = (),
    hints: Iterable[object] = (),
) -> None:
    """Write the tables of the library, without some kinds, with some words as hints, and the pairs that are akin."""
    folder = Path(str(resources.files("polyglot_news"))) / "data" / "kinds"
    dropped, hints = set(dropped), set(hints)
    for path in folder.glob("*.tsv"):
        if path.name != kinds.CERTAIN:
            path.unlink()
    names: dict[str, str] = {}
    for name, things in files.items():
        lines = []
        for kind, words in things:
            if kind in dropped:
                continue
            cells = []
            for language, forms in zip(LANGUAGES, words, strict=True):
                halves: tuple[list[str], list[str]] = ([], [])
                for form in forms:
                    halves[(language, kinds.without_endings(form, language)) in hints].append(form)
                cells.append("||".join("|".join(half) for half in halves if half or half is halves[0]))
            names[words[0][0]] = next(filter(None, cells[0].split("|")))
            lines.append("\t".join([kind, *cells]))
        (folder / f"{name}.tsv").write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")
    pairs = {tuple(sorted({names[one] for one in pair})) for pair in akin if all(one in names for one in pair)}
    listed = "".join("\t".join(pair) + "\n" for pair in sorted(pairs) if len(pair) == 2)
    (folder / "akin.tsv").write_text(listed, encoding="utf-8")


def told() -> tuple[Tally, Tally, Tally]:
    """Return how often the kinds, the words and the pairs of things of the table are told of renderings."""
    tallies = Tally(), Tally(), Tally()
    for path in sorted(RENDERINGS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for rendering in row["renderings"]:
                altered = rendering["label"] != "faithful"
                if rendering.get("style") == "fragment" or (altered and rendering["kind"] not in _TOLD):
                    continue
                texts = (rendering["text"], row["target"]), (row["official"], row["source"])
                for exchanged in kinds.named_in(*texts).exchanged:
                    words = [
                        (language, kinds.without_endings(span.of(text), language))
                        for span, (text, language) in zip((exchanged.rendering, exchanged.official), texts, strict=True)
                    ]
                    one, other = exchanged.things
                    names = frozenset((one.name, other.name))
                    keys: tuple[Iterable[Any], ...] = (
                        one.kinds & other.kinds,
                        words,
                        [names],
                    )
                    for tally, each in zip(tallies, keys, strict=True):
                        (tally.altered if altered else tally.faithful).update(each)
    return tallies


def main() -> None:
    """Write the tables, read the renderings with them, and write them again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drafts", type=Path, help="folder with the tables as they were written")
    files = read(parser.parse_args().drafts)
    akin = set(overlapping(files))
    write(files, akin)
    by_kind, by_word, by_pair = told()
    write(files, akin | by_pair.bad(_PAIR), by_kind.bad(_KIND), by_word.bad(_WORD))


if __name__ == "__main__":
    main()
