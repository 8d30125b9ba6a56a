"""Whom a press release quotes, and whether the article gives the words to somebody else."""

from __future__ import annotations

import pytest

from polyglot_news.documents import document_from_text
from polyglot_news.quotes import extract_quotes
from polyglot_news.speakers.attribution import check_attribution
from polyglot_news.speakers.releases import citations
from polyglot_news.speakers.transcript import turns
from polyglot_news.text import Span

FERRY = """Ministry opens new ferry line
Port, 4 May – The Minister for Islands, Clara Benoit, today opened the new line to Houat.
"This line will carry forty thousand passengers a year," said Clara Benoit. "Nobody will be left on the quay."
Paul Kermadec, who chairs the harbour board, added: "We waited nine years for this ship. The crews are ready."
"The fares will not rise before 2028."
In answer to Mr Kermadec, mayor Lucie Tan said: "The town will pay for the bus."
The Chief Harbour Officer said: "The lock is sound."
"The gates will be checked every month," Lucie Tan and Paul Kermadec said in a joint statement.
A spokesman for Clara Benoit said: "The funds were released on Monday."
The ship has two engines.
"""
PORT = """Déclaration du conseil des ports
Le directeur du port, Jean-Marc Ollivier, a salué « un effort sans précédent des dockers ».
« Nous allons doubler la capacité du terminal », a déclaré Mme Sofia Lindgren, commissaire aux transports.
Réaction d'Étienne Morvan, secrétaire du syndicat : « Les dockers n'ont reçu aucune garantie. »
Anne Le Goff, présidente de la région : « La région apportera trente millions d'euros. »
"""
BRIDGE = """Bridge reopens
"The bridge is safe," said Clara Benoit-Faure, the islands minister. "We tested every cable."
"Two lanes will stay shut," said the harbour chief, Paul Kermadec.
"The toll will not rise," Ms Benoit-Faure said.
"We found no rust at all," Governor Kermadec said.
"The crews worked at night," Harbour Officer said.
"""
CHINESE = """交通部与港务局发布新闻稿
交通部部长陈立新在仪式上表示：“新航线每年将运送四万名旅客。”
工会代表苏菲·林格伦指出：“码头工人没有得到任何工资保障。”
新闻稿还介绍了船舶的技术参数。
"""
LOCK = """The Minister for Canals, Maud Ferrier, opened the new lock on Friday.
“The gates will close by themselves,” the Minister said.
“Nobody has to wait at night,” she added.
The harbour master, Otto Brandt, thanked Ms Ferrier. “My crews sleep again,” he said.
"""
ECLUSE = """La ministre des Canaux, Maud Ferrier, a inauguré l’écluse vendredi.
« Les portes se fermeront seules », a déclaré la ministre. « Personne n’attendra la nuit. »
Otto Brandt, maître du port, l’a remerciée. « Mes équipes dorment enfin », a-t-il dit.
"""
ZHA = """交通部部长陈立新5日出席船闸启用仪式。
部长表示：“闸门将自动关闭。”
他还说：“夜间无需等候。”
"""
BRIEFING = """主持人：各位下午好。
总工程师周立群：我们更换了三百多个部件。
飞行员苏晓岚：我既激动又平静。
医生高志远：队员们身体状况良好。
"""


def test_the_statements_between_marks_with_their_speakers() -> None:
    found = citations(document_from_text(FERRY, name="official", language="en"))
    assert [(one.speaker.of(FERRY), one.said.of(FERRY).split()[0]) for one in found] == [
        ("Clara Benoit", "This"),
        ("Paul Kermadec, who chairs the harbour board", "We"),
        ("Paul Kermadec, who chairs the harbour board", "The"),
        ("mayor Lucie Tan", "The"),
        ("Lucie Tan and Paul Kermadec", "The"),
    ]


def test_a_speaker_may_be_named_by_the_family_name_later_on() -> None:
    found = citations(document_from_text(BRIDGE, name="official", language="en"))
    assert [(one.speaker.of(BRIDGE), one.said.of(BRIDGE).split()[-1]) for one in found[-2:]] == [
        ("Clara Benoit-Faure", "rise,"),
        ("Governor Kermadec", "all,"),
    ]


