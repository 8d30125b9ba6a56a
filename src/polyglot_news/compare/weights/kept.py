"""Qualifiers that human translations keep: what of them was lost or exchanged is surer than the fitted model says.

The model was fitted before there were some of these cues, and "aurait" is linked to any auxiliary.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from polyglot_news.compare.operators.cues import Hit, Reading
from polyglot_news.compare.operators.suspects import WORTH_A_LOOK, Suspect

HEARD = "aurait …"
"""The cue of the French conditional that passes on what was only heard."""

_HEDGES = ("belief", "seem")
_EXPECTED = "expected"
_COVERED = 0.4
"""How much of what stands around a qualifier must be rendered, so that it shows as lost."""
_CLOSE = 0.8
"""The same for a *seems*, which a free rendering may pass over, and of what it is said of."""
_LOST_HEDGE = 0.75
_LESS_THAN_ALL = 0.75
_LOST_LITTLE = 0.72
_ANSWERED = 0.11
"""How much of an amount may remain unanswered beside a word that means as much: 发现一起 for *every case found*."""
_NO_HINT = 0.3
_PUT_IN = 0.6
_PARTS = frozenset({"part alone", "part for full"})
_NOTHING = 0.9
"""How much of a qualifier must have no answer, so that it was put in."""
_BOUNDS = 0.9
"""How well a word must bound a figure."""
_IF_TRUE = 0.95
"""How often human translations keep an *if proven*."""
_ALMOST_NONE = 0.9
"""How often human translations keep what little an *almost no* leaves; of *hardly* and « guère » it is less."""
_ALL = 5.0
_SOMETIMES, _AS_A_RULE = 2.0, 4.0
_IN_PLACE = 0.75
_LINKED = 0.5


def as_sure_as_kept(suspect: Suspect, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Suspect:
    """Return a suspect with the least and the most that may be thought of it."""
    if _is_lost_hedge(suspect, sides[0]):
        return attrs.evolve(suspect, least=_LOST_HEDGE)
    if suspect.cut:
        return suspect
    if _is_lost_truth(suspect, sides[0]):
        return attrs.evolve(suspect, least=_LOST_HEDGE)
    if _is_all_or_less(suspect) or _is_always_or_sometimes(suspect):
        return attrs.evolve(suspect, least=_LESS_THAN_ALL)
    if _is_other_bound(suspect, sides[1 - suspect.side]):
        return attrs.evolve(suspect, least=_LESS_THAN_ALL)
    if _is_put_in(suspect):
        return attrs.evolve(suspect, least=_PUT_IN)
    if suspect.rule == "amount alone" and suspect.features["residue"] <= _ANSWERED:
        return attrs.evolve(suspect, most=_NO_HINT)
    return _hardly(suspect, sides)


def _is_lost_hedge(suspect: Suspect, rendering: Sequence[Hit]) -> bool:
    """Whether an official hedge is lost, and nothing in the rendering may be one."""
    cue = suspect.hit.cue
    if cue.asks_as(_EXPECTED):
        covered = min(suspect.features["coverage"], suspect.features["scope"]) >= _CLOSE
        return covered and suspect.side == 1 and not _has(rendering, _EXPECTED)
    hedge = cue.text == HEARD or any(cue.reading(cls) is not None for cls in _HEDGES)
    seems = cue.reading("seem") is not None
    covered = suspect.features["coverage"] >= (_CLOSE if seems else _COVERED)
    covered = covered and (not seems or suspect.features["scope"] >= _CLOSE)
    return hedge and suspect.side == 1 and covered and not _has(rendering, "said", *_HEDGES)


def _is_lost_truth(suspect: Suspect, rendering: Sequence[Hit]) -> bool:
    """Whether an official *if proven* is lost, and nothing in the rendering may stand for it."""
    condition = suspect.hit.cue.reading("if")
    lost = condition is not None and condition.needs >= _IF_TRUE and suspect.side == 1 and suspect.other is None
    return lost and not _has(rendering, "if", "said")


def _is_all_or_less(suspect: Suspect) -> bool:
    """Whether an *all* stands in the place of a *most*, a *many* or a *some*: translators never exchange these."""
    one = _amount(suspect.hit)
    other = None if suspect.other is None else _amount(suspect.other)
    return (
        suspect.rule == "amount strength"
        and one is not None
        and other is not None
        and _ALL in {one.low, other.low}
        and suspect.features["place"] >= _IN_PLACE
        and suspect.features["link"] < _LINKED
        and suspect.features["coverage"] >= _COVERED
    )


def _is_always_or_sometimes(suspect: Suspect) -> bool:
    """Whether what is so for ever, or as a rule, stands in the place of a *sometimes*, or the other way round."""
    if suspect.rule != "often strength" or suspect.other is None or suspect.features["place"] < _IN_PLACE:
        return False
    one, other = suspect.hit.cue.reading("often"), suspect.other.cue.reading("often")
    if one is None or other is None:
        return False
    return _SOMETIMES in {one.high, other.high} and max(one.low, other.low) >= _AS_A_RULE


def _is_other_bound(suspect: Suspect, others: Sequence[Hit]) -> bool:
    """Whether the text without this bound of a figure has the other one alone: an *at least* for 限."""
    if suspect.features["residue"] < _NOTHING or suspect.features["coverage"] < _COVERED:
        return False
    for own, facing in (("least", "most"), ("most", "least")):
        if suspect.hit.cue.asks_as(own) and not _has(others, own):
            return any((one := hit.cue.reading(facing)) is not None and one.answers >= _BOUNDS for hit in others)
    return False


def _is_put_in(suspect: Suspect) -> bool:
    """Whether a rendering has a *partly* that answers nothing: translators put in none."""
    return suspect.rule in _PARTS and suspect.side == 0 and suspect.features["residue"] >= _NOTHING


def _amount(hit: Hit) -> Reading | None:
    return next((one for one in hit.cue.readings if one.cls == "amount" and one.asks), None)


def _hardly(suspect: Suspect, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Suspect:
    """Trust in an *almost no* that became a *no*, or nothing at all; a plain *hardly* is rendered as *not*, too."""
    for hit, side in ((suspect.hit, suspect.side), (suspect.other, 1 - suspect.side)):
        reading = None if hit is None else hit.cue.reading("hardly")
        if reading is None or not reading.asks or _has(sides[1 - side], "hardly"):
            continue
        if reading.needs < _ALMOST_NONE:
            return attrs.evolve(suspect, most=WORTH_A_LOOK)
        if suspect.features["coverage"] >= _COVERED:
            return attrs.evolve(suspect, least=_LOST_LITTLE)
    return suspect


def _has(hits: Sequence[Hit], *classes: str) -> bool:
    return any(hit.cue.reading(cls) is not None for hit in hits for cls in classes)
