"""Offline translation: Argos packages, run by CTranslate2, true to a glossary."""
