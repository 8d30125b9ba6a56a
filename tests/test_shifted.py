"""Negations that moved between what is known and the thing itself."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.shifted import shifted_negation


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "We are sure that the dam will not hold.", "Nous ne sommes pas sûrs que le barrage tienne."),
        ("fr-en", "Ces puits ne sont pas contaminés.", "There is no proof that these wells are contaminated."),
        ("fr-en", "La fuite n'est la cause d'aucun incendie.", "We cannot say if the leak was the cause of a fire."),
        ("zh-en", "水井没有受到污染。", "There is no evidence that the wells are contaminated."),
        ("en-fr", "It is not certain that the bridge is safe.", "Il est certain que le pont n'est pas sûr."),
    ],
)
def test_what_is_not_known_is_not_denied(languages: str, rendering: str, official: str) -> None:
    one, other = languages.split("-")
    assert shifted_negation(make_pair(rendering, official, one, other)) is not None
    found = compare(rendering, official, rendering_language=one, official_language=other)
    assert [divergence.kind for divergence in found.divergences] == ["polarity"]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        # a verb of opinion
        ("fr-en", "Nous pensons que ce pont n'est pas dangereux.", "We do not think that this bridge is dangerous."),
        # left open in other words
        ("en-fr", "The bridge may not be safe.", "Nous ne sommes pas certains que le pont soit sûr."),
        ("en-fr", "Nobody can tell if the dam will hold.", "Rien ne garantit que le barrage tiendra."),
        # denied on both sides
        ("fr-en", "Il n'est pas prouvé que ce vaccin soit inutile.", "This vaccine has not been proven to be useless."),
        ("en-fr", "The dam is not safe, and we know it.", "Le barrage n'est pas sûr, et nous le savons."),
        # a verb that was said before
        ("zh-fr", "他们知道你在听，却不知道你是谁。", "Ils sauront que vous écoutez, mais pas qui vous êtes."),
        # what a thing does not mean it is not
        ("fr-en", "Nous ne renonçons pas.", "That does not mean that we are giving up."),
    ],
)
def test_the_same_is_silent(languages: str, rendering: str, official: str) -> None:
    assert shifted_negation(make_pair(rendering, official, *languages.split("-"))) is None
