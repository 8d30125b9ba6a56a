"""Quoted statements: marks, cues and speakers."""

from polyglot_news.quotes.extract import extract_quotes
from polyglot_news.quotes.model import Quote

__all__ = ["Quote", "extract_quotes"]
