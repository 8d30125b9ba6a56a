"""Take out of the table of claims what faithful renderings put for each other: ``python -m training.claims DRAFTS``.

``DRAFTS`` holds what was written for ``src/polyglot_news/data/kinds/claims.tsv``, one or several files of its form.
What is told of it needs no other evidence in the library, so that more is asked of it than of the other tables
(``training/kinds.py``): a kind stays only if it is told far more often of altered renderings than of faithful ones, and
a word of which that cannot be said only excuses from then on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Sequence
from importlib import resources
from pathlib import Path

import attrs

from polyglot_news.compare.words import kinds
from polyglot_news.language import LANGUAGES
from training.kinds import RENDERINGS, Tally

# How many times as often as of faithful renderings what stays must be told of altered ones, and from how many faithful
# ones on that is asked: of a kind, of a word.
_KIND, _WORD = (6.0, 2), (6.0, 1)

_TABLES = Path(str(resources.files("polyglot_news"))) / "data" / "kinds"

Thing = list[tuple[list[str], list[str]]]  # by language, words that name it, and words that only may mean it
Word = tuple[str, str, str]  # a kind, a language and what all forms of a word of it share


@attrs.frozen(kw_only=True)
class Told:
    """A thing of the table that a rendering puts for another.

    Attributes:
        kind: of which kind both are.
        words: what names them.
        altered: whether the rendering is an altered one.
    """

    kind: str
    words: list[Word]
    altered: bool


def read(folder: Path) -> dict[str, list[Thing]]:
    """Return the things of the drafts by kind; a kind of two files, or of another table, is one of its own in each."""
    others = (path for path in _TABLES.glob("*.tsv") if path.name not in {kinds.CERTAIN, "akin.tsv"})
    known = {line.split("\t")[0] for path in others for line in path.read_text(encoding="utf-8").splitlines()}
    drafted: dict[str, list[Thing]] = {}
    bearers: dict[str, str] = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, *cells = line.split("\t")
            kind = kind.strip().lower()
            if kind in known or bearers.setdefault(kind, path.stem) != path.stem:
                kind = f"{kind} ({path.stem})"
            thing = [_words(cell, language) for cell, language in zip(cells, LANGUAGES, strict=True)]
            if all(forms for forms, _ in thing):
                drafted.setdefault(kind, []).append(thing)
    return drafted


def _words(cell: str, language: str) -> tuple[list[str], list[str]]:
    forms, hints = ([word.strip() for word in half.split("|") if word.strip()] for half in f"{cell}||".split("||")[:2])
    if language == "zh":  # a character stands within other words
        forms, hints = [word for word in forms if len(word) > 1], [*hints, *(word for word in forms if len(word) == 1)]
    return list(dict.fromkeys(forms)), list(dict.fromkeys(hints))


def write(drafted: dict[str, list[Thing]], dropped: Collection[str] = (), excusing: Collection[Word] = ()) -> None:
    """Write the table, without some kinds, and with some words of a kind as hints."""
    lines = []
    for kind, things in drafted.items():
        if kind in dropped:
            continue
        for thing in things:
            cells = []
            for language, (forms, hints) in zip(LANGUAGES, thing, strict=True):
                doubted = [form for form in forms if (kind, language, _stems(form, language)) in excusing]
                halves = [form for form in forms if form not in doubted], [*doubted, *hints]
                cells.append("||".join("|".join(half) for half in halves if half or half is halves[0]))
            lines.append("\t".join([kind, *cells]))
    (_TABLES / kinds.CERTAIN).write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def _stems(word: str, language: str) -> str:
    return kinds.without_endings(word, language)


def told() -> list[Told]:
    """Return what the table tells of all renderings."""
    found: list[Told] = []
    for path in sorted(RENDERINGS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for rendering in row["renderings"]:
                if rendering.get("style") != "fragment":
                    texts = (rendering["text"], row["target"]), (row["official"], row["source"])
                    found += _told_of(texts, altered=rendering["label"] != "faithful")
    return found


def _told_of(texts: tuple[tuple[str, str], tuple[str, str]], *, altered: bool) -> Iterator[Told]:
    for exchanged in kinds.named_in(*texts).exchanged:
        one, other = exchanged.things
        if one.certain and other.certain:
            kind = min(one.kinds & other.kinds)
            places = zip((exchanged.rendering, exchanged.official), texts, strict=True)
            words = [(kind, language, _stems(span.of(text), language)) for span, (text, language) in places]
            yield Told(kind=kind, words=words, altered=altered)


def doubtful(found: Sequence[Told]) -> tuple[set[Word], set[str]]:
    """Return the words that are told of faithful renderings too often, and the kinds that still are without them."""
    by_word, by_kind = Tally(), Tally()
    for one in found:
        (by_word.altered if one.altered else by_word.faithful).update(one.words)
    words = by_word.bad(_WORD)
    for one in found:
        if words.isdisjoint(one.words):
            (by_kind.altered if one.altered else by_kind.faithful)[one.kind] += 1
    return words, by_kind.bad(_KIND)


def main() -> None:
    """Write the table, read the renderings with it, and write it again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", type=Path, help="folder with the table as it was written")
    drafted = read(parser.parse_args().drafts)
    write(drafted)
    excusing, dropped = doubtful(told())
    write(drafted, dropped, excusing)
    print(f"{len(drafted) - len(dropped)} kinds kept, {len(dropped)} dropped, {len(excusing)} words only excuse")


if __name__ == "__main__":
    main()
