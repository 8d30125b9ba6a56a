"""A few quoted words: which of them are statements, and which quotes of one attribution belong together."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Among them, "some 40 million" can no longer read.'),
        ("en", 'Of the boats, "nearly half" never came back.'),
        ("en", 'The bill rose by "12 per cent" in a year.'),
        ("en", 'The port lost "$40 million" last year.'),
        ("en", 'The siren "has been tested" twice.'),
        ("en", 'The ferry "cannot sail" in winter.'),
        ("en", 'The plan is due "within six weeks".'),
        ("en", 'The bridge is closed "every three years".'),
        ("fr", "Le plan doit paraître « sous six semaines »."),
        ("fr", "Parmi eux, « quelque 40 millions » ne savent plus lire."),
        ("fr", "Des bateaux, « près de la moitié » ne sont pas revenus."),
        ("fr", "La facture a grimpé de « 12 % » en un an."),
        ("fr", "Le rapport juge encore que la pompe « a bien tourné »."),
        ("fr", "Le pont « s’est effondré » en mars."),
        ("fr", "Le bac « ne partira pas »."),
        ("zh", "“最老旧的三百户人家”将先搬走。"),
        ("zh", "报告还认为，水泵“确实停了”。"),
        ("zh", "盐分将限制在“每升20毫克”。"),
        ("zh", "新渡轮“预计将在2031年启航”。"),
        ("zh", "新渡輪「將於六月啟航」；舊渡輪照開。"),
        ("zh", "報告還指出，渡輪“照常開了”。"),
        ("zh", "渡轮“没有停航”，航班照旧。"),
        ("zh", "首批渡輪「可望六月交船」。"),
        ("zh", "局長並將於「七月二日召集船東」。"),
        ("zh", "每五班就有一班「誤點超過一小時」。"),
        ("zh", "乘客「從41萬增加到110萬」。"),
    ],
)
def test_a_figure_and_a_predicate_are_statements_however_short(language: str, text: str) -> None:
    (quote,) = extract_quotes(text, language)
    assert quote.is_statement


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Their "can do" spirit won the day.'),
        ("en", 'The "1 per cent" own the town.'),
        ("en", 'They will sail "one day".'),
        ("en", 'The "two weeks" rule is gone.'),
        ("en", 'A "10-point plan" will help nobody.'),
        ("en", 'The "big five" firms met in Oslo.'),
        ("en", 'He signed the "three red lines" charter.'),
        ("fr", "Les « cinq piliers » tiennent."),
        ("fr", "Les « 1 % » possèdent la ville."),
        ("fr", "Les « gilets jaunes » défilent."),
        ("zh", "“三个代表”写进了章程。"),
        ("zh", "“五百强”都来了。"),
        ("zh", "“中国制造2025”是一份规划。"),
        ("zh", "这种“不合作主义”很常见。"),
        ("zh", "公司推出“百亿补贴”。"),
        ("zh", "他们开了一家“没有门的店”。"),
    ],
)
def test_names_with_a_figure_or_a_verb_are_none(language: str, text: str) -> None:
    (quote,) = extract_quotes(text, language)
    assert not quote.is_statement


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            '"All requests are approved," Ann Roe said, citing the 40 files of last year, "in six weeks on average."',
            ["All requests are approved,", "in six weeks on average."],
        ),
        (
            "en",
            '"All requests are approved," said Ann Roe, and pointed to 40 files accepted, "in six weeks on average."',
            ["All requests are approved,", "in six weeks on average."],
        ),
        (
            "fr",
            "« Tout est prêt », a dit Anne Roche, évoquant 40 dossiers acceptés au printemps, « en six semaines ».",
            ["Tout est prêt", "en six semaines"],
        ),
        (
            "fr",
            "« Tout est prêt », a dit Anne Roche avant de citer les 40 dossiers acceptés, « en six semaines ».",
            ["Tout est prêt", "en six semaines"],
        ),
        (
            "en",
            'Both sides "have met twice", Ann Roe said. "We hope for more."',
            ["have met twice", "We hope for more."],
        ),
        (
            "fr",
            "Les deux camps « se sont vus deux fois », a dit Anne Roche. « Nous espérons mieux. »",
            ["se sont vus deux fois", "Nous espérons mieux."],
        ),
        (
            "zh",
            "“申请都批了，”李明说，并提到去年通过的四十份材料，“平均用了六周”。",
            ["申请都批了，", "平均用了六周"],
        ),
        (
            "en",
            '"We have waited," Ann Roe said, speaking to the press after the talks in Oslo, "and we will wait again."',
            ["We have waited, and we will wait again."],
        ),
        (
            "en",
            '"We have waited," said Ann Roe, who took office in March, "and we will wait again."',
            ["We have waited, and we will wait again."],
        ),
        (
            "fr",
            "« Nous avons attendu », a dit Anne Roche, répondant à la presse, « et nous attendrons encore ».",
            ["Nous avons attendu et nous attendrons encore"],
        ),
        (
            "fr",
            "« Nous avons attendu, a dit Anne Roche, qui dirige le port, et nous attendrons encore. »",
            ["Nous avons attendu et nous attendrons encore."],
        ),
        ("zh", "“我们等过，”李明在奥斯陆会谈后对记者说，“还会再等。”", ["我们等过，还会再等。"]),
    ],
)
def test_what_is_told_between_two_quotes_parts_them(language: str, text: str, expected: list[str]) -> None:
    quotes = extract_quotes(text, language)
    assert [quote.text for quote in quotes] == expected
    assert len({quote.speaker.of(text).partition(",")[0] for quote in quotes if quote.speaker}) == 1
    assert all(quote.speaker for quote in quotes)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The mill with the lowest rating, D, “will be closed”, the memo said.", "the memo"),
        ("en", "The city hopes that its mill “will be saved”, Ann Roe said.", "Ann Roe"),
        ("en", "The minister said that the mill “will be saved”, Ann Roe said.", "The minister"),
        ("en", "Ann Roe hopes that the mill “will be saved”, the agency reported.", "Ann Roe"),
        ("en", "Ann Roe hopes that the mill “will be saved”, she said.", "Ann Roe"),
        ("fr", "La ville souhaite que « le moulin reste », a déclaré Anne Roy.", "Anne Roy"),
        ("fr", "La maire a assuré que « le moulin restera », rappelle Anne Roy.", "La maire"),
        ("en", "Ann Roe smiled. A note by the council, which he wants “by May”, is late. “Good,” she said.", None),
    ],
)
def test_who_says_the_whole_sentence_outweighs_who_hopes_or_rates(
    language: str, text: str, expected: str | None
) -> None:
    first, *rest = extract_quotes(text, language)
    assert (first.speaker.of(text) if first.speaker else None) == expected
    assert [quote.speaker.of(text) for quote in rest if quote.speaker] == ["Ann Roe" for _ in rest]
