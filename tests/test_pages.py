"""Text in pages, as taken out of a PDF."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from polyglot_news.documents import read_document
from polyglot_news.pages import unpaged

FRENCH = """Préfecture du Var – communiqué

Les travaux du pont de la Roque reprendront le lundi 3 mars, a dit la
préfète. Le chantier coûtera 12 millions d’euros, dont la moitié est payée
par l’Union européenne. La circulation sera coupée pendant trois mois ; les
bus passeront par la route de la corniche, qui reste ouverte aux camions
de moins de sept tonnes. Aucune expropriation n’est prévue, et les com-

– 1 –
\fPréfecture du Var – communiqué

merces seront indemnisés dès le premier jour.
M. Astier (directeur départemental des routes et des ouvrages d’art du
Var) : Nous avons choisi la saison la plus calme, car la fin de l’année
2027. Il n’y aura pas d’autre date.

– 2 –
\f"""


def test_heads_numbers_hyphens_and_line_ends_of_pages_go() -> None:
    lines = unpaged(FRENCH).split("\n")
    assert lines[0] == "Préfecture du Var – communiqué"
    assert lines[1].startswith("Les travaux du pont de la Roque reprendront")
    assert lines[1].endswith("et les commerces seront indemnisés dès le premier jour.")
    assert lines[2].startswith("M. Astier (directeur départemental des routes et des ouvrages d’art du Var) : Nous")
    assert "la fin de l’année 2027. Il" in lines[2]
    assert len(lines) == 3


def test_a_hyphen_stays_where_the_text_or_the_language_has_it() -> None:
    page = (
        "The long-term plan was put before the council of the city on Monday, and the\n"
        "council asked for more time before it votes on what the mayor calls her long-\n"
        "term plan and her north-\n"
        "south line; the north and the south of the city are of one mind, pouvez-\n"
        "vous said the mayor, though the neigh-\n"
        "bours are not.\n\f"
    )
    text = unpaged(page)
    assert "her long-term plan and her north-south line" in text
    assert "pouvez-vous" in text
    assert "the neighbours are not" in text


def test_chinese_lines_are_joined_without_a_space() -> None:
    page = (
        "外交部例行记者会\n2026年3月2日，北京\n"
        "发言人：中方一贯主张通过对话和谈判解决争端，反对在没有联合国授\n"
        "权的情况下使用武力。去年以来，我们已经向当地提供了价值\n"
        "1.2亿元的援助，今后还将继续提供力所能及的帮助。有关各方应当保\n"
        "持克制。\n第 1 页\n\f"
    )
    lines = unpaged(page).split("\n")
    assert lines[:2] == ["外交部例行记者会", "2026年3月2日，北京"]
    assert "没有联合国授权的情况" in lines[2]
    assert "价值1.2亿元" in lines[2]
    assert not lines[-1].startswith("第")


def test_a_file_with_form_feeds_is_read_as_pages_and_others_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "paged.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(FRENCH.replace("\f", ""), encoding="utf-8")
    assert read_document(tmp_path / "paged.txt").text == unpaged(FRENCH)
    assert read_document(tmp_path / "plain.txt").text == FRENCH.replace("\f", "")


@pytest.mark.parametrize("text", ["\f", "\f\f\n\f", "12\f13\f", "\n \f \n"])
def test_pages_without_text_are_empty(text: str) -> None:
    assert unpaged(text) == ""


def test_a_line_that_stands_on_one_page_alone_stays() -> None:
    text = "The minister spoke for an hour about the budget.\n\fShe then took eleven questions from the press.\n\f"
    assert "about the budget. She then took eleven" in unpaged(text)


def test_footnotes_part_no_sentence_and_their_calls_are_no_figures() -> None:
    page_one = (
        "The grants to rural schools cost 338 million crowns in 20252, and their number\n"
        "has doubled since the reform1. No study, however, allows the ministry to say of\n"
        "any of them\n\n1 The reform of the school act.\n2 Source: the ministry of schools.\n"
    )
    page_two = "that it has changed what pupils learn. The CO2 of heating3 fell by 3.5%.\n\n3 Of gas alone.\n"
    text, *notes = unpaged(f"{page_one}\f{page_two}\f").split("\n")
    assert text.startswith("The grants to rural schools cost 338 million crowns in 2025, and their number has doubled")
    assert "since the reform. No study, however, allows the ministry to say of any of them that it has changed" in text
    assert text.endswith("what pupils learn. The CO2 of heating fell by 3.5%.")
    assert notes == [
        "1 The reform of the school act.",
        "2 Source: the ministry of schools.",
        "3 Of gas alone.",
    ]


def test_a_numbered_block_that_nothing_calls_is_no_note() -> None:
    page = "The court has three recommendations.\n\n1 Publish the figures of every year.\n"
    assert "recommendations.\n1 Publish" in unpaged(f"{page}\f")


@pytest.mark.parametrize("piece", [" ", "-", " .", "\u3000"])
def test_a_line_like_a_page_number_takes_linear_time(piece: str) -> None:
    begun = time.process_time()
    text = unpaged(f"7{piece * 16_000}boats.\n\f{piece * 16_000}8\nThey sailed.\n\f")
    assert time.process_time() - begun < 1.5  # a search that tries each part of the row takes ten times as long
    assert text.startswith("7")
    assert "8" not in text


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("Article 11", "Article 12", True),
        ("Sect. 2.1:", "Sect. 2.2:", True),
        ("第7条", "第8条", True),
        ("Harbour Act 11", "Harbour Act 12", False),
        ("HARBOUR     11", "HARBOUR     12", False),
        ("Article 11", "Article 11", False),  # the head of a page that goes on with it
        ("第 7 页", "第 8 页", False),
    ],
)
def test_numbered_headings_on_top_of_pages_stay(first: str, second: str, kept: bool) -> None:
    pages = ["Ports", f"{first}\n\nBoats that anchor in the harbour pay\na fee.", f"{second}\n\nShips wait outside."]
    lines = unpaged("\n\f".join(pages)).splitlines()
    assert (second in lines) == kept


def test_a_line_that_one_page_has_twice_stays() -> None:
    lines = unpaged("Minutes\n\fAgreed.\n\nAgreed.\n\nThe chair closed the meeting.\n\f").splitlines()
    assert lines == ["Minutes", "Agreed.", "Agreed.", "The chair closed the meeting."]
