"""The main job: an article against the official texts."""

from __future__ import annotations

from polyglot_news.article.check import compare_article

__all__ = ["compare_article"]
