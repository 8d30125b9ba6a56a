"""Where English and French frames report speech: the verbs, phrases and nouns that say so."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cue import REACH, Cue, phrase_at, word_before
from polyglot_news.quotes.english_cues import BE, english_cue
from polyglot_news.quotes.french_cues import OF, french_cue
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token

_LONGEST_SOURCE = 16
_NAMES_SOURCE = frozenset(["the", "a", "an", "his", "her", "its", "their"])
_QUOTING = frozenset(["quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing", "reported", "heard"])
_CITING = frozenset(["cite", "citent", "citait", "citaient", "citant"])


def find_cues(tokens: Sequence[Token], words: Grammar) -> list[Cue]:
    """Return the cues of a frame in reading order."""
    find = french_cue if words.french else english_cue
    found: list[Cue] = []
    i = 0
    while i < len(tokens):
        cue = _quotation(tokens, i, words) or _source_phrase(tokens, i, words) or find(tokens, i, words)
        if cue is not None:
            found.append(cue)
            i = max(i, cue.last)
        i += 1
    return found


def _quotation(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
    """Read "quoted Smith as saying", "was quoted by the agency as saying", "cite le ministre disant"."""
    word = tokens[i].lower
    if word not in (_CITING if words.french else _QUOTING) or (i and tokens[i - 1].lower in words.determiners):
        return None
    saying = _saying_after(tokens, i + 1, words)
    if saying is None:
        return None
    lead = word_before(tokens, i, words)
    if not words.french and lead >= 0 and tokens[lead].lower in BE:
        return Cue(i, saying, "verb", shown=i if saying > i + 2 else None)
    last = saying - 1 if words.french else saying - 2
    while last > i and not tokens[last].is_word:
        last -= 1
    if last == i:  # "Smith, quoted as saying"
        return Cue(i, saying, "verb")
    return Cue(i, saying, "verb", quoted=(i + 1, last), shown=i)


def _saying_after(tokens: Sequence[Token], start: int, words: Grammar) -> int | None:
    """Return the gerund that tells how somebody is quoted, in English behind "as", or the participle of a report."""
    for k in range(start, min(len(tokens), start + _LONGEST_SOURCE)):
        if not tokens[k].is_word and tokens[k].text != ",":
            return None
        if tokens[k].lower in words.gerunds and (words.french or tokens[k - 1].lower == "as"):
            return k
        reported = [token.lower for token in tokens[max(0, k - 2) : k]] == ["to", "have"]
        if reported and not words.french and tokens[k].lower in words.participles:
            return k  # "was reported to have said"
    return None


def _source_phrase(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
    last = phrase_at(tokens, i, words.source_phrases)
    if last == i and _is_rate(tokens, i, words):
        return None
    shown = None
    opens = i == 0 or (i == 1 and tokens[0].lower in {"mais", "et", "or"})
    if last is None and words.french and opens and tokens[i].lower == "pour" and _opens_with_person(tokens[i:], words):
        last = i
    if last is None and i < 2 and _opens_answer(tokens, i, words):
        last, shown = i + 1, i
    return Cue(i, last, "source", shown=shown) if last is not None else None


def _opens_answer(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a sentence without a verb names whose answer a colon announces: La réponse de Mme Roy : « … »."""
    if tokens[i].lower not in words.answers or (i and tokens[0].lower not in words.determiners):
        return False
    return i + 1 < len(tokens) and tokens[i + 1].lower in OF and tokens[-1].text == ":"


def _is_rate(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether "per" tells of how many rather than who says it: 15.3 per cent, 40 beds per 1,000 people."""
    if tokens[i].lower != "per" or i + 1 == len(tokens):
        return False
    following = tokens[i + 1]
    named = following.text.istitle() or following.lower in words.outlets
    several = any(token.lower.endswith("s") and words.is_part(token.lower) for token in tokens[i + 1 : i + 3])
    several = several and following.text.isalpha()
    return not (named or several or following.lower in _NAMES_SOURCE)


def _opens_with_person(tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether a person stands between "Pour" and a comma or colon that leads up to a quote: Pour Marie Durand, « … ».

    Her office may stand between two commas.
    """
    marks = [k for k, token in enumerate(tokens) if not token.is_word]
    if not marks or not 1 < marks[0] < _LONGEST_SOURCE or tokens[marks[0]].text not in {",", ":"}:
        return False
    office = len(marks) > 1 and any(words.is_role(token.lower) for token in tokens[marks[0] + 1 : marks[0] + REACH])
    if len(marks) > 2 or (len(marks) == 2 and not office) or len(tokens) - marks[-1] > REACH:
        return False
    return any(token.is_capital or words.is_role(token.lower) for token in tokens[1 : marks[0]])