def test_labels_with_an_apposition() -> None:
    found = citations(document_from_text(PORT, name="official", language="fr"))
    assert [one.speaker.of(PORT) for one in found[-2:]] == [
        "Étienne Morvan",
        "Anne Le Goff, présidente de la région",
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (LOCK, "en", [("Maud Ferrier", "by themselves,"), ("Maud Ferrier", "at night,")]),
        (ECLUSE, "fr", [("Maud Ferrier", "la nuit."), ("Otto Brandt", "dorment enfin")]),
        (ZHA, "zh", [("陈立新", "关闭。"), ("陈立新", "等候。")]),
    ],
)  # fmt: skip
def test_an_office_or_a_pronoun_takes_up_whom_the_release_has_named(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    found = citations(document_from_text(text, name="official", language=language))
    assert len(found) == len(expected)
    for one, (speaker, ending) in zip(found, expected, strict=True):
        assert speaker in one.speaker.of(text)
        assert one.said.of(text).endswith(ending)


@pytest.mark.parametrize("name", ["La Haye", "Le Caire"])
def test_a_place_in_french_is_nobody(name: str) -> None:
    text = f"Le port a été fermé lundi.\n{name} : « La région apportera trente millions d'euros. »\n"
    assert citations(document_from_text(text, name="official", language="fr")) == ()


def test_many_official_texts_in_turns_are_each_read_once() -> None:
    many = [document_from_text(f"{FERRY}{k}", name=f"official{k}", language="en") for k in range(20)]
    citations.cache_clear()
    for _ in range(2):
        for official in many:
            citations(official)
    assert citations.cache_info().misses == len(many)


def test_a_sentence_before_a_colon_is_no_label() -> None:
    assert turns(CHINESE) == ()


def test_a_turn_between_marks_ends_with_them() -> None:
    text = "Ann Roe: “We begin.\n“We end.”\nThe ship has two engines.\nTom Hale: “Thanks.”\nThe rest is known."
    assert [text[turn.start : turn.end].splitlines()[-1] for turn in turns(text)] == [
        "The ship has two engines.",
        "“Thanks.”",
    ]


@pytest.mark.parametrize(
    ("official", "language", "said", "article", "expected"),
    [
        (FERRY, "en", "This line", "« Cette ligne transportera quarante mille passagers », dit Paul Kermadec.", True),
        (FERRY, "en", "This line", "« Cette ligne transportera quarante mille passagers », dit Clara Benoit.", False),
        (FERRY, "en", "We waited", "La ministre Clara Benoit est là. « Nous l’attendions », dit Mme Benoit.", True),
        (FERRY, "en", "We waited", "« Nous attendions ce navire depuis neuf ans », dit M. Kermadec.", False),
        (FERRY, "en", "The fares", "« Les tarifs n’augmenteront pas avant 2028 », promet Lucie Tan.", True),
        (FERRY, "en", "The fares", "« Les tarifs n’augmenteront pas avant 2028 », promet Paul Kermadec.", False),
        (FERRY, "en", "We waited", "岛屿部长克拉拉·伯努瓦出席。“我们等这艘船等了九年，”伯努瓦说。", True),
        (FERRY, "en", "We waited", "“我们等这艘船等了九年，”保罗·凯尔马德克说。", False),
        # Whoever is named beside the quote may be meant, and prose or an office is nobody's.
        (FERRY, "en", "The town", "« La ville paiera le bus », a promis M. Kermadec.", False),
        (FERRY, "en", "The ship has", "« Le navire a deux moteurs », a précisé Lucie Tan.", False),
        (FERRY, "en", "The gates", "« Les vannes seront vérifiées chaque mois », a dit Paul Kermadec.", False),
        (FERRY, "en", "The funds", "« Les fonds ont été débloqués lundi », a dit Lucie Tan.", False),
        (FERRY, "en", "The lock", "« L’écluse est solide et sûre », a précisé Lucie Tan.", False),
        (PORT, "fr", "Nous allons", '"We will double the terminal\'s capacity," Étienne Morvan said.', True),
        (PORT, "fr", "Nous allons", '"We will double the terminal\'s capacity," Ms Lindgren said.', False),
        (PORT, "fr", "La région app", '"The region will give thirty million euros," Étienne Morvan said.', True),
        (PORT, "fr", "La région app", '"The region will give thirty million euros," Le Goff said.', False),
        (PORT, "fr", "La région app", "“大区将出资三千万欧元，”大区主席勒戈夫说。", False),
        # A part of the speaker's own name is nobody else.
        (BRIDGE, "en", "The bridge is", "“这座桥很安全，”伯努瓦-福尔说。", False),
        (BRIDGE, "en", "The toll", "“通行费不会上涨，”保罗·凯尔马德克说。", True),
        (CHINESE, "zh", "新航线每年", '"The line will carry 40,000 passengers a year," Sophie Lindgren said.', True),
        (CHINESE, "zh", "新航线每年", '"The line will carry 40,000 passengers a year," Mr Chen said.', False),
        (LOCK, "en", "The gates", "« Les portes de l’écluse se fermeront seules », a promis M. Otto Brandt.", True),
        (LOCK, "en", "Nobody has", "« Personne ne devra attendre dans la nuit », a promis Otto Brandt.", True),
        (LOCK, "en", "Nobody has", "« Personne ne devra attendre dans la nuit », a promis Mme Ferrier.", False),
        (LOCK, "en", "My crews", "« Mes équipes dorment enfin la nuit », a dit Maud Ferrier.", False),
        (CHINESE, "zh", "新闻稿还", '"The release also describes the ship," Sophie Lindgren said.', False),
        (BRIEFING, "zh", "我们更换", '"We replaced more than 300 parts," Su Xiaolan said.', True),
        (BRIEFING, "zh", "我们更换", '"We replaced more than 300 parts," Zhou Liqun said.', False),
        (BRIEFING, "zh", "我既激动", "« Je suis à la fois émue et calme », a dit Gao Zhiyuan.", True),
        (BRIEFING, "zh", "我既激动", "« Je suis à la fois émue et calme », a dit Su Xiaolan.", False),
        (BRIEFING, "zh", "队员们", '"The crew is in good health," Dr Gao said.', False),
    ],
)  # fmt: skip
def test_who_is_accused(official: str, language: str, said: str, article: str, expected: bool) -> None:
    document = document_from_text(article, name="article")
    quote = extract_quotes(article, document.language)[-1]
    start = official.index(said)
    source = document_from_text(official, name="official", language=language)
    assert (check_attribution(quote, document, Span(start, start + len(said)), source) is not None) is expected
