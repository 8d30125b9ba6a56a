"""Official texts that quote in their turn: what is told around a quotation was not said."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article

RELEASE = (
    "« La digue du nord est réparée dans la plupart des communes », a indiqué la préfète Anne Kern lors d’une visite "
    "au port mardi. « Le conseil, a précisé l’élu, ne peut pas payer seul ces travaux. »"
)


@pytest.mark.parametrize(
    ("quote", "kinds"),
    [
        ("The northern dyke has been repaired in most municipalities", []),
        ("The northern dyke has been repaired in all municipalities", ["qualifier"]),
        ("The council cannot pay for these works alone", []),
        ("The council can pay for these works alone", ["polarity"]),
    ],
)
def test_only_what_stands_between_the_marks_was_said(quote: str, kinds: list[str]) -> None:
    (item,) = compare_article(f"“{quote},” she said.", [RELEASE]).items
    assert [finding.divergence.kind for finding in item.findings] == kinds
    for finding in item.findings:
        assert finding.divergence.official is not None
        assert finding.divergence.official.of(RELEASE) in {"la plupart", "ne peut pas"}


def test_a_speech_that_quotes_is_compared_as_a_whole() -> None:
    speech = "Mon père disait : « Une digue se répare avant l’hiver. »"
    (item,) = compare_article(
        "He recalled: “My father used to say: ‘A dyke is repaired before winter’.”", [speech]
    ).items
    assert item.verdict == "faithful"


def test_a_long_clause_that_tells_who_spoke_is_not_left_out() -> None:
    release = (
        "« Le phare sera rallumé en mai », a déclaré la maire Inès Roy. « Dix gardiens seront formés », a-t-elle "
        "précisé devant les élus du canton réunis au port de pêche à l’occasion de la fête de la mer."
    )
    article = "“The lighthouse will be lit again in May,” said Inès Roy. “Ten keepers will be trained.”"
    (item,) = compare_article(article, [release]).items
    assert (item.verdict, item.findings) == ("faithful", ())
