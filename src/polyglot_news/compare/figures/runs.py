"""How long something goes on in a row: « le troisième mois consécutif », 连续三个季度, *two years running*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from polyglot_news.compare.figures.told import changed_figure
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_simplified
from polyglot_news.values import find_values
from polyglot_news.values.rates import time_units

_SURE = 0.9
_BEFORE = 16  # characters in which a number stands
_RUN = {
    "en": r"\b(?:(?:consecutive|straight|successive) (?P<unit>{units})"
    r"|(?P<unit2>{units}) (?:running|in a row|on end|in succession))\b",
    "fr": r"\b(?P<unit>{units}) (?:consécuti(?:fs?|ves?)|successi(?:fs?|ves?)|d['’](?:affilée|un trait)|de suite)\b",
    "zh": r"连续?(?:第?[\d一二两三四五六七八九十]+|多|数|几)个?(?P<unit>{units})",
}


def changed_runs(pair: Pair) -> Iterator[Divergence]:
    """Yield months in a row that stand for as many quarters in a row, where each text tells of one such run."""
    ours, theirs = (list(_runs(in_simplified(*text), text[1])) for text in pair.texts)
    if not len(ours) == len(theirs) == 1:
        return
    (mine, unit, number), (there, other, count) = ours[0], theirs[0]
    if unit != other and number & count and (pair.core is None or there.overlap(pair.core)):
        yield changed_figure(pair, mine, there, _SURE)


def _runs(text: str, language: str) -> Iterator[tuple[Span, str, set[Fraction | int | None]]]:
    """Yield each run, its unit, and the numbers in it or right before it."""
    units = time_units(language)
    names = "|".join(re.escape(name) for name in sorted(units, key=len, reverse=True))
    for match in re.finditer(_RUN[language].format(units=names), text, re.IGNORECASE):
        name = match["unit"] or match.groupdict().get("unit2") or ""
        values = find_values(text[max(0, match.start() - _BEFORE) : match.end()], language)
        quarters = {value.moment.quarter for value in values if value.moment is not None}
        yield Span(*match.span()), units[name.lower()], ({value.number for value in values} | quarters) - {None}
