"""A *not* that moved from what is known to the thing itself: *not sure that it broke*, *sure that it did not break*.

Verbs of opinion let it move, and say the same: *I do not think that it broke*. What is known, proved, or can be said is
left open by the one, and denied by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.cues import Hit, Reading, matcher, words
from polyglot_news.compare.operators.endings import CONDITIONAL
from polyglot_news.compare.operators.frames import Frame, frames
from polyglot_news.compare.operators.litotes import governed
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.evidence import Side, counterparts, evidence
from polyglot_news.text import SENTENCE_MARK, Span, in_simplified

_SURE = 0.85
"""How sure it is that the two do not say the same."""
_LINKED = 0.5
"""How surely a word must be rendered by another one, so that both are denied."""
_OPEN = frozenset({"held", "ruled", "seen", "doubted", "possible"})
"""What leaves the thing open on the other side, too."""
# fmt: off
_KNOWN = {
    "en": re.compile(
        r"\b(?:certain|sure|convinced|persuaded|clear|pro(?:ve|of)\w*|evidence|established|confirm\w*|conclude\w*"
        r"|guarantee\w*|promis\w+|know\w*|indicat\w+)\b"
        r"|\b(?:can|could)(?:not|n['’]t| not)[\w ]{0,12} (?:say|claim|tell)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:certaine?s?|sûre?s?|convaincu\w*|persuadé\w*|clair|prouv\w+|preuve|établie?|avéré|confirm\w+|conclu\w*"
        r"|garanti\w*|promet\w*|sa(?:i[st]|vons|vez|voir|vent)|indiqu\w+)\b"
        r"|\b(?:peu[tx]|peuvent|pouv\w+|permet\w*|saur\w+)\b[\w’' ]{0,12} (?:dire|affirmer|prétendre)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("[确断]定|肯定|确认|断言|敢说|证明|证据|迹象|知道|清楚|保证|承诺|(?:不能|[无没]法)[^，。]{0,4}说"),
}
# fmt: on
_QUESTION = re.compile(
    r"\s*(?:who\w*|wh(?:ere|at|en|y|ich|ether)|how|qui|où|ce qu\w+|quand|comment|pourquoi|combien|quel\w*)\b",
    re.IGNORECASE,
)
"""Behind a *not*: its verb is left out, and was said before: they know that you are of age, but *not who* you are."""


class ShiftedChecker:
    """Finds what the one text denies, and the other only leaves open."""

    @property
    def kind(self) -> DivergenceKind:
        """``polarity``."""
        return "polarity"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence at most."""
        shifted = shifted_negation(pair)
        if shifted is not None:
            rendering, official = shifted
            said, told = rendering.of(pair.rendering), official.of(pair.official)
            yield Divergence(
                kind="polarity",
                severity="critical",
                confidence=_SURE,
                rendering=rendering,
                official=official,
                reason=(
                    f"The article says “{said}”, the official text “{told}”: "
                    "one denies the thing, the other only that it is certain."
                ),
            )


def shifted_negation(pair: Pair) -> tuple[Span, Span] | None:
    """Return what each text denies, where that is in one of them what is known, in the other the thing itself."""
    found = evidence(pair)
    if found is None:
        return None
    for side, (text, language) in enumerate(pair.texts):
        own, other = found.seen_from(side)
        known = [frame for frame in frames(text, language) if frame.cls == "held" and _is_known(frame, text, language)]
        if not known or _is_left_open(*pair.texts[1 - side]):
            continue
        rendered = counterparts(found, side, _LINKED)
        denied = {at: hit for hit in _open(pair, 1 - side) if (at := next(governed(other, hit), None)) is not None}
        for frame in known:
            for at in _claimed(own, frame, _open(pair, side)):
                if rendered.get(at) in denied:
                    places = frame.span, denied[rendered[at]].span.with_(other.words[rendered[at]])
                    return places if side == 0 else places[::-1]
    return None


def _is_known(frame: Frame, text: str, language: str) -> bool:
    return _KNOWN[language].search(in_simplified(text, language)[frame.span.start : frame.word.end]) is not None


def _is_left_open(text: str, language: str) -> bool:
    """Whether a text leaves anything open: *it is not proved*, *whether*, *may not have been*, « ne serait pas »."""
    units = words(text, language)
    if any(reading.cls in _OPEN for hit in matcher("frame", language).find(units) for reading in _soft(hit)):
        return True
    unreal = language == "fr" and any(CONDITIONAL.match(unit.text) for unit in units)
    return unreal or any(frame.cls in _OPEN for frame in frames(text, language))


def _soft(hit: Hit) -> Iterator[Reading]:
    return (reading for reading in hit.cue.readings if not reading.asks)


def _open(pair: Pair, side: int) -> list[Hit]:
    text, language = pair.texts[side]
    return [hit for hit in negations(text, language) if hit.cue.asks and not _QUESTION.match(text, hit.span.end)]


def _claimed(side: Side, frame: Frame, own: Sequence[Hit]) -> list[int]:
    """Return the words of the clause that a frame governs, if nothing is denied there."""
    end = SENTENCE_MARK.search(side.text, frame.word.end)
    stop = len(side.text) if end is None else end.start()
    if any(frame.word.end <= hit.span.start < stop for hit in own):
        return []
    return [i for i, word in enumerate(side.words) if frame.word.end <= word.start < stop]
