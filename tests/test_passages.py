from __future__ import annotations

import time
from pathlib import Path

import attrs
import pytest

from polyglot_news.align import phrases
from polyglot_news.align.figures import agreement, is_telling
from polyglot_news.align.likeness import word_likeness
from polyglot_news.align.nearby import Place, places_of
from polyglot_news.align.parts import parts
from polyglot_news.align.passages import find_all_passages, find_passages
from polyglot_news.align.told import told
from polyglot_news.article import compare_article
from polyglot_news.quotes import extract_quotes
from polyglot_news.text import split_sentences
from polyglot_news.translate import embedded

FRENCH = (
    "La ministre a ouvert la séance à neuf heures. "
    "Notre pays versera 40 millions d'euros aux réfugiés avant la fin de l'année. "
    "Nous n'enverrons aucun soldat dans la région. "
    "Le port restera ouvert aux navires qui apportent des vivres. "
    "Une délégation se rendra à Genève mardi prochain. "
    "Les discussions sur le climat reprendront au printemps."
)
CHINESE = "\n".join(  # noqa: FLY002
    [
        "部长九点宣布开会。",
        "我国将在年底前向难民提供4000万欧元。",
        "我们不会向该地区派遣任何士兵。",
        "港口将继续向运送粮食的船只开放。",
        "一个代表团将于下周二前往日内瓦。",
        "气候会谈将于春季恢复。",
    ]
)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Our country will pay 40 million euros to the refugees before the end of the year", "40 millions"),
        ("We will not send a single soldier to the region.", "aucun soldat"),
        ("A delegation will go to Geneva next Tuesday", "Genève"),
    ],
)
def test_finds_the_sentence_that_a_quote_renders(quote: str, expected: str) -> None:
    best, *_ = find_passages(quote, [FRENCH])
    assert best.matched
    assert expected in best.text
    assert best.text == best.span.of(FRENCH)
    assert best.text.endswith(".")


def test_characters_without_width_part_no_words_and_are_counted() -> None:
    official = FRENCH.replace("euros", "eu\u00adros").replace("mil", "\u200bmil").replace(". ", ".\u200b ")
    quote = "Our country will pay 40 million euros to the refugees before the end of the year"
    (found, *_), (expected, *_) = (
        find_passages(quote.replace("mil", "mil\u00ad"), official),
        find_passages(quote, FRENCH),
    )
    assert (found.matched, found.similarity) == (True, expected.similarity)
    assert found.text == found.span.of(official)
    assert found.text.replace("\u00ad", "").replace("\u200b", "") == expected.text


def test_finds_a_part_of_a_sentence_and_says_which() -> None:
    best, *_ = find_passages("40 million euros to the refugees", [FRENCH])
    assert "40 millions" in best.text
    assert "40 millions d'euros" in best.core.of(FRENCH)
    assert best.span.start < best.core.start
    assert best.core.end < best.span.end


def test_finds_a_passage_of_two_sentences() -> None:
    best, *_ = find_passages(
        "We will not send any soldiers to the region. The port will stay open to ships that bring food.", [FRENCH]
    )
    assert "aucun soldat" in best.text
    assert "vivres" in best.text
    assert "Genève" not in best.text


def test_searches_all_texts_and_orders_by_similarity() -> None:
    found = find_passages("The port will remain open to ships carrying food", [FRENCH, CHINESE])
    assert {passage.document for passage in found[:2]} == {0, 1}
    assert "vivres" in next(p.text for p in found if p.document == 0)
    assert "粮食" in next(p.text for p in found if p.document == 1)
    assert [p.similarity for p in found] == sorted((p.similarity for p in found), reverse=True)


def test_a_quote_that_is_not_there_is_not_matched() -> None:
    found = find_passages("The striker scored twice in the second half", [FRENCH, CHINESE])
    assert found
    assert not any(passage.matched for passage in found)


def test_repeated_sentences_are_reported_as_candidates_of_the_same_rank() -> None:
    twice = FRENCH + " " + FRENCH
    found = find_passages("We will not send a single soldier to the region.", [twice])
    places = [p.span.start for p in found if "aucun soldat" in p.text]
    assert len(places) == 2
    assert found[0].similarity == pytest.approx(found[1].similarity, abs=0.05)
    assert found[0].matched
    assert found[1].matched
    alone, *_ = find_passages("We will not send a single soldier to the region.", [FRENCH])
    assert found[0].similarity > alone.similarity - 0.1


