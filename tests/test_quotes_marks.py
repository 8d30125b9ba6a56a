"""Which marks open and close, and what stands between them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.quotes import Quote, extract_quotes


def contents(text: str, language: str) -> list[list[str]]:
    return [[span.of(text) for span in quote.contents] for quote in extract_quotes(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“We will pay,” she said.", [["We will pay,"]]),
        ("en", '"We will pay," she said.', [["We will pay,"]]),
        ("en", "‘We will pay,’ she said.", [["We will pay,"]]),
        ("en", "'We will pay,' she said.", [["We will pay,"]]),
        ("en", "''We will pay,'' she said.", [["We will pay,"]]),
        ("en", "``We will pay,'' she said.", [["We will pay,"]]),
        ("en", "”We will pay for it all.” — Jane Doe", [["We will pay for it all."]]),
        ("en", '“We will pay," she said.', [["We will pay,"]]),
        ("en", '"A b c d," he said. "E f g."', [["A b c d,", "E f g."]]),
        ("fr", "« Nous paierons », a-t-elle dit.", [["Nous paierons"]]),
        ("fr", "«\u00a0Nous paierons\u00a0», a-t-elle dit.", [["Nous paierons"]]),
        ("fr", "‹ Nous paierons ›, a-t-elle dit.", [["Nous paierons"]]),
        ("fr", "“Nous paierons”, a-t-elle dit.", [["Nous paierons"]]),
        (
            "fr",
            "« L’État, c’est “nous”, partout », a-t-elle ajouté.",
            [["L’État, c’est “nous”, partout"]],
        ),
        ("zh", "她说：“我们会付钱。”", [["我们会付钱。"]]),
        ("zh", "她說：「我們會『全部』付錢。」", [["我們會『全部』付錢。"]]),
        ("zh", "她说：”我们会付钱。”", [["我们会付钱。"]]),
        ("zh", '她说："我们会付钱。"', [["我们会付钱。"]]),
        ("de", "»Wir zahlen morgen alles«, sagte sie.", [["Wir zahlen morgen alles"]]),
        ("de", "„Wir zahlen morgen alles“, sagte sie.", [["Wir zahlen morgen alles"]]),
    ],
)
def test_marks_of_all_usual_styles(language: str, text: str, expected: list[list[str]]) -> None:
    assert contents(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' rights and the delegates’ wishes don't matter.",
        'He was 6\'2" tall, and the pipe was 5" wide.',
        "It was the spring of '68, and ‘90s music came later, ’twas said.",
        "Rock 'n' roll isn't dead.",
        '<tweet author="jane" id="12">',
        "L’été, c’est aujourd’hui ; l'hiver, c'est demain.",
        "",
        "   \n\n  ",
        "“”",
        "“ ... ”",
        "A sentence without any quote.",
    ],
)
def test_apostrophes_primes_and_attributes_are_no_quotes(text: str) -> None:
    assert contents(text, "en") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“A b c,” she said, “d e f.”", [["A b c,", "d e f."]]),
        ("en", "“A b c,” she said. “D e f.”", [["A b c,", "D e f."]]),
        ("en", "“A b c,” she said. “D e f,” she added.", [["A b c,"], ["D e f,"]]),
        ("en", "“A b c,” she said. Nobody spoke. “D e f.”", [["A b c,"], ["D e f."]]),
        ("fr", "« A b c », dit-il, « d e f. »", [["A b c", "d e f."]]),
        ("fr", "« A b c, a déclaré le ministre, d e f. »", [["A b c", "d e f."]]),
        ("fr", "« A b c, explique-t-elle. D e f. »", [["A b c", "D e f."]]),
        (
            "fr",
            "« Le peuple souffre, demande la paix et la veut. »",
            [["Le peuple souffre, demande la paix et la veut."]],
        ),
        ("zh", "“我们同意，”林剑说，“但是有条件。”", [["我们同意，", "但是有条件。"]]),
    ],
)
def test_a_quote_split_by_its_attribution_is_one(language: str, text: str, expected: list[list[str]]) -> None:
    assert contents(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“One b c.\n\n“Two b c.\n\n“Three b c,” he said.", [["One b c.", "Two b c.", "Three b c,"]]),
        ("en", '"One b c.\n\n"Two b c," he said.', [["One b c.", "Two b c,"]]),
        ("en", "“One b c.\n\nTwo b c,” he said.", [["One b c.", "Two b c,"]]),
        ("en", "“One “x” b c.\n\n“Two b c,” he said.", [["One “x” b c.", "Two b c,"]]),
        ("fr", "« Un b c.\n\n« Deux b c », dit-il.", [["Un b c.", "Deux b c"]]),
        ("fr", "« Un b c.\n\n» Deux b c », dit-il.", [["Un b c.", "Deux b c"]]),
        ("zh", "他说：“第一段。\n“第二段。”", [["第一段。", "第二段。"]]),
    ],
)
def test_a_quote_over_several_paragraphs_is_one(language: str, text: str, expected: list[list[str]]) -> None:
    assert contents(text, language) == expected


def test_hard_wrapped_text_is_read_by_its_empty_lines() -> None:
    text = (
        "The minister spoke for an hour and told the assembly that “the\n"
        "talks had failed for reasons that nobody in the room could name\n"
        "with any certainty.” She left without taking any questions at\n"
        "all, and nobody followed.\n"
    )
    (quote,) = extract_quotes(text, "en")
    assert " ".join(quote.text.split()) == (
        "the talks had failed for reasons that nobody in the room could name with any certainty."
    )
    assert quote.warning is None


@pytest.mark.parametrize(
    ("text", "expected", "warning"),
    [
        ("He said “we will go there. Then he left.", "we will go there. Then he left.", "never closed"),
        ("We are ready for it,” said the minister.", "We are ready for it,", "never opened"),
        ("“It is bad for us, he said. “It is good for us.”", "It is bad for us, he said.", "never closed"),
        ("« Nous sommes prêts, a dit le ministre.", "Nous sommes prêts, a dit le ministre.", "never closed"),
    ],
)
def test_unbalanced_marks_give_the_best_reading_and_a_warning(text: str, expected: str, warning: str) -> None:
    quote = extract_quotes(text, "en")[0]
    assert quote.text == expected
    assert quote.warning is not None
    assert warning in quote.warning


MARKS = [*"“”\"'‘’«»‹›「」『』《》„‚`>–—-:：，。.,!?()[] \n", "\n\n", "''", "``", "6'2\"", "\u3000", "\r", "\u2028"]
WORDS = [
    "he said",
    "Jane Doe",
    "told reporters that",
    "according to",
    "a-t-il déclaré",
    "selon le ministre",
    "dit-elle",
]
HAN = ["林剑", "表示", "他对记者说", "据新华社报道", "地", "a", "B", "1"]
SOUP = st.lists(st.sampled_from([*MARKS, *WORDS, *HAN]), max_size=40).map("".join)


def assert_text_holds_contents(quote: Quote, text: str) -> None:
    """The parts stand in the text of a quote in their order, all as far apart; a stop may stand for a comma."""
    joint = (len(quote.text) - sum(map(len, quote.contents))) // max(1, len(quote.contents) - 1)
    position = 0
    for span in quote.contents:
        here, part = quote.text[position : position + len(span)], span.of(text)
        assert here == part or (here[:-1] == part[:-1] and here[-1] in ".。" and part[-1] in ",，")
        position += len(span) + joint
    assert position - joint == len(quote.text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“We will wait,” Ann Roe said. “Nobody will be paid.”", "We will wait. Nobody will be paid."),
        ("en", "“We will wait,” Ann Roe said, “and then we will see.”", "We will wait, and then we will see."),
        ("en", "“Will you wait?” Ann Roe asked. “I will not.”", "Will you wait? I will not."),
        ("en", "“We will wait,” Ann Roe said.", "We will wait,"),
        ("fr", "« Nous attendrons, a dit Anne Roche. Rien ne sera payé. »", "Nous attendrons. Rien ne sera payé."),
        ("fr", "« Nous attendrons », a dit Anne Roche. « Rien ne sera payé. »", "Nous attendrons. Rien ne sera payé."),
        ("fr", "« Nous attendrons, a dit Anne Roche, la fin du mois. »", "Nous attendrons la fin du mois."),
        ("zh", "“我们会等，”李明说，“但不会等太久。”", "我们会等，但不会等太久。"),
        ("zh", "「我們會等，」李明說。「誰也拿不到錢。」", "我們會等。誰也拿不到錢。"),
    ],
)
def test_a_stop_of_the_attribution_parts_two_sentences(language: str, text: str, expected: str) -> None:
    (quote,) = extract_quotes(text, language)
    assert quote.text == expected
    assert_text_holds_contents(quote, text)


@settings(max_examples=80, deadline=None)
@given(text=st.one_of(SOUP, st.text(max_size=60)), language=st.sampled_from(["en", "fr", "zh", "und", "xx-YY"]))
def test_any_string_gives_ordered_contents_inside_it(text: str, language: str) -> None:
    position = 0
    quotes = extract_quotes(text, language)
    for quote in quotes:
        for span in quote.contents:
            assert position <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
            position = span.end
        assert_text_holds_contents(quote, text)
        for span_or_none in (quote.speaker, quote.mention, quote.cue):
            assert span_or_none is None or span_or_none.of(text).strip()
    assert quotes == extract_quotes(text, language)


@pytest.mark.parametrize(
    "unit",
    ['"', "“", "”", "'", "a ", "« ", "“a” ", "“a” he said. ", "他说：“好。”", "\n> a", "– a\n", "said ", "(", "."],
)
@pytest.mark.usefixtures("steady_clock")
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        for language in ("en", "fr", "zh"):
            extract_quotes(text, language)
        return time.process_time() - start

    seconds(200)
    small, large = seconds(1000), seconds(6000)
    assert large < 18 * small + 0.1
