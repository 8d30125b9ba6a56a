"""The clauses of an English or French sentence that tell, without marks, what somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.quotes.cue import Cue
from polyglot_news.quotes.cues import find_cues
from polyglot_news.quotes.grammar import Grammar, grammar
from polyglot_news.quotes.phrase_behind import phrase_starting_at
from polyglot_news.quotes.tokens import BLANK, Token, tokenize
from polyglot_news.quotes.wires import wire_lead
from polyglot_news.text import Span

_MARKS = frozenset('«»“”"„‘’')
_BREAKS = frozenset(",;:—–()") | _MARKS
_PAUSES = frozenset(",;:—–")
_THAT = frozenset(["that", "que", "qu'"])
# With "que" they make a conjunction of another clause: she wrote to them so that ….
_CONJOINED = frozenset(
    ["pour", "afin", "avant", "sans", "tandis", "dès", "lors", "après", "pendant", "tant", "parce", "ce", "moins", "so"]
)
_TO = frozenset(["to", "de", "d'"])
# Verbs that a clause without "that" may follow; of others what follows is mostly a thing: she announced a plan.
_BARE = re.compile(
    r"(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|(?:add|insist|claim|warn|argu|not|acknowledg|stress|believ)(?:e|s|es|ed|ing)?"
    r"|conced(?:e|es|ed|ing)|admit(?:s|ted|ting)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?"
    r"|estimat(?:e|es|ed|ing))"
)
# Verbs that an infinitive follows which tells what is said; "dit vouloir", "assure avoir reçu" need no preposition.
_BINDING = re.compile(r"promi\w*|pledg\w*|vow\w*|threaten\w*|agre\w*|s'engag\w*|engag\w*|menac\w*|propos\w*|jur\w*")
_BARE_INFINITIVE = re.compile(r"(?:assur|affirm|reconn|admet|dit|estim|déclar|espèr|souhait|expliqu|jug|prétend)\w*")
_INFINITIVE = re.compile(r"\w+(?:er|ir|oir|re)")
# They ask or deny: what follows is not what is said, or is so with the opposite sign.
_ASKING = re.compile(
    r"(?:ask|wonder|question|enquir|inquir|quer[iy]|demand|interrog|deny|deni|refus|reject|dismiss|rebut|dément|nie\b|nié|"
    r"nia|récus|écart|réfut|contest|disput|doubt)"
)
_TIMES = re.compile(
    r"\s*(?:(?:on|in|late|early|earlier|last|this|at|during|to|after)\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today)\b\s*",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\s*(?:reporters|journalists|lawmakers|parliament|deputies|senators|mps|him|her|us|them|me|"
    r"the\s+(?:committee|house|press|council|court|conference|hearing|meeting|media))\b\s*",
    re.IGNORECASE,
)
# What follows tells when it was said: he said when asked whether ….
_OCCASION = re.compile(r"\s*(?:when|while|as|after|before)\b", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:(?:but|and|yet|or|mais|et|so|meanwhile)\b)?[\s,:;—–]*", re.IGNORECASE)
# Where the writer's own remark begins behind what is reported.
_REMARK = re.compile(
    r",\s+(?:in\s+(?:what|a\s+(?:move|bid|sign|step|bow|nod))\b|a\s+(?:move|step|figure|claim|remark)\b|even\s+as\b|(?:just\s+)?"
    r"(?:days|hours|weeks)\s+(?:after|before)\b|dans\s+ce\s+(?:que|qui)\b|tout\s+en\b|sans\s+(?:donner|préciser|citer|dire)"
    r"|with\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){1,4}?[\w-]+ing\b|without\s+(?:giving|saying|naming|elaborating|citing))",
    re.IGNORECASE,
)
_TEMPORAL = frozenset(
    ["after", "although", "as", "because", "before", "if", "once", "since", "though", "until", "when", "where",
     "whereas", "whether", "while", "whose", "alors", "après", "avant", "comme", "depuis", "dont", "dès", "lorsqu'",
     "lorsque", "où", "pendant", "quand", "si", "tandis"]
)  # fmt: skip
_HOWEVER = frozenset(
    ["however", "though", "too", "nonetheless", "nevertheless", "aussi", "cependant", "néanmoins", "pourtant",
     "toutefois"]
)  # fmt: skip
# With a subject and a verb behind them they begin another clause behind an aside: ", she said, but few believe it".
_TURNS = frozenset(["although", "as", "but", "though", "whereas", "while", "yet", "alors", "mais", "quoique", "tandis"])
# What limits or sets a condition is mostly told as hers: ", she said, but they must wait until the wind drops".
_LIMITING = frozenset(
    ["except", "if", "must", "need", "only", "provided", "subject", "unless", "until", "condition", "devra", "devront",
     "doit", "doivent", "jusqu'", "sauf", "seulement", "si", "tant", "uniquement"]
)  # fmt: skip
# Verbs whose object is who is told; of others, "that" behind an object begins a relative clause: a plan that ….
_TELLING = re.compile(r"tell|told|inform|warn|assur|remind|advis|notif|préven|prévien|avert|convain|rappel")
_OBJECTS = frozenset(["par", "de", "d'", "des", "du", "sur"])
_ASIDE = 8  # tokens of ", Mr Zhou of the ministry said on Friday,", at most, on either side of the verb
_REACH = 9  # tokens between a verb and its "that"
_SUBJECT = 8  # tokens of a name or an office
_WHOLE = 25  # characters from which what stands before an aside may be a clause by itself


@attrs.frozen(kw_only=True)
class Report:
    """What is reported, in one piece or two around an aside; the word that says so, and who said it if it is plain."""

    contents: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None = None


@attrs.frozen
class _Place:
    """A cue among the tokens of its sentence: the commas or marks around it are ``before`` and ``after``."""

    cue: Cue
    tokens: Sequence[Token]
    before: int
    after: int

    @property
    def lead(self) -> Sequence[Token]:
        return self.tokens[self.before + 1 : self.cue.first]

    @property
    def tail(self) -> Sequence[Token]:
        return self.tokens[self.cue.last + 1 : self.after]


def reports(masked: str, sentence: Span, language: str) -> list[Report]:
    """Return what a sentence reports, in its order.

    Args:
        masked: the article, where what is quoted is blank.
        sentence: the sentence.
        language: "en" or "fr".
    """
    words = grammar(language)
    lead = wire_lead(masked, *sentence)
    sentence = Span(min(lead.end, sentence.end), sentence.end) if lead else sentence
    tokens = tokenize(masked, sentence.start, sentence.end, words.french)
    found: list[Report] = []
    for cue in find_cues(tokens, words):
        place = _place(cue, tokens)
        if cue.weak or not _says(place, words):
            continue
        contents = _contents(place, masked, sentence, words)
        taken = [content for one in found for content in one.contents]
        if contents and not any(content.overlap(other) for content in contents for other in taken):
            cited = Span(tokens[cue.first].start, tokens[cue.last].end)
            found.append(Report(contents=contents, cue=cited, speaker=_speaker(place, words)))
    return found


def _place(cue: Cue, tokens: Sequence[Token]) -> _Place:
    before = next((k for k in range(cue.first - 1, -1, -1) if _breaks(tokens[k])), -1)
    after = next((k for k in range(cue.last + 1, len(tokens)) if _breaks(tokens[k])), len(tokens))
    return _Place(cue, tokens, before, after)


def _breaks(token: Token) -> bool:
    return token.text in _BREAKS or token.text[0] == BLANK


def _says(place: _Place, words: Grammar) -> bool:
    """Whether a cue tells that something is said, rather than asked, denied, thought or shown."""
    cue, tokens = place.cue, place.tokens
    word = tokens[cue.last].lower
    if cue.kind == "source":
        return word != "per" or not place.lead  # "22 pence per Tesco loaf"
    plain = cue.kind in {"verb", "passive", "gerund"} and not (words.french and word in words.objectless)
    subordinate = bool(place.lead) and place.lead[0].lower in _TEMPORAL
    return plain and not subordinate and not _ASKING.match(word) and word not in words.direct_only


def _contents(place: _Place, masked: str, sentence: Span, words: Grammar) -> tuple[Span, ...]:
    if place.cue.kind == "source":
        return _of_source(place, masked, sentence, words)
    governed = _governed(place, masked, sentence, words)
    if governed is not None:
        told = _trimmed([governed], masked)
    else:
        told = _around(place, masked, sentence, words) if _is_aside(place, words) else ()
    # A quote takes the rest of its clause away: what is left may be no more than its subject.
    quoted = BLANK in sentence.of(masked)
    return () if quoted and not _has_verb([token for token in place.tokens if _within(token, told)], words) else told


def _within(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


# --- he said that ... -------------------------------------------------------------------------------------------------


def _governed(place: _Place, masked: str, sentence: Span, words: Grammar) -> Span | None:
    """Return the clause behind a verb: *said that it closed*, *said it closed*, *promised to close*."""
    tokens, cue = place.tokens, place.cue
    verb = tokens[cue.last].lower
    rest = tokens[cue.last + 1 :]
    if [token.text for token in rest[:3:2]] == [",", ","] and rest[1].lower in _HOWEVER:
        rest = rest[3:]
    for k, token in enumerate(rest[:_REACH]):
        if token.lower in _THAT and k and rest[k - 1].lower in _CONJOINED:
            break
        if token.lower in _THAT:
            return _complement(place, token, sentence, words) if _reaches(verb, rest[:k], words) else None
        if _breaks(token):
            break
    if not rest or _breaks(rest[0]):
        return None
    if _BINDING.fullmatch(verb) and rest[0].lower in _TO:
        return Span(rest[0].end if words.french else rest[0].start, sentence.end)
    if words.french:
        at = next((k for k, token in enumerate(rest[:2]) if token.lower not in words.adverbs), 0)
        bare = _BARE_INFINITIVE.fullmatch(verb) and _INFINITIVE.fullmatch(rest[at].lower)
        return Span(rest[at].start, sentence.end) if bare else None
    if not _BARE.fullmatch(verb) or not (place.lead or cue.kind == "gerund"):
        return None
    after = Span(tokens[cue.last].end, sentence.end)
    for pattern in (_TOLD, _TIMES, _TOLD):
        match = pattern.match(masked, *after)
        after = Span(match.end(), after.end) if match else after
    if _OCCASION.match(masked, *after):
        return None
    return after if _has_subject_and_verb(after, tokens, words) else None


def _complement(place: _Place, that: Token, sentence: Span, words: Grammar) -> Span:
    """Return what follows "that"; in a relative clause, up to its end: *the mayor, who said that …, left*."""
    relative = any(token.lower in words.relatives for token in place.lead)
    commas = (token.start for token in place.tokens if token.text == "," and token.start > that.end)
    return Span(that.end, next(commas, sentence.end) if relative else sentence.end)


def _reaches(verb: str, between: Sequence[Token], words: Grammar) -> bool:
    """Whether a verb reaches over tokens to its "that": no further verb stands there, and no object of its own."""
    if any(token.lower in words.auxiliaries or token.lower in words.relatives for token in between):
        return False
    has_object = bool(between) and between[0].lower in words.determiners | _OBJECTS
    return not has_object or _TELLING.match(verb) is not None


def _has_subject_and_verb(span: Span, tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether an English stretch can be a clause: no preposition opens it, and a verb is near."""
    within = [token for token in tokens if span.start <= token.start < span.end]
    stretch = within[: next((k for k, token in enumerate(within) if token.text[0] == BLANK), len(within))]
    if not stretch or stretch[0].text in _PAUSES or words.is_preposition(stretch[0].lower):
        return False
    return _has_verb(stretch[1:], words)


