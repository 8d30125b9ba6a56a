"""One thing for another of its kind: *coffee* for *tea*, the union for the management."""

from __future__ import annotations

from collections.abc import Iterator

from polyglot_news.compare.coverage import says_instead
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.naming.named_text import NamedText
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.reach import is_denied
from polyglot_news.compare.words.rivals import rival_words
from polyglot_news.text import Span

_CONFIDENCE = 0.8


class RivalChecker:
    """Finds words that name another thing of the same kind than the official text."""

    kind: DivergenceKind = "meaning"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each."""
        rivals = list(rival_words(pair))
        if not rivals:
            return
        ours, theirs = (NamedText(text=text, language=language) for text, language in pair.texts)
        for here, there in rivals:
            if _is_named(here, ours, theirs) or _is_named(there, theirs, ours):
                continue
            if _is_denied(here, *pair.texts[0]) != _is_denied(there, *pair.texts[1]):
                continue  # "by a majority" says as much as « sans l'unanimité »
            yield Divergence(
                kind=self.kind,
                severity="major",
                confidence=_CONFIDENCE,
                rendering=here,
                official=there,
                reason=says_instead(there.of(pair.official), here.of(pair.rendering)),
                settled=True,
            )


def _is_denied(word: Span, text: str, language: str) -> bool:
    open_ones = [hit for hit in negations(text, language) if hit.cue.asks]
    return is_denied(word, open_ones, text, language)


def _is_named(word: Span, own: NamedText, other: NamedText) -> bool:
    """Whether a word stands in a name that the other text has as well: 世贸组织, the World Trade Organization."""
    entries = (entry for name in own.names if name.span.overlap(word) for entry in name.entries)
    return any(entry.number in other.numbers for entry in entries)
