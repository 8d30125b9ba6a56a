"""Alterations of a sentence that change what it says, and a few that do not; made by rule from corpus statistics.

Divergences for training are synthetic, as in Briakou and Carpuat ("Detecting Fine-Grained Cross-Lingual Semantic
Divergences without Supervision by Learning to Rank", 2020). What stands in for a word, and what is put in between two
words, is drawn so that it fits its neighbours (both bigrams occur in the corpora); a dropped stretch leaves two
neighbours that occur together. The bilingual lexicon keeps translations of the same source word out.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, takewhile

import attrs
import numpy as np

from benchmarks.alterations import RULES
from polyglot_news.align.lexicon import lexicon, rarity
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.text import Span

_CONTENT = 6.0  # rarity from which a word carries content
_TRIES = 12
_DRAWN = 120  # words drawn from those that may follow, in search of one that fits
_TRANSLATES = 0.01
_ANYWHERE = 0.35  # so often a word is dropped wherever it stands: what machines leave out leaves bad sentences behind


class Neighbours:
    """Which words follow which in the corpora of a language, and which names occur there."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.after: dict[str, Counter[str]] = defaultdict(Counter)
        self.names: Counter[str] = Counter()
        self.pieces: list[str] = []

    def add(self, text: str) -> None:
        """Count the neighbours in a text."""
        words = _tokens(text, segment(text, self.language))
        for one, two in pairwise(words):
            self.after[one.lower()][two.lower()] += 1
        if self.language != "zh":
            self.names.update(word for word in words[2:] if word[:1].isupper() and len(word) > 3 and not word.isupper())

    def close(self) -> None:
        """Freeze what was counted into lists that can be drawn from."""
        self.drawable = {word: (list(after), list(accumulate(after.values()))) for word, after in self.after.items()}
        self.name_list = [name for name, count in self.names.items() if count > 1]

    def joined(self, one: str, two: str) -> bool:
        """Whether the second word was seen after the first."""
        return two.lower() in self.after.get(one.lower(), ())

    def between(self, one: str, two: str, rng: random.Random) -> list[str]:
        """Draw words that were seen after the first word and before the second."""
        words, sums = self.drawable.get(one.lower(), ([], []))
        if not words:
            return []
        drawn = rng.choices(words, cum_weights=sums, k=_DRAWN // 2) + rng.choices(words, k=_DRAWN // 2)
        return sorted({word for word in drawn if self.joined(word, two) and word[0].isalpha()})


def _tokens(text: str, words: list[Span]) -> list[str]:
    """Return the words with the punctuation between them, and marks of begin and end."""
    tokens, last = ["<s>"], 0
    for word in words:
        mark = text[last : word.start].strip()
        if mark:
            tokens.append(mark[-1])
        tokens.append(word.of(text))
        last = word.end
    tokens.append(text[last:].strip()[:1] or "</s>")
    return tokens


@attrs.frozen(kw_only=True)
class Sentence:
    """One side of a pair, in words, with what is needed to alter it."""

    text: str
    language: str
    words: list[Span]
    other: list[str]
    other_surface: list[str]
    other_language: str
    neighbours: Neighbours

    @classmethod
    def of_pair(
        cls,
        texts: tuple[str, str],
        words: Sequence[list[Span]],
        languages: tuple[str, str],
        side: int,
        neighbours: Neighbours,
    ) -> Sentence:
        """Return one side of a pair whose words are known."""
        other = 1 - side
        surface = [word.of(texts[other]) for word in words[other]]
        return cls(
            text=texts[side],
            language=languages[side],
            words=words[side],
            other=[normal_form(word, languages[other]) for word in surface],
            other_surface=surface,
            other_language=languages[other],
            neighbours=neighbours,
        )

    def before(self, i: int) -> str:
        """Return the word or mark that stands before word i."""
        start = self.words[i - 1].end if i else 0
        mark = self.text[start : self.words[i].start].strip()
        return mark[-1] if mark else (self.words[i - 1].of(self.text) if i else "<s>")

    def after(self, i: int) -> str:
        """Return the word or mark that stands after word i."""
        last = i + 1 == len(self.words)
        mark = self.text[self.words[i].end : None if last else self.words[i + 1].start].strip()
        return mark[0] if mark else ("</s>" if last else self.words[i + 1].of(self.text))

    def replace(self, start: int, end: int, new: str) -> tuple[str, tuple[int, int]]:
        """Return the text with a stretch replaced, and where the new words stand."""
        left, right = self.text[:start], self.text[end:]
        if not new:
            if self.language != "zh" and left[-1:].isspace() and (right[:1].isspace() or not right[:1].isalnum()):
                left = left.rstrip()
            right = right.lstrip() if not left else right
            if not left and right:
                right = right[0].upper() + right[1:]
        elif not left.strip():
            new = new[0].upper() + new[1:]
        return left + new + right, (len(left), len(left) + len(new))

    def with_text(self, text: str) -> Sentence:
        """Return the same side of the pair in other words."""
        return attrs.evolve(self, text=text, words=segment(text, self.language))

    def content(self) -> list[int]:
        """Return the words that carry content."""
        return [i for i, word in enumerate(self.words) if self._tells(word.of(self.text))]

    def _tells(self, word: str) -> bool:
        return len(word) > (0 if self.language == "zh" else 2) and rarity(word, self.language) >= _CONTENT

    def translates(self, words: list[str]) -> np.ndarray:
        """Return how well each word renders any word of the other side, 0 to 1."""
        if self.language == self.other_language or not self.other:
            return np.zeros(len(words))
        table = lexicon(self.other_language, self.language)
        forward, backward = table.probabilities(self.other, [normal_form(word, self.language) for word in words])
        return np.asarray(np.maximum(forward, backward).max(axis=0))


Result = tuple[str, tuple[int, int]]


def substitute(one: Sentence, rng: random.Random, near: Callable[[str, list[str]], np.ndarray] | None) -> Result | None:
    """Put another word in the place of a content word; a kindred one, where ``near`` measures kinship."""
    places = one.content()
    for i in rng.sample(places, min(_TRIES, len(places))):
        word = one.words[i]
        old = word.of(one.text)
        if any(c.isdigit() for c in old):
            continue
        candidates = [c for c in one.neighbours.between(one.before(i), one.after(i), rng) if _differs(c, old, one)]
        if candidates:
            fits = one.translates(candidates) < _TRANSLATES
            candidates = [c for c, fit in zip(candidates, fits, strict=True) if fit]
        if not candidates:
            continue
        if near is None:
            new = rng.choice(candidates)
        else:
            kinship = near(old, candidates)
            order = [k for k in np.argsort(-kinship)[:3].tolist() if kinship[k] > 0.25]
            if not order:
                continue
            new = candidates[rng.choice(order)]
        return one.replace(word.start, word.end, cased(new, old))
    return None


def _differs(new: str, old: str, one: Sentence) -> bool:
    if rarity(new, one.language) < 5.0 or new.lower() == old.lower():
        return False
    if one.language == "zh":
        return not set(new) & set(old)
    return new[:4] != old.lower()[:4] and len(new) > 2


def cased(new: str, old: str) -> str:
    """Return a word with a capital if the other word has one."""
    return new[0].upper() + new[1:] if old[:1].isupper() else new


def drop_word(one: Sentence, rng: random.Random) -> Result | None:
    """Take a content word out, mostly where its neighbours go together."""
    places = one.content()
    for i in rng.sample(places, min(_TRIES, len(places))):
        if one.neighbours.joined(one.before(i), one.after(i)) or rng.random() < _ANYWHERE:
            return one.replace(one.words[i].start, one.words[i].end, "")
    return None


def drop_run(one: Sentence, rng: random.Random) -> Result | None:
    """Take two to seven words out, where the neighbours go together."""
    size = len(one.words)
    for _ in range(3 * _TRIES):
        length = rng.randint(2, 7)
        if size < length + 3:
            continue
        i = rng.randrange(size - length + 1)
        j = i + length - 1
        if not any(one._tells(word.of(one.text)) for word in one.words[i : j + 1]):
            continue
        if one.neighbours.joined(one.before(i), one.after(j)):
            return one.replace(one.words[i].start, one.words[j].end, "")
    return None


_CLAUSE = re.compile(r"[,;:，；：、]\s?")


def drop_clause(one: Sentence, rng: random.Random) -> Result | None:
    """Take out what stands between two marks, or from a mark to the end."""
    marks = [match.span() for match in _CLAUSE.finditer(one.text)]
    end = len(one.text.rstrip(' .!?。！？»”"'))
    edges = [*(start for start, _ in marks), end]
    runs = [(a, b) for a in edges for b in edges if 0 < b - a < 0.5 * len(one.text) and b - a > len(one.text) / 25]
    if not runs:
        return None
    start, stop = rng.choice(runs)
    return one.text[:start] + one.text[stop:], (start, start)


def insert_word(one: Sentence, rng: random.Random) -> Result | None:
    """Put a content word in between two words that it fits."""
    for _ in range(_TRIES):
        i = rng.randrange(len(one.words))
        if one.text[one.words[i - 1].end : one.words[i].start].strip() if i else True:
            continue
        candidates = [
            c
            for c in one.neighbours.between(one.before(i), one.words[i].of(one.text), rng)
            if rarity(c, one.language) >= _CONTENT
        ]
        if not candidates:
            continue
        fits = one.translates(candidates) < _TRANSLATES
        candidates = [c for c, fit in zip(candidates, fits, strict=True) if fit]
        if candidates:
            new = rng.choice(candidates)
            start = one.words[i].start
            text, span = one.replace(start, start, new + ("" if one.language == "zh" else " "))
            return text, span
    return None


def insert_clause(one: Sentence, rng: random.Random) -> Result | None:
    """Put in a clause of another sentence."""
    if not one.neighbours.pieces:
        return None
    piece = rng.choice(one.neighbours.pieces)
    marks = [match.start() for match in _CLAUSE.finditer(one.text)]
    end = len(one.text.rstrip(' .!?。！？»”"'))
    start = rng.choice([*marks, end])
    comma = "，" if one.language == "zh" else ", "
    return one.replace(start, start, comma + piece)


def swap(one: Sentence, rng: random.Random) -> Result | None:
    """Let two content words change places: who did it to whom."""
    places = one.content()
    for _ in range(_TRIES):
        if len(places) < 2:
            return None
        i, j = sorted(rng.sample(places, 2))
        first, second = one.words[i], one.words[j]
        old, new = first.of(one.text), second.of(one.text)
        if old.lower() == new.lower() or old[0].isupper() != new[0].isupper() or (i == 0 and one.language != "zh"):
            continue
        text = one.text[: first.start] + new + one.text[first.end : second.start] + old + one.text[second.end :]
        return text, (first.start, first.start + len(new))
    return None


def shuffle(one: Sentence, rng: random.Random) -> Result | None:
    """Put the words into any order."""
    words = [word.of(one.text) for word in one.words]
    if len(words) < 6:
        return None
    rng.shuffle(words)
    return ("" if one.language == "zh" else " ").join(words), (0, 0)


def untranslated(one: Sentence, rng: random.Random) -> Result | None:
    """Leave a word as it stands in the other text."""
    table = lexicon(one.language, one.other_language)
    places = one.content()
    for i in rng.sample(places, min(_TRIES, len(places))):
        old = one.words[i].of(one.text)
        forward, backward = table.probabilities([normal_form(old, one.language)], one.other)
        best = int((forward * backward).argmax())
        if backward[0, best] > 0.15 and one.other_surface[best].lower() != old.lower():
            return one.replace(one.words[i].start, one.words[i].end, one.other_surface[best])
    return None


def operator(one: Sentence, rng: random.Random) -> Result | None:
    """Turn negation, modality, a quantifier or a direction round."""
    rules = [rule for rule in RULES if rule[1] == one.language]
    kinds = sorted({rule[0] for rule in rules})
    for kind in rng.sample(kinds, len(kinds)):
        fitting = [rule for rule in rules if rule[0] == kind and re.search(rule[2], one.text)]
        if fitting:
            _, _, pattern, replacement = rng.choice(fitting)
            match = rng.choice(list(re.finditer(pattern, one.text)))
            return one.replace(match.start(), match.end(), match.expand(replacement))
    return None


def number(one: Sentence, rng: random.Random) -> Result | None:
    """Change a digit."""
    digits = [i for i, c in enumerate(one.text) if c.isascii() and c.isdigit()]
    if not digits:
        return None
    i = rng.choice(digits)
    new = rng.choice([d for d in "123456789" if d != one.text[i]])
    return one.text[:i] + new + one.text[i + 1 :], (i, i + 1)


def name(one: Sentence, rng: random.Random) -> Result | None:
    """Put another name in the place of a name."""
    if one.language == "zh" or len(one.neighbours.name_list) < 100:
        return None
    places = [
        word
        for word in one.words[1:]
        if word.of(one.text)[:1].isupper() and len(word) > 3 and not word.of(one.text).isupper()
    ]
    if not places:
        return None
    word = rng.choice(places)
    new = rng.choice(one.neighbours.name_list)
    if new == word.of(one.text) or one.translates([new])[0] > _TRANSLATES:
        return None
    return one.replace(word.start, word.end, new)


def synonym(one: Sentence, rng: random.Random) -> Result | None:
    """Put another translation of the same word in the place of a word; it says about the same."""
    if one.language == one.other_language or not one.other:
        return None
    table = lexicon(one.other_language, one.language)
    places = one.content()
    for i in rng.sample(places, min(4, len(places))):
        old = one.words[i].of(one.text)
        forward, backward = table.probabilities(one.other, [normal_form(old, one.language)])
        best = int((forward * backward).argmax())
        if forward[best, 0] < 0.1:
            continue
        others = {form: p for form, p in table.translations(one.other[best], 8) if p > 0.08}
        candidates = [
            c
            for c in one.neighbours.between(one.before(i), one.after(i), rng)
            if normal_form(c, one.language) in others and _differs(c, old, one)
        ]
        if candidates:
            return one.replace(one.words[i].start, one.words[i].end, cased(rng.choice(candidates), old))
    return None


def common_start(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words, or letters, two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def clauses(texts: Iterable[str], language: str) -> Iterator[str]:
    """Yield clauses that can be put into another sentence."""
    for text in texts:
        for part in _CLAUSE.split(text.rstrip(' .!?。！？»”"'))[1:]:
            size = len(part) * (3 if language == "zh" else 1)
            if 12 <= size <= 90 and part.count('"') == 0 and "(" not in part:
                yield part


def counterparts(one: Sentence, new: str, other_words: list[Span]) -> tuple[list[Span], list[Span]]:
    """Return which words of the other side lost their counterpart in an alteration, and which surely kept it.

    Words that the lexicon knows no counterpart of are in neither list.
    """
    if one.language == one.other_language or not one.other:
        return [], []
    old = [normal_form(word.of(one.text), one.language) for word in one.words]
    now = Counter(normal_form(word.of(new), one.language) for word in segment(new, one.language))
    forward, backward = lexicon(one.other_language, one.language).probabilities(one.other, old)
    table = forward * backward
    gone = np.array([now[form] < old.count(form) for form in old])
    lost: list[Span] = []
    kept: list[Span] = []
    for k, word in enumerate(other_words):
        best = int(table[k].argmax())
        if max(forward[k, best], backward[k, best]) >= 0.15 and min(forward[k, best], backward[k, best]) >= 0.02:
            (lost if gone[best] else kept).append(word)
    return lost, kept
