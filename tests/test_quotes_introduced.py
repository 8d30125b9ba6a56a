"""Speakers whom the text names before: by a family name, at the end of a sentence, behind a Chinese office."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes

HALE = 'Mayor Tom Hale opened the bridge. "It is too narrow," Ann Roe said. '
CRANE = '"We will not wait," Paul Crane said. '
FABRE = "« Nous n’attendrons pas », a dit Paul Fabre. "
WANG = "“方案已经定了，”王芳说。\n\n"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", HALE + 'Hale shrugged. "It will do for now," he said.', "Tom Hale"),
        ("en", HALE + 'Traffic had doubled. "It will choke us all," she said.', "Ann Roe"),
        ("en", "Bridge Traffic Doubles\n\n" + HALE + 'Traffic grew. "It will choke us all," she said.', "Ann Roe"),
        ("fr", "Ève Roch était là. " + FABRE + "Roch a conclu. « C’est assez », a-t-elle dit.", "Ève Roch"),
        ("en", CRANE + 'That did not convince Ann Roe. "We must," she said.', "Ann Roe"),
        ("en", CRANE + 'That angered Ann Roe, a miner. "We must," she said.', "Ann Roe, a miner"),
        ("en", CRANE + 'That angered Ann Roe, who mines. "We must," she said.', "Ann Roe"),
        ("fr", FABRE + "Cela n’a pas convaincu Ève Roch. « Il le faut », a-t-elle dit.", "Ève Roch"),
        # A place, a body, somebody who is but met, another clause.
        ("en", CRANE + 'That was in New Haven. "We must," he said.', "Paul Crane"),
        ("en", CRANE + 'That irked the Trade Commission. "We must," he said.', "Paul Crane"),
        ("fr", FABRE + "Cela a surpris Le Caire. « Il le faut », a-t-il dit.", "Paul Fabre"),
        ("fr", FABRE + "Cela a surpris La Haye. « Il le faut », a-t-il dit.", "Paul Fabre"),
        ("en", CRANE + 'It was a gift for Ann Roe. "We must," he said.', "Paul Crane"),
        ("en", CRANE + 'That irked Ann Roe, but it passed. "We must," he said.', "Paul Crane"),
        ("en", 'Minister for Health Ann Roe said: "We must."', "Minister for Health Ann Roe"),
        ("zh", WANG + "教育司司长马克·泰弗南坦言师资紧张。“老师不够用，”他说。", "教育司司长马克·泰弗南"),
        ("zh", WANG + "委员会主席安娜·罗斯谈到经费。“钱不够用，”她说。", "委员会主席安娜·罗斯"),
        ("zh", "马克·泰弗南到场。" + WANG + "泰弗南承认有困难。“老师不够用，”他说。", "马克·泰弗南"),
        ("zh", WANG + "主席团会议讨论了预算。“价格涨得太快了，”她说。", "王芳"),
    ],
)  # fmt: skip
def test_the_speaker_of_the_last_quote(language: str, text: str, speaker: str) -> None:
    quote = extract_quotes(text, language)[-1]
    assert quote.speaker is not None
    assert quote.speaker.of(text) == speaker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("目前有“大约三百家自愿加入的工厂”正在试行。", "direct"),
        ("该市有“不到两成的居民”参加。", "direct"),
        ("该校入选“全国百所特色学校”名单。", "scare"),
        ("他参观了“中国航天科技成果展览”并题词。", "scare"),
    ],
)
def test_about_how_many_is_said(text: str, kind: str) -> None:
    assert extract_quotes(text, "zh")[0].kind == kind
