"""Clock times that are told by the hour only: "shortly after 4 a.m.", « vers 16 heures », 凌晨四点多."""

from __future__ import annotations

import re

import attrs

from polyglot_news.values.model import Value

_BEFORE = {
    "en": re.compile(
        r"\b(?:about|around|approximately|(?:shortly|just|soon|right) (?:after|before|past)) $", re.IGNORECASE
    ),
    "fr": re.compile(
        r"(?:\bvers |\b(?:peu|juste) (?:après |avant )|\baux (?:alentours|environs) (?:de |d['’]))$", re.IGNORECASE
    ),
    "zh": re.compile(r"(?:大约|约|近|将近)$"),
}
_AFTER = re.compile(r"多|许|左右|前后|刚过|过后|不到")
_LONGEST = 24  # characters before a time that are looked at


def with_vague_hours(text: str, values: list[Value], language: str) -> list[Value]:
    """Give full hours that a text only goes by the bound "about"."""
    return [
        attrs.evolve(value, bound="about") if _is_full_hour(value) and _is_vague(text, value, language) else value
        for value in values
    ]


def _is_full_hour(value: Value) -> bool:
    return value.kind == "time" and value.moment is not None and (value.moment.minute or 0) % 60 == 0


def _is_vague(text: str, value: Value, language: str) -> bool:
    before = text[max(0, value.span.start - _LONGEST) : value.span.start]
    return bool(_BEFORE[language].search(before) or (language == "zh" and _AFTER.match(text, value.span.end)))
