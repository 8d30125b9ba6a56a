"""The report of an article: console, HTML, JSON, JSONL and TMX."""
