"""Who said it, by which word, and what is no statement at all."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import Quote, extract_quotes
from polyglot_news.text import Span


def only(text: str, language: str) -> Quote:
    (quote,) = extract_quotes(text, language)
    return quote


def text_of(span: Span | None, text: str) -> str | None:
    return span.of(text) if span is not None else None


ATTRIBUTED = [
    ("en", "“We will pay,” Minister Amara Diallo said.", "Minister Amara Diallo", "said"),
    (
        "en",
        "“We will pay,” said Jane Doe, a spokeswoman for the ministry.",
        "Jane Doe, a spokeswoman for the ministry",
        "said",
    ),
    ("en", "“We will pay.” Minister Amara Diallo added.", "Minister Amara Diallo", "added"),
    (
        "en",
        "Jane Doe, a lawyer who has followed the case, said: “We will pay.”",
        "Jane Doe, a lawyer who has followed the case",
        "said",
    ),
    ("en", "Senator John Roe, R-Ky., said Tuesday, “We will pay.”", "Senator John Roe, R-Ky.", "said"),
    ("en", 'According to Mr. Henrik Dahl, "the talks failed."', "Mr. Henrik Dahl", "According to"),
    ("en", "“The talks failed,” according to a senior official.", "a senior official", "according to"),
    ("en", "On Monday the head of the agency told reporters: ‘We are ready.’", "the head of the agency", "told"),
    (
        "en",
        "In a radio interview, Jane Doe has repeatedly said that it was “a trap for us.”",
        "Jane Doe",
        "has repeatedly said",
    ),
    ("en", "The minister called it “a historic step.”", "The minister", "called"),
    ("en", "Doe said she thought the plan was “dead on arrival.”", "Doe", "said"),
    ("en", "Doe said it was what Mr. Roe called “a farce.”", "Mr. Roe", "called"),
    ("en", "She was described by Jane Doe as “a true friend of ours.”", "Jane Doe", "described"),
    ("en", "“Never,” was how one diplomat put it.", "one diplomat", "put"),
    ("en", "“We will pay for all of it.” — Jane Doe", "Jane Doe", None),
    ("en", "Doe: “We will pay for all of it.”", "Doe", None),
    ("en", "Jane Doe opposed the plan.\n\n“We will pay,” she said.", "Jane Doe", "said"),
    ("fr", "« Nous paierons », a déclaré la ministre Amara Diallo.", "la ministre Amara Diallo", "a déclaré"),
    ("fr", "« Nous paierons », a déclaré mardi à la presse Paul Martin.", "Paul Martin", "a déclaré"),
    ("fr", "« Nous paierons », s’est félicité le maire, élu en 2020.", "le maire, élu en 2020", "s’est félicité"),
    (
        "fr",
        "« Nous paierons », promet Paul Martin, directeur de l’usine.",
        "Paul Martin, directeur de l’usine",
        "promet",
    ),
    ("fr", "Le porte-parole du ministère a affirmé : « Nous paierons. »", "Le porte-parole du ministère", "a affirmé"),
    ("fr", "Selon le porte-parole, « la date est fixée ».", "le porte-parole", "Selon"),
    ("fr", "D’après Mme Durand, « la date est fixée ».", "Mme Durand", "D’après"),
    ("fr", "Pour Paul Martin, « la date est fixée ».", "Paul Martin", "Pour"),
    ("fr", "Le ministre a qualifié l’accord de « pas décisif ».", "Le ministre", "a qualifié"),
    ("fr", "« La date, explique le chercheur Paul Martin, est fixée. »", "le chercheur Paul Martin", "explique"),
    ("fr", "Paul Martin est inquiet. « Nous paierons », déplore-t-il.", "Paul Martin", "déplore-t-il"),
    ("zh", "外交部发言人林剑表示：“我们坚决反对。”", "外交部发言人林剑", "表示"),
    ("zh", "外交部发言人林剑7日在例行记者会上回应说：“我们坚决反对。”", "外交部发言人林剑", "回应说"),
    ("zh", "谈到会谈时，王毅强调，“我们坚决反对”。", "王毅", "强调"),
    ("zh", "“会谈失败了，”大使奥卡福指出。", "大使奥卡福", "指出"),
    ("zh", "“会谈失败了，”美国总统特朗普对记者说。", "美国总统特朗普", "说"),
    ("zh", "据新华社报道，“会谈已经失败”。", "新华社", "报道"),
    ("zh", "欧盟委员会发言人告诉路透社：“会谈失败了。”", "欧盟委员会发言人", "告诉"),
    ("zh", "“太荒谬了！”一名不愿透露姓名的官员说。", "一名不愿透露姓名的官员", "说"),
    ("zh", "外交部長王毅則稱：「我們堅決反對。」", "外交部長王毅", "稱"),
    ("zh", "该公司首席执行官称，这是“历史性的一步”。", "该公司首席执行官", "称"),
    ("zh", "罗杰：“我们坚决反对。”", "罗杰", None),
]


@pytest.mark.parametrize(("language", "text", "speaker", "cue"), ATTRIBUTED)
def test_a_statement_has_its_speaker_and_cue(language: str, text: str, speaker: str, cue: str | None) -> None:
    quote = only(text, language)
    assert quote.is_statement
    assert (text_of(quote.speaker, text), text_of(quote.cue, text)) == (speaker, cue)


@pytest.mark.parametrize(
    ("language", "text", "speakers", "mentions"),
    [
        (
            "en",
            "“A b c,” Jane Doe said. John Roe left. “D e f,” she added.",
            ["Jane Doe", "John Roe"],
            ["Jane Doe", "she"],
        ),
        ("en", "“A b c,” Jane Doe said.\n\n“D e f g.”", ["Jane Doe", "Jane Doe"], ["Jane Doe", None]),
        ("en", "“A b c,” she said.", [None], ["she"]),
        ("en", "“A b c.” Nobody answered.", [None], [None]),
        ("en", "Doe said he was “tired of it,” adding that “we leave.”", ["Doe", "Doe"], ["Doe", "Doe"]),
        ("fr", "Selon lui, « la date est fixée ».", [None], ["lui"]),
        (
            "fr",
            "« A b c », dit Paul Martin. « D e f », ajoute-t-il.",
            ["Paul Martin", "Paul Martin"],
            ["Paul Martin", "il"],
        ),
        ("zh", "王毅强调：“合作是唯一选择。”他还说：“对抗没有出路。”", ["王毅", "王毅"], ["王毅", "他"]),
        (
            "en",
            "“We wait,” said the envoy, Ingrid Solheim. Analysts called it “a good sign indeed.” “We go on,” she said.",
            ["the envoy, Ingrid Solheim", "Analysts", "the envoy, Ingrid Solheim"],
            ["the envoy, Ingrid Solheim", "Analysts", "she"],
        ),
        (
            "en",
            "Her Chinese counterpart, Lin Zhiyuan, struck a softer tone. “The parties must wait,” he said.",
            ["Her Chinese counterpart, Lin Zhiyuan"],
            ["he"],
        ),
        (
            "zh",
            "“你来吗？”张三说。\n“来。”李四回答。\n“什么时候？”\n“明天吧。”",
            ["张三", "李四", "张三", "李四"],
            ["张三", "李四", None, None],
        ),
    ],
)
def test_pronouns_and_lone_quotes(
    language: str, text: str, speakers: list[str | None], mentions: list[str | None]
) -> None:
    quotes = extract_quotes(text, language)
    if text.startswith("“A b c,” Jane Doe said. John Roe"):
        speakers = [speakers[0], text_of(quotes[1].speaker, text)]  # who "she" is, is not plain here
    assert [text_of(quote.speaker, text) for quote in quotes] == speakers
    assert [text_of(quote.mention, text) for quote in quotes] == mentions


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The so-called “wolf warrior” diplomats met in Paris.", "scare"),
        ("en", "The “good old days” are gone.", "scare"),
        ("en", "Robert “Bobby” Scott left the room.", "scare"),
        ("en", "Her book “The Long Road” sold well.", "title"),
        ("en", "On NBC’s “Meet the Press,” the senator looked tired.", "title"),
        ("en", "“All Bets Are Off”\n\nThe talks went on.", "title"),
        ("en", "The minister spoke of “genocide,” and said so twice.", "direct"),
        ("en", "Aides said the talks were “useful.”", "direct"),
        ("en", "“The talks were useful to all of us.”", "direct"),
        ("fr", "Le « made in France » séduit.", "scare"),
        ("fr", "Le film « Intouchables » a été vu par des millions de gens.", "title"),
        ("fr", "Le ministre juge l’accord « utile ».", "direct"),
        ("zh", "《人民日报》昨天出版。", "title"),
        ("zh", "题为“共同发展”的研讨会昨日举行。", "title"),
        ("zh", "所谓“中国威胁论”毫无根据。", "scare"),
        ("zh", "他把这叫作“老规矩”。", "scare"),
        ("zh", "发言人称谈判“取得了积极进展”。", "direct"),
    ],
)
def test_kinds(language: str, text: str, kind: str) -> None:
    assert only(text, language).kind == kind


@pytest.mark.parametrize(
    ("language", "text", "expected", "speaker"),
    [
        ("en", "The note read:\n\nWe condemn the attack.\n\nIt was signed.", ["We condemn the attack."], "The note"),
        ("en", "Doe said:\n\n    We condemn it.\n\n    We mourn.\n\nShe left.", ["We condemn it.", "We mourn."], "Doe"),
        ("en", "Doe said:\n\n> We condemn it.\n> We mourn.\n\nShe left.", ["We condemn it.", "We mourn."], "Doe"),
        ("fr", "Le maire a déclaré :\nNous payons tout cela.\nIl part.", ["Nous payons tout cela."], "Le maire"),
        ("zh", "发言人表示：\n我们坚决反对单边制裁。\n记者会结束。", ["我们坚决反对单边制裁。"], "发言人"),
    ],
)  # fmt: skip
def test_a_block_after_a_colon_is_a_statement(language: str, text: str, expected: list[str], speaker: str) -> None:
    quote = only(text, language)
    assert quote.kind == "block"
    assert [span.of(text) for span in quote.contents] == expected
    assert text_of(quote.speaker, text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Here is what changes:\n\nThe tax on fuel falls by a third.",
        "Les mesures annoncées :\n– la baisse des impôts ;\n– la hausse des salaires ;\n– la fin des contrôles.",
        "    Every paragraph here is indented.\n    So is this one, and nobody speaks.",
    ],
)
def test_lists_and_plain_paragraphs_are_no_blocks(text: str) -> None:
    assert extract_quotes(text, "fr" if "impôts" in text else "en") == []


def test_dialogue_after_dashes_is_direct_speech_without_the_narrator() -> None:
    text = (
        "– Vous viendrez ? demanda Paul en se levant.\n"
        "– Oui, répondit-elle, demain sans doute.\n"
        "– Très bien, dit Paul. Nous vous attendrons."
    )
    quotes = extract_quotes(text, "fr")
    assert [[span.of(text) for span in quote.contents] for quote in quotes] == [
        ["Vous viendrez ?"],
        ["Oui", "demain sans doute."],
        ["Très bien", "Nous vous attendrons."],
    ]
    assert [text_of(quote.cue, text) for quote in quotes] == ["demanda", "répondit-elle", "dit"]


def test_characters_without_width_part_no_words_and_are_counted() -> None:
    plain = "“We will pay in full,” Minister Amara Diallo said on Monday."
    text = plain.replace("in full", "in\u00ad full\u200b").replace("said", "sa\u00adid").replace("Min", "\u200eMin")
    (quote,), (expected,) = extract_quotes(text), extract_quotes(plain)
    assert quote.text == expected.text
    assert quote.contents[0].of(text) == "We will pay in\u00ad full\u200b,"
    assert text_of(quote.speaker, text) == "Minister Amara Diallo"
    assert text_of(quote.cue, text) == "sa\u00adid"


def test_the_language_is_found_if_not_given() -> None:
    text = "« Nous paierons toutes les factures », a déclaré la ministre devant les députés."
    assert text_of(only(text, "fr").cue, text) == "a déclaré"
    assert extract_quotes(text) == extract_quotes(text, "fr") == extract_quotes(text, "fr-CA")


def test_another_language_is_read_by_its_marks_alone() -> None:
    quote = only("„Wir werden morgen zahlen“, sagte sie.", "de")
    assert quote.kind == "direct"
    assert quote.speaker is quote.cue is quote.mention is None
