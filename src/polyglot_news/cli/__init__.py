"""The command line: parses, calls the API, prints. One module a command."""

from polyglot_news.cli.run import cli, main

__all__ = ["cli", "main"]
