"""What an article tells in its own words around a quote: conditions, figures, and the *not* right before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from polyglot_news.compare.operators.conditions import AND, CONDITIONS, may_set_condition, missing, sets_condition
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.modals import modals
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.qualifying import qualifiers
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, evidence
from polyglot_news.documents import Document
from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import Finding
from polyglot_news.text import CLAUSE_MARK, Span
from polyglot_news.values import find_values
from polyglot_news.values.agreement import all_given
from polyglot_news.values.facts import Fact, facts_of

_TOLD = 0.6  # share of a clause that must be told, by the weight of its words
_SAME = 0.4  # agreement of two facts that are the same
_STRONG = 0.8  # how well a cue must stand for a condition
_ANSWERS = 0.7  # how well a cue beside a quote must stand for the one that it lacks
_BEFORE_QUOTE = " \u00a0\u202f\"'«“‘「『"
_SENTENCE = 300  # characters before and after a place that may belong to its sentence
_SETS = {
    "en": re.compile(
        r"\b(?:conditions?|conditional|provided|providing|depends?|aside|only (?:when|once|after))\b", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:conditions?|conditionn\w+|dépend\w*|subordonn\w+|une fois|tant que)\b", re.IGNORECASE),
    "zh": re.compile("条件|前提|取决|條件|取決"),
}
"""What sets a condition beside the cues of the tables."""


_OBJECT = 4  # words that may stand between a verb that denies and the quote: "rejected any notion of a"
_DENIES = {
    "en": re.compile(
        r"(?:den(?:y|ies|ied|ying)|reject\w*|refus\w*|declin\w*|rul(?:e|es|ed|ing) out|dismiss\w*|refut\w*|disput\w*"
        r"|disavow\w*|repudiat\w*|disclaim\w*|renounc\w*|stop(?:s|ped|ping)? short of)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:refus\w*|récus\w*|réfut\w*|démen(?:t|ts|ti|tir|tit|tent|tant|tait)|ni(?:e|é|er|ait|ant|ent|a)|déni\w*"
        r"|exclu\w*|écart\w*|rejet\w*|renon[cç]\w*|(?:se |s['’]est |s['’]en |se sont )?défend\w*"
        r"|s['’]interdi\w*|se gard\w+|s['’]est gardée?|balay\w*)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("否认|拒绝|排除|驳斥|否定|拒不|不承认|否認|拒絕|駁斥|不承認"),
}
"""Verbs that bear the *not* of what they are said of: « se défendant de « toute critique » »."""
_TOO = {
    "en": re.compile(r"\btoo \w[^,;:.!?]{0,80}\bto\b[^,;:.!?]{0,80}$", re.IGNORECASE),
    "fr": re.compile(r"\btrop\b[^,;:.!?]{0,80}\bpour\b[^,;:.!?]{0,80}$", re.IGNORECASE),
}
"""What says that a thing is not done, by its cause: *too few* “to feed them all”."""


class Narration:
    """The sentences of an article around a quote: its own, the one before, and the one after in its paragraph.

    What stands between quotation marks is left out: that is told by another statement.

    Attributes:
        language: the language of the article.
        text: the sentences.
        before: what stands before the quote in its own clause, and after the verb of saying.
        saying: the verb of saying before the quote, or "".
        denied: whether what leads up to the quote denies what is quoted, by its verb or by a *too … to*.
        conditioned: whether the sentence opens with a condition that leads up to the quote: If they resist, “we …”.
        begun: a condition that the article begins and the quote goes on with, and the quote: If they “resist, we …”.
    """

    def __init__(self, quote: Quote, article: Document, sentences: Sequence[Span], blanked: str) -> None:
        """Look at what stands around a quote; ``blanked`` is the article with blanks for what it quotes."""
        self.language = article.language
        start, end = quote.contents[0].start, quote.contents[-1].end
        own = [k for k, sentence in enumerate(sentences) if sentence.start < end and sentence.end > start]
        first, last = (own[0], own[-1]) if own else (0, -1)
        opening = sentences[first].start if own else start
        around = [*sentences[max(0, first - 1) : last + 1]]
        if own and last + 1 < len(sentences) and "\n" not in article.text[end : sentences[last + 1].start]:
            around.append(sentences[last + 1])
        self.text = "\n".join(span.of(blanked) for span in around)
        self.conditioned = _sets_out_with_condition(blanked[opening:start], self.language)
        marks = [opening, *(mark.end() for mark in CLAUSE_MARK.finditer(article.text, opening, start))]
        clause = blanked[marks[-1] : start]
        self.begun = clause + quote.text if _conditions(clause, self.language) else ""
        mark, cue = marks[-1], quote.cue if quote.cue is not None and quote.cue.end <= start else None
        self.denied = _denies(article.text, Span(max(mark, cue.start) if cue else mark, start), self.language)
        self.denied |= _is_too(article.text[mark:start], quote.text, self.language)
        self.saying = cue.of(article.text) if cue is not None else ""
        if cue is not None and len(marks) > 2 and marks[-2] <= cue.start < mark and quote.text[:1].islower():
            # Neither side, he said, “should …”: the subject stands before what parts it from its verb.
            self.before = article.text[marks[-3] : marks[-2]] + article.text[mark:start]
        else:
            self.before = article.text[max(mark, cue.end) if cue else mark : start]  # "did not say" negates the saying

    def tells(self, finding: Finding, official: Document) -> bool:
        """Whether what a quote lacks is told here."""
        place = finding.divergence.official
        if place is None or not self.text.strip():
            return False
        kind = finding.divergence.kind
        if kind == "omission":
            lacking = place.of(official.text), official.language
            if finding.divergence.severity == "critical":
                told = self._sets_condition() and self._covers(self.text, *lacking)
                return told or (self.begun != "" and self._covers(self.begun, *lacking))
            # Words of a condition may look rendered by chance: it takes one that may set it, too.
            set_here = not sets_condition(*lacking) or may_set_condition(self.text, self.language)
            return set_here and self._gives(place, official) and self._covers(self.text, *lacking)
        if kind == "number":
            return self._gives(place, official)
        return kind in _CUES and self._has_operator(finding, official)

    def _sets_condition(self) -> bool:
        readings = [reading for hit in qualifiers(self.text, self.language) for reading in hit.cue.readings]
        strong = any(one.cls in CONDITIONS and (one.asks or one.answers >= _STRONG) for one in readings)
        return strong or _SETS[self.language].search(self.text) is not None

    def _covers(self, told: str, lacking: str, language: str) -> bool:
        """Whether words of the article render most of some of the official text; True where those are but figures."""
        found = evidence(make_pair(told, lacking, self.language, language))
        if found is None:
            return False
        side = found.official
        total = float(side.weight.sum())
        return total < CONTENT_WEIGHT or missing(side, 0, len(side.words)) <= (1.0 - _TOLD) * total

    def _gives(self, place: Span, official: Document) -> bool:
        """Whether every figure of a place of the official text is given here."""
        ours = facts_of(self.text, find_values(self.text, self.language, loose=True))
        return all_given(_facts(place, official), ours, _SAME)

    def _has_operator(self, finding: Finding, official: Document) -> bool:
        """Whether the operator that a quote lacks stands right before it: they do not “target the exchange rate”."""
        place, cues = finding.divergence.official, _CUES[finding.divergence.kind]
        if place is None or finding.divergence.absent != "rendering":
            return False
        before = self.before
        if finding.divergence.kind == "modality":
            before = f"{self.saying} {before}"  # demands the “immediate” withdrawal
        if not (self.denied or before.strip()):
            return False
        around = _around(place, official)
        theirs = [hit for hit in cues(around.of(official.text), official.language) if _at(hit, around, place)]
        lacking = {one.cls for hit in theirs for one in hit.cue.readings if one.asks}
        readings = [one for hit in cues(before, self.language) for one in hit.cue.readings]
        ours = {one.cls for one in readings if one.asks or one.answers >= _ANSWERS}
        if finding.divergence.kind == "polarity":
            return bool(lacking and (ours or self.denied))  # "never" and "nobody" are both a "not"
        return not lacking.isdisjoint(ours)


_CUES: dict[str, Callable[[str, str], Sequence[Hit]]] = {
    "qualifier": qualifiers,
    "modality": modals,
    "polarity": negations,
}


def _sets_out_with_condition(lead: str, language: str) -> bool:
    if not lead.rstrip(_BEFORE_QUOTE).endswith((",", "，")):
        return False
    return any(lead[: hit.span.start].strip().lower() in {"", *AND[language]} for hit in _conditions(lead, language))


def _conditions(text: str, language: str) -> list[Hit]:
    return [hit for hit in qualifiers(text, language) if any(hit.cue.asks_as(cls) for cls in CONDITIONS)]


def _is_too(lead: str, quoted: str, language: str) -> bool:
    """Whether what leads up to a quote, with its first word, says that something is too much or too little for it."""
    too = _TOO.get(language)
    return too is not None and too.search(f"{lead}{quoted.split(maxsplit=1)[0]}") is not None


def _denies(text: str, lead: Span, language: str) -> bool:
    """Whether what leads up to a quote denies it by its verb, which is not itself denied."""
    denial = _DENIES[language].search(text, lead.start, lead.end)
    if denial is None or len(text[denial.end() : lead.end].split()) > _OBJECT:
        return False
    return not any(hit.cue.asks for hit in negations(text[lead.start : denial.start()], language))


def _around(place: Span, official: Document) -> Span:
    return Span(max(0, place.start - _SENTENCE), min(len(official.text), place.end + _SENTENCE))


def _at(hit: Hit, around: Span, place: Span) -> bool:
    return hit.span.shift(around.start).overlap(place) > 0


def _facts(place: Span, official: Document) -> list[Fact]:
    """Return the facts of a place, read with what stands around it: the unit of a figure may follow."""
    around = _around(place, official)
    text = around.of(official.text)
    inside = place.shift(-around.start)
    values = find_values(text, official.language, loose=True)
    return facts_of(text, [value for value in values if value.span.overlap(inside) and not value.loose])
