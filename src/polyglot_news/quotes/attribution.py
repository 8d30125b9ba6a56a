"""Who is said to have said a quote, by which word: English and French."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Literal

import attrs

from polyglot_news.quotes.cue import INVERTED, Cue, phrase_at
from polyglot_news.quotes.cues import find_cues
from polyglot_news.quotes.enumerations import is_several
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.labels import is_label, is_person_label
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.phrase import Range
from polyglot_news.quotes.phrase_behind import phrase_starting_at
from polyglot_news.quotes.subject_before import subject_before
from polyglot_news.quotes.subjects import (
    choose_cue,
    doubled_subject,
    is_outlet,
    is_pronoun,
    speaker_after,
    speaker_before,
)
from polyglot_news.quotes.things import can_say
from polyglot_news.quotes.tokens import BLANK, Token, tokenize
from polyglot_news.quotes.topics import NOBODY, Topics
from polyglot_news.quotes.unlisted_cues import unlisted_cue, unlisted_cue_before
from polyglot_news.quotes.verbal import is_finite_here, is_plural
from polyglot_news.text import Span

Side = Literal["before", "after", "colon"]
# A cue with more words than this between it and the quote just shares its sentence.
_GOVERNED = 8
# A paragraph that announces a block names its cue within so many words of the colon.
_ANNOUNCED = 6
# A name before a colon has no more words than this.
_LONGEST_NAME = 8
# After a full stop these begin another turn.
_TURNS = frozenset(["answered", "replied", "responded", "asked", "répondit", "répondu", "demanda", "demandé"])
_RELATIVES = frozenset(["that", "whose", "whom", "dont", "que", "qu'"])
# What describes somebody ends so: briefed, speaking; ayant, informé.
_PARTICIPLES = ("ed", "ing", "ant", "é", "ée", "és", "ées")
_SEVERAL = frozenset(["les", "des", "ces", "ses", "leurs", "nos", "certains", "plusieurs", "deux", "trois"])
_PEOPLE = frozenset(["people", "men", "women", "children", "police", "crowds", "families", "locals"])
_ONE = frozenset(["a", "an", "one", "another", "each", "every"])
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
        gap: how many words stand between the cue and the quote it leads up to; 0 for a cue that closes a quote.
        object_follows: whether the cue has an object of its own, as in "called on all to wait", "said it was off".
        relays: whether the speaker is an agency or a newspaper, which may pass on what another one said.
        passive: whether the cue is a passive, which may leave the speaker out: accused of “greed”.
        weak: whether the cue judges or thinks rather than says: rated, hopes.
    """

    cue: Span | None
    mention: Span | None
    is_pronoun: bool
    side: Side
    end: int
    gap: int = 0
    object_follows: bool = False
    relays: bool = False
    passive: bool = False
    weak: bool = False

    @property
    def governs(self) -> bool:
        """Whether the cue introduces or closes the quote itself rather than just sharing its sentence."""
        return self.gap <= _GOVERNED


def _is_how(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i].lower in {"was", "is"} and tokens[i + 1].lower == "how"


def _ends_head(token: Token, words: Grammar) -> bool:
    """Whether what describes somebody begins: analysts | in Oslo, an aide | who left."""
    word = token.lower
    return not token.is_word or words.is_preposition(word) or word in words.relatives | _RELATIVES


