"""What did they actually say? Quotes in the news, checked against the official texts in other languages, offline."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

# Eager, alone of all: the function and its package share a name, and whichever is bound last wins.
from polyglot_news.compare import compare

if TYPE_CHECKING:
    from polyglot_news.align.index import PassageIndex
    from polyglot_news.align.model import Encoder, Link, Passage
    from polyglot_news.align.passages import find_passages
    from polyglot_news.align.sentences import align_sentences
    from polyglot_news.article.check import compare_article
    from polyglot_news.compare.model import Comparison, Divergence
    from polyglot_news.documents import Document, read_document
    from polyglot_news.errors import PolyglotNewsError, PolyglotNewsWarning
    from polyglot_news.glossary import Glossary, Term
    from polyglot_news.language import Detection, detect_language
    from polyglot_news.quotes import extract_quotes
    from polyglot_news.quotes.model import Quote
    from polyglot_news.report.model import Item, Report
    from polyglot_news.text import Span, split_sentences
    from polyglot_news.translate import Translator
    from polyglot_news.translate.memory import Memory
    from polyglot_news.translate.model import Translation

__version__ = "0.1.0"

# Public name -> the module that defines it, imported at first use so that `import polyglot_news` costs nothing.
_HOMES = {
    "Comparison": "compare.model",
    "Detection": "language",
    "Divergence": "compare.model",
    "Document": "documents",
    "Encoder": "align.model",
    "Glossary": "glossary",
    "Item": "report.model",
    "Link": "align.model",
    "Memory": "translate.memory",
    "Passage": "align.model",
    "PassageIndex": "align.index",
    "PolyglotNewsError": "errors",
    "PolyglotNewsWarning": "errors",
    "Quote": "quotes.model",
    "Report": "report.model",
    "Span": "text",
    "Term": "glossary",
    "Translation": "translate.model",
    "Translator": "translate",
    "align_sentences": "align.sentences",
    "compare_article": "article.check",
    "detect_language": "language",
    "extract_quotes": "quotes",
    "find_passages": "align.passages",
    "read_document": "documents",
    "split_sentences": "text",
}

__all__ = [
    "Comparison",
    "Detection",
    "Divergence",
    "Document",
    "Encoder",
    "Glossary",
    "Item",
    "Link",
    "Memory",
    "Passage",
    "PassageIndex",
    "PolyglotNewsError",
    "PolyglotNewsWarning",
    "Quote",
    "Report",
    "Span",
    "Term",
    "Translation",
    "Translator",
    "__version__",
    "align_sentences",
    "compare",
    "compare_article",
    "detect_language",
    "extract_quotes",
    "find_passages",
    "read_document",
    "split_sentences",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module at first use (PEP 562)."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
