"""Glossaries: terms in several languages, their formats, and what can be wrong with them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from polyglot_news.glossary.model import Glossary, Match, Term

if TYPE_CHECKING:
    from polyglot_news.glossary.findings import Finding

__all__ = ["Glossary", "Match", "Term", "check_glossary"]


def check_glossary(path: str | os.PathLike[str], *, languages: tuple[str, str] | None = None) -> list[Finding]:
    """List everything that is wrong with a glossary file; see ``polyglot_news.glossary.check``."""
    from polyglot_news.glossary import check

    return check.check_glossary(path, languages=languages)
