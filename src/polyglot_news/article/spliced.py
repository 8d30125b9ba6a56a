"""Statements put together from several places of an official text: a sentence of it, "[…]", and another one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

import attrs

from polyglot_news.align.model import Passage
from polyglot_news.compare.model import Comparison, Divergence
from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import Finding
from polyglot_news.text import Span, in_simplified, sentences_within

# What an article writes where it leaves something out.
_ELISION = re.compile(r"\s*(?:[\[(（【]\s*(?:…+|\.{3,}|⋯+)\s*[\])）】]|…+|\.{3,}|⋯+)\s*")
_LONGEST_ELISION = 16  # characters, white space included
_SURE = 0.8  # similarity from which a sentence vouches for a place of its own
_NOWHERE = 0.05  # similarity below which it has none
# Share of the words of a sentence that have a counterpart in a passage, below which the passage does not hold it. What
# stands there has mostly 0.55 and more, what does not seldom more than 0.3.
_LINKED = 0.35
_WELL_LINKED = 0.5  # the same for a passage that was only searched for because it resembles the sentence
# Share of the words of a passage with a counterpart in one sentence of a statement, and what another sentence adds to
# that, from and below which the passage renders the first one alone. Of sentences translated by two, 1 % are like that.
_RENDERED, _ADDS = 0.55, 0.08
_REPEATED = 0.8  # share of the words of the other sentence from which it says the same again
_UNFOUND = 0.9  # confidence that such a sentence is not in the text
_DETAILS = ("number", "name")  # what may be left out where the article says that it leaves something out


def sentences_of(quote: Quote, text: str, language: str) -> list[Quote]:
    """Return each sentence of a statement as a statement of its own, cut where the article leaves something out.

    Args:
        quote: the statement.
        text: the article.
        language: its language.
    """
    return [
        attrs.evolve(quote, contents=(span,), text=span.of(text))
        for content in quote.contents
        for stretch in _stretches(content, text)
        for span in sentences_within(stretch, text, language)
    ]


def _stretches(content: Span, text: str) -> Iterator[Span]:
    start = content.start
    for elision in _ELISION.finditer(text, content.start, content.end):
        if elision.start() > start:
            yield Span(start, elision.start())
        start = elision.end()
    if content.end > start:
        yield Span(start, content.end)


def by_place(
    quote: Quote, best: Passage, sentences: Sequence[tuple[Quote, Sequence[Passage]]], text: str, language: str
) -> list[tuple[Quote, Passage]]:
    """Part a statement by the places of one official text where its sentences stand.

    Args:
        quote: the statement.
        best: the passage of the text behind the statement as a whole.
        sentences: its sentences, each with the passages of this text behind it, the likeliest first.
        text: the article.
        language: its language.

    Returns:
        The statement and its passage; or, if its sentences surely stand in places of their own, its parts in the order
        of the article, each with the passage behind it.
    """
    if alone := _one_by_one(quote, best, sentences, text, language):
        return alone
    homes = [_home(found, best) for _, found in sentences]
    if all(home is best for home in homes):
        return [(quote, _begun(best, best.core, [found[0] for _, found in sentences if found]))]
    parts: dict[Passage, list[Quote]] = {}
    for (sentence, _), home in zip(sentences, homes, strict=True):
        parts.setdefault(home, []).append(sentence)
    return [(_joined(group, text, language), home) for home, group in parts.items()]


def _one_by_one(
    quote: Quote, best: Passage, sentences: Sequence[tuple[Quote, Sequence[Passage]]], text: str, language: str
) -> list[tuple[Quote, Passage]]:
    """Return each sentence of a statement with the passage behind it, if all surely have one, and none the same.

    So what is sure of one sentence does not outweigh what is found in another, and what stands between two of them
    is not left out. What the statement as a whole covers of a passage, its sentence does; what sticks out of the
    passage of the whole the sentence covers by itself.
    """
    if len(sentences) < 2 or len(sentences) < len(sentences_of(quote, text, language)):
        return []
    firsts = [_nearest(found, best) for _, found in sentences if found]
    homes = [first for first in firsts if first.similarity >= _SURE]
    alone = all(one.span.end <= two.span.start for one, two in pairwise(sorted(homes, key=lambda home: home.span)))
    if len(homes) < len(sentences) or not alone:
        return []
    cores = [_covered(home, best) for home in homes]
    parts = zip(sentences, homes, cores, strict=True)
    return [(one, _begun(home, core, homes)) for (one, _), home, core in parts]


def _covered(home: Passage, best: Passage) -> Span:
    """Return what a sentence covers of its passage."""
    common = _common(home.span, best.core)
    if common is None:
        return home.core
    return common if home.span.overlap(best.span) == len(home.span) else common.with_(home.core)


def _begun(passage: Passage, core: Span, homes: Sequence[Passage]) -> Passage:
    """Return a passage with a core that begins where the first sentence of the statement does.

    What stands before that in the official sentence is not quoted: "As you may know: | we will not sell."
    """
    first = min(homes, key=lambda home: home.span, default=passage)
    if first.similarity >= _SURE and first.span.start == passage.span.start:
        core = _common(core, Span(first.core.start, passage.span.end)) or core
    return attrs.evolve(passage, core=core)


def _common(one: Span, other: Span) -> Span | None:
    return Span(max(one.start, other.start), min(one.end, other.end)) if one.overlap(other) else None


def _home(found: Sequence[Passage], best: Passage) -> Passage:
    """Return the passage behind a sentence: the best one of the statement, unless it surely stands elsewhere."""
    if not found:
        return best
    first = _nearest(found, best)
    return first if first.similarity >= _SURE and not first.span.overlap(best.span) else best


def _nearest(found: Sequence[Passage], best: Passage) -> Passage:
    """Return the likeliest passage behind a sentence; of several that it may render the one where the statement is."""
    ties = (one for one in found if one.matched and one.span.overlap(best.span))
    return next(ties, found[0])


def without_place(sentences: Sequence[tuple[Quote, Sequence[Passage]]]) -> list[Span]:
    """Return the sentences of a statement that no official text seems to hold, where one holds another of them."""
    best = [max((passage.similarity for passage in found), default=0.0) for _, found in sentences]
    if max(best, default=0.0) < _SURE:
        return []
    return [sentence.contents[0] for (sentence, _), one in zip(sentences, best, strict=True) if one < _NOWHERE]


def unfound(
    sentences: Sequence[tuple[Quote, Sequence[Passage]]],
    held: Collection[Passage],
    language: str,
    languages: Sequence[str],
) -> list[Span]:
    """Return the sentences of a statement of which the passages behind it hold nothing, and no other passage either.

    A passage that renders another sentence of the statement, and nothing beside it, does not hold one that speaks of
    the same: “We will close two mines,” he said. “The mines made us poor.”

    Args:
        sentences: its sentences, each with the passages of all official texts behind it.
        held: the passages behind the statement; without any, nothing is returned.
        language: the language of the article.
        languages: those of the official texts.
    """
    from polyglot_news.align.likeness import word_likeness

    @cache  # a look at words takes long, and each sentence is compared with the passages of all others
    def likeness(one: str, other: str, here: str, there: str) -> float:
        return word_likeness(in_simplified(one, here), in_simplified(other, there), here, there)["linked"]

    def linked(sentence: Quote, passage: Passage) -> float:
        return likeness(sentence.text, passage.text, language, languages[passage.document])

    def is_anothers(sentence: Quote, passage: Passage) -> bool:
        own, there = linked(sentence, passage), languages[passage.document]
        if own >= _REPEATED:
            return False
        for other, _ in sentences:
            if linked(other, passage) <= own:
                continue
            rendered = likeness(passage.text, other.text, there, language)
            both = f"{other.text}\n{sentence.text}"
            if rendered >= _RENDERED and likeness(passage.text, both, there, language) - rendered < _ADDS:
                return True
        return False

    def is_held(sentence: Quote, found: Sequence[Passage]) -> bool:
        if any(linked(sentence, passage) >= _LINKED and not is_anothers(sentence, passage) for passage in held):
            return True
        own = [one for one in found if one.matched]
        beside = [passage for passage in held if any(_overlap(one, passage) for one in own)]
        others = [passage for passage in beside if is_anothers(sentence, passage)]
        own = [one for one in own if not any(_is_part(one, other) for other in others)]
        if any(_overlap(one, other) for one in own for other in beside if other not in others):
            return True
        return any(passage.similarity >= _SURE or linked(sentence, passage) >= _WELL_LINKED for passage in own)

    return [sentence.contents[0] for sentence, found in sentences if held and not is_held(sentence, found)]


def _overlap(one: Passage, other: Passage) -> int:
    return one.span.overlap(other.span) if one.document == other.document else 0


def _is_part(one: Passage, other: Passage) -> bool:
    return _overlap(one, other) == len(one.span)


def remarks(sentences: Sequence[Span], findings: Sequence[Finding], document: int, text: str) -> list[Finding]:
    """Say of each sentence of a statement that was not found, and in which nothing is, that it was not found.

    Args:
        sentences: the sentences that were not found.
        findings: what was found.
        document: an official text that holds the rest of the statement.
        text: the article.
    """
    shown = [finding.divergence.rendering for finding in findings if finding.divergence.severity != "minor"]
    return [
        Finding(
            document=document,
            divergence=Divergence(
                kind="addition",
                severity="major",
                confidence=_UNFOUND,
                rendering=sentence,
                official=None,
                reason=f"Nothing like “{sentence.of(text)}” was found in the official text.",
            ),
        )
        for sentence in sentences
        if not any(span is not None and span.overlap(sentence) for span in shown)
    ]


def without_elided(found: Comparison, quote: Quote, core: Span, text: str) -> Comparison:
    """Drop the figures and names that a statement lacks where the article says that it leaves something out.

    Args:
        found: what the comparison with a passage says.
        quote: the statement, or a part of it.
        core: the stretch of the official text that it renders.
        text: the article.
    """
    start, end = quote.contents[0].start, quote.contents[-1].end
    after = _ELISION.match(text, end) is not None
    before = any(elision.end() == start for elision in _ELISION.finditer(text, max(0, start - _LONGEST_ELISION), start))

    def is_elided(one: Divergence) -> bool:
        place = one.official
        if one.kind not in _DETAILS or one.evidence("rendering") is not None or place is None:
            return False
        return (after and place.start >= core.end) or (before and place.end <= core.start)

    return attrs.evolve(
        found,
        divergences=tuple(one for one in found.divergences if not is_elided(one)),
        suspected=tuple(one for one in found.suspected if not is_elided(one)),
    )


def told_of_sentences(findings: Sequence[Finding], sentences: Sequence[Span]) -> list[Finding]:
    """Say of a sentence that stands nowhere, and in which something is found, only that it stands nowhere."""
    told = list(findings)
    for sentence in sentences:
        inside = [one for one in told if one.divergence.rendering and one.divergence.rendering.overlap(sentence)]
        if not any(one.divergence.severity != "minor" for one in inside):
            continue
        surest = max(inside, key=lambda one: one.divergence.confidence)
        whole = Divergence(
            kind="addition",
            severity="critical",
            confidence=surest.divergence.confidence,
            rendering=sentence,
            official=None,
            reason="The official text has nothing like this sentence.",
        )
        told = [one for one in told if one not in inside] + [attrs.evolve(surest, divergence=whole)]
    return told


def _joined(sentences: Sequence[Quote], text: str, language: str) -> Quote:
    """Return some sentences of a statement as one, those that stand side by side in one piece."""
    spans: list[Span] = []
    for sentence in sentences:
        span = sentence.contents[0]
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    joint = "" if language == "zh" else " "
    return attrs.evolve(sentences[0], contents=tuple(spans), text=joint.join(span.of(text) for span in spans))
