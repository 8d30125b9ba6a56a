"""Subtitles of recorded speech (SubRip, WebVTT): what was spoken, without cues, times and marks of layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.text import space_between

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"^[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}.*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,40})?\s+([^<>]{1,80})>")
_MARKUP = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_OTHER_SPEAKER = re.compile(r"(?:>>+|[-–—])\s*(?=\S)")


def is_subtitles(text: str) -> bool:
    """Whether a text begins with subtitles: a line of two times with an arrow between them."""
    return _TIMING.search(text[:3000]) is not None


def spoken(text: str) -> str:
    """Return what subtitles say, a turn a line where they mark who takes the floor: ``<v Name>``, ``>>`` or a dash.

    The voices of WebVTT become labels ("Name: "). A line that only repeats the one before is left out, as captions
    that roll have each line twice.
    """
    said: list[str] = []
    voice = before = ""
    for line in _lines(text):
        named = _VOICE.match(line)
        plain = " ".join(_MARKUP.sub("", line).split())
        if not plain or plain == before:
            continue
        other = _OTHER_SPEAKER.match(plain)
        if named is not None and named.group(1) != voice:
            voice = named.group(1)
            said += ["\n", f"{voice.strip()}: "]
        else:
            said.append("\n" if other is not None or not before else space_between(before, plain))
        said.append(plain[other.end() :] if other is not None else plain)
        before = plain
    return "".join(said).strip()


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of the cues; those of a cue end at a blank line."""
    for cue in _TIMING.split(text)[1:]:
        for line in cue.lstrip("\r\n").splitlines():
            if not line.strip():
                break
            yield line.strip()
