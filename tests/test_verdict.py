"""Cuts, likelihoods, and the verdict over all findings."""

from __future__ import annotations

import importlib
import itertools

import attrs
import pytest

from benchmarks import renderings
from benchmarks.word_labels import Worded, altered_labels, faithful_labels
from polyglot_news import compare
from polyglot_news.compare.cuts import CutChecker
from polyglot_news.compare.modality import strengths
from polyglot_news.compare.model import Divergence
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.untranslated import UntranslatedChecker
from polyglot_news.compare.verdict import REPORTED, _told_once
from polyglot_news.compare.weights.calibration import order_odds, plain_features
from polyglot_news.compare.weights.trees import Tree, total
from polyglot_news.compare.weights.wordwise import weigh_words, words_of
from polyglot_news.compare.words.likelihood import likelihoods
from polyglot_news.compare.words.lonely import loneliest
from polyglot_news.odds import log_odds, probability
from polyglot_news.text import Span

UNLESS = "The crossing may open on Friday, unless the shelling of the road starts again."
IF = "Si les inspecteurs obtiennent l’accès promis, la Commission pourrait lever une partie des sanctions."


def cut(rendering: str, official: str, core: str, languages: tuple[str, str]) -> list[Divergence]:
    start = official.index(core)
    pair = make_pair(rendering, official, *languages, core=Span(start, start + len(core)))
    return list(CutChecker().check(pair))


@pytest.mark.parametrize(
    ("rendering", "official", "core", "languages", "dropped"),
    [
        (
            "Le passage pourrait ouvrir vendredi.",
            UNLESS,
            "The crossing may open on Friday",
            ("fr", "en"),
            "unless the shelling of the road starts again",
        ),
        (
            "欧洲联盟将于2026年1月解除部分制裁。",
            "If the inspections are completed, the European Union could lift some of its sanctions in January 2026.",
            "the European Union could lift some of its sanctions in January 2026",
            ("zh", "en"),
            "If the inspections are completed",
        ),
        (
            "The Commission could lift some of the sanctions.",
            IF,
            "la Commission pourrait lever une partie des sanctions",
            ("en", "fr"),
            "Si les inspecteurs obtiennent l’accès promis",
        ),
        # the condition follows another clause, or a word that joins
        (
            "We will reopen the border.",
            "Nous avons retiré nos chars et, si l’accord est signé, nous rouvrirons la frontière.",
            "nous rouvrirons la frontière",
            ("en", "fr"),
            "si l’accord est signé",
        ),
        (
            "我们将重新开放边界。",
            "But if the agreement is signed, we will reopen the border.",
            "we will reopen the border",
            ("zh", "en"),
            "if the agreement is signed",
        ),
        # "ne" may go with "à moins que", but sets no condition by itself
        (
            "Nous ne rouvrirons pas la frontière.",
            "Unless the agreement is signed, we will not reopen the border.",
            "we will not reopen the border",
            ("fr", "en"),
            "Unless the agreement is signed",
        ),
        # right after a fragment
        (
            "pourrait ouvrir vendredi",
            UNLESS,
            "may open on Friday",
            ("fr", "en"),
            "unless the shelling of the road starts again",
        ),
    ],
)
def test_a_dropped_condition_is_found(
    rendering: str, official: str, core: str, languages: tuple[str, str], dropped: str
) -> None:
    (found,) = cut(rendering, official, core, languages)
    assert found.kind == "omission"
    assert found.severity == "critical"
    assert found.official is not None
    assert found.official.of(official) == dropped


