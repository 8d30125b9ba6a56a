"""Words that restrict what is claimed, dropped or added: *every eligible request*, « aucun défaut grave », 所谓证据."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.figures.universals import says_not_all
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.converse import CONTRACTED_IS
from polyglot_news.compare.operators.cues import Hit, matcher, words
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.places import places_of
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, evidence
from polyglot_news.text import SENTENCE_MARK, clause_around, in_simplified

_KIND = "of "
"""What the classes begin with that tell of which law a responsibility is."""
_SOME, _ALLEGED = "some", "alleged"
_VERBAL = {
    "en": (re.compile(r"\b(?:who|he|she|they|it|has|have|had) $"), re.compile(r" (?:that\b|[A-Z])")),
    "fr": (re.compile(r"\b(?:a|ai|as|ont|av[aeio]\w+)(?: \w+)? $"), re.compile(r" (?:que\b|qu['’])")),
}
"""What stands before and behind one of these words where it is a verb: « il a prétendu que », *alleged Mr Roe*."""
_QUOTED = re.compile('["“«„「『]')
"""What puts words at arm's length, as a *so-called* does."""
_MARKS = " \u00a0\u202f\"“”«»‘’'"
_ALWAYS, _NAMES_IT, _OF_ALL = 3.0, 2.5, 2.0
_RENDERED = 0.35
"""How surely any word may render a restricting one, so that it is not lost."""
_LINKED = 0.4
_CLAIM = 4
_ADVERB = "地"
"""What makes an adverb of a Chinese word, and is rendered by nothing."""
_CONFIDENCE = 0.8
_NOT = frozenset({"not", "no", "never", "without", "nor", "bare"})
# fmt: off
_ALL = {
    "en": re.compile(r"\b(?:all|every|everyone|each|any|anyone)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:tout|toute|tous|toutes|chaque|quiconque|chacun|n['’]importe)\b", re.IGNORECASE),
    "zh": re.compile("所有|一切|任何|都|每|全部|凡|均|一律"),
}
_RESPONSIBILITY = {
    "en": re.compile(
        r"\b(?:responsible|responsibilit\w+|liab\w+|proceedings|offen[cs]e\w*|penalt\w+|sanctions?|charges?|cases?)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:responsabilit\w+|poursuites?|infractions?|peines?|sanctions?|procédures?|amendes?)\b", re.IGNORECASE
    ),
    "zh": re.compile("责任|处罚|诉讼|案件|犯罪|制裁|罚款|追责"),
}
_COPULA = {
    "en": re.compile(
        r"(?:\b(?:is|are|was|were|be|been|being|seems?|seemed|looks?|remains?|proves?|proved)|n['’]t"
        rf"|{CONTRACTED_IS})(?: (?:not|never|all|both|\w+ly|very|quite|so))* $",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:est|sont|était|étaient|ser(?:a|ont|ait|aient)|soit|soient|être|été|sembl\w+|rest\w+|paraît|paraissent)"
        r"(?: (?:pas|plus|jamais|guère|point|très|bien|aussi|tous|toutes|\w+ment))* $",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?:是|并?不|很|十分|非常|完全)$"),
}
"""What stands before a predicate."""
_ENDS = re.compile("的?(?:[，。；！？：、”’」]|$)")
_CLOSED = re.compile("[才方后了，。；！？]|$")
"""What follows a Chinese adjective that ends its clause, whose predicate it is."""
# fmt: on


def restrictors(text: str, language: str) -> list[Hit]:
    """Find the words of a text that restrict what they stand beside, and what may answer one; in order."""
    return list(matcher("restricting", language).find(words(text, language)))


