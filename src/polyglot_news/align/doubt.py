"""A third look at passages that words leave in doubt: what the embedded translation models make of them.

The models are asked about the few candidates that were looked at word by word, all quotes and texts of two languages at
once, and only where the likeliest candidate is neither hopeless nor sure. Two small models weigh what they say beside
what was seen before: one orders the candidates, the other says how likely the first is.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import attrs

from polyglot_news.align import phrases
from polyglot_news.align.candidates import (
    FEWEST,
    Asked,
    Candidate,
    at_first_sight,
    likely,
    look_closer,
    ordered,
    weigh,
    weighted,
    with_rest,
)
from polyglot_news.align.figures import agreement, holding, is_telling
from polyglot_news.align.searchable import Searchable
from polyglot_news.align.told import told
from polyglot_news.odds import log_odds, probability

_HOPELESS, _SURE = 0.02, 0.95  # similarity between which there is doubt
_LEAST = 1e-4  # similarity, cut before its log odds are taken
_MOST = 14  # words of a quote: the weights were fitted on few; chance tells more of many, and words leave less doubt

# What figures add to the log odds if all agree, and if none does: the passage that is right has 92 % of those of a
# quote, the best one of a text that does not hold it 8 %; but a figure may be what the article changed.
_ALL_FIGURES, _NO_FIGURE = 1.0, -0.5
# The same for telling ones, which hardly ever stand twice: where they all stand, and where only another one has them.
_ALL_TELLING, _ELSEWHERE = 2.5, -1.5
_FEW_PLACES = 3  # sentences with all figures of a quote that are looked at for them; more of them tell nothing

# What a quote that is nothing but set phrases adds to the log odds of a passage that has all of them, and of others
# where there is one; a quote of which they are only a part adds less. Words that say nothing of a set phrase do not
# speak against it either: such a passage is no less likely than this before.
_ALL_PHRASES, _OTHER_PHRASES = 7.5, -1.5
_UNSEEN = 0.01

# ``python -m benchmarks.passage_doubt`` fitted both; to be fitted anew when an embedded package changes.
_ORDER_WEIGHTS = {
    "odds": 0.442,
    "quote_tells": 0.690,
    "passage_tells": 1.832,
}
_LIKELY_WEIGHTS = {
    "likely": 0.759,
    "quote_tells": 0.603,
    "passage_tells": 0.996,
    "chinese_quote": -0.657,
    "chinese_passage": -0.875,
    "constant": -2.518,
}


@attrs.frozen(kw_only=True, eq=False)
class Look:
    """A quote, an official text, and what ``rated_closer`` says of its candidates, the best first."""

    asked: Asked
    official: Searchable
    found: list[Candidate]

    @property
    def seen(self) -> list[Candidate]:
        """The candidates that were looked at word by word; they come first."""
        return [one for one in self.found if one.closer]

    @property
    def languages(self) -> tuple[str, str]:
        """Those of the quote and of the text; "" for one without lexicon."""
        here, there = self.asked.words, self.official.words
        return here.language if here else "", there.language if there else ""

    @property
    def doubtful(self) -> bool:
        """Whether there is doubt that the translation models may settle."""
        here, there = self.languages
        if here == there or self.asked.words is None or len(self.asked.words.ids) > _MOST:
            return False
        return bool(self.seen) and _HOPELESS <= self.found[0].similarity < _SURE


def settled(looks: Sequence[Look]) -> list[list[Candidate]]:
    """Return the candidates of each look, the doubtful ones rated anew if the models for their languages are there."""
    looks = [_with_phrases(_with_figures(look)) for look in looks]
    result = [list(look.found) for look in looks]
    doubtful = [place for place, look in enumerate(looks) if look.doubtful]
    for languages in sorted({looks[place].languages for place in doubtful}):
        places = [place for place in doubtful if looks[place].languages == languages]
        for place, seen in zip(places, asked_models([looks[place] for place in places]), strict=True):
            if seen:
                result[place] = with_rest(weigh_again(seen), looks[place].found)
    return [_by_phrases(look, _by_figures(look, found)) for look, found in zip(looks, result, strict=True)]


def wider(look: Look, near: Collection[int]) -> Look:
    """Return a look at the best candidates among some sentences as well."""
    found = at_first_sight(look.asked, look.official, near=near)
    if look.asked.words is not None and look.official.words is not None and len(look.asked.words.ids) >= FEWEST:
        found = weigh(look_closer(look.asked, found, look.official, about=math.inf), look.languages)
    return attrs.evolve(look, found=found)


def _with_figures(look: Look) -> Look:
    """Look as well where the telling figures of a quote stand, if the likeliest candidate lacks some of them."""
    here, there = look.languages
    if not (here and there and is_telling(look.asked.text, here)) or min(_shares(look, look.found[:1])) == 1.0:
        return look
    official = look.official
    places = holding(look.asked.text, here, official.text, official.sentences, there)
    return _with_places(look, places)


def _with_phrases(look: Look) -> Look:
    """Look as well where the set phrases of a quote stand, if the likeliest candidate lacks some of them."""
    here, there = look.languages
    if not _is_set(look) or phrases.have(look.asked.text, here, look.found[0].span.of(look.official.text), there):
        return look
    places = phrases.holding(look.asked.text, here, look.official.text, look.official.sentences, there)
    return _with_places(look, places)


def _with_places(look: Look, places: Collection[int]) -> Look:
    """Look as well at a few sentences."""
    if not 0 < len(places) <= _FEW_PLACES:
        return look
    more = wider(look, places).found
    known = {one.span for one in more}
    pool = [*more, *(one for one in look.found if one.span not in known)]
    return attrs.evolve(look, found=sorted(pool, key=lambda one: (not one.closer, -one.similarity)))


def _is_set(look: Look) -> bool:
    """Whether set phrases are much of a quote, which stand in the text in other words, since in another language."""
    here, there = look.languages
    return bool(here and there and here != there) and phrases.share(look.asked.text, here) >= phrases.LEAST


def _by_phrases(look: Look, found: list[Candidate]) -> list[Candidate]:
    """Weigh which of the candidates have the set phrases of the quote."""
    if not _is_set(look):
        return found
    here, there = look.languages
    asked, share = look.asked.text, phrases.share(look.asked.text, here)
    having = [phrases.have(asked, here, one.span.of(look.official.text), there) for one in found]
    if not any(having):
        return found
    weighed = [
        with_more_odds(attrs.evolve(one, similarity=max(one.similarity, _UNSEEN)), share * _ALL_PHRASES)
        if has
        else with_more_odds(one, share * _OTHER_PHRASES)
        for one, has in zip(found, having, strict=True)
    ]
    return sorted(weighed, key=lambda one: -one.similarity)


def _by_figures(look: Look, found: list[Candidate]) -> list[Candidate]:
    """Weigh which of the candidates have the figures of the quote.

    Where the first one is hopeless or sure, that is done only if it lacks telling ones that another has.
    """
    shares = _shares(look, found) if all(look.languages) else []
    if not shares:
        return found
    telling = is_telling(look.asked.text, look.languages[0]) and max(shares) == 1.0
    if not (_HOPELESS <= found[0].similarity < _SURE or (telling and shares[0] < 1.0)):
        return found
    most, least = (_ALL_TELLING, _ELSEWHERE) if telling else (_ALL_FIGURES, _NO_FIGURE)
    weighed = [
        with_more_odds(one, share * most + (1.0 - share) * least) for one, share in zip(found, shares, strict=True)
    ]
    return sorted(weighed, key=lambda one: -one.similarity)


def _shares(look: Look, found: Sequence[Candidate]) -> list[float]:
    """Return for each candidate which share of the figures of the quote it has; nothing for a quote without."""
    here, there = look.languages
    shares = [agreement(look.asked.text, here, one.span.of(look.official.text), there) for one in found]
    return [share for share in shares if share is not None]


def with_more_odds(one: Candidate, more: float) -> Candidate:
    """Return a candidate with so much more log odds."""
    odds = log_odds(one.similarity, _LEAST, 1.0 - _LEAST) + more
    return attrs.evolve(one, similarity=round(probability(odds), 4))


def asked_models(looks: Sequence[Look]) -> list[list[Candidate]]:
    """Ask the models about the candidates seen in looks at the same two languages.

    Returns:
        For each look the candidates that were seen, with what the models say; none without models.
    """
    here, there = looks[0].languages
    pairs = [(look.asked.text, one.span.of(look.official.text)) for look in looks for one in look.seen]
    by_quote = told(pairs, here, there)
    by_passage = told([(passage, quote) for quote, passage in pairs], there, here)
    if by_quote is None or by_passage is None:
        return [[] for _ in looks]
    # A word piece of Chinese tells more, so that what a model says is not to the same scale.
    scale = {"chinese_quote": float(here == "zh"), "chinese_passage": float(there == "zh"), "constant": 1.0}
    said = iter(
        {"quote_tells": quote_tells, "passage_tells": passage_tells, **scale}
        for quote_tells, passage_tells in zip(by_quote, by_passage, strict=True)
    )
    return [
        [
            attrs.evolve(
                one, third={"odds": one.odds, "likely": log_odds(one.similarity, _LEAST, 1.0 - _LEAST), **next(said)}
            )
            for one in seen
        ]
        for seen in (look.seen for look in looks)
    ]


def weigh_again(
    seen: Sequence[Candidate],
    order_weights: Mapping[str, float] = _ORDER_WEIGHTS,
    likely_weights: Mapping[str, float] = _LIKELY_WEIGHTS,
) -> list[Candidate]:
    """Order the candidates of one text by all that is known, and say how likely each is."""
    odds = [weighted(one.third, order_weights) for one in seen]
    rated = [attrs.evolve(one, similarity=likely(one.third, likely_weights)) for one in seen]
    return ordered(rated, odds)
