"""What several official versions say of one finding."""

from __future__ import annotations

import attrs
import pytest

from polyglot_news.align.model import Passage
from polyglot_news.article.versions import (
    HINTED,
    told_once,
    weigh_versions,
    without_doubtful_versions,
    without_other_figures,
    without_trifles,
    worth_a_look,
)
from polyglot_news.compare.model import Comparison, Divergence, Strength, Text
from polyglot_news.compare.verdict import REPORTED
from polyglot_news.documents import document_from_text
from polyglot_news.quotes import Quote
from polyglot_news.report.model import Finding
from polyglot_news.text import Span

ARTICLE = "".join(map(chr, range(0x4E00, 0x4E00 + 200)))  # in which nothing stands twice


def divergence(confidence: float, *, start: int = 0, kind: str = "modality") -> Divergence:
    return Divergence(
        kind=kind,  # type: ignore[arg-type]
        severity="major",
        confidence=confidence,
        rendering=Span(start, start + 4),
        official=Span(0, 4),
        reason="",
    )


def comparison(*found: Divergence) -> Comparison:
    return Comparison(
        divergences=tuple(one for one in found if one.confidence >= REPORTED),
        suspected=tuple(one for one in found if one.confidence < REPORTED),
        score=0.5,
        verdict="divergent",
    )


def test_versions_that_agree_keep_their_confidence() -> None:
    found = weigh_versions({0: comparison(divergence(0.8)), 1: comparison(divergence(0.8))}, ARTICLE)
    assert [(one.document, one.divergence.confidence, one.contradicted_by) for one in found] == [
        (0, 0.8, ()),
        (1, 0.8, ()),
    ]


def test_a_version_that_shows_nothing_lowers_the_confidence() -> None:
    (found,) = weigh_versions({0: comparison(divergence(0.9)), 1: comparison()}, ARTICLE)
    assert HINTED < found.divergence.confidence < 0.9
    assert found.contradicted_by == (1,)


def test_a_version_that_suspects_the_same_does_not_deny_it() -> None:
    (found,) = weigh_versions({0: comparison(divergence(0.9)), 1: comparison(divergence(0.42))}, ARTICLE)
    assert found.contradicted_by == ()
    (found,) = weigh_versions({0: comparison(divergence(0.9)), 1: comparison(divergence(0.2))}, ARTICLE)
    assert found.contradicted_by == (1,)


def test_a_version_that_suspects_the_same_lowers_it_less() -> None:
    alone = weigh_versions({0: comparison(divergence(0.9)), 1: comparison()}, ARTICLE)[0]
    elsewhere = weigh_versions({0: comparison(divergence(0.9)), 1: comparison(divergence(0.45, start=50))}, ARTICLE)[0]
    same = weigh_versions({0: comparison(divergence(0.9)), 1: comparison(divergence(0.45))}, ARTICLE)[0]
    assert same.divergence.confidence > elsewhere.divergence.confidence == alone.divergence.confidence


def test_a_word_that_stands_twice_may_be_too_many_in_either_place() -> None:
    comparisons = {0: comparison(divergence(0.6, start=7)), 1: comparison(divergence(0.55, start=27))}
    other = weigh_versions(comparisons, "piracy rose sharply, thefts fell a little")
    assert all(one.divergence.confidence < REPORTED for one in other)
    weighed = weigh_versions(comparisons, "piracy rose sharply, theft rose a little")
    assert all(one.divergence.confidence >= REPORTED for one in weighed)
    (told,) = told_once(weighed, "piracy rose sharply, theft rose a little")
    assert [one.document for one in told.elsewhere] == [1]


def test_words_without_counterpart_in_one_version_are_what_is_wrong_in_another() -> None:
    weighed = weigh_versions(
        {0: comparison(divergence(0.9, kind="polarity")), 1: comparison(divergence(0.6, kind="addition"))}, ARTICLE
    )
    (told,) = told_once(weighed, ARTICLE)
    assert (told.divergence.kind, told.contradicted_by) == ("polarity", ())
    assert [one.divergence.kind for one in told.elsewhere] == ["addition"]
    apart = {0: comparison(divergence(0.9, kind="polarity")), 1: comparison(divergence(0.6, kind="number"))}
    assert len(told_once(weigh_versions(apart, ARTICLE), ARTICLE)) == 2


@pytest.mark.parametrize(
    ("start", "absent", "same"), [(6, "rendering", True), (13, "rendering", False), (6, None, False)]
)
def test_what_the_quote_lacks_is_the_same_in_neighbouring_places(start: int, absent: Text | None, same: bool) -> None:
    one, other = (attrs.evolve(divergence(0.8, start=place), absent=absent) for place in (0, start))
    found = weigh_versions({0: comparison(one), 1: comparison(other)}, ARTICLE)
    assert [finding.contradicted_by for finding in found] == ([(), ()] if same else [(1,), (0,)])


