"""Every statement of an article, checked against the official texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.model import Encoder, Passage
from polyglot_news.article.beside import without_told_beside
from polyglot_news.article.grown import grown
from polyglot_news.article.negated import with_negation
from polyglot_news.article.retold import without_much
from polyglot_news.article.said import said_in
from polyglot_news.article.spliced import (
    by_place,
    remarks,
    sentences_of,
    told_of_sentences,
    unfound,
    without_elided,
    without_place,
)
from polyglot_news.article.strangers import without_strangers
from polyglot_news.article.translated import with_translations
from polyglot_news.article.versions import (
    are_apart,
    in_doubt,
    is_sure,
    told_once,
    weigh_versions,
    without_doubtful_versions,
    without_other_figures,
    without_trifles,
    worth_a_look,
)
from polyglot_news.compare.model import GENERIC, Comparison, Divergence, Verdict
from polyglot_news.documents import Document, document_of, told_apart
from polyglot_news.errors import InputError
from polyglot_news.given import check_type
from polyglot_news.language import known_language
from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import DOUBTFUL, SEVERITIES, Finding, Item, Report, Source
from polyglot_news.signature import signature
from polyglot_news.text import Span

if TYPE_CHECKING:
    from polyglot_news.align.index import PassageIndex
    from polyglot_news.glossary import Glossary
    from polyglot_news.translate import Translator

_SURE_OF_ONE = 0.7  # confidence from which words without a counterpart tell against one sentence of several


def compare_article(
    article: Document | str,
    officials: Iterable[Document | str] | Document | str,
    *,
    glossary: Glossary | None = None,
    translator: Translator | None = None,
    encoder: Encoder | None = None,
    index: PassageIndex | None = None,
) -> Report:
    """Check every quoted statement of an article against the official texts.

    Args:
        article: the article, as a text or a document that was read; offsets count in the text of ``report.article``,
            a text given without its characters of no width.
        officials: the official text, or several, in any of the languages; versions of one text are welcome.
        glossary: terms that the translation uses and the comparison checks.
        translator: translates the official passages; by default one over the installed packages.
        encoder: finds the passages; by default that of the index, or the embedded one.
        index: keeps the official texts ready for search, for the next article about them.

    Returns:
        The report, with one item for each statement, in the order of the article.

    Raises:
        LanguageError: a text is not in English, French or Chinese.
        WrongTypeError: an argument is of another type.
        InputError: there is no official text, a text is the name of a file, or the index cannot be written or is
            damaged.
        MissingPackageError: no installed package translates in a direction that is needed.
    """
    from polyglot_news.align.around import contexts_of
    from polyglot_news.align.encoder import default_encoder
    from polyglot_news.align.index import PassageIndex
    from polyglot_news.align.nearby import places_of
    from polyglot_news.align.passages import find_all_passages
    from polyglot_news.quotes import extract_quotes
    from polyglot_news.quotes.reported import reported_statements
    from polyglot_news.translate import Translator

    if index is not None:
        check_type(index, PassageIndex, "index", "keep one in a folder with PassageIndex(folder)")
    article = document_of(article, "article")
    several = officials if isinstance(officials, Iterable) and not isinstance(officials, str) else [officials]
    versions = [document_of(official, f"official {number}") for number, official in enumerate(several, start=1)]
    if not versions:
        msg = "There is no official text to compare with: give at least one."
        raise InputError(msg)
    article, *versions = told_apart([article, *versions])
    for document in (article, *versions):
        known_language(document.language, document.name)
    encoder = encoder or (index.encoder if index else default_encoder())
    searched = [index.add(version) for version in versions] if index else versions
    translator = translator or Translator(glossary=glossary)

    quoted = extract_quotes(article.text, article.language)
    quotes = [quote for quote in quoted if quote.is_statement]
    reported = reported_statements(article.text, article.language, quoted)
    sentences = [_searched_alone(quote, article) for quote in quotes]
    alone = [sentence for group in sentences for sentence in group]
    nothing = [None for _ in (*alone, *reported)]
    found = find_all_passages(
        [*quotes, *alone, *reported],
        searched,
        encoder=encoder,
        language=article.language,
        places=[*places_of(quotes, article.text, article.language), *nothing],
        contexts=[*contexts_of(quotes, article.text, article.language), *nothing],
    )
    found, behind = found[: len(quotes) + len(alone)], found[len(quotes) + len(alone) :]
    placed = iter(zip(alone, found[len(quotes) :], strict=True))
    found = without_strangers(quotes, found[: len(quotes)], article, versions)
    if are_apart(found):
        behind = without_other_figures(reported, behind, article, versions)
        found = without_other_figures(quotes, found, article, versions)
    found = without_doubtful_versions(found)
    items = [
        _judge(quote, passages, [*islice(placed, len(group))], article, versions, glossary=glossary, encoder=encoder)
        for quote, passages, group in zip(quotes, found, sentences, strict=True)
    ]
    items = without_told_beside(items, article, versions)
    retold = [
        _judge(quote, passages, [], article, versions, glossary=glossary, encoder=encoder)
        for quote, passages in zip(reported, behind, strict=True)
    ]
    marked = [content for quote in quotes for content in quote.contents]
    looked_at = [without_much(item, marked, article, versions) for item in retold]
    items = with_translations(items, article, versions, translator)
    looks = iter(with_translations([item for item in looked_at if item.findings], article, versions, translator))
    return Report(
        article=article,
        officials=tuple(versions),
        items=tuple(items),
        signature=signature(encoder=encoder, translator=translator, glossary=glossary),
        reported=tuple(next(looks) if item.findings else item for item in looked_at),
    )


def _searched_alone(quote: Quote, article: Document) -> list[Quote]:
    """Return the sentences of a statement, if it has several, that are long enough to be known again."""
    from polyglot_news.align.candidates import FEWEST
    from polyglot_news.align.segmentation import segment

    sentences = sentences_of(quote, article.text, article.language)
    return [one for one in sentences if len(sentences) > 1 and len(segment(one.text, article.language)) >= FEWEST]


def _judge(
    quote: Quote,
    passages: Sequence[Passage],
    sentences: Sequence[tuple[Quote, Sequence[Passage]]],
    article: Document,
    officials: Sequence[Document],
    *,
    glossary: Glossary | None,
    encoder: Encoder,
) -> Item:
    """Compare one quote with the best passage of each official text that holds it, or with several (``by_place``)."""
    from polyglot_news.align.candidates import FEWEST
    from polyglot_news.align.segmentation import segment
    from polyglot_news.speakers.attribution import check_attribution

    few_words = len(segment(quote.text, article.language)) < FEWEST
    parted: dict[Passage, _Parted] = {}
    comparisons: dict[int, Comparison] = {}
    attributions: list[Finding] = []
    for passage in passages:
        if not passage.matched or passage.document in comparisons:
            continue
        official = officials[passage.document]
        parted[passage] = _parted(quote, passage, sentences, article, official)
        comparisons[passage.document] = _together(
            [
                without_elided(
                    _compare(part, place, article, official, glossary=glossary, encoder=encoder),
                    part,
                    place.core,
                    article.text,
                )
                for part, place in parted[passage].parts
            ]
        )
        # Of a few words, and of a doubtful passage, it is not sure enough to accuse the article of a wrong name.
        sure = not few_words and passage.similarity >= DOUBTFUL
        attribution = check_attribution(quote, article, passage.core, official) if sure else None
        if attribution is not None:
            attributions.append(Finding(document=passage.document, divergence=attribution))
    sources = [_source(parted[one].widened if one in parted else one) for one in passages]
    sources += [attrs.evolve(_source(place), rest=True) for one in parted.values() for place in one.elsewhere]
    weighed = weigh_versions(comparisons, article.text)
    held = {*parted, *(place for one in parted.values() for _, place in one.parts)}
    lacking = unfound(sentences, held, article.language, [official.language for official in officials])
    told = {*lacking, *(span for one in parted.values() for span in one.rendered)}
    nowhere = [*lacking, *(one for one in without_place(sentences) if one not in told)]
    if all(passage.similarity < DOUBTFUL for passage in held):
        nowhere = []
    reported = [*told_of_sentences([*filter(is_sure, weighed)], nowhere), *attributions]
    findings = told_once(without_trifles(reported), article.text)
    remarked = remarks(lacking, findings, min(comparisons), article.text) if comparisons else []
    verdict = _verdict(comparisons, findings)
    return Item(
        quote=quote,
        english=None,
        sources=tuple(sources),
        findings=findings,
        hints=(*remarked, *worth_a_look(weighed, [*findings, *remarked])),
        score=_score(list(comparisons.values()), verdict),
        verdict=verdict,
        few_words=few_words,
    )


@attrs.frozen(kw_only=True)
class _Parted:
    """A statement as one official text holds it.

    Attributes:
        parts: its parts, mostly one, each with the passage behind it.
        widened: the passage behind the statement as a whole, with what sticks out of it of those of its parts.
        elsewhere: those of its parts that stand apart from it.
        rendered: the sentences of the statement that what its passages were grown by renders.
    """

    parts: list[tuple[Quote, Passage]]
    widened: Passage
    elsewhere: list[Passage]
    rendered: list[Span]


def _parted(
    quote: Quote,
    passage: Passage,
    sentences: Sequence[tuple[Quote, Sequence[Passage]]],
    article: Document,
    official: Document,
) -> _Parted:
    here = [(one, [p for p in found if p.document == passage.document]) for one, found in sentences]
    places = by_place(quote, passage, here, article.text, article.language)
    taken = [place.span for _, place in places]
    whole = [grown(part, place, here, article, official, covered=passage.core, taken=taken) for part, place in places]
    found = [one.passage for one in whole]
    return _Parted(
        parts=[(part, place) for (part, _), place in zip(places, found, strict=True)],
        widened=_widened(passage, found, official.text),
        elsewhere=[place for place in found if not place.span.overlap(passage.span)],
        rendered=[span for one in whole for span in one.rendered],
    )


def _compare(
    quote: Quote,
    passage: Passage,
    article: Document,
    official: Document,
    *,
    glossary: Glossary | None,
    encoder: Encoder,
) -> Comparison:
    """Compare a quote with a passage; the spans count from the start of the article and of the official text."""
    from polyglot_news.compare import compare

    said, core = said_in(passage, quote.text, article.language, official)
    core = with_negation(core, said, official.language, quote, article)
    found = compare(
        quote.text,
        said,
        rendering_language=article.language,
        official_language=official.language,
        core=core,
        glossary=glossary,
        encoder=encoder,
    )
    if passage.similarity < DOUBTFUL:
        found = in_doubt(found)
    return attrs.evolve(
        found,
        divergences=tuple(_in_whole_texts(one, quote, passage) for one in found.divergences),
        suspected=tuple(_in_whole_texts(one, quote, passage) for one in found.suspected),
        strengths=tuple(attrs.evolve(one, rendering=_in_article(one.rendering, quote)) for one in found.strengths),
    )


def _together(comparisons: Sequence[Comparison]) -> Comparison:
    """Return what the comparisons of the parts of a statement say of it as a whole."""
    if len(comparisons) == 1:
        return comparisons[0]
    divergences = [divergence for one in comparisons for divergence in one.divergences]
    # Each sentence more is a chance more for words to look as if they had no counterpart, and where another one surely
    # departs, such words tell little.
    sure = any(one.severity != "minor" and one.kind not in GENERIC for one in divergences)
    divergences = [
        one
        for one in divergences
        if one.kind not in GENERIC or (one.confidence >= _SURE_OF_ONE and not (sure and one.kind != "omission"))
    ]
    verdicts = {one.verdict for one in comparisons} - {"unmatched"}
    return Comparison(
        divergences=tuple(sorted(divergences, key=lambda one: (SEVERITIES.index(one.severity), -one.confidence))),
        score=max(one.score for one in comparisons),
        verdict="divergent" if "divergent" in verdicts else "faithful" if verdicts else "unmatched",
        suspected=tuple(divergence for one in comparisons for divergence in one.suspected),
        strengths=tuple(strength for one in comparisons for strength in one.strengths),
    )


def _widened(passage: Passage, places: Sequence[Passage], text: str) -> Passage:
    """Return a passage with what sticks out of it of the places where the sentences of the statement stand."""
    for place in places:
        if place.span.overlap(passage.span):
            passage = attrs.evolve(passage, span=passage.span.with_(place.span), core=passage.core.with_(place.core))
    return attrs.evolve(passage, text=passage.span.of(text))


def _source(passage: Passage) -> Source:
    return Source(
        document=passage.document,
        span=passage.span,
        core=passage.core,
        text=passage.text,
        similarity=passage.similarity,
        matched=passage.matched,
    )


def _score(comparisons: Sequence[Comparison], verdict: Verdict) -> float:
    """Return the mean over the versions that bear the verdict out, in the half of the scale that it asks for."""
    from polyglot_news.compare.verdict import in_half

    if verdict == "unmatched":
        return 1.0
    told = [one.score for one in comparisons if one.verdict == verdict] or [one.score for one in comparisons]
    return in_half(sum(told) / len(told), divergent=verdict == "divergent")


def _verdict(comparisons: dict[int, Comparison], findings: Sequence[Finding]) -> Verdict:
    if all(comparison.verdict == "unmatched" for comparison in comparisons.values()):
        return "unmatched"
    return "divergent" if any(finding.divergence.severity != "minor" for finding in findings) else "faithful"


def _in_whole_texts(divergence: Divergence, quote: Quote, passage: Passage) -> Divergence:
    """Move the spans of a divergence from the quote and the passage to the article and the official text."""
    return attrs.evolve(
        divergence,
        rendering=_in_article(divergence.rendering, quote) if divergence.rendering else None,
        official=divergence.official.shift(passage.span.start) if divergence.official else None,
    )


def _in_article(span: Span, quote: Quote) -> Span:
    """Move a span of ``quote.text`` to the article, across the gaps of a split quote."""
    joint = (len(quote.text) - sum(map(len, quote.contents))) // max(1, len(quote.contents) - 1)
    starts, position = [], 0
    for content in quote.contents:
        starts.append(position)
        position += len(content) + joint

    def place(offset: int, *, ends: bool) -> int:
        for start, content in zip(reversed(starts), reversed(quote.contents), strict=True):
            if offset > start or (offset == start and not ends):
                return min(content.start + offset - start, content.end)
        return quote.contents[0].start

    return Span(place(span.start, ends=False), place(span.end, ends=True))
