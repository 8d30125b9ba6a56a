"""Who speaks in what agencies send: datelines and by-lines, one agency citing another, sources without a name."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes
from polyglot_news.quotes.wires import wire_lead


def speakers(text: str, language: str) -> list[str | None]:
    quotes = [quote for quote in extract_quotes(text, language) if quote.is_statement]
    return [quote.speaker.of(text) if quote.speaker is not None else None for quote in quotes]


@pytest.mark.parametrize(
    "lead",
    [
        "OSLO, March 8 (Reuters) - ", "OSLO (AP) — ", "Oslo (AFP) – ", "(Reuters) - ",
        "NEW YORK/LONDON, Jan. 3 (NTB) -- ", "OSLO — ", "ADDIS ABABA, 3 May 2024 – ", "TUNIS, 1er juin (TAP) - ",
        "Rio de Janeiro, le 3 mai (AFP) – ", "新华社奥斯陆3月8日电 ",
        "新华社奥斯陆2024年3月8日专电（记者张远 李方）", "本报讯（记者 周平）", "本报奥斯陆3月8日讯 ",
        "中新网3月8日电 ", "晨报客户端消息，", "【晨报网报道】", "（晨报记者 张远）", "晨报记者张远报道：",
        "晨报记者 张远 ", "中央社奧斯陸8日電 ", "晨报网3月8日报道 ",
    ],
)  # fmt: skip
def test_datelines_and_bylines(lead: str) -> None:
    chinese = not lead.isascii() and any(char >= "\u3400" for char in lead)
    text = lead + ("部长周远说：“会谈继续。”" if chinese else "Minister Ann Roe said talks would go on.")
    found = wire_lead(text, 0, len(text))
    assert found is not None
    assert found.of(text).strip() == lead.strip()


@pytest.mark.parametrize(
    "text",
    [
        "MME ROY – Nous attendons.", "QUESTION – Why wait?", "Ann Roe – the mayor – waited.",
        "UNICEF — which waits — agreed.", "晨报社3月8日报道：“会谈继续。”", "据晨报社消息，会谈继续。",
        "发言人8日电视讲话中说", "他8日电话中说", "警方发布消息：“会谈继续。”", "晨报记者问：“还等吗？”",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_dateline(text: str) -> None:
    assert wire_lead(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", 'OSLO, March 8 (Reuters) - "We wait," Ann Roe said. "It is late," she said.', ["Ann Roe", "Ann Roe"]),
        ("en", "OSLO (AP) — Mayor Ann Roe said the port was “full.”", ["Mayor Ann Roe"]),
        ("fr", "OSLO (AFP) – « Nous attendons », a déclaré lundi la maire, Ève Roch.", ["la maire, Ève Roch"]),
        ("zh", "新华社奥斯陆3月8日电（记者李方）部长周远8日说：“会谈继续。”他说：“不急。”", ["部长周远", "部长周远"]),
        ("zh", "本报奥斯陆3月8日讯 部长周远在会上指出：“会谈继续。”", ["部长周远"]),
        ("zh", "晨报客户端消息，部长周远表示：“会谈继续。”", ["部长周远"]),
        ("zh", "（记者 李方）部长周远在接受采访时说：“会谈继续。”", ["部长周远"]),
        ("zh", "中央社奧斯陸8日電 部長周遠今天表示：「會談繼續。」", ["部長周遠"]),
        # An agency that speaks itself.
        ("zh", "新华社评论说：“会谈继续。”", ["新华社"]),
    ],
)
def test_no_dateline_speaks(language: str, text: str, expected: list[str]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", '"We wait," the Reuters news agency quoted Roe as saying.', "Roe"),
        ("en", 'State media quoted Mayor Ann Roe as telling reporters: "We wait."', "Mayor Ann Roe"),
        ("en", '"We wait," Norway\'s state radio quoted the mayor, Ann Roe, as saying.', "the mayor, Ann Roe"),
        ("en", "Ann Roe was cited by the NTB agency as saying the port was “full.”", "Ann Roe"),
        ("en", "Ann Roe was reported by two dailies to have called the port “full.”", "Ann Roe"),
        ("en", "Ann Roe said the port was “full,” the NTB news agency reported.", "Ann Roe"),
        ("en", 'Ann Roe came to Oslo. "We wait," the agency quoted her as saying.', "Ann Roe"),
        ("en", "The port was “full”, according to Ann Roe.", "Ann Roe"),
        ("fr", "« Nous attendons », a déclaré Ève Roch, citée par l’AFP.", "Ève Roch"),
        ("fr", "Selon l’agence NTB, qui cite la maire Ève Roch, le port est « plein ».", "la maire Ève Roch"),
        ("fr", "L’agence NTB cite la maire Ève Roch disant : « Nous attendons. »", "la maire Ève Roch"),
        ("fr", "Les agences ont cité la police, selon laquelle « tout est calme ».", "la police"),
        ("fr", "Ève Roch a jugé le port « plein », a rapporté l’agence NTB.", "Ève Roch"),
        ("fr", "Ève Roch a annoncé, selon la presse, que le port était « plein ».", "Ève Roch"),
        ("zh", "晨报社援引部长周远的话说：“会谈继续。”", "部长周远"),
        ("zh", "据晨报社援引部长周远的话报道，协议“已经失效”。", "部长周远"),
        ("zh", "《晨报》援引部长周远的话称，协议“已经失效”。", "部长周远"),
        ("zh", "“会谈继续。”晨报社引述部长周远的话说。", "部长周远"),
        ("zh", "据晨报社报道，部长周远表示，协议“是非法的”。", "部长周远"),
        ("zh", "“会谈继续。”据晨报社报道，部长周远说。", "部长周远"),
        ("zh", "部长周远8日抵达。晨报社援引他的话说：“会谈继续。”", "部长周远"),
        ("zh", "美媒称，白宫官员认为协议“已经失效”。", "白宫官员"),
        # Whoever is no agency quotes for himself.
        ("zh", "周远引用谚语：“一个巴掌拍不响。”", "周远"),
    ],
)
def test_an_agency_passes_on_what_others_say(language: str, text: str, speaker: str) -> None:
    assert speakers(text, language) == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", '"I think," an aide who was not authorised to speak publicly said, "it will pass."', "an aide"),
        ("en", 'An aide who had seen the text but could not discuss it said: "It will pass."', "An aide"),
        ("en", '"It will pass," a diplomat speaking on condition of anonymity said.', "a diplomat"),
        ("en", '"It will pass," two aides familiar with the plan said.', "two aides familiar with the plan"),
        ("en", '"It will pass," an aide whose office drew up the plan said.', "an aide"),
        ("en", "WHO envoy Ann Roe said it would “pass.”", "WHO envoy Ann Roe"),
        ("fr", "« Je crois », a dit un élu qui n’était pas autorisé à parler, « que cela passera ».", "un élu"),
        ("fr", "Un élu qui n’est pas autorisé à s’exprimer a déclaré : « Cela passera. »", "Un élu"),
        ("fr", "Un conseiller ayant requis l’anonymat a déclaré : « Cela passera. »", "Un conseiller"),
        ("fr", "« Cela passera », ont indiqué des responsables qui suivent le dossier.", "responsables"),
        ("zh", "“我想，”一名未获授权公开发言的官员说，“会过去的。”", "一名未获授权公开发言的官员"),
        ("zh", "一名了解情况、但无权公开谈论的外交官说：“会过去的。”", "一名了解情况、但无权公开谈论的外交官"),
        ("zh", "“会过去的。”34岁的村民周远说。", "村民周远"),
    ],
)
def test_sources_without_a_name(language: str, text: str, speaker: str) -> None:
    before = {"en": 'Ann Holm said: "No." ', "fr": "Ève Holm a dit : « Non. » ", "zh": "市长李方说：“不行。”"}[language]
    assert speakers(before + text, language)[1:] == [speaker]


def test_only_circumstances_stand_before_the_colon_of_a_block() -> None:
    block = "\n\nWe will not sign a deal that leaves the port in the dark.\n\nTalks go on."
    assert speakers("Ann Roe said in a statement issued after the talks in Oslo:" + block, "en") == ["Ann Roe"]
    assert speakers("Ann Roe said the talks would look at three points after the summer:" + block, "en") == []


def test_the_cue_of_a_quoted_speaker_is_the_verb() -> None:
    text = 'State media quoted Mayor Ann Roe as saying: "We wait."'
    (quote,) = extract_quotes(text, "en")
    assert quote.cue is not None
    assert quote.cue.of(text) == "quoted"