@pytest.mark.parametrize(
    ("rendering", "official", "core", "languages"),
    [
        # the name of a thing is quoted as such
        ("le point de passage", UNLESS, "The crossing", ("fr", "en")),
        # the condition is there, in another place
        (
            "The Commission could lift some of the sanctions if the inspectors get the access that was promised.",
            IF,
            "la Commission pourrait lever une partie des sanctions",
            ("en", "fr"),
        ),
        # a clause that is set against the quote and takes nothing back
        (
            "The truce is an important advance",
            "La trêve est une avancée importante, mais tous s’en félicitent.",
            "La trêve est une avancée importante",
            ("en", "fr"),
        ),
        # an opening that sets no condition
        (
            "The Commission could lift some of the sanctions.",
            "En outre, la Commission pourrait lever une partie des sanctions.",
            "la Commission pourrait lever une partie des sanctions",
            ("en", "fr"),
        ),
    ],
)
def test_a_cut_that_changes_nothing(rendering: str, official: str, core: str, languages: tuple[str, str]) -> None:
    assert cut(rendering, official, core, languages) == []


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "dropped"),
    [
        # nothing but a conjunction parts the clause
        (
            "The militia has left the town.",
            "La milice a quitté la ville et menace désormais les villages de la vallée.",
            ("en", "fr"),
            "et menace désormais les villages de la vallée",
        ),
        (
            "La milice a quitté la ville.",
            "民兵撤离了该镇，并威胁着山谷中的村庄。",
            ("fr", "zh"),
            "并威胁着山谷中的村庄",
        ),
        # a relative clause
        (
            "The Court has published the list of the companies.",
            "La Cour a publié la liste des entreprises qui ont financé les rebelles.",
            ("en", "fr"),
            "qui ont financé les rebelles",
        ),
        # what remains is no sentence, but is set as one
        (
            "尽管选举和平进行。",
            "Although the election was peaceful, several candidates contest its result before the court.",
            ("zh", "en"),
            "several candidates contest its result before the court",
        ),
        # French leaves out the stop
        (
            "Le Ministre a reçu la lettre de l’ambassadeur",
            "The Minister received the letter of the ambassador, but refused to discuss the hostages with him.",
            ("fr", "en"),
            "but refused to discuss the hostages with him",
        ),
    ],
)
def test_a_dropped_clause_is_found(rendering: str, official: str, languages: tuple[str, str], dropped: str) -> None:
    (found,) = cut(rendering, official, official, languages)
    assert found.kind == "omission"
    assert found.official is not None
    assert found.official.of(official) == dropped
    # what was dropped is none of what the quote covers
    pair = make_pair(rendering, official, *languages, core=Span(0, len(official)))
    assert pair.core is not None
    assert not pair.core.overlap(found.official)


@pytest.mark.parametrize(
    ("rendering", "official", "core", "languages", "limit"),
    [
        (
            "La trêve est une avancée importante",
            "The truce is an important advance, but it is only an advance.",
            "The truce is an important advance",
            ("fr", "en"),
            "but it is only an advance",
        ),
        (
            "The two sides have agreed on a date.",
            "双方已商定日期，但尚未商定地点。",
            "双方已商定日期",
            ("en", "zh"),
            "但尚未商定地点",
        ),
    ],
)
def test_a_clause_that_takes_something_back_is_missed(
    rendering: str, official: str, core: str, languages: tuple[str, str], limit: str
) -> None:
    (found,) = cut(rendering, official, core, languages)
    assert found.severity == "major"
    assert found.official is not None
    assert found.official.of(official) == limit


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        # no stop: a fragment
        (
            "The Court has published the list",
            "La Cour a publié la liste des entreprises qui ont financé les rebelles.",
            ("en", "fr"),
        ),
        # free, but whole
        (
            "Une paroisse noire, qui priait aux alentours, occupa les lieux.",
            "A black congregation, which worshipped nearby, took over the building.",
            ("fr", "en"),
        ),
        (
            "The Minister thanked the nurses, and promised them a rise next year.",
            "部长感谢护士们，并承诺明年给他们加薪。",
            ("en", "zh"),
        ),
    ],
)
def test_a_rendering_without_a_cut(rendering: str, official: str, languages: tuple[str, str]) -> None:
    assert cut(rendering, official, official, languages) == []


def test_a_word_that_was_not_rendered_gains_by_its_deletion() -> None:
    official = "La ministre a signé hier l’accord provisoire à Genève."
    pair = make_pair("The minister signed the agreement in Geneva yesterday.", official, "en", "fr")
    found = likelihoods(pair)
    assert found is not None
    gains = {span.of(official): gain for span, gain in found[0].gains}
    assert max(gains, key=lambda word: gains[word]) == "provisoire"
    assert gains["provisoire"] > 0