@pytest.mark.parametrize("per_document", [1, 2, 3])
def test_the_number_of_candidates_does_not_change_the_best(per_document: int) -> None:
    found = find_passages("The port will remain open to ships carrying food", FRENCH, per_document=per_document)
    assert len(found) <= per_document
    assert found[0] == find_passages("The port will remain open to ships carrying food", FRENCH)[0]


def test_the_same_language_on_both_sides() -> None:
    best, *_ = find_passages("Le port restera ouvert aux navires qui apportent des vivres", [FRENCH])
    assert best.matched
    assert "vivres" in best.text


def test_many_quotes_at_once_give_what_each_gives_alone() -> None:
    quotes = ["We will not send a single soldier to the region.", "The climate talks will resume in spring", DOUBTFUL]
    together = find_all_passages(quotes, [FRENCH, CHINESE])
    assert together == [find_passages(quote, [FRENCH, CHINESE]) for quote in quotes]


@pytest.mark.parametrize(
    ("quote", "officials"), [("", [FRENCH]), ("   ", [FRENCH]), ("Yes.", []), ("Yes.", ["", " \n"])]
)
def test_nothing_to_find(quote: str, officials: list[str]) -> None:
    assert find_passages(quote, officials) == []


def test_a_single_word_is_found_nowhere() -> None:
    assert not any(passage.matched for passage in find_passages("x", "Bonjour à tous.", language="en"))


def test_one_text_need_not_stand_in_a_list() -> None:
    assert find_passages("A delegation will go to Geneva", FRENCH) == find_passages(
        "A delegation will go to Geneva", [FRENCH]
    )


@pytest.mark.parametrize("text", ["“" * 9_000, "a " * 9_000, "。" * 9_000], ids=["marks", "words", "stops"])
def test_hostile_texts_end_in_time(text: str) -> None:
    before = time.process_time()
    find_passages("A delegation will go to Geneva", [text])
    assert time.process_time() - before < 20


