"""Terms in the output of any model: by annotations where it knows them, else by constrained decoding again.

For each term that the plain output lacks, the model's attention names the place where its translation stands. There
an accepted form is put in: the decoder goes on freely behind it (target prefix), or the rest stays as it was. The
model itself judges the candidates (``score_batch``). After Dinu et al. 2019 (annotations) and Hokamp and Liu 2017
(constrained decoding), without a change to the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from polyglot_news.glossary.words import fold, plurals, stem, tokens
from polyglot_news.translate.engine import Decoding, Engine, Hypothesis, Job
from polyglot_news.translate.packages import Annotations
from polyglot_news.translate.pieces import SPACE
from polyglot_news.translate.terms import NAMES, Wanted, missing

_MAX_FORMS = 4  # accepted forms that are tried
_MAX_CONTINUED = 2  # of them, with what may stand before them, from which the decoder goes on
_MAX_ROUNDS = 12
_SURE = 0.3  # attention, on average, with which a name is taken to be translated there
_HEAVY = 0.35  # attention from which a token counts as a term's translation
# Nats per token that the words around a term may lose before the plain output is kept.
_TOLERANCE = {"term": 1.0, "keep": 2.0}
# French and English words before a noun of which another may fit the new one.
_DETERMINERS = {
    "fr": (
        ("le", "la", "les", "l'"),
        ("un", "une", "des"),
        ("du", "de la", "des", "de l'", "de", "d'"),
        ("au", "à la", "aux", "à l'"),
        ("ce", "cette", "ces", "cet"),
    ),
    "en": (("a", "an", "the"),),
    "zh": (),
}


@attrs.define(kw_only=True)
class Case:
    """One sentence under work.

    Attributes:
        sentence: the source, as the model gets it.
        source: its tokens.
        asked: what its translation must have.
        plain: the translation without constraints.
        best: the translation so far.
        given_up: what could not be put in without harm.
        anchor: mean log-probability of a token of the plain translation, once it is known.
    """

    sentence: str
    source: tuple[str, ...]
    asked: Sequence[Wanted]
    plain: Hypothesis
    best: Hypothesis
    given_up: list[Wanted] = attrs.Factory(list)
    anchor: float | None = None

    def missing(self, language: str) -> list[Wanted]:
        """Return what the translation does not render as it must."""
        return missing(self.best.text, self.asked, language)

    def open(self, language: str) -> list[Wanted]:
        """Return what is to be put in and has not been tried in vain; for names this would cost too much."""
        return [
            want
            for want in self.missing(language)
            if want.accepted and want.kind not in NAMES and want not in self.given_up
        ]


def enforce(
    engine: Engine,
    sentences: Sequence[str],
    asked: Sequence[Sequence[Wanted]],
    plain: Sequence[Hypothesis],
    decoding: Decoding,
) -> list[Case]:
    """Put into translations what they must have.

    Args:
        engine: the model.
        sentences: the sources.
        asked: what each translation must have.
        plain: the translations as they are.
        decoding: how to search.
    """
    language = engine.package.target
    cases = [
        Case(sentence=sentence, source=engine.source.encode(sentence).pieces, asked=wants, plain=first, best=first)
        for sentence, wants, first in zip(sentences, asked, plain, strict=True)
    ]
    if engine.package.annotations:
        _annotate(engine, [case for case in cases if case.open(language)], decoding)
    _avoid(engine, cases, decoding)
    for _ in range(_MAX_ROUNDS):
        at_work = [case for case in cases if case.open(language)]
        if not at_work:
            break
        _round(engine, at_work, decoding)
    _avoid(engine, cases, decoding)
    return cases


def _annotated(sentence: str, asked: Iterable[Wanted], marks: Annotations) -> str:
    """Return a sentence with what is asked for shown to the model, as it was trained to see it."""
    text, end = "", len(sentence)
    for want in sorted(asked, key=lambda want: -want.span.start):
        form = f"{marks.start}{want.span.of(sentence)}{marks.middle}{want.accepted[0]}{marks.end}"
        text = form + sentence[want.span.end : end] + text
        end = want.span.start
    return sentence[:end] + text


def _annotate(engine: Engine, cases: Sequence[Case], decoding: Decoding) -> None:
    """Decode sentences again with their missing terms annotated."""
    marks, language = engine.package.annotations, engine.package.target
    if marks is None:
        return
    shown = [_annotated(case.sentence, case.open(language), marks) for case in cases]
    for case, hypothesis in zip(cases, engine.translate(shown, decoding=decoding), strict=True):
        if len(missing(hypothesis.text, case.asked, language)) < len(case.missing(language)):
            case.best = hypothesis


def _avoid(engine: Engine, cases: Sequence[Case], decoding: Decoding) -> None:
    """Decode sentences again whose translation has a forbidden form, with that form suppressed."""
    language = engine.package.target
    groups: dict[tuple[tuple[str, ...], ...], list[Case]] = {}
    for case in cases:
        forms = sorted(
            {
                presence.span.of(case.best.text)
                for want in case.asked
                for presence in want.wrong(case.best.text, language)
            }
        )
        if forms:
            groups.setdefault(tuple(_spellings(engine, forms)), []).append(case)
    for suppress, group in sorted(groups.items()):
        jobs = [Job(source=case.source) for case in group]
        found = [hypotheses[0] for hypotheses in engine.decode(jobs, decoding=decoding, suppress=suppress)]
        for case, hypothesis in zip(group, engine.mend(jobs, found, decoding=decoding), strict=True):
            if len(missing(hypothesis.text, case.asked, language)) < len(case.missing(language)):
                case.best = hypothesis


def _spellings(engine: Engine, forms: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the token sequences of forms: as they are, with a small and with a capital letter, and inside a word."""
    return sorted(
        {
            engine.target.encode(spelling, inside=inside).pieces
            for form in forms
            for spelling in (form, form[:1].lower() + form[1:], form[:1].upper() + form[1:])
            for inside in (False, True)
        }
    )


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
    found = []
    for want in names:
        weights = _weights(engine, sentence, want, said)
        found.append((_whole_words(pieces, *_window(weights), language), want, weights))
    for (start, end), want, weights in sorted(found, key=lambda item: item[0], reverse=True):
        old = engine.target.decode(pieces[start:end])
        sure = sum(weights[start:end]) >= _SURE * (end - start)
        if end <= free and sure and _may_be_name(old, language) and old not in present:
            pieces[start:end] = _term_pieces(engine, want.accepted[0], pieces[:start], keep=True)
            free = start
    return attrs.evolve(said, text=engine.target.decode(pieces), pieces=tuple(pieces), attention=())


