"""What a name is, and what an entry of the shipped table is."""

from __future__ import annotations

import attrs

from polyglot_news.text import Span


@attrs.frozen(kw_only=True)
class Entry:
    """A person, place or body that the table knows.

    Attributes:
        number: its place in the table.
        kind: "person", "place", "country" or "body"; or one that translations often tell otherwise: "office" (of which
            many countries have one), "region", "territory", "event" (treaties and the like), "language".
        en: English forms, the usual one first.
        fr: French forms, the usual one first.
        zh: Chinese forms (simplified), the usual one first.
    """

    number: int
    kind: str
    en: tuple[str, ...]
    fr: tuple[str, ...]
    zh: tuple[str, ...]

    def forms(self, language: str) -> tuple[str, ...]:
        """Return the forms in "en", "fr" or "zh"."""
        return {"en": self.en, "fr": self.fr, "zh": self.zh}[language]


@attrs.frozen(kw_only=True)
class Name:
    """A name that stands in a text.

    Attributes:
        span: where.
        text: the text under the span.
        entries: the entries that it may mean; empty for a name that the table does not know.
        loose: whether it may be no name at all (the first word of a sentence, a run of transliteration characters).
    """

    span: Span
    text: str
    entries: tuple[Entry, ...] = ()
    loose: bool = False

    @property
    def entry(self) -> Entry | None:
        """The entry that it most likely means."""
        return self.entries[0] if self.entries else None
