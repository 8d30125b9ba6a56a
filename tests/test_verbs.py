"""Infinitives and conjugated forms."""

from __future__ import annotations

import pytest

from polyglot_news.verbs import conjugated, inflect_english, is_infinitive, third_person


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("condamner fermement", True), ("s’opposer", True), ("se féliciter", True), ("établir", True),
        ("prendre note de", True), ("émettre une protestation", True), ("réduire", True),
        ("conseiller d’État", False), ("mer territoriale", False), ("lettre d’intention", False), ("glacier", False),
        ("salaire", False), ("pouvoir d’achat", False), ("territoire occupé", False), ("cessez-le-feu", False),
    ],
)  # fmt: skip
def test_infinitives(form: str, infinitive: bool) -> None:
    assert is_infinitive(form, "fr") == infinitive
    assert not is_infinitive(form, "en")


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("exhorter", "exhorte exhortons exhortait exhorta exhortera exhorteraient exhorté exhortées exhortant"),
        ("menacer", "menace menaçons menaçait menacez menacé"),
        ("changer", "change changeons changeait changerions"),
        ("déployer", "déploie déployons déploiera déployé"),
        ("appeler", "appelle appelons appellera appelé"),
        ("accélérer", "accélère accélérons accélérera"),
        ("enregistrer", "enregistre enregistrent"),
        ("lever", "lève levons lèvera levait"),
        ("établir", "établit établissons établissait établira établi établirent établisse"),
        ("défendre", "défend défendons défendait défendra défendu défendit"),
        ("prendre", "prend prenons prennent prendra pris prises prit"),
        ("émettre", "émet émettons émettra émis émises émit"),
        ("maintenir", "maintient maintenons maintiennent maintiendra maintenu maintint"),
        ("faire", "fait faisons font fera fasse fit"),
        ("réduire", "réduit réduisons réduira réduite réduisit"),
        ("contraindre", "contraint contraignons contraindra contraignit"),
    ],
)
def test_a_french_verb_is_conjugated(infinitive: str, forms: str) -> None:
    assert set(forms.split()) <= conjugated(infinitive)
    assert infinitive not in conjugated(infinitive)


@pytest.mark.parametrize(
    ("infinitive", "present", "future"),
    [
        ("appeler", "appelle", "appellera"), ("renouveler", "renouvelle", "renouvellera"),
        ("jeter", "jette", "jettera"), ("cacheter", "cachette", "cachettera"),
        ("marteler", "martèle", "martèlera"), ("dégeler", "dégèle", "dégèlera"),
        ("acheter", "achète", "achètera"), ("haleter", "halète", "halètera"),
        ("lever", "lève", "lèvera"), ("peser", "pèse", "pèsera"), ("sevrer", "sèvre", "sèvrera"),
        ("espérer", "espère", "espérera"), ("céder", "cède", "cédera"), ("célébrer", "célèbre", "célébrera"),
        ("assécher", "assèche", "asséchera"), ("déléguer", "délègue", "déléguera"),
        ("tweeter", "tweete", "tweetera"), ("vexer", "vexe", "vexera"), ("interviewer", "interviewe", "interviewera"),
        ("interpeller", "interpelle", "interpellera"), ("regretter", "regrette", "regrettera"),
        ("créer", "crée", "créera"), ("rester", "reste", "restera"),
    ],
)  # fmt: skip
def test_the_stem_of_a_french_verb_in_er_changes_by_rule(infinitive: str, present: str, future: str) -> None:
    finite, participle, _ = third_person(infinitive)
    assert {present, present + "nt", future} <= finite
    assert len(finite) == 10
    assert participle == infinitive[:-2] + "é"


def test_what_is_not_conjugated() -> None:
    assert conjugated("vouloir") == frozenset()
    assert not {"appele", "menacons", "changons", "leve", "prendons"} & {
        form for verb in ("appeler", "menacer", "changer", "lever", "prendre") for form in conjugated(verb)
    }


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("urge", ("urges", "urged", "urging")),
        ("deny", ("denies", "denied", "denying")),
        ("stress", ("stresses", "stressed", "stressing")),
        ("obey", ("obeys", "obeyed", "obeying")),
    ],
)
def test_an_english_verb_is_inflected(base: str, forms: tuple[str, str, str]) -> None:
    assert inflect_english(base) == forms
