"""The errors and warnings of the library: each says what is wrong and how to mend it."""

from __future__ import annotations


class PolyglotNewsError(Exception):
    """The root of every error that this library raises on purpose."""


class InputError(PolyglotNewsError, ValueError):
    """A text or file that was given cannot be used as it is."""


class MissingFileError(InputError, FileNotFoundError):
    """A file that was named is not there."""


class LanguageError(PolyglotNewsError, ValueError):
    """A language is unknown, or the text is in none that this library handles."""


class GlossaryError(InputError):
    """A glossary, term base or translation memory is malformed."""


class WrongTypeError(PolyglotNewsError, TypeError):
    """A function was given a value of a type that it does not take."""


class PackageError(PolyglotNewsError):
    """A translation package is broken."""


class MissingPackageError(PackageError, LookupError):
    """No installed package translates in the direction that was asked for."""


class PolyglotNewsWarning(UserWarning):
    """What a user should know of the files that were given, and what stops nothing."""