def _may_be_name(text: str, language: str) -> bool:
    """Tell whether a stretch of a translation looks like an attempt at a name."""
    return bool(text) and (language == "zh" or any(word[:1].isupper() for word in text.split()))


@attrs.frozen
class _Candidate:
    """A translation with a term put in.

    Attributes:
        case: the index of its sentence.
        pieces: its tokens.
        start: where the term begins among them.
        end: where it ends.
        log_probs: of each token and the end; () before it is scored.
    """

    case: int
    pieces: tuple[str, ...]
    start: int
    end: int
    log_probs: tuple[float, ...] = ()

    @property
    def score(self) -> float:
        """Mean log-probability of a token."""
        return _mean(self.log_probs)

    @property
    def around(self) -> float:
        """Mean log-probability of a token that is no part of the term."""
        return _mean([*self.log_probs[: self.start], *self.log_probs[self.end :]])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _round(engine: Engine, cases: Sequence[Case], decoding: Decoding) -> None:
    """Put one more term into each sentence."""
    language = engine.package.target
    _attend(engine, cases)
    _anchor(engine, [case for case in cases if case.anchor is None])
    targets = [_leftmost(engine, case) for case in cases]
    replaced = _scored(
        engine,
        cases,
        [each for index, want in enumerate(targets) for each in _replaced(engine, cases[index], want, index)],
    )
    others = [
        each
        for found in _promising(replaced)
        if targets[found.case].kind == "term"
        for each in _redetermined(engine, found)
    ]
    replaced += _scored(engine, cases, others)
    continued = _scored(engine, cases, _continued(engine, cases, _promising(replaced), decoding))
    best: dict[int, tuple[tuple[int, float], _Candidate]] = {}
    for candidate in (*replaced, *continued):
        case = cases[candidate.case]
        text = engine.target.decode(list(candidate.pieces))
        if targets[candidate.case].satisfied(text, language):
            rank = (-len(missing(text, case.asked, language)), candidate.score)
            if candidate.case not in best or rank > best[candidate.case][0]:
                best[candidate.case] = (rank, candidate)
    for index, (case, want) in enumerate(zip(cases, targets, strict=True)):
        if index in best and (case.anchor or 0.0) - best[index][1].around <= _TOLERANCE[want.kind]:
            winner = best[index][1]
            text = engine.target.decode(list(winner.pieces))
            case.best = Hypothesis(text=text, pieces=winner.pieces, score=winner.score)
        else:
            case.given_up.append(want)


