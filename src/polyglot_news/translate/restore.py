"""Names that a model garbled, put right."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from polyglot_news.translate.decoding import Hypothesis
from polyglot_news.translate.engine import Engine
from polyglot_news.translate.pieces import SPACE
from polyglot_news.translate.place import attention_on, heaviest, term_pieces, whole_words
from polyglot_news.translate.terms import NAMES, Wanted, missing

# Attention, on average, with which a name is taken to be translated there: by what looks like a name, by anything.
_SURE, _CERTAIN = 0.3, 0.6


def restore_names(engine: Engine, sentence: str, asked: Sequence[Wanted], said: Hypothesis) -> Hypothesis:
    """Put names where the model's attention was on them and it wrote something else.

    This costs no decoding, and what surrounds a name hardly depends on it.

    Args:
        engine: the model.
        sentence: the source.
        asked: what the translation must have.
        said: what the model said, with its attention.
    """
    language = engine.package.target
    names = [want for want in missing(said.text, asked, language) if want.kind in NAMES]
    if not names or not said.attention:
        return said
    present = {presence.span.of(said.text) for want in asked for presence in want.present(said.text, language)}
    pieces, free = list(said.pieces), len(said.pieces)
    spans = engine.source.encode(sentence).spans
    found = []
    for want in names:
        weights = attention_on(spans, want, said)
        start, end = whole_words(pieces, *heaviest(weights), language)
        found.append((_whole_figure(pieces, start, end) if want.kind == "number" else (start, end), want, weights))
    for (start, end), want, weights in sorted(found, key=lambda item: item[0], reverse=True):
        old = engine.target.decode(pieces[start:end])
        weight = sum(weights[start:end]) / max(1, end - start)
        if want.kind == "number" and not any(map(str.isdigit, old)):
            continue  # it may be there in words
        named = want.kind == "number" or _may_be_name(old, language)
        if not named and engine.package.source == "en" and want.accepted == (want.span.of(sentence),):
            continue  # English writes Muslim with a capital, French does not
        needed = _SURE if named else _CERTAIN
        if end <= free and weight >= needed and old not in present:
            pieces[start:end] = term_pieces(engine, want.accepted[0], pieces[:start], keep=True)
            free = start
    return attrs.evolve(said, text=engine.target.decode(pieces), pieces=tuple(pieces), attention=())


def _may_be_name(text: str, language: str) -> bool:
    """Tell whether a stretch of a translation looks like an attempt at a name."""
    return bool(text) and (language == "zh" or any(word[:1].isupper() for word in text.split()))


def _whole_figure(pieces: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Cut a stretch to the figure in it, and widen it to all of the figure's tokens."""
    digits = [index for index in range(start, end) if any(map(str.isdigit, pieces[index]))]
    if not digits:
        return start, end
    start, end = digits[0], digits[-1] + 1
    while start > 0 and _is_figure(pieces[start - 1]) and not pieces[start].startswith(SPACE):
        start -= 1
    while end < len(pieces) and _is_figure(pieces[end]) and not pieces[end].startswith(SPACE):
        end += 1
    while end - start > 1 and not any(map(str.isdigit, pieces[end - 1])):
        end -= 1  # the comma or stop behind it
    return start, end


def _is_figure(piece: str) -> bool:
    return piece != SPACE and all(char.isdigit() or char in ".,\u202f\u00a0" for char in piece.lstrip(SPACE))
