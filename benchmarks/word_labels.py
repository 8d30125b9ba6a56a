"""Which words of altered renderings have no counterpart: those that the faithful rendering of the same text lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from polyglot_news.compare.weights.wordwise import Word
from polyglot_news.text import Span

_LINKED = 0.5  # a faithful word and the official word that it renders
_MOST = 5  # a rendering that differs in more words was not altered but made anew


@attrs.frozen(kw_only=True)
class Worded:
    """A pair in words.

    Attributes:
        texts: the rendering and the official text.
        sides: the words of both; see ``words_of``.
    """

    texts: tuple[str, str]
    sides: tuple[tuple[Word, ...], tuple[Word, ...]]


def faithful_labels(pair: Worded) -> Iterator[tuple[Word, float]]:
    """Yield all words of a faithful pair: each has its counterpart."""
    for side in pair.sides:
        for word in side:
            yield word, 0.0


def altered_labels(pair: Worded, faithful: Worded) -> Iterator[tuple[Word, float]]:
    """Yield the words of which the faithful pair tells whether they have a counterpart: 1 for those that have none."""
    before, after = (_forms(one) for one in (faithful, pair))
    kept_before: set[int] = set()
    kept_after: set[int] = set()
    for match in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        kept_before |= set(range(match.a, match.a + match.size))
        kept_after |= set(range(match.b, match.b + match.size))
    if max(len(before) - len(kept_before), len(after) - len(kept_after)) > _MOST:
        return
    for k, word in enumerate(pair.sides[0]):
        yield word, float(k not in kept_after)
    rendered: dict[Span, bool] = {}
    for k, word in enumerate(faithful.sides[0]):
        if word.features["link"] >= _LINKED:
            rendered[word.partner] = rendered.get(word.partner, False) or k in kept_before
    for word in pair.sides[1]:
        if word.span in rendered:
            yield word, float(not rendered[word.span])


def _forms(pair: Worded) -> Sequence[str]:
    return [word.span.of(pair.texts[0]) for word in pair.sides[0]]
