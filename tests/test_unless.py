"""An *unless* put for an *if*."""

from __future__ import annotations

import pytest

from polyglot_news import compare


def _told(rendering: str, official: str, languages: str) -> bool:
    one, two = languages.split("-")
    found = compare(rendering, official, rendering_language=one, official_language=two)
    return any("excepts" in one.reason for one in found.divergences)


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "en-fr",
            "The mill will close if the council votes for it.",
            "Le moulin fermera à moins que le conseil ne vote pour.",
        ),
        ("zh-en", "如果资金到位，船队将返航。", "Unless the money arrives, the fleet will return."),
        ("fr-zh", "Le bac partira sauf si le maire le permet.", "如果市长允许，渡船将开出。"),
    ],
)
def test_an_unless_for_an_if_is_told(languages: str, rendering: str, official: str) -> None:
    assert _told(rendering, official, languages)


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        # a not more evens them out
        ("fr-en", "Si l'argent n'arrive pas, la flotte rentrera.", "Unless the money arrives, the fleet will return."),
        ("zh-en", "如果付款，水手就会获释。", "The sailors will not be freed unless they are paid for."),
        # so does a verb that carries one
        (
            "fr-en",
            "La grève aura lieu si la direction refuse l'offre.",
            "Unless they accept the offer, there is a strike.",
        ),
    ],
)
def test_one_that_says_the_same_is_not(languages: str, rendering: str, official: str) -> None:
    assert not _told(rendering, official, languages)
