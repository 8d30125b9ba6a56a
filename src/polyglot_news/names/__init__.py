"""Names of persons, places and bodies in text, and whether two of them name the same."""

from __future__ import annotations

from polyglot_news.errors import LanguageError
from polyglot_news.names.model import Entry, Name
from polyglot_news.names.similarity import name_similarity
from polyglot_news.names.table import table_names

__all__ = ["Entry", "Name", "find_names", "name_similarity", "table_names"]


def find_names(text: str, language: str, *, loose: bool = False) -> list[Name]:
    """Find the names that stand in a text.

    Args:
        text: any text; time is linear in its length.
        language: "en", "fr" or "zh" (simplified or traditional).
        loose: whether to return also what may be no name; see ``Name.loose``.

    Returns:
        The names in order; their spans do not overlap.

    Raises:
        LanguageError: for any other language.
    """
    if language == "zh":
        from polyglot_news.names.chinese import find_chinese_names

        names = find_chinese_names(text)
    elif language in {"en", "fr"}:
        from polyglot_news.names.latin import find_latin_names

        names = find_latin_names(text, language)
    else:
        msg = f"Names are found in English, French and Chinese only, not in {language!r}; give en, fr or zh."
        raise LanguageError(msg)
    return names if loose else [name for name in names if not name.loose]
