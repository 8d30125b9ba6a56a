"""Quoted statements: marks, cues and speakers."""