REAL = "任何国家都不得把粮食当作武器"
INVENTED = "国际社会应当追究违反者的责任，否则受灾的平民将继续在冬季忍受饥饿和寒冷"
EXAMPLES = Path(__file__).parent.parent / "parallel"
CONFERENCE = (EXAMPLES / "official.en.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("quote", [f"{REAL}，{INVENTED}", f"{INVENTED}，{REAL}"], ids=["behind", "before"])
def test_a_clause_invented_beside_a_real_one_does_not_hide_its_passage(quote: str) -> None:
    best, *others = find_passages(quote, [CONFERENCE])
    assert best.matched
    assert best.text == "No country may use food as a weapon."
    assert not any(other.span.overlap(best.span) for other in others)
    assert not find_passages(f"{INVENTED}，{INVENTED}", [CONFERENCE])[0].matched


def test_a_part_does_not_vouch_for_a_quote_that_another_text_holds_whole() -> None:
    whole = (
        "No country may use food as a weapon; the international community should hold violators accountable, or the "
        "civilians of the disaster area will go on suffering hunger and cold in winter."
    )
    found = find_passages(f"{REAL}，{INVENTED}", [CONFERENCE, whole])
    assert [passage.document for passage in found if passage.matched] == [1]


def test_parts_are_whole_clauses_from_one_end_of_the_quote() -> None:
    text = "No country may use food as a weapon; by 1,350 votes to 2, the assembly said so."
    assert [span.of(text) for span in parts(text, "en")] == [
        "No country may use food as a weapon; by 1,350 votes to 2",
        "by 1,350 votes to 2, the assembly said so",
        "No country may use food as a weapon",
    ]
    assert parts("Yes, we can", "en") == []


def test_the_right_text_is_found_among_more_than_are_looked_at_closer() -> None:
    others = [
        f"{word} Le boulanger ouvre à sept heures. {FRENCH[:60]}"
        for word in ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept"]
    ]
    quote = "We will not send a single soldier to the region."
    best, *_ = find_passages(quote, [*others, FRENCH])
    assert (best.document, best.matched) == (len(others), True)
    assert attrs.evolve(best, document=0) == find_passages(quote, [FRENCH])[0]


def test_words_tell_a_rendering_from_a_sentence_about_the_same() -> None:
    quote = "the port will remain open to ships carrying food"
    right = word_likeness(quote, "Le port restera ouvert aux navires qui apportent des vivres.", "en", "fr")
    near = word_likeness(quote, "Le port est fermé depuis que les navires de guerre sont là.", "en", "fr")
    assert set(right) == set(near)
    assert all(right[name] > near[name] + 0.1 for name in ("linked", "stretch", "nearest"))
    assert not any(word_likeness("…", "Le port.", "en", "fr").values())


@pytest.mark.parametrize(
    ("quote", "there"), [("chilly", False), ("a historic step", False), ("food as a weapon", True)]
)
def test_a_word_or_two_are_found_only_where_they_stand(quote: str, there: bool) -> None:
    officials = [(EXAMPLES / f"official.{language}.txt").read_text(encoding="utf-8") for language in ("fr", "zh")]
    assert find_passages(quote, officials, language="en")[0].matched == there


DOUBTFUL = "the ships are allowed to go in with supplies"  # loosely rendered: words leave doubt


def test_a_rendering_tells_a_model_more_than_another_sentence() -> None:
    there, elsewhere = "Le port restera ouvert aux navires.", "Une délégation se rendra à Genève mardi."
    quote = "the port will stay open to ships"
    for pairs, languages in (
        ([(quote, there), (quote, elsewhere)], ("en", "fr")),
        ([(there, quote), (elsewhere, quote)], ("fr", "en")),
    ):
        right, wrong = told(pairs, *languages) or [0.0, 0.0]
        assert right > wrong + 0.5
        assert wrong >= 0.0


def test_french_tells_a_model_of_chinese_by_way_of_english() -> None:
    quote = "Le port restera ouvert aux navires"
    pairs = [(quote, "港口将继续向船只开放。"), (quote, "港口將繼續向船隻開放。"), (quote, "气候会谈将于春季恢复。")]
    right, traditional, wrong = told(pairs, "fr", "zh") or [0.0, 0.0, 0.0]
    assert right > wrong + 0.5
    assert traditional == right


def test_languages_without_a_package_tell_nothing() -> None:
    assert told([("Der Hafen bleibt offen", "Le port restera ouvert")], "de", "fr") is None
    assert told([("Le port restera ouvert", "Der Hafen bleibt offen")], "fr", "de") is None


def test_what_words_leave_in_doubt_is_settled_by_the_models(monkeypatch: pytest.MonkeyPatch) -> None:
    settled = find_passages(DOUBTFUL, FRENCH)[0]
    monkeypatch.setattr(embedded, "embedded_engine", lambda *_: None)
    doubtful = find_passages(DOUBTFUL, FRENCH)[0]
    assert "vivres" in settled.text
    assert settled.matched
    assert doubtful.span == settled.span
    assert doubtful.similarity < settled.similarity


def test_no_model_is_asked_where_there_is_no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(embedded, "embedded_engine", refuse)
    assert find_passages("We will not send a single soldier to the region.", FRENCH)[0].matched
    assert find_passages("Le port restera ouvert aux navires qui apportent des vivres", FRENCH)[0].matched
    assert not find_passages("The striker scored twice in the second half", FRENCH)[0].matched
    with pytest.raises(AssertionError):
        find_passages(DOUBTFUL, FRENCH)


@pytest.mark.parametrize(
    ("quote", "languages", "passage", "share"),
    [
        ("some 25 million people", "en-zh", "约2500万人", 1.0),
        ("more than 20 million people", "en-zh", "25000多人", 0.0),
        ("près de 50 % de plus", "fr-zh", "增加了近一半", 1.0),
        ("in 2021 and 2024", "en-fr", "depuis 2021", 0.5),
        ("two people", "en-fr", "quelques personnes", None),
        ("nobody at all", "en-fr", "les 27", None),
    ],
)
def test_figures_agree_across_languages(quote: str, languages: str, passage: str, share: float | None) -> None:
    here, there = languages.split("-")
    assert agreement(quote, here, passage, there) == share


def test_figures_tell_which_of_two_sentences_a_quote_renders() -> None:
    official = "\n".join(  # noqa: FLY002
        [
            "今年的预算已经提交议会。",
            "约3400万名居民需要食品援助。",
            "如果不增加拨款，今后几个月可能有30多万名居民需要食品援助。",
            "粮食价格比去年上涨了一倍。",
        ]
    )
    found = find_passages("some 34 million residents", official)
    assert found[0].text.startswith("约3400万")


HARVESTS = "\n".join(  # noqa: FLY002
    [
        "今年的收成好于预期。",
        "农户数量已降至二十一万四千。",
        "全国农户数量正在减少，年轻人离开了农村。",
        "政府将向农户发放补贴。",
        "水稻种植面积增加了百分之六。",
    ]
)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("214,000 of them remain", "二十一万四千"),  # few words, but a figure, however it is written
        ("il ne reste que 214 000 exploitations agricoles", "二十一万四千"),
        ("young people have left the countryside", "年轻人"),
        ("the government will pay subsidies to farming households", "补贴"),
    ],
)
def test_a_quote_is_found_where_its_figures_stand(quote: str, expected: str) -> None:
    best, *_ = find_passages(quote, HARVESTS)
    assert expected in best.text
    assert best.matched


