"""Who is said to have said a quote, by which word: English and French."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs

from polyglot_news.quotes.cues import Cue, find_cues
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.speakers import Range, phrase_ending_at, phrase_starting_at, subject_before
from polyglot_news.quotes.tokens import BLANK, Token, tokenize
from polyglot_news.text import Span

Side = Literal["before", "after", "colon"]
_DASHES = frozenset("-–—―")


@attrs.frozen(kw_only=True)
class Attribution:
    """A cue with the speaker as the text names her there.

    Attributes:
        cue: the reporting word or phrase; None where a dash or a colon alone attributes.
        mention: the speaker as written there, perhaps a pronoun.
        is_pronoun: whether ``mention`` is one.
        side: where the cue stands: before the quote, after it, or at the end of the paragraph before.
        end: where the attribution ends.
        governs: whether the cue introduces or closes the quote itself rather than just sharing its sentence.
    """

    cue: Span | None
    mention: Span | None
    is_pronoun: bool
    side: Side
    end: int
    governs: bool


class Attributor:
    """Finds the attribution of each quote of a text in English or French."""

    def __init__(self, frames: Frames, words: Grammar) -> None:
        self._frames = frames
        self._words = words

    def before(self, stretch: Stretch, low: int, side: Side = "before") -> Attribution | None:
        """Look for a cue in the sentence that leads up to a quote; ``low`` is where its paragraph starts."""
        end = stretch.outer.start
        return self._leading(self._frames.sentence_start(low, end), end, side)

    def at_colon(self, start: int, end: int) -> Attribution | None:
        """Look for a cue at the end of a paragraph that announces what follows."""
        return self._leading(self._frames.sentence_start(start, end), end, "colon")

    def _leading(self, start: int, end: int, side: Side) -> Attribution | None:
        tokens = self._tokens(start, end)
        cues = [cue for cue in find_cues(tokens, self._words) if self._plausible(tokens, cue)]
        verbs = [cue for cue in cues if cue.kind != "noun"]
        chosen = verbs or cues
        if not chosen:
            return None
        cue = chosen[-1]
        subject = self._subject(tokens, cue, cues)
        return self._attribution(tokens, cue, subject, side, end, governs=len(tokens) - cue.last <= 8)

    def _plausible(self, tokens: Sequence[Token], cue: Cue) -> bool:
        word = tokens[cue.last].lower
        return word not in self._words.direct_only or cue.last >= len(tokens) - 2

    def after(self, stretch: Stretch, high: int) -> Attribution | None:
        """Look for an attribution right behind a quote; ``high`` is where its paragraph ends."""
        start = stretch.outer.end
        end = self._frames.sentence_end(start, high)
        tokens = self._tokens(start, end)
        first = 0
        while first < len(tokens) and tokens[first].text in {",", "."} | _DASHES:
            first += 1
        until = next((k for k in range(first, len(tokens)) if tokens[k].text.startswith(BLANK)), len(tokens))
        here = tokens[first:until]
        if not here:
            return None
        if first and tokens[first - 1].text in _DASHES:
            signed = self._signature(here, high)
            if signed is not None:
                return signed
        return self._trailing(
            stretch, here, is_followed=until < len(tokens), stopped=any(tok.text == "." for tok in tokens[:first])
        )

    def _trailing(
        self, stretch: Stretch, tokens: Sequence[Token], is_followed: bool, stopped: bool
    ) -> Attribution | None:
        closed = self._frames.closing_char(stretch) == "." or stopped
        cues = find_cues(tokens, self._words)
        if not cues:
            return None
        cue = next((cue for cue in cues if cue.kind in {"verb", "source"}), None)
        if cue is None or cue.first > 24:
            return None
        if cue.first == 0 or all(self._is_adverb(token) for token in tokens[: cue.first]):
            if closed and tokens[0].is_capital:
                return None
            subject = self._following(tokens, cue)
            if subject is None and cue.kind == "source":
                return None
            return self._attribution(tokens, cue, subject, "after", tokens[-1].end, governs=True)
        if cue.kind == "source":
            return None
        subject = subject_before(tokens, cue, self._words)
        if subject is None or any(not self._is_adverb(token) for token in tokens[: subject[0]]):
            return None
        if closed and not self._closes_sentence(tokens, cue, is_followed):
            return None
        if is_followed and tokens[-1].text == ":" and self._frames.ends_sentence(stretch):
            return None
        return self._attribution(tokens, cue, subject, "after", tokens[-1].end, governs=True)

    def _closes_sentence(self, tokens: Sequence[Token], cue: Cue, is_followed: bool) -> bool:
        """Whether nothing but circumstances follows the verb, so that it can only close the quote before it."""
        if is_followed:
            return False
        rest = tokens[cue.last + 1 :]
        if not rest:
            return True
        words = self._words
        first = rest[0].lower
        return (
            rest[0].text in {".", ","}
            or first in words.times
            or first in words.adverbs
            or (first in words.prepositions and first != "to")
        )

    def _signature(self, tokens: Sequence[Token], high: int) -> Attribution | None:
        """A dash and a name that end the paragraph: “…” — Jane Doe."""
        subject = phrase_starting_at(tokens, 0, self._words)
        if subject is None or not tokens[0].is_capital or subject[1] - subject[0] > 14:
            return None
        rest = tokens[subject[1] + 1 :]
        if rest and not (len(rest) == 1 and rest[0].text == "."):
            return None
        return Attribution(
            cue=None,
            mention=Span(tokens[0].start, tokens[subject[1]].end),
            is_pronoun=False,
            side="after",
            end=high,
            governs=True,
        )

    def anywhere(self, stretch: Stretch, high: int) -> Attribution | None:
        """Look for a cue later in the sentence of a quote that stands in its middle."""
        start = stretch.outer.end
        if self._frames.ends_sentence(stretch):
            return None
        tokens = self._tokens(start, self._frames.sentence_end(start, high))
        cue = next((cue for cue in find_cues(tokens, self._words) if cue.kind in {"verb", "source"}), None)
        if cue is None or not self._plausible(tokens, cue):
            return None
        subject = self._following(tokens, cue) if cue.kind == "source" else subject_before(tokens, cue, self._words)
        return self._attribution(tokens, cue, subject, "after", tokens[-1].end, governs=False)

    def _tokens(self, start: int, end: int) -> list[Token]:
        return tokenize(self._frames.masked, start, end, french=self._words.french)

    def _is_adverb(self, token: Token) -> bool:
        words = self._words
        return (
            not token.is_word
            or token.lower in words.adverbs
            or (token.lower in words.openers and token.lower not in words.prepositions)
        )

    def _subject(self, tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Range | None:
        """Return the speaker of a cue in the frame before a quote."""
        words = self._words
        if cue.pronoun is not None:
            return (cue.pronoun, cue.pronoun)
        if cue.kind == "source":
            return phrase_starting_at(tokens, cue.last + 1, words)
        if cue.kind == "noun":
            return self._possessor(tokens, cue)
        if cue.kind == "passive":
            agent = next(
                (k for k in range(cue.last + 1, min(len(tokens), cue.last + 6)) if tokens[k].lower in {"by", "par"}),
                None,
            )
            return phrase_starting_at(tokens, agent + 1, words) if agent is not None else None
        if cue.kind == "verb":
            subject = subject_before(tokens, cue, words)
            if subject is None and words.french:
                subject = self._following(tokens, cue)
            if subject is not None:
                return subject
        earlier = [other for other in cues if other.last < cue.first and other.kind == "verb"]
        if earlier:
            return self._subject(tokens, earlier[-1], [])
        return self._leading_subject(tokens)

    def _leading_subject(self, tokens: Sequence[Token]) -> Range | None:
        """Return the subject of a sentence: its first phrase that no preposition opens."""
        start = 0
        while start < len(tokens):
            while start < len(tokens) and not tokens[start].is_word:
                start += 1
            if start >= len(tokens):
                return None
            first = tokens[start].lower
            if first in self._words.openers or first in self._words.prepositions or first in self._words.subordinators:
                if first in self._words.prepositions or first in self._words.subordinators:
                    comma = next((k for k in range(start, len(tokens)) if tokens[k].text == ","), None)
                    if comma is None:
                        return None
                    start = comma + 1
                else:
                    start += 1
                continue
            return phrase_starting_at(tokens, start, self._words)
        return None

    def _possessor(self, tokens: Sequence[Token], cue: Cue) -> Range | None:
        """Return whose statement a noun speaks of: "Smith's claim", "a statement by Smith", "in a letter, Smith"."""
        words = self._words
        for k in range(cue.first - 1, max(-1, cue.first - 4), -1):
            if tokens[k].lower.endswith(("'s", "s'")):
                return phrase_ending_at(tokens, k, words)
            if tokens[k].lower in {"his", "her", "their", "its", "son", "sa", "ses", "leur"}:
                return (k, k)
        if cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower in {"by", "from", "of", "par", "de", "du"}:
            return phrase_starting_at(tokens, cue.last + 2, words)
        return self._leading_subject(tokens)

    def _following(self, tokens: Sequence[Token], cue: Cue) -> Range | None:
        """Return the subject behind an inverted verb, over what may stand between them."""
        words = self._words
        if cue.pronoun is not None:
            return (cue.pronoun, cue.pronoun)
        i = cue.last + 1
        while i < len(tokens) and i - cue.last < 8:
            word = tokens[i].lower
            if word in words.times or (word in words.adverbs and not tokens[i].is_capital) or word == "ce":
                i += 1
            elif word in words.prepositions and words.french and cue.kind != "source":
                i += 1
                while i < len(tokens) and tokens[i].lower in words.determiners:
                    i += 1
                i += 1
            else:
                break
        return phrase_starting_at(tokens, i, words)

    def _attribution(
        self, tokens: Sequence[Token], cue: Cue, subject: Range | None, side: Side, end: int, governs: bool
    ) -> Attribution:
        words = self._words
        mention = None
        pronoun = False
        if subject is not None:
            first, last = tokens[subject[0]], tokens[subject[1]]
            if cue.pronoun is not None and subject[0] == cue.pronoun:
                suffix = first.lower.rsplit("-", 1)[-1]
                mention, pronoun = Span(first.end - len(suffix), first.end), True
            else:
                mention = Span(first.start, last.end)
                pronoun = subject[0] == subject[1] and (
                    first.lower in words.pronouns
                    or first.lower in {"his", "her", "their", "its", "son", "sa", "ses", "leur"}
                )
        return Attribution(
            cue=Span(tokens[cue.first].start, tokens[cue.last].end),
            mention=mention,
            is_pronoun=pronoun,
            side=side,
            end=end,
            governs=governs,
        )
