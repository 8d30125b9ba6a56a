"""Whether the transcript gives a statement to somebody else than the article does."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article
from polyglot_news.documents import document_from_text
from polyglot_news.quotes import extract_quotes
from polyglot_news.speakers.attribution import check_attribution
from polyglot_news.speakers.persons import persons_in
from polyglot_news.speakers.questions import is_question
from polyglot_news.speakers.transcript import turns, without_label
from polyglot_news.text import Span

BANK = (
    "GOVERNOR HALE. Good morning to you all.\n"
    "ANNA F. BRIGHT. Will the rate rise again?\n"
    "GOVERNOR HALE. We have decided nothing for March.\n"
    "DEPUTY GOVERNOR MORI. The payment system was never at risk.\n"
)
CABINET = (
    "LE PREMIER MINISTRE – Mesdames et Messieurs, bonsoir : le budget est prêt.\n"
    "QUESTION – Les écoles seront-elles chauffées ?\n"
    "MME FABRE - Les écoles seront chauffées dès lundi.\n"
    "QUESTION – Et les impôts ?\n"
    "LE PREMIER MINISTRE (en anglais) – Nous ne les augmenterons pas.\n"
)
ONE_OFFICE = (
    "THE MINISTER: Good evening to you all.\n"
    "QUESTION: Is the road open?\n"
    "THE MINISTER: The road will open next week.\n"
    "MS FABRE (minister of transport): I have nothing to add.\n"
)
RESCUE = (
    "Anne Roche, préfète du Gard :\nBonsoir.\n"
    "Colonel Paul Lenoir, directeur départemental des secours publics :\nNous cherchons.\n"
)
YUAN = "主席：請林委員思遠質詢。\n林委員思遠：橋還沒修好？\n潘部長怡君：橋七月修好，經費已經到位。\n"
CHINESE = "主席：请罗斯女士发言。\n罗斯女士：冬天会很艰难。\n主席：请奥凯洛先生发言。\n奥凯洛先生：双方都不想签字。\n"


def labels(text: str) -> list[str]:
    return [turn.label.of(text) for turn in turns(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BANK, ["GOVERNOR HALE", "ANNA F. BRIGHT", "GOVERNOR HALE", "DEPUTY GOVERNOR MORI"]),
        (CABINET, ["LE PREMIER MINISTRE", "QUESTION", "MME FABRE", "QUESTION", "LE PREMIER MINISTRE"]),
        ("Mr. McCOY. I rise.\nMs. COLE. GDP grew.\nMr. McCOY. I yield.\n", ["Mr. McCOY", "Ms. COLE", "Mr. McCOY"]),
        ("Q – Why?\nTHE PRESIDENT – Because.\nQ – Oh?\n", ["Q", "THE PRESIDENT", "Q"]),
        ("Q – Où ?\nR – Ici.\nQ – Et là ?\nR – (Rires.) Là aussi.\n", ["Q", "R", "Q", "R"]),
        ("Q    Thanks.\nMR. LOW:  Sure.\nQ\t“Why” is\nMS. KAY:  Well.\n", ["Q", "MR. LOW", "Q", "MS. KAY"]),
        ("Q    2031\nMR. LOW:  Sure.\nMS. KAY:  Well.\n", ["MR. LOW", "MS. KAY"]),
        ("Question. – Où ?\nM. Roy. – Ici.\nUne journaliste. – Là ?\n", ["Question", "M. Roy", "Une journaliste"]),
        ("Question. – Où ?\nRéponse. – Ici.\nLa digue. – Fermée.\n", ["Question", "Réponse"]),
        ("Q1 Chair: Why?\nAnn Roe: Because.\nQ2 Paul Kern: Oh?\n", ["Chair", "Ann Roe", "Paul Kern"]),
        # an office of any length behind a name
        (RESCUE, ["Anne Roche, préfète du Gard", "Colonel Paul Lenoir, directeur départemental des secours publics"]),
        # what leads up to a quote is told, not a label
        ("In Paris, the minister told reporters: “We act.”\nIn London, the minister told reporters: “We wait.”\n", []),
        ("Ann Roe, who runs the bank, said: “No.”\nPaul Kern, chief executive of the mill, added: “Yes.”\n", []),
        ("Last Tuesday, he was clear: We act.\nOn Monday, she was not: We wait.\n", []),
        (
            "Minister for Foreign Affairs and Trade of St. Vincent and the Grenadines: I agree.\nMr. Cole: Me too.\n",
            ["Minister for Foreign Affairs and Trade of St. Vincent and the Grenadines", "Mr. Cole"],
        ),
        # Headings and datelines do not return, numbers and times are no labels.
        ("CONTEXTE – Les faits.\nOBJET – Le projet.\nBUDGET – Les sommes.\n", []),
        ("I. Context. The facts.\nII. Aim. The plan.\nI. Costs. The sums.\n", []),
        ("Oslo, 5 March 2024, 9:30 a.m.\nMr Hale: Good morning.\n", []),
        ("Northern Harbours: Closure\n\nMr Hale: Good day.\nMs Orr: Thanks.\n", ["Mr Hale", "Ms Orr"]),
        # What heads a block is no speaker, unless it names somebody or returns.
        (
            "高明：\n各位好。\n主要有以下三个方面：\n一是港口。\n总体特征：\n稳中有增。\n主持人：\n谢谢。\n",
            ["高明", "主持人"],
        ),
        ("Mr Hale:\nGood day.\nBackground:\nThe port shut.\nGovernor:\nThanks.\n", ["Mr Hale", "Governor"]),
    ],
)  # fmt: skip
def test_the_labels_of_a_transcript(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def accused(official: str, said: str, article: str) -> bool:
    """Whether the last quote of an article is said to have another speaker."""
    document = document_from_text(article, name="article")
    quote = extract_quotes(article, document.language)[-1]
    start = official.index(said)
    passage = Span(start, start + len(said))
    return check_attribution(quote, document, passage, document_from_text(official, name="official")) is not None


NOTHING = "We have decided nothing"
RISK = "The payment system"
TAXES = "Nous ne les augmenterons"


@pytest.mark.parametrize(
    ("official", "said", "article", "expected"),
    [
        (BANK, NOTHING, "« Nous n’avons rien décidé pour mars », a dit Mme Mori.", True),
        (BANK, NOTHING, "« Nous n’avons rien décidé pour mars », a dit M. Hale.", False),
        (BANK, NOTHING, "« Nous n’avons rien décidé pour mars », a dit le gouverneur.", False),
        (BANK, RISK, "“支付系统从未面临风险。”副行长莫里说。", False),
        # Two syllables that sound alike by chance accuse nobody.
        (BANK, NOTHING, "“我们还没有为三月作出决定。”行长黑尔说。", False),
        (CABINET, "Les écoles seront chauffées", "“Schools will be heated from Monday,” Ms Fabre said.", False),
        (CABINET, TAXES, "“We will not raise them at all,” Ms Fabre said.", True),
        (CABINET, TAXES, "“We will not raise them at all,” said the prime minister, Mr Lund.", False),
        (CABINET, "Les écoles seront-elles", "“Will schools be heated this winter?” Ms Fabre asked.", False),
        (ONE_OFFICE, "The road will open", "« La route ouvrira la semaine prochaine », a dit Mme Fabre.", False),
        (CHINESE, "双方都不想", "“Neither side wants to sign the text,” Ms Roos said.", True),
        (CHINESE, "双方都不想", "“Neither side wants to sign the text,” Mr Okello said.", False),
        (CHINESE, "请奥凯洛", "“I call on Mr Okello to speak,” Ms Roos said.", True),
        (YUAN, "橋七月修好", "“The bridge will be ready in July,” Pan Yi-chun said.", False),
        (YUAN, "橋七月修好", "“The bridge will be ready in July,” Lin Si-yuan said.", True),
        (YUAN, "橋七月修好", "“The bridge will be ready in July,” said Lawmaker Lin Si-yuan.", True),
        # An inferred speaker accuses nobody, a pronoun only where it can mean one person.
        (BANK, RISK, "M. Hale a parlé. « Le système de paiement n’a jamais été menacé », a-t-il dit.", True),
        (BANK, RISK, "M. Hale a vu Aldo Mori. « Le système de paiement n’a jamais été menacé », a-t-il dit.", False),
        (BANK, RISK, "« Rien n’est sûr », a dit M. Hale.\n\n« Le système de paiement n’a jamais été menacé. »", False),
        (BANK, RISK, "« Rien n’est sûr », a dit M. Hale.\n\nLe système de paiement « n’a jamais été menacé ».", False),
    ],
)  # fmt: skip
def test_who_is_accused(official: str, said: str, article: str, expected: bool) -> None:
    assert accused(official, said, article) is expected


BRIEFING = (
    "运输部发言人苏晓岚答记者问\n"
    "问：有渔民反映，港口收费太高，许多渔船已经停航。运输部有何评论？\n"
    "答：今年的收费没有变化。\n"
    "问：您上周说，新码头六月开放。现在推迟了吗？\n"
    "答：新码头七月开放。\n"
)
HEARING = (
    "MS LUND: Good morning to you all.\n"
    "QUESTION: The crews have not been paid since March. What will you do?\n"
    "MS LUND: The crews will be paid this week.\n"
    "QUESTION: Ms Lund knew of the debts. The bank has confirmed it.\n"
    "MS LUND: I did not.\n"
)


@pytest.mark.parametrize(
    ("official", "said", "article", "expected"),
    [
        (BRIEFING, "港口收费太高，许多渔船已经停航", "“Port fees are too high,” Su Xiaolan admitted.", True),
        (BRIEFING, "港口收费太高，许多渔船已经停航", "« Les taxes sont trop élevées », a admis Su Xiaolan.", True),
        (HEARING, "The crews have not been", "« Les équipages ne sont plus payés », a admis Mme Lund.", True),
        # Another one says it, it was asked, it was said before, it stands in the answer, she is named there.
        (BRIEFING, "港口收费太高，许多渔船已经停航", "“Port fees are too high,” said Lars Holm, a skipper.", False),
        (BRIEFING, "运输部有何评论？", "“What does the ministry say?” Su Xiaolan asked.", False),
        (BRIEFING, "新码头六月开放", "“The new quay will open in June,” Su Xiaolan had said.", False),
        (BRIEFING, "今年的收费没有变化", "“The fees are what they were,” Su Xiaolan said.", False),
        (HEARING, "The bank has confirmed", "« La banque l’a confirmé », a dit Mme Lund.", False),
    ],
)
def test_a_question_is_no_answer(official: str, said: str, article: str, expected: bool) -> None:
    assert accused(official, said, article) is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Q", True),
        ("HARBOUR CORRESPONDENT", True),
        ("Une journaliste", True),
        ("海港社记者", True),
        ("Mme Lund", False),
    ],
)
def test_labels_of_those_who_ask(label: str, *, expected: bool) -> None:
    assert is_question(label) is expected


def test_journalists_who_are_cited_ask_nothing() -> None:
    official = "The port is closed. “Nobody was allowed in,” said Ana Lund of Reporters for Peace. The talks go on.\n"
    assert not accused(official, "Nobody was allowed in", "« Personne n’a pu entrer », a dit Paul Kern.")


COUNCIL = "MS ROOS: The harbour stays shut.\nMR OKELLO: We shall pay the crews.\nMS ROOS: Nobody was asked.\n"
CONSEIL = "MME ROOS : Le port reste fermé.\nM. OKELLO : Nous paierons les équipages.\nMME ROOS : Merci.\n"
BRIEFING = "LIN JIAN: We oppose this.\nMAO NING: Thank you all.\nLIN JIAN: The door is open.\n"
PAY, OPPOSE = "We shall pay", "We oppose"


@pytest.mark.parametrize(
    ("official", "said", "article", "expected"),
    [
        (COUNCIL, PAY, "La ministre Anna Roos a parlé. « Nous paierons les équipages », a dit la ministre.", True),
        (COUNCIL, PAY, "Anna Roos, ministre de la Mer, parle. « Nous paierons tout », dit la ministre.", True),
        (COUNCIL, PAY, "Le ministre Sam Okello a parlé. « Nous paierons les équipages », a dit le ministre.", False),
        # Two ministers, one of another gender, one unnamed, one who is but met: nobody is sure.
        (COUNCIL, PAY, "Les ministres Roos et Okello parlent. « Nous paierons tout », dit la ministre.", False),
        (COUNCIL, PAY, "La ministre Anna Roos a parlé. « Nous paierons les équipages », a dit le ministre.", False),
        (COUNCIL, PAY, "La ministre Roos voit la ministre danoise. « Nous paierons tout », dit la ministre.", False),
        (CONSEIL, "Nous paierons", "Minister Anna Roos spoke. “We shall pay the crews,” the minister said.", True),
        (CONSEIL, "Le port", "Minister Anna Roos spoke. “The harbour stays shut,” the minister said.", False),
        (CONSEIL, "Nous paierons", "The minister met Anna Roos. “We shall pay the crews,” the minister said.", False),
        (CONSEIL, "Nous paierons", "Minister Anna Roos spoke. “We shall pay the crews,” a minister said.", False),
        (COUNCIL, PAY, "La ministre de la Mer, Anna Roos, parle. « Nous paierons », dit la ministre de la Mer.", True),
        (COUNCIL, PAY, "Sam Okello, ministre de la Mer, parle. « Nous paierons », dit le ministre de la Mer.", False),
        (CONSEIL, "Nous paierons", "Anna Roos, the sea minister, spoke. “We shall pay,” the sea minister said.", True),
        (CONSEIL, "Nous paierons", "Anna Roos spoke. “We shall pay the crews,” the sea minister said.", False),
        (BRIEFING, OPPOSE, "外交部发言人毛宁主持记者会。“我们坚决反对这种做法。”发言人说。", True),
        (BRIEFING, OPPOSE, "外交部发言人林剑主持记者会。“我们坚决反对这种做法。”发言人说。", False),
        (BRIEFING, OPPOSE, "发言人毛宁和发言人林剑都在场。“我们坚决反对这种做法。”发言人说。", False),
        (BRIEFING, OPPOSE, "副部长毛宁讲话。“我们坚决反对这种做法。”部长说。", False),
        (BRIEFING, OPPOSE, "部长毛宁讲话，丹麦部长在场。“我们坚决反对这种做法。”部长说。", False),
    ],
)  # fmt: skip
def test_an_office_with_one_bearer(official: str, said: str, article: str, expected: bool) -> None:
    assert accused(official, said, article) is expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("MR. DALE: Good day.\nMS. ORR: Thanks.\nMR. DALE: We waited.", ["MR. DALE", "MS. ORR", "MR. DALE"]),
        (
            """M. le président Luc Caron. – La séance est ouverte.
