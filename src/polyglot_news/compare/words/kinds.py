"""Things of one kind, of which none is another, in the three languages: a shepherd is no hunter, a calf is no lamb.

A table has the words of all three languages, so that nothing depends on how often the lexicons have seen them.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.compare.model import Pair
from polyglot_news.language import LANGUAGES
from polyglot_news.text import Span, in_simplified

if TYPE_CHECKING:
    from polyglot_news.glossary.match import Matcher


CERTAIN = "claims.tsv"
"""The table of what the news is about: how strongly something changes, how far a case has come."""


@attrs.frozen
class Concept:
    """A thing of the table.

    Attributes:
        kinds: of which kinds it is.
        name: what English calls it.
        forms: the words that name it and nothing else, by language.
        hints: those and others that may mean it, by language.
        certain: whether it is of a kind that needs no other evidence.
    """

    kinds: frozenset[str]
    name: str
    forms: dict[str, tuple[str, ...]]
    hints: dict[str, tuple[str, ...]]
    certain: bool

    @property
    def is_proper(self) -> bool:
        """Whether it is called by a proper name."""
        return self.name[:1].isupper()


Rivals = tuple[Concept, Concept]


@attrs.frozen
class Mention:
    """Where a text names a thing of the table, and which one it may be, by number."""

    span: Span
    numbers: tuple[int, ...]


@attrs.frozen
class Exchanged:
    """Two words that exclude each other, and the things that they name, of the rendering first."""

    rendering: Span
    official: Span
    things: Rivals


@attrs.frozen(kw_only=True)
class Named:
    """What both texts of a pair name, each as a pair of the rendering and of the official text.

    Attributes:
        told: what the other text names as well.
        untold: what it does not.
        exchanged: of these, what stands for another thing of its kind, with that.
    """

    told: tuple[tuple[Span, ...], tuple[Span, ...]]
    untold: tuple[tuple[Span, ...], tuple[Span, ...]]
    exchanged: tuple[Exchanged, ...]


def named(pair: Pair) -> Named:
    """Return the things of the table that a pair names; of the official text, in the part that the rendering covers."""
    return named_in(*pair.texts, pair.core)


@functools.lru_cache(maxsize=64)
def named_in(rendering: tuple[str, str], official: tuple[str, str], core: Span | None = None) -> Named:
    """Return the things that two texts name, each given with its language; of the official one, within ``core``."""
    texts = (rendering, official)
    found = [mentions(*text) for text in texts]
    found[1] = [one for one in found[1] if core is None or one.span.overlap(core)]
    told, untold = [], []
    for side in (0, 1):
        said = [any(_is_told(number, *texts[1 - side]) for number in one.numbers) for one in found[side]]
        told.append(tuple(one.span for one, is_said in zip(found[side], said, strict=True) if is_said))
        untold.append([one for one, is_said in zip(found[side], said, strict=True) if not is_said])
    return Named(
        told=(told[0], told[1]),
        untold=(tuple(one.span for one in untold[0]), tuple(one.span for one in untold[1])),
        exchanged=tuple(_exchanged(untold[0], untold[1])),
    )


def mentions(text: str, language: str) -> list[Mention]:
    """Return where a text names things of the table."""
    found = [Mention(*one) for one in _matcher(language, certain=False).find(text)]
    return sorted([*found, *_certain_mentions(text, language)], key=lambda one: one.span)


def _certain_mentions(text: str, language: str) -> Iterator[Mention]:
    """Yield where a text names certain things: of each kind the longest words, which may stand in those of another."""
    taken: dict[str, list[Span]] = {}
    for span, numbers in _matcher(language, certain=True).find_all(text):
        free = [
            number
            for number in numbers
            if not any(span.overlap(other) for kind in concepts()[number].kinds for other in taken.get(kind, ()))
        ]
        for number in free:
            for kind in concepts()[number].kinds:
                taken.setdefault(kind, []).append(span)
        if free:
            yield Mention(span, tuple(free))


def _exchanged(ours: Sequence[Mention], theirs: Sequence[Mention]) -> Iterator[Exchanged]:
    left = list(theirs)
    for here in ours:
        for there in left:
            things = _exclusive(here.numbers, there.numbers)
            if things is not None:
                left.remove(there)
                yield Exchanged(here.span, there.span, things)
                break


def _exclusive(ones: Sequence[int], others: Sequence[int]) -> Rivals | None:
    """Return two things that words may mean and that exclude each other, if there are any; certain ones first."""
    table, akin = concepts(), _akin()
    pairs = [
        (table[one], table[other])
        for one, other in itertools.product(ones, others)
        if one != other and table[one].kinds & table[other].kinds
    ]
    certain = next((pair for pair in pairs if pair[0].certain and pair[1].certain), None)
    return certain or next((pair for pair in pairs if frozenset((pair[0].name, pair[1].name)) not in akin), None)


def _is_told(number: int, text: str, language: str) -> bool:
    """Whether a text has a word for a thing, inflected or within a longer word."""
    plain = _plain(text, language)
    return any(stems in plain for stems in _stems(number, language))


@functools.lru_cache(maxsize=256)
def _plain(text: str, language: str) -> str:
    return without_endings(text, language)


def without_endings(text: str, language: str) -> str:
    """Return what all forms of its words share; a Chinese text has none."""
    if language == "zh":
        return in_simplified(text, language).lower()
    return f" {' '.join(normal_form(span.of(text), language) for span in segment(text, language))} "


@functools.lru_cache(maxsize=1 << 14)
def _stems(number: int, language: str) -> tuple[str, ...]:
    return tuple(without_endings(form, language) for form in concepts()[number].hints[language])


@functools.lru_cache(maxsize=6)
def _matcher(language: str, *, certain: bool) -> Matcher:
    from polyglot_news.glossary.match import Matcher

    forms = (
        (form, number)
        for number, concept in enumerate(concepts())
        if concept.certain == certain
        for form in concept.forms[language]
    )
    return Matcher(forms, language)


@functools.lru_cache(maxsize=1)
def concepts() -> tuple[Concept, ...]:
    """Return the table, which has a line for each kind of a thing."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    certain = set()
    folder = resources.files("polyglot_news") / "data" / "kinds"
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".tsv") and path.name != "akin.tsv":
            for line in path.read_text(encoding="utf-8").splitlines():
                kind, *cells = line.split("\t")
                kinds.setdefault(tuple(cells), set()).add(kind)
                if path.name == CERTAIN:
                    certain.add(tuple(cells))
    return tuple(_concept(frozenset(told), cells, certain=cells in certain) for cells, told in kinds.items())


def _concept(kinds: frozenset[str], cells: Sequence[str], *, certain: bool) -> Concept:
    halves = {language: cell.split("||") for language, cell in zip(LANGUAGES, cells, strict=True)}
    listed = {language: [tuple(filter(None, half.split("|"))) for half in both] for language, both in halves.items()}
    return Concept(
        kinds=kinds,
        name=next(form for half in listed["en"] for form in half),
        forms={language: both[0] for language, both in listed.items()},
        hints={language: tuple(form for half in both for form in half) for language, both in listed.items()},
        certain=certain,
    )


@functools.lru_cache(maxsize=1)
def _akin() -> frozenset[frozenset[str]]:
    """Return the names of things that are told for each other although they are of one kind."""
    path = resources.files("polyglot_news") / "data" / "kinds" / "akin.tsv"
    return frozenset(frozenset(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines())
