"""How the translation packages are made: ``python -m training --help``."""
