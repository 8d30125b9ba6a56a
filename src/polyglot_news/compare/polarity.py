"""Negation lost or added between a rendering and the official text.

Open negation (*not*, *ne … pas*, 不) on one side needs a negative on the other: open again, or a word that carries it
(*unable*, *manquer de*, 缺乏), as far as that word does so in translated text. What is left over was lost or added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.cues import Cue, Hit, Places, Reading, Word, match, matcher, words
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.text import Span

THRESHOLD = 0.5
"""Divergences of this confidence and above count as alarms; those below are hints for the verdict."""

_NE = frozenset({"ne", "n'"})
_SECOND = {
    "pas": "not", "point": "not", "plus": "not", "guère": "not", "nullement": "not", "aucunement": "not",
    "jamais": "never", "rien": "no", "aucun": "no", "aucune": "no", "personne": "no", "nul": "no", "nulle": "no",
    "ni": "nor", "que": "limit", "qu'": "limit",
}  # fmt: skip
_ALONE = frozenset(
    {"saurait", "saurais", "sauraient", "sauriez", "saurions", "peut", "peux", "peuvent", "puis", "pouvait",
     "pouvaient", "pourrait", "pourraient", "cesse", "cessent", "cessé", "cessait", "cessaient", "ose", "osent"}
)  # fmt: skip
"""Verbs that "ne" negates without a second half."""
_STEP = frozenset(
    {"un", "le", "les", "ce", "cet", "ces", "des", "de", "du", "au", "aux", "chaque", "premier", "deuxième", "grand",
     "petit", "faux", "à", "son", "leur", "nos", "mes", "ses"}
)  # fmt: skip
"""Before these, "pas" is a step."""
_REACH = 9
_CLAUSE_END = re.compile(r"[.;:!?»”]")


def negations(text: str, language: str) -> list[Hit]:
    """Find the negative cues of a text in its language, in order."""
    units = words(text, language)
    hits = list(matcher("polarity", language).find(text, units))
    if language == "fr":
        hits = _with_split_negation(text, units, hits)
    elif language == "zh":
        hits = [hit for hit in hits if not _is_question(units, hit)]
    return hits


def _with_split_negation(text: str, units: Sequence[Word], hits: list[Hit]) -> list[Hit]:
    """Read "ne … pas" and its kin, and "pas" on its own; drop the cues that they contain."""
    found: list[Hit] = []
    taken: set[int] = set()
    length = max(1, len(text))

    def add(first: int, last: int, cls: str) -> None:
        span = Span(units[first].start, units[last].end)
        text_ = f"ne … {units[last].text}" if last != first else units[first].text
        reading = Reading(cls, answers=0.3, asks=False) if cls == "limit" else Reading(cls)
        cue = Cue(text_, (reading,))
        found.append(Hit(span=span, cue=cue, at=(span.start + span.end) / 2 / length, word=first))

    for i, unit in enumerate(units):
        if unit.text in _NE:
            second = _second_half(text, units, i)
            if second is None:
                if i + 1 < len(units) and units[i + 1].text in _ALONE:
                    add(i, i + 1, "not")
                continue
            last, cls = second
            taken.add(last)
            add(i, last, cls)
        elif unit.text == "pas" and i not in taken and not (i and units[i - 1].text in _STEP):
            following = units[i + 1].text if i + 1 < len(units) else ""
            if following not in {"seulement", "à", "en"}:
                add(i, i, "not")
    kept = [hit for hit in hits if hit.word not in taken | {new.word for new in found}]
    return sorted([*kept, *found], key=lambda hit: hit.span.start)


def _second_half(text: str, units: Sequence[Word], at: int) -> tuple[int, str] | None:
    restrictive: int | None = None
    for j in range(at + 1, min(at + 1 + _REACH, len(units))):
        if _CLAUSE_END.search(text, units[j - 1].end, units[j].start) or units[j].text in _NE:
            break
        cls = _SECOND.get(units[j].text)
        if cls == "limit":
            restrictive = restrictive if restrictive is not None else j
        elif cls is not None:
            if units[j].text == "pas" and j + 1 < len(units) and units[j + 1].text in {"seulement", "uniquement"}:
                return j, "limit"
            return j, cls
    return (restrictive, "limit") if restrictive is not None else None


def _is_question(units: Sequence[Word], hit: Hit) -> bool:
    """Whether 不 or 没 stands between two copies of one character, as in 是不是: a question, no negation."""
    i = hit.word
    return hit.cue.text in {"不", "没"} and 0 < i < len(units) - 1 and units[i - 1].text == units[i + 1].text


@attrs.frozen(kw_only=True)
class Loose:
    """An open negation without a full counterpart.

    Attributes:
        hit: the negation.
        side: 0 when it stands in the rendering, 1 when in the official text.
        residue: how much of it is unexplained, 0 to 1.
        others: number of open negations on the other side.
    """

    hit: Hit
    side: int
    residue: float
    others: int


def loose_negations(pair: Pair) -> list[Loose]:
    """Find the open negations of either side that nothing on the other side answers."""
    places = Places(pair)
    sides = (negations(pair.rendering, pair.rendering_language), negations(pair.official, pair.official_language))
    links = match(sides[0], sides[1], _affinity, places)
    found = []
    for side, (own, other) in enumerate(((sides[0], sides[1]), (sides[1], sides[0]))):
        answered = {(i, j)[side]: (j, i)[side] for i, j in links}
        others = sum(hit.cue.asks for hit in other)
        for k, hit in enumerate(own):
            if not hit.cue.asks:
                continue
            partner = other[answered[k]] if k in answered else None
            residue = 1.0 if partner is None else 0.0 if partner.cue.asks else 1.0 - _answers(partner)
            if residue > 0:
                found.append(Loose(hit=hit, side=side, residue=residue, others=others))
    return found


def _affinity(a: Hit, b: Hit) -> float:
    """How well two negative cues can stand for each other, 0 to 1."""
    is_open = a.cue.asks, b.cue.asks
    if all(is_open):
        return 1.0 if _cls(a) == _cls(b) else 0.95
    if any(is_open):
        return 0.9 * _answers(b if is_open[0] else a)
    return 0.7 if _cls(a) == _cls(b) else 0.4


def _cls(hit: Hit) -> str:
    return hit.cue.readings[0].cls


def _answers(hit: Hit) -> float:
    return hit.cue.readings[0].answers


class PolarityChecker:
    """Finds negation that was lost or added."""

    @property
    def kind(self) -> DivergenceKind:
        """``polarity``."""
        return "polarity"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per negation that stands on one side only."""
        for loose in loose_negations(pair):
            yield _divergence(pair, loose)


def _divergence(pair: Pair, loose: Loose) -> Divergence:
    text = pair.rendering if loose.side == 0 else pair.official
    said, silent = ("article", "official text") if loose.side == 0 else ("official text", "article")
    return Divergence(
        kind="polarity",
        severity="critical",
        confidence=loose.residue,
        rendering=loose.hit.span if loose.side == 0 else None,
        official=loose.hit.span if loose.side == 1 else None,
        reason=f"The {said} has a negation (“{loose.hit.span.of(text)}”) that the {silent} lacks.",
    )
