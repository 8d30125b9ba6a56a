"""Terms in the output of any model: by annotations where it knows them, else by constrained decoding again.

For each term that the plain output lacks, the model's attention names the place where its translation stands. There
an accepted form is put in: the decoder goes on freely behind it (target prefix), or the rest stays as it was. The
model itself judges the candidates (``score_batch``). After Dinu et al. 2019 (annotations) and Hokamp and Liu 2017
(constrained decoding), without a change to the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from polyglot_news.text import Span
from polyglot_news.translate.candidates import Candidate, mean, place_of, redetermined, replaced
from polyglot_news.translate.decoding import Decoding, Hypothesis, Job
from polyglot_news.translate.engine import Engine
from polyglot_news.translate.guard import loops
from polyglot_news.translate.packages import Annotations
from polyglot_news.translate.place import whole_words
from polyglot_news.translate.senses import SURE, other_sense
from polyglot_news.translate.terms import NAMES, TERMS, Wanted, missing
from polyglot_news.verbs import is_infinitive

_MAX_CONTINUED = 2  # of them, with what may stand before them, from which the decoder goes on
_MAX_ROUNDS = 12
_AT_ONCE = 64  # sentences under work: each has a dozen candidates and their attention
# Nats per token that the words around a term may lose before the plain output is kept. On the development sets chrF
# still rises from 1 to 2.
_TOLERANCE = {"term": 2.0, "currency": 2.0, "keep": 4.0}


@attrs.define(kw_only=True)
class Case:
    """One sentence under work.

    Attributes:
        sentence: the source, as the model gets it.
        source: its tokens.
        spans: where they stand in it.
        asked: what its translation must have.
        plain: the translation without constraints.
        best: the translation so far.
        given_up: what could not be put in without harm.
        anchor: mean log-probability of a token of the plain translation, once it is known.
    """

    sentence: str
    source: tuple[str, ...]
    spans: tuple[Span, ...]
    asked: Sequence[Wanted]
    plain: Hypothesis
    best: Hypothesis
    given_up: list[Wanted] = attrs.Factory(list)
    anchor: float | None = None

    def missing(self, language: str) -> list[Wanted]:
        """Return what the translation does not render as it must."""
        return missing(self.best.text, self.asked, language)

    def open(self, language: str) -> list[Wanted]:
        """Return what is to be put in and has not been given up; for names this would cost too much."""
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
) -> list[Hypothesis]:
    """Put into translations what they must have.

    Args:
        engine: the model.
        sentences: the sources.
        asked: what each translation must have.
        plain: the translations as they are.
        decoding: how to search.

    Returns:
        The translations with it, or as they are where every other is clearly worse.
    """
    language = engine.package.target
    best = list(plain)
    cases: dict[int, Case] = {}
    for index, (sentence, wants, first) in enumerate(zip(sentences, asked, plain, strict=True)):
        if any(want.kind not in NAMES for want in missing(first.text, wants, language)):
            tokens = engine.source.encode(sentence)
            if loops(tokens.pieces, ()):
                continue  # a word said over and over is no sentence, and every round would cost as much as the last
            cases[index] = Case(
                sentence=sentence, source=tokens.pieces, spans=tokens.spans, asked=wants, plain=first, best=first
            )
    at_work = list(cases.values())
    for start in range(0, len(at_work), _AT_ONCE):
        _work(engine, at_work[start : start + _AT_ONCE], decoding)
    for index, case in cases.items():
        best[index] = case.best
    return best


def _work(engine: Engine, cases: Sequence[Case], decoding: Decoding) -> None:
    language = engine.package.target
    _leave_conjugated(engine, [case for case in cases if any(want.is_verb(language) for want in case.open(language))])
    _leave_other_senses(engine, [case for case in cases if any(want.kind == "term" for want in case.open(language))])
    if engine.package.annotations:
        _annotate(engine, [case for case in cases if case.open(language)], decoding)
    _avoid(engine, cases, decoding)
    for _ in range(_MAX_ROUNDS):
        at_work = [case for case in cases if case.open(language)]
        if not at_work:
            break
        _round(engine, at_work, decoding)
    _avoid(engine, cases, decoding)


def _leave_conjugated(engine: Engine, cases: Sequence[Case]) -> None:
    """Give up verbs that the sentence conjugates: one can only be put in the place of another infinitive."""
    language = engine.package.target
    _attend(engine, cases)
    for case in cases:
        for want in case.open(language):
            if want.is_verb(language):
                said = _said(engine, case, want)[0]
                if not is_infinitive(said, language) or want.present(said, language):
                    case.given_up.append(want)


def _said(engine: Engine, case: Case, want: Wanted) -> tuple[str, int, int]:
    """Return what stands in a translation, of which the attention is known, for a term, and its tokens' place."""
    pieces, language = case.best.pieces, engine.package.target
    start, end = whole_words(pieces, *_place(engine, case, want), language)
    return engine.target.decode(list(pieces[start:end])), start, end


