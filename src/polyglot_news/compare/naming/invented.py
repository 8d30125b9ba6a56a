"""Countries and persons that a machine translation names and its text does not: 全国 that became "Canada"."""

from __future__ import annotations

from collections.abc import Iterable

from polyglot_news.compare.naming.named_text import NamedText, supported
from polyglot_news.names.model import Entry
from polyglot_news.text import blank

_KINDS = {"country", "person"}  # those that a translation keeps; offices, bodies and regions are told in many ways


def invented_names(text: str, translation: str, *, language: str, target: str) -> tuple[str, ...]:
    """Return the countries and persons of the table that a machine translation names and its text does not.

    Args:
        text: the text.
        translation: its translation.
        language: the language of the text, "en", "fr" or "zh".
        target: the language of the translation.

    Returns:
        The names as they stand in the translation, each once.
    """
    own, other = NamedText(text=translation, language=target), NamedText(text=text, language=language)
    invented = [
        name.text
        for name in own.names
        if not name.loose
        and any(entry.kind in _KINDS for entry in name.entries)
        and not supported(name, own, other)
        and not (language == "zh" and _meant(name.entries, other))
    ]
    return tuple(dict.fromkeys(invented))


def _meant(entries: Iterable[Entry], chinese: NamedText) -> bool:
    """Whether a Chinese text may mean a country without writing it out: China (我国), any by a character (中加)."""
    rest = blank(chinese.text, (name.span for name in chinese.names if name.entries))
    return any("中国" in entry.zh or (entry.kind == "country" and entry.zh[0][0] in rest) for entry in entries)