def _has_verb(tokens: Sequence[Token], words: Grammar) -> bool:
    for token in tokens:
        word = token.lower
        if word in words.auxiliaries and word not in {"l'", "me", "m'", "ne", "n'", "s'", "se", "te", "t'", "en", "y"}:
            return True
        if word in words.finite or word in words.plain_verbs or (not words.french and word.endswith("ed")):
            return True
        if words.french and word.endswith(("ait", "aient", "ra", "ront")) and not token.is_capital:
            return True
    return False


# --- ..., he said -----------------------------------------------------------------------------------------------------


def _is_aside(place: _Place, words: Grammar) -> bool:
    """Whether nothing but who says it, to whom and when, stands with a verb between commas: *, she told reporters*."""
    tokens, lead, tail = place.tokens, place.lead, place.tail
    if place.cue.kind != "verb" or place.before < 0 or tokens[place.before].text not in {",", "—", "–"}:
        return False
    if len(lead) > _ASIDE or len(tail) > _ASIDE:
        return False
    if any(token.lower in _THAT | words.relatives | words.auxiliaries | {"and", "et"} for token in (*lead, *tail)):
        return False
    if words.french and (_names(lead, words) or any(token.lower in words.pronouns for token in lead)):
        return False  # a main clause: an aside has its subject behind the verb. Attendu par tous, il a annoncé …
    who = [token for token in tail if token.lower not in words.times and token.lower != "des"]
    officials = bool(who) and words.is_part(who[0].lower) and (len(who) == 1 or words.is_preposition(who[1].lower))
    return bool(lead) or place.cue.pronoun is not None or officials or _names(who, words)


