"""Pairs of thousands of words without a mark: time grows about as fast as they do."""

from __future__ import annotations

import time

from polyglot_news.align.model import WordLink
from polyglot_news.align.segmentation import segment
from polyglot_news.compare.model import Pair
from polyglot_news.compare.naming.posts import find_posts
from polyglot_news.compare.operators.cues import Cue, Hit
from polyglot_news.compare.operators.frames import frames
from polyglot_news.compare.operators.places import Places
from polyglot_news.compare.untranslated import UntranslatedChecker
from polyglot_news.text import Span


def hit(*parts: Span) -> Hit:
    return Hit(span=Span(parts[0].start, parts[-1].end), cue=Cue(text="x", readings=()), word=0, parts=parts)


def long_pair(words: int) -> Pair:
    rendering = " ".join(f"barley{k}" for k in range(words))
    official = " ".join(f"orge{k}" for k in range(words))
    return Pair(
        rendering=rendering,
        official=official,
        rendering_language="en",
        official_language="fr",
        rendering_words=segment(rendering, "en"),
        official_words=segment(official, "fr"),
        links=[WordLink(k, k, 0.9) for k in range(words)],
        core=Span(0, len(official)),
        partial=True,
    )


def test_time_is_about_linear_in_the_length_of_a_pair() -> None:
    pair = long_pair(5_000)
    begun = time.process_time()
    places = Places(pair)
    whole = hit(Span(0, len(pair.official)))
    cues = [hit(word) for word in pair.rendering_words[::10]]
    assert {places.best_link(0, cue, whole) for cue in cues} == {0.0}
    assert {places.best_link(0, cue) for cue in cues} == {0.9}
    assert {places.link(cue, whole) for cue in cues} == {0.9}
    assert {places.outside(hit(word)) for word in pair.official_words[::10]} == {0}
    assert not list(UntranslatedChecker().check(pair))
    assert time.process_time() - begun < 1.0  # it took several seconds when each cue was held against every word


def test_a_cue_that_is_left_out_hides_only_its_own_words() -> None:
    pair = long_pair(8)
    places = Places(pair)
    words = pair.official_words
    for besides, linked in ((hit(words[2]), 0.9), (hit(words[3]), 0.0), (hit(words[1], words[5]), 0.9)):
        assert places.best_link(0, hit(pair.rendering_words[3]), besides) == linked


def test_what_a_fragment_renders_begins_at_the_first_word_that_is_linked() -> None:
    pair = long_pair(9)
    pair = Pair(
        rendering=pair.rendering,
        official=pair.official,
        rendering_language="en",
        official_language="fr",
        rendering_words=pair.rendering_words,
        official_words=pair.official_words,
        links=[WordLink(k, k, 0.9) for k in (4, 5)],
        core=Span(pair.official_words[2].start, pair.official_words[6].end),
        partial=True,
    )
    places = Places(pair)
    assert [places.outside(hit(word)) for word in pair.official_words] == [4, 3, 2, 1, 0, 0, 0, 1, 2]


def test_a_word_left_untranslated_is_shown_where_it_first_stands() -> None:
    rendering, official = "The pêcheurs did not come.", "Les pêcheurs de la ville et les pêcheurs du port."
    pair = Pair(
        rendering=rendering,
        official=official,
        rendering_language="en",
        official_language="fr",
        rendering_words=segment(rendering, "en"),
        official_words=segment(official, "fr"),
    )
    (found,) = UntranslatedChecker().check(pair)
    assert found.official == Span(4, 12)


def test_time_is_about_linear_in_the_posts_of_a_text() -> None:
    text = "The defence minister and the chairman met the finance ministry. " * 4_000
    begun = time.process_time()
    assert len(find_posts(text, "en")) == 3 * 4_000
    assert time.process_time() - begun < 3.0  # it took minutes when each post was held against every other


def test_time_is_about_linear_in_the_clauses_that_govern() -> None:
    text = "I do not think that it is safe. " * 4_000
    begun = time.process_time()
    assert len(frames(text, "en")) == 4_000
    assert time.process_time() - begun < 5.0