def _leave_other_senses(engine: Engine, cases: Sequence[Case]) -> None:
    """Give up terms that the text, as the model is sure, means in another sense than the glossary.

    What the glossary forbids is no other sense: it names the very rendering that it does not want.
    """
    source, target = engine.package.source, engine.package.target
    if "zh" in (source, target):
        return
    _attend(engine, cases)
    for case, log_probs in zip(cases, _plain_scores(engine, cases), strict=True):
        for want in case.open(target):
            said, start, end = _said(engine, case, want)
            if want.wrong(said, target) or mean(log_probs[start:end]) < SURE:
                continue
            if other_sense(want.span.of(case.sentence), said, want.accepted, source, target):
                case.given_up.append(want)


def annotated(sentence: str, asked: Iterable[Wanted], marks: Annotations, target: str) -> str:
    """Return a sentence with what is asked for shown to the model, as it was trained to see it.

    The space before a term moves behind the start mark, and the form gets one unless it is Chinese, so that both are
    cut into the tokens that they have in running text.
    """
    parts, done = [], 0
    for want in sorted(asked, key=lambda want: want.span):
        start, end = want.span
        spaced = start > done and sentence[start - 1] == " "
        form = want.accepted[0] if target == "zh" else f" {want.accepted[0]}"
        parts += [sentence[done : start - spaced], marks.start, " " * spaced, sentence[start:end], marks.middle, form]
        parts.append(marks.end)
        done = end
    return "".join(parts) + sentence[done:]


def _annotate(engine: Engine, cases: Sequence[Case], decoding: Decoding) -> None:
    """Decode sentences again with their missing terms annotated."""
    marks, language = engine.package.annotations, engine.package.target
    if marks is None:
        return
    shown = [annotated(case.sentence, case.open(language), marks, language) for case in cases]
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


def _round(engine: Engine, cases: Sequence[Case], decoding: Decoding) -> None:
    """Put one more term into each sentence."""
    language = engine.package.target
    _attend(engine, cases)
    _anchor(engine, [case for case in cases if case.anchor is None])
    targets = [_leftmost(engine, case) for case in cases]
    candidates = _scored(
        engine,
        cases,
        [
            each
            for index, (case, want) in enumerate(zip(cases, targets, strict=True))
            for each in replaced(engine, _place(engine, case, want), case.best, want, index)
        ],
    )
    others = [
        each
        for found in _promising(candidates)
        if targets[found.case].kind in TERMS
        for each in redetermined(engine, found)
    ]
    candidates += _scored(engine, cases, others)
    continued = _scored(engine, cases, _continued(engine, cases, _promising(candidates), decoding))
    best: dict[int, tuple[tuple[bool, int, float], Candidate]] = {}
    for candidate in (*candidates, *continued):
        case = cases[candidate.case]
        text = engine.target.decode(list(candidate.pieces))
        lacking = missing(text, case.asked, language)
        if doubled(text, targets[candidate.case]) > doubled(case.best.text, targets[candidate.case]):
            continue
        if targets[candidate.case] not in lacking and len(lacking) < len(case.missing(language)):
            rank = (not candidate.beside, -len(lacking), candidate.score)
            if candidate.case not in best or rank > best[candidate.case][0]:
                best[candidate.case] = (rank, candidate)
    for index, (case, want) in enumerate(zip(cases, targets, strict=True)):
        if index in best and (case.anchor or 0.0) - best[index][1].around <= _TOLERANCE[want.kind]:
            winner = best[index][1]
            text = engine.target.decode(list(winner.pieces))
            case.best = Hypothesis(text=text, pieces=winner.pieces, score=winner.score)
        else:
            case.given_up.append(want)


