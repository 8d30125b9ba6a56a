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


def _cues(*texts: str) -> str:
    return "\n\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}" for n, text in enumerate(texts, start=1))


def test_a_minus_or_an_aside_at_the_head_of_a_line_is_no_turn() -> None:
    text = _cues("It fell to\n-12 degrees", "– I say it plainly –\non Monday.", "- Really?")
    assert spoken(text).split("\n") == ["It fell to -12 degrees – I say it plainly – on Monday.", "Really?"]


def test_written_labels_begin_a_line() -> None:
    text = _cues("LE MAIRE : Nous restons.", "UNE JOURNALISTE : Jusqu’à quand ?", "Le maire : Jusqu’en mai.")
    assert spoken(text).split("\n") == [
        "LE MAIRE : Nous restons.",
        "UNE JOURNALISTE : Jusqu’à quand ?",
        "Le maire : Jusqu’en mai.",
    ]
    assert spoken(_cues("市长：「我们留下。」", "记者：到何时？")) == "市长：「我们留下。」\n记者：到何时？"


def test_sounds_entities_and_voices_within_a_line() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n[Applause]\n<v Ann L&eacute;vy>We stay, <v Bo>R&amp;D too.\n"
    assert spoken(text).split("\n") == ["Ann Lévy: We stay,", "Bo: R&D too."]


def test_names_of_cues_are_not_spoken_and_what_stands_behind_a_blank_line_is() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000-->00:00:03,000\nWe stay\n\nuntil May.\n"
    assert spoken(text) == "We stay until May."


def test_a_file_of_subtitles_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "speech.srt").write_text(SUBRIP, encoding="utf-8")
    document = read_document(tmp_path / "speech.srt")
    assert document.text == spoken(SUBRIP)
    assert document.language == "en"
    assert not is_subtitles("At 10:30 the minister --> the press.")
