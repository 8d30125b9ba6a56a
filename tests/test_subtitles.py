"""Subtitles as official texts."""

from __future__ import annotations

from pathlib import Path

from polyglot_news.documents import read_document
from polyglot_news.subtitles import is_subtitles, spoken

SUBRIP = """1
00:00:01,000 --> 00:00:04,200
We have never accepted the closure
of the harbour,

2
00:00:04,200 --> 00:00:07,900
<i>and we do not accept it {\\an8}today.</i>

3
00:00:07,900 --> 00:00:09,000
- Will you pay?
- 12 million, yes.
"""

WEBVTT = """WEBVTT - Press conference

NOTE made by the press office

1
00:01.000 --> 00:04.000 align:start position:0%
<v Anna Lind>The talks will go on
in May.

00:04.000 --> 00:06.000
<v Anna Lind>Nobody has left<c.white> the table.</c>

00:06.000 --> 00:08.000
<v Paul Roy>Nous restons.
"""


def test_what_is_spoken_stands_in_turns() -> None:
    assert spoken(SUBRIP).split("\n") == [
        "We have never accepted the closure of the harbour, and we do not accept it today.",
        "Will you pay?",
        "12 million, yes.",
    ]


def test_voices_become_labels() -> None:
    assert spoken(WEBVTT).split("\n") == [
        "Anna Lind: The talks will go on in May. Nobody has left the table.",
        "Paul Roy: Nous restons.",
    ]


def test_captions_that_roll_are_read_once() -> None:
    rolling = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n \nwe will not\n\n00:00:02.000 --> 00:00:03.000\nwe will not\nleave\n"
    )
    assert spoken(rolling) == "we will not leave"


def test_chinese_is_joined_without_spaces() -> None:
    assert spoken("1\n00:00:01,000 --> 00:00:02,000\n我们不会\n离开。\n") == "我们不会离开。"


def test_a_file_of_subtitles_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "speech.srt").write_text(SUBRIP, encoding="utf-8")
    document = read_document(tmp_path / "speech.srt")
    assert document.text == spoken(SUBRIP)
    assert document.language == "en"
    assert not is_subtitles("At 10:30 the minister --> the press.")
