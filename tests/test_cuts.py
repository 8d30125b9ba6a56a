"""What a quote cuts off although it changes the claim: conditions, exceptions, and the adverb right before it."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.cuts import CutChecker, dropped_clause
from polyglot_news.compare.model import Divergence
from polyglot_news.compare.operators.cues import Matcher, table, words
from polyglot_news.compare.pair import make_pair
from polyglot_news.text import Span


def cut(rendering: str, official: str, languages: str) -> list[Divergence]:
    one, other = languages.split("-")
    pair = make_pair(rendering, official, one, other, core=Span(0, len(official)))
    return [found for found in CutChecker().check(pair) if found.severity != "minor"]


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "dropped"),
    [
        (
            "The ferry will sail again.",
            "只有在港口得到清理的前提下，渡轮才会重新起航。",
            "en-zh",
            "只有在港口得到清理的前提下",
        ),
        ("All schools have been rebuilt.", "除两所乡村中学外，所有学校均已重建。", "en-zh", "除两所乡村中学外"),
        (
            "The two armies will withdraw in May.",
            "两军将在边界划定的前提下，于5月撤出。",
            "en-zh",
            "在边界划定的前提下",
        ),
        # nothing but the condition itself parts it from what is quoted
        (
            "Nous vendrons les navires",
            "We will sell the ships only if the crews agree.",
            "fr-en",
            "only if the crews agree",
        ),
        (
            "The banks will reopen.",
            "Les banques ne rouvriront que si les retraits sont plafonnés.",
            "en-fr",
            "que si les retraits sont plafonnés",
        ),
        (
            "We will lift the embargo.",
            "Ce n’est que si les otages sont libérés que nous lèverons l’embargo.",
            "en-fr",
            "que si les otages sont libérés",
        ),
        # in the midst of what is quoted, even of a fragment
        (
            "lend the towns up to 40 million euros",
            "L’État pourra prêter, pourvu que le Sénat approuve le budget, jusqu’à 40 millions d’euros aux communes.",
            "en-fr",
            "pourvu que le Sénat approuve le budget",
        ),
        # an exception that is named at its end
        ("All the bridges are open to lorries.", "所有桥梁均向卡车开放，但老铁路桥除外。", "en-zh", "老铁路桥除外"),
    ],
)
def test_a_dropped_condition_is_found(rendering: str, official: str, languages: str, dropped: str) -> None:
    (found,) = cut(rendering, official, languages)
    assert found.severity == "critical"
    assert found.official is not None
    assert dropped in found.official.of(official)


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        # the condition of another statement, or of another clause
        ("The dam is safe.", "大坝是安全的：如果水位再上升，我们将打开闸门。", "en-zh"),
        ("The dam is safe.", "Le barrage est sûr ; si l’eau monte encore, nous ouvrirons les vannes.", "en-fr"),
        ("大坝是安全的。", "The dam is safe, and if the water rises again, we will open the gates.", "zh-en"),
        ("The mill has been sold.", "磨坊已经售出，如果工人们同意，我们将拆除烟囱。", "en-zh"),
        ("市政府不会出售剧院。", "The town will not sell the theatre, but will close it if costs rise.", "zh-en"),
        (
            "I thank the rescuers.",
            "Je remercie les sauveteurs, qui repartiront si la tempête se calme.",
            "en-fr",
        ),
        ("Nous devons partir", "We must leave, because the dam will burst if the rain goes on.", "fr-en"),
        ("我们会继续谈判。", "We will go on talking, but if the shelling resumes we will leave.", "zh-en"),
        # it takes nothing back
        ("The band will play outside.", "L’orchestre jouera dehors, même s’il pleut à torrents.", "en-fr"),
        (
            "If prices fall, debt will have halved.",
            "Si les prix baissent, la dette aura diminué de moitié, si ce n’est plus.",
            "en-fr",
        ),
        # both conditions are rendered, one of them without an "if"
        (
            "If it rains, the race will be put off, should the judges so decide.",
            "S’il pleut, la course sera reportée, si les juges en décident ainsi.",
            "en-fr",
        ),
        # it is rendered
        (
            "The ferry will sail only once the port has been cleared.",
            "只有在港口得到清理的前提下，渡轮才会起航。",
            "en-zh",
        ),
        ("Apart from two village schools, all have been rebuilt.", "除两所乡村中学外，所有学校均已重建。", "en-zh"),
        (
            "要是真下雨，那是主办方的问题。",
            "It should not rain, and if it does, that is the organisers’ problem.",
            "zh-en",
        ),
        # 除…外 adds where 还 or 也 follows
        ("The flood also damaged two mills.", "除了桥梁之外，洪水还损坏了两座磨坊。", "en-zh"),
        # a figure of speech
        ("Les loyers ont doublé", "If I may say so, rents have doubled.", "fr-en"),
        # no condition: a question, and a "so"
        ("No one knows who sold the ships.", "Personne ne sait qui a vendu les navires ni si Berne a signé.", "en-fr"),
        ("We had never seen the lake.", "Nous n’avions jamais vu le lac si haut.", "en-fr"),
    ],
)
def test_what_conditions_something_else_is_cut_freely(rendering: str, official: str, languages: str) -> None:
    assert [found for found in cut(rendering, official, languages) if found.severity == "critical"] == []


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("Nous avons formé quatre-vingts pilotes", "We trained eighty pilots, including twelve women.", "fr-en"),
        ("La digue a cédé", "堤坝已决口，正如我在十月份警告的那样。", "fr-zh"),
    ],
)
def test_without_a_stop_a_clause_that_only_adds_is_cut_freely(rendering: str, official: str, languages: str) -> None:
    assert [found for found in cut(rendering, official, languages) if found.severity != "minor"] == []
    (found,) = cut(f"{rendering}.", official, languages)
    assert found.severity == "major"


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "dropped"),
    [
        ("The lake is open to swimmers.", "Le lac est ouvert aux baigneurs, du moins en théorie.", "en-fr", "du moins"),
        ("The lake is open to swimmers.", "湖泊对游泳者开放，仅限于夏季。", "en-zh", "仅限于夏季"),
        (
            "Le lac est ouvert aux baigneurs",
            "The lake is open to swimmers, only on the western shore.",
            "fr-en",
            "only on the western shore",
        ),
        (
            "The embassy will return the archives.",
            "L’ambassade rendra les archives, étant entendu que des copies resteront ici.",
            "en-fr",
            "étant entendu",
        ),
        (
            "The law protects all nurses.",
            "La loi protège toutes les infirmières, bien qu’elle ne vise pas celles du privé.",
            "en-fr",
            "bien qu’elle ne vise pas celles du privé",
        ),
        # no sentence without what follows
        (
            "Although imports have increased,",
            "虽然进口有所增加，但国内面粉产量却下降了一半。",
            "en-zh",
            "国内面粉产量却下降了一半",
        ),
        # a relative clause that says which
        (
            "The firm may dismiss workers.",
            "L’entreprise peut licencier les ouvriers qui refusent le vaccin obligatoire.",
            "en-fr",
            "qui refusent le vaccin obligatoire",
        ),
    ],
)
def test_a_clause_that_narrows_is_missed(rendering: str, official: str, languages: str, dropped: str) -> None:
    (found,) = cut(rendering, official, languages)
    assert found.severity == "major"
    assert found.official is not None
    assert dropped in found.official.of(official)


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "dropped"),
    [
        (
            "If the frost lasts, we will ration gas in every town.",
            "Si le gel persiste, nous rationnerons le gaz dans toutes les villes, hormis celles de la côte.",
            "en-fr",
            "hormis celles de la côte",
        ),
        (
            "如果霜冻持续，我们将关闭所有学校。",
            "If the frost lasts, we will close all schools, except those with stoves.",
            "zh-en",
            "except those with stoves",
        ),
        (
            "If the frost lasts, we will close the road.",
            "如果霜冻持续，我们将封闭道路，救护车除外。",
            "en-zh",
            "救护车除外",
        ),
    ],
)
def test_another_condition_hides_no_dropped_one(rendering: str, official: str, languages: str, dropped: str) -> None:
    (found,) = cut(rendering, official, languages)
    assert found.severity == "critical"
    assert found.official is not None
    assert found.official.of(official) == dropped


def test_another_statement_of_the_sentence_need_not_be_quoted() -> None:
    assert (
        cut("The hospitals are full.", "Les hôpitaux sont pleins ; trois d’entre eux fermeront mardi.", "en-fr") == []
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("除烟草和酒类外，关税已取消。", ["除", "外"]),
        ("除了烟草之外都取消了", ["除了", "之外"]),
        # 外 that begins a word of its own
        ("除美国外交官的行李，一律检查。", None),
        # the halves of a cue stand in one sentence
        ("除夕到了。房子外，孩子们在玩。", None),
        ("除此之外，关税已取消。", None),
    ],
)
def test_split_cues(text: str, parts: list[str] | None) -> None:
    hits = Matcher(table("qualifier", "zh"), "zh").find(words(text, "zh"))
    split = [[part.of(text) for part in hit.parts] for hit in hits if len(hit.parts) > 1]
    assert split == ([parts] if parts else [])


def fragment(rendering: str, official: str, core: str, languages: str) -> list[str]:
    one, other = languages.split("-")
    start = official.index(core)
    found = compare(
        rendering, official, rendering_language=one, official_language=other, core=Span(start, start + len(core))
    )
    return [divergence.kind for divergence in found.divergences if divergence.severity != "minor"]


@pytest.mark.parametrize(
    ("rendering", "official", "core", "languages"),
    [
        ("must be fitted with sprinklers", "新建仓库原则上应当安装洒水器。", "应当安装洒水器", "en-zh"),
        ("financé à hauteur de 6 %", "The appeal is only 6 per cent funded.", "6 per cent funded", "fr-en"),
    ],
)
def test_a_limit_right_before_a_fragment_is_dropped(rendering: str, official: str, core: str, languages: str) -> None:
    assert "qualifier" in fragment(rendering, official, core, languages)


@pytest.mark.parametrize(
    ("rendering", "official", "core", "languages"),
    [
        ("the courage of the sailors", "我只想赞扬水手们的勇气。", "水手们的勇气", "en-zh"),
        (
            "the people who opened their doors to us",
            "Je voudrais seulement remercier les gens qui nous ont ouvert leur porte.",
            "les gens qui nous ont ouvert leur porte",
            "en-fr",
        ),
    ],
)
def test_a_limit_of_something_else_is_cut_freely(rendering: str, official: str, core: str, languages: str) -> None:
    assert fragment(rendering, official, core, languages) == []


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "dropped"),
    [
        # right after a fragment
        (
            "by September 2027",
            "La piscine rouvrira d'ici septembre 2027, sous réserve de l'avis de la commission.",
            "en-fr",
            "sous réserve de l'avis de la commission",
        ),
        (
            "dans un délai d'un mois",
            "The army will leave the town within a month if the truce holds.",
            "fr-en",
            "if the truce holds",
        ),
        (
            "sans augmenter les impôts",
            "We will get this done without raising taxes if at all possible.",
            "fr-en",
            "if at all possible",
        ),
        # before one that has a verb
        (
            "ouvrir progressivement les ports",
            "在条件成熟的前提下，我们将逐步开放港口。",
            "fr-zh",
            "在条件成熟的前提下",
        ),
        # somebody's consent
        (
            "may be transferred to another hospital",
            "Les patients pourront être transférés vers un autre hôpital, avec l'accord de leur famille.",
            "en-fr",
            "avec l'accord de leur famille",
        ),
        ("Construction teams may enter homes,", "经业主同意，施工队可以进入住宅。", "en-zh", "经业主同意"),
        # a thing of it is rendered in the place of the pronoun that takes it up
        (
            "我们愿意协助监督停火",
            "If there is a lasting ceasefire, and only then, we would be ready to help in monitoring it.",
            "zh-en",
            "If there is a lasting ceasefire",
        ),
    ],
)
def test_a_condition_is_missed_in_a_fragment_too(rendering: str, official: str, languages: str, dropped: str) -> None:
    (found,) = cut(rendering, official, languages)
    assert found.official is not None
    assert dropped in found.official.of(official)


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("by September 2027", "La piscine rouvrira d'ici septembre 2027, avec deux nouveaux bassins.", "en-fr"),
        ("un pas historique", "It will be a historic step if the parliament ratifies it.", "fr-en"),
        ("sans augmenter les impôts", "We will get this done without raising taxes, as we promised in May.", "fr-en"),
        # the condition of a clause that is not quoted
        (
            "Personne n'a été blessé",
            "With the agreement of the mayor we opened the gates, and nobody was hurt.",
            "fr-en",
        ),
        (
            "Le prix des terrains a doublé",
            "The road, if it is built, will cost a fortune, and the price of land has doubled.",
            "fr-en",
        ),
        # "once" may set it
        ("Once the new airport is up, we will supply it with power,", "如果新机场建成，我们将为其供电。", "en-zh"),
        # a comma stands for the stop, and what only adds is cut freely
        ("We will gradually open the ports,", "我们将逐步开放港口，促进地区经济发展。", "en-zh"),
        ("We urge all parties to show restraint,", "我们敦促各方保持克制，通过对话解决分歧。", "en-zh"),
        ("The strike is over,", "Non seulement la grève est finie, mais les trains roulent de nouveau.", "en-fr"),
    ],
)
def test_what_does_not_condition_a_fragment_is_cut_freely(rendering: str, official: str, languages: str) -> None:
    assert cut(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "dropped"),
    [
        (
            "The tourism market is recovering,",
            "旅游市场正在恢复，但不少小旅馆仍然难以为继。",
            "en-zh",
            "但不少小旅馆仍然难以为继",
        ),
        (
            "Les hôpitaux sont prêts",
            "The hospitals are ready, but half of the departments lack nurses.",
            "fr-en",
            "but half of the departments lack nurses",
        ),
        # between two marks in the midst of what is quoted
        (
            "I say that these machines can replace the staff,",
            "Je dis que ces machines peuvent, dans certaines communes, remplacer les agents.",
            "en-fr",
            "dans certaines communes",
        ),
        # the second of two clauses that tell who is meant
        (
            "But the boy who lays down his gun, we open the door to him,",
            "Mais le jeune qui dépose son arme et qui n'a pas de sang sur les mains, nous lui ouvrons la porte.",
            "en-fr",
            "et qui n'a pas de sang sur les mains",
        ),
        ("These vehicles can use the bus lanes,", "这类车辆，在特定路段，可以使用公交车道。", "en-zh", "在特定路段"),
    ],
)
def test_a_clause_set_against_it_and_a_limit_inside_are_missed(
    rendering: str, official: str, languages: str, dropped: str
) -> None:
    (found,) = cut(rendering, official, languages)
    assert found.severity == "major"
    assert found.official is not None
    assert found.official.of(official) == dropped


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        (
            "We open the door to a boy who lays down his gun and has no blood on his hands, and that is all,",
            "Nous ouvrons la porte au jeune qui dépose son arme et qui n'a pas de sang sur les mains, et c'est tout.",
            "en-fr",
        ),
        ("In theory the wolf is protected,", "Le loup est, en principe, protégé.", "en-fr"),
        (
            "These machines can replace the staff,",
            "Ces machines peuvent, comme chacun sait, remplacer les agents.",
            "en-fr",
        ),
        (
            "On certain roads, these vehicles can use the bus lanes,",
            "这类车辆，在特定路段，可以使用公交车道。",
            "en-zh",
        ),
    ],
)
def test_a_limit_that_is_rendered_is_none(rendering: str, official: str, languages: str) -> None:
    assert cut(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("Le boycott ne règle rien", "抵制解决不了问题，只会加深对立。", "fr-zh"),
        ("Les menaces ne mènent à rien", "威胁行不通，只会让局势更糟。", "fr-zh"),
        ("Le boycott ne règle rien", "The boycott solves nothing, only making matters worse.", "fr-en"),
    ],
)
def test_an_only_that_adds_what_comes_of_it_limits_nothing(rendering: str, official: str, languages: str) -> None:
    assert not any("limits" in one.reason for one in cut(rendering, official, languages))


@pytest.mark.parametrize(
    "rendering", ["3.4 per cent in the third quarter.", "A rise of 3.4 per cent in the third quarter."]
)
def test_what_stands_before_the_quoted_clause_is_not_cut_off(rendering: str) -> None:
    official = "分季度看，一季度进出口总值同比增长4.9%，二季度增长4.4%，三季度增长3.4%。"
    core = Span(official.index("三季度"), len(official) - 1)
    pair = make_pair(rendering, official, "en", "zh", core=core)
    assert dropped_clause(pair) is None
    assert not list(CutChecker().check(pair))