def test_no_likelihood_without_a_direct_package() -> None:
    assert likelihoods(make_pair("我们将付款。", "Nous paierons.", "zh", "fr")) is None


@pytest.mark.parametrize(
    ("official", "faithful", "false"),
    [
        (
            "Nous n’avons jamais accepté la fermeture du port.",
            "We have never accepted the closure of the port.",
            "We have accepted the closure of the port.",
        ),
        (
            "L’accord prévoit 45 millions d’euros pour les hôpitaux.",
            "The agreement provides 45 million euros for hospitals.",
            "The agreement provides 54 million euros for hospitals.",
        ),
        (
            "双方必须遵守停火协议。",
            "Both sides must respect the ceasefire.",
            "Both sides must not respect the ceasefire.",
        ),
        (
            "Toutes les écoles du district sont fermées.",
            "All the schools of the district are closed.",
            "All the schools of the district are open.",
        ),
    ],
)
def test_the_score_puts_the_false_rendering_above_the_faithful_one(official: str, faithful: str, false: str) -> None:
    good, bad = compare(faithful, official), compare(false, official)
    assert bad.score > good.score
    assert good.verdict == "faithful"
    assert bad.verdict == "divergent"


def test_what_is_suspected_is_less_sure_than_what_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = importlib.import_module("polyglot_news.compare.verdict")
    monkeypatch.setattr(verdict, "finding_odds", lambda one, *_: 1.0 if one.kind == "number" else -1.0)
    official = "Environ 300 personnes devraient pouvoir rentrer chez elles cette semaine."
    found = compare("Some 500 people may return home this week.", official)
    assert "number" in {one.kind for one in found.divergences}
    assert all(one.confidence >= REPORTED for one in found.divergences)
    assert found.suspected
    assert all(one.confidence < REPORTED for one in found.suspected)


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "left"),
    [
        ("The two ministers souhaitent a truce.", "Les deux ministres souhaitent une trêve.", "en-fr", ["souhaitent"]),
        ("The 部长 will travel to Nairobi.", "部长将前往内罗毕。", "en-zh", ["部长"]),
        ("Les négociateurs ont entendu a short report.", "The negotiators heard a short report.", "fr-en", []),
        ("On 4 May 当地 time 他的 guards fled.", "5月4日当地时间，他的卫兵逃走了。", "en-zh", ["当地", "他的"]),
        ("The minister (部长) will travel to Nairobi.", "部长将前往内罗毕。", "en-zh", []),
        ("The minister praised “laïcité” again.", "Le ministre a de nouveau vanté la laïcité.", "en-fr", []),
        ("They fear a coup d’état in spring.", "Ils craignent un coup d’état au printemps.", "en-fr", []),
        ("The regime left the transit zone.", "Le régime a quitté la zone de transit.", "en-fr", []),
    ],
)
def test_words_left_untranslated(rendering: str, official: str, languages: str, left: list[str]) -> None:
    ours, theirs = languages.split("-")
    found = list(UntranslatedChecker().check(make_pair(rendering, official, ours, theirs)))
    assert [one.rendering.of(rendering) for one in found if one.rendering] == left
    assert [one.official.of(official) for one in found if one.official] == left


def test_trees_add_up_and_know_where_to_go_without_a_feature() -> None:
    trees: list[Tree] = [["length", 2.0, "right", -1.0, ["cosine", 0.5, "left", 4.0, 8.0]], 0.25]
    assert total(trees, {"length": 2.0, "cosine": 0.9}) == -0.75
    assert total(trees, {"length": 2.1, "cosine": 0.9}) == 8.25
    assert total(trees, {"length": 2.1}) == 4.25
    assert total(trees, {"cosine": 0.9}) == 8.25


def test_the_verdict_does_not_need_to_know_everything() -> None:
    pair = make_pair("The two sides will meet.", "Les deux parties se réuniront.", "en", "fr")
    known = plain_features(pair, ()) | weigh_words(words_of(pair)).features()
    less = {name: value for name, value in known.items() if name != "estimate" and not name.endswith("likelihood")}
    assert len(less) < len(known)
    assert order_odds(less) != order_odds(known)


