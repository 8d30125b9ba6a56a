"""Who is said to have said a quote, by which word: English and French."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from polyglot_news.quotes.agreement import is_thing, is_title, shows_gender
from polyglot_news.quotes.closing import closing_person
from polyglot_news.quotes.cues import INVERTED, Cue, find_cues
from polyglot_news.quotes.enumerations import AND, is_several
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.labels import is_label, is_person_label
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.speakers import Range, phrase_starting_at, subject_before
from polyglot_news.quotes.subjects import (
    choose_cue,
    doubled_subject,
    in_subordinate,
    is_outlet,
    is_pronoun,
    is_told,
    leading_subject,
    speaker_after,
    speaker_before,
)
from polyglot_news.quotes.things import can_say, is_mute, speaks
from polyglot_news.quotes.tokens import BLANK, Token, tokenize
from polyglot_news.text import Span

Side = Literal["before", "after", "colon"]
# A cue with more words than this between it and the quote just shares its sentence.
_GOVERNED = 8
# A paragraph that announces a block names its cue within so many words of the colon.
_ANNOUNCED = 6
# A verb and what makes it one tense stand between the comma of an aside and its pronoun.
_LONGEST_ASIDE = 3
# A name before a colon has no more words than this.
_LONGEST_NAME = 8
# A pronoun is looked up in so many sentences before its own.
_SENTENCES_BACK = 6
# After a full stop these begin another turn, and nobody is no speaker.
_TURNS = frozenset(["answered", "replied", "responded", "asked", "répondit", "répondu", "demanda", "demandé"])
_NOBODY = frozenset(["nobody", "none", "no", "neither", "nothing", "personne", "nul", "aucun", "aucune"])
_RELATIVES = frozenset(["that", "whose", "whom", "dont", "que", "qu'"])
# What describes somebody ends so: briefed, speaking; ayant, informé.
_PARTICIPLES = ("ed", "ing", "ant", "é", "ée", "és", "ées")
_STOPS = frozenset(".!?…:;")
_CLOSING = "\"'’”»)\u00a0\u202f "
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
        object_follows: whether the cue has an object of its own, as in "called on all to wait".
        relays: whether the speaker is an agency or a newspaper, which may pass on what another one said.
    """

    cue: Span | None
    mention: Span | None
    is_pronoun: bool
    side: Side
    end: int
    gap: int = 0
    object_follows: bool = False
    relays: bool = False

    @property
    def governs(self) -> bool:
        """Whether the cue introduces or closes the quote itself rather than just sharing its sentence."""
        return self.gap <= _GOVERNED


def _is_how(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i].lower in {"was", "is"} and tokens[i + 1].lower == "how"


