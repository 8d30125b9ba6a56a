"""Words that exclude each other: who prints *coffee* where the official text says 茶 does not render it.

A table of one language is enough: the bilingual lexicon knows what the word on the other side means. Two such words lie
near each other in meaning, so that neither the encoder nor the alignment tells them apart.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import resources

import attrs

from polyglot_news.align.segmentation import normal_form
from polyglot_news.compare.model import Pair
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Side, evidence
from polyglot_news.compare.words.opposed import support
from polyglot_news.text import Span

_MEANT = 0.3
"""How likely a rival must be to translate the other word."""
_UNSAID = 0.02
"""How likely a word may be to translate anything on the other side, if it is out of place there."""


@attrs.frozen
class Rivals:
    """A word of the rendering, and the one of the official text that it excludes."""

    rendering: Span
    official: Span


def rival_words(pair: Pair) -> Iterator[Rivals]:
    """Yield the words of which neither is rendered, and of which one is the rival of what the other means."""
    found = evidence(pair)
    if found is None:
        return
    ours, theirs = pair.rendering_language, pair.official_language
    forms = _forms(found.rendering, ours), _forms(found.official, theirs)
    known = support(*forms, ours, theirs)
    here = [i for i in _telling(found.rendering, ours) if known[i].max() < _UNSAID]
    there = [
        j
        for j in _telling(found.official, theirs)
        if known[:, j].max() < _UNSAID and (pair.core is None or found.official.words[j].overlap(pair.core))
    ]
    meant = []
    for i in here:
        for j in there:
            one, two = forms[0][i], forms[1][j]
            meant.append((max(_translated(one, ours, two, theirs), _translated(two, theirs, one, ours)), i, j))
    used: set[tuple[str, int]] = set()
    for likely, i, j in sorted(meant, key=lambda one: (-one[0], one[1:])):
        if likely >= _MEANT and used.isdisjoint({("rendering", i), ("official", j)}):
            used |= {("rendering", i), ("official", j)}
            yield Rivals(found.rendering.words[i], found.official.words[j])


def _telling(side: Side, language: str) -> list[int]:
    """Return the words that say what is meant; one Chinese character may be the half of many a word."""
    least = 2 if language == "zh" else 1
    return [i for i, word in enumerate(side.words) if side.weight[i] >= CONTENT_WEIGHT and len(word) >= least]


def _forms(side: Side, language: str) -> list[str]:
    return [normal_form(word.of(side.text), language) for word in side.words]


def _translated(word: str, language: str, other: str, other_language: str) -> float:
    """Return how likely the rivals of a word translate a word of the other language, or are that word."""
    return float(support(_rivals(language).get(word, ()), [other], language, other_language).max(initial=0.0))


@functools.lru_cache(maxsize=3)
def _rivals(language: str) -> dict[str, tuple[str, ...]]:
    """Return the rivals of each word of the table, all as normal forms; what may mean the same somewhere is none."""
    rivals: dict[str, set[str]] = {}
    akin: dict[str, set[str]] = {}
    path = resources.files("polyglot_news") / "data" / "opposites" / f"rivals.{language}.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        concepts = [
            {normal_form(word, language) for word in cell.split("|")}
            for cell in line.split("\t")
            if cell and not line.startswith("#")
        ]
        for concept in concepts:
            others = set().union(*(one for one in concepts if one is not concept))
            for word in concept:
                rivals.setdefault(word, set()).update(others)
                akin.setdefault(word, set()).update(concept)
    return {word: tuple(sorted(others - akin[word])) for word, others in rivals.items()}
