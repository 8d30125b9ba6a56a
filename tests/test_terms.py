from __future__ import annotations

import pytest

from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.terms import check_terms
from polyglot_news.glossary import Glossary, Term
from polyglot_news.glossary.presence import find_forms
from polyglot_news.glossary.words import number, plurals
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
        assert used in translator.translate("The attack killed three soldiers.", source="en", target="fr").text


@pytest.mark.parametrize(
    ("form", "text", "language", "found"),
    [
        ("accord de libre-échange", "des accords de libre échange", "fr", True),
        ("cessez-le-feu", "Les cessez-le-feu se suivent.", "fr", True),
        ("Haut représentant", "la Haute représentante", "fr", True),
        ("État membre", "les Etats membres", "fr", True),
        ("Émirats arabes unis", "aux Emirats arabes unis", "fr", True),
        ("directeur général", "la directrice générale", "fr", True),
        ("conseiller d’État", "les conseillères d’Etat", "fr", True),
        ("travailleur humanitaire", "une travailleuse humanitaire", "fr", True),
        ("travail forcé", "les travaux forcés", "fr", True),
        ("exhorter", "J’exhorte les parties.", "fr", True),
        ("éliminer", "Elimine-t-il ces armes ?", "fr", True),
        ("parties concernées", "les partis concernés", "fr", False),
        ("droit", "la droite", "fr", False),
        ("président", "la vice-présidente", "fr", False),
        ("chef d’État", "le chef d’état-major", "fr", False),
        ("parole", "le porte-parole", "fr", False),
        ("ce conflit", "ce conflit-là", "fr", True),
        ("president", "the vice-president", "en", False),
        ("Secretary-General", "the Under-Secretary-General", "en", False),
        ("UN", "a UN-backed plan", "en", True),
        ("EU", "the China-EU summit", "en", True),
        ("Senate", "the House-Senate talks", "en", True),
    ],
)
def test_forms_are_found_inflected_and_not_in_compounds(form: str, text: str, language: str, found: bool) -> None:
    assert bool(find_forms(text, [form], language)) == found


@pytest.mark.parametrize(
    ("form", "text", "language", "found"),
    [
        ("État membre", "les Etats membres", "fr", "Etats membres"),
        ("accord de libre-échange", "L’accord de libre échange", "fr", "accord de libre échange"),
        ("free trade agreement", "two free-trade agreements", "en", "free-trade agreements"),
        ("peace talks", "We want peace - talks fail.", "en", None),
        ("attorney general", "the attorneys general", "en", "attorneys general"),
        ("euro", "ten euros", "en", "euros"),
        ("chef d’État", "le chef d’état-major", "fr", None),
        ("president", "the vice-president", "en", None),
    ],
)
def test_terms_of_a_text(form: str, text: str, language: str, found: str | None) -> None:
    matches = Glossary([Term(forms={language: [form], "zh": ["词"]})]).find(text, language)
    assert [match.text for match in matches] == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "forms", "language", "expected"),
    [
        ("free-trade agreement", ["free trade agreement"], "en", "singular"),
        ("free-trade agreements", ["free trade agreement"], "en", "plural"),
        ("peacekeepers", ["peacekeeper", "peacekeepers"], "en", "plural"),
        ("double standards", ["double standards"], "en", None),
        ("Etat membre", ["État membre"], "fr", "singular"),
        ("cessez-le-feu", ["cessez-le-feu"], "fr", None),
        ("停火", ["停火"], "zh", None),
    ],
)
def test_number(text: str, forms: list[str], language: str, expected: str | None) -> None:
    assert number(text, forms, language) == expected


@pytest.mark.parametrize(
    ("form", "language", "expected"),
    [
        ("sanctions", "en", []),
        ("power politics", "en", []),
        ("gas", "en", ["gases"]),
        ("party concerned", "en", ["parties concerned"]),
        ("Secretary-General", "en", ["Secretaries-General"]),
        ("major general", "en", ["major generals"]),
        ("vice-président", "fr", ["vice-présidents"]),
        ("visite d’État", "fr", ["visites d’État"]),
    ],
)
def test_plurals(form: str, language: str, expected: list[str]) -> None:
    assert plurals(form, language) == expected


@pytest.mark.parametrize(
    ("forms", "text", "languages", "has", "lacks"),
    [
        # in the plural, whatever is written with a capital in it
        ({"en": ["state visit"], "fr": ["visite d’État"]}, "State visits help.", "en fr", "visites d’État", "visite "),
        (
            {"en": ["peacekeeper", "peacekeepers"], "fr": ["soldat de la paix"]},
            "The peacekeepers are under the authority of the Secretary-General.",
            "en fr",
            "Les soldats de la paix",
            "gardiens",
        ),
        # with its article, and nothing left of what stood there
        (
            {"en": ["task force"], "fr": ["équipe spéciale"]},
            "The task force of the president has failed.",
            "en fr",
            "L’équipe spéciale du président",
            "travail",
        ),
        (
            {"en": ["task force"], "fr": ["équipe spéciale"]},
            "Because of the task force, the roads are open.",
            "en fr",
            "l’équipe spéciale",
            "spéciales",
        ),
        (
            {"en": ["two-state solution"], "zh": ["两国方案"]},
            "The special envoys of the European Union spoke of a two-state solution.",
            "en zh",
            "两国方案",
            "两个",
        ),
        (
            {"en": ["displaced persons"], "zh": ["流离失所者"]},
            "The aid workers reached the displaced persons through humanitarian corridors.",
            "en zh",
            "到达流离失所者",
            "失国",
        ),
        # with the capital of a sentence
        (
            {"en": ["border crossing"], "fr": ["point de passage"]},
            "Border crossings to the Emirates remain closed.",
            "en fr",
            "Les points de passage",
            "points de passages",
        ),
        # a verb in the place of a verb, behind its preposition
        (
            {"zh": ["保持克制"], "en": ["exercise restraint"]},
            "他敦促各方保持克制。",
            "zh en",
            "to exercise restraint",
            "restraints",
        ),
    ],
)
def test_terms_of_several_words(forms: dict[str, list[str]], text: str, languages: str, has: str, lacks: str) -> None:
    source, target = languages.split()
    said = Translator(glossary=Glossary([Term(forms=forms)])).translate(text, source, target).text
    assert has in said
    assert lacks not in said
    assert said[:1] == said[:1].upper()
