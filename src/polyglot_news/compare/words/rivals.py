"""Words that exclude each other: who prints *coffee* where the official text says 茶 does not render it.

A table of one language is enough: the bilingual lexicon knows what the word on the other side means. Two such words lie
near each other in meaning, so that neither the encoder nor the alignment tells them apart.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

from polyglot_news.align.segmentation import normal_form
from polyglot_news.compare.model import Pair
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Side, evidence
from polyglot_news.compare.words.opposed import normal_forms, support
from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MEANT = 0.3
"""How likely a rival must be to translate the other word."""
_PART = 0.1
"""How likely a part of a compound must be to translate the other word."""
_UNSAID = 0.02
"""How likely a word may be to translate anything on the other side, if it is out of place there."""


_SAYS = {
    "en": r"said|says|told|insists?|insisted|explain(?:s|ed)|add(?:s|ed)|warn(?:s|ed)",
    "fr": r"dit|affirme|assure|explique|déclare|précise|indique|ajoute|annonce|relève|souligne",
    "zh": "说|称|表示|指出|补[充了]|坦言|介绍|透露|强调|宣布|告诉",
}
_SPEAKER = {
    "en": (rf"\b(?:{_SAYS['en']}|according to)(?: \w+){{0,2}} $", rf"(?: \w+){{0,2}} (?:{_SAYS['en']})\b"),
    "fr": (
        rf"\b(?:{_SAYS['fr']}|selon|d['’]après)(?: \w+['’]?)?(?: \w+['’]?)? ?$",
        rf"(?: \w+){{0,2}} (?:a )?(?:{_SAYS['fr']})\b",
    ),
    "zh": ("(?:据|按照?)$", f"[^，。；：！？、]{{0,4}}?(?:{_SAYS['zh']})"),
}
"""What stands before and after whoever the article lets speak."""


def rival_words(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Yield a word of the rendering and one of the official text that exclude each other, neither of them rendered."""
    found = evidence(pair)
    if found is None:
        return
    ours, theirs = pair.rendering_language, pair.official_language
    forms = normal_forms(found.rendering, ours), normal_forms(found.official, theirs)
    known = support(*forms, ours, theirs)
    mine = [i for i in _telling(found.rendering, ours) if known[i].max() < _UNSAID]
    others = [
        j
        for j in _telling(found.official, theirs)
        if known[:, j].max() < _UNSAID and (pair.core is None or found.official.words[j].overlap(pair.core))
    ]
    one, two = [forms[0][i] for i in mine], [forms[1][j] for j in others]
    ahead = [_translated(word, ours, two, theirs) for word in one]
    back = [_translated(word, theirs, one, ours) for word in two]
    meant = [
        (max(float(ahead[a][b]), float(back[b][a])), i, j) for a, i in enumerate(mine) for b, j in enumerate(others)
    ]
    used: set[tuple[str, int]] = set()
    for likely, i, j in sorted(meant, key=lambda one: (-one[0], one[1:])):
        if likely >= _MEANT and used.isdisjoint({("rendering", i), ("official", j)}):
            used |= {("rendering", i), ("official", j)}
            here, there = found.rendering.words[i], found.official.words[j]
            if _holds(here.of(pair.rendering), ours, there.of(pair.official), theirs):
                continue
            yield here, there


def _holds(one: str, language: str, other: str, other_language: str) -> bool:
    """Whether a Chinese word is composed of what the other one says and of something else: 粮价, « prix »."""
    if "zh" not in (language, other_language) or language == other_language:
        return False
    compound, word, spoken = (one, other, other_language) if language == "zh" else (other, one, language)
    parts = [compound[:k] for k in range(1, len(compound))] + [compound[k:] for k in range(1, len(compound))]
    said: NDArray[np.float32] = support(parts, [normal_form(word, spoken)], "zh", spoken)
    return bool(said.max(initial=0.0) >= _PART)


def is_speaker(word: Span, told: tuple[str, str]) -> bool:
    """Whether a word names who says it: "…", assure son avocate; 校长补了一句."""
    text, language = told
    before, after = _SPEAKER[language]
    return bool(
        re.search(before, text[: word.start], re.IGNORECASE) or re.match(after, text[word.end :], re.IGNORECASE)
    )


def _telling(side: Side, language: str) -> list[int]:
    """Return the words that say what is meant; one Chinese character may be the half of many a word."""
    least = 2 if language == "zh" else 1
    return [i for i, word in enumerate(side.words) if side.weight[i] >= CONTENT_WEIGHT and len(word) >= least]


def _translated(word: str, language: str, others: list[str], other_language: str) -> NDArray[np.float32]:
    """Return how likely the rivals of a word translate each word of the other language, or are that word."""
    found = support(_rivals(language).get(word, ()), others, language, other_language)
    likely: NDArray[np.float32] = found.max(axis=0, initial=0.0)
    return likely


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
