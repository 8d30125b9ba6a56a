"""What the sentences before a quote are about: who speaks in them, and whom a pronoun may mean. English and French."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from polyglot_news.quotes.agreement import is_thing, is_title, shows_gender
from polyglot_news.quotes.closing import closing_person
from polyglot_news.quotes.cue import Cue
from polyglot_news.quotes.cues import find_cues
from polyglot_news.quotes.enumerations import AND
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.fullnames import has_office
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.phrase import Range
from polyglot_news.quotes.phrase_behind import phrase_starting_at
from polyglot_news.quotes.subjects import (
    in_subordinate,
    is_outlet,
    is_pronoun,
    is_told,
    leading_subject,
    speaker_before,
)
from polyglot_news.quotes.things import is_mute, speaks
from polyglot_news.quotes.tokens import BLANK, Token, tokenize
from polyglot_news.text import Span

# A verb and what makes it one tense stand between the comma of an aside and its pronoun.
_LONGEST_ASIDE = 3
_AGE_DIGITS = 2
# A pronoun is looked up in so many sentences before its own.
_SENTENCES_BACK = 6
_STOPS = frozenset(".!?…:;")
_CLOSING = "\"'’”»)\u00a0\u202f "
NOBODY = frozenset(["nobody", "none", "no", "neither", "nothing", "personne", "nul", "aucun", "aucune"])
"""What is no speaker."""


def _is_aged(tokens: Sequence[Token]) -> bool:
    """Whether an age follows a name between commas: Sow, | 22."""
    return len(tokens) > 1 and tokens[0].text == "," and tokens[1].text.isdigit() and len(tokens[1].text) == _AGE_DIGITS


class Topics:
    """Reads the sentences of a text in English or French; those of a paragraph are kept for its next quote."""

    def __init__(self, frames: Frames, words: Grammar) -> None:
        self._frames = frames
        self._words = words
        self._language = "fr" if words.french else "en"
        self._block = -1
        self._paragraph: list[Token] = []
        self._starts: list[int] = []
        self._families: dict[str, bool] = {}

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
        saying = self._main_saying(tokens, cues) or self._source_of_quote(tokens, cues)
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
        owner = None if speaks or pronoun else self._owner(tokens[subject[0] : subject[1] + 1])
        if owner is not None:
            return owner, False
        return Span(tokens[subject[0]].start, tokens[subject[1]].end), pronoun

    def _owner(self, phrase: Sequence[Token]) -> Span | None:
        """Return whose a thing is that a sentence is about, if somebody's: Ms Roy's | term."""
        owner = next((token for token in reversed(phrase) if token.lower.endswith("'s")), None)
        if owner is None or self._words.french:
            return None
        owned = [token.lower for token in phrase if token.start > owner.start]
        if any(map(self._words.is_part, owned)) or any(word in self._words.bodies for word in owned):
            return None
        return Span(phrase[0].start, owner.end - 2)

    def _may_be_name(self, tokens: Sequence[Token], subject: Range) -> bool:
        """Whether a subject is one word with a capital that may be a name where it opens a sentence: Kim said …."""
        first, last = subject
        word = tokens[first].lower
        plain = self._words.is_function_word(word) or word in NOBODY or word.endswith("s")
        name = first == last and tokens[first].is_capital and not plain
        return name and not is_thing(tokens[first].text, self._language)

    def _is_source(self, tokens: Sequence[Token], cue: Cue) -> bool:
        """Whether a sentence opens with its source, unless that is an agency: Selon Anne Roche, la directrice, …."""
        subject = speaker_before(tokens, cue, [], self._words) if cue.kind == "source" and not cue.first else None
        return subject is not None and not is_outlet(tokens, subject, self._words)

    def _source_of_quote(self, tokens: Sequence[Token], cues: Sequence[Cue]) -> Cue | None:
        """Return the source within a sentence that quotes, where it is a pronoun: Le port, selon lui, « … »."""
        if not any(token.text.startswith(BLANK) for token in tokens):
            return None
        for cue in cues:
            subject = speaker_before(tokens, cue, [], self._words) if cue.kind == "source" else None
            if subject is not None and is_pronoun(tokens, subject, self._words):
                return cue
        return None

    def governs(self, subject: Span, quote: int) -> bool:
        """Whether nothing but adverbs parts a subject from a quote, which has its verb then: Prices “will fall”."""
        between = tokenize(self._frames.masked, subject.end, quote, french=self._words.french)
        return all(token.is_word and self._is_adverb(token) for token in between)

    def opens_with_subject(self, low: int, quote: int) -> bool:
        """Whether nothing but a subject leads up to a quote, which has its verb then: Prices soon | “will fall”."""
        tokens = self._tokens(low, quote)
        subject = leading_subject(tokens, self._words)
        return subject is not None and not subject[0] and all(map(self._is_adverb, tokens[subject[1] + 1 :]))

    def _is_somebody(self, phrase: Sequence[Token], *, opens: bool) -> bool:
        """Whether a phrase is a name, a person or a body: not one of what belongs to it, as "la version de Manille".

        A capital that opens a sentence makes a name only where the text has that name elsewhere.
        """
        words = self._words
        alone = len(phrase) == 1 or phrase[1].text == ","  # Roe, the mayor; Roe, whose group
        if opens and alone and self._is_family_name(phrase[0].text):
            return True
        if opens and phrase[0].is_capital and _is_aged(phrase[1:]):
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
        if word not in self._families:
            self._families[word] = self._ends_a_name(word)
        return self._families[word]

    def _ends_a_name(self, word: str) -> bool:
        if is_thing(word, self._language) or word.lower() in self._words.roles:
            return False
        name = rf"[A-ZÀ-ÝŒ][\w’'-]+[ \u00a0](?:[a-z]{{1,3}}[ \u00a0])?{re.escape(word)}\b(?![ \u00a0][A-Z])"
        if self._speaks_by_first_word(word):
            name = rf"(?<![\w-][ \u00a0])\b{re.escape(word)}[ \u00a0][A-ZÀ-ÝŒ][\w’'-]+\b(?![ \u00a0][A-Z])|{name}"
        starts = [*(match.start() for match in re.finditer(name, self._frames.text)), *self._beside_offices(word)]
        blocks = (self._frames.blocks[self._frames.block_index(start)] for start in starts)
        return any(block.span.of(self._frames.text).rstrip(_CLOSING)[-1:] in _STOPS for block in blocks)

    def _beside_offices(self, word: str) -> list[int]:
        """Return where a word stands as Chinese family names do by an office: Minister | Han; | Han Li, a minister."""
        text, words, name = self._frames.text, self._words, rf"\b{re.escape(word)}\b"
        found = [m for m in re.finditer(rf"([^\W\d_]+)[ \u00a0]{name}", text) if words.is_role(m.group(1).lower())]
        whole = re.finditer(rf"{name}[ \u00a0]([A-ZÀ-ÝŒ][\w’'-]+)\b(?![ \u00a0][A-Z])", text)
        persons = (m for m in whole if not words.is_role(m.group(1).lower()))  # a board, a group
        return [m.start() for m in [*found, *(m for m in persons if has_office(text, m.group(), words))]]

    def _speaks_by_first_word(self, word: str) -> bool:
        """Whether the text has somebody say something by a word alone, which may open a name then: Gu said."""
        verbs = self._words.verbs
        found = re.finditer(
            rf"\b{re.escape(word)}[ \u00a0]([a-zà-ÿ]+)|([a-zà-ÿ]+)[ \u00a0]{re.escape(word)}\b", self._frames.text
        )
        said = (match.group(1) or match.group(2) for match in found)
        return any(verb in verbs and verb not in self._words.weak for verb in said)

    def _cues(self, tokens: Sequence[Token]) -> list[Cue]:
        """Return the cues of a frame by which somebody can say something."""
        return [cue for cue in find_cues(tokens, self._words) if speaks(tokens, cue, self._words)]

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