@pytest.mark.parametrize(("least", "most", "has_say"), [(1, 3, False), (2, 2.5, False), (3, 3, True)])
def test_a_version_that_leaves_a_modal_open_has_no_say(least: float, most: float, has_say: bool) -> None:
    def versions(found: Divergence) -> dict[int, Comparison]:
        should = attrs.evolve(comparison(found), strengths=(Strength(Span(2, 6), 2, 2),))
        return {0: should, 1: attrs.evolve(comparison(), strengths=(Strength(Span(2, 6), least, most),))}

    (found,) = weigh_versions(versions(divergence(0.8)), ARTICLE)
    assert (found.divergence.confidence < 0.8) == has_say
    assert found.contradicted_by == ((1,) if has_say else ())
    # it has one on everything else
    for other in (divergence(0.8, kind="polarity"), divergence(0.8, start=50)):
        (found,) = weigh_versions(versions(other), ARTICLE)
        assert found.contradicted_by == (1,)


@pytest.mark.parametrize("kind", ["number", "name"])
def test_another_number_or_name_in_one_version_is_news(kind: str) -> None:
    other = attrs.evolve(divergence(0.7, kind=kind), official=Span(0, 2))
    (found,) = weigh_versions({0: comparison(other), 1: comparison()}, ARTICLE)
    assert (found.divergence.confidence, found.contradicted_by) == (0.7, (1,))
    # a version that does not know the name of the article, nor what stands for it, is none that knows better
    unknown = attrs.evolve(divergence(0.2, kind=kind), official=None)
    assert weigh_versions({0: comparison(other), 1: comparison(unknown)}, ARTICLE)[0].divergence.confidence == 0.7
    # a number that is only left out may have been cut off
    (found,) = weigh_versions({0: comparison(attrs.evolve(other, rendering=None)), 1: comparison()}, ARTICLE)
    assert found.divergence.confidence < 0.7


def test_what_most_versions_deny_is_not_worth_a_look() -> None:
    assert weigh_versions({0: comparison(divergence(0.5)), 1: comparison(), 2: comparison()}, ARTICLE) == []


def finding(document: int, confidence: float = 0.8, *, start: int | None = 0, official: int = 0) -> Finding:
    one = attrs.evolve(
        divergence(confidence),
        rendering=None if start is None else Span(start, start + 4),
        official=Span(official, official + 4),
        reason=f"of version {document}",
    )
    return Finding(document=document, divergence=one)


def test_what_two_versions_show_is_told_once() -> None:
    (told,) = told_once([finding(0, 0.7), finding(1, 0.9, official=30), finding(2, 0.6, start=2, official=50)], ARTICLE)
    assert (told.document, told.divergence.confidence) == (1, 0.9)
    shown = [told.against(document) for document in range(4)]
    assert [one and (one.official, one.reason) for one in shown] == [
        (Span(0, 4), "of version 0"),
        (Span(30, 34), "of version 1"),
        (Span(50, 54), "of version 2"),
        None,
    ]


def test_a_version_that_shows_a_finding_is_none_that_denies_it() -> None:
    # another name in one version, words without counterpart in the next, nothing in the third
    name, lost = divergence(0.9, kind="name"), divergence(0.6, kind="omission")
    (told,) = told_once(weigh_versions({0: comparison(name), 1: comparison(lost), 2: comparison()}, ARTICLE), ARTICLE)
    assert (told.divergence.kind, [one.document for one in told.elsewhere]) == ("name", [1])
    assert told.contradicted_by == (2,)


@pytest.mark.parametrize(
    ("found", "times"),
    [
        ([finding(0), finding(1, start=50)], 2),  # elsewhere in the quote
        ([finding(0), finding(0, official=9)], 2),  # twice in one version
        ([finding(0), finding(1), finding(1, 0.6, official=9)], 2),
        ([finding(0, start=None), finding(1, start=None, official=9)], 1),
        # Which of the two things that the quote leaves out of one version is it that it leaves out of the other?
        ([finding(0, start=None), finding(1, start=None, official=9), finding(1, start=None, official=30)], 3),
    ],
)
def test_only_the_same_is_told_once(found: list[Finding], times: int) -> None:
    assert len(told_once(found, ARTICLE)) == times


