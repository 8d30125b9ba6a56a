"""The narrator's asides inside direct speech: « A, a-t-il dit, B » and – A, dit Paul, B.

French sets them between commas without closing the marks; dialogue after a dash has no marks at all. English does so
after a dash only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.quotes.cue import Cue
from polyglot_news.quotes.cues import find_cues
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.phrase import Range
from polyglot_news.quotes.subject_before import subject_before
from polyglot_news.quotes.subjects import speaker_after
from polyglot_news.quotes.tokens import Token, tokenize
from polyglot_news.text import Span

_OPENING = frozenset(",!?…»”")
_ENDING = frozenset(".;:!?…")
_REACH = 14
# An office stands so near the beginning of an apposition: la vice-ministre, notre nouvelle ministre.
_OFFICE_WITHIN = 3
_LONGEST_ADDITION = 16
# Where, when and to whom people speak to be quoted: dans un communiqué, lors d'un point presse, depuis Nice.
_AT = frozenset(["à", "au", "aux", "auprès", "dans", "devant", "en", "lors", "sur"])
_OCCASIONS = frozenset(
    ["afp", "allocution", "antenne", "assemblée", "audience", "audition", "briefing", "chaîne", "communiqué",
     "conférence", "courriel", "députés", "déplacement", "discours", "entretien", "interview", "journaliste",
     "journalistes", "lettre", "message", "micro", "parlement", "plateau", "presse", "radio", "rencontre", "réunion",
     "séance", "sommet", "sénateurs", "télévision", "tribune", "vidéo", "visite"]
)  # fmt: skip
_TONIC = frozenset(["lui", "elle", "eux", "elles"])
_HOLIDAYS = frozenset(["noël", "pâques"])
_ASKED = re.compile(r"(?:interrogé|questionné|sollicité|contacté|joint|cité)e?s?")
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
        end = _behind_additions(tokens, _end_of_aside(tokens, last, words, dialogue=dialogue), words)
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

    An apposition stays that another comma closes and that names an office, or her who bears it: a dit Mme Lin, la
    ministre, |; a dit la ministre, Anne Lin, |.
    """
    first, last = subject
    comma = next((k for k in range(first, last + 1) if tokens[k].text == ","), None)
    if comma is None:
        return subject
    if [token.text for token in tokens[last + 1 : last + 4 : 2]] == [",", ","] and tokens[last + 2].lower in _TONIC:
        return first, comma - 1  # the one before, | the other one, she, disagrees
    bearer = tokens[comma + 1 : last + 1]
    if any(words.is_role(token.lower) for token in tokens[first:comma]) and _is_name(bearer, words):
        return subject
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
    office = any(words.is_role(token.lower) for token in bearer[:_OFFICE_WITHIN])
    verbs = (words.auxiliaries | words.finite) - words.determiners  # "l'" and "leur" are articles here
    acts = any(token.lower in verbs for token in bearer)
    return subject if closed and office and not acts else (first, comma - 1)


def _is_name(tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether words are a whole name, or one with a title: Anne Lin, M. Lin."""
    plain = all(token.is_capital or token.lower in words.particles for token in tokens)
    return plain and sum(token.is_capital for token in tokens) > 1


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


def _behind_additions(tokens: Sequence[Token], comma: int, words: Grammar) -> int:
    """Return the mark behind what the narrator adds between commas: a dit Mme Lin, qui dirige le port, en séance, |.

    Those are a relative clause, the speaker's age, and where or to whom she speaks. Then the speech goes on, or ends.
    """
    while comma < len(tokens) and tokens[comma].text == ",":
        ahead = range(comma + 1, len(tokens))
        closing = next((k for k in ahead if not tokens[k].is_word), len(tokens))
        added = tokens[comma + 1 : closing]
        if not 1 < len(added) < _LONGEST_ADDITION or any(_SPOKEN.fullmatch(token.lower) for token in added):
            break
        closed = closing < len(tokens) and tokens[closing].text == ","
        relative = added[0].lower in words.relatives
        if not (closed if relative else _is_age(added) or _tells_where(added, words)):
            break
        comma = closing
    return comma


def _is_age(tokens: Sequence[Token]) -> bool:
    return len(tokens) == 2 and tokens[0].text.isdigit() and tokens[1].lower == "ans"


def _tells_where(tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether words say where or to whom somebody speaks, without a verb: à l'issue du sommet, interrogé par l'AFP."""
    first = tokens[0].lower
    if first == "depuis":
        return tokens[1].is_capital and tokens[1].lower not in words.times | _HOLIDAYS
    if any(token.lower in (words.auxiliaries | words.finite) - words.determiners for token in tokens[1:]):
        return False
    occasion = first in _AT and any(token.lower in _OCCASIONS for token in tokens)
    return occasion or _ASKED.fullmatch(first) is not None


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