class Attributor(Topics):
    """Finds the attribution of each quote of a text in English or French."""

    def before(self, stretch: Stretch, low: int) -> Attribution | None:
        """Look for a cue in the sentence that leads up to a quote; ``low`` is where its paragraph starts."""
        end = stretch.outer.start
        return self._leading(self._frames.sentence_start(low, end), end, "before")

    def at_colon(self, paragraph: Span) -> Attribution | None:
        """Look for a cue at the end of a paragraph that announces what follows."""
        start, end = paragraph
        return self._leading(self._frames.sentence_start(start, end), end, "colon")

    def announces(self, paragraph: Span) -> bool:
        """Whether a paragraph that ends with a colon says that somebody speaks."""
        found = self.at_colon(paragraph)
        if found is None or found.cue is None or found.mention is None:
            return False
        return found.gap <= _ANNOUNCED or self._is_circumstance(found.cue.end, paragraph.end)

    def _is_circumstance(self, start: int, end: int) -> bool:
        """Whether words only say when, where or to whom: said | in a statement issued after the talks in Oslo:."""
        words = self._words
        tokens = self._tokens(start, end)
        opening = tokens[0].lower
        opens = opening in words.prepositions or opening in words.times or words.is_adverb(opening)
        clauses = words.auxiliaries | words.pronouns | (words.subordinators - words.prepositions)
        return opens and not any(token.lower in clauses for token in tokens)

    def inside(self, stretch: Stretch) -> Attribution | None:
        """Look for the cue in the narrator's aside that splits a quote."""
        for left, right in itertools.pairwise(stretch.contents):
            if not any(char.isalpha() for char in self._frames.text[left.end : right.start]):
                continue
            tokens = tokenize(self._frames.text, left.end, right.start, french=self._words.french)
            cue = next((cue for cue in find_cues(tokens, self._words) if cue.kind == "verb"), None)
            if cue is not None:
                subject = speaker_after(tokens, cue, self._words) or speaker_before(tokens, cue, [], self._words)
                return self._attribution(tokens, cue, subject, "after", stretch.outer.end)
        return None

    def _leading(self, start: int, end: int, side: Side) -> Attribution | None:
        tokens = self._tokens(start, end)
        cues = [cue for cue in self._cues(tokens) if self._plausible(tokens, cue)]
        cue = choose_cue(tokens, cues, self._words)
        if cue is None:
            label = self._transcribed(tokens, end, side)
            return label if label is not None or side == "colon" else self._announced(tokens, end)
        if cue.kind == "passive" and self._has_object_behind(tokens, cue, end):
            cue = attrs.evolve(cue, kind="verb")
        subject = speaker_before(tokens, cue, cues, self._words)
        opening = cue.kind == "gerund" and cue.first == 0
        if subject is None and (opening or cue.kind == "passive") and side == "before":
            return self._trailing_subject(tokens, cue, end)
        gap = sum(token.is_word for token in tokens[cue.last + 1 :])
        return self._attribution(tokens, cue, subject, side, end, gap)

    def _has_object_behind(self, tokens: Sequence[Token], cue: Cue, end: int) -> bool:
        """Whether the object of a verb of naming follows the quote: The minister termed as “baseless” | the claims."""
        if tokens[cue.last].lower not in self._words.naming or (cue.first and tokens[cue.first - 1].text == ","):
            return False
        if cue.first < cue.last or (cue.first and tokens[cue.first - 1].lower in self._words.auxiliaries):
            return False
        masked = self._frames.masked
        behind = end + len(masked[end:]) - len(masked[end:].lstrip(BLANK))
        rest = self._tokens(behind, min(behind + 40, self._frames.blocks[self._frames.block_index(end)].span.end))
        return bool(rest) and rest[0].lower in self._words.determiners

    def _announced(self, tokens: Sequence[Token], end: int) -> Attribution | None:
        """Read a short French clause with a colon about a person, by whatever verb: Le maire s'est levé : « … »."""
        cue = unlisted_cue_before(tokens, self._words) if self._words.french else None
        subject = subject_before(tokens, cue, self._words) if cue is not None else None
        if cue is None or subject is None or not can_say(tokens, subject, cue, self._words):
            return None
        if not self._is_somebody(tokens[subject[0] : subject[1] + 1], opens=not subject[0]):
            return None
        return self._attribution(tokens, cue, subject, "before", end)

    def _transcribed(self, tokens: Sequence[Token], end: int, side: Side) -> Attribution | None:
        """Read a name and a colon that begin a paragraph, as in a transcript: Rogers: “…”.

        In a headline the name of a person speaks for all that the line quotes: Rogers: We need “…”.
        """
        label = self._label(tokens)
        if not label:
            return None
        colon = len(label)
        is_speaker = is_person_label if colon < len(tokens) - 1 else is_label
        if not is_speaker(self._frames, label, self._words):
            return None
        return Attribution(
            cue=None,
            mention=Span(label[0].start, label[-1].end),
            is_pronoun=is_pronoun(tokens, (0, colon - 1), self._words),
            side=side,
            end=end,
            gap=sum(token.is_word for token in tokens[colon:]),
        )

    def _label(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """Return the name before the colon with which a paragraph begins; nothing if it begins otherwise."""
        colon = next((k for k, token in enumerate(tokens) if token.text == ":"), 0)
        if not 0 < colon < _LONGEST_NAME or not tokens[0].is_capital:
            return ()
        if tokens[0].start != self._frames.blocks[self._frames.block_index(tokens[0].start)].span.start:
            return ()
        label = tokens[:colon]
        is_clause = any(self._is_verb(token) for token in label)
        return label if phrase_starting_at(label, 0, self._words) == (0, colon - 1) and not is_clause else ()

    def label_before(self, at: int) -> Span | None:
        """Return the speaker whose label opens the paragraph of ``at``, as in a transcript: Ann Roe: As | I | said."""
        low = self._frames.blocks[self._frames.block_index(at)].span.start
        label = self._label(self._tokens(low, at))
        return Span(label[0].start, label[-1].end) if label and is_label(self._frames, label, self._words) else None

    def _is_verb(self, token: Token) -> bool:
        """Whether a word makes a clause of what stands before a colon: "Le ton est donné :"."""
        words = self._words
        verb = token.lower in words.auxiliaries or (token.lower in words.finite and token.lower not in words.nouns)
        return verb and not token.is_capital and not words.is_role(token.lower)

    def _trailing_subject(self, tokens: Sequence[Token], cue: Cue, end: int) -> Attribution:
        """Take the subject behind the quote: Bemoaning the “…”, | Smith left; it was called “…” by | Smith."""
        masked = self._frames.masked
        after = end
        while after < len(masked) and masked[after] == BLANK:
            after += 1
        limit = self._frames.blocks[self._frames.block_index(end)].span.end
        rest = self._tokens(after, min(after + 200, limit))
        passive = cue.kind == "passive"
        if not passive:
            rest = [token for token in rest if token.text != ","]
        by_agent = bool(rest) and rest[0].lower in {"by", "par"}
        found = phrase_starting_at(rest, int(by_agent), self._words) if by_agent == passive else None
        gap = sum(token.is_word for token in tokens[cue.last + 1 :]) if passive else 0
        attribution = self._attribution(tokens, cue, None, "before", end, gap)
        if found is None:
            return attribution
        mention = Span(rest[found[0]].start, rest[found[1]].end)
        return attrs.evolve(attribution, mention=mention, is_pronoun=is_pronoun(rest, found, self._words))

    def _plausible(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether a cue may reach as far as the quote; a noun does not into an aside: A note, which he wants | “…”."""
        rest = [token.lower for token in tokens[cue.last + 1 :]]
        if cue.kind == "noun" and any(
            mark == "," and word in self._words.relatives for mark, word in itertools.pairwise(rest)
        ):
            return False
        if tokens[cue.last].lower not in self._words.direct_only or self._is_aside(tokens, cue):
            return True
        return sum(token.is_word for token in tokens[cue.last + 1 :]) <= 1

    def _is_aside(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether a verb and somebody stand between two commas: The town, | the judges found, | had kept “…”."""
        subject = subject_before(tokens, cue, self._words) if cue.kind == "verb" else None
        if subject is None or not subject[0] or tokens[subject[0] - 1].text != ",":
            return False
        head = tokens[subject[1]].lower
        somebody = self._words.is_part(head) or head in self._words.bodies
        closed = any(token.text == "," for token in tokens[cue.last + 1 : cue.last + 2])
        return somebody and closed and subject[1] == cue.first - 1

    def after(self, stretch: Stretch, high: int, following: int) -> Attribution | None:
        """Look for an attribution right behind a quote.

        Args:
            stretch: the quote.
            high: where its paragraph ends.
            following: where the next quote starts.
        """
        start = stretch.outer.end
        end = self._frames.sentence_end(start, min(high, following + 1))
        tokens = self._tokens(start, end)
        first = 0
        while first < len(tokens) and tokens[first].text in {",", "."} | _DASHES:
            first += 1
        until = next((k for k in range(first, len(tokens)) if tokens[k].text.startswith(BLANK)), len(tokens))
        while (first < until and tokens[first].lower in {"as", "how"}) or _is_how(tokens, first):
            first += 1  # “…,” was how one envoy put it
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

    def one_of(self, before: Attribution, stretch: Stretch, high: int, following: int) -> Attribution | None:
        """Return the attribution to the one named behind a quote who speaks for those that a colon announces.

        Les syndicats contestent : « … », soupire | Anne Roy, who may be the witness of what a single person said.
        """
        if not self._words.french or before.mention is None or not self._frames.announces(stretch.outer.start):
            return None
        tokens = self._tokens_of(before.mention)
        bodies = self._words.bodies
        several = tokens[0].lower in _SEVERAL or any({token.lower, token.lower[:-1]} & bodies for token in tokens)
        after = self.after(stretch, high, following) if several else None
        if after is None or after.cue is None or after.mention is None or after.is_pronoun or after.relays:
            return None
        return after if after.mention.start > after.cue.start else None

    def _trailing(
        self, stretch: Stretch, tokens: Sequence[Token], is_followed: bool, stopped: bool
    ) -> Attribution | None:
        closed = self._frames.closing_char(stretch) == "." or stopped
        cues = self._cues(tokens)
        opening = phrase_at(tokens, 0, self._words.taking_up)
        if opening is not None and self._frames.ends_sentence(stretch):
            return self._taking_up(tokens[opening + 1 :])
        cue = next((cue for cue in cues if cue.kind in {"verb", "source"}), None)
        parted = self._frames.closing_char(stretch) in ",!?…" or self._frames.masked[stretch.outer.end :][:1] == ","
        if (
            not closed
            and parted
            and self._words.french
            and self._opens_sentence(stretch)
            and (cue is None or cue.first)
        ):
            cue = self._unlisted(tokens) or cue
        if cue is None or cue.first > 24:
            return None
        if all(self._is_adverb(token) for token in tokens[: cue.first]):
            if closed and tokens[0].is_capital:
                return None
            subject = speaker_after(tokens, cue, self._words)
            if subject is None and cue.kind == "source":
                return None
            if subject is not None and not can_say(tokens, subject, cue, self._words):
                return None
            return self._attribution(tokens, cue, subject, "after", tokens[-1].end)
        if cue.kind == "source":
            return None
        subject = self._subject_behind(tokens, cue)
        if subject is None:
            return None
        if closed and (tokens[cue.last].lower in _TURNS or not self._closes_sentence(tokens, cue, is_followed)):
            return None
        if tokens[subject[0]].lower in NOBODY:
            return None
        if is_followed and tokens[-1].text == ":" and self._frames.ends_sentence(stretch):
            return None
        found = self._attribution(tokens, cue, subject, "after", tokens[-1].end)
        return attrs.evolve(found, object_follows=self._has_clause(tokens, cue.last + 1))

    def _has_clause(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a verb of saying has a clause of its own behind it: said | the deal was off, told Oslo | it was."""
        words = self._words
        while i < len(tokens) and tokens[i].lower in words.times:
            i += 1
        for _ in range(2):
            if i < len(tokens) and tokens[i].lower == "that":
                return True
            phrase = phrase_starting_at(tokens, i, words)
            if phrase is None or phrase[1] + 1 >= len(tokens):
                return False
            i = phrase[1] + 1
            if tokens[i].lower in words.auxiliaries or is_finite_here(tokens, i, words):
                return True
        return False

    def _taking_up(self, tokens: Sequence[Token]) -> Attribution | None:
        """Read the sentence that takes up a whole quote: « … » C'est ainsi que | Mme Roy a résumé l'affaire."""
        cue = next((cue for cue in self._cues(tokens) if cue.kind == "verb"), None)
        if cue is None:
            return None
        subject = subject_before(tokens, cue, self._words) or speaker_after(tokens, cue, self._words)
        return self._attribution(tokens, cue, subject, "after", tokens[-1].end) if subject is not None else None

    def _unlisted(self, tokens: Sequence[Token]) -> Cue | None:
        """Return a verb that no list knows, by which the person or the body behind it says the quote before it."""
        cue = unlisted_cue(tokens, self._words)
        subject = speaker_after(tokens, cue, self._words) if cue is not None else None
        if cue is None or subject is None:
            return None
        return cue if can_say(tokens, subject, cue, self._words) else None

    def _opens_sentence(self, stretch: Stretch) -> bool:
        """Whether a quote stands at the beginning of a sentence, with a capital."""
        start = stretch.outer.start
        low = self._frames.blocks[self._frames.block_index(start)].span.start
        lead = self._frames.masked[self._frames.sentence_start(low, start) : start]
        return not any(char.isalnum() for char in lead) and self._frames.text[stretch.contents[0].start].isupper()

    def _subject_behind(self, tokens: Sequence[Token], cue: Cue) -> Range | None:
        """Return the subject before a verb behind a quote: nothing but adverbs goes before it."""
        if cue.quoted is not None:
            return cue.quoted
        find = subject_before if cue.pronoun is None else doubled_subject
        subject = find(tokens, cue, self._words)
        lead = tokens[: subject[0]] if subject is not None else []
        if lead and lead[-1].lower == "to":
            return None  # “…” to people who say so
        if subject is not None and all(self._is_adverb(token) for token in lead):
            return subject
        return self._described(tokens, cue)

    def _described(self, tokens: Sequence[Token], cue: Cue) -> Range | None:
        """Return somebody without a name whom more than her verb follows: an aide briefed on the talks | said."""
        words = self._words
        phrase = phrase_starting_at(tokens, 0, words)
        if phrase is None or phrase[1] + 1 >= cue.first or tokens[0].lower not in words.determiners:
            return None
        between = tokens[phrase[1] + 1 : cue.first]
        if not all(token.is_word for token in between) or not any(
            words.is_part(token.lower) for token in tokens[phrase[0] : phrase[1] + 1]
        ):
            return None
        opening = between[0].lower
        describes = opening in words.participles | words.gerunds | words.complemented | words.relatives | _RELATIVES
        describes = describes or opening.endswith(_PARTICIPLES) or words.is_preposition(opening)
        return phrase if describes else None

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
        )

    def anywhere(self, stretch: Stretch, high: int) -> Attribution | None:
        """Look for a cue later in the sentence of a quote that stands in its middle."""
        start = stretch.outer.end
        if self._frames.ends_sentence(stretch) or self._frames.text[start:high].lstrip()[:1] in {*".!?…"}:
            return None
        tokens = self._tokens(start, self._frames.sentence_end(start, high))
        cues = [cue for cue in self._cues(tokens) if cue.kind in {"verb", "source"}]
        for cue in sorted(cues, key=lambda cue: cue.weak):
            subject = self._subject_anywhere(tokens, cue)
            said = subject is not None and can_say(tokens, subject, cue, self._words)
            if said and self._plausible(tokens, cue):
                return self._attribution(tokens, cue, subject, "after", tokens[-1].end, _GOVERNED + 1)
        return None

    def _subject_anywhere(self, tokens: Sequence[Token], cue: Cue) -> Range | None:
        words = self._words
        if cue.kind == "source" or cue.pronoun is not None:
            return doubled_subject(tokens, cue, words) or speaker_after(tokens, cue, words)
        subject = subject_before(tokens, cue, words)
        if subject is None and cue.first > 0 and tokens[cue.first - 1].text == ",":
            return speaker_after(tokens, cue, words)  # “…” from the road, said Paul Martin
        return subject

    def is_group(self, mention: Span) -> bool:
        """Whether a mention is of several people: "analysts", "two French officials", "Paris, Rome and Oslo"."""
        if is_several(mention.of(self._frames.text), self._words):
            return True
        return self._is_plural(self._tokens_of(mention))

    def _tokens_of(self, mention: Span) -> list[Token]:
        return tokenize(self._frames.text, mention.start, mention.end, french=self._words.french)

    def _is_plural(self, tokens: Sequence[Token]) -> bool:
        """Whether the head of a naming is of several: analysts in Oslo, shoppers, people."""
        words = self._words
        end = next((k for k, token in enumerate(tokens) if k and _ends_head(token, words)), len(tokens))
        last = tokens[end - 1]
        word = last.lower
        if word.endswith("s") and not word.endswith("ss") and not {word, word[:-1]}.isdisjoint(words.roles):
            return True
        if words.french or any(token.lower in _ONE for token in tokens[:end]):
            return False
        return word in _PEOPLE or is_plural(last)

    def _attribution(
        self, tokens: Sequence[Token], cue: Cue, subject: Range | None, side: Side, end: int, gap: int = 0
    ) -> Attribution:
        words = self._words
        mention = None
        pronoun = False
        if subject is not None:
            first, last = tokens[subject[0]], tokens[subject[1]]
            if words.french and subject[0] == subject[1] and INVERTED.match(first.lower):
                suffix = first.lower.rsplit("-", 1)[-1]
                mention, pronoun = Span(first.end - len(suffix), first.end), True
            else:
                mention = Span(first.start, last.end)
                pronoun = is_pronoun(tokens, subject, words)
        return Attribution(
            cue=Span(tokens[cue.first].start, tokens[cue.last if cue.shown is None else cue.shown].end),
            mention=mention,
            is_pronoun=pronoun,
            side=side,
            end=end,
            gap=gap,
            relays=subject is not None and is_outlet(tokens, subject, words),
            passive=cue.kind == "passive",
            weak=cue.weak,
        )