def test_the_most_serious_finding_is_told_first() -> None:
    critical = attrs.evolve(finding(1, start=50), divergence=attrs.evolve(divergence(0.6), severity="critical"))
    assert [told.divergence.severity for told in told_once([finding(0), critical], ARTICLE)] == ["critical"]
    apart = attrs.evolve(critical, divergence=attrs.evolve(critical.divergence, kind="polarity"))
    assert [told.divergence.severity for told in told_once([finding(0), apart], ARTICLE)] == ["critical", "major"]


def test_a_word_without_counterpart_is_no_news_beside_a_serious_finding() -> None:
    def minor(kind: str) -> Finding:
        return Finding(document=1, divergence=attrs.evolve(divergence(0.7, kind=kind), severity="minor"))

    trifle, nuance, serious = minor("omission"), minor("qualifier"), finding(0)
    assert without_trifles([trifle, nuance, serious]) == [nuance, serious]
    assert without_trifles([trifle, nuance]) == [trifle, nuance]


@pytest.mark.parametrize(
    ("start", "official", "absent", "times"),
    [
        (50, 30, None, 1),
        (2, 30, None, 0),  # the finding is about these words of the quote
        (50, 2, None, 0),  # and about those of the official text
        (50, 2, "official", 1),  # where this one only misses something
    ],
)
def test_what_a_finding_shows_is_not_worth_a_look_as_well(
    start: int, official: int, absent: Text | None, times: int
) -> None:
    hint = finding(0, 0.4, start=start, official=official)
    hint = attrs.evolve(hint, divergence=attrs.evolve(hint.divergence, kind="qualifier", absent=absent))
    assert len(worth_a_look([hint], [finding(0)])) == times
    assert len(worth_a_look([hint], [finding(1)])) == 1


@pytest.mark.parametrize(
    ("absent", "document", "start", "kept"),
    [("rendering", 0, 12, False), ("rendering", 1, 12, True), ("rendering", 0, 38, True), (None, 0, 12, True)],
)
def test_a_clause_that_is_left_out_takes_its_words_with_it(
    absent: Text | None, document: int, start: int, kept: bool
) -> None:
    clause = attrs.evolve(divergence(0.8, kind="omission"), rendering=None, official=Span(10, 40))
    word = attrs.evolve(divergence(0.9), official=Span(start, start + 4), absent=absent)
    omission, lost = Finding(document=0, divergence=clause), Finding(document=document, divergence=word)
    assert without_trifles([lost, omission]) == ([lost] if kept else []) + [omission]


def passages(*similarities: float) -> list[Passage]:
    """A passage in each of several texts; matched from 0.5 on."""
    place = Span(0, 4)
    return [
        Passage(document=k, span=place, core=place, text="Oui.", similarity=one, matched=one >= 0.5)
        for k, one in enumerate(similarities)
    ]


def test_a_doubtful_passage_of_one_version_alone_is_none() -> None:
    both = [passages(0.9, 0.9)] * 3
    found = without_doubtful_versions([*both, passages(0.6, 0.1), passages(0.8, 0.1)])
    assert [[one.matched for one in each] for each in found[3:]] == [[False, False], [True, False]]


def test_texts_that_are_no_versions_hold_what_they_hold() -> None:
    found = without_doubtful_versions([passages(0.9, 0.1), passages(0.1, 0.9), passages(0.9, 0.9), passages(0.6, 0.1)])
    assert found[3][0].matched


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("around 71 million francs", [True, False]),
        ("around 80 million francs", [True, True]),
        ("several million francs", [True, True]),
    ],
)
def test_a_second_text_of_another_subject_lacks_the_figures_of_a_quote(quote: str, expected: list[bool]) -> None:
    texts = ["Il gèle 71 millions de francs.", "La cour accorde 30 millions de francs."]
    article = document_from_text(f"They froze “{quote}”.", name="article", language="en")
    officials = [document_from_text(text, name=text, language="fr") for text in texts]
    said = Quote(text=quote, contents=(Span(13, 13 + len(quote)),), speaker=None, cue=None, kind="direct")
    found = [attrs.evolve(one, text=text) for one, text in zip(passages(0.99, 0.94), texts, strict=True)]
    (kept,) = without_other_figures([said], [found], article, officials)
    assert [one.matched for one in kept] == expected


def test_of_texts_that_are_no_versions_a_second_one_holds_only_what_is_sure() -> None:
    found = without_doubtful_versions([*[passages(0.9, 0.1)] * 4, passages(0.98, 0.79), passages(0.6, 0.97)])
    assert [[one.matched for one in each] for each in found[4:]] == [[True, False], [False, True]]
    found = without_doubtful_versions([*[passages(0.9, 0.1)] * 4, passages(1.0, 0.95), passages(0.6, 0.7)])
    assert [[one.matched for one in each] for each in found[4:]] == [[True, True], [False, True]]
