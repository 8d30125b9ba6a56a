"""Reading TBX (versions 2 and 3) and TMX: entries with a text in each language, and the line they stand on."""

from __future__ import annotations

from typing import Any

import attrs

from polyglot_news.errors import GlossaryError
from polyglot_news.language import LANGUAGES
from polyglot_news.tmx import CODES, XML_LANG, primary

# An entry, and a text in a language: TBX 2, TBX 3, TMX.
_ENTRIES = frozenset({"termEntry", "conceptEntry", "tu"})
_TEXTS = frozenset({"term", "seg"})
_HOLDERS = frozenset({"tig", "ntig", "termSec"})  # of a term and what is said of it
_ABOUT = frozenset(
    {"descrip", "termNote", "note", "prop", "administrativeStatus", "normativeAuthorization", "subjectField",
     "definition"}
)  # fmt: skip


@attrs.define(kw_only=True)
class Text:
    """A term or segment.

    Attributes:
        language: "en", "fr", "zh"; None for any other.
        tag: the language as the file says it, perhaps with a region.
        text: what it says.
        status: its administrative status or normative authorization, as the file says it.
        keep: whether it is marked as not to be translated.
        note: the notes on it alone.
    """

    language: str | None
    tag: str = ""
    text: str = ""
    status: str = ""
    keep: bool = False
    note: str = ""


@attrs.define(kw_only=True)
class Entry:
    """A concept or translation unit.

    Attributes:
        line: where it begins, from 1.
        texts: its terms or segments.
        domain: its subject field.
        note: the notes on all of it.
    """

    line: int
    texts: list[Text] = attrs.Factory(list)
    domain: str = ""
    note: str = ""


def entries(content: bytes, file: str) -> list[Entry]:
    """Read the entries of a TBX or TMX file.

    Raises:
        GlossaryError: it is not well-formed, or defines entities, which are not read for safety.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    reader = _Reader()
    parser = DefusedXMLParser(target=reader)
    reader.parser = parser.parser
    try:
        parser.feed(content)
        parser.close()
    except DefusedXmlException as error:
        msg = f"{file} defines XML entities, which are refused for safety: take the definitions (<!ENTITY …>) out."
        raise GlossaryError(msg) from error
    except (ParseError, ValueError, LookupError) as error:
        msg = f"{file}: the file is not well-formed XML ({error}); export it again."
        raise GlossaryError(msg) from error
    return reader.entries


class _Reader:
    """Builds entries from the events of a parser."""

    def __init__(self) -> None:
        self.parser: Any = None
        self.entries: list[Entry] = []
        self._inside = False
        self._before: int | None = None  # how many terms the entry had before the holder that is open
        self._tags: list[str] = [""]
        self._kinds: list[str] = []
        self._texts: list[list[str]] = []
        self._coded = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._tags.append(attributes.get(XML_LANG) or attributes.get("lang") or self._tags[-1])
        if name in _ENTRIES:
            self.entries.append(Entry(line=self.parser.CurrentLineNumber))
            self._inside = True
        elif name in _HOLDERS:
            self._before = len(self.entries[-1].texts) if self._inside else None
        elif self._inside and name in CODES:
            self._coded += 1
        elif self._inside and name in _TEXTS | _ABOUT:
            self._kinds.append(attributes.get("type", name))
            self._texts.append([])
            if name in _TEXTS:
                self.entries[-1].texts.append(Text(language=_language(self._tags[-1]), tag=self._tags[-1]))

    def data(self, text: str) -> None:
        if self._texts and not self._coded:
            self._texts[-1].append(text)

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        self._tags.pop()
        if name in _ENTRIES:
            self._inside = False
        elif name in _HOLDERS:
            self._before = None
        elif self._inside and name in CODES:
            self._coded -= 1
        elif self._inside and name in _TEXTS | _ABOUT:
            self._finish(name, self._kinds.pop(), " ".join("".join(self._texts.pop()).split()))

    def _finish(self, name: str, kind: str, text: str) -> None:
        entry = self.entries[-1]
        if name in _TEXTS:
            entry.texts[-1].text = text
        elif kind == "subjectField":
            entry.domain = text
        elif kind == "administrativeStatus" and entry.texts:
            entry.texts[-1].status = text
        elif kind == "normativeAuthorization" and entry.texts:
            entry.texts[-1].status = entry.texts[-1].status or text
        elif kind == "translationNote" and entry.texts:
            entry.texts[-1].keep = text == "no"
        elif name == "note":
            noted = entry.texts[-1] if self._before is not None and len(entry.texts) > self._before else entry
            noted.note = f"{noted.note} {text}".strip()

    def close(self) -> None:
        """Nothing is left to do: the parser asks."""


def _language(code: str) -> str | None:
    language = primary(code)
    return language if language in LANGUAGES else None
