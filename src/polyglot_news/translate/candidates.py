"""Translations with a term put in where the model's attention names the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

import attrs

from polyglot_news.glossary.words import fold, may_be_plural, plurals, tokens
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
_LOOKS = 0.15  # attention on the source below which a token only goes on with what the one before it began
_PREPOSITIONS = {
    "en": frozenset(["of", "on", "to", "for", "in", "with", "by", "from", "at", "between", "against"]),
    "fr": frozenset(["à", "en", "sur", "dans", "pour", "par", "avec", "entre", "contre"]),
    "zh": frozenset[str](),
}
_CLEAR = 0.35  # attention from which a token that is no other term's stands for this one
_DEMONSTRATIVES = ("这", "该", "那", "此")
_ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)


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


def place_of(
    engine: Engine,
    sentence: str,
    spans: Sequence[Span],
    said: Hypothesis,
    want: Wanted,
    taken: Collection[int] = (),
) -> tuple[int, int]:
    """Return the tokens of a translation that stand for a term, by their attention.

    A word counts as a whole, and signs do not. Chinese has no articles: what looks at one looks at its noun, and what
    looks at nothing belongs to the character before it.

    Args:
        engine: the model.
        sentence: the source.
        spans: where its tokens stand.
        said: the translation, with its attention.
        want: the term.
        taken: tokens of the translation that are other terms.
    """
    if engine.package.target != "zh":
        return _free(_by_word(attention_on(spans, want, said), said.pieces, engine.package.target), taken)
    article = _ARTICLE.search(sentence, 0, want.span.start)
    noun = attrs.evolve(want, span=Span(article.start(), want.span.end)) if article else want
    weights = attention_on(spans, noun, said)
    for index, row in enumerate(said.attention):
        piece = said.pieces[index]
        if not any(map(str.isalnum, piece)) or piece.startswith(_DEMONSTRATIVES):
            weights[index] = 0.0
        elif index and sum(row[: len(spans)]) < _LOOKS:
            weights[index] = weights[index - 1]
    return _free(weights, taken)


def _free(weights: Sequence[float], taken: Collection[int]) -> tuple[int, int]:
    """Return the heaviest tokens that are not taken, or the heaviest of all where the others do not look there."""
    free = [0.0 if index in taken else weight for index, weight in enumerate(weights)]
    return heaviest(free if max(free, default=0.0) >= _CLEAR else weights)


def _by_word(weights: Sequence[float], pieces: Sequence[str], language: str) -> list[float]:
    """Return for each token the mean over the letters of its word: the s of a verb may look at its object."""
    means: list[float] = []
    while len(means) < len(weights):
        first, last = len(means), min(word_end(pieces, len(means), language), len(weights))
        letters = [sum(map(str.isalnum, piece)) for piece in pieces[first:last]]
        told = sum(weight * size for weight, size in zip(weights[first:last], letters, strict=True))
        means += [told / max(1, sum(letters))] * (last - first)
    return means


def replaced(
    engine: Engine, place: tuple[int, int], said: Hypothesis, want: Wanted, number: int
) -> Iterator[Candidate]:
    """Yield translations with a form of the term in its place."""
    language = engine.package.target
    pieces = said.pieces
    start, end = whole_words(pieces, *place, language)
    for form in _forms(want, engine.target.decode(list(pieces[start:end])), language):
        for first, last in widened(pieces, start, end, form, language):
            for behind in dict.fromkeys((first, _past(engine, pieces, first, last, form, _is_preposition))):
                noun = _past(engine, pieces, behind, last, form, is_determiner)
                for left in _joined(engine, pieces[:noun], form, _apostrophes(said.text)):
                    term = term_pieces(engine, form, left, keep=want.kind == "keep")
                    yield Candidate(number, (*left, *term, *pieces[last:]), len(left), len(left) + len(term))
    # Where the place is another term's, or not clear, a form may stand beside what is there.
    for beside in (start, end):
        term = term_pieces(engine, want.accepted[0], pieces[:beside], keep=want.kind == "keep")
        yield Candidate(number, (*pieces[:beside], *term, *pieces[beside:]), beside, beside + len(term), beside=True)


def _forms(want: Wanted, said: str, language: str) -> list[str]:
    """Return the forms to try in the place of what a translation says; where the source has no number, in its one."""
    if want.kind not in TERMS:
        return list(want.accepted[:1])
    forms = list(want.accepted[:_MAX_FORMS])
    several = want.number == "plural" or any(may_be_plural(word, language) for word in tokens(fold(said, language)))
    if want.number == "singular" or want.is_verb(language) or not several:
        return forms
    made = [
        plural
        for form in want.accepted[:2]
        if want.number == "plural" or form == form.lower()  # what may be a name has no plural
        for plural in plurals(form, language)
    ]
    return list(dict.fromkeys(made or forms if want.number == "plural" else forms + made))


def _past(
    engine: Engine, pieces: Sequence[str], first: int, last: int, form: str, is_small: Callable[[str, str], bool]
) -> int:
    """Return where a stretch begins without small words before its noun, unless the form brings its own."""
    language = engine.package.target
    if is_small(re.split("[ '’]", form, maxsplit=1)[0], language):
        return first
    while (end := word_end(pieces, first, language)) < last and is_small(
        engine.target.decode(list(pieces[first:end])), language
    ):
        first = end
        if pieces[first] in ("'", "’") and first + 1 < last:
            first += 1
    return first


def _is_preposition(word: str, language: str) -> bool:
    return fold(word, language) in _PREPOSITIONS[language]


def _said_before(engine: Engine, left: Sequence[str]) -> tuple[int, str]:
    """Return where the last word begins, and the word: l' is one."""
    language = engine.package.target
    begin = word_before(left, len(left), language) if left else 0
    if begin and left[begin] in ("'", "’"):
        begin = word_before(left, begin, language)
    return begin, engine.target.decode(list(left[begin:]))