class Attributor:
    """Finds the attribution of each quote of a text in English or French."""

    def __init__(self, frames: Frames, words: Grammar) -> None:
        self._frames = frames
        self._words = words
        self._language = "fr" if words.french else "en"
        self._block = -1
        self._paragraph: list[Token] = []
        self._starts: list[int] = []

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

    def reporter(self, low: int, end: int) -> tuple[Span, bool] | None:
        """Return who speaks in the main clause of the last sentence before ``end``, and whether that is a pronoun."""
        _, tokens, cues = self._last_sentence(low, end)
        saying = self._main_saying(tokens, cues)
        subject = speaker_before(tokens, saying, cues, self._words) if saying is not None else None
        if subject is None or is_mute(tokens, subject, self._words):
            return None
        naming = Span(tokens[subject[0]].start, tokens[subject[1]].end)
        return naming, is_pronoun(tokens, subject, self._words)

    def _last_sentence(self, low: int, end: int) -> tuple[int, list[Token], list[Cue]]:
        bare = self._frames.masked[low:end].rstrip()
        start = self._frames.sentence_start(low, low + len(bare))
        tokens = self._tokens(start, end)
        return start, tokens, self._cues(tokens)

    def _main_saying(self, tokens: Sequence[Token], cues: Sequence[Cue]) -> Cue | None:
        """Return the last verb of saying of a main clause, else the source with which a sentence opens."""
        sayings = [cue for cue in cues if cue.kind == "verb" and not cue.weak]
        main = (cue for cue in reversed(sayings) if not in_subordinate(tokens, cue, self._words))
        saying = next((cue for cue in main if not is_told(tokens, cue, sayings)), None)
        return saying or next((cue for cue in cues[:1] if self._is_source(tokens, cue)), None)

    def topic(self, low: int, end: int) -> tuple[Span, bool] | None:
        """Return whom the sentence before a quote is about, and whether that is a pronoun.

        The one who speaks in its main clause, else whom it introduces at its end, else its subject if that is a name, a
        person or a pronoun.
        """
        start, tokens, cues = self._last_sentence(low, end)
        saying = self._main_saying(tokens, cues)
        introduced = closing_person(self._frames.masked, start, end, self._words) if saying is None else None
        if introduced is not None:
            return introduced, False
        subject = speaker_before(tokens, saying, cues, self._words) if saying is not None else None
        subject = subject or leading_subject(tokens, self._words)
        if subject is None or is_mute(tokens, subject, self._words):
            return None
        pronoun = is_pronoun(tokens, subject, self._words)
        speaks = saying is not None and saying.first == subject[1] + 1 and self._may_be_name(tokens, subject)
        somebody = speaks or self._is_somebody(tokens[subject[0] : subject[1] + 1], opens=not subject[0])
        if not pronoun and not somebody:
            return None
        return Span(tokens[subject[0]].start, tokens[subject[1]].end), pronoun

    def _may_be_name(self, tokens: Sequence[Token], subject: Range) -> bool:
        """Whether a subject is one word with a capital that may be a name where it opens a sentence: Kim said …."""
        first, last = subject
        word = tokens[first].lower
        plain = self._words.is_function_word(word) or word in _NOBODY or word.endswith("s")
        name = first == last and tokens[first].is_capital and not plain
        return name and not is_thing(tokens[first].text, self._language)

    def _is_source(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether a sentence opens with its source, unless that is an agency: Selon Anne Roche, la directrice, …."""
        subject = speaker_before(tokens, cue, [], self._words) if cue.kind == "source" and not cue.first else None
        return subject is not None and not is_outlet(tokens, subject, self._words)

    def governs(self, subject: Span, quote: int) -> bool:
        """Whether nothing but adverbs parts a subject from a quote, which has its verb then: Prices “will fall”."""
        between = tokenize(self._frames.masked, subject.end, quote, french=self._words.french)
        return all(token.is_word and self._is_adverb(token) for token in between)

    def _is_somebody(self, phrase: Sequence[Token], *, opens: bool) -> bool:
        """Whether a phrase is a name, a person or a body: not one of what belongs to it, as "la version de Manille".

        A capital that opens a sentence makes a name only where the text has that name elsewhere.
        """
        words = self._words
        if opens and len(phrase) == 1 and self._is_family_name(phrase[0].text):
            return True
        link = next((k for k, token in enumerate(phrase) if k and words.is_preposition(token.lower)), len(phrase))
        head = phrase[:link]
        if any(token.is_capital for token in head[int(opens) :]):
            return True
        parts = [token.lower for token in head if words.is_part(token.lower)]
        if len(phrase) > link and any(token.is_capital for token in phrase[link:]):
            return bool(parts) or any(token.lower in words.bodies for token in head)
        several = bool(parts) and parts[-1].endswith("s")
        definite = phrase[0].lower in {"the", "le", "la", "l'"} and bool(parts)
        naming = self._frames.text[phrase[0].start : phrase[-1].end]
        return (several or definite) and not is_thing(naming, self._language)

    def _is_family_name(self, word: str) -> bool:
        """Whether a sentence of the text, not a heading, has a word as the last one of a name: Ann Roe."""
        if is_thing(word, self._language) or word.lower() in self._words.roles:
            return False
        name = rf"[A-ZÀ-ÝŒ][\w’'-]+[ \u00a0](?:[a-z]{{1,3}}[ \u00a0])?{re.escape(word)}\b(?![ \u00a0][A-Z])"
        places = (self._frames.block_index(match.start()) for match in re.finditer(name, self._frames.text))
        return any(self._frames.blocks[k].span.of(self._frames.text).rstrip(_CLOSING)[-1:] in _STOPS for k in places)

    def _leading(self, start: int, end: int, side: Side) -> Attribution | None:
        tokens = self._tokens(start, end)
        cues = [cue for cue in self._cues(tokens) if self._plausible(tokens, cue)]
        cue = choose_cue(tokens, cues, self._words)
        if cue is None:
            return self._transcribed(tokens, end, side)
        subject = speaker_before(tokens, cue, cues, self._words)
        if subject is None and cue.kind == "gerund" and cue.first == 0 and side == "before":
            return self._trailing_subject(tokens, cue, end)
        gap = sum(token.is_word for token in tokens[cue.last + 1 :])
        return self._attribution(tokens, cue, subject, side, end, gap)

    def _transcribed(self, tokens: Sequence[Token], end: int, side: Side) -> Attribution | None:
        """Read a name and a colon that begin a paragraph, as in a transcript: Rogers: “…”.

        In a headline the name of a person speaks for all that the line quotes: Rogers: We need “…”.
        """
        colon = next((k for k, token in enumerate(tokens) if token.text == ":"), 0)
        if not 0 < colon < _LONGEST_NAME or not tokens[0].is_capital:
            return None
        if tokens[0].start != self._frames.blocks[self._frames.block_index(tokens[0].start)].span.start:
            return None
        label = tokens[:colon]
        if phrase_starting_at(label, 0, self._words) != (0, colon - 1) or any(self._is_verb(token) for token in label):
            return None
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

    def _cues(self, tokens: Sequence[Token]) -> list[Cue]:
        """Return the cues of a frame by which somebody can say something."""
        return [cue for cue in find_cues(tokens, self._words) if speaks(tokens, cue, self._words)]

    def _is_verb(self, token: Token) -> bool:
        """Whether a word makes a clause of what stands before a colon: "Le ton est donné :"."""
        words = self._words
        verb = token.lower in words.auxiliaries or (token.lower in words.finite and token.lower not in words.nouns)
        return verb and not token.is_capital and not words.is_role(token.lower)

    def _trailing_subject(self, tokens: Sequence[Token], cue: Cue, end: int) -> Attribution:
        """Take the subject behind the quote: Bemoaning the “…”, Smith left."""
        masked = self._frames.masked
        after = end
        while after < len(masked) and masked[after] == BLANK:
            after += 1
        limit = self._frames.blocks[self._frames.block_index(end)].span.end
        rest = [token for token in self._tokens(after, min(after + 200, limit)) if token.text != ","]
        found = phrase_starting_at(rest, 0, self._words)
        attribution = self._attribution(tokens, cue, None, "before", end)
        if found is None:
            return attribution
        mention = Span(rest[found[0]].start, rest[found[1]].end)
        return attrs.evolve(attribution, mention=mention, is_pronoun=is_pronoun(rest, found, self._words))

    def _plausible(self, tokens: Sequence[Token], cue: Cue) -> bool:
        word = tokens[cue.last].lower
        return word not in self._words.direct_only or sum(token.is_word for token in tokens[cue.last + 1 :]) <= 1

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

    def _trailing(
        self, stretch: Stretch, tokens: Sequence[Token], is_followed: bool, stopped: bool
    ) -> Attribution | None:
        closed = self._frames.closing_char(stretch) == "." or stopped
        cues = self._cues(tokens)
        if not cues:
            return None
        cue = next((cue for cue in cues if cue.kind in {"verb", "source"}), None)
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
        if tokens[subject[0]].lower in _NOBODY:
            return None
        if is_followed and tokens[-1].text == ":" and self._frames.ends_sentence(stretch):
            return None
        return self._attribution(tokens, cue, subject, "after", tokens[-1].end)

    def _subject_behind(self, tokens: Sequence[Token], cue: Cue) -> Range | None:
        """Return the subject before a verb behind a quote: nothing but adverbs goes before it."""
        if cue.quoted is not None:
            return cue.quoted
        find = subject_before if cue.pronoun is None else doubled_subject
        subject = find(tokens, cue, self._words)
        if subject is not None and all(self._is_adverb(token) for token in tokens[: subject[0]]):
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
        if subject is None and words.french and cue.first > 0 and tokens[cue.first - 1].text == ",":
            return speaker_after(tokens, cue, words)  # « … » dans le pays, a déclaré Paul Martin
        return subject

    def antecedents(self, at: int) -> Iterator[Span]:
        """Yield the names that the text before ``at`` is about, the nearest first.

        Those are the subject of its own sentence, and those of the sentences before, each with the only other person
        of its sentence, as far as the beginning of the paragraph; from the first sentence one sentence further back.
        """
        index = self._frames.block_index(at)
        low = self._frames.blocks[index].span.start
        end = self._frames.sentence_start(low, at)
        yield from self._named_before(end, at)
        if end == low and index:
            low, end = self._frames.blocks[index - 1].span
            low = self._frames.sentence_start(low, end)
        for _ in range(_SENTENCES_BACK):
            if end <= low:
                break
            topic = self.topic(low, end)
            if topic is not None and not topic[1]:
                yield topic[0]
                yield from self._other_person(topic[0].end, end)
            end = self._frames.sentence_start(low, low + len(self._frames.masked[low:end].rstrip()))

    def _named_before(self, start: int, end: int) -> Iterator[Span]:
        """Yield the subject of a sentence that reports, or whose clause before ``end`` quotes nothing.

        Ms Roy smiled when | she said.
        """
        tokens = self._tokens(start, end)
        subject = leading_subject(tokens, self._words)
        if subject is None or is_pronoun(tokens, subject, self._words) or is_mute(tokens, subject, self._words):
            return
        phrase = tokens[subject[0] : subject[1] + 1]
        owned = any(token.lower.endswith(("'s", "s'")) for token in phrase)
        quoted = any(token.text.startswith(BLANK) for token in tokens)
        rest = tokens[subject[1] + 1 :]
        aside = len(rest) <= _LONGEST_ASIDE and any(token.text == "," for token in rest[:1])  # Paul Roy, | she said,
        aside = aside or (any(token.text == "," for token in rest[-1:]) and self._closes(end, rest))
        speaks = quoted and self._speaks(tokens, subject)
        if not owned and (speaks or not quoted) and not aside and self._is_somebody(phrase, opens=not subject[0]):
            yield Span(phrase[0].start, phrase[-1].end)

    def _closes(self, at: int, clause: Sequence[Token]) -> bool:
        """Whether an attribution at ``at`` closes a sentence that quotes nothing: Paul Roy had agreed, | she said."""
        limit = self._frames.blocks[self._frames.block_index(at)].span.end
        rest = self._frames.masked[at : self._frames.sentence_end(at, limit)]
        return BLANK not in rest and ":" not in rest and all(token.text != ":" for token in clause)

    def _speaks(self, tokens: Sequence[Token], subject: Range) -> bool:
        """Whether a verb of saying follows the subject of a sentence: Ms Roy said he “…”, according to | her."""
        following = subject[1] + 1
        sayings = (cue for cue in self._cues(tokens[: following + 4]) if cue.kind == "verb" and not cue.weak)
        return any(cue.first == following for cue in sayings)

    def _other_person(self, start: int, end: int) -> Iterator[Span]:
        """Yield the person behind the subject of a sentence, if there is but one and her gender shows."""
        tokens = self._tokens(start, end)
        found = []
        k = 0
        while k < len(tokens):
            phrase = phrase_starting_at(tokens, k, self._words) if self._opens_person(tokens, k) else None
            if phrase is not None:
                found.append(Span(tokens[phrase[0]].start, tokens[phrase[1]].end))
                k = phrase[1]
            k += 1
        alone = len(found) == 1 and shows_gender(found[0].of(self._frames.text), self._language)
        joined = alone and any(token.lower in AND for token in tokens if found[0].start < token.start < found[0].end)
        yield from found if alone and not joined else ()

    def _opens_person(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a title, or an article before an office, stands at ``i``: Ms Roy, the mayor."""
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None:
            return False
        titled = is_title(tokens[i].text) and following.is_capital
        article = tokens[i].lower in {"the", "le", "la", "l'"}
        return titled or (article and following.lower in self._words.roles)

    def is_group(self, mention: Span) -> bool:
        """Whether a mention is of several people: "analysts", "two French officials", "Paris, Rome and Oslo"."""
        if is_several(mention.of(self._frames.text), self._words):
            return True
        *_, last = mention.of(self._frames.text).split()
        word = last.lower()
        return word.endswith("s") and not word.endswith("ss") and not {word, word[:-1]}.isdisjoint(self._words.roles)

    def _tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a frame; those of its paragraph are kept for the next quote."""
        index = self._frames.block_index(start)
        if index != self._block:
            span = self._frames.blocks[index].span
            self._block = index
            self._paragraph = tokenize(self._frames.masked, span.start, span.end, french=self._words.french)
            self._starts = [token.start for token in self._paragraph]
        return self._paragraph[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_adverb(self, token: Token) -> bool:
        return not token.is_word or self._words.is_adverb(token.lower)

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
        )
