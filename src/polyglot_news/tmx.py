"""Writing translation memories: TMX 1.4b."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET  # writes only; reading is defusedxml's

import attrs

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold, in whatever form.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@attrs.frozen(kw_only=True)
class Unit:
    """One segment in several languages.

    Attributes:
        variants: language and text, the source first.
        properties: what tools may want to know of it, under names that begin with ``x-``.
        note: a remark for the translator.
        changed: when it was last changed; nothing is written of it by default, so that equal units give equal bytes.
    """

    variants: tuple[tuple[str, str], ...]
    properties: Mapping[str, str] = attrs.field(factory=dict)
    note: str | None = None
    changed: dt.datetime | None = None


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
        element = ET.SubElement(body, "tu", _dated(unit))
        if unit.note:
            ET.SubElement(element, "note").text = _ILLEGAL.sub("", unit.note)
        for name, value in unit.properties.items():
            ET.SubElement(element, "prop", type=name).text = _ILLEGAL.sub("", value)
        for language, text in unit.variants:
            variant = ET.SubElement(element, "tuv", {_XML_LANG: language})
            ET.SubElement(variant, "seg").text = _ILLEGAL.sub("", text)
    ET.indent(root, space=" ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _dated(unit: Unit) -> dict[str, str]:
    return {"changedate": unit.changed.astimezone(dt.timezone.utc).strftime("%Y%m%dT%H%M%SZ")} if unit.changed else {}