def test_a_word_left_out_is_the_one_without_counterpart() -> None:
    official = "Les délégués ont adopté une déclaration provisoire sur la pêche côtière."
    pair = make_pair("Delegates adopted a statement on coastal fishing.", official, "en", "fr")
    words = weigh_words(words_of(pair))
    loneliest, odds = max(words.official, key=lambda word: word[1])
    assert loneliest.of(official) == "provisoire"
    assert odds > max(odds for _, odds in words.rendering)
    assert words.at(None, loneliest) == words.at(Span(0, 9), loneliest) == odds
    assert words.at(None, None) < odds


def lonely(rendering: str, official: str, language: str) -> Divergence | None:
    pair = make_pair(rendering, official, language, "fr")
    return loneliest(pair, weigh_words(words_of(pair)), 0.7)


def test_the_loneliest_word_is_named() -> None:
    official = "La commission remettra son rapport provisoire au parlement avant la fin de l’année."
    false = "The commission will submit its report to parliament before the end of the year."
    found = lonely(false, official, "en")
    assert found is not None
    assert found.kind == "omission"
    assert found.reason == "The quote leaves out “provisoire”."
    assert lonely(official, official, "fr") is None


def test_words_know_what_is_known_of_them() -> None:
    both, _ = words_of(make_pair("Delegates met in Lagos.", "Les délégués se sont réunis à Lagos.", "en", "fr"))
    apart, _ = words_of(make_pair("Les délégués sont à Lagos.", "代表们在拉各斯开会。", "fr", "zh"))
    same, _ = words_of(make_pair("Delegates met in Lagos.", "The delegates gathered in Lagos.", "en", "en"))
    assert set(both[0].features) - set(apart[0].features) == {"likelihood", "profit"}
    assert set(apart[0].features) - set(same[0].features) == {"alone"}
    assert weigh_words(((), ())).features().keys() == weigh_words((both, both)).features().keys()


def test_of_words_beyond_what_a_network_sees_nothing_is_told() -> None:
    sentences = [f"The {one} boat left the harbour on Monday" for one in ("first", "second", "third", "last")]
    renderings = [f"Le {one} bateau a quitté le port lundi" for one in ("premier", "deuxième", "troisième", "dernier")]
    pair = make_pair("; ".join(8 * renderings), "; ".join(8 * sentences), "fr", "en")
    for words in words_of(pair):
        known = ["alone" in word.features for word in words]
        assert known == sorted(known, reverse=True)
        assert known[0]
        assert not known[-1]
        assert all("likelihood" in word.features for word in words)  # 500 tokens


def test_labels_of_words_follow_from_the_faithful_rendering() -> None:
    official = "Les délégués ont adopté une déclaration provisoire sur la pêche côtière."

    def worded(rendering: str) -> Worded:
        return Worded(texts=(rendering, official), sides=words_of(make_pair(rendering, official, "en", "fr")))

    faithful = worded("The delegates adopted an interim statement on coastal fishing.")
    assert {label for _, label in faithful_labels(faithful)} == {0.0}
    altered = worded("The delegates adopted an interim statement on coastal mining.")
    labels = list(altered_labels(altered, faithful))
    size = len(altered.sides[0])
    assert [word.span.of(altered.texts[0]) for word, label in labels[:size] if label] == ["mining"]
    assert [word.span.of(official) for word, label in labels[size:] if label] == ["pêche"]
    assert list(altered_labels(worded("Someone else said something quite different today."), faithful)) == []


def test_statements_of_different_files_are_different_items() -> None:
    items = [{one.item for one in renderings.read(path)} for path in renderings.files()]
    assert len(set().union(*items)) == sum(map(len, items))


