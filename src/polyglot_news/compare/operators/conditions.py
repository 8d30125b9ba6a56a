"""A condition or an exception that a quote drops: before what it renders, after it, or in the midst of it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import attrs

from polyglot_news.compare.operators.clauses import is_name, is_verbal
from polyglot_news.compare.operators.cues import Hit, matcher, words
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.compare.operators.qualifying import qualifiers
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, part_end, part_start
from polyglot_news.text import Span, in_simplified, is_parted

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair
    from polyglot_news.compare.words.evidence import Side

CONDITIONS = frozenset({"if", "unless", "except"})
INNER_MARK = re.compile(r"[,;:()—–，；：（）、]")  # between two clauses of one sentence
STATEMENT_MARK = re.compile(r"[.!?;:。！？；：]")  # what conditions the one side of these says nothing of the other
UNRENDERED = 0.7
_MOSTLY = 0.5  # a word or two of a dropped clause may look like some of the quote
_MAY = 0.7  # how well a word must stand for an *if* that may be one
_LINKED = 0.5  # probability of a link from which a word of the rendering stands for another
_RENDERED = 0.3  # doubt up to which a word of a condition is surely rendered
_ASIDE = 3  # words of what may stand between a condition and its clause: ", and only then,"
_SUBJECT = 0.9  # how much may stand between a condition and the fragment that it conditions: "we will"
_TELLS = 0.3  # how much of a condition must be unrendered, on the scale of ``Side.weight``
# fmt: off
AND = {
    "en": frozenset({"and", "but", "or", "so", "yet", "then"}),
    "fr": frozenset({"et", "mais", "ou", "or", "donc", "alors"}),
    "zh": frozenset({"而", "但", "但是", "并", "并且", "而且", "不过", "那么"}),
}
"""What may stand before the word that opens a clause."""
_FURTHER = {
    "en": frozenset({"and", "but", "or", "yet"}),
    "fr": frozenset({"et", "mais", "ou"}),
    "zh": frozenset({"而", "但", "但是", "并", "并且", "而且", "不过"}),
}
"""What opens a further clause that a condition of the one before it says nothing of."""
_ONLY = {
    "en": frozenset({"only"}),
    "fr": frozenset({"que", "qu’", "qu'", "seulement", "uniquement"}),
    "zh": frozenset({"只有", "只", "仅", "唯有", "除非"}),
}
"""What sharpens a condition, right before it."""
_ALSO = {
    "en": frozenset({"also", "too", "well"}),
    "fr": frozenset({"aussi", "également", "encore"}),
    "zh": frozenset({"还", "也", "又", "另", "亦", "还有", "还要", "还将", "也将", "也会", "还会"}),
}
"""With these, *apart from* and 除…外 make no exception: they add."""
_AFTER_SI = frozenset({
    "le", "la", "l’", "l'", "les", "un", "une", "des", "du", "ce", "cet", "cette", "ces", "cela", "nous", "vous", "il",
    "ils", "elle", "elles", "on", "l’on", "je", "j’", "j'", "tu", "notre", "nos", "votre", "vos", "son", "sa", "ses",
    "leur", "leurs", "mon", "ma", "mes", "tous", "toutes", "aucun", "aucune", "chaque", "d’", "d'",
})
"""Before these, *si* is an *if*; before an adjective it may be a *so*."""
_ITS_OWN = {
    "en": frozenset({"but", "because", "which", "who", "whose", "whereas", "while", "although", "though"}),
    "fr": frozenset({"mais", "car", "parce", "puisque", "qui", "dont", "lequel", "laquelle", "tandis", "alors"}),
    "zh": frozenset({"但", "但是", "不过", "然而", "因为", "由于", "而"}),
}
"""What opens a clause whose conditions are no others': "we will not sell, but we will close it if …"."""
_WHATEVER = frozenset({"even", "même"})
"""After these an *if* conditions nothing."""
_TRAILING = frozenset({"前提是", "条件是"})
"""Conditions of what stands before them, whatever follows."""
_CLOSING = frozenset({"除外"})
"""What ends the exception that it makes: …，布雷斯特除外."""
_SPOKEN = frozenset({"要是", "若", "万一"})
"""Chinese conditions that are no asking ones, since their characters often are parts of other words."""
_PLAIN = frozenset({"if", "si", "s'il", "s'ils"})
"""With these a condition stands before its clause or after it."""
# fmt: on
_IT = {
    "en": frozenset({"it", "them", "this", "that", "these", "those", "one"}),
    "fr": frozenset({"le", "la", "les", "l'", "l’", "y", "en", "cela", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"}),
    "zh": frozenset({"其", "它", "它们", "此", "这", "该"}),
}
"""What takes up a thing of the condition that comes first."""
_SET_PHRASE = re.compile(
    r"if (?:anything|any\b|not (?:more|all|most|the)\b|you (?:will|like|wish)\b|I may\b)"
    r"|si (?:ce n[’']est|vous voulez|l[’']on (?:veut|peut dire)|j[’']ose)",
    re.IGNORECASE,
)
"""Conditions of nothing: "half of them, if not more"."""


_SETS = {
    "en": re.compile(
        r"\b(?:if|unless|except\w*|provid\w+|once|when\w*|until|till|without|should|were|had|long as|depend\w*|subject"
        r"|condition\w*|barring|failing|only|but|case|pending|need\w*|must|requir\w+|has to|have to|would|could|where"
        r"|after|before|other than|apart|aside|save|exclud\w+|short of|rest|remain\w*|other\w*|as soon as"
        r"|assum\w+|given|(?:it|that|would|will) takes?|taken|with|upon|on|otherwise|else|or|even|every|allow\w*"
        r"|permit\w*|during|amid|event)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:(?:si|sauf|moins|sans|quand|lorsque|dès|tant|condition\w*|faute|défaut|dépen\w*|hormis|hors|part|except\w*"
        r"|selon|avant|après|cas|pourvu|réserve|sinon|moyennant|faut|faudra\w*|doi\w+|devr\w+|autre\w*|exig\w*"
        r"|seule?s?|seulement|que|une fois|mais|exclu\w*|supposer|ou|jusqu\w*|rest\w+|\w+rait|\w+raient|avec|autant"
        r"|dispens\w*|subordonn\w*|soumis\w*|lors|pendant|durant|par)\b|(?:qu|lorsqu)['’](?=\w)|s['’]ils?\b)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "如|若|果|除|只|要|一旦|假|倘|则|不然|才|须|前提|条件|视|取决|酌|等|待|后|时|期间|情况|凡|遇|当|以外|其余|其他|别的|的话|就|再"
    ),
}
"""What may set a condition in other words."""
_EXCEPTS = {
    "en": re.compile(
        r"\b(?:if|unless|except\w*|provid\w+|until|till|without|long as|depend\w*|subject|condition\w*|barring|failing"
        r"|only|but|case|pending|requir\w+|other than|apart|aside|save|exclud\w+|short of|rest|remain\w*|other\w*"
        r"|otherwise|else|or|so far as|exempt\w*|most|nearly|almost)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:(?:si|sauf|moins|sans|tant|condition\w*|faute|défaut|dépen\w*|hormis|hors|part|except\w*|pourvu|réserve"
        r"|sinon|autre\w*|exig\w*|seule?s?|seulement|mais|exclu\w*|ou|jusqu\w*|rest\w+|autant|dispens\w*|exempt\w*"
        r"|subordonn\w*|soumis\w*|plupart|presque|quasi\w*)\b|s['’]ils?\b|\bn(?:e |['’])[^.;!?]{0,200}\bqu(?:e |['’]))",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "如|若|除|只|要是|假|倘|则|不然|才|前提|条件|视|取决|以外|其余|其他|别的|的话|但|仅|唯|豁免|几乎|大多|多数|部分"
    ),
}
"""What may make an exception: *when* and *after* may stand for an *if*, and never for an *unless*."""


@attrs.frozen
class Condition:
    """A condition or an exception that is not rendered.

    Attributes:
        span: where in the official text.
        excepts: whether it is an exception.
        plain: whether an *if* or its like sets it, and not somebody's consent or what is possible.
    """

    span: Span
    excepts: bool
    plain: bool


def dropped_condition(side: Side, pair: Pair) -> Condition | None:
    """Return the first condition of what a quote renders of which nothing is rendered.

    A fragment shows that it is cut: of one only a condition in its midst is dropped. A rendering of the whole text
    drops none where any word of it may set one.
    """
    hits = list(_hits(side.text, pair.official_language))
    told = sum(not _renders_other(pair, side, hits, one) for one in _set_by(pair))
    if told > sum(_is_kept(side, hit) for hit in hits):
        return None  # one that is rendered in other words, perhaps
    missed = (hit for hit in hits if pair.core is not None or not _may_set_otherwise(pair, hit))
    found = (_dropped(side, pair, hit) for hit in missed)
    return next((one for one in found if one is not None), None)


def _may_set_otherwise(pair: Pair, hit: Hit) -> bool:
    """Whether a rendering has a word, or a *not* more, that may set a condition: « sans rançon, pas de libération »."""
    excepts = not hit.cue.asks_as("if") and any(hit.cue.asks_as(cls) for cls in CONDITIONS)
    words_for = _EXCEPTS if excepts else _SETS
    if words_for[pair.rendering_language].search(in_simplified(pair.rendering, pair.rendering_language)):
        return True
    ours, theirs = (sum(hit.cue.asks for hit in negations(*text)) for text in pair.texts)
    return ours > theirs


# Conditions that nobody could fail.
_IF_NEED = re.compile(
    r"if (?:need be|needed|necessary|possible|appropriate)\b|le cas échéant|s['’]il y a lieu\b"
    r"|si (?:nécessaire|besoin|possible)\b|如有(?:必要|需要|可能)",
    re.IGNORECASE,
)


def opens_condition(side: Side, pair: Pair, span: Span) -> bool:
    """Whether a stretch of the official text begins with a condition, be it after an *and*."""
    words = [word for word in side.words if word.overlap(span)]
    joined = words[0].of(side.text).lower() in AND[pair.official_language] and len(words) > 1
    return any(hit.span.start == words[joined].start for hit in _hits(side.text, pair.official_language))


def sets_condition(text: str, language: str) -> bool:
    """Whether a text sets a condition or makes an exception; *if need be* is none that anybody could fail."""
    return any(not _IF_NEED.match(text, hit.span.start) for hit in _hits(text, language))


def may_set_condition(text: str, language: str) -> bool:
    """Whether a text may set a condition in whatever words, those of consent included: "the province approved it"."""
    return _may_set(text, language) or any(matcher("condition", language).find(words(text, language)))


def is_unrendered(side: Side, first: int, last: int) -> bool:
    """Whether hardly any of some words of a text is rendered, by their weight."""
    return missing(side, first, last) >= UNRENDERED * float(side.weight[first:last].sum())


def missing(side: Side, first: int, last: int) -> float:
    """Return how much of some words of a text is not rendered."""
    return float((side.weight * side.doubt)[first:last].sum())


@functools.lru_cache(maxsize=RECENT)
def _hits(text: str, language: str) -> tuple[Hit, ...]:
    """Find what sets a condition or makes an exception, in order."""
    found = [
        hit for hit in qualifiers(text, language) if any(one.cls in CONDITIONS and one.asks for one in hit.cue.readings)
    ]
    more = (hit for hit in matcher("condition", language).find(words(text, language)) if hit.cue.asks)
    found += [hit for hit in more if not any(hit.span.overlap(one.parts[0]) for one in found)]
    return tuple(sorted(found, key=lambda hit: hit.span.start))


def _set_by(pair: Pair) -> list[Hit]:
    """Return the conditions that the rendering sets; 解除 holds no 除."""
    hits = [*_hits(pair.rendering, pair.rendering_language)]
    if pair.rendering_language != "zh":
        return hits
    spoken = [hit for hit in qualifiers(pair.rendering, "zh") if hit.cue.text in _SPOKEN]
    starts = {word.start for word in pair.rendering_words}
    return [hit for hit in (*hits, *spoken) if hit.span.start in starts]


def _renders_other(pair: Pair, side: Side, hits: list[Hit], one: Hit) -> bool:
    """Whether a condition of the rendering stands for words that set none: *soumis à* is *subject to*."""
    inside = {k for k, word in enumerate(pair.rendering_words) if word.overlap(one.span)}
    linked = [i for i in range(len(side.words)) if int(side.partner[i]) in inside and side.link[i] >= _LINKED]
    return bool(linked) and not any(side.words[i].overlap(hit.span) for i in linked for hit in hits)


def _is_kept(side: Side, hit: Hit) -> bool:
    """Whether the clause that a condition opens is rendered."""
    at = next((i for i, word in enumerate(side.words) if word.start == hit.span.start), None)
    if at is None:
        return False
    last = part_end(side, at, INNER_MARK)
    first = min(at + 1, last - 1)
    return missing(side, first, last) < (1.0 - UNRENDERED) * max(float(side.weight[first:last].sum()), _TELLS)


def _dropped(side: Side, pair: Pair, hit: Hit) -> Condition | None:
    at = next((i for i, word in enumerate(side.words) if word.start == hit.span.start), None)
    if at is None or (at and side.words[at - 1].of(side.text).lower() in _WHATEVER):
        return None
    low, high = _part(side, at)
    rendered = rendered_words(side, pair.core or Span(0, len(side.text)), low, high)
    first, last = _bounds(side, hit, at, high, rendered)
    before = any(i < first for i in rendered)
    after = any(i >= last for i in rendered) and not is_unrendered(side, last, high)
    if not (before or after) or (pair.partial and not _is_of_fragment(side, pair, rendered, first, last)):
        return None
    if before and not after:
        if not _ends_statement(side, pair, hit, first, last, high) or _is_of_another(side, pair, rendered, first):
            return None
        if _is_kept(side, hit) and _may_set_otherwise(pair, hit):
            return None  # "except on Sundays, when the crews are resting": what is said of the Sundays is no condition
        last = last if pair.official_language == "zh" else high
    elif len(hit.parts) == 1 and not _is_clause(side, pair, first, last, low):
        return None
    elif not before and side.words[last].of(side.text).lower() in _FURTHER[pair.official_language]:
        return None  # "If it is built, it will cost a fortune, and prices have doubled"
    if missing(side, first + 1, last) < _TELLS or not (
        is_unrendered(side, first + 1, last) or _is_taken_up(side, pair, first + 1, last, high)
    ):
        return None
    plain = any(one.cls in CONDITIONS for one in hit.cue.readings)
    excepts = hit.cue.asks_as("except")
    if excepts and any(word.of(side.text).lower() in _ALSO[pair.official_language] for word in side.words[last:high]):
        return None
    return Condition(Span(side.words[_sharpened(side, pair, first)].start, side.words[last - 1].end), excepts, plain)


def _is_taken_up(side: Side, pair: Pair, first: int, last: int, high: int) -> bool:
    """Whether all of a condition is unrendered but a thing for which a pronoun stands in what follows.

    "If there is a truce, we could monitor it" is rendered as "we could monitor the truce" without the condition.
    """
    taken = {word.of(side.text).lower() for word in side.words[last:high]} & _IT[pair.official_language]
    if not taken or first >= last or _may_set(pair.rendering, pair.rendering_language):
        return False
    thing = max(range(first, last), key=lambda i: float(side.weight[i] * (1.0 - side.doubt[i])))
    begin, end = thing, thing + 1
    while begin > first and side.doubt[begin - 1] <= _RENDERED:
        begin -= 1
    while end < last and side.doubt[end] <= _RENDERED:
        end += 1
    rest = [*range(first, begin), *range(end, last)]
    told = sum(float(side.weight[i]) for i in rest)
    lost = sum(float(side.weight[i] * side.doubt[i]) for i in rest)
    return lost >= max(_TELLS, UNRENDERED * told)


def _may_set(text: str, language: str) -> bool:
    """Whether anything in a text may set a condition: "once it is built"."""
    readings = (one for hit in qualifiers(text, language) for one in hit.cue.readings)
    return any(one.cls in CONDITIONS and one.answers >= _MAY for one in readings)


def _is_of_fragment(side: Side, pair: Pair, rendered: list[int], first: int, last: int) -> bool:
    """Whether a condition is one of what a fragment says: it stands in its midst, or right beside it.

    What follows at once conditions "by March" as it does the whole sentence; what comes first conditions a verb. The
    name of a thing is quoted as such.
    """
    before = max((i for i in rendered if i < first), default=None)
    after = min((i for i in rendered if i >= last), default=None)
    if before is not None and after is not None:
        return True
    if before is not None:
        near = float(side.weight[before + 1 : first].sum()) < _MOSTLY
        return near and not is_name(pair.rendering, pair.rendering_language)
    near = after is not None and float(side.weight[last:after].sum()) < _SUBJECT
    return near and is_verbal(pair.rendering, pair.rendering_language)


def _part(side: Side, at: int) -> tuple[int, int]:
    """Return the bounds of the statement of a word: a sentence, or what a colon or semicolon parts from the rest."""
    return part_start(side, at, STATEMENT_MARK), part_end(side, at, STATEMENT_MARK)


def rendered_words(side: Side, core: Span, low: int, high: int) -> list[int]:
    """Return the words of a statement that are rendered; outside the core those that no word in it stands for."""
    words = [i for i in range(low, high) if side.doubt[i] <= 0.5 and side.weight[i] >= CONTENT_WEIGHT]
    inside = [i for i in words if side.words[i].overlap(core)]
    taken = {int(side.partner[i]) for i in inside}
    return [i for i in words if i in inside or int(side.partner[i]) not in taken]


def _bounds(side: Side, hit: Hit, at: int, high: int, rendered: list[int]) -> tuple[int, int]:
    """Return the first word of a condition, and the one after its last."""
    if len(hit.parts) > 1:  # 除…外
        return at, next((i for i in range(at + 1, high) if side.words[i].start >= hit.span.end), high)
    if hit.cue.text in _CLOSING:
        return part_start(side, at, INNER_MARK), at + 1
    marks = [i for i in range(at + 1, high) if is_parted(side.text, side.words, i, INNER_MARK)]
    if any(i < at for i in rendered):
        return at, marks[0] if marks else high
    # A condition that comes first goes on to the clause that is rendered; at times nothing parts the two.
    gains = (side.weight * (1.0 - 2.0 * side.doubt))[at + 1 : high][::-1].cumsum()[::-1]
    if not gains.size or gains.max() <= 0:
        return at, marks[0] if marks else high
    main = at + 1 + int(gains.argmax())
    if marks and main < marks[0]:  # a thing of the condition is rendered in the place of an *it* after it
        ends = [*marks[1:], high]
        return at, next((mark for mark, end in zip(marks, ends, strict=True) if end - mark > _ASIDE), marks[0])
    last = max((mark for mark in marks if mark <= main), default=main)
    while last == main and last - 1 > at and side.weight[last - 1] < CONTENT_WEIGHT:
        last -= 1  # "que (nous)", "will (we)"
    return at, last


def _is_clause(side: Side, pair: Pair, first: int, last: int, low: int) -> bool:
    """Whether a condition is set off as a clause: "nobody knows if Rock meant it" sets none."""
    opener = side.words[first].of(side.text).lower()
    if opener in _ONLY[pair.official_language] or _sharpened(side, pair, first) < first:
        return True  # "only if they agree will we", "ce n’est que si … que"
    before = side.words[first - 1].of(side.text).lower() if first else ""
    joined = before in AND[pair.official_language] or pair.official_language == "zh"
    opens = first == low or joined or is_parted(side.text, side.words, first, INNER_MARK)
    return opens and is_parted(side.text, side.words, last, INNER_MARK)


def _ends_statement(side: Side, pair: Pair, hit: Hit, first: int, last: int, high: int) -> bool:
    """Whether what follows the part that is rendered conditions that, and no clause of its own: A，如果B，C."""
    language, text = pair.official_language, side.text
    following = side.words[first + 1].of(text).lower() if first + 1 < high else ""
    parted = is_parted(text, side.words, first, INNER_MARK)
    if hit.cue.text == "si" and not parted and following not in _AFTER_SI:
        return False
    joined = side.words[first - 1].of(text).lower() in AND[language]
    if (joined and hit.cue.text in _PLAIN) or _SET_PHRASE.match(text, hit.span.start):
        return False  # "but if it rains we will go home"
    if last == high or hit.cue.text in _TRAILING:
        return True
    return language != "zh" and not joined


def _is_of_another(side: Side, pair: Pair, rendered: list[int], first: int) -> bool:
    """Whether a condition belongs to a clause between it and the part that is rendered, and dropped like it."""
    language = pair.official_language
    opening = (
        i
        for i in range(rendered[0] + 1, first - 1)
        if (word := side.words[i].of(side.text).lower()) in _ITS_OWN[language]
        or (
            word in AND[language]
            and language != "zh"
            and is_parted(side.text, side.words, i, INNER_MARK)
            and not is_parted(side.text, side.words, first, INNER_MARK)
        )
    )
    told = ((missing(side, i, first), float(side.weight[i:first].sum())) for i in opening)
    return any(lost >= _TELLS and lost >= _MOSTLY * total for lost, total in told)


def _sharpened(side: Side, pair: Pair, first: int) -> int:
    only = first > 0 and side.words[first - 1].of(side.text).lower() in _ONLY[pair.official_language]
    return first - only
