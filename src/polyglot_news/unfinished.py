"""The output of a batch before it is whole: a file beside its place, from which an interrupted run goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

from polyglot_news.errors import InputError


def claim(output: Path, key: str, *, resume: bool) -> Path:
    """Return the file ``OUTPUT.part``, made if need be, for lines to be added.

    Args:
        output: where the whole output is to stand.
        key: what the lines depend on; it is kept in ``OUTPUT.part.key``, for the next run to compare.
        resume: whether to leave what an interrupted run has written.

    Raises:
        InputError: it cannot be written, or is the part of another run.
    """
    if output.is_dir():
        msg = f"Cannot write '{output}': it is a folder; name a file in it."
        raise InputError(msg)
    part, mark = _places(output)
    try:
        if resume and part.exists():
            if not mark.exists() or mark.read_bytes() != key.encode():
                msg = (
                    f"'{part}' is not of this input, glossary and packages: give the same ones again, "
                    "or leave out --resume to begin anew."
                )
                raise InputError(msg)
        else:
            part.unlink(missing_ok=True)  # first of all: no key may ever stand beside the part of another run
            mark.write_text(key, encoding="utf-8")
            part.touch()
    except OSError as error:
        msg = f"Cannot write '{part}': {error.strerror}; name a file in a folder that can be written."
        raise InputError(msg) from error
    return part


def cut_to_whole_lines(part: BinaryIO) -> list[bool]:
    """Cut off what an interrupted run left unfinished; tell for each line before it whether it ``is_failure``."""
    failures, end = [], 0
    for line in part:
        try:
            failed = is_failure(line)
        except (ValueError, TypeError):  # after a power cut there may be anything
            break
        if not line.endswith(b"\n"):
            break
        failures.append(failed)
        end += len(line)
    part.seek(end)
    part.truncate()
    return failures


def is_failure(line: bytes) -> bool:
    """Whether a line of the output holds an error and no report."""
    return "schema" not in json.loads(line)


def finish(output: Path) -> None:
    """Put the part, which is whole now, in its place."""
    part, mark = _places(output)
    part.replace(output)
    mark.unlink()


def _places(output: Path) -> tuple[Path, Path]:
    return output.with_name(output.name + ".part"), output.with_name(output.name + ".part.key")
