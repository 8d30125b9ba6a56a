"""Offline translation: Argos packages, run by CTranslate2, true to a glossary."""

from __future__ import annotations

from polyglot_news.translate.translator import Translator

__all__ = ["Translator"]
