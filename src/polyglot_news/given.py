"""What callers hand to the public functions: a value of another type is refused in words of this library."""

from __future__ import annotations

import os

from polyglot_news.errors import WrongTypeError


def check_type(value: object, wanted: type | tuple[type, ...], name: str, advice: str = "") -> None:
    """See that an argument is of a type, or of one of several.

    Args:
        value: the argument.
        wanted: the type or types.
        name: how to call the argument in the message, at its beginning.
        advice: what to give instead, in one clause.

    Raises:
        WrongTypeError: it is of another type.
    """
    if isinstance(value, wanted):
        return
    types = wanted if isinstance(wanted, tuple) else (wanted,)
    called = " or ".join(one.__name__ for one in types)
    raise WrongTypeError(f"{name} must be {called}, not {type(value).__name__}{advice and f': {advice}'}.")


def check_text(text: object, name: str) -> None:
    """See that an argument is a text.

    Raises:
        WrongTypeError: it is none.
    """
    check_type(text, str, name, "of a file give read_document(path).text")


def check_path(path: object, name: str = "path") -> None:
    """See that an argument names a file or folder.

    Raises:
        WrongTypeError: it does not.
    """
    check_type(path, (str, os.PathLike), name, "give a name")
