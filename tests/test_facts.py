"""How well the figures of two texts agree."""

from __future__ import annotations

import itertools

from polyglot_news.values.agreement import agreement, all_given
from polyglot_news.values.facts import facts_in

TOLD = (
    ("At 9.30 on 4 May 2021, half of the 1.2 million voters, some 3 miles away, paid $40 twice.", "en"),
    ("Le 4 mai 2021, à 21 h 30, 50 % des 1,2 million d'électeurs ont payé deux fois 37 euros pour 5 km.", "fr"),
    ("2021年5月4日晚上9点半，120万选民中有一半在三英里外付了两次，每次40美元，共21世纪第二季度的四成。", "zh"),
)


def test_agreement_is_the_same_from_both_sides() -> None:
    facts = [fact for text, language in TOLD for fact in facts_in(text, language)]
    assert len(facts) > 20
    for one, other in itertools.combinations(facts, 2):
        assert agreement(one, other) == agreement(other, one)


def test_all_given_asks_for_each_of_the_first_facts_alone() -> None:
    some, more = facts_in("3 dead", "en"), facts_in("3 morts et 40 blessés", "fr")
    assert all_given(some, more, 0.5)
    assert not all_given(more, some, 0.5)
