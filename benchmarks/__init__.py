"""Measurements of quality and speed, one command each: ``python -m benchmarks.NAME``."""
