"""Where the stretch of a sentence that a quote renders may begin and end: at no place inside a phrase.

A stretch is found by its likeness to the quote, and a word more or less changes that little. So it is brought to bounds
that a reader would choose: a value, a name, a set phrase or a compound word is taken in as a whole, and small words
that belong to what stands outside are left out.
"""

from __future__ import annotations

import re

from polyglot_news.align import phrases
from polyglot_news.align.figures import agreement
from polyglot_news.align.segmentation import segment
from polyglot_news.names import find_names
from polyglot_news.text import Span, is_parted
from polyglot_news.values import find_values

_JOINED_BEFORE = re.compile(r"[^\W_][\w'’‐‑-]*['’‐‑-]$")
_JOINED_BEHIND = re.compile(r"['’‐‑-](?:[\w'’‐‑-]*[^\W_])?")

# The two words of a French negation: the verb stands between them.
_SECOND_NOT = re.compile(r"(?:pas|plus|jamais|guère|rien|aucune?|personne|nullement)\b", re.IGNORECASE)
_FIRST_NOT = re.compile(r"\bn(?:e\s+|['’])[^\s,;:.]+\s+(?:[^\s,;:.]+\s+)?$", re.IGNORECASE)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that belong to what follows them: they end no phrase, unless a clause ends there as well.
_LEAD_ON = {
    "en": _words("""
        a an the its their our my your every no very he she they we i and or nor but as than because although though
        while whereas unless if whether that which who whom whose what when where why how of in to for with
        on at by from about into over under after before between against during through
        throughout without within across among amid behind beyond beside besides inside outside since until till toward
        towards upon around near above below along despite per via
    """),
    "fr": _words("""
        le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes
        quel quelle quels quelles chaque très je j' tu il ils on c' ne n' me m' te t' se à
        dans en par pour sur avec sans sous entre vers chez contre depuis pendant durant avant après selon parmi dès
        outre envers malgré via jusque jusqu' et ou ni mais donc or car que qu' qui dont où si s' comme comment pourquoi
        quand lorsque lorsqu' puisque puisqu' quoique quoiqu' ainsi
    """),
    "zh": _words("""
        的 和 与 及 以及 并 并且 而 而且 或 或者 但 但是 在 对 对于 将 于 由 由于 为 从 自 向 以 把 被 到 至 因 因为
        如果 若 则 其 该 这 这些 那些 各 每 关于 按 按照 根据 同 跟 给 当 虽然 尽管 只要 只有 直到 除非 即使 既然 一旦
        假如 所以 因此 很 最 更 非常 十分 都 也 还 仍 已 已经 正在 曾 又
    """),
}
# Words that may be an object as well, unless they come right after one that opens a clause: "until there" is no end.
_SUBJECTS = {
    "en": _words("it you there"),
    "fr": _words("elle elles nous vous cela ça"),
    "zh": _words("我 我们 你 你们 您 他 她 它 他们 她们 它们 大家"),
}
_OPENING = {
    "en": _words("""
        as because although though while whereas unless until if whether that which who what when where why how
    """),
    "fr": _words("que qu' si s' où dont comme comment pourquoi quand lorsque lorsqu' puisque puisqu' quoique quoiqu'"),
    "zh": _words("如果 若 当 因为 由于 虽然 尽管 只要 直到 除非 即使 既然 一旦 假如 但 但是 所以 因此"),
}
_TRAIL = _words("的 地 得 之 了 们")  # Chinese words that belong to what stands before them


def at_phrases(core: Span, passage: Span, text: str, language: str, quote: str, quote_language: str) -> Span:
    """Return a stretch of a passage with bounds that cut no phrase.

    Args:
        core: the stretch.
        passage: the passage in which it stands.
        text: the official text, Chinese in simplified characters.
        language: "en", "fr" or "zh".
        quote: the quote that the stretch renders; a value that is cut is left out where the quote has no figures.
        quote_language: its language.
    """
    said = passage.of(text)
    inside = core.shift(-passage.start)
    for value in find_values(said, language):
        if _is_cut(value.span, inside):
            # Another figure may be what the article changed this one into.
            told = agreement(quote, quote_language, value.span.of(said), language) is not None
            inside = inside.with_(value.span) if told else _without(inside, value.span)
    for one in [*(name.span for name in find_names(said, language)), *phrases.places(said, language)]:
        if _is_cut(one, inside):
            inside = inside.with_(one)
    if language != "zh":
        inside = _with_joined(inside, said)
    if language == "fr":
        inside = _with_whole_negation(inside, said)
    return _without_small_words(inside, said, language).shift(passage.start)


def _is_cut(one: Span, core: Span) -> bool:
    return 0 < one.overlap(core) < len(one)


def _without(core: Span, one: Span) -> Span:
    """Leave out what stands across a bound of a stretch, unless nothing else stands in it."""
    left = Span(core.start, one.start) if one.end > core.end else Span(one.end, core.end)
    return left if core.start <= left.start < left.end <= core.end else core


def _with_joined(core: Span, text: str) -> Span:
    """Take in what a hyphen or an apostrophe joins to the first or the last word: *l'|accord*, *sages-|femmes*."""
    before = _JOINED_BEFORE.search(text, 0, core.start)
    behind = _JOINED_BEHIND.match(text, core.end)
    return Span(before.start() if before else core.start, behind.end() if behind else core.end)


def _with_whole_negation(core: Span, text: str) -> Span:
    """Take in the verb and the *ne* before a stretch that begins with the second word of a negation."""
    first = _FIRST_NOT.search(text, 0, core.start) if _SECOND_NOT.match(text, core.start) else None
    return Span(first.start(), core.end) if first else core


def _without_small_words(core: Span, text: str, language: str) -> Span:
    """Leave out the small words at the ends that belong to words outside, unless nothing else stands there."""
    words = segment(text, language)
    inside = [k for k, word in enumerate(words) if core.start <= word.start and word.end <= core.end]
    kept = list(inside)
    while kept and _leads_on(words, kept[-1], text, language):
        kept.pop()
    while kept and language == "zh" and words[kept[0]].of(text) in _TRAIL:
        del kept[0]
    if not kept or kept == inside:
        return core
    start = core.start if kept[0] == inside[0] else words[kept[0]].start
    return Span(start, core.end if kept[-1] == inside[-1] else words[kept[-1]].end)


def _leads_on(words: list[Span], at: int, text: str, language: str) -> bool:
    """Whether a word belongs to the one that follows it in its clause."""
    said, before = (words[k].of(text).lower().replace("’", "'") if k >= 0 else "" for k in (at, at - 1))
    leads = said in _LEAD_ON[language] or (said in _SUBJECTS[language] and before in _OPENING[language])
    return leads and at + 1 < len(words) and not is_parted(text, words, at + 1)
