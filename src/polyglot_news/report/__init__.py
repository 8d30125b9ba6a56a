"""The report of an article: console, HTML, JSON and TMX."""
