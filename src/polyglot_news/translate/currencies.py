"""Currencies by their full names in the Unicode CLDR: Swiss francs, francs suisses, 瑞士法郎."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from polyglot_news.glossary import Glossary, Term
from polyglot_news.translate.terms import Wanted
from polyglot_news.values.units import unit_names

# Currencies whose short names mean nothing else, and are what everybody writes.
_PLAIN = frozenset({"CNY", "EUR", "JPY"})
_LOCALES = {"en": "en", "fr": "fr", "zh": "zh_Hans"}


def wanted_currencies(text: str, source: str, target: str) -> list[Wanted]:
    """Return how the currencies of a sentence are to be rendered; a short name (yen, dollars) will do as well."""
    found = []
    for match in _names().find(text, source, target=target):
        codes = {term.note for term in match.terms}
        if len(codes) > 1:
            continue  # there are two francs CFA
        code = codes.pop()
        full = tuple(form for form in match.accepted(target) if form in _full_names(code, target))
        short = tuple(name for name, meant in unit_names(target).items() if meant == code)
        if code in _PLAIN:
            found.append(Wanted(span=match.span, accepted=short[:1], tolerated=(*short, *full), kind="currency"))
        else:
            found.append(Wanted(span=match.span, accepted=full, tolerated=short, number=match.number, kind="currency"))
    return found


@functools.lru_cache(maxsize=1)
def _names() -> Glossary:
    """Return the names of the currencies in use, the code as a note; plurals first, for amounts mostly have them."""
    longer: dict[tuple[str, str], list[str]] = {}  # pound sterling beside the British pound of the CLDR
    for language in _LOCALES:
        for name, code in unit_names(language).items():
            single = " " not in name and (language == "zh" or code not in _PLAIN)
            if not single and name not in map(str.lower, _full_names(code, language)):
                longer.setdefault((code, language), []).append(name)
    return Glossary(
        Term(
            forms={
                language: [_full_names(code, language)[number], *longer.get((code, language), ())]
                for language in _LOCALES
            },
            note=code,
        )
        for number in (0, 1)
        for code in _in_use()
    )


@functools.lru_cache(maxsize=1024)
def _full_names(code: str, language: str) -> tuple[str, str]:
    """Return the plural and the singular of a currency's name."""
    from babel.numbers import get_currency_name

    plural, singular = (
        re.sub(r" \(.*", "", get_currency_name(code, count=count, locale=_LOCALES[language]))  # franc CFA (BCEAO)
        for count in (2, 1)
    )
    return plural, singular


def _in_use() -> Iterator[str]:
    from babel.core import get_global

    spans = (span for spans in get_global("territory_currencies").values() for span in spans)
    yield from sorted({code for code, _, end, tender in spans if tender and end is None})
