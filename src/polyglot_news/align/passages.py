"""Finding the passage of an official text that a quote renders, in any order of the text, whole sentences or parts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.around import AskedContext, Context, weigh_context
from polyglot_news.align.bounds import at_phrases
from polyglot_news.align.candidates import FEWEST, Asked, Candidate, at_first_sight, rated_closer
from polyglot_news.align.doubt import Look, settled, with_more_odds
from polyglot_news.align.layout import is_question, with_announcement
from polyglot_news.align.lexical import tell
from polyglot_news.align.model import Encoder, Passage
from polyglot_news.align.nearby import Place, weigh_neighbours
from polyglot_news.align.parts import parts
from polyglot_news.align.reach import reached, without_strays
from polyglot_news.align.searchable import Searchable
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.given import check_type
from polyglot_news.odds import log_odds
from polyglot_news.text import NO_WIDTH, in_simplified, places_with_no_width, without_no_width

if TYPE_CHECKING:
    from polyglot_news.documents import Document
    from polyglot_news.quotes.model import Quote
    from polyglot_news.text import Span

THRESHOLD = 0.5  # below this similarity a quote counts as not in the text
_FEWEST_THRESHOLD = 0.55  # the same for a quote of so few words that nobody looked closer
# A few words seldom say enough to be sure of their passage: by the same measure too many would be missed.
_FEW, _FEW_THRESHOLD = 12, 0.3
_LEAST = 2  # words of a quote; of a single one the wrong passage is found more often than the right one
_SETTLED_THRESHOLD = 0.35  # the same where translation models were asked (``python -m benchmarks.passage_doubt``)
# The models were fitted on quotes of which the text held half; of those of an article the official texts hold nine in
# ten. So much is enough for these where no passage is likelier.
_IN_ARTICLE = 0.15
_SURE = 0.8  # similarity from which a part of a quote vouches for the quote
_PARTLY = 0.005  # similarity of the whole quote at first sight from which its parts are searched for
# The longer a text, the likelier that a sentence resembles a quote by chance. The evidence was weighed on texts of so
# many sentences; in longer ones the odds fall with the square root of their number. Of 180 fragments of news that 500
# sentences do not hold 48 would be claimed without that, and 16 with it.
_SHORT, _FALL = 20, 0.5
_HOPEFUL = 6  # texts to look at closer for a quote, at most
_NEAR = 0.05  # share of the similarity of the best text, at first sight, from which another is looked at closer
_PER_DOCUMENT = 3
_TIE = 1.5  # log odds by which a second passage of a text may be less likely than the first, and is matched still
_AS_MUCH = 0.9  # of what a sentence tells: a quote that tells more renders no stretch of it
_LIKELY = 0.1  # similarity from which the stretch of a sentence that a quote renders is looked for
_FLOOR = 0.02  # candidates less likely than this are not worth showing, but the best of each text always is


def find_passages(
    quote: Quote | str,
    officials: Iterable[Document | str | Searchable] | Document | str | Searchable,
    *,
    encoder: Encoder | None = None,
    language: str | None = None,
    per_document: int = _PER_DOCUMENT,
) -> list[Passage]:
    """Find the passages of official texts that a quote may render.

    Args:
        quote: the quote, in any of the languages.
        officials: one official text or several, in any language, that of the quote included.
        encoder: the sentence encoder, by default the one that ships with the library.
        language: the language of the quote; told from its text by default.
        per_document: the most candidates to return for each official text.

    Returns:
        Candidates of all official texts, the likeliest first; for each text at least one, unless it holds no sentence.
        If none is ``matched``, the quote is not in these texts. Several matched ones in one text are a tie. Where only
        the beginning or the end of a quote is in the texts, the passage behind that part is matched, with its
        similarity.

    Raises:
        WrongTypeError: an argument is of another type.
        InputError: an official text is the name of a file.
        PackageError: an embedded translation package is broken; one that is missing is done without.
    """
    from polyglot_news.documents import check_document
    from polyglot_news.quotes.model import Quote

    check_type(quote, (str, Quote), "quote")
    given = _several(officials)
    for number, official in enumerate(given, start=1):
        if not isinstance(official, Searchable):
            check_document(official, f"official {number}")
    plain = [without_no_width(official) if isinstance(official, str) else official for official in given]
    (found,) = find_all_passages([quote], plain, encoder=encoder, language=language, per_document=per_document)
    return [_as_given(passage, given[passage.document]) for passage in found]


def _as_given(passage: Passage, official: Document | str | Searchable) -> Passage:
    """Return a passage of a text without its characters of no width as one of the text."""
    if not isinstance(official, str) or not NO_WIDTH.search(official):
        return passage
    place = places_with_no_width(official)
    span = place(passage.span)
    return attrs.evolve(passage, span=span, core=place(passage.core), text=span.of(official))


def find_all_passages(
    quotes: Sequence[Quote | str],
    officials: Sequence[Document | str | Searchable] | Document | str | Searchable,
    *,
    encoder: Encoder | None = None,
    language: str | None = None,
    per_document: int = _PER_DOCUMENT,
    places: Sequence[Place | None] | None = None,
    contexts: Sequence[Context | None] | None = None,
) -> list[list[Passage]]:
    """Find the passages behind many quotes of one article; the official texts are encoded once.

    Args:
        quotes: the quotes, all in one language.
        officials: as in ``find_passages``.
        encoder: as in ``find_passages``.
        language: the language of the quotes; told from their text by default.
        per_document: as in ``find_passages``.
        places: where each quote stands in the article (``nearby.places_of``), if its neighbours are to have a say; then
            a lower similarity is enough, if no passage has more.
        contexts: the sentence of the article around each quote (``around.contexts_of``), if that is to have a say.

    Returns:
        For each quote what ``find_passages`` returns.
    """
    from polyglot_news.align.encoder import default_encoder

    encoder = encoder or default_encoder()
    texts = [without_no_width(quote if isinstance(quote, str) else quote.text) for quote in quotes]
    if not texts:
        return []
    language = language or _language_of("\n".join(texts))
    texts = [in_simplified(text, language) for text in texts]
    places = places or [None] * len(texts)
    quoted = [
        attrs.evolve(asked, asks=asked.asks or (place is not None and place.by_journalist))
        for asked, place in zip(Asked.all_of(texts, language, encoder), places, strict=True)
    ]
    around = AskedContext.all_of(contexts or [None] * len(texts), language, encoder)
    found: list[list[Passage]] = [[] for _ in texts]
    hopes: list[list[_Hope]] = [[] for _ in texts]
    for number, official in enumerate(_several(officials)):
        searchable = official if isinstance(official, Searchable) else Searchable.of(official, encoder)
        if not searchable.sentences:
            continue
        for asked, passages, hopeful in zip(quoted, found, hopes, strict=True):
            if not asked.text.strip():
                continue
            hopeful.append(_Hope(number, searchable, at_first_sight(asked, searchable, per_document)))
            if len(hopeful) > _HOPEFUL:
                hopeful.sort(key=lambda hope: (-hope.found[0].similarity, hope.number))
                hope = hopeful.pop()
                passages.extend(_passages(hope.found[:per_document], hope, asked, encoder))
    rated = iter(_looked_at(quoted, hopes, places, around))
    for asked, passages, hopeful, place in zip(quoted, found, hopes, places, strict=True):
        for hope in hopeful:
            passages.extend(_passages(next(rated)[:per_document], hope, asked, encoder))
        if asked.words is not None and not any(passage.matched for passage in passages):
            sure = [passage for hope in hopeful for passage in _by_part(asked.text, language, hope, encoder)]
            passages[:] = _preferred(sure, passages)
        if place is not None and not any(passage.matched for passage in passages):
            passages[:] = _in_article(passages, asked)
        passages.sort(key=lambda passage: (-passage.similarity, passage.document, passage.span))
    return found


@attrs.frozen(eq=False)
class _Hope:
    """An official text, its number, and what it holds for a quote at first sight."""

    number: int
    official: Searchable
    found: list[Candidate]


def _looked_at(
    quoted: Sequence[Asked],
    hopes: Sequence[Sequence[_Hope]],
    places: Sequence[Place | None],
    contexts: Sequence[AskedContext | None],
) -> list[list[Candidate]]:
    """Look closer at the texts that hold most for each quote, once more at what is in doubt then, and at its place.

    Returns:
        The candidates of each text for each quote, in the order of ``hopes``.
    """
    looks: list[Look] = []
    around: list[AskedContext | None] = []
    by_text: dict[int, list[tuple[int, Place | None]]] = {}
    for asked, hopeful, place, context in zip(quoted, hopes, places, contexts, strict=True):
        best = max((hope.found[0].similarity for hope in hopeful), default=0.0)
        for hope in hopeful:
            near = hope.found[0].similarity >= best * _NEAR
            rated = rated_closer(asked, hope.found, hope.official) if near else hope.found
            by_text.setdefault(hope.number, []).append((len(looks), place))
            looks.append(Look(asked=asked, official=hope.official, found=rated))
            around.append(context)
    found = settled(looks)
    for several in by_text.values():
        here = [attrs.evolve(looks[at], found=found[at]) for at, _ in several]
        for (at, _), weighed in zip(several, weigh_neighbours(here, [place for _, place in several]), strict=True):
            found[at] = weigh_context(attrs.evolve(looks[at], found=weighed), around[at])
            found[at] = _among_many(found[at], looks[at].official)
    return found


def _among_many(found: Sequence[Candidate], official: Searchable) -> list[Candidate]:
    """Return the candidates of a text, less likely in a long one."""
    fall = _FALL * math.log(max(1.0, len(official.sentences) / _SHORT))
    return [with_more_odds(one, -fall) for one in found] if fall else [*found]


def _by_part(text: str, language: str, hope: _Hope, encoder: Encoder) -> list[Passage]:
    """Return the passages of one official text behind the longest part of a quote that is surely in it."""
    if hope.found[0].similarity < _PARTLY:
        return []
    for asked in Asked.all_of([span.of(text) for span in parts(text, language)], language, encoder):
        rated = rated_closer(asked, at_first_sight(asked, hope.official), hope.official)
        if rated[0].similarity >= THRESHOLD:  # to ask the translation models is costly
            (rated,) = settled([Look(asked=asked, official=hope.official, found=rated)])
        sure = [one for one in _among_many(rated, hope.official) if one.similarity >= _SURE]
        if not is_question(text):  # what the speaker was asked resembles a clause of the answer
            sure = [one for one in sure if not is_question(one.span.of(hope.official.original))]
        if sure:
            return _passages(sure, hope, asked, encoder)
    return []


def _preferred(sure: Sequence[Passage], others: Sequence[Passage]) -> list[Passage]:
    """Return all passages, but of those that share a sentence only the first."""
    kept = list(sure)
    for other in others:
        if not any(one.document == other.document and one.span.overlap(other.span) for one in kept):
            kept.append(other)
    return kept


def _several(
    officials: Iterable[Document | str | Searchable] | Document | str | Searchable,
) -> list[Document | str | Searchable]:
    return list(officials) if isinstance(officials, Iterable) and not isinstance(officials, str) else [officials]


def _language_of(text: str) -> str:
    from polyglot_news.language import detect_language

    return detect_language(text).language


def _in_article(passages: Sequence[Passage], asked: Asked) -> list[Passage]:
    """Match the passages that are likely enough for a quote of an article, where none is matched by itself."""
    if asked.words is None or len(segment(asked.text, asked.words.language)) < FEWEST:
        return [*passages]
    best = {one.document: one for one in sorted(passages, key=lambda one: one.similarity)}
    return [
        attrs.evolve(
            one, matched=one.similarity >= _IN_ARTICLE and _ties(one.similarity, best[one.document].similarity)
        )
        for one in passages
    ]


def _ties(similarity: float, best: float) -> bool:
    """Whether a passage is about as likely as the best one of its text."""
    least = log_odds(best, _FLOOR, 1.0 - _FLOOR) - _TIE
    return log_odds(similarity, _FLOOR, 1.0 - _FLOOR) >= least


def _threshold(words: int) -> float:
    """Return the similarity from which a quote of so many words is matched, if no translation model was asked."""
    if words < FEWEST:
        return _FEWEST_THRESHOLD
    return _FEW_THRESHOLD if words <= _FEW else THRESHOLD


def _passages(found: Sequence[Candidate], hope: _Hope, asked: Asked, encoder: Encoder) -> list[Passage]:
    """Return the candidates of one official text as passages, the unlikely ones left out but for the first."""
    passages = []
    words = len(segment(asked.text, asked.words.language)) if asked.words is not None else FEWEST
    few = FEWEST <= words <= _FEW
    for place, one in enumerate(found):
        if place and one.similarity < _FLOOR:
            continue
        threshold = _SETTLED_THRESHOLD if one.third or (few and one.placed) else _threshold(words)
        core = span = one.span
        # To look for the exact stretch is costly: it is done where there may be one.
        if one.window is not None and one.similarity >= _LIKELY:
            core = _core(one, one.window, hope.official, asked, encoder)
        elif one.count > 1 and one.similarity >= _LIKELY:
            core = span = _without_strays(span, hope.official, asked)
        shown = with_announcement(span, hope.official.original)
        passages.append(
            Passage(
                document=hope.number,
                span=shown,
                core=core,
                text=shown.of(hope.official.original),
                similarity=one.similarity,
                matched=one.similarity >= threshold
                and _ties(one.similarity, found[0].similarity)
                and (words >= _LEAST or one.placed),
            )
        )
    return passages


def _told(text: str, language: str) -> float:
    """Return how much the words of a text tell."""
    return float(tell([normal_form(word.of(text), language) for word in segment(text, language)], language).sum())


def _without_strays(span: Span, official: Searchable, asked: Asked) -> Span:
    if official.words is None or asked.words is None:
        return span
    kept = without_strays(span, official.text, official.words.language, asked.text, asked.words.language)
    answers = (
        sentence.overlap(kept) > 0 and not by_journalist
        for sentence, by_journalist in zip(official.sentences, official.asked, strict=True)
    )
    return kept if asked.asks or any(answers) else span


def _core(one: Candidate, window: int, official: Searchable, asked: Asked, encoder: Encoder) -> Span:
    """Return the stretch of a sentence that a quote renders; all of it where the quote tells about as much."""
    if official.words is None or asked.words is None:
        return official.refine(window, asked.vector, encoder)
    said = one.span.of(official.text), official.words.language
    if _told(asked.text, asked.words.language) >= _AS_MUCH * _told(*said):
        return one.span
    core = official.refine(window, asked.vector, encoder)
    texts = one.span, official.text, official.words.language, asked.text, asked.words.language
    return at_phrases(reached(core, *texts), *texts)
