"""Quotes put together from several places of a speech, and what an article tells beside a quote."""

from __future__ import annotations

import attrs
import pytest

from polyglot_news.align.model import Passage
from polyglot_news.article import compare_article
from polyglot_news.article.beside import without_told_beside
from polyglot_news.article.grown import grown
from polyglot_news.article.spliced import by_place, sentences_of, unfound
from polyglot_news.documents import document_from_text
from polyglot_news.quotes import Quote, extract_quotes
from polyglot_news.report.model import Item
from polyglot_news.text import Span

SPEECH = (
    "Chers collègues, nous ouvrirons quatre nouvelles gares d’ici à 2031. La première sera celle du port. "
    "Les travaux débuteront à l’automne. Deux mille personnes y travailleront. Les riverains seront consultés. "
    "La région paiera la moitié. Le conseil votera en juin. La Suède est un partenaire et un concurrent. "
    "Nous ne fermerons aucune ligne de campagne. Le tarif sera réduit en 2029, mais seulement pour les lycéens."
)


def judged(article: str) -> list[Item]:
    return list(compare_article(article, [SPEECH]).items)


@pytest.mark.parametrize("joint", [" [...] ", " … ", " ", ",” the mayor said. “"])
def test_each_sentence_is_held_against_its_own_place(joint: str) -> None:
    (item,) = judged(f"“We will open four new stations by 2031.{joint}We will not close any rural line.”")
    assert item.verdict == "faithful"
    assert [source.text for source in item.matched] == [
        "Chers collègues, nous ouvrirons quatre nouvelles gares d’ici à 2031.",
        "Nous ne fermerons aucune ligne de campagne.",
    ]
    assert [source.rest for source in item.matched].count(True) == 1


def test_of_a_sentence_that_is_said_twice_the_place_beside_the_other_one_counts() -> None:
    official = (
        "Le taux des prêts aux entreprises baissera en mars. Les banques devront suivre.\n\n"
        "Nous publierons un rapport en avril.\n\n"
        "Le taux des prêts aux ménages baissera en mars. Les banques devront suivre.\n"
    )
    article = "“The rate of loans to households will fall in March. The banks will have to follow,” Luc Garnier said."
    (item,) = compare_article(article, [official]).items
    assert [source.span.start for source in item.matched] == [official.index("Le taux des prêts aux ménages")]


def test_what_is_wrong_is_shown_in_its_own_place() -> None:
    article = "“We will open four new stations by 2031. We will close every rural line,” the mayor said."
    (item,) = judged(article)
    assert item.verdict == "divergent"
    places = [finding.divergence.official for finding in item.findings if finding.divergence.official]
    assert places
    assert all(place.start >= SPEECH.index("Nous ne fermerons") for place in places)


def test_neighbouring_sentences_stay_together() -> None:
    (item,) = judged("“The first will be the one at the port. Works will start in the autumn,” the mayor said.")
    assert len(item.matched) == 1


def test_a_sentence_covers_what_sticks_out_of_the_passage_of_the_whole() -> None:
    official = "Ferries save lives. They may raise fares. They may not be late."
    text = "“Les ferries sauvent des vies. Ils peuvent augmenter leurs tarifs, pas être en retard.”"
    (quote,) = extract_quotes(text, "fr")

    def passage(start: str, end: str) -> Passage:
        span = Span(official.index(start), official.index(end) + len(end))
        return Passage(document=0, span=span, core=span, text=span.of(official), similarity=0.9, matched=True)

    homes = [passage("Ferries", "lives."), passage("They may raise", "late.")]
    sentences = [(one, [home]) for one, home in zip(sentences_of(quote, text, "fr"), homes, strict=True)]
    parts = by_place(quote, passage("Ferries", "fares."), sentences, text, "fr")
    assert [place.core for _, place in parts] == [home.span for home in homes]


def test_sentences_of_a_quote_are_cut_at_elisions() -> None:
    text = "“We will open [...] four stations… The first is the port,” he said. “Works start soon.”"
    (quote,) = extract_quotes(text, "en")
    assert [one.text for one in sentences_of(quote, text, "en")] == [
        "We will open",
        "four stations",
        "The first is the port,",
        "Works start soon.",
    ]


