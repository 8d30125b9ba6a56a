"""Translation memories: reading and writing TMX 1.4b."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # writes only; reading is defusedxml's

import attrs

from polyglot_news.errors import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold, in whatever form.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})  # formatting codes of the tool that wrote the file
_DATE = "%Y%m%dT%H%M%SZ"
# What other tools know a unit by and tell of its use, kept as it stands; the dates have fields of their own.
_ATTRIBUTES = ("tuid", "creationid", "changeid", "usagecount", "lastusagedate")
_LONG_CODES = {"eng": "en", "fra": "fr", "fre": "fr", "zho": "zh", "chi": "zh"}


@attrs.frozen(kw_only=True)
class Unit:
    """One segment in several languages.

    Attributes:
        variants: language and text, the source first; a file that was read may have several of a language.
        properties: what tools may want to know of it, under names that begin with ``x-``.
        note: a remark for the translator.
        created: when it was made.
        changed: when it was last changed; nothing is written of it by default, so that equal units give equal bytes.
        attributes: under which number other tools know it, who made and changed it, and how often it was used.
    """

    variants: tuple[tuple[str, str], ...]
    properties: Mapping[str, str] = attrs.field(factory=dict)
    note: str | None = None
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    attributes: Mapping[str, str] = attrs.field(factory=dict)

    def text(self, language: str) -> str | None:
        """Return the first text in a language, in whatever region: "fr" finds "FR-ca"; None if there is none."""
        return next((text for _, text in self.in_language(language)), None)

    def in_language(self, language: str) -> list[tuple[str, str]]:
        """Return the texts in a language, in whatever region, each with its tag."""
        return [(tag, text) for tag, text in self.variants if primary(tag) == primary(language)]


@attrs.frozen
class File:
    """What a TMX file holds.

    Attributes:
        source: the tag of its source language, as its header says it: often "*all*"; "" if it does not say.
        units: its segments, without those that have no text.
    """

    source: str
    units: tuple[Unit, ...]


def primary(tag: str) -> str:
    """Return the language of a tag without its region, in small letters: "fr" for "FR-ca" and for "fra"."""
    code = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return _LONG_CODES.get(code, code)


def to_tmx(units: Iterable[Unit]) -> str:
    """Return a translation memory (Localization Industry Standards Association, TMX 1.4b, 2005).

    Characters that XML cannot hold are left out.

    Args:
        units: the segments; if they have one source language, the header names it.
    """
    from polyglot_news import __version__

    units = list(units)
    sources = {unit.variants[0][0] for unit in units}
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "polyglot-news",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "polyglot-news",
            "adminlang": "en",
            "srclang": sources.pop() if len(sources) == 1 else "*all*",
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for unit in units:
        element = ET.SubElement(body, "tu", {**unit.attributes, **_dated(unit)})
        if unit.note:
            ET.SubElement(element, "note").text = ILLEGAL.sub("", unit.note)
        for name, value in unit.properties.items():
            ET.SubElement(element, "prop", type=name).text = ILLEGAL.sub("", value)
        for language, text in unit.variants:
            variant = ET.SubElement(element, "tuv", {XML_LANG: language})
            ET.SubElement(variant, "seg").text = ILLEGAL.sub("", text)
    ET.indent(root, space=" ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _dated(unit: Unit) -> dict[str, str]:
    dates = (("creationdate", unit.created), ("changedate", unit.changed))
    return {name: date.astimezone(dt.timezone.utc).strftime(_DATE) for name, date in dates if date}


def read_tmx(data: bytes, name: str) -> File:
    """Read a translation memory; the formatting codes in its segments are left out.

    Args:
        data: the file.
        name: how to call it in a message.

    Raises:
        InputError: it is no well-formed TMX, or defines entities, which are not read for safety.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    outermost, source, units = "", "", []
    try:
        for event, element in iterparse(io.BytesIO(data), events=("start", "end")):
            tag = _local(element)
            if event == "start":
                outermost = outermost or tag
                source = element.get("srclang", "") if tag == "header" else source
            elif tag == "tu":
                units.append(_unit(element))
                element.clear()
    except DefusedXmlException as error:
        msg = f"{name} defines XML entities, which are refused for safety: take the definitions (<!ENTITY …>) out."
        raise InputError(msg) from error
    except (ParseError, LookupError, ValueError) as error:
        msg = f"{name} is not well-formed TMX ({error}): export it again from the tool that made it."
        raise InputError(msg) from error
    if outermost != "tmx":
        msg = f"{name} is XML, but its outermost element is <{outermost}>, not <tmx>: give a TMX file."
        raise InputError(msg)
    return File(source, tuple(unit for unit in units if unit.variants))


def _unit(element: Element) -> Unit:
    variants: list[tuple[str, str]] = []
    notes: list[str] = []
    properties: dict[str, str] = {}
    holders = [element, *(child for child in element if _local(child) == "tuv")]
    for holder in holders:
        for part in holder:
            kind = _local(part)
            if kind == "note" and (text := _text(part)):
                notes.append(text)
            elif kind == "prop":
                name, text = part.get("type", ""), _text(part)
                properties[name] = f"{properties[name]}; {text}" if name in properties else text
            elif kind == "seg" and (text := _text(part)):
                variants.append((holder.get(XML_LANG) or holder.get("lang") or "", text))
    return Unit(
        variants=tuple(variants),
        properties=properties,
        note="\n".join(notes) or None,
        created=min(_dates(holders, "creationdate"), default=None),
        changed=max(_dates(holders, "changedate"), default=None),
        attributes=_attributes(holders),
    )


def _attributes(elements: Iterable[Element]) -> dict[str, str]:
    """Return what is kept as it stands of a unit, or else of its first variant that says it."""
    found: dict[str, str] = {}
    for element in elements:
        for name in _ATTRIBUTES:
            if value := element.get(name):
                found.setdefault(name, value)
    return found


def _dates(elements: Iterable[Element], name: str) -> Iterator[dt.datetime]:
    """Yield the dates of a unit and of its variants: some tools write them there."""
    for element in elements:
        with contextlib.suppress(ValueError):
            yield dt.datetime.strptime(element.get(name, ""), _DATE).replace(tzinfo=dt.timezone.utc)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: Element) -> str:
    """Return the text of an element without formatting codes; its parts may be nested to any depth."""
    words: list[str] = []
    pending: list[Element | str] = [element]  # the next one last
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            words.append(part)
            continue
        words.append(part.text or "")
        for child in reversed(part):
            pending.append(child.tail or "")
            if _local(child) not in CODES:
                pending.append(child)
    return "".join(words).strip()
