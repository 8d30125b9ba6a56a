"""Where in a translation a term stands, by the model's attention, and how another goes there."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.glossary.words import fold, stem, tokens
from polyglot_news.text import Span
from polyglot_news.translate.decoding import Hypothesis
from polyglot_news.translate.engine import Engine
from polyglot_news.translate.pieces import SPACE
from polyglot_news.translate.terms import Wanted

_APOSTROPHES = ("'", "’")
HEAVY = 0.35  # attention from which a token counts as a term's translation


def attention_on(spans: Sequence[Span], want: Wanted, said: Hypothesis) -> list[float]:
    """Return how much of each target token's attention lies on a term, given where the source's tokens stand."""
    columns = [index for index, span in enumerate(spans) if span.overlap(want.span)]
    return [sum(row[column] for column in columns if column < len(row)) for row in said.attention]


def heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """Return the stretch of tokens that translate a term: the heaviest run, with gaps of one token."""
    if not weights:
        return 0, 0
    heavy = [index for index, weight in enumerate(weights) if weight >= HEAVY]
    if not heavy:
        top = max(range(len(weights)), key=lambda index: weights[index])
        return top, top + 1
    runs: list[list[int]] = [[heavy[0]]]
    for index in heavy[1:]:
        if index - runs[-1][-1] <= 2:
            runs[-1].append(index)
        else:
            runs.append([index])
    best = max(runs, key=lambda run: sum(weights[index] for index in run))
    return best[0], best[-1] + 1


def whole_words(pieces: Sequence[str], start: int, end: int, language: str) -> tuple[int, int]:
    """Widen a stretch of tokens to whole words."""
    if language != "zh":
        while 0 < start < len(pieces) and not _opens_word(pieces, start, language):
            start -= 1
        while end < len(pieces) and not _opens_word(pieces, end, language):
            end += 1
        while start < end - 1 and pieces[start] in _APOSTROPHES:  # l' is a word of its own
            start += 1
    if end == len(pieces) and end - start > 1 and not any(map(str.isalnum, pieces[end - 1])):
        end -= 1  # the final stop is no part of a term
    return start, end


def _opens_word(pieces: Sequence[str], index: int, language: str) -> bool:
    """Tell whether a token opens a word: l | ' | accord in French, but women's is one word in English."""
    piece = pieces[index]
    if piece.startswith(SPACE):
        return True
    if not any(map(str.isalnum, piece)):
        return language == "fr" or piece not in _APOSTROPHES
    return language == "fr" and pieces[index - 1].endswith(_APOSTROPHES)


def widened(pieces: Sequence[str], start: int, end: int, form: str, language: str) -> list[tuple[int, int]]:
    """Take neighbours that the term says too into the stretch that it replaces.

    In Chinese they may be of the next word as well (饮用水, 水质), so that both are to be tried.
    """
    if language == "zh":
        before = next(
            (
                place
                for place in range(max(0, start - len(form)), start)
                if form.startswith("".join(pieces[place:start]))
            ),
            start,
        )
        behind = next(
            (place for place in range(len(pieces), end, -1) if form.endswith("".join(pieces[end:place]))), end
        )
        return list(dict.fromkeys([(start, end), (before, behind)]))
    said = {stem(word, language) for word in tokens(fold(form, language)) if len(word) > 2}
    while end < len(pieces) and _stem(pieces[end : (follows := word_end(pieces, end, language))], language) in said:
        end = follows
    while start > 0 and _stem(pieces[(begin := word_before(pieces, start, language)) : start], language) in said:
        start = begin
    return [(start, end)]


def word_end(pieces: Sequence[str], start: int, language: str) -> int:
    """Return where the word ends that begins with a token."""
    end = start + 1
    while end < len(pieces) and not _opens_word(pieces, end, language):
        end += 1
    return end


def word_before(pieces: Sequence[str], end: int, language: str) -> int:
    """Return where the word begins that ends before a token."""
    start = end - 1
    while start > 0 and not _opens_word(pieces, start, language):
        start -= 1
    return start


def _stem(pieces: Sequence[str], language: str) -> str:
    return stem(fold("".join(pieces).replace(SPACE, ""), language), language)


def term_pieces(engine: Engine, form: str, left: Sequence[str], *, keep: bool) -> tuple[str, ...]:
    """Tokenise a term as it goes on behind what stands before it."""
    if not any(any(map(str.isalnum, piece)) for piece in left) and not keep:
        form = form[:1].upper() + form[1:]
    before = left[-1] if left else ""
    language = engine.package.target
    glued = before.endswith((*(_APOSTROPHES if language == "fr" else ()), "-", "(", "“", "/"))
    return engine.target.encode(form, inside=bool(left) and (language == "zh" or glued)).pieces
