"""Conditions and exceptions that the rendering of a whole text leaves out."""

from __future__ import annotations

import pytest

from polyglot_news import compare
from polyglot_news.compare.operators.conditions import sets_condition
from polyglot_news.text import Span


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("en-zh", "The sailors will not be freed unless a fine is paid.", "水手不会获释。"),
        ("zh-fr", "除非支付罚款，水手不会获释。", "Les marins ne seront pas libérés."),
        ("en-fr", "The tram runs daily except Mondays.", "Le tram circule tous les jours."),
        ("fr-en", "Si le vote est favorable, le moulin fermera en juin.", "The mill will close in June."),
        ("fr-zh", "Faute d’accord d’ici à juin, le port prendra ses propres mesures.", "港口将自行采取措施。"),
        # what may stand for an if is no exception: 期间, « par »
        (
            "en-zh",
            "The balance is repaid at the end of the term unless the board decides otherwise.",
            "余额应在期间结束时偿还。",
        ),
        (
            "zh-fr",
            "除两份申请外，委员会驳回了居民提出的所有申请。",
            "Le comité a rejeté toutes les demandes déposées par les habitants.",
        ),
    ],
)
def test_a_condition_left_out_of_a_whole_text_is_told(languages: str, official: str, rendering: str) -> None:
    one, other = languages.split("-")
    found = compare(rendering, official, rendering_language=other, official_language=one)
    assert any("sets a condition" in one.reason or "an exception" in one.reason for one in found.divergences)


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("en-zh", "The sailors will not be freed unless a fine is paid.", "不交罚款，水手就不会获释。"),
        ("en-fr", "The sailors will be freed if a fine is paid.", "Une amende, et les marins seront libres."),
        ("fr-en", "Sauf tempête, le bac partira.", "Weather permitting, the ferry will sail."),
        ("fr-en", "Faute d’accord, le port agira seul.", "Without a deal, the port will act on its own."),
        ("fr-zh", "À défaut d’accord, le port agira seul.", "谈不拢的话，港口就自己干。"),
        # whether, no condition
        ("fr-zh", "Ce n’est pas au maire de dire s’il doit partir.", "这轮不到市长来说。"),
        ("fr-en", "Il appartient au préfet de décider si le bac part.", "It is for the prefect to decide."),
        ("en-fr", "It is for the board to decide if the ferry sails.", "C’est au conseil de décider."),
        # how long, no condition
        ("en-fr", "The crew will stay on board for as long as it takes.", "L’équipage restera à bord."),
        ("zh-en", "除两份申请外，委员会驳回了所有申请。", "The board rejected nearly every request."),
        ("fr-zh", "Le maire peut, s’il le juge utile, nommer un adjoint.", "市长可酌情任命一名副手。"),
        ("en-zh", "Fees must not be made subject to any increase.", "费用不得有任何上涨。"),
    ],
)
def test_a_condition_told_otherwise_is_not_left_out(languages: str, official: str, rendering: str) -> None:
    one, other = languages.split("-")
    found = compare(rendering, official, rendering_language=other, official_language=one)
    assert not any("sets a condition" in one.reason or "an exception" in one.reason for one in found.divergences)


_SUNDAYS = (
    "The ferries sail every day, except on Sundays, when the crews of the northern ports are resting at home with "
    "their families."
)


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "lost"),
    [
        ("en-fr", _SUNDAYS, "Les bacs partent tous les jours, sauf le dimanche.", False),
        ("en-zh", _SUNDAYS, "渡轮每天都开，星期日除外。", False),
        ("en-fr", _SUNDAYS, "Les bacs partent tous les jours.", True),
        ("en-fr", _SUNDAYS, "Les bacs partent tous les jours, y compris le dimanche.", True),
        ("fr-en", "Le moulin fermera, à moins que le conseil ne vote le prêt, ce qui étonnerait tous les gens d’ici.",
         "The mill will close, unless the council votes the loan.", False),
        ("en-fr", "The mill will close unless, by then, the council votes for the loan.", "Le moulin fermera.", True),
    ],
)  # fmt: skip
def test_what_is_said_of_a_thing_excepted_is_no_part_of_the_exception(
    languages: str, official: str, rendering: str, lost: bool
) -> None:
    one, other = languages.split("-")
    core = Span(0, len(official))
    found = compare(rendering, official, rendering_language=other, official_language=one, core=core)
    told = ("sets a condition", "an exception")
    assert any(reason in one.reason for one in found.divergences for reason in told) is lost


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("fr-en", "Les farines seront soumises à une taxe, sauf pour les hôpitaux.", "Flour will be subject to a tax."),
        ("zh-en", "进口面粉须经检验，但医院用粮除外。", "Imported flour is subject to inspection."),
    ],
)
def test_what_renders_other_words_makes_no_exception(languages: str, official: str, rendering: str) -> None:
    one, other = languages.split("-")
    core = Span(0, len(official))
    found = compare(rendering, official, rendering_language=other, official_language=one, core=core)
    assert any("an exception" in one.reason for one in found.divergences)


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "told"),
    [
        ("fr-en", "Toutes les écluses sont ouvertes, à deux exceptions près.", "All the locks are open.", True),
        ("en-fr", "All the locks are open, with one exception.", "Toutes les écluses sont ouvertes.", True),
        ("en-fr", "All the locks are open, bar one.", "Toutes les écluses sauf une sont ouvertes.", False),
        ("fr-en", "À quelques exceptions près, les écluses sont ouvertes.", "With few exceptions, the locks are open.",
         False),
        ("fr-en", "Toutes les écluses sont ouvertes, à une exception près.",
         "All the locks, without exception, are open.", True),
        ("en-zh", "All the locks are open, with one exception.", "所有船闸无一例外都开放了。", True),
        ("en-zh", "All the locks, without exception, are open.", "所有船闸无一例外都开放了。", False),
    ],
)  # fmt: skip
def test_exceptions_by_number(languages: str, official: str, rendering: str, told: bool) -> None:
    one, other = languages.split("-")
    found = compare(rendering, official, rendering_language=other, official_language=one)
    assert any("an exception" in one.reason for one in found.divergences) is told
    assert (found.verdict == "divergent") is told


@pytest.mark.parametrize(
    ("text", "language", "sets"),
    [
        ("We will pay if need be.", "en", False),
        ("We will pay if the council agrees.", "en", True),
        ("Nous paierons le cas échéant.", "fr", False),
        ("Nous paierons si le conseil est d'accord.", "fr", True),
        ("如有必要，我们将付款。", "zh", False),
    ],
)
def test_if_need_be_sets_no_condition(text: str, language: str, *, sets: bool) -> None:
    assert sets_condition(text, language) is sets