def _scored(engine: Engine, cases: Sequence[Case], candidates: Sequence[_Candidate]) -> list[_Candidate]:
    scores = engine.score_pieces([(cases[candidate.case].source, candidate.pieces) for candidate in candidates])
    return [
        attrs.evolve(candidate, log_probs=tuple(log_probs))
        for candidate, log_probs in zip(candidates, scores, strict=True)
    ]


def _promising(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the best beginnings for each sentence."""
    beginnings: dict[int, dict[tuple[str, ...], _Candidate]] = {}
    for candidate in sorted(candidates, key=lambda candidate: -candidate.score):
        found = beginnings.setdefault(candidate.case, {})
        if len(found) < _MAX_CONTINUED:
            found.setdefault(candidate.pieces[: candidate.end], candidate)
    return [candidate for found in beginnings.values() for candidate in found.values()]


def _continued(
    engine: Engine, cases: Sequence[Case], candidates: Sequence[_Candidate], decoding: Decoding
) -> list[_Candidate]:
    """Let the decoder go on freely behind the term."""
    jobs = [Job(source=cases[found.case].source, prefix=found.pieces[: found.end]) for found in candidates]
    return [
        attrs.evolve(candidate, pieces=hypothesis.pieces, log_probs=())
        for candidate, (hypothesis, *_) in zip(candidates, engine.decode(jobs, decoding=decoding), strict=True)
    ]


def _attend(engine: Engine, cases: Sequence[Case]) -> None:
    """Give every best translation its attention."""
    weights = engine.attend_pieces([(case.source, case.best.pieces) for case in cases])
    for case, rows in zip(cases, weights, strict=True):
        case.best = attrs.evolve(case.best, attention=rows)


def _anchor(engine: Engine, cases: Sequence[Case]) -> None:
    scores = engine.score_pieces([(case.source, case.plain.pieces) for case in cases])
    for case, log_probs in zip(cases, scores, strict=True):
        case.anchor = _mean(log_probs)


def _weights(engine: Engine, sentence: str, want: Wanted, said: Hypothesis) -> list[float]:
    """Return how much of each target token's attention lies on a term."""
    spans = engine.source.encode(sentence).spans
    columns = [index for index, span in enumerate(spans) if span.overlap(want.span)]
    return [sum(row[column] for column in columns if column < len(row)) for row in said.attention]


def _leftmost(engine: Engine, case: Case) -> Wanted:
    """Return the missing term whose translation would come first, so that what is put in stays in."""
    return min(
        (want for want in case.open(engine.package.target) if want.accepted),
        key=lambda want: _window(_weights(engine, case.sentence, want, case.best)),
    )


def _window(weights: Sequence[float]) -> tuple[int, int]:
    """Return the stretch of tokens that translate a term: the heaviest run, with gaps of one token."""
    if not weights:
        return 0, 0
    heavy = [index for index, weight in enumerate(weights) if weight >= _HEAVY]
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


def _replaced(engine: Engine, case: Case, want: Wanted, number: int) -> Iterator[_Candidate]:
    """Yield translations with a form of the term in the place that the attention names."""
    language = engine.package.target
    pieces = case.best.pieces
    start, end = _whole_words(pieces, *_window(_weights(engine, case.sentence, want, case.best)), language)
    for form in _forms(want, language):
        first, last = _widened(pieces, start, end, form, language)
        left = pieces[:first]
        term = _term_pieces(engine, form, left, keep=want.kind == "keep")
        yield _Candidate(number, (*left, *term, *pieces[last:]), first, first + len(term))


def _forms(want: Wanted, language: str) -> list[str]:
    if want.kind != "term":
        return list(want.accepted[:1])
    forms = list(want.accepted[:_MAX_FORMS])
    for form in want.accepted[:2]:
        if form == form.lower():  # names have no plural
            forms += plurals(form, language)
    return list(dict.fromkeys(forms))


def _whole_words(pieces: Sequence[str], start: int, end: int, language: str) -> tuple[int, int]:
    """Widen a stretch of tokens to whole words."""
    if language != "zh":
        while 0 < start < len(pieces) and not _opens_word(pieces[start]):
            start -= 1
        while end < len(pieces) and not _opens_word(pieces[end]):
            end += 1
        while start < end - 1 and pieces[start] in ("'", "’"):  # l' is a word of its own
            start += 1
    if end == len(pieces) and end - start > 1 and not any(map(str.isalnum, pieces[end - 1])):
        end -= 1  # the final stop is no part of a term
    return start, end


def _opens_word(piece: str) -> bool:
    return piece.startswith(SPACE) or not any(map(str.isalnum, piece))


def _widened(pieces: Sequence[str], start: int, end: int, form: str, language: str) -> tuple[int, int]:
    """Take neighbours that the term says too into the stretch that it replaces."""
    if language == "zh":
        return start, end
    said = {stem(word, language) for word in tokens(fold(form, language)) if len(word) > 2}
    while end < len(pieces) and (follows := _word(pieces, end)) and _stem(pieces[end:follows], language) in said:
        end = follows
    while start > 0 and (begin := _word_before(pieces, start)) < start and _stem(pieces[begin:start], language) in said:
        start = begin
    return start, end


def _word(pieces: Sequence[str], start: int) -> int:
    """Return where the word that begins at a token ends."""
    end = start + 1
    while end < len(pieces) and not _opens_word(pieces[end]):
        end += 1
    return end


def _word_before(pieces: Sequence[str], end: int) -> int:
    start = end - 1
    while start > 0 and not _opens_word(pieces[start]):
        start -= 1
    return start


def _stem(pieces: Sequence[str], language: str) -> str:
    return stem(fold("".join(pieces).replace(SPACE, ""), language), language)


def _redetermined(engine: Engine, found: _Candidate) -> Iterator[_Candidate]:
    """Yield a candidate without the determiner before the term, and with others that may fit it."""
    language = engine.package.target
    left, term, rest = found.pieces[: found.start], found.pieces[found.start : found.end], found.pieces[found.end :]
    begin = len(left)
    for _ in range(3):  # de l' is three tokens
        begin = _word_before(left, begin) if begin else 0
        said = engine.target.decode(list(left[begin:]))
        group = next((group for group in _DETERMINERS[language] if fold(said, language) in group), ())
        for other in ("", *group):
            shown = other.capitalize() if said[:1].isupper() else other
            before = (*left[:begin], *(engine.target.encode(shown).pieces if shown else ()))
            inside = engine.target.encode(engine.target.decode(list(term)), inside=before[-1:] == ("'",)).pieces
            if group and other != fold(said, language):
                yield _Candidate(found.case, (*before, *inside, *rest), len(before), len(before) + len(inside))


def _term_pieces(engine: Engine, form: str, left: Sequence[str], *, keep: bool) -> tuple[str, ...]:
    """Tokenise a term as it goes on behind what stands before it."""
    if not any(any(map(str.isalnum, piece)) for piece in left) and not keep:
        form = form[:1].upper() + form[1:]
    before = left[-1] if left else ""
    inside = bool(left) and (engine.package.target == "zh" or before.endswith(("'", "’", "-", "(", "“", '"', "/")))
    return engine.target.encode(form, inside=inside).pieces