@pytest.mark.parametrize(
    ("quote", "language", "telling"),
    [
        ("214,000 households", "en", True),
        ("up 6.5 percent", "en", True),
        ("in three years", "en", False),
        ("by the end of 2030", "en", False),
        ("on Saturday", "en", False),
        ("we are 100 percent sure", "en", False),
        ("二十一万四千户", "zh", True),
        ("第三次会议", "zh", False),
        ("1,3 million d'euros", "fr", True),
        ("le 6 mai 2015", "fr", False),
        ("nos deux pays", "fr", False),
    ],
)
def test_which_figures_tell_where_a_quote_comes_from(quote: str, language: str, telling: bool) -> None:
    assert is_telling(quote, language) == telling


SPEECH = "\n".join(  # noqa: FLY002
    [
        "我们今天讨论了水资源问题。",
        "河流的水位比去年低了两米。",
        "农民已经无法灌溉田地。",
        "政府将在秋天之前修建六座水库。",
        "我们愿意在力所能及的范围内帮助邻国。",
        "邻国也承诺分享水文数据。",
        "协议将在年底之前签署。",
        "森林火灾烧毁了三个村庄。",
        "消防队员日夜奋战。",
        "学校将在九月重新开学。",
    ]
)
# The second quote says too little to be found alone.
ARTICLE = (
    "The government “will build six reservoirs before autumn”, the minister said; it would do “all that lies in our"
    " power” for others, and the neighbours “have promised to share hydrological data”.\n\n"
    "Schools “will open again in September”."
)
INVENTED_BETWEEN = ARTICLE.replace("all that lies in our power", "or face the wrath of the voters")


def _found_in(article: str) -> list[tuple[str, bool]]:
    quotes = extract_quotes(article, "en")
    places = places_of(quotes, article, "en")
    found = find_all_passages(quotes, SPEECH, language="en", places=places)
    return [(best.text, best.matched) for best, *_ in found]


def test_quotes_beside_a_quote_tell_where_it_comes_from() -> None:
    first, second, third, last = _found_in(ARTICLE)
    assert all(matched for _, matched in (first, second, third, last))
    assert "力所能及" in second[0]
    alone = find_passages("all that lies in our power", SPEECH, language="en")[0]
    assert alone.similarity < 0.5  # alone it is hardly enough


def test_what_nobody_said_is_not_found_between_two_real_quotes() -> None:
    first, second, third, _ = _found_in(INVENTED_BETWEEN)
    assert [first[1], second[1], third[1]] == [True, False, True]


def test_places_are_paragraphs_and_sentences_of_the_article() -> None:
    places = places_of(extract_quotes(ARTICLE, "en"), ARTICLE, "en")
    assert places == [Place(1, 1, 1), Place(1, 1, 1), Place(1, 1, 1), Place(2, 2, 2)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("la Chine est disposée à fournir encore de l’aide.", "中方愿继续提供"),
        ("quelle aide la Chine fournira-t-elle encore ?", "哪些帮助"),
    ],
)
def test_a_question_vouches_for_no_part_of_a_statement(clause: str, expected: str) -> None:
    official = "\n".join(  # noqa: FLY002
        [
            "我们今天讨论了水资源问题。",
            "河流的水位比去年低了两米。",
            "记者：中方还将提供哪些帮助？",
            "发言人：第二批物资已经运抵。只要邻国有需要，中方愿继续提供力所能及的帮助。",
            "学校将在九月重新开学。",
            "消防队员日夜奋战。",
        ]
    )
    (matched,) = [one for one in find_passages(f"Nul ne sera abandonné à son sort, {clause}", official) if one.matched]
    assert expected in matched.text


PROVERBIAL = {
    "fr": (
        "Bonsoir à toutes et à tous. Nous devons éviter la politique de l’autruche. La dette est un cercle vicieux "
        "pour nos communes. Les deux camps doivent faire un pas l’un vers l’autre. Il y a deux poids, deux mesures "
        "dans cette affaire. La réforme est une arme à double tranchant. Nous ne resterons pas les bras croisés. Merci."
    ),
    "zh": (
        "大家晚上好。我们不能再当鸵鸟。债务对各市镇来说是恶性循环。双方应当相向而行。在这件事上存在双重标准。"
        "这项改革是一把双刃剑。我们不会坐视不管。谢谢。"
    ),
    "en": (
        "Good evening, everyone. We must not keep our heads in the sand. Debt is a vicious circle for our towns. Both "
        "sides should meet each other halfway. There are double standards in this affair. The reform is a double-edged "
        "sword. We will not stand idly by. Thank you."
    ),
}


