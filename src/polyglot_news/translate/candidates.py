"""Translations with a term put in where the model's attention names the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.glossary.words import fold, plurals
from polyglot_news.text import Span
from polyglot_news.translate.decoding import Hypothesis
from polyglot_news.translate.determiners import GROUPS, fitting, is_determiner
from polyglot_news.translate.engine import Engine
from polyglot_news.translate.place import (
    attention_on,
    heaviest,
    term_pieces,
    whole_words,
    widened,
    word_before,
    word_end,
)
from polyglot_news.translate.terms import TERMS, Wanted

_MAX_FORMS = 4  # accepted forms that are tried


@attrs.frozen
class Candidate:
    """A translation with a term put in.

    Attributes:
        case: the index of its sentence.
        pieces: its tokens.
        start: where the term begins among them.
        end: where it ends.
        beside: whether nothing was taken out for it.
        log_probs: of each token and the end; () before it is scored.
    """

    case: int
    pieces: tuple[str, ...]
    start: int
    end: int
    beside: bool = False
    log_probs: tuple[float, ...] = ()

    @property
    def score(self) -> float:
        """Mean log-probability of a token."""
        return mean(self.log_probs)

    @property
    def around(self) -> float:
        """Mean log-probability of a token that is no part of the term."""
        return mean([*self.log_probs[: self.start], *self.log_probs[self.end :]])


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def replaced(engine: Engine, spans: Sequence[Span], said: Hypothesis, want: Wanted, number: int) -> Iterator[Candidate]:
    """Yield translations with a form of the term in the place that the attention names."""
    language = engine.package.target
    pieces = said.pieces
    start, end = whole_words(pieces, *heaviest(attention_on(spans, want, said)), language)
    for form in _forms(want, language):
        first, last = widened(pieces, start, end, form, language)
        first = _past_determiners(engine, pieces, first, last, form)
        for left in _joined(engine, pieces[:first], form):
            term = term_pieces(engine, form, left, keep=want.kind == "keep")
            yield Candidate(number, (*left, *term, *pieces[last:]), len(left), len(left) + len(term))
    # Where the place is another term's, or not clear, a form may stand beside what is there.
    for place in (start, end):
        term = term_pieces(engine, want.accepted[0], pieces[:place], keep=want.kind == "keep")
        yield Candidate(number, (*pieces[:place], *term, *pieces[place:]), place, place + len(term), beside=True)


def _forms(want: Wanted, language: str) -> list[str]:
    if want.kind not in TERMS:
        return list(want.accepted[:1])
    forms = list(want.accepted[:_MAX_FORMS])
    if want.number == "singular" or want.is_verb(language):
        return forms
    several = [
        plural
        for form in want.accepted[:2]
        if form == form.lower()  # names have no plural
        for plural in plurals(form, language)
    ]
    return list(dict.fromkeys(several or forms if want.number == "plural" else forms + several))


def _past_determiners(engine: Engine, pieces: Sequence[str], first: int, last: int, form: str) -> int:
    """Return where a stretch begins without the determiners before its noun, unless the form brings its own."""
    language = engine.package.target
    if is_determiner(re.split("[ '’]", form, maxsplit=1)[0], language):
        return first
    while (end := word_end(pieces, first, language)) < last and is_determiner(
        engine.target.decode(list(pieces[first:end])), language
    ):
        first = end
        if pieces[first] in ("'", "’") and first + 1 < last:
            first += 1
    return first


def _said_before(engine: Engine, left: Sequence[str]) -> tuple[int, str]:
    """Return where the last word begins, and the word: l' is one."""
    language = engine.package.target
    begin = word_before(left, len(left), language) if left else 0
    if begin and left[begin] in ("'", "’"):
        begin = word_before(left, begin, language)
    return begin, engine.target.decode(list(left[begin:]))


def _joined(engine: Engine, left: tuple[str, ...], form: str) -> Iterator[tuple[str, ...]]:
    """Yield what stands before a form with its last word as the form's first letter needs it."""
    begin, said = _said_before(engine, left)
    for word in fitting(said, form, engine.package.target):
        yield left if word == said else (*left[:begin], *_shown(engine, word, said))


def _shown(engine: Engine, word: str, said: str) -> tuple[str, ...]:
    """Return the tokens of a word in place of another, with its capital."""
    return engine.target.encode(word.capitalize() if said[:1].isupper() else word).pieces if word else ()


def redetermined(engine: Engine, found: Candidate) -> Iterator[Candidate]:
    """Yield a candidate without the determiner before the term, and with others that may fit it."""
    language = engine.package.target
    left, rest = found.pieces[: found.start], found.pieces[found.end :]
    term = engine.target.decode(list(found.pieces[found.start : found.end]))
    curly = "’" in engine.target.decode(list(found.pieces))
    begin = len(left)
    for _ in range(3):  # de l' is three tokens
        begin = word_before(left, begin, language) if begin else 0
        said = engine.target.decode(list(left[begin:]))
        group = next((group for group in GROUPS[language] if fold(said, language) in group), ())
        for other in ("", *group) if group else ():
            if (
                other == fold(said, language)
                or fitting(other.split(" ")[-1], term, language)[0] != other.split(" ")[-1]
            ):
                continue
            before = (*left[:begin], *_shown(engine, other.replace("'", "’") if curly else other, said))
            behind = engine.target.encode(term, inside=other.endswith("'")).pieces
            yield Candidate(found.case, (*before, *behind, *rest), len(before), len(before) + len(behind))
