"""Clock times that are told by the hour only: "shortly after 4 a.m.", « vers 16 heures », 凌晨四点多."""

from __future__ import annotations

import re

import attrs

from polyglot_news.values.model import Bound, Value

_SPACES = re.compile("[\u00a0\u202f]")
_BEFORE: dict[str, tuple[tuple[str, Bound], ...]] = {
    "en": (
        (r"\b(?:about|around) $", "about"),
        (r"\b(?:shortly|just|soon|right) (?:after|past) $", "at least"),
        (r"\b(?:shortly|just|right) before $", "nearly"),
    ),
    "fr": (
        (r"(?:\bvers |\baux (?:alentours|environs) (?:de |d['’]))$", "about"),
        (r"\b(?:peu|juste) après $", "at least"),
        (r"\b(?:peu|juste) avant $", "nearly"),
    ),
    "zh": (("(?:大约|约)$", "about"), ("(?:近|将近)$", "nearly")),
}
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile("左右|前后"), "about"),
    (re.compile("多(?!人|名|个|辆|家)|刚过|过后"), "at least"),
)
_LONGEST = 24  # characters before a time that are looked at


def with_vague_hours(text: str, values: list[Value], language: str) -> list[Value]:
    """Give full hours the bound that their text tells."""
    return [
        attrs.evolve(value, bound=_bound(text, value, language)) if _is_full_hour(value) else value for value in values
    ]


def _is_full_hour(value: Value) -> bool:
    return value.kind == "time" and value.moment is not None and (value.moment.minute or 0) % 60 == 0


def _bound(text: str, value: Value, language: str) -> Bound:
    before = text[max(0, value.span.start - _LONGEST) : value.span.start]
    plain = _SPACES.sub(" ", before)
    told = [bound for pattern, bound in _BEFORE[language] if re.search(pattern, plain, re.IGNORECASE)]
    if language == "zh":
        told += [bound for pattern, bound in _AFTER if pattern.match(text, value.span.end)]
    return told[0] if told else value.bound