def test_sentences_of_a_quote_in_quoted_lines() -> None:
    text = (
        "Tom wrote:\n> “We will keep the little port in the bay there\n> as long as there is any fish in the sea. We\n"
        "> have leased the boats,” she said."
    )
    (quote,) = extract_quotes(text, "en")
    assert [one.text for one in sentences_of(quote, text, "en")] == [
        "We will keep the little port in the bay there\n> as long as there is any fish in the sea.",
        "We\n> have leased the boats,",
    ]


def test_what_another_quote_renders_is_not_left_out() -> None:
    alone = "The mayor said: “The fare will be reduced in 2029.”"
    (item,) = judged(alone)
    assert [finding.divergence.kind for finding in item.findings] == ["omission"]
    item, _ = judged(alone + " She added that this was so, “but only for secondary school pupils”, for now.")
    assert item.findings == ()
    assert item.verdict == "faithful"


def test_a_doubtful_quote_takes_the_blame_from_no_other() -> None:
    alone = "The mayor said: “The fare will be reduced in 2029.”"
    report = compare_article(alone + " She added that this was so, “but only for secondary school pupils”.", [SPEECH])
    cut, other = report.items
    findings = judged(alone)[0].findings
    assert findings
    cut = attrs.evolve(cut, findings=findings, verdict="divergent")
    doubtful = attrs.evolve(other, sources=tuple(attrs.evolve(one, similarity=0.3) for one in other.sources))
    for beside, left in ((other, ()), (doubtful, findings)):
        assert without_told_beside([cut, beside], report.article, report.officials)[0].findings == left


def test_a_name_beside_the_quote_is_not_left_out() -> None:
    (item,) = judged("The mayor called Sweden “a partner and a competitor”.")
    assert item.findings == ()


def test_a_sentence_that_nobody_said_is_told_as_such() -> None:
    article = "“We will open four new stations by 2031. Every pensioner will receive a free bicycle,” the mayor said."
    (item,) = judged(article)
    (finding,) = item.findings
    assert finding.divergence.kind == "addition"
    assert finding.divergence.rendering is not None
    assert finding.divergence.rendering.of(article) == "Every pensioner will receive a free bicycle,"


@pytest.mark.parametrize("joint", [" ", " … "])
def test_sentences_that_stand_side_by_side_are_judged_one_by_one(joint: str) -> None:
    speech = (
        "Bonsoir à tous. Le port restera ouvert aux navires de commerce. Les pêcheurs seront indemnisés pour les jours "
        "perdus en mer. La marine surveillera l’entrée de la baie jusqu’en juin. Merci."
    )
    article = (
        f"“The port will stay open to merchant ships.{joint}The navy will watch the entrance of the bay until {{}},” "
        "the admiral said."
    )
    (item,) = compare_article(article.format("June"), [speech]).items
    assert item.findings == ()
    assert len(item.matched) == 1
    (item,) = compare_article(article.format("July"), [speech]).items
    assert [finding.divergence.kind for finding in item.findings] == ["number"]


def test_a_sentence_that_renders_two_is_held_against_both() -> None:
    lost, little, sown = "On y a perdu 0,4 % de la récolte.", "C’est peu, mais cela tombe mal.", "On sèmera plus tôt."
    official = document_from_text(f"Bonjour. {lost} {little} {sown} Merci.", name="official")
    article = document_from_text("“收成损失了4%,不算多,可来得不是时候。明年会早些播种。”部长说。", name="article")
    (quote,) = extract_quotes(article.text, "zh")
    sentence, _ = sentences_of(quote, article.text, "zh")

    def at(words: str) -> Span:
        start = official.text.index(words)
        return Span(start, start + len(words))

    passage = Passage(document=0, span=at(little), core=at(little), text=little, similarity=0.9, matched=True)
    taken, covered = [at(little), at(sown)], at(f"{lost} {little} {sown}")
    assert grown(sentence, passage, [], article, official, covered=covered, taken=taken).passage.span == at(
        f"{lost} {little}"
    )
    assert grown(sentence, passage, [], article, official, covered=at(little), taken=taken).passage == passage


