"""Words of the official text that stand in the rendering as they are, where nobody would keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from polyglot_news.align.lexicon import lexicon, rarity
from polyglot_news.align.segmentation import normal_form
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.text import Span, is_han

CONFIDENCE = 0.75
_FOREIGN = 3.0  # how much rarer the word is in the language of the rendering (natural logarithm)
_KNOWN = 12.0  # rarity up to which a word is one of the language, and no name or invented term
_OWN = 0.05  # probability that the word is its own translation: a loanword
_SHORTEST = 3
_ASIDE = re.compile(r"[(（«“‘\"「『][^)）»”’\"」』]*[)）»”’\"」』]")


class UntranslatedChecker:
    """Finds words that were left in the language of the official text.

    Chinese characters are always left over in an English or French text. Otherwise only a single word is: two kept
    words in a row are a name or a term that the writer kept on purpose. So is what stands in parentheses or quotation
    marks.
    """

    kind: DivergenceKind = "term"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield the words, each with its place in the official text."""
        if pair.rendering_language == pair.official_language:
            return
        aside = [Span(*match.span()) for match in _ASIDE.finditer(pair.rendering)]
        for word, place in _characters(pair) if pair.official_language == "zh" else _words(pair):
            if not any(map(word.overlap, aside)):
                yield Divergence(
                    kind=self.kind,
                    severity="major",
                    confidence=CONFIDENCE,
                    rendering=word,
                    official=place,
                    reason=f"“{word.of(pair.rendering)}” is left as it stands in the official text, untranslated.",
                )


def _characters(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Yield each run of Chinese characters that stands in the official text as well, and where."""
    start = 0
    for han, run in groupby(pair.rendering, key=is_han):
        end = start + len(text := "".join(run))
        place = pair.official.find(text) if han else -1
        if place >= 0:
            yield Span(start, end), Span(place, place + len(text))
        start = end


def _words(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Yield each foreign word that stands in the official text as well, and where; of two in a row none."""
    official = {word.of(pair.official): word for word in reversed(pair.official_words)}  # the first place of each
    places = [official.get(word.of(pair.rendering)) for word in pair.rendering_words]
    for k, (word, place) in enumerate(zip(pair.rendering_words, places, strict=True)):
        alone = not any(places[max(0, k - 1) : k]) and not any(places[k + 1 : k + 2])
        if place and alone and _foreign(word.of(pair.rendering), pair):
            yield word, place


def _foreign(word: str, pair: Pair) -> bool:
    """Whether a word belongs to the language of the official text alone, and is no name."""
    ours, theirs = pair.rendering_language, pair.official_language
    if len(word) < _SHORTEST or not word.isalpha() or word != word.lower():
        return False
    if rarity(word, theirs) > _KNOWN or rarity(word, ours) - rarity(word, theirs) < _FOREIGN:
        return False
    forward, backward = lexicon(theirs, ours).probabilities([normal_form(word, theirs)], [normal_form(word, ours)])
    return float(max(forward[0, 0], backward[0, 0])) < _OWN