def _names(tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether a stretch begins as a subject does: *said | the minister*."""
    first = tokens[0] if tokens else None
    return first is not None and (first.is_capital or first.lower in words.determiners | words.honorifics)


def _around(place: _Place, masked: str, sentence: Span, words: Grammar) -> tuple[Span, ...]:
    tokens = place.tokens
    whole = Span(sentence.start, tokens[place.before].start)
    before = _last_unquoted(whole, masked)
    if before != whole and len(before) < _WHOLE:
        return ()  # it tells who said the quote that ends there
    if _leads_to_quote(place):
        return ()  # "Asked about the cuts, she said: ..."
    after = _behind(place, sentence)
    if after is None:
        ends = place.after == len(tokens) or tokens[place.after].text not in {",", "—", "–"}
        return _trimmed([before], masked) if ends or len(before) >= _WHOLE else ()
    behind = [token for token in tokens if token.start >= after.start]
    if behind[0].text[0] == BLANK or behind[0].text in _MARKS:
        return _trimmed([before], masked) if len(before) >= _WHOLE else ()
    alone = [token for token in tokens if _within(token, [before])]
    named_behind = not place.lead and place.cue.pronoun is None
    if _has_verb(alone, words) and (named_behind or _is_remark(behind, words)):
        return _trimmed([before], masked)
    if named_behind:  # ", said Mr Roche, the mayor, ..."
        comma = next((k for k, token in enumerate(behind) if token.text == ","), 0)
        after = after if not comma or _has_verb(behind[:comma], words) else Span(behind[comma].end, after.end)
    return _trimmed([before, after], masked)


def _leads_to_quote(place: _Place) -> bool:
    following = [token.text for token in place.tokens[place.after : place.after + 2]]
    return following[:1] == [":"] and (following[1:2] == [] or following[1] in _MARKS or following[1][0] == BLANK)


def _behind(place: _Place, sentence: Span) -> Span | None:
    """Return what follows the comma behind a cue, if anything does."""
    tokens = place.tokens
    if place.after >= len(tokens) - 1 or tokens[place.after].text not in {",", "—", "–"}:
        return None
    return Span(tokens[place.after].end, sentence.end)


def _is_remark(behind: Sequence[Token], words: Grammar) -> bool:
    """Whether what follows an aside belongs to it, rather than to what is said: *, he said, adding that …*.

    So does another clause of the writer's: *, he said, but few believe him*.
    """
    word = behind[0].lower
    if word in words.gerunds or word in words.relatives or word in {"who", "in", "at", "during", "speaking", "after"}:
        return True
    if word in {"lors", "avant", "devant", "dans", "après", "en"} or (not words.french and word.endswith("ing")):
        return True
    return word in _TURNS and _turns(behind[1:], words)


def _turns(tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether what follows a conjunction is a clause of its own, which limits nothing."""
    clause = [token for token in tokens if token.lower not in _THAT]
    clause = clause[: next((k for k, token in enumerate(clause) if _breaks(token)), len(clause))]
    first = clause[0].lower if clause else ""
    no_subject = words.is_preposition(first) or words.is_adverb(first) or first in words.auxiliaries | words.modals
    limits = any(token.lower in _LIMITING for token in clause)
    if not clause or no_subject or limits:
        return False
    plural = not words.french and first.endswith("s") and len(clause) > 2 and not words.is_preposition(clause[1].lower)
    return plural or _has_verb(clause[1:], words)  # critics doubt it


# --- according to her, ... --------------------------------------------------------------------------------------------


def _of_source(place: _Place, masked: str, sentence: Span, words: Grammar) -> tuple[Span, ...]:
    tokens = place.tokens
    opens = place.before < 0 and all(token.lower in {"but", "and", "yet", "mais", "et", "or"} for token in place.lead)
    after = _behind(place, sentence)
    if opens:
        return _trimmed([after], masked) if after is not None else ()
    start = tokens[place.before].start if not place.lead else tokens[place.cue.first].start
    before = _last_unquoted(Span(sentence.start, start), masked)
    remark = after is None or _is_remark([token for token in tokens if token.start >= after.start], words)
    return _trimmed([before] if after is None or remark else [before, after], masked)


def _speaker(place: _Place, words: Grammar) -> Span | None:
    """Return the plain subject before a verb: it opens the clause, and no other verb or comma stands in it.

    Behind a source, and behind the verb of an aside, it is the phrase that follows: Selon Anne Roy, …, said Ms Roy.
    """
    lead = [token for token in place.lead if not words.is_adverb(token.lower) or token.is_capital]
    if place.cue.kind == "source" or (place.cue.kind == "verb" and not lead and place.before >= 0):
        tail = [token for token in place.tail if token.lower not in words.times]
        found = phrase_starting_at(tail, 0, words) if _names(tail, words) else None
        return Span(tail[0].start, tail[found[1]].end) if found is not None else None
    if place.cue.kind != "verb" or not 0 < len(lead) <= _SUBJECT or lead[0].lower in words.pronouns:
        return None
    plain = _names(lead, words) and not any(
        token.lower in words.subordinators | words.relatives | words.auxiliaries or token.lower.isdigit()
        for token in lead
    )
    return Span(lead[0].start, lead[-1].end) if plain else None


# --- spans ------------------------------------------------------------------------------------------------------------


def _last_unquoted(span: Span, masked: str) -> Span:
    """Return what stands behind the last quote of a stretch."""
    blank = masked.rfind(BLANK, *span)
    if blank < 0:
        return span
    start = blank + 1
    while start < span.end and (masked[start] in _MARKS or masked[start] in " \u00a0\u202f,.;:"):
        start += 1
    return Span(start, span.end)


def _trimmed(spans: Sequence[Span], masked: str) -> tuple[Span, ...]:
    """Return stretches without conjunctions, commas and white space at their ends, up to a quote or a remark."""
    return tuple(span for span in _trim(spans, masked) if len(span) > 1)


def _trim(spans: Sequence[Span], masked: str) -> Iterator[Span]:
    for place, span in enumerate(spans):
        opening = _OPENING.match(masked, *span) if place == 0 else re.compile(r"[\s,]*").match(masked, *span)
        start, end = opening.end() if opening else span.start, span.end
        blank = masked.find(BLANK, start, end)
        if blank >= 0:
            end = max(masked.rfind(mark, start, blank) for mark in ",;:")
        remark = _REMARK.search(masked, start, max(start, end))
        end = remark.start() if remark else end
        while end > start and masked[end - 1] in " \u00a0\u202f,;:—–\n":
            end -= 1
        yield Span(start, max(start, end))
