"""Limits that no rendering leaves out: an *only* of leave, *in principle*, what is only heard, or only for now."""

from __future__ import annotations

import pytest

from polyglot_news import compare


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("en-zh", "Only guild members may sell here.", "行会成员可以在此出售。"),
        ("fr-en", "Seuls les riverains munis d'un badge peuvent entrer.", "Residents with a badge may enter."),
        ("en-fr", "The cellar may be used only to store wine.", "La cave peut servir à stocker du vin."),
        ("zh-fr", "据传歌剧院院长已辞职。", "Le directeur de l'opéra a démissionné."),
        ("en-fr", "The painter is said to have left for Peru.", "Le peintre est parti pour le Pérou."),
        ("zh-en", "双方原则上同意修建隧道。", "The two sides agreed to build the tunnel."),
        ("fr-en", "Le concert est provisoirement fixé au 4 mai.", "The concert has been set for May 4."),
        ("en-fr", "As far as we know, no one was hurt.", "Personne n'a été blessé."),
        ("fr-en", "Pour l'instant, le four ne fermera pas.", "The kiln will not close."),
        ("zh-en", "现阶段，磨坊不会关闭。", "The mill will not close."),
        ("en-fr", "At this stage, we have no plans to sell it.", "Nous n'avons pas l'intention de le vendre."),
    ],
)
def test_a_limit_that_makes_the_claim_is_not_left_out(languages: str, official: str, rendering: str) -> None:
    one, other = languages.split("-")
    found = compare(rendering, official, rendering_language=other, official_language=one)
    assert [divergence.kind for divergence in found.divergences] == ["qualifier"]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("fr-en", "Seuls les riverains peuvent entrer.", "No one but residents may enter."),
        ("zh-en", "只有行会成员才能在此出售。", "Selling here is reserved for guild members."),
        ("en-fr", "The painter is said to have left for Peru.", "Le peintre serait parti pour le Pérou."),
        ("zh-fr", "据传歌剧院院长已辞职。", "Le bruit court que le directeur de l'opéra a démissionné."),
        ("en-zh", "The mill will close temporarily.", "磨坊将临时关闭。"),
        ("fr-en", "Le four ne servira que lorsque le bois sera sec.", "The kiln will run only when the wood is dry."),
        ("en-zh", "The mill opens only on condition that the river falls.", "只有河水退了，磨坊才会开门。"),
        ("fr-zh", "À ma connaissance, le four est éteint.", "据我所知，炉子已经熄火。"),
        ("fr-en", "À ce stade, le four reste fermé.", "The kiln remains closed."),
        ("fr-en", "Pour l'instant, le four ne fermera pas.", "The kiln will not close yet."),
    ],
)
def test_the_same_in_other_words_is_silent(languages: str, official: str, rendering: str) -> None:
    one, other = languages.split("-")
    found = compare(rendering, official, rendering_language=other, official_language=one)
    assert not [divergence for divergence in found.divergences if divergence.kind == "qualifier"]
