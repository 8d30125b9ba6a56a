"""Who speaks where several clauses, sentences or paragraphs could tell."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes

CARO = "« Le dossier est clos », a dit Mme Caro. "
LIN = "部长林佩芬受访。"
LATE = '"It is late," said Lena Ortiz, a lawyer.\n\n'


@pytest.mark.parametrize(
    ("text", "contents", "speaker"),
    [
        ("« Pour les villages, a indiqué M. Morin, l’aide restera fixée à 40 %. »",
         ["Pour les villages", "l’aide restera fixée à 40 %."], "M. Morin"),
        ("« Les délais, a reconnu M. Oger, les coûts et la météo jouent contre nous. »",
         ["Les délais", "les coûts et la météo jouent contre nous."], "M. Oger"),
        ("« Le budget, a répondu le porte-parole, sera voté. »", ["Le budget", "sera voté."], "le porte-parole"),
        ("« À ce stade, a souligné Claire Aubry, la ministre de la Santé, rien ne manque. »",
         ["À ce stade", "rien ne manque."], "Claire Aubry, la ministre de la Santé"),
        ("« Le prix, a noté Mme Vidal, la hausse le montre, ne baissera pas. »",
         ["Le prix", "la hausse le montre, ne baissera pas."], "Mme Vidal"),
    ],
)  # fmt: skip
def test_an_aside_within_the_marks(text: str, contents: list[str], speaker: str) -> None:
    (quote,) = extract_quotes(text, "fr")
    assert [span.of(text) for span in quote.contents] == contents
    assert quote.speaker is not None
    assert quote.speaker.of(text) == speaker


def last(text: str, language: str) -> str | None:
    quote = [quote for quote in extract_quotes(text, language) if quote.is_statement][-1]
    return quote.speaker.of(text) if quote.speaker is not None else None


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        # Another clause, whose quote the attribution behind it closes.
        ("fr", CARO + "L’élève nie tout, mais « n’a remis aucun brouillon », selon elle.", "Mme Caro"),
        ("fr", CARO + "Le témoin nie, tandis que sa sœur « n’a rien dit », d’après M. Lenoir.", "M. Lenoir"),
        ("fr", CARO + "L’élève a parlé du jury, puis du train. « Le jury a tranché », a-t-elle dit.", "Mme Caro"),
        ("en", 'Prosecutor Eva Lund said he denied all but "has not handed over a page", according to her.',
         "Prosecutor Eva Lund"),
        # What somebody is to do.
        ("en", 'Ida Holm spoke. She called on The Hague to honour the pact and to stop "rewriting the rules".',
         "Ida Holm"),
        ("fr", "Mme Bellec a appelé Madrid à saluer l’accord et à lever « l’interdiction absurde ».", "Mme Bellec"),
        # Whoever tells what others did is the one whom the next sentence goes on about.
        ("en", LATE + 'On steel, Kim said Seoul had yet to return the form it had promised. "No ship sails," he said.',
         "Kim"),
        ("en", LATE + 'Tanaka said Osaka had ignored the report it had ordered. "We read it," he said.', "Tanaka"),
        ("en", LATE + 'Her rival, Fiona Marsh, had promised to resign, Tessier said. "I doubt it," she said.',
         "Tessier"),
        ("en", LATE + 'Her rival, Fiona Marsh, had promised to resign, she said. "I doubt it."',
         "Lena Ortiz, a lawyer"),
        # The source with which a sentence opens, with her office.
        ("fr", "Selon Ève Caron, directrice du port, le quai cède. « Il est vieux », a-t-elle dit.",
         "Ève Caron, directrice du port"),
        ("en", 'According to Nora Beck, head of the agency, the dam is safe. "We check it," she said.',
         "Nora Beck, head of the agency"),
        # Chinese verbs of doing, behind one of saying.
        ("zh", LIN + "她说，业者若不配合，机关可在必要时声请法院下令停业，罚款“以年营收的5%为上限”。", "部长林佩芬"),
        ("zh", LIN + "她说，法国要求各国减排，否则“将征收边境税”。", "部长林佩芬"),
    ],
)  # fmt: skip
def test_the_speaker_of_the_last_quote(language: str, text: str, speaker: str) -> None:
    assert last(text, language) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", 'Wu said he was "unaware of the facts" of the case of a man held in Lyon.\n\n"Courts decide. We wait."',
         "Wu"),
        ("en", 'Li Wen told reporters the dam would hold.\n\n"We measured it twice. It is sound."', "Li Wen"),
        ("en", 'The dam will hold. Engineers left on Friday.\n\n"We measured it twice. It is sound."', None),
        ("fr", "M. Pons a expliqué que la digue tiendrait.\n\n« Nous l’avons renforcée. Elle tiendra. »", "M. Pons"),
        ("fr", "La maire Odile Roux a quitté la salle.\n\n« Nous l’avions dit. Personne n’écoute. »", None),
        ("zh", "部长何涛说，谈判没有破裂，双方下周再谈。\n\n“门一直开着。我们不会先离开。”", "部长何涛"),
        ("zh", "天气转冷。港口关闭。\n\n“门一直开着。我们不会先离开。”", None),
    ],
)  # fmt: skip
def test_a_paragraph_of_nothing_but_a_quote(language: str, text: str, speaker: str | None) -> None:
    assert last(text, language) == speaker


@pytest.mark.parametrize(
    ("language", "text", "is_statement"),
    [
        ("fr", "Les tricheurs sont « exclus à vie » des courses.", True),
        ("en", "The cheats were “banned for life” last week.", True),
        ("fr", "Les tricheurs sont « exclus » des courses.", False),
        ("en", "The law is “The Long Road”.", False),
        ("zh", "安理会成员发表谈话，“最强烈地谴责”9日的袭击。", True),
    ],
)
def test_three_words_that_describe(language: str, text: str, is_statement: bool) -> None:
    (quote,) = extract_quotes(text, language)
    assert quote.is_statement is is_statement
    assert quote.speaker is None or language == "zh"  # nobody says it of himself


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("卫生部长许伦斯特周三发言。许伦斯特说，“药价不会上涨”。许伦斯特强调，“这是承诺”。", ["许伦斯特"] * 2),
        ("財政大臣歐許列特宣布預算。歐許列特說,「稅率不會再提高」。歐許列特說:「沒有退路。」", ["歐許列特"] * 2),
        ("王英特别提到预算。王英说：“钱已经到位。”王英表示，“不会拖延付款”。", ["王英"] * 2),
    ],
)
def test_a_transliterated_name_stays_whole(text: str, speakers: list[str]) -> None:
    assert [quote.speaker.of(text) for quote in extract_quotes(text, "zh") if quote.speaker] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Il cite le rapport publié à l’issue de la réunion, qui dénonce « une mascarade ».",
         "le rapport publié à l’issue de la réunion"),
        ("Il cite un homme jugé par la cour, qui dénonce « une mascarade ».", "la cour"),
        ("Il cite la cheffe de la banque, qui dénonce « une mascarade ».", "la cheffe de la banque"),
    ],
)  # fmt: skip
def test_a_relative_clause_tells_of_what_its_antecedent_s_participle_belongs_to(text: str, speaker: str) -> None:
    assert last(text, "fr") == speaker
