"""Where the stretch of a sentence that a quote renders begins and ends."""

from __future__ import annotations

import pytest

from polyglot_news.align.bounds import at_phrases
from polyglot_news.text import Span

# The stretch that was found stands between | and |, the one that is wanted is told beside it.
CASES = [
    # A small word that belongs to what stands outside is left out.
    ("en", "The council |will open two schools for| children of migrants.", "will open two schools", "will open"),
    ("en", "They |repaired the bridge and the| road behind it.", "repaired the bridge", "a repaired bridge"),
    ("fr", "La commune |ouvrira deux écoles pour les| enfants de migrants.", "ouvrira deux écoles", "two schools"),
    ("fr", "Elle |a réparé le pont et| la route qui le suit.", "a réparé le pont", "repaired the bridge"),
    ("zh", "市政府|将开设两所学校，以及|三家诊所。", "将开设两所学校", "two schools"),
    ("zh", "该国历来|的渔业传统|应当保留。", "渔业传统", "its fishing tradition"),
    # So is the subject of a clause that stands outside.
    ("en", "We |will keep the shelter open until there| is a cure.", "will keep the shelter open", "shelter open"),
    ("en", "The guild |will pay its debts when it| has sold the mill.", "will pay its debts", "pay its debts"),
    ("en", "They |repaired the roof and they| left.", "repaired the roof", "repaired the roof"),
    ("fr", "Elle |gardera le refuge ouvert jusqu’à ce qu’il| y ait un remède.", "gardera le refuge ouvert", "open"),
    ("fr", "La guilde |paiera ses dettes quand elle| aura vendu le moulin.", "paiera ses dettes", "pay its debts"),
    ("zh", "协会|将偿还债务，因为他们|卖掉了磨坊。", "将偿还债务", "will repay its debts"),
    ("zh", "磨坊|修好了屋顶，也|换了窗户。", "修好了屋顶", "repaired the roof"),
    # Where the clause ends with it, it stays, and so does a verb, a number or a "not".
    ("en", "It is a law |that we all voted for|, whatever they say.", "that we all voted for", "a law we voted for"),
    ("en", "The mine |does not| open again.", "does not", "it does not"),
    ("fr", "Voilà ce |que nous avons voté pour|, et rien de plus.", "que nous avons voté pour", "what we voted for"),
    ("zh", "学校|不再收费|。", "不再收费", "no more fees"),
    # A value, a name and a compound are taken in as a whole.
    ("zh", "学校将于5|月6日重新开放|。", "5月6日重新开放", "will reopen on 6 May"),
    ("fr", "Le port rouvrira |le 6| mai 2019 au matin.", "le 6 mai 2019", "on May 6"),
    ("en", "It was paid by the African |Union to the nurses| of the city.", "African Union to the nurses", "the Union"),
    (
        "fr",
        "Le traité lie |le Brésil et la Trinité|-et-Tobago.",
        "le Brésil et la Trinité-et-Tobago",
        "Brazil, Trinidad",
    ),
    ("fr", "Le maire veut que l'|impôt soit payé| par tous.", "l'impôt soit payé", "that the tax be paid"),
    ("fr", "Les sages-|femmes sont rares| ici.", "sages-femmes sont rares", "midwives are rare"),
    ("zh", "产量比去年|增长了12|%。", "增长了12%", "grew by 21 percent"),  # what the article changed
    # So is a set phrase.
    ("zh", "希望双方|相向|而行，尽快复工。", "相向而行", "meet halfway"),
    (
        "fr",
        "La réforme est |une arme à double| tranchant pour nous.",
        "une arme à double tranchant",
        "a double-edged sword",
    ),
    # A value of which the quote says nothing is left out.
    ("zh", "渔民返回港口，2019年5|月6日他们再次出海|。", "他们再次出海", "they put to sea again"),
]


@pytest.mark.parametrize(("language", "marked", "wanted", "quote"), CASES)
def test_a_stretch_is_brought_to_the_bounds_of_phrases(language: str, marked: str, wanted: str, quote: str) -> None:
    before, core, after = marked.split("|")
    text = "X. " + before + core + after
    start = 3 + len(before)
    found = at_phrases(Span(start, start + len(core)), Span(3, len(text)), text, language, quote, "en")
    assert found.of(text) == wanted


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "|of the| harbour"),  # nothing else would be left
        ("en", "They |will pay 300 euros| a month."),
        ("en", "|The new pier| will open in May."),
        ("en", "The teachers |will write to you| again."),
        ("fr", "Ils |paieront 300 euros| par mois."),
        ("fr", "Le directeur |parlera avec elle| demain."),
        ("zh", "校长|将支持他们|的计划。"),
        ("fr", "C'est |la nouvelle jetée|."),
        ("fr", "Nous savons |d'où ils viennent|."),
        ("zh", "他们|每月支付三百欧元|。"),
        ("zh", "|新码头|将于五月开放。"),
    ],
)
def test_a_stretch_of_whole_phrases_stays(language: str, marked: str) -> None:
    before, core, after = marked.split("|")
    span = Span(len(before), len(before) + len(core))
    text = before + core + after
    assert at_phrases(span, Span(0, len(text)), text, language, "they pay 300 euros a month", "en") == span
