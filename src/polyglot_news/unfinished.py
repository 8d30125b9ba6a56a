"""The output of a batch before it is whole: a file beside its place, from which an interrupted run goes on."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from polyglot_news.errors import InputError
from polyglot_news.files import real_path

try:
    import fcntl
except ImportError:  # Windows, where nobody can take away a file that another process has open
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def claim(output: Path, key: str, *, resume: bool) -> Iterator[tuple[Path, Path]]:
    """Give the files ``OUTPUT.part`` and ``OUTPUT.part.key``, made if need be, for lines to be added.

    The second holds the key, and after it a stamp for each line of the first. No other batch gets them meanwhile.

    Args:
        output: where the whole output is to stand.
        key: what all lines depend on.
        resume: whether to leave what an interrupted run has written.

    Raises:
        InputError: they cannot be written, are those of another run, or another batch is writing them.
    """
    part, mark = places(output)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(_locked(mark, output))
            _begin(part, mark, key, resume=resume)
        except OSError as error:
            msg = f"Cannot write '{part}': {error.strerror}; name a file in a folder that can be written."
            raise InputError(msg) from error
        yield part, mark


def _begin(part: Path, mark: Path, key: str, *, resume: bool) -> None:
    if resume and part.exists():
        if not mark.exists() or mark.read_bytes().split(b"\n")[0] != key.encode():
            msg = (
                f"'{part}' is not of this input, glossary and packages: give the same ones again, "
                "or leave out --resume to begin anew."
            )
            raise InputError(msg)
    else:
        part.unlink(missing_ok=True)  # first of all: no key may ever stand beside the part of another run
        mark.write_text(key + "\n", encoding="utf-8")
        part.touch()


@contextlib.contextmanager
def _locked(mark: Path, output: Path) -> Iterator[None]:
    """Keep the part to this process until it ends, be it killed: the system takes the lock back."""
    if fcntl is None:
        yield
        return
    with mark.open("ab") as file:
        taken = False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            taken = True
        except OSError:  # some network drives know no locks
            pass
        # Who has finished just now has taken the file away, which is locked here and no longer the one of this name.
        if taken or not mark.exists() or not os.path.samestat(os.fstat(file.fileno()), mark.stat()):
            msg = f"Another batch is writing {str(output)!r}: wait for its end, or name another file."
            raise InputError(msg)
        yield


def cut_to_what_stands(part: BinaryIO, mark: BinaryIO, stamps: Iterable[str]) -> list[bool]:
    """Cut off what an interrupted run left unfinished, and all from the first line on whose stamp is another now.

    Args:
        part: the lines.
        mark: the key and the stamps of the lines.
        stamps: what the stamps of all lines are now.

    Returns:
        For each line that is left whether it ``is_failure``.
    """
    failures, end, marked = [], 0, len(mark.readline())
    for line, stamp in zip(part, stamps, strict=False):
        known = mark.readline()
        try:
            failed = is_failure(line)
        except (ValueError, TypeError):  # after a power cut there may be anything
            break
        if not line.endswith(b"\n") or known != stamp.encode() + b"\n":
            break
        failures.append(failed)
        end, marked = end + len(line), marked + len(known)
    for file, length in ((part, end), (mark, marked)):
        file.seek(length)
        file.truncate()
    return failures


def is_failure(line: bytes) -> bool:
    """Whether a line of the output holds an error and no report."""
    return "schema" not in json.loads(line)


def finish(output: Path) -> None:
    """Put the part, which is whole now, in its place."""
    part, mark = places(output)
    part.replace(real_path(output))
    mark.unlink()


def places(output: Path) -> tuple[Path, Path]:
    """Return the places of the part and of its key, beside the file itself where the output is a link."""
    output = real_path(output)
    return output.with_name(output.name + ".part"), output.with_name(output.name + ".part.key")