def test_trees_learn_labels_and_which_of_two_scores_higher() -> None:
    pytest.importorskip("lightgbm", reason="lightgbm is not installed: pip install polyglot-news[bench]")
    import numpy as np

    from benchmarks.boosting import fit_trees

    rng = np.random.default_rng(1)
    rows = rng.normal(size=(600, 2))
    rows[:300, 1] = np.nan
    labels, weights = (rows[:, 0] > 0).astype(float), np.where(np.arange(600) < 300, 1.0, 0.0)
    higher = [(a, b) for a, b in zip(range(300, 450), range(450, 600), strict=True) if rows[a, 1] > rows[b, 1]]
    trees = fit_trees(rows, ["label", "pair"], labels, weights, higher, 100.0, smooth=False)
    assert total(trees, {"label": 1.0}) > 1.0
    assert total(trees, {"label": -1.0}) < -1.0
    assert total(trees, {"label": 0.1, "pair": 1.0}) > total(trees, {"label": 0.1, "pair": -1.0}) + 0.5


def test_what_is_reported_as_a_whole_is_not_suspected_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = importlib.import_module("polyglot_news.compare.verdict")
    monkeypatch.setattr(verdict, "pair_odds", lambda _: 1.0)
    monkeypatch.setattr(verdict, "finding_odds", lambda *_: -1.0)
    found = compare("Some sides will meet in Lagos.", "Les parties se réuniront peut-être à Lagos.")
    (whole,) = found.divergences
    assert found.verdict == "divergent"
    assert whole.confidence == round(probability(1.0), 4)
    assert found.suspected
    places = [(one.kind, one.rendering, one.official) for one in (*found.divergences, *found.suspected)]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "least", "most"),
    [
        ("The rebels must not return.", "叛乱分子不应返回。", ("en", "zh"), 1, 3),
        ("The rebels must return.", "叛乱分子必须返回。", ("en", "zh"), 3, 3),
        ("Les États doivent payer.", "States shall pay.", ("fr", "en"), 2, 3),
        ("Les États doivent payer.", "States should pay.", ("fr", "en"), 1.5, 2),
    ],
)
def test_how_strong_an_official_text_has_a_modal(
    rendering: str, official: str, languages: tuple[str, str], least: float, most: float
) -> None:
    (found,) = strengths(make_pair(rendering, official, *languages))
    assert (found.least, found.most) == (least, most)


def test_log_odds_and_probability_are_inverse() -> None:
    for one, other in itertools.pairwise([0.02, 0.1, 0.5, 0.7, 0.985]):
        assert log_odds(one, 0.02, 0.985) < log_odds(other, 0.02, 0.985)
        assert probability(log_odds(one, 0.02, 0.985)) == pytest.approx(one)
    assert log_odds(0.0, 0.02, 0.985) == log_odds(0.02, 0.02, 0.985)
    assert log_odds(1.0, 0.02, 0.985) == log_odds(0.985, 0.02, 0.985)


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "kinds"),
    [
        # the bound of a figure, and the word that tells it
        ("Plus de 40 villages sont coupés du monde.", "Under 40 villages are cut off.", ("fr", "en"), ["number"]),
        ("At most 12 ships were caught.", "至少12艘船被扣。", ("en", "zh"), ["number"]),
        # a condition with what stands in it
        ("The mill will reopen.", "Le moulin rouvrira, sauf si la crue dépasse 3 mètres.", ("en", "fr"), ["omission"]),
        # two changes in two places
        (
            "All of the 14 ferries are running.",
            "La plupart des 15 bacs circulent.",
            ("en", "fr"),
            ["number", "qualifier"],
        ),
        (
            "Wheat prices fell by nearly 9% in May.",
            "Les prix du blé ont augmenté de plus de 9 % en mai.",
            ("en", "fr"),
            ["meaning", "number"],
        ),
    ],
)
def test_each_change_is_told_once(rendering: str, official: str, languages: tuple[str, str], kinds: list[str]) -> None:
    found = compare(rendering, official, rendering_language=languages[0], official_language=languages[1])
    assert sorted(one.kind for one in found.divergences if one.severity != "minor") == kinds


def test_of_two_findings_in_the_same_words_the_first_is_told() -> None:
    pair = make_pair("The port must close.", "Le port ne fermera pas.", "en", "fr")
    place, there = Span(9, 13), Span(8, 19)
    first = Divergence(
        kind="polarity", severity="critical", confidence=0.95, rendering=place, official=there, reason="…"
    )
    second = attrs.evolve(first, kind="modality", confidence=0.55)
    assert _told_once(pair, [first, second]) == [first]
