"""Who speaks in the usual forms of French newspapers."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes
from polyglot_news.text import Span


def text_of(span: Span | None, text: str) -> str | None:
    return span.of(text) if span is not None else None


def speakers(text: str) -> list[str | None]:
    return [text_of(quote.speaker, text) for quote in extract_quotes(text, "fr") if quote.is_statement]


@pytest.mark.parametrize(
    ("attribution", "speaker"),
    [
        ("s’est réjoui à l’issue d’un sommet à Lima le ministre péruvien", "le ministre péruvien"),
        ("a soufflé à des élus un conseiller du maire", "un conseiller du maire"),
        ("déplore auprès de Reuters une infirmière", "une infirmière"),
        ("a répondu quant à lui le directeur", "le directeur"),
        ("assure pour sa part Denise Kerbrat", "Denise Kerbrat"),
        ("a lancé, face à des députés médusés, Denise Kerbrat", "Denise Kerbrat"),
        ("lâche, amère, la sénatrice Denise Kerbrat", "la sénatrice Denise Kerbrat"),
        ("a précisé, jeudi soir, sur Radio Nord, très calme, le préfet", "le préfet"),
        ("a confié en souriant devant la mairie M. Kerbrat", "M. Kerbrat"),
        ("a admis à l’agence Belga le procureur", "le procureur"),
        ("a dit à Alger Denise Kerbrat", "Denise Kerbrat"),
        ("a écrit sur Radio Nord Denise Kerbrat", "Denise Kerbrat"),
        ("a de son côté jugé le préfet", "le préfet"),
        ("a averti la veille du vote le préfet", "le préfet"),
        ("avait averti quelques jours plus tôt Denise Kerbrat", "Denise Kerbrat"),
        ("a averti le 5 mai, le matin du vote, le préfet", "le préfet"),
        ("veut croire le préfet", "le préfet"),
        ("selon l’INSEE, qui publie ces chiffres chaque mois", "l’INSEE"),
        ("a noté Denise Kerbrat, dont le fils est marin", "Denise Kerbrat"),
        ("a noté le préfet, tout en rappelant qu’il attend", "le préfet"),
        ("a lancé le préfet, tout sourire", "le préfet"),
        ("a dit la cheffe de la délégation, Denise Kerbrat", "la cheffe de la délégation, Denise Kerbrat"),
        ("a dit le ministre danois du Climat, Lars Holm, hier", "le ministre danois du Climat, Lars Holm"),
        ("a dit la commissaire à la Pêche, Rita van der Berg", "la commissaire à la Pêche, Rita van der Berg"),
        ("martèle une affiche du syndicat", "une affiche du syndicat"),
    ],
)
def test_the_subject_behind_the_verb(attribution: str, speaker: str) -> None:
    assert speakers(f"« Le port rouvrira », {attribution}.") == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Le port rouvrira », a dit Denise Kerbrat. Et de préciser : « Dès lundi. »",
            ["Denise Kerbrat", "Denise Kerbrat"],
        ),
        (
            "« Le port rouvrira », a dit Denise Kerbrat. Avant de lancer : « Dès lundi. »",
            ["Denise Kerbrat", "Denise Kerbrat"],
        ),
        ("Et le préfet de préciser : « Dès lundi. »", ["le préfet"]),
        ("Denise Kerbrat : « Le port rouvrira »", ["Denise Kerbrat"]),
        ("Le préfet, qui visitait le port, a dit : « Dès lundi. »", ["Le préfet"]),
        ("Le préfet de région, Jan de Vries, a dit : « Dès lundi. »", ["Le préfet de région, Jan de Vries"]),
        ("Pêche : « la mer est vide », prévient le comité", ["le comité"]),
        ("La consigne est claire : « Personne ne sort », tonne une affiche.", ["une affiche"]),
        ("La consigne est claire : « Personne ne sort d’ici. »", [None]),
        ("Ils sont vingt, auxquels s’ajoutent quarante autres « en route pour le port depuis hier ».", [None]),
        (
            "Sur le thon, Malte a proposé « un délai », a dit le ministre Ali Borg, pour qui il faut « un plan ».",
            ["Malte", "le ministre Ali Borg"],
        ),
        ("Ce dernier tait les termes de l’accord, mais assure « que tout ira bien ainsi ».", [None]),
        ("Ce « geste » révèle à nos yeux que le débat est clos.", [None]),
    ],
)
def test_what_is_no_speaker(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_a_verb_with_an_object_of_its_own_reports_nothing() -> None:
    text = "Le comité reprendra ses travaux « dans un esprit de dialogue ». « Nous verrons », poursuit le préfet."
    assert speakers(text) == [None, "le préfet"]
    text = "« Nous verrons », conclut le préfet. Il conclut : « Dès lundi. »"
    assert speakers(text) == ["le préfet", "le préfet"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Les maires de Brest, Nantes et Lille ont dit : « Dès lundi. »", "Les maires de Brest, Nantes et Lille"),
        (
            "Les députés de la Creuse, de l’Orne et du Gard ont dit : « Dès lundi. »",
            "Les députés de la Creuse, de l’Orne et du Gard",
        ),
        ("À Quimper, Kerbrat et Le Goff ont dit : « Dès lundi. »", "Kerbrat et Le Goff"),
        ("« Dès lundi », ont dit Kerbrat, Morvan et Le Goff.", "Kerbrat, Morvan et Le Goff"),
        ("« Dès lundi », a dit Denise Kerbrat, 61 ans, pêcheuse.", "Denise Kerbrat"),
        ("Kerbrat a répondu que, pour autant que le préfet le sache, « le port rouvrira ».", "Kerbrat"),
        ("Yves Le Goff a dit : « Dès lundi. »", "Yves Le Goff"),
        ("« Dès lundi », a dit Yves Le Goff.", "Yves Le Goff"),
        ("« Dès lundi », martèle Denise Kerbrat.", "Denise Kerbrat"),
    ],
)
def test_a_speaker_is_named_whole_and_without_age(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Le préfet a fini par s’emporter : « Dès lundi. »", "s’emporter"),
        ("« Dès lundi », s’est-il emporté.", "s’est-il emporté"),
        ("« Dès lundi », s’emporte le préfet.", "s’emporte"),
    ],
)
def test_the_cue_of_a_pronominal_verb_is_what_stands_there(text: str, cue: str) -> None:
    (quote,) = extract_quotes(text, "fr")
    assert text_of(quote.cue, text) == cue


@pytest.mark.parametrize(
    ("attribution", "cue", "speaker"),
    [
        (", ricoche un délégué du port", "ricoche", "un délégué du port"),
        (", s’emballe Denise Kerbrat, 40 ans", "s’emballe", "Denise Kerbrat"),
        (", a pouffé la sénatrice", "a pouffé", "la sénatrice"),
        (", se désespérait-elle", "se désespérait-elle", None),
        (", série la plus vue de l’année", None, None),
        (", peut-on lire sur le quai", None, None),
        (", roman de Denise Kerbrat", None, None),
        (", puis le rideau tombe", None, None),
    ],
)
def test_any_verb_may_stand_between_a_quote_and_its_subject(
    attribution: str, cue: str | None, speaker: str | None
) -> None:
    text = f"Tout est calme. « Le port rouvrira lundi »{attribution}."
    (quote,) = extract_quotes(text, "fr")
    assert (text_of(quote.cue, text), text_of(quote.speaker, text)) == (cue, speaker)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Comme l’affirmait Kerbrat, « le port fait vivre la ville ».", "l’affirmait", "Kerbrat"),
        ("Comme le rappelle la préfète, « le port fait vivre la ville ».", "le rappelle", "la préfète"),
        ("« Le port rouvrira », a pour sa part fait valoir Mme Kerbrat.", "a pour sa part fait valoir", "Mme Kerbrat"),
        ("Réaction du préfet Paul Roux : « Le port rouvrira. »", "Réaction", "préfet Paul Roux"),
        ("La réponse de Mme Kerbrat : « Le port rouvrira. »", "réponse", "Mme Kerbrat"),
        ("« Le port rouvrira. » C’est en ces termes que Mme Kerbrat a résumé le débat.", "a résumé", "Mme Kerbrat"),
        ("« Le port rouvrira. » Voilà ce qu’a répondu Denise Kerbrat.", "a répondu", "Denise Kerbrat"),
    ],
)
def test_frames_that_name_a_speaker(text: str, cue: str, speaker: str | None) -> None:
    (quote,) = extract_quotes(text, "fr")
    assert (text_of(quote.cue, text), text_of(quote.speaker, text)) == (cue, speaker)


def test_an_office_with_its_body_belongs_to_the_aside() -> None:
    text = "« Le port rouvre, note Denise Kerbrat, directrice de l’office du port, mais il reste à faire. »"
    (quote,) = extract_quotes(text, "fr")
    assert [content.of(text) for content in quote.contents] == ["Le port rouvre", "mais il reste à faire."]


@pytest.mark.parametrize(
    ("aside", "speaker"),
    [
        ("a annoncé la rectrice, Inès Kerbrat, depuis Rennes", "la rectrice, Inès Kerbrat"),
        ("a annoncé mardi le chef du port, Luc Le Goff, lors d’un point presse", "le chef du port, Luc Le Goff"),
        ("a annoncé Inès Kerbrat, directrice du port, devant la presse", "Inès Kerbrat, directrice du port"),
        ("a annoncé Inès Kerbrat, 47 ans, interrogée par l’AFP", "Inès Kerbrat"),
        ("a annoncé le maire, Luc Oger, en déplacement à Brest, à l’issue du sommet", "le maire, Luc Oger"),
    ],
)  # fmt: skip
def test_an_aside_reaches_to_its_end(aside: str, speaker: str) -> None:
    text = f"« Les quais, {aside}, rouvriront lundi. »"
    (quote,) = extract_quotes(text, "fr")
    assert quote.text == "Les quais rouvriront lundi."
    assert quote.speaker is not None
    assert quote.speaker.of(text) == speaker


@pytest.mark.parametrize(
    "rest",
    ["depuis mars, le port est vide.", "dans votre lettre, vous parliez du port.", "en avril, le port sera vide.",
     "la présidente du port, elle, a renoncé."],
)  # fmt: skip
def test_what_is_said_behind_an_aside_is_quoted(rest: str) -> None:
    (quote,) = extract_quotes(f"« Rien ne change, a noté Luc Oger, {rest} »", "fr")
    assert quote.text == f"Rien ne change {rest}"


def test_what_somebody_is_in_charge_of_says_nothing() -> None:
    assert speakers("La police relève désormais du comté et « reste mal payée », selon Inès Roy.") == ["Inès Roy"]
    assert speakers("La police relève du comté : « elle reste mal payée ».") == [None]
    assert speakers("La police relève que « le comté paie mal ».") == ["La police"]
    assert speakers("« Le comté paie mal », relève de son côté Inès Roy.") == ["Inès Roy"]
    assert speakers("Le juge relève des « paiements sans aucune trace ».") == ["Le juge"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Le port rouvrira », a soufflé ce conseiller.", "ce conseiller"),
        ("« Le port rouvrira », selon ce conseiller de la mairie.", "ce conseiller de la mairie"),
        ("« Le port rouvrira », a soufflé ce lundi un conseiller.", "un conseiller"),
        ("« Le port rouvrira », a soufflé ce matin ce conseiller.", "ce conseiller"),
        ("Cette même source ajoute que « le port rouvrira ».", "Cette même source"),
    ],
)
def test_a_demonstrative_belongs_to_the_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_participle_alone_reports_nothing() -> None:
    text = "La méthode dite « zéro risque » a été adoptée."
    assert not any(quote.is_statement for quote in extract_quotes(text, "fr"))


def test_fit_il_is_the_narrators() -> None:
    quotes = extract_quotes("— Quel port ? fit-il à voix basse. Il n’y en a plus.\n\n— Mais si, dit Léa.", "fr")
    assert quotes[0].text == "Quel port ? Il n’y en a plus."


def test_one_speaks_for_those_that_a_colon_announces() -> None:
    assert speakers("Les pêcheurs protestent : « Le port est à nous », grogne Denise Kerbrat.") == ["Denise Kerbrat"]
    assert speakers("Le maire a protesté : « Le port est à nous », se souvient Denise Kerbrat.") == ["Le maire"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pour Denise Kerbrat : « Le port vivra. »", "Denise Kerbrat"),
        ("Pour Denise Kerbrat, directrice du port : « Le port vivra. »", "Denise Kerbrat"),
        ("Mais pour Denise Kerbrat, « le port vivra longtemps encore ».", "Denise Kerbrat"),
        ("Pour la juge Anne Roy, spécialiste du droit, ce texte « ne tient pas debout ».", "la juge Anne Roy"),
        ("Pour la ville de Brest, le port, la mer et le pont sont « un tout indissociable ».", None),
    ],
)
def test_in_the_opinion_of_somebody(text: str, speaker: str | None) -> None:
    found = speakers(text)[0]
    assert found is None if speaker is None else found is not None and found.startswith(speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Denise Kerbrat gère le port. « On attend », dit-elle.", "Denise Kerbrat"),
        ("La cinéaste Denise Kerbrat part demain. « On attend », dit-elle.", "La cinéaste Denise Kerbrat"),
        ("Quelqu’un rit. La directrice entra. « On attend », dit-elle.", "La directrice"),
        ("« On attend », a dit la Banque Populaire régionale.", "la Banque Populaire régionale"),
        ("« On attend », a dit Anne-Laure Avril.", "Anne-Laure Avril"),
        ("Anne-Laure Avril a dit : « On attend. »", "Anne-Laure Avril"),
        ("Anne-Laure a dit mardi 2 avril : « On attend. »", "Anne-Laure"),
    ],
)
def test_where_a_name_ends(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "« Tout va », confie l’un d’eux. « Il ment », coupe un autre.",
        "« Tout va », confie l’un d’eux. Un autre ajoute : « Il ment. »",
    ],
)
def test_another_one_is_somebody_else(text: str) -> None:
    assert [name and name.lower() for name in speakers(text)] == ["l’un d’eux", "un autre"]


def test_a_passive_within_a_report_is_no_cue() -> None:
    text = "Denise Kerbrat admet que la panne n’a été signalée qu’à midi, « deux heures après le choc »."
    assert speakers(text) == ["Denise Kerbrat"]


def test_a_source_that_is_a_pronoun_stays_the_topic() -> None:
    text = (
        "Le conseiller Paul Roux a parlé. Le ministre, selon lui, « n’a pas varié depuis le mois de mars ».\n\n"
        "« Le port rouvrira », a-t-il ajouté."
    )
    assert speakers(text) == ["Le conseiller Paul Roux", "Le conseiller Paul Roux"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La chanteuse revient avec « Le Phare », en magasin vendredi.", "title"),
        ("« J’ai tout dit », confiait Denise Kerbrat au « Courrier des ports » en mai.", "title"),
        ("Dans « Les Quais déserts », son premier roman, elle peint un port d’exil.", "title"),
        ("Le préfet a appelé au « calme ».", "direct"),
    ],
)
def test_a_capital_behind_a_preposition_makes_a_title(text: str, kind: str) -> None:
    quotes = extract_quotes(text, "fr")
    assert quotes[-1].kind == kind


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("Sommé de répondre, le maire s’est redressé", "le maire"),
        ("La sénatrice a aussitôt pâli", "La sénatrice"),
        ("Denise Kerbrat ricoche", "Denise Kerbrat"),
    ],
)
def test_any_verb_of_a_person_may_lead_up_to_a_colon(clause: str, speaker: str) -> None:
    text = f"« Il ment », a dit Paul Roux.\n\n{clause} : « Je n’ai rien reçu. »"
    assert speakers(text) == ["Paul Roux", speaker]


@pytest.mark.parametrize("clause", ["Le ton est donné", "Sur le mur, une affiche s’étale", "Le directeur technique"])
def test_what_has_no_person_and_verb_before_a_colon(clause: str) -> None:
    quotes = extract_quotes(f"{clause} : « Je n’ai rien reçu. »", "fr")
    assert quotes[0].cue is None


def test_a_participle_behind_a_comma_has_its_own_subject() -> None:
    assert speakers("Le vote a été reporté, les riverains dénonçant « un déni de démocratie ».") == ["les riverains"]
    assert speakers("Le maire a reporté le vote, dénonçant « un déni de démocratie ».") == ["Le maire"]