def _joined(engine: Engine, left: tuple[str, ...], form: str, marks: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what stands before a form with its last word as the form's first letter needs it."""
    begin, said = _said_before(engine, left)
    for word in fitting(said, form, engine.package.target):
        if word == said:
            yield left
        else:
            for spelling in dict.fromkeys(word.replace("'", mark) for mark in marks):
                yield (*left[:begin], *_shown(engine, spelling, said))


def _apostrophes(text: str) -> tuple[str, ...]:
    """Return the apostrophes to try: that of the text, or both where it has none, for models know one of them."""
    return tuple(mark for mark in "’'" if mark in text)[:1] or ("’", "'")


def _shown(engine: Engine, word: str, said: str) -> tuple[str, ...]:
    """Return the tokens of a word in place of another, with its capital."""
    return engine.target.encode(word.capitalize() if said[:1].isupper() else word).pieces if word else ()


def redetermined(engine: Engine, found: Candidate) -> Iterator[Candidate]:
    """Yield a candidate without the determiner before the term, and with others that may fit it."""
    language = engine.package.target
    left, rest = found.pieces[: found.start], found.pieces[found.end :]
    term = engine.target.decode(list(found.pieces[found.start : found.end]))
    (mark, *_) = _apostrophes(engine.target.decode(list(found.pieces)))
    begin = len(left)
    for _ in range(3):  # de l' is three tokens
        if not begin:
            return
        begin = word_before(left, begin, language)
        said = engine.target.decode(list(left[begin:]))
        group = next((group for group in GROUPS[language] if fold(said, language) in group), ())
        for other in ("", *group) if group else ():
            if (
                other == fold(said, language)
                or fitting(other.split(" ")[-1], term, language)[0] != other.split(" ")[-1]
            ):
                continue
            before = (*left[:begin], *_shown(engine, other.replace("'", mark), said))
            behind = term_pieces(engine, term, before, keep=False)
            yield Candidate(found.case, (*before, *behind, *rest), len(before), len(before) + len(behind))
