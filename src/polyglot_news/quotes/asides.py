"""The narrator's asides inside direct speech: « A, a-t-il dit, B » and – A, dit Paul, B.

French sets them between commas without closing the marks; dialogue after a dash has no marks at all. English does so
after a dash only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.quotes.cues import Cue, find_cues
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.speakers import Range, subject_before
from polyglot_news.quotes.subjects import speaker_after
from polyglot_news.quotes.tokens import Token, tokenize
from polyglot_news.text import Span

_OPENING = frozenset(",!?…»”")
_ENDING = frozenset(".;:!?…")
_REACH = 14
# An office stands so near the beginning of an apposition: la vice-ministre, notre nouvelle ministre.
_OFFICE_WITHIN = 3
_LONGEST_RELATIVE = 16
_SPOKEN = re.compile(
    r"(?:je|j'|tu|nous|vous|moi|toi|me|m'|te|t'|mon|ma|mes|ton|ta|tes|notre|nos|votre|vos|oui|non|eh|ah|oh|hé|i|you|we|us|my|your|our)"
)
# Words with which a narrator goes on after a comma.
_MANNERS = re.compile(
    r"(?:en|avec|d'|de|sans|tout|qui|dont|à|au|aux|sur|dans|par|pour|pendant|comme|toujours|presque|si|plus|très|trop|un|une|le|la|l'|les|"
    r"son|sa|ses|puis|et|tandis|lorsque|quand|après|avant|with|in|as|while|without|who|whose|to|from|at|(?:\w+(?:é|ée|és|ées|ant|ing)))"
)


def find_asides(text: str, content: Span, words: Grammar, *, dialogue: bool) -> list[Span]:
    """Find the asides in a stretch of direct speech.

    Args:
        text: the whole text.
        content: the speech.
        words: the grammar of its language.
        dialogue: whether it stands after a dash, where an aside may be longer and name anybody; between marks it needs
            a name, an office or a pronoun as its subject.

    Returns:
        Spans in order, outer commas and white space included.
    """
    tokens = tokenize(text, content.start, content.end, french=words.french)
    found: list[Span] = []
    after = 0
    for cue in find_cues(tokens, words):
        if cue.first < after or cue.kind != "verb" or cue.weak:
            continue
        start = _start_of_aside(tokens, cue, words)
        if start is None or start < max(1, after):
            continue
        subject = speaker_after(tokens, cue, words) if start == _first_of(tokens, cue) else None
        if subject is None and start == _first_of(tokens, cue):
            continue
        if not dialogue and subject is not None and not _is_person(tokens, subject[0], subject[1], cue, words):
            continue
        if not dialogue and subject is not None:
            subject = _without_speech(tokens, subject, words)
        last = max(cue.last, subject[1] if subject is not None else 0)
        end = _behind_relative(tokens, _end_of_aside(tokens, last, words, dialogue=dialogue), words)
        comma = tokens[start - 1].text == ","
        stop = (
            tokens[end].end
            if end < len(tokens) and tokens[end].text in ",;:."
            else (tokens[end].start if end < len(tokens) else content.end)
        )
        found.append(Span(tokens[start - 1].start if comma else tokens[start - 1].end, stop))
        after = end
    return found


def split_contents(text: str, content: Span, asides: Sequence[Span]) -> list[Span]:
    """Return what is left of a content without its asides, white space trimmed."""
    pieces: list[Span] = []
    position = content.start
    for start, end in [*asides, Span(content.end, content.end)]:
        piece = text[position:start]
        left = position + len(piece) - len(piece.lstrip())
        right = position + len(piece.rstrip())
        if any(char.isalnum() for char in text[left:right]):
            pieces.append(Span(left, right))
        position = end
    return pieces


def _first_of(tokens: Sequence[Token], cue: Cue) -> int:
    """Return the first token of a cue, pronouns before the verb included ("lui répondit")."""
    first = cue.first
    while first > 0 and tokens[first - 1].lower in {"lui", "leur", "me", "m'", "nous", "se", "s'", "l'", "y", "en"}:
        first -= 1
    return first


def _start_of_aside(tokens: Sequence[Token], cue: Cue, words: Grammar) -> int | None:
    """Return the token at which the aside of a verb begins, if a comma or the like opens it."""
    first = _first_of(tokens, cue)
    if first > 0 and tokens[first - 1].text in _OPENING and not tokens[first].is_capital:
        return first if words.french or tokens[cue.first].text.islower() else None
    if words.french:
        return None
    subject = subject_before(tokens, cue, words)
    if subject is None or subject[0] == 0 or tokens[subject[0] - 1].text not in _OPENING:
        return None
    return subject[0] if cue.last - subject[0] <= _REACH else None


def _is_person(tokens: Sequence[Token], first: int, last: int, cue: Cue, words: Grammar) -> bool:
    if cue.pronoun is not None:
        return True
    return any(token.is_capital or words.is_role(token.lower) for token in tokens[first : last + 1])


def _without_speech(tokens: Sequence[Token], subject: Range, words: Grammar) -> Range:
    """Cut a subject off before a comma behind which the speech goes on: a rappelé Mme Lin, | la suspension dure un an.

    An apposition stays that another comma closes and that names an office: a dit Mme Lin, la ministre, |.
    """
    first, last = subject
    comma = next((k for k in range(first, last + 1) if tokens[k].text == ","), None)
    if comma is None:
        return subject
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
    office = any(words.is_role(token.lower) for token in tokens[comma + 1 : comma + 1 + _OFFICE_WITHIN])
    verbs = (words.auxiliaries | words.finite) - words.determiners  # "l'" and "leur" are articles here
    acts = any(token.lower in verbs for token in tokens[comma + 1 : last + 1])
    return subject if closed and office and not acts else (first, comma - 1)


def _end_of_aside(tokens: Sequence[Token], last: int, words: Grammar, *, dialogue: bool) -> int:
    """Return the punctuation that ends an aside whose verb and subject end at ``last``."""
    k = last + 1
    while k < len(tokens):
        mark = tokens[k].text
        if mark in _ENDING:
            if mark == ";" and dialogue and _narrates(tokens, k + 1, words):
                k = _sentence_end(tokens, k + 1)
            return k
        if mark == "," and not (dialogue and _goes_on(tokens, k + 1)):
            return k
        k += 1
    return k


def _behind_relative(tokens: Sequence[Token], comma: int, words: Grammar) -> int:
    """Return the comma behind a relative clause that describes the speaker: a dit Mme Lin, qui dirige le port, |."""
    following = tokens[comma + 1 :]
    if comma >= len(tokens) or tokens[comma].text != "," or not following or following[0].lower not in words.relatives:
        return comma
    closing = next((k for k, token in enumerate(following) if not token.is_word), len(following))
    closed = closing < min(len(following), _LONGEST_RELATIVE) and following[closing].text == ","
    spoken = any(_SPOKEN.fullmatch(token.lower) for token in following[:closing])
    return comma + 1 + closing if closed and not spoken else comma


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the narrator still speaks after a comma: ", d'une voix basse, "."""
    if i >= len(tokens):
        return False
    if _MANNERS.fullmatch(tokens[i].lower) is None:
        return False
    chunk = []
    for token in tokens[i : i + 40]:
        if token.text in {",", ".", ";", "!", "?", "…", ":"}:
            break
        chunk.append(token)
    following = i + len(chunk)
    if following < len(tokens) and tokens[following].text in {"!", "?"}:
        return False
    return not any(_SPOKEN.fullmatch(token.lower) for token in chunk)


def _narrates(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a clause tells what happened rather than goes on speaking: "; puis il sortit"."""
    head = [token.lower for token in tokens[i : i + 12]]
    if any(_SPOKEN.fullmatch(word) for word in head):
        return False
    if head[:1] and head[0] in {"puis", "et", "then", "and"}:
        return any(word in words.pronouns for word in head[1:4]) or len(head) > 1
    return head[:1] == ["il"] or head[:1] == ["elle"]


def _sentence_end(tokens: Sequence[Token], i: int) -> int:
    while i < len(tokens) and tokens[i].text not in {".", "!", "?", "…"}:
        i += 1
    return i
