"""Traditional Chinese is judged as the same words in simplified characters, and cited as it is written."""

from __future__ import annotations

import polyglot_news as pn

TRADITIONAL = "我們將在三個月內關閉這座發電廠。居民的健康與安全，比電價更重要。"
SIMPLIFIED = "我们将在三个月内关闭这座发电厂。居民的健康与安全，比电价更重要。"
ENGLISH = (
    "We will close this power plant within three months. The residents’ health and safety matter more than the price."
)


def test_the_same_verdict() -> None:
    altered = ENGLISH.replace("will close", "will not close")
    for english, verdict in ((ENGLISH, "faithful"), (altered, "divergent")):
        one, other = (pn.compare(chinese, english) for chinese in (TRADITIONAL, SIMPLIFIED))
        assert one.score == other.score
        assert one.verdict == other.verdict == verdict


def test_the_same_passage_as_it_is_written() -> None:
    quote = "We will close this power plant within three months"
    (one, *_), (other, *_) = (pn.find_passages(quote, chinese) for chinese in (TRADITIONAL, SIMPLIFIED))
    assert one.text == TRADITIONAL[: len(one.text)]
    assert (one.span, one.similarity) == (other.span, other.similarity)
    back = [pn.find_passages(chinese[:16], ENGLISH)[0].similarity for chinese in (TRADITIONAL, SIMPLIFIED)]
    assert back[0] == back[1]


def test_the_same_links() -> None:
    assert pn.align_sentences(TRADITIONAL, ENGLISH) == pn.align_sentences(SIMPLIFIED, ENGLISH)


def test_reasons_cite_the_text_as_it_is_written() -> None:
    (divergence,) = pn.compare("會議必須在週五前結束。", "The meeting may end before Friday.").divergences
    assert "“必須”" in divergence.reason


def test_names_and_long_stretches_are_cited_as_they_are_written() -> None:
    article = "Le ministre est arrivé au Japon et a rencontré des chefs d’entreprise."
    found = pn.compare(article, "部長抵達臺灣，並會見了企業代表。", rendering_language="fr", official_language="zh")
    reasons = " ".join(one.reason for one in found.divergences)
    assert "臺灣" in reasons
    assert "台湾" not in reasons
