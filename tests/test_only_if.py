from __future__ import annotations

import pytest

from polyglot_news.compare import compare


@pytest.mark.parametrize(
    ("rendering", "official", "kind"),
    [
        (
            "The road will open when the snow has melted.",
            "La route n'ouvrira que lorsque la neige aura fondu.",
            "qualifier",
        ),
        ("He will sign if the price falls.", "他只有在价格下降时才会签字。", "qualifier"),
        ("He will sign only if the price falls.", "Il signera si le prix baisse.", "qualifier"),
        (
            "The road will open only when the snow has melted.",
            "La route n'ouvrira que lorsque la neige aura fondu.",
            None,
        ),
        (
            "Members may obtain a second free card only with the agreement of the librarian.",
            "Les membres ne peuvent obtenir une deuxième carte gratuite qu'avec l'accord du bibliothécaire.",
            None,
        ),
        # What comes only after a thing does not come before it.
        ("The road will not open until the snow has melted.", "La route n'ouvrira qu'après la fonte des neiges.", None),
        (
            "La route n'ouvrira pas avant la fonte des neiges.",
            "The road will open only after the snow has melted.",
            None,
        ),
        ("雪融化之前，道路不会开放。", "The road will open only after the snow has melted.", None),
        ("The report was not published until Friday.", "Le rapport n'a été publié que vendredi.", None),
        ("Before the snow melts, the road will not open.", "La route ouvrira après la fonte des neiges.", None),
        ("Before the vote, he met the press.", "Après le vote, il a rencontré la presse.", "meaning"),
    ],
)
def test_conditions_that_must_be_met(rendering: str, official: str, kind: str | None) -> None:
    assert [one.kind for one in compare(rendering, official).divergences] == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    ("rendering", "official", "told"),
    [
        ("The ministry published the report.", "Le ministère a omis de publier le rapport.", True),
        ("The ministry failed to publish the report.", "该部公布了报告。", True),
        ("他们修好了道路。", "Ils ont échoué à réparer la route.", True),
        ("The ministry failed to publish the report.", "该部未能公布报告。", False),
        ("Le ministère n'a pas publié le rapport.", "The ministry failed to publish the report.", False),
        ("He never failed to answer.", "Il a toujours répondu.", False),
        ("They failed to convince the unions.", "Ils ont manqué de convaincre les syndicats.", False),
        ("Le jury a examiné sa candidature.", "The panel declined to consider his application.", True),
        ("The parties should occupy the valley.", "双方应避免占领该山谷。", True),
        ("Elle a nommé les témoins.", "She refrained from naming the witnesses.", True),
        ("She named the witnesses.", "Elle s'est bien gardée de nommer les témoins.", True),
        ("She did not name the witnesses.", "Elle s'est bien gardée de nommer les témoins.", False),
        ("她对证人的姓名守口如瓶。", "She refused to name the witnesses.", False),
        ("Ils ont tenu leur langue.", "They avoided talking.", False),
    ],
)
def test_what_somebody_failed_or_refused_to_do_was_not_done(rendering: str, official: str, told: bool) -> None:
    found = [one for one in compare(rendering, official).divergences if "was not done" in one.reason]
    assert bool(found) is told