Mme Ève Lami, ministre. – Oui.
Mme la ministre. – Si.""",
            ["M. le président Luc Caron", "Mme Ève Lami, ministre", "Mme la ministre"],
        ),
        (
            """Mme Ève Lami, ministre. – Oui.
Lieutenant-colonel Luc Caron. – Si.
Le procureur. – Non.
Général Paul Roy, commandant de la zone. – Peut-être.
La mer est calme. – Enfin.""",
            [
                "Mme Ève Lami, ministre",
                "Lieutenant-colonel Luc Caron",
                "Le procureur",
                "Général Paul Roy, commandant de la zone",
            ],
        ),
        (
            "M. Jean Roy, directeur des secours : Bonjour.\nMme Ève Lami : Merci.",
            ["M. Jean Roy, directeur des secours", "Mme Ève Lami"],
        ),
        ("时间：5月3日\n地点：北京\n王明：各位好。\n李华：谢谢。", ["王明", "李华"]),
    ],
)
def test_labels_of_minutes_and_hearings(text: str, labels: list[str]) -> None:
    assert [turn.label.of(text) for turn in turns(text)] == labels


HANSARD = """House of Commons
Debates

The Minister for Harbours (Clara Whitlock)
With permission, I will make a statement. The northern harbours will stay open until the end of March.

