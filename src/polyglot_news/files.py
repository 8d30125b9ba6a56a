"""Reading files with clear errors, and writing them whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from polyglot_news.encodings import decode_guessing
from polyglot_news.errors import InputError, MissingFileError

MAX_BYTES = 50_000_000  # of a text
MAX_TABLE_BYTES = 250_000_000  # of a glossary or a translation memory
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # how office documents begin
_ADDRESS = re.compile(r"https?:/", re.IGNORECASE)  # one stroke: a Path drops the second


def read_bytes(path: str | Path, *, limit: int = MAX_BYTES) -> bytes:
    """Read a file of at most ``limit`` bytes, or standard input for ``-``.

    Raises:
        MissingFileError: there is no such file.
        InputError: it is a folder, unreadable or larger than that.
    """
    with _reading(path):
        if str(path) == "-":
            data = _standard_input().read(limit + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(limit + 1)
    if len(data) > limit:
        msg = f"{_called(path)} is larger than {limit // 1_000_000} MB: split it into smaller files."
        raise InputError(msg)
    return data


def open_seekable(path: str | Path) -> BinaryIO:
    """Open a file of any size that is to be read more than once, or standard input for ``-``.

    Standard input and pipes go to a temporary file first.

    Raises:
        MissingFileError: there is no such file.
        InputError: it is a folder or unreadable.
    """
    with _reading(path):
        file = _standard_input() if str(path) == "-" else Path(path).open("rb")  # noqa: SIM115  # the caller closes it
        if str(path) != "-" and file.seekable():
            return file
        copy = tempfile.TemporaryFile()  # noqa: SIM115
        with contextlib.nullcontext() if str(path) == "-" else file:
            shutil.copyfileobj(file, copy)
        copy.seek(0)
        return copy


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # started with it closed
        raise OSError(errno.EBADF, "it is closed")
    if not hasattr(sys.stdin, "buffer"):  # in a notebook, say
        raise OSError(errno.EBADF, "it holds no bytes")
    return sys.stdin.buffer


def _called(path: str | Path) -> str:
    return "Standard input" if str(path) == "-" else repr(str(path))


@contextlib.contextmanager
def _reading(path: str | Path) -> Iterator[None]:
    """Tell in one line why a file cannot be read."""
    name = _called(path)
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        msg = f"There is no file {name}: check the name and the folder."
        if _ADDRESS.match(str(path)):
            msg = f"{name} is an address on the web, and nothing is fetched: save the page and name its file."
        raise MissingFileError(msg) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        if isinstance(error, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112  (Path.is_dir may raise)
            msg = f"{name} is a folder: name a file in it."
        else:
            reason = getattr(error, "strerror", None) or error
            msg = f"{name} cannot be read ({reason}): check its name and its permissions."
        raise InputError(msg) from error


def read_lines(path: str | Path) -> list[str]:
    """Read a text file (``-`` for standard input) as lines without their ends, split at line feeds only.

    Raises:
        MissingFileError: there is no such file.
        InputError: it cannot be read, or is no text in a sure encoding.

    Warns:
        GuessedEncodingWarning: the encoding was guessed.
    """
    lines = decode_guessing(read_bytes(path), shown_path(path)).replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def shown_path(path: str | Path) -> str:
    """Return a path as text: a byte that is no UTF-8 becomes a replacement character."""
    return "standard input" if str(path) == "-" else os.fsencode(Path(path)).decode("utf-8", "replace")


def shown_name(path: str | Path, parts: int = 1) -> str:
    """Return the last parts of a path as text."""
    return shown_path(Path(*Path(path).parts[-parts:]))


def real_path(path: str | Path) -> Path:
    """Return a whole path with its links followed; one that leads in a circle stays, while ``Path.resolve`` raises."""
    return Path(os.path.realpath(path))


def check_outputs(outputs: Sequence[Path], inputs: Sequence[Path] = ()) -> None:
    """Tell early, before long work, that files cannot be written, or that one would take the place of another.

    Raises:
        InputError: a folder does not exist or cannot be written to, an output is a folder, or it is also an input or
            another output.
    """
    taken = {real_path(path): "it is read, too" for path in inputs}
    for path in outputs:
        if _is_device(path):
            continue
        target = real_path(path)
        if target in taken:
            raise InputError(_cannot_write(path, f"{taken[target]}; name another file"))
        taken[target] = "another output goes there"
        with _writing(path):
            if target.is_dir():
                raise IsADirectoryError
            with tempfile.TemporaryFile(dir=target.parent):
                pass


def write_whole(path: str | Path, data: str | bytes) -> None:
    """Write a file so that a reader finds the old content or the new one, never a part.

    The data go to a temporary file in the same folder, which then takes the name. Links are followed; a device or
    pipe (``/dev/stdout``) is written directly. Text is written as UTF-8 with its line ends as they are.

    Raises:
        InputError: the folder does not exist, or the file cannot be written there.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    with _writing(path):
        if _is_device(Path(path)):
            Path(path).write_bytes(content)
        else:
            _replace(real_path(path), content)


def _is_device(path: Path) -> bool:
    """Whether a path is that of a device or pipe, the place of which in the folders of the system may be none."""
    return path.exists() and not path.is_file() and not path.is_dir()


@contextlib.contextmanager
def _writing(path: str | Path) -> Iterator[None]:
    """Tell in one line why a file cannot be written."""
    try:
        yield
    except (OSError, ValueError) as error:
        if isinstance(error, (FileNotFoundError, NotADirectoryError)):
            reason = "its folder does not exist; create it first"
        elif isinstance(error, IsADirectoryError):
            reason = "it is a folder; name a file in it"
        else:
            reason = f"{getattr(error, 'strerror', None) or error}; name another file"
        raise InputError(_cannot_write(path, reason)) from error


def _cannot_write(path: str | Path, reason: str) -> str:
    return f"Cannot write {str(path)!r}: {reason}."


def _replace(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError
    temporary = target.with_name(f".{target.name[:64]}.{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
