from __future__ import annotations

import pytest

from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.terms import check_terms
from polyglot_news.glossary import Glossary, Term
from polyglot_news.translate import Translator

CEASEFIRE = Term(forms={"en": ("ceasefire",), "fr": ("cessez-le-feu",), "zh": ("停火",)})
TRUCE = Term(forms={"en": ("truce",), "fr": ("trêve",), "zh": ("休战",)})
NO_TRUCE = Term(forms={"en": ("ceasefire",), "fr": ("trêve",), "zh": ("休战",)}, status="forbidden")
URGE = Term(forms={"en": ("urge",), "fr": ("exhorter", "demander à"), "zh": ("敦促",)})
OPPOSE = Term(forms={"en": ("firmly oppose",), "fr": ("s’opposer fermement",), "zh": ("坚决反对",)})
GLOSSARY = Glossary([CEASEFIRE, TRUCE, NO_TRUCE, URGE, OPPOSE])


@pytest.mark.parametrize(
    ("rendering", "official", "severities"),
    [
        ("Le cessez-le-feu est fragile.", "The ceasefire is fragile.", []),
        ("La trêve est fragile.", "The ceasefire is fragile.", ["major"]),
        ("停火是脆弱的。", "Le cessez-le-feu est fragile.", []),
        ("休战是脆弱的。", "Le cessez-le-feu est fragile.", ["major"]),
        ("The ceasefire is fragile.", "La trêve est fragile.", ["major"]),
        ("The truce is fragile.", "La trêve est fragile.", []),
        ("The truce is fragile.", "The truce is fragile.", []),
        ("Tout est fragile.", "Everything is fragile.", []),
        # a verb in its sentence
        ("J’exhorte les parties à négocier.", "I urge the parties to negotiate.", []),
        ("Nous demandons aux parties de négocier.", "I urge the parties to negotiate.", []),
        ("He urged the parties to negotiate.", "他敦促各方谈判。", []),
        ("Nous nous opposons fermement à ce projet.", "We firmly oppose this project.", []),
        ("J’encourage les parties à négocier.", "I urge the parties to negotiate.", ["minor"]),
    ],
)
def test_terms(rendering: str, official: str, severities: list[str]) -> None:
    found = list(check_terms(make_pair(rendering, official), GLOSSARY))
    assert [divergence.severity for divergence in found] == severities


def test_spans_point_at_both_words() -> None:
    rendering, official = "La trêve est fragile.", "The ceasefire is fragile."
    (divergence,) = check_terms(make_pair(rendering, official), GLOSSARY)
    assert divergence.rendering is not None
    assert divergence.official is not None
    assert divergence.rendering.of(rendering) == "trêve"
    assert divergence.official.of(official) == "ceasefire"


def test_a_forbidden_rendering_is_no_other_sense() -> None:
    wanted = Term(forms={"en": ("attack",), "fr": ("agression",)})
    unwanted = Term(forms={"en": ("attack",), "fr": ("attaque",)}, status="forbidden")
    for glossary, used in (((wanted,), "attaque"), ((wanted, unwanted), "agression")):
        translator = Translator(glossary=Glossary(glossary))
        assert used in translator.translate("The envoy condemned the attack.", source="en", target="fr").text