Edward Lyle (Seaford) (Lab)
The fishermen of my constituency have waited for this for three years.

Clara Whitlock
I thank the hon. Gentleman. Nobody in this country should lose a boat to a storm that was foreseen.
"""


def test_labels_on_lines_of_their_own_are_those_of_a_debate() -> None:
    said = [(turn.label.of(HANSARD), HANSARD[turn.start :].split(maxsplit=1)[0]) for turn in turns(HANSARD)]
    assert said == [("Clara Whitlock", "With"), ("Edward Lyle", "The"), ("Clara Whitlock", "I")]
    assert turns(HANSARD.replace("Clara Whitlock\nI", "Whitlock answered.\nI")) == (), "no label returns"


def test_words_of_a_minister_are_not_those_of_the_member_who_asked() -> None:
    article = (
        "« Personne dans ce pays ne devrait perdre un bateau dans une tempête qui était prévue », a dit Edward Lyle."
    )
    (item,) = compare_article(article, [HANSARD]).items
    assert [finding.divergence.kind for finding in item.findings] == ["attribution"]


@pytest.mark.parametrize(
    ("label", "persons"),
    [
        ("潘部長怡君：", ["潘怡君"]),
        ("林召集委員佩蓉", ["林佩蓉"]),
        ("主席", []),
        ("李部长", ["李"]),
        ("部長潘怡君", ["潘怡君"]),
    ],
)
def test_an_office_may_stand_within_a_chinese_name(label: str, persons: list[str]) -> None:
    assert persons_in(label, "zh") == persons


def test_a_name_stands_behind_an_office_and_a_space() -> None:
    official = "主持人 胡敏：今天请两位专家介绍情况。\n儿童医院主任医师 赵静：现在接种疫苗还不算晚。\n胡敏：谢谢。"
    article = "Hu Min met reporters. “It is not too late to get vaccinated now,” Hu said."
    (item,) = compare_article(article, [official]).items
    assert [finding.divergence.kind for finding in item.findings] == ["attribution"]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("QUESTION – Les", "MME FABRE", "Les écoles seront-elles chauffées ?"),
        ("QUESTION – Les", "QUESTION – Et", "Les écoles seront chauffées dès lundi."),
        ("seront-elles", "dès lundi.", "Les écoles seront chauffées "),
        ("Les écoles seront chauffées", "LE PREMIER MINISTRE (en", "Les écoles seront chauffées dès lundi."),
        ("Mesdames", "QUESTION – Les", "Mesdames et Messieurs, bonsoir : le budget est prêt.\n"),
    ],
)
def test_a_passage_holds_no_question_of_another(begin: str, end: str, expected: str) -> None:
    passage = Span(CABINET.index(begin), CABINET.index(end))
    assert without_label(passage, CABINET).of(CABINET).strip() == expected.strip()


def test_labels_of_a_french_chamber_in_full() -> None:
    text = (
        "M. Yves Morel. Madame la ministre, les ports attendent une réponse.\n"
        "Mme Claire Garnier, ministre déléguée. Monsieur le sénateur, la réponse viendra.\n"
        "M. Yves Morel. Les bateaux ne sortiront plus avant mars.\n"
        "M. Morel a remercié la ministre. Il est parti.\n"
    )
    said = [turn.label.of(text) for turn in turns(text)]
    assert said == ["M. Yves Morel", "Mme Claire Garnier, ministre déléguée", "M. Yves Morel"]


def test_who_is_called_by_the_office_alone_ends_the_turn_before() -> None:
    text = (
        "Mme la présidente. La parole est à M. Morel.\n"
        "M. Yves Morel. Les ports attendent une réponse.\n"
        "M. le ministre délégué. Elle viendra.\n"
        "M. le maire de Brest. Enfin !\n"
        "Mme la digue. Un surnom.\n"
        "Mme la présidente. La séance est levée.\n"
    )
    expected = ["Mme la présidente", "M. Yves Morel", "M. le ministre délégué", "Mme la présidente"]
    assert labels(text) == expected
    article = "“The sitting is adjourned,” said Claire Garnier, who chaired it."
    (item,) = compare_article(article, [text]).items
    assert item.findings == ()


def test_what_a_reporter_claims_before_an_answer_is_not_said_by_the_one_who_answers() -> None:
    text = (
        "MS. LORNE:  Good morning.\n\nQ    Thanks, Ada.  The growers say that the dam is empty.  Is it?\n\n"
        "MS. LORNE:  It is half full.\n\nQ    And the canal?\n\nMR. ABEL:  The canal is open.\n"
    )
    article = "« Les cultivateurs disent que le barrage est vide », a déclaré la porte-parole Ada Lorne."
    (item,) = compare_article(article, [text]).items
    assert [finding.divergence.kind for finding in item.findings] == ["attribution"]


PORT = (
    "Harbour Secretary General Pieter Kern: Good morning. We will not guess while the inquiry goes on.\n"
    "Secretary of State for Transport Helen Ashworth: The quay is the new road.\n"
    "Question: Secretary General, will you wait?\n"
    "Harbour Secretary General: We will wait for the inquiry to end.\n"
    "Helen Ashworth: We would never sail without asking first.\n"
)
BESIDE = "港務局祕書長凱恩（Pieter Kern）與英國交通大臣艾許沃斯（Helen Ashworth）開會。"
GUESS, WAIT, SAIL = "We will not guess", "We will wait for", "We would never sail"


@pytest.mark.parametrize(
    ("said", "article", "expected"),
    [
        (GUESS, BESIDE + "艾許沃斯說：「調查還在進行，我們不會猜測。」", True),
        (GUESS, BESIDE + "凱恩說：「調查還在進行，我們不會猜測。」", False),
        (WAIT, BESIDE + "艾許沃斯說：「我們會等調查結束。」", True),
        (WAIT, BESIDE + "凱恩說：「我們會等調查結束。」", False),
        (SAIL, BESIDE + "凱恩說：「不先請示，我們絕不會出航。」", True),
        (SAIL, BESIDE + "艾許沃斯說：「不先請示，我們絕不會出航。」", False),
        (SAIL, "“不先请示，我们绝不会出航。”局长凯恩（Pieter Kern）说。", True),
        (SAIL, "“不先请示，我们绝不会出航。”大臣艾许沃斯（Helen Ashworth）说。", False),
    ],
)
def test_a_name_in_brackets_tells_who_is_meant(said: str, article: str, expected: bool) -> None:
    assert accused(PORT, said, article) is expected


def test_an_office_in_a_label_is_that_of_the_name_in_brackets_behind_it() -> None:
    debate = (
        "The Secretary of State for Fisheries (Nora Selwyn): The quotas will be halved by the spring.\n"
        "Mr Amadi: Who pays for that?\n"
        "Nora Selwyn: I cannot say so today.\n"
    )
    article = "« Les quotas seront réduits de moitié d’ici au printemps », a dit la ministre de la Pêche, Nora Selwyn."
    assert not accused(debate, "The quotas will be halved", article)
    assert accused(debate, "Who pays for that?", "« Qui paie ? », a demandé la ministre de la Pêche, Nora Selwyn.")


def test_a_name_in_brackets_serves_in_a_latin_article_too() -> None:
    official = "林远：码头照常关闭。\n艾许沃斯：谁也没有被问到。\n林远：谢谢大家。\n"
    article = "Helen Ashworth (艾许沃斯) met Lin Yuan. “Nobody was asked at all,” {} said."
    assert not accused(official, "谁也没有", article.format("Ashworth"))
    assert accused(official, "谁也没有", article.format("Lin Yuan"))


@pytest.mark.parametrize(
    ("said", "article", "expected"),
    [
        (GUESS, "英國交通大臣說：「調查還在進行，我們不會猜測。」", True),
        (GUESS, "港務局祕書長說：「調查還在進行，我們不會猜測。」", False),
        (WAIT, "« Nous attendrons la fin de l’enquête », a dit la ministre des Transports.", True),
        (WAIT, "« Nous attendrons la fin de l’enquête », a dit le secrétaire général.", False),
        (SAIL, "« On ne part jamais sans demander », a dit le secrétaire général.", True),
        (SAIL, "« On ne part jamais sans demander », a dit la ministre.", False),
        (SAIL, "“不先请示，我们绝不会出航。”交通大臣说。", False),
        (SAIL, "“不先请示，我们绝不会出航。”秘书长说。", True),
        # Of another office the transcript knows nobody, or it may be the same one.
        (WAIT, "« Nous attendrons la fin de l’enquête », a dit le maire.", False),
        (WAIT, "« Nous attendrons la fin de l’enquête », a dit le responsable.", False),
        (SAIL, "« On ne part jamais sans demander », a dit la secrétaire d’État.", False),
    ],
)
def test_an_office_alone_is_that_of_another_speaker(said: str, article: str, expected: bool) -> None:
    assert accused(PORT, said, article) is expected


FEES = "沈昭：大家好。\n海港社记者：港口收费太高，许多渔船已经停航。外交部有何评论？\n沈昭：收费没有变化。\n"
SPOKESWOMAN = "La porte-parole du ministère, Shen Zhao, a parlé. "


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("« Les taxes sont trop élevées », a reconnu la porte-parole.", True),
        (SPOKESWOMAN + "« Les taxes sont trop élevées », a-t-elle reconnu.", True),
        (SPOKESWOMAN + "« C’est faux », a dit la porte-parole. Mais « les taxes sont trop élevées », a-t-elle reconnu.",
         True),
        ("“Port fees are too high,” the spokeswoman said.", True),
        ("“Port fees are too high,” a journalist said.", False),
        ("“Port fees are too high,” said Lars Holm, a skipper.", False),
        ("“Port fees are too high,” fishermen said.", False),
    ],
)  # fmt: skip
def test_a_question_is_not_said_by_an_office(article: str, expected: bool) -> None:
    assert accused(FEES, "港口收费太高，许多渔船已经停航", article) is expected


@pytest.mark.parametrize("indent", ["\u3000\u3000", "\u00a0\u00a0", "    "])
def test_labels_stand_behind_the_indent_of_a_paragraph(indent: str) -> None:
    text = "".join(
        f"{indent}{line}\n"
        for line in ("问：大坝何时完工？", "何敏：明年完工。", "追问：费用由谁承担？", "何敏：由省里承担。")
    )
    assert labels(text) == ["问", "何敏", "追问", "何敏"]
    french = f"{indent}M. ROY : Les digues tiendront.\n{indent}Mme LANG : Nous verrons.\n"
    assert labels(french) == ["M. ROY", "Mme LANG"]


def test_the_fields_at_the_head_of_a_document_are_no_speakers() -> None:
    head = "索引号：0043/2031-7\n发布日期：2031年5月2日\n责任编辑：李明\n\n大坝将于明年完工。\n"
    assert labels(head) == []
    assert labels("Référence : 31/7\nPublié le : 2 mai 2031\nThème : Eau\n\nLa digue tiendra.\n") == []


def test_a_quotation_below_its_label_ends_with_its_paragraph() -> None:
    text = (
        "Citations\nAnne Roy, commissaire à la pêche :\n« Les quotas seront maintenus. »\n"
        "Paul Lang, commissaire au budget :\n« Les crédits sont là. »\nProchaines étapes\nLe Conseil votera en juin.\n"
    )
    last = turns(text)[-1]
    assert (last.label.of(text)[:9], "Conseil" in text[last.start : last.end]) == ("Paul Lang", False)


def test_a_passage_that_begins_with_the_end_of_a_question_is_said_by_the_one_who_answers() -> None:
    text = "Question: Is the dam empty? The growers say so.\n\nMs Lorne: The dam is half full, and the canal is open.\n"
    passage = Span(text.index("The growers"), len(text) - 1)
    article = document_from_text("« Le barrage est à moitié plein et le canal ouvert », a dit Ada Lorne.", name="a")
    (quote,) = extract_quotes(article.text, "fr")
    assert check_attribution(quote, article, passage, document_from_text(text, name="o")) is None
