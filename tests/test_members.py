from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.members import MemberChecker
from polyglot_news.compare.pair import make_pair
from polyglot_news.text import Span


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "kind", "member"),
    [
        (
            "Hospitals and nurseries will remain open",
            "Les hôpitaux, les écoles et les crèches resteront ouverts.",
            ("en", "fr"),
            "omission",
            "les écoles",
        ),
        (
            "医院和学校将继续开放",
            "Hospitals, schools and nurseries will remain open.",
            ("zh", "en"),
            "omission",
            "nurseries",
        ),
        (
            "L'eau, le gaz et l'électricité seront remboursés",
            "Water and gas will be reimbursed.",
            ("fr", "en"),
            "addition",
            "l'électricité",
        ),
        (
            "我们将投资铁路、港口和机场",
            "Nous investirons dans le rail et les ports.",
            ("zh", "fr"),
            "addition",
            "机场",
        ),
        (
            "Wheat and maize are exempt from duty",
            "小麦、玉米和大豆免征关税。",
            ("en", "zh"),
            "omission",
            "大豆",
        ),
        # one of two that an "or" joins
        (
            "Les contrevenants risquent la prison.",
            "Offenders face a fine or prison.",
            ("fr", "en"),
            "omission",
            "fine",
        ),
        ("违者将面临监禁。", "Les contrevenants risquent une amende ou la prison.", ("zh", "fr"), "omission", "amende"),
    ],
)
def test_a_member_more_or_less_is_found(
    rendering: str, official: str, languages: tuple[str, str], kind: str, member: str
) -> None:
    found = compare(rendering, official, rendering_language=languages[0], official_language=languages[1])
    (told,) = found.divergences
    assert (told.kind, told.severity) == (kind, "major")
    place, text = (told.rendering, rendering) if kind == "addition" else (told.official, official)
    assert place is not None
    assert place.of(text) == member


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        (
            "Les hôpitaux, les écoles et les crèches resteront ouverts",
            "Hospitals, schools and nurseries will remain open.",
            ("fr", "en"),
        ),
        (
            "Minors, expectant mothers and people with disabilities are exempt",
            "Les mineurs, les femmes enceintes et les personnes handicapées sont exemptés.",
            ("en", "fr"),
        ),
        ("我们将投资铁路和海空港口", "Nous investirons dans le rail, les ports et les aéroports.", ("zh", "fr")),
        (
            "un devoir de diligence, de conduite et non de résultat",
            "a duty of care, of conduct and not of result",
            ("fr", "en"),
        ),
        # A list that is not whole, or that the quote is a part of.
        ("Nous aiderons notamment les pêcheurs et les éleveurs", "我们将帮助渔民、牧民和农民。", ("fr", "zh")),
        ("We will invest in rail and ports", "我们将投资铁路、港口和机场等基础设施。", ("en", "zh")),
        ("hospitals and nurseries", "Les hôpitaux, les écoles et les crèches resteront ouverts.", ("en", "fr")),
        # "According to witnesses" is no member.
        (
            "Selon les témoins, un homme a crié et fui",
            "A man shouted and fled.",
            ("fr", "en"),
        ),
        ("Quelques navires sont partis.", "One or two ships have left.", ("fr", "en")),
        ("La tempête a fait des dizaines de victimes.", "The storm killed or injured dozens.", ("fr", "en")),
        ("Parents may ask for leave.", "Les mères ou les pères peuvent demander un congé.", ("en", "fr")),
        ("Il n'y a pas de danger.", "There is no risk or danger.", ("fr", "en")),
    ],
)
def test_a_faithful_list_is_no_finding(rendering: str, official: str, languages: tuple[str, str]) -> None:
    assert list(MemberChecker().check(make_pair(rendering, official, *languages))) == []


def test_a_member_outside_what_is_quoted_is_not_left_out() -> None:
    official = "Hospitals and schools, parks and pools, and libraries will remain open."
    quoted = Span(0, official.index(", parks"))
    pair = make_pair("Les hôpitaux et les écoles resteront ouverts", official, "fr", "en", core=quoted)
    assert list(MemberChecker().check(pair)) == []