@pytest.mark.parametrize("there", ["fr", "zh", "en"])
@pytest.mark.parametrize(
    ("quotes", "place"),
    [
        ({"en": "bury our heads in the sand", "fr": "la tête dans le sable", "zh": "当鸵鸟"}, 1),
        ({"en": "meet Norway halfway", "fr": "faire la moitié du chemin", "zh": "与挪威相向而行"}, 3),
        ({"en": "double standards", "fr": "deux poids deux mesures", "zh": "双重标准"}, 4),
        ({"en": "stand idly by", "fr": "rester les bras croisés", "zh": "坐视不管"}, 6),
    ],
)
def test_set_phrases_are_found_though_no_word_is_the_same(quotes: dict[str, str], place: int, there: str) -> None:
    official = PROVERBIAL[there]
    for language, quote in quotes.items():
        if language != there:
            best, *_ = find_passages(quote, [official], language=language)
            assert best.matched, quote
            assert best.text == split_sentences(official, there)[place].of(official)


@pytest.mark.parametrize("there", ["fr", "zh"])
@pytest.mark.parametrize("quote", ["a paper tiger", "the law of the jungle", "a zero-sum game", "Pandora’s box"])
def test_set_phrases_that_nobody_said_are_not_found(quote: str, there: str) -> None:
    best, *_ = find_passages(quote, [PROVERBIAL[there]], language="en")
    assert not best.matched


def test_set_phrases_count_by_their_share_of_a_quote() -> None:
    assert phrases.share("a level playing field", "en") > 0.9
    assert 0.0 < phrases.share("a level playing field for all the bakers of the old town", "en") < 0.5
    assert phrases.share("the bakers of the old town", "en") == 0.0
    assert phrases.share("公平競爭", "zh") == phrases.share("公平竞争", "zh")


def test_set_phrases_stand_in_each_other_language() -> None:
    assert phrases.have("two red lines", "en", "C’est une ligne rouge.", "fr")
    assert phrases.have("les lignes rouges", "fr", "这是紅線。", "zh")
    assert not phrases.have("a red line", "en", "C’est une arme à double tranchant.", "fr")


def test_a_passage_does_not_end_with_who_says_the_next_one() -> None:
    official = (
        "Mayor Roe said: “The harbour board and I meet every week. We do not always agree, and nobody asks us to.”\n\n"
        "Deputy Mayor Paul Kern said: “The quay is sound. None of the four walls would give way.”\n"
    )
    quote = "Le conseil du port et moi nous voyons chaque semaine. Nous ne sommes pas toujours d'accord"
    best, *_ = find_passages(quote, [official])
    assert best.matched
    assert "Kern" not in best.text


BRIEFING = (
    "Press conference of Mayor Anna Brill\n\n"
    "Question: How many flats will be built on the old harbour site?\n\n"
    "Mayor Brill: We will build 1,200 flats there, and a school.\n\n"
    "Question (Evening Post): Will the rents be capped?\n\n"
    "Mayor Brill: We are looking at that. Nothing has been decided.\n\n"
    "Question: Has the ferry been sold?\n\n"
    "Mayor Brill: No. It has been leased.\n"
)


@pytest.mark.parametrize(
    ("article", "verdict", "reasons"),
    [
        # The answer counts, not the question that is liker.
        (
            "« 3 000 logements seront construits sur le site de l'ancien port », a annoncé la maire Anna Brill.",
            "divergent",
            ["The official text says 1,200, the article 3,000."],
        ),
        ("« Les loyers seront plafonnés », a promis la maire Anna Brill.", "unmatched", []),
        # What is answered with yes or no is in the question.
        ("« Le ferry n'a pas été vendu », a dit la maire Anna Brill.", "faithful", []),
        # Who asks may be quoted.
        ("« Les loyers seront-ils plafonnés ? », a demandé un journaliste.", "faithful", []),
        ("Un journaliste a dit : « Les loyers seront plafonnés. »", "faithful", []),
    ],
)
def test_what_a_journalist_asks_is_said_by_no_official(article: str, verdict: str, reasons: list[str]) -> None:
    (item,) = compare_article(article, [BRIEFING]).items
    assert item.verdict == verdict
    assert [finding.divergence.reason for finding in item.findings] == reasons