CONDITIONAL = "Nous avons parlé longtemps. Si l’inspecteur confirme les fissures, le tunnel sera fermé en mars. Merci."


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("If the inspector confirms the cracks, she said, “the tunnel will be closed in March.”", True),
        ("“The tunnel will be closed in March,” she said, provided that the inspector confirms the cracks.", True),
        ("It depends on whether the inspector confirms cracks. “The tunnel will be closed in March,” she said.", True),
        ("部长说，如果检查员确认有裂缝，“隧道将于三月关闭”。", True),
        ("“The tunnel will be closed in March,” she said.", False),
        ("If the weather allows, she will travel on Sunday. “The tunnel will be closed in March,” she said.", False),
        # told, but not as a condition
        ("The inspector is looking at the cracks. “The tunnel will be closed in March,” she said.", False),
        # told by somebody else, between marks
        ("部长说：“隧道将于三月关闭。”", False),
    ],
)
def test_a_condition_that_the_article_tells_is_not_left_out(article: str, told: bool) -> None:
    (item,) = compare_article(article, [CONDITIONAL]).items
    conditions = [one for one in item.findings if one.divergence.severity == "critical"]
    assert (conditions == []) == told


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("L’office « pourra fermer trois quais sur la rive nord », a-t-il dit. Le conseil a suivi les débats.", False),
        ("L’office « pourra fermer trois quais sur la rive nord », si le conseil municipal l’approuve.", True),
        ("Avec l’aval du conseil municipal, l’office « pourra fermer trois quais sur la rive nord ».", True),
        ("The city council has to agree. The office “may close three piers on the northern shore”, it said.", True),
    ],
)
def test_an_approval_is_told_by_words_of_approval(article: str, told: bool) -> None:
    official = "各位早上好。港务局经市议会批准，可以关闭北岸的三个码头。渔民将获得补偿。谢谢大家。"
    (item,) = compare_article(article, [official]).items
    assert [one.divergence.kind for one in item.findings] == ([] if told else ["omission"])


@pytest.mark.parametrize(
    ("article", "official"),
    [
        (
            "The bank will never “target the exchange rate or buy dollars”, its governor said.",
            "谢谢大家。本行绝不以汇率为目标，也不购买美元。还有问题吗？",
        ),
        ("The appeal is just “6 per cent funded”, she said.", "Merci. L’appel n’est financé qu’à 6 %. À demain."),
    ],
)
def test_an_operator_right_before_a_fragment_is_not_left_out(article: str, official: str) -> None:
    (item,) = compare_article(article, [official]).items
    assert item.verdict == "faithful"


def test_a_figure_beside_the_quote_is_not_left_out() -> None:
    official = (
        "Good morning. Over the past three months, exports averaged 116,000 tons a month, a notable slowdown. Thanks."
    )
    (item,) = compare_article("局长表示，过去三个月，出口“平均每月11.6万吨，明显放缓”。", [official]).items
    assert item.verdict == "faithful"
    (item,) = compare_article(
        "La région « recrutera des infirmières avant la fin de juin », a-t-elle dit.",
        ["Thank you. The region will recruit 450 nurses before the end of June. Good night."],
    ).items
    (told,) = *item.findings, *item.hints
    assert told.divergence.kind == "number"


HARBOUR = (
    "Mesdames et Messieurs, bonsoir. Le musée maritime ouvrira ses portes en avril. L’entrée sera gratuite pour les "
    "enfants de l’archipel. Une ancienne frégate servira de café. Les visiteurs pourront monter au phare. "
    "Nous ne vendrons aucun des tableaux donnés par les marins. Je remercie les bénévoles. À bientôt."
)


@pytest.mark.parametrize(
    ("article", "missing"),
    [
        (
            "“The maritime museum will open in April … the crown shall reward gardeners generously,” she said.",
            "the crown shall reward gardeners generously,",
        ),
        (
            "“The dentist's horse adores cold soup,” she said. “Admission will be free for the children.”",
            "The dentist's horse adores cold soup,",
        ),
        (
            "“as we have seen in other parts of the world … The maritime museum will open in April,” she said.",
            "as we have seen in other parts of the world",
        ),
        (
            "“The maritime museum will open in April,” she said, “as it has been done in the past.”",
            "as it has been done in the past.",
        ),
        ("馆长说：“海事博物馆将于四月开放……昨晚的足球比赛十分精彩。”", "昨晚的足球比赛十分精彩。"),
        ("馆长说：“海事博物馆将于四月开放……这就是我们对他们所说的。”", "这就是我们对他们所说的。"),
    ],
)
def test_the_half_of_a_quote_that_stands_nowhere_is_told(article: str, missing: str) -> None:
    (item,) = compare_article(article, [HARBOUR]).items
    told = [one.divergence for one in (*item.findings, *item.hints) if one.divergence.kind == "addition"]
    assert [one.rendering.of(article) for one in told if one.rendering] == [missing]


