"""What an article reports in its own words, without quotation marks: *he said that the port would stay open*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from polyglot_news.quotes.cues import find_cues
from polyglot_news.quotes.grammar import grammar
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.model import Quote
from polyglot_news.quotes.tokens import tokenize
from polyglot_news.quotes.wires import wire_lead
from polyglot_news.text import Span, split_sentences

_SAYING = frozenset(["verb", "passive", "source"])
# Chinese verbs of one character, which also stand within other words: 小说, 说明, 名称, 称为.
_ALONE = r"(?<![小传傳据據学學解])[说說](?![明法服辞辭客])|(?<![名简簡号號职職])[称稱](?![为為号號職职呼赞讚])"
_OPENING = re.compile(r"\s*(?:that\b|que\b|qu['’]|[,，:：])*\s*", re.IGNORECASE)
_STOPS = ".!?…。！？"
_SOURCE = 80  # characters of "according to the ministry's yearly report,", at most
_SHORTEST = {"en": 25, "fr": 25, "zh": 8}  # characters of a clause


def reported_statements(text: str, language: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the clauses that tell what somebody said, of the sentences that quote nothing.

    Headlines, which end without a stop, and what is too short to be found are left out. Speakers are not looked for.

    Args:
        text: the article.
        language: "en", "fr" or "zh".
        quotes: what it quotes.
    """
    contents = [content for quote in quotes for content in quote.contents]
    found = []
    for sentence in split_sentences(text, language):
        if sentence.of(text).rstrip()[-1:] not in _STOPS or any(sentence.overlap(content) for content in contents):
            continue
        cue = _cue(sentence, text, language)
        if cue is None:
            continue
        clause = _clause(sentence, *cue, text)
        if len(clause) >= _SHORTEST[language]:
            words = clause.of(text)
            found.append(Quote(contents=(clause,), speaker=None, cue=cue[0], kind="reported", text=words))
    return found


def _cue(sentence: Span, text: str, language: str) -> tuple[Span, bool] | None:
    """Return where a sentence says that somebody said something, and whether it names a source: *according to her*."""
    if language == "zh":
        match = _chinese_verb().search(text, *sentence)
        return (Span(*match.span()), False) if match else None
    words = grammar(language)
    tokens = tokenize(text, sentence.start, sentence.end, words.french)
    for cue in find_cues(tokens, words):
        if cue.kind in _SAYING and not cue.weak:
            return Span(tokens[cue.first].start, tokens[cue.last].end), cue.kind == "source"
    return None


@lru_cache(maxsize=1)
def _chinese_verb() -> re.Pattern[str]:
    verbs = sorted((verb for verb in sections("zh")["verbs"] if len(verb) > 1), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, verbs), _ALONE]))


def _clause(sentence: Span, cue: Span, names_source: bool, text: str) -> Span:
    """Return what is reported: mostly what follows, else what stands before the comma of ", he said"."""
    lead = wire_lead(text, *sentence)
    start = min(lead.end, cue.start) if lead else sentence.start
    before, after = Span(start, cue.start), Span(cue.end, sentence.end)
    if names_source:
        comma = text.find(",", after.start, min(after.end, after.start + _SOURCE))
        after = Span(comma + 1, after.end) if comma >= 0 else after
    if len(after) >= len(before) / 2:
        opening = _OPENING.match(text, *after)
        return Span(opening.end() if opening else after.start, after.end)
    comma = max(text.rfind(mark, *before) for mark in ",，")
    return Span(before.start, comma if comma > before.start else before.end)
