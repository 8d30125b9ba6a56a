"""What can be wrong with a glossary."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that is wrong with a glossary.

    Attributes:
        file: the name of the file.
        line: the line, from 1.
        kind: "encoding", "columns", "header", "language", "status", "empty", "duplicate", "contradiction",
            "cycle", "format".
        message: what is wrong and how to mend it.
        fatal: whether the glossary cannot be used before it is mended.
    """

    file: str
    line: int
    kind: str
    message: str
    fatal: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"
