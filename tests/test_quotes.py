from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes


@pytest.mark.parametrize(
    ("language", "text", "contents", "speaker", "cue"),
    [
        ("en", "“We will pay,” Minister Amara Diallo said.", ["We will pay,"], "Minister Amara Diallo", "said"),
        ("en", "“We will,” she said, “but not now.”", ["We will,", "but not now."], None, "said"),
        (
            "en",
            'According to Mr. Henrik Dahl, "the talks failed."',
            ["the talks failed."],
            "Mr. Henrik Dahl",
            "According to",
        ),
        ("en", "The envoy told reporters: ‘We are ready for talks.’", ["We are ready for talks."], "The envoy", "told"),
        (
            "fr",
            "« Nous paierons », a déclaré la ministre Amara Diallo.",
            ["Nous paierons"],
            "la ministre Amara Diallo",
            "a déclaré",
        ),
        ("fr", "Selon le porte-parole, « la date est fixée ».", ["la date est fixée"], "le porte-parole", "Selon"),
        ("zh", "外交部发言人林剑表示：“我们坚决反对。”", ["我们坚决反对。"], "外交部发言人林剑", "表示"),
        ("zh", "“会谈失败了，”大使奥卡福指出。", ["会谈失败了，"], "大使奥卡福", "指出"),
    ],
)
def test_a_statement_has_contents_speaker_and_cue(
    language: str, text: str, contents: list[str], speaker: str | None, cue: str
) -> None:
    (quote,) = extract_quotes(text, language)
    assert quote.is_statement
    assert [span.of(text) for span in quote.contents] == contents
    assert (quote.speaker.of(text) if quote.speaker else None) == speaker
    assert quote.cue is not None
    assert quote.cue.of(text) == cue
