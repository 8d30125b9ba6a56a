"""What was put for another operator on the same verb or noun is told, and its faithful neighbours are not."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.modality import modals
from polyglot_news.compare.operators.bound import swapped
from polyglot_news.compare.operators.little import little_for_none
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import polarity_suspects
from polyglot_news.compare.qualifiers import qualifiers
from polyglot_news.compare.speech_acts import speech_suspects

# Languages of the official text and of the rendering, official text, faithful rendering, altered rendering.
# fmt: off
CASES = (
    # will and may on the same verb, though another verb has a will of its own
    ("fr", "en", "Les communes qui n’auront pas rendu leur dossier pourraient perdre leur dotation.",
     "Towns that have not handed in their file could lose their grant.",
     "Towns that have not handed in their file will lose their grant."),
    ("fr", "en", "Les loyers pourraient augmenter si l’inflation persiste.",
     "Rents may rise if inflation persists.", "Rents will rise if inflation persists."),
    ("en", "fr", "Ferry crossings will resume on Monday.",
     "Les traversées reprendront lundi.", "Les traversées pourraient reprendre lundi."),
    ("en", "fr", "We do not rule out that the bridge will be closed to lorries.",
     "Nous n’excluons pas que le pont soit fermé aux camions.", "Le pont sera fermé aux camions."),
    ("fr", "zh", "Nous n’écartons pas que certains vols soient annulés.",
     "我们不排除部分航班会取消。", "部分航班将会取消。"),
    # what ought to have been done, and what might have been
    ("en", "fr", "The dam should have been inspected in spring.",
     "Le barrage aurait dû être inspecté au printemps.", "Le barrage aurait pu être inspecté au printemps."),
    ("fr", "en", "Le ministère aurait pu publier ces chiffres.",
     "The ministry could have published these figures.", "The ministry should have published these figures."),
    # likely and certain
    ("fr", "en", "Des coupures de courant sont probables cet hiver.",
     "Power cuts are likely this winter.", "Power cuts are certain this winter."),
    ("en", "fr", "An increase in fares is inevitable.",
     "Une hausse des tarifs est inévitable.", "Une hausse des tarifs est probable."),
    # hopes and promises
    ("en", "fr", "I hope that the council will reopen the library in spring.",
     "J’espère que la mairie rouvrira la bibliothèque au printemps.",
     "La mairie s’est engagée à rouvrir la bibliothèque au printemps."),
    ("fr", "en", "Nous nous engageons à publier le rapport avant Noël.",
     "We undertake to publish the report before Christmas.", "We hope to publish the report before Christmas."),
    # what only seems so
    ("en", "fr", "The vaccine appears to protect eight children in ten.",
     "Le vaccin semble protéger huit enfants sur dix.", "Le vaccin protège huit enfants sur dix."),
    ("fr", "en", "La nappe semble se recharger plus vite que prévu.",
     "The water table seems to be refilling faster than expected.",
     "The water table is refilling faster than expected."),
    # with and without
    ("fr", "en", "Le préfet peut réquisitionner le terrain sans l’accord du maire.",
     "The prefect may requisition the land without the mayor’s agreement.",
     "The prefect may requisition the land with the mayor’s agreement."),
    ("en", "fr", "The data will be passed on with the patients’ consent.",
     "Les données seront transmises avec le consentement des patients.",
     "Les données seront transmises sans le consentement des patients."),
    # little and none
    ("en", "fr", "There is no difference whatsoever between the two drugs.",
     "Il n’y a aucune différence entre les deux médicaments.",
     "Il y a peu de différence entre les deux médicaments."),
    ("fr", "en", "Le ministère n’a aucun lien avec cette société.",
     "The ministry has no link with this company.", "The ministry has little to do with this company."),
    ("zh", "fr", "这笔交易同选举没有任何关联。",
     "Cette transaction n’a aucun rapport avec les élections.",
     "Cette transaction n’a que peu de rapport avec les élections."),
    # sometimes and for ever
    ("fr", "en", "Le froid prive les randonneurs de leurs forces, parfois pour de bon.",
     "The cold robs hikers of their strength, sometimes for good.",
     "The cold robs hikers of their strength, permanently."),
)

FAITHFUL = (
    ("fr", "en", "Les élèves pourront choisir leur option en juin.", "Pupils will choose their option in June."),
    ("fr", "en", "Le port restera fermé tant que l’épave n’aura pas été retirée.",
     "The port will stay closed until the wreck has been removed."),
    ("en", "fr", "No payment will be made until the audit is complete.",
     "Aucun paiement ne sera effectué tant que l’audit n’est pas terminé."),
    ("fr", "en", "Les deux ministres se sont parlé hier encore.", "The two ministers spoke only yesterday."),
    ("fr", "en", "Ce n’est pas une grosse somme.", "It is not a great deal of money."),
    ("en", "fr", "The firm will leave with no regard for its workers.",
     "L’entreprise partira sans égard pour ses ouvriers."),
    ("fr", "en", "Le respect n’est pas toujours de mise.", "Respect sometimes goes out of the window."),
    ("fr", "en", "Les clients ne verront guère plus de différence.", "Customers will notice no difference."),
    ("fr", "en", "Ces chiffres ne nous surprennent guère.", "These figures do not surprise us."),
    ("fr", "en", "Le problème n’est pas le prix mais la qualité.", "The problem is quality rather than price."),
)
# fmt: on


@pytest.mark.parametrize(("one", "other", "official", "faithful", "altered"), CASES)
def test_altered_operator(one: str, other: str, official: str, faithful: str, altered: str) -> None:
    """The altered operator is reported, and the faithful rendering is not."""
    kept = compare(faithful, official, rendering_language=other, official_language=one)
    changed = compare(altered, official, rendering_language=other, official_language=one)
    assert (kept.verdict, changed.verdict) == ("faithful", "divergent")


@pytest.mark.parametrize(("one", "other", "official", "rendering"), FAITHFUL)
def test_faithful_neighbour(one: str, other: str, official: str, rendering: str) -> None:
    """What human translators do is no divergence."""
    assert compare(rendering, official, rendering_language=other, official_language=one).verdict == "faithful"


@pytest.mark.parametrize(
    ("rendering", "official", "found"),
    [
        ("The shop will close in May.", "Le magasin pourrait fermer en mai.", [("will", "pourrait")]),
        ("The shop will probably close in May.", "Le magasin pourrait fermer en mai.", []),
        ("The shop will be able to close in May.", "Le magasin pourra fermer en mai.", []),
        ("The shop will close in May.", "Je n’exclus pas que le magasin ferme en mai.", [("will", "n’exclus pas")]),
    ],
)
def test_will_for_may(rendering: str, official: str, found: list[tuple[str, str]]) -> None:
    pair = make_pair(rendering, official, "en", "fr")
    swaps = swapped(pair, (modals(rendering, "en"), modals(official, "fr")))
    assert [(a.span.of(rendering), b.span.of(official)) for a, b in swaps] == found


@pytest.mark.parametrize(
    ("rendering", "official", "found"),
    [
        ("Cela n’a guère d’effet.", "It has no effect whatsoever.", [("guère", "no")]),
        ("Les taxes n’entrent guère en compte.", "We do not take taxes into account, and we never will.",
         [("guère", "never")]),
        ("Cela n’a guère d’effet.", "It does not have an effect.", []),
        ("Il y a peu de doute.", "There is no doubt.", []),
    ],
)  # fmt: skip
def test_little_for_none(rendering: str, official: str, found: list[tuple[str, str]]) -> None:
    """A plain *not* may be rendered by « guère »; one that leaves nothing may not."""
    pair = make_pair(rendering, official, "fr", "en")
    few = little_for_none(pair, (qualifiers(rendering, "fr"), qualifiers(official, "en")))
    assert [(a.span.of(rendering), b.span.of(official)) for a, b in few] == found


def test_a_wish_is_weaker_than_a_promise() -> None:
    """*Hope* asks and hopes; beside a promise its scale is that of promises, and « nous » for *we* answers nothing."""
    pair = make_pair("We hope to open in June.", "Nous nous engageons à ouvrir en juin.", "en", "fr")
    assert [suspect.hit.cue.text for suspect in speech_suspects(pair)] == ["we hope"]


def test_until_negates_nothing() -> None:
    """The *not* of « tant que … ne … pas » is no hint where the other side has an *until*; a second one is."""
    official = "Tant que l’accord n’est pas signé, nous ne partirons pas."
    kept = make_pair("Until the deal is signed, we will not leave.", official, "en", "fr")
    assert all(suspect.confidence("polarity") <= 0.2 for suspect in polarity_suspects(kept))
    lost = make_pair("Until the deal is signed, we will leave.", official, "en", "fr")
    assert any(suspect.confidence("polarity") > 0.2 for suspect in polarity_suspects(lost))