@pytest.mark.parametrize(
    ("second", "missing"),
    [
        ("Maritime museums are costly and dull.", True),
        ("Every maritime museum has opened its doors but this one.", True),
        ("It opens in April, the maritime museum.", False),  # the same again
        ("Admission will be free for the children of the archipelago.", False),
    ],
)
def test_the_passage_of_one_half_does_not_hold_another_one_about_the_same(second: str, missing: bool) -> None:
    article = f"“The maritime museum will open its doors in April,” she said. “{second}”"
    (item,) = compare_article(article, [HARBOUR]).items
    told = [one.divergence for one in (*item.findings, *item.hints) if one.divergence.kind == "addition"]
    assert [one.rendering.of(article) for one in told if one.rendering] == ([second] if missing else [])


def test_two_sentences_that_render_one_are_both_held() -> None:
    article = "“The museum will open its doors,” she said. “That will be in the month of April.”"
    (item,) = compare_article(article, [HARBOUR]).items
    assert [one for one in (*item.findings, *item.hints) if one.divergence.kind == "addition"] == []


def test_looks_at_words_grow_with_sentences_times_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []

    def half_alike(*asked: str) -> dict[str, float]:
        looks.append(asked)
        return {"linked": 0.6 if asked[0].rpartition(" ")[2] == asked[1].rpartition(" ")[2] else 0.4}

    monkeypatch.setattr("polyglot_news.align.likeness.word_likeness", half_alike)
    spans = [Span(10 * k, 10 * k + 8) for k in range(15)]
    held = [
        Passage(document=0, span=span, core=span, text=f"Phrase {k}", similarity=0.9, matched=True)
        for k, span in enumerate(spans)
    ]
    quotes = [
        Quote(contents=(span,), speaker=None, cue=None, kind="direct", text=f"Sentence {k}")
        for k, span in enumerate(spans)
    ]
    assert unfound([(quote, [home]) for quote, home in zip(quotes, held, strict=True)], held, "en", ["fr"]) == []
    assert len(looks) <= 3 * len(quotes) * len(held)


def test_nothing_is_told_of_halves_that_stand_in_the_text() -> None:
    article = (
        "“The maritime museum will open its doors in April,” she said. “Visitors will be able to climb the lighthouse "
        "… and we will sell none of the paintings that sailors gave us.”"
    )
    (item,) = compare_article(article, [HARBOUR]).items
    assert (item.findings, item.hints) == ((), ())


@pytest.mark.parametrize(("joint", "left_out"), [(" […] ", False), ("… ", False), (". ", True)])
def test_what_the_article_says_it_leaves_out_is_no_figure_left_out(joint: str, left_out: bool) -> None:
    official = (
        "Good evening. We shall restore the old paper mill near the river before 2041. The owner has agreed. "
        "The council voted last week. Nobody will lose a home. We shall not cut down the oak trees of the park. Thanks."
    )
    article = (
        f"« Nous restaurerons le vieux moulin à papier près de la rivière{joint}"
        "Nous n'abattrons pas les chênes du parc », a-t-elle dit."
    )
    (item,) = compare_article(article, [official]).items
    told = [one.divergence.kind for one in (*item.findings, *item.hints)]
    assert ("number" in told) == left_out


@pytest.mark.parametrize(
    ("official", "article"),
    [
        (
            "Vous le savez peut-être déjà : je ne vendrai pas le moulin. Dix ans de travaux, cela suffit.",
            "“I will not sell the mill. Ten years of works is enough,” the mayor said.",
        ),
        (
            "有人也许已经听说：我们不会出售磨坊。十年的工程已经够了。",
            "“We will not sell the mill. Ten years of works is enough.”",
        ),
    ],
)
def test_what_stands_before_the_first_of_several_sentences_is_not_quoted(official: str, article: str) -> None:
    (item,) = compare_article(article, [f"{official}"]).items
    assert (item.verdict, item.findings) == ("faithful", ())


@pytest.mark.parametrize(
    "official",
    [
        "Journaliste : Le vendez-vous ?\n\nMme Roy : Non. Le moulin sera ouvert tout l'hiver.\n\nJournaliste : Merci.",
        "记者：磨坊会关闭吗？\n\n罗伊：不会。磨坊整个冬天都会开放。\n\n记者：谢谢。",
    ],
)
def test_an_answer_may_begin_with_a_no_alone(official: str) -> None:
    (item,) = compare_article("“No. The mill will stay open all winter,” Ms Roy said.", [official]).items
    assert item.findings == ()
