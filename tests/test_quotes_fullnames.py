"""Each speaker by her whole name, where the text makes plain who is meant."""

from __future__ import annotations

import time

import pytest

from polyglot_news.quotes import extract_quotes
from polyglot_news.quotes.brackets import bracketed_names, other_script

ROE = '"It is late," Ann Roe told the press. '
ROCHE = "« Il est tard », a dit Anne Roche à la presse. "
YUAN = '"It is late," Lin Yuan, a port official, told the press. '


def last(text: str, language: str) -> str | None:
    quote = [quote for quote in extract_quotes(text, language) if quote.is_statement][-1]
    return quote.speaker.of(text) if quote.speaker is not None else None


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", ROE + '"The quay stays shut," Ms Roe said.', "Ann Roe"),
        ("en", ROE + '"The quay stays shut," Roe said. "Nobody sails," she added. "We wait," she said.', "Ann Roe"),
        ("en", 'Mayor Ann Roe came. "The quay stays shut," Ms. Roe said.', "Ann Roe"),
        ("en", YUAN + '"The quay stays shut," Lin said.', "Lin Yuan"),
        ("en", YUAN + '"The quay stays shut," Mr Lin said.', "Lin Yuan"),
        ("fr", ROCHE + "« Le quai reste fermé », a ajouté Mme Roche.", "Anne Roche"),
        ("fr", "Luc van der Meer est venu. « Le quai reste fermé », a dit M. van der Meer.", "Luc van der Meer"),
        ("zh", "镇长马克·泰弗南到场。泰弗南说：“码头照常关闭。”", "马克·泰弗南"),
        # Two of one family, one called so before, a title of the other gender, a name of the headline alone.
        ("en", ROE + '"Not so," said Tom Roe. "The quay stays shut," Ms Roe said.', "Ms Roe"),
        ("en", 'President Roe spoke. His son Tom Roe was out. "The quay stays shut," Mr Roe said.', "Mr Roe"),
        ("en", ROE + 'Mr Roe left. "The quay stays shut," Ms Roe said.', "Ms Roe"),
        ("en", 'Ann Roe Closes the Quay\n\nOn Monday Roe spoke. "The quay stays shut," Roe said.', "Roe"),
        ("fr", ROCHE + "« Mais non », a dit Luc Roche. « Le quai reste fermé », a dit Mme Roche.", "Mme Roche"),
        ("zh", "马克·泰弗南和卢卡·泰弗南到场。泰弗南说：“码头照常关闭。”", "泰弗南"),
    ],
)
def test_a_family_name_stands_for_the_whole(language: str, text: str, speaker: str) -> None:
    assert last(text, language) == speaker


MINISTER = "The plan of the transport minister is late. "
MINISTRE = "Le plan de la ministre est prêt. "


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", MINISTER + ROE + '"The quay stays shut," the minister said.', "Ann Roe"),
        ("en", MINISTER + ROE + '"Good," said Tom Hale, the mayor. "It stays shut," the minister said.', "Ann Roe"),
        ("fr", MINISTRE + ROCHE + "« Le quai reste fermé », a dit la ministre.", "Anne Roche"),
        ("zh", "交通部长马克·泰弗南到场。“码头照常关闭，”这位部长说。", "交通部长马克·泰弗南"),
        ("zh", "交通部长说要来。交通部长马克·泰弗南到场。“码头照常关闭，”部长说。", "马克·泰弗南"),
        # Another office, two who may be meant, one who needs no introduction, an office named here first.
        ("en", MINISTER + '"It is late," Ann Roe, the mayor, said. "It is," the minister said.', "the minister"),
        ("en", MINISTER + ROE + '"Good," said Tom Hale. "It stays shut," the minister said.', "the minister"),
        ("en", ROE + 'The king heard of it. "It stays shut," the king said.', "the king"),
        ("en", ROE + '"The quay stays shut," the minister said.', "the minister"),
        ("fr", ROCHE + "« Le quai reste fermé », a dit la ministre.", "la ministre"),
        ("zh", "交通部长马克·泰弗南到场。丹麦部长先走了。“码头照常关闭，”部长说。", "部长"),
    ],
)
def test_an_office_that_can_mean_but_one(language: str, text: str, speaker: str) -> None:
    assert last(text, language) == speaker


def test_the_other_gender_is_another_person() -> None:
    text = (
        "La porte-parole de la mairie, Ève Oger, et le porte-parole du port, Luc Ancel, sont venus."
        " « Le quai reste fermé », a dit la porte-parole. « Nous attendons », a dit le porte-parole."
    )
    assert [quote.speaker.of(text) for quote in extract_quotes(text, "fr") if quote.speaker] == [
        "Ève Oger",
        "Luc Ancel",
    ]


def test_the_words_of_the_article_stay_as_the_mention() -> None:
    text = ROE + '"The quay stays shut," Ms Roe said.'
    mention = extract_quotes(text, "en")[-1].mention
    assert mention is not None
    assert mention.of(text) == "Ms Roe"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港務局祕書長范霍頓（Pieter van Houten）到場。", [("范霍頓", "Pieter van Houten")]),
        ("与来访的林德奎斯特（Karin Lindqvist）会谈。", [("林德奎斯特", "Karin Lindqvist")]),
        ("负责人马林（Anna Malin，现年40岁）说。", [("马林", "Anna Malin")]),
        ("Lin Yuan (林远) came.", [("林远", "Lin Yuan")]),
        # Bodies and things.
        ("世界卫生组织（WHO）来了，大众汽车（Volkswagen）也来了。", []),
        ("红十字会（Red Cross）来了。", []),
        ("The Long March (长征) was long.", []),
    ],
)
def test_names_in_brackets(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.han, one.latin) for one in bracketed_names(text)] == expected


def test_a_name_in_brackets_serves_the_family_name() -> None:
    text = "Lin Yuan (林远) came. 局长艾许沃斯（Helen Ashworth）到场。"
    assert other_script("Lin", text) == "林远"
    assert other_script("艾许沃斯", text) == "Helen Ashworth"
    assert other_script("Yu", text) is None


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("zh", "丹麥大臣艾許沃斯（Helen Ashworth）到場。這位大臣說，「誰也不能走」。", "丹麥大臣艾許沃斯"),
        ("zh", "艾许沃斯到场。丹麦大臣艾许沃斯说会等。“谁也不能走”，这位大臣说。", "艾许沃斯"),
    ],
)
def test_a_transliterated_name_behind_an_office_is_not_cut(language: str, text: str, speaker: str) -> None:
    assert last(text, language) == speaker


def test_turns_of_a_name_and_an_office_take_time_with_their_number_alone() -> None:
    def seconds(turns: int) -> float:
        text = "".join(
            f'"The quay {k} stays shut," Ann Ro{chr(97 + k % 20)}e said.\n\n"It is late," the minister said.\n\n'
            for k in range(turns)
        )
        start = time.process_time()
        extract_quotes("The minister came.\n\n" + text, "en")
        return time.process_time() - start

    assert seconds(300) < 30 * seconds(30) + 1
