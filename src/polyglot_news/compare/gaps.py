"""Words that the sentence of the quote lacks: *the ministers that it is over*, where *say* belongs after *ministers*.

Where the quote goes on as a translation model did not expect, the model is asked to go on from there itself. If it says
a word or two and then comes back to the quote's own words, those were left out: much likelier with them, and said by
a word of the official text that nothing else in the quote renders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.compare.coverage import leaves_out
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.naming.told import told_names
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.modals import modals
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.qualifying import qualifiers
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, evidence, weights
from polyglot_news.compare.words.idioms import idioms
from polyglot_news.compare.words.light import stressed
from polyglot_news.compare.words.likelihood import likelihoods
from polyglot_news.compare.words.opposed import support
from polyglot_news.text import Span, is_han
from polyglot_news.values import find_values

if TYPE_CHECKING:
    from polyglot_news.translate.engine import Engine

_CONFIDENCE = 0.7
"""How sure a gap is: of two versions of the official text, that is enough only where both have the word."""
_UNEXPECTED = -3.5
"""Log-probability of a token below which something may be missing before it."""
_MOST = 3
"""Places of a quote that are looked at, the least expected first."""
_LONGEST = 6
"""How many tokens may be missing in one place, half as many where but one token of the quote follows on them."""
_COMES_BACK = 2
"""How many tokens of the quote should follow on what is missing: the model may say the next one otherwise."""
_GAIN = 6.0
"""How much likelier the quote must become with the missing words (natural logarithm)."""
_MEANT = 0.1
_RENDERED = 0.03
"""From which probability on a word of the quote may render an official one."""
# What a translator drops without changing what is claimed: particles, and nouns that only say of what class a thing is.
# fmt: off
_FREE = {
    "en": frozenset((
        "also", "even", "still", "too", "just", "then", "so", "very", "well", "such", "both", "already", "however",
        "indeed", "thus", "quite", "now", "agreement", "area", "case", "cases", "city", "group", "issue", "issues",
        "level", "margin", "matter", "members", "number", "organization", "organisation", "people", "process", "region",
        "situation", "work",
    )),
    "fr": frozenset((
        "aussi", "même", "encore", "également", "bien", "donc", "alors", "ainsi", "très", "tout", "déjà", "toutefois",
        "cependant", "or", "accord", "cadre", "cas", "fait", "groupe", "matière", "membres", "nombre", "niveau",
        "organisation", "personnes", "processus", "région", "situation", "travail", "ville", "zone",
    )),
    "zh": frozenset((
        "也", "还", "甚至", "仍", "都", "就", "已", "已经", "才", "又", "再", "则", "却", "而", "更", "很", "并", "所",
        "其", "但", "协议", "组织", "地区", "工作", "活动", "情况", "问题", "措施", "事件", "方面", "人员", "机构",
        "国家", "城市", "人", "者", "过程", "领域", "水平", "事业", "进行", "开展", "实现", "加以", "予以",
    )),
}
# fmt: on
_AGED = re.compile(
    r"(?:adults?|persons?|adultes?)\W"
    r"(?:over|under|above|below|aged|older|younger|de plus|de moins|âgé)",
    re.IGNORECASE,
)
"""Who has an age: "adults over 75" are « les plus de 75 ans »."""
_ELLIPSIS = re.compile(r"…|\.\.\.|\[")


@attrs.frozen
class Gap:
    """What is missing in the rendering, the official word that says it, and the gain in likelihood with it."""

    missing: str
    said: Span
    gain: float


def gaps(pair: Pair) -> tuple[Gap, ...]:
    """Return what the rendering lacks, in its order; where it begins and ends a quote is cut, and no gap."""
    if pair.rendering_language == pair.official_language or _ELLIPSIS.search(pair.rendering):
        return ()
    found, likely = evidence(pair), likelihoods(pair)
    if found is None or likely is None:
        return ()
    from polyglot_news.translate.embedded import embedded_engine

    alone = _unrendered(pair, found)
    engine = embedded_engine(pair.official_language, pair.rendering_language)
    if not alone or engine is None:
        return ()
    source = (pair.core or Span(0, len(pair.official))).of(pair.official)
    told = likely[0].given
    first = 0 if pair.core is None else 1
    return tuple(
        Gap(missing, word, gain)
        for missing, gain in _missing(engine, source, pair.rendering, [*told.log_probs, told.end], first)
        if (word := _said_by(missing, alone, pair)) is not None
    )


def _unrendered(pair: Pair, found: Evidence) -> list[Span]:
    """Return the telling words of the official text, or of the part that is quoted, that no word may render."""
    import numpy as np

    official, languages = found.official, (pair.rendering_language, pair.official_language)
    words = [
        word
        for word, weight in zip(official.words, official.weight.tolist(), strict=True)
        if weight >= CONTENT_WEIGHT and (pair.core is None or word.overlap(pair.core))
    ]
    ours = [normal_form(word.of(pair.rendering), languages[0]) for word in found.rendering.words]
    theirs = [normal_form(word.of(pair.official), languages[1]) for word in words]
    if not theirs:
        return []
    values = support(ours, theirs, *languages)
    # A word that renders another one better renders this one only if it does so well.
    values = np.where((values >= _MEANT) | (values == values.max(axis=1, keepdims=True)), values, 0.0)
    best = values.max(axis=0)
    free = _FREE[languages[1]]
    # A verb that denies (拒绝, refuse) may be rendered by a *not*: that is another checker's, as what bounds a figure.
    # And nobody renders a set phrase word for word, nor all of a name: "le Sénat" for the U.S. Senate.
    text = pair.official, languages[1]
    elsewhere = [
        hit.span for hit in (*negations(*text), *idioms(*text), *modals(*text), *filter(_bounds, qualifiers(*text)))
    ]
    elsewhere += [value.span for value in find_values(*text)]
    elsewhere += [*stressed(*text), *told_names(pair)]
    return [
        word
        for word, value in zip(words, best.tolist(), strict=True)
        if value < _RENDERED
        and word.of(pair.official).lower() not in free
        and not _AGED.match(pair.official, word.start)
        and not any(map(word.overlap, elsewhere))
    ]


def _bounds(hit: Hit) -> bool:
    return any(hit.cue.reading(cls) for cls in ("near", "least", "most", "if"))


def _missing(
    engine: Engine, source: str, text: str, log_probs: Sequence[float], first: int
) -> Iterator[tuple[str, float]]:
    """Yield what makes the text much likelier where it is put in, with how much; in the order of the text.

    ``log_probs`` are those of the tokens of the text and of its end; ``first`` is the first of them to look at.
    """
    from polyglot_news.translate.decoding import Decoding, Job

    given = engine.source.encode(source).pieces
    pieces = engine.target.encode(text).pieces
    places = [
        i
        for i in range(first, min(len(pieces), len(log_probs) - 1))
        if log_probs[i] < _UNEXPECTED and not _within_word(pieces[i])
    ]
    places = sorted(sorted(places, key=lambda i: log_probs[i])[:_MOST])
    if not places:
        return
    jobs = [Job(source=given, prefix=pieces[:i]) for i in places]
    tried = []
    for i, (best, *_) in zip(places, engine.decode(jobs, decoding=Decoding(beam=1)), strict=True):
        length = _length(best.pieces[i:], pieces[i:])
        if length:
            tried.append((best.pieces[i : i + length], (*pieces[:i], *best.pieces[i : i + length], *pieces[i:])))
    scores = engine.score_pieces([(given, mended) for _, mended in tried])
    for (missing, _), score in zip(tried, scores, strict=True):
        gain = sum(score) - sum(log_probs)
        if gain >= _GAIN:
            yield engine.target.decode(list(missing)).strip(), round(gain, 2)


def _within_word(piece: str) -> bool:
    """Whether a token goes on with a word; Chinese ones begin anywhere."""
    return piece[:1].isalpha() and not is_han(piece[:1])


def _length(said: Sequence[str], rest: Sequence[str]) -> int:
    """Return after how many tokens what the model says comes back to the rest of the text; 0 if it does not."""
    for length, longest in ((_COMES_BACK, _LONGEST), (1, _LONGEST // 2)):
        back = tuple(rest[:length])
        for k in range(1, longest + 1):
            if tuple(said[k : k + len(back)]) == back:
                return k
    return 0


def _said_by(missing: str, alone: Sequence[Span], pair: Pair) -> Span | None:
    """Return the official word without rendering that a telling one of the missing words renders best."""
    language, other = pair.rendering_language, pair.official_language
    words = [span.of(missing) for span in segment(missing, language)]
    told = weights(words, language).tolist() if words else []
    forms = [normal_form(word, language) for word, weight in zip(words, told, strict=True) if weight >= CONTENT_WEIGHT]
    values = support(forms, [normal_form(word.of(pair.official), other) for word in alone], language, other)
    best = values.max(axis=0, initial=0.0)
    return alone[int(best.argmax())] if best.max() >= _MEANT else None


@attrs.frozen
class GapChecker:
    """Finds words without which the sentence of the quote is broken."""

    kind: DivergenceKind = "omission"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each gap."""
        for gap in gaps(pair):
            yield Divergence(
                kind=self.kind,
                severity="major",
                confidence=_CONFIDENCE,
                rendering=None,
                official=gap.said,
                reason=leaves_out(gap.said.of(pair.official)),
                settled=True,
            )
