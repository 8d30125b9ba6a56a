"""Subtitles of recorded speech (SubRip, WebVTT): what was spoken, without cues, times and marks of layout."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from polyglot_news.text import STOPPED, space_between

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,40})?\s+([^<>]{1,80})>")
_MARKUP = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_SOUND = re.compile(r"[♪♫].*|[\[(（【][^\[\]()（）【】]{1,60}[\])）】]")  # [applause]
_NOTES = ("NOTE", "STYLE", "REGION")
_DASH = re.compile(r"[-–—](?:\s+|(?=\D))")
_CHEVRONS = re.compile(r">>+\s*")
_LABEL = re.compile(r"(?:(?:MM?|Mr?s?|Ms|Dr)\.\s)?[^\W\d_a-zà-ÿ][^.!?。！？:：]{1,60}[:：]")


def is_subtitles(text: str) -> bool:
    """Whether a text begins with subtitles: a line of two times with an arrow between them, or the name of WebVTT."""
    return text.startswith("WEBVTT") or _TIMING.search(text[:3000]) is not None


def spoken(text: str) -> str:
    """Return what subtitles say, a turn a line where they mark who takes the floor.

    That is ``<v Name>``, which becomes a label ("Name: "), ``>>``, or behind the end of a sentence a dash or a label. A
    line that only repeats the one before is left out, as captions that roll have each line twice; so are sounds.
    """
    said: list[str] = []
    voice = before = ""
    for line in _lines(text):
        named = _VOICE.match(line)
        plain = " ".join(html.unescape(_MARKUP.sub("", line)).split())
        if not plain or plain == before or _SOUND.fullmatch(plain):
            continue
        ended = not before or STOPPED.search(before) is not None
        mark = _CHEVRONS.match(plain) or (_DASH.match(plain) if ended else None)
        if named is not None and html.unescape(named.group(1)).strip() != voice:
            voice = html.unescape(named.group(1)).strip()
            said += ["\n", f"{voice}: "]
        else:
            said.append("\n" if mark or (ended and _LABEL.match(plain)) else space_between(before or "\u3000", plain))
        said.append(plain[mark.end() :] if mark is not None else plain)
        before = plain
    return "".join(said).strip()


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of the cues, each voice by itself, without what names the next cue."""
    cues = _TIMING.split(text)[1:]
    for number, cue in enumerate(cues, start=1):
        lines = [line.strip() for line in cue.splitlines()]
        if number < len(cues) and lines and (lines[-1].isdigit() or lines[1:-1][-1:] == [""]):
            lines.pop()
        for line in lines:
            if line.startswith(_NOTES):
                break
            yield from re.split(r"(?=<v[ .])", line)
