"""Values in text: quantities, money, dates and times, as numbers that can be compared across languages."""

from __future__ import annotations

from polyglot_news.errors import LanguageError
from polyglot_news.values.hours import with_vague_hours
from polyglot_news.values.model import Moment, Value
from polyglot_news.values.ranges import join_ranges
from polyglot_news.values.rates import with_rates

__all__ = ["Moment", "Value", "find_values"]


def find_values(text: str, language: str, *, loose: bool = False) -> list[Value]:
    """Find the values that stand in a text.

    Args:
        text: any text; time is linear in its length.
        language: "en", "fr" or "zh" (simplified or traditional).
        loose: whether to return also what may be no number ("one", "both", "May"); see ``Value.loose``.

    Returns:
        The values in order; their spans do not overlap.

    Raises:
        LanguageError: for any other language.
    """
    if language == "zh":
        from polyglot_news.values.chinese import find_chinese

        values = find_chinese(text)
    elif language in {"en", "fr"}:
        from polyglot_news.values.latin import find_latin

        values = find_latin(text, language)
    else:
        msg = f"Values are found in English, French and Chinese only, not in {language!r}; give en, fr or zh."
        raise LanguageError(msg)
    values = with_rates(text, join_ranges(text, values), language)
    values = with_vague_hours(text, values, language)
    return values if loose else [value for value in values if not value.loose]