def doubled(text: str, want: Wanted) -> int:
    """Return how often a form of a term stands twice in a row, which comes of a place that was not clear."""
    return sum(text.count(form + form) + text.count(f"{form} {form}") for form in want.accepted)


def _scored(engine: Engine, cases: Sequence[Case], candidates: Sequence[Candidate]) -> list[Candidate]:
    scores = engine.score_pieces([(cases[candidate.case].source, candidate.pieces) for candidate in candidates])
    return [
        attrs.evolve(candidate, log_probs=tuple(log_probs))
        for candidate, log_probs in zip(candidates, scores, strict=True)
    ]


def _promising(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the best beginnings for each sentence."""
    beginnings: dict[int, dict[tuple[str, ...], Candidate]] = {}
    for candidate in sorted(candidates, key=lambda candidate: (candidate.beside, -candidate.score)):
        found = beginnings.setdefault(candidate.case, {})
        if len(found) < _MAX_CONTINUED:
            found.setdefault(candidate.pieces[: candidate.end], candidate)
    return [candidate for found in beginnings.values() for candidate in found.values()]


def _continued(
    engine: Engine, cases: Sequence[Case], candidates: Sequence[Candidate], decoding: Decoding
) -> list[Candidate]:
    """Let the decoder go on freely behind the term, not in its last word: it likes to put an s there."""
    jobs = [Job(source=cases[found.case].source, prefix=found.pieces[: found.end]) for found in candidates]
    return [
        attrs.evolve(candidate, pieces=hypothesis.pieces, log_probs=())
        for candidate, (hypothesis, *_) in zip(candidates, engine.decode(jobs, decoding=decoding), strict=True)
        if engine.package.target == "zh" or not "".join(hypothesis.pieces[candidate.end :])[:1].isalnum()
    ]


def _attend(engine: Engine, cases: Sequence[Case]) -> None:
    """Give every best translation its attention."""
    weights = engine.attend_pieces([(case.source, case.best.pieces) for case in cases])
    for case, rows in zip(cases, weights, strict=True):
        case.best = attrs.evolve(case.best, attention=rows)


def _anchor(engine: Engine, cases: Sequence[Case]) -> None:
    for case, log_probs in zip(cases, _plain_scores(engine, cases), strict=True):
        case.anchor = mean(log_probs)


def _plain_scores(engine: Engine, cases: Sequence[Case]) -> list[list[float]]:
    return engine.score_pieces([(case.source, case.plain.pieces) for case in cases])


def _leftmost(engine: Engine, case: Case) -> Wanted:
    """Return the missing term whose translation would come first, so that what is put in stays in."""
    return min(
        (want for want in case.open(engine.package.target) if want.accepted),
        key=lambda want: _place(engine, case, want),
    )


def _place(engine: Engine, case: Case, want: Wanted) -> tuple[int, int]:
    """Return the tokens that stand for a term; none that belong to another one."""
    language, text = engine.package.target, case.best.text
    others = [found.span for other in case.asked if other is not want for found in other.present(text, language)]
    return place_of(engine, case.sentence, case.spans, case.best, want, _tokens_in(engine, case.best, others))


def _tokens_in(engine: Engine, said: Hypothesis, spans: Sequence[Span]) -> set[int]:
    """Return the tokens of which the last character stands in one of several stretches of the text."""
    if not spans:
        return set()
    ends = [len(engine.target.decode(list(said.pieces[: index + 1]))) for index in range(len(said.pieces))]
    return {index for index, end in enumerate(ends) if any(span.start < end <= span.end for span in spans)}