@attrs.frozen
class RestrictedChecker:
    """Finds restricting words that one text has and the other lacks, where that changes what is claimed."""

    kind: DivergenceKind = "qualifier"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per restricting word."""
        sides = restrictors(*pair.texts[0]), restrictors(*pair.texts[1])
        found = evidence(pair) if any(hit.cue.asks for side in sides for hit in side) else None
        if found is None:
            return
        yield from _other_kinds(pair, sides)
        for side in (0, 1):
            for hit in sides[side]:
                if _is_lost(pair, found, side, hit, sides[1 - side]):
                    yield _lost(pair, side, hit)


def _is_lost(pair: Pair, found: Evidence, side: int, hit: Hit, others: Sequence[Hit]) -> bool:
    reading = hit.cue.readings[0]
    if not reading.asks or reading.cls.startswith(_KIND) or any(one.cue.reading(reading.cls) for one in others):
        return False
    if _is_predicate(hit, *pair.texts[side]):
        return False
    if reading.cls == _SOME and says_not_all(pair, side):
        return False
    if reading.cls == _ALLEGED and (_QUOTED.search(pair.texts[1 - side][0]) or _is_verb(hit, *pair.texts[side])):
        return False
    places = places_of(pair)
    if side == 1 and places.outside(hit) > 0 and not (reading.cls == _ALLEGED and _leads_to(hit, pair)):
        return False
    if reading.low != _NAMES_IT and _is_rendered(pair, found, side, hit):
        return False
    return _beside_rendered(found, side, hit) and (
        reading.low >= _ALWAYS
        or all(_is_claimed(text, language, of_all=reading.low >= _OF_ALL) for text, language in _order(pair, side, hit))
    )


def _is_verb(hit: Hit, text: str, language: str) -> bool:
    """Whether a word tells that somebody alleges something."""
    before, after = _VERBAL.get(language, (None, None))
    return bool(before and before.search(text[: hit.span.start])) or bool(after and after.match(text, hit.span.end))


def _is_rendered(pair: Pair, found: Evidence, side: int, hit: Hit) -> bool:
    """Whether a telling word of the other text may render a restricting one; of a hedge an article does not."""
    linked = places_of(pair).best_link(side, _first_word(pair, side, hit))
    if hit.cue.readings[0].cls != _ALLEGED or linked < _RENDERED:
        return linked >= _RENDERED
    own, other = found.seen_from(side)
    return any(
        own.link[i] >= _RENDERED and other.weight[int(own.partner[i])] >= CONTENT_WEIGHT
        for i, word in enumerate(own.words)
        if word.overlap(hit.span)
    )


def _leads_to(hit: Hit, pair: Pair) -> bool:
    """Whether a quote begins right behind a word, which belongs to what it begins with: *so-called |overcapacity*.

    A few words between marks stand at arm's length by themselves.
    """
    told = pair.core is not None and len(pair.rendering_words) >= _CLAIM
    return told and not pair.official[hit.span.end : pair.core.start if pair.core else 0].strip(_MARKS)


def _is_predicate(hit: Hit, text: str, language: str) -> bool:
    """Whether a word is what a clause says of its subject, and restricts none: « la commission est indépendante »."""
    plain = in_simplified(text, language)
    before, after = plain[: hit.span.start], plain[hit.span.end :]
    if language == "zh" and not hit.cue.text.endswith("的") and _CLOSED.match(after) is not None:
        return True  # 检测合格才能开业
    return _COPULA[language].search(before) is not None and (language != "zh" or _ENDS.match(after) is not None)


def _first_word(pair: Pair, side: int, hit: Hit) -> Hit:
    """Return where a restriction begins: the noun of « projet de règlement » is rendered without it."""
    found = (pair.rendering_words, pair.official_words)[side]
    first = next((word for word in found if word.overlap(hit.span)), hit.span)
    return attrs.evolve(hit, parts=(first,))


def _order(pair: Pair, side: int, hit: Hit) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the sentence in which a word stands, and the whole other text."""
    text, language = pair.texts[side]
    return (clause_around(text, hit.span, SENTENCE_MARK).of(text), language), pair.texts[1 - side]


def _is_claimed(text: str, language: str, *, of_all: bool) -> bool:
    """Whether something is claimed of none, or of all."""
    if any(hit.cue.readings[0].cls in _NOT for hit in negations(text, language)):
        return True
    return of_all and _ALL[language].search(in_simplified(text, language)) is not None


def _beside_rendered(found: Evidence, side: int, hit: Hit) -> bool:
    """Whether the telling words beside it are rendered: what was restricted stands in both texts."""
    own = (found.rendering, found.official)[side]
    reading = hit.cue.readings[0]
    telling = [i for i, one in enumerate(own.words) if own.weight[i] >= CONTENT_WEIGHT and one.of(own.text) != _ADVERB]
    after = [i for i in telling if own.words[i].start >= hit.span.end]
    before = [i for i in telling if own.words[i].end <= hit.span.start]
    # Chinese is cut finely: 所谓产能过剩 is *overcapacity*.
    beside = [max(own.link[i] for i in near) >= _LINKED for near in (after[:2], before[-1:]) if near]
    return bool(beside) and (all(beside) if reading.low >= _ALWAYS and reading.cls != _ALLEGED else any(beside))


def _lost(pair: Pair, side: int, hit: Hit) -> Divergence:
    said, silent = ("article", "official text")[:: 1 if side == 0 else -1]
    place = places_of(pair).shown(side, hit, governs=False)
    rendering, official = (hit.span, place)[:: 1 if side == 0 else -1]
    return Divergence(
        kind="qualifier",
        severity="major",
        confidence=_CONFIDENCE,
        rendering=rendering,
        official=official,
        reason=f"The {said} restricts this (“{hit.span.of(pair.texts[side][0])}”), the {silent} does not.",
        absent="official" if side == 0 else "rendering",
    )


def _other_kinds(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Iterator[Divergence]:
    """Yield a responsibility that is of another kind: criminal for civil."""
    kinds = [[hit for hit in side if _kind(hit) and _is_beside(hit, *pair.texts[k])] for k, side in enumerate(sides)]
    named = [{_kind(hit) for hit in side if _kind(hit)} for side in sides]
    ours = [hit for hit in kinds[0] if _kind(hit) not in named[1]]
    theirs = [hit for hit in kinds[1] if _kind(hit) not in named[0]]
    if len(ours) == 1 and len(theirs) == 1:
        yield Divergence(
            kind="meaning",
            severity="critical",
            confidence=_CONFIDENCE,
            rendering=ours[0].span,
            official=theirs[0].span,
            reason=(
                f"The article says “{ours[0].span.of(pair.rendering)}”, the official text "
                f"“{theirs[0].span.of(pair.official)}”, which is another kind of responsibility."
            ),
        )


def _kind(hit: Hit) -> str:
    return next((reading.cls for reading in hit.cue.readings if reading.cls.startswith(_KIND)), "")


def _is_beside(hit: Hit, text: str, language: str) -> bool:
    """Whether a kind is that of a responsibility, which stands beside it."""
    plain = in_simplified(text, language)
    reach = 3 if language == "zh" else 18
    return any(
        -reach <= match.start() - hit.span.end <= reach or -reach <= hit.span.start - match.end() <= reach
        for match in _RESPONSIBILITY[language].finditer(plain)
    )
