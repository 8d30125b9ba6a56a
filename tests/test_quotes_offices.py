"""Whom an office alone means, and which texts are sources themselves."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes

ROE = 'Mayor Ann Roe met the press. "It is late," she said. '
OGER = "Le préfet Luc Oger a reçu les maires. "
GU = "教育局局长顾敏宣布停课。"


def last(text: str, language: str) -> str | None:
    quote = [quote for quote in extract_quotes(text, language) if quote.is_statement][-1]
    return quote.speaker.of(text) if quote.speaker is not None else None


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", ROE + '"The bridge stays shut," the mayor said.', "Ann Roe"),
        ("en", ROE + 'The deputy mayor, Sam Hill, left. "The bridge stays shut," the mayor said.', "Ann Roe"),
        ("en", ROE + 'Mayor Tom Hale was there. "The bridge stays shut," the mayor said.', "the mayor"),
        ("en", ROE + 'The mayors of Oslo and Bergen agreed. "It stays shut," the mayor said.', "the mayor"),
        ("en", 'A spokesman rang back. Spokesman Raj Patel left. "We regret it," the spokesman said.', "the spokesman"),
        ("en", 'Lou Marsh, the group’s chief economist, spoke. "It was hard," the economist said.', "Lou Marsh"),
        ("en", 'Jan Kok, aide to the governor, spoke. "It was hard," the governor said.', "the governor"),
        ("en", 'Prime Minister Ola Berg saw Finance Minister Eva Dahl. "Done," the prime minister said.', "Ola Berg"),
        ("en", 'Prime Minister Ola Berg saw Finance Minister Eva Dahl. "Done," the minister said.', "Eva Dahl"),
        ("en", ROE + 'It may rain, an official in Bergen said. "We are ready," the official said.', "the official"),
        ("en", '"It is late," said Ann Roe.\n\nAn official came. "We are ready," the official said.', "the official"),
        ("en", '"It is late," said Ann Roe.\n\nHer official car broke down. "Walk," the official said.', "Ann Roe"),
        ("en", 'Analysts wait. "It is late," one of them said.\n\n"We are ready," the analysts said.', "the analysts"),
        ("fr", OGER + "« La route rouvrira », a promis le préfet.", "Luc Oger"),
        ("fr", OGER + "« La route rouvrira », a promis le responsable.", "Luc Oger"),
        ("fr", OGER + "Odile Roux, maire de Vierzac, était là. « La route rouvrira », a dit le responsable.",
         "le responsable"),
        ("fr", "La préfète Ève Oger est venue. « La route rouvrira », a promis le préfet.", "le préfet"),
        ("fr", "La ministre Ève Oger voit la ministre danoise. « Bientôt », a dit la ministre.", "la ministre"),
        ("fr", "Le club a un nouveau secrétaire général, Paul Ancel. « J’arrive », a dit le secrétaire général.",
         "Paul Ancel"),
        ("zh", GU + "“明天照常停课”，局长说。", "顾敏"),
        ("zh", GU + "副局长林涛在场。“明天照常停课”，局长说。", "顾敏"),
        ("zh", GU + "税务局局长林涛在场。“明天照常停课”，局长说。", "局长"),
        ("zh", GU + "丹麦局长随后致辞。“明天照常停课”，局长说。", "局长"),
        ("zh", "分析师顾敏来电。“价格还会下跌”，分析师说。", "分析师"),  # analysts, perhaps
    ],
)  # fmt: skip
def test_an_office_alone(language: str, text: str, speaker: str) -> None:
    assert last(text, language) == speaker


def test_a_pronoun_behind_an_office() -> None:
    text = OGER + "« La route rouvrira », a promis le préfet. « Le pont aussi », a-t-il ajouté."
    assert last(text, "fr") == "Luc Oger"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "L’accord prévoit que « nul ne sera expulsé la nuit ».", "L’accord"),
        ("zh", "宪章规定：“各会员国一律平等。”", "宪章"),
        ("zh", "双方签署的条约第三条载明，“任何一方不得单方面退出”。", "双方签署的条约"),
        ("zh", "根据决议，成员国“应立即停止出售武器”。", "决议"),
        ("zh", "理事会发表声明，“最严厉地批评”10日的袭击，并呼吁停火。", "理事会"),
        ("zh", "总理莫迪纳在信中“最诚挚地道歉”，并承诺赔偿。", "总理莫迪纳"),
        # No person stipulates, and a rule that somebody speaks of is no source.
        ("zh", "有关规定很严，院长郭岩说，“谁也不能例外”。", "院长郭岩"),
    ],
)
def test_a_text_as_source(language: str, text: str, speaker: str) -> None:
    assert last(text, language) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« Oui », a dit le ministre à propos de sa démission.", "le ministre"),
        ("fr", "« Oui », a répondu la maire à la question de savoir si elle restera.", "la maire"),
        ("fr", "« Oui, nous partirons », a dit le préfet dans un communiqué.", "le préfet"),
        ("fr", "« Oui, nous partirons », a dit l'adjointe à la culture.", "l'adjointe à la culture"),
        ("en", "“Yes, we will go,” said the minister in a statement.", "the minister"),
        ("en", "“Yes, we will go,” said the ambassador to Oslo.", "the ambassador to Oslo"),
        ("fr", "La maire veut que « les loyers soient plafonnés ».", "La maire"),
    ],
)
def test_the_occasion_is_no_part_of_an_office(language: str, text: str, speaker: str) -> None:
    assert last(text, language) == speaker
