"""The weights of the operator checkers are drawn towards what renderings show, and stay where these show nothing."""

from __future__ import annotations

import collections

from benchmarks.operator_renderings import Looked, adapted, look

WEIGHTS = {"bias": -1.0, "link": -2.0, "rule: duty alone": 0.0, "rule: will alone": 0.0, "rule: other": -1.0}


def seen(*, will: int, faithful: int) -> list[Looked]:
    """Return renderings with so many lost *wills*, and so many faithful ones in which a duty is suspected."""
    altered = ("modality", ({"link": 0.0}, "will alone"))
    return [
        *[
            Looked(
                kinds=collections.Counter(modality=1),
                negative={"modality": []},
                positive={"modality": [altered]},
            )
        ]
        * will,
        *[
            Looked(
                kinds=collections.Counter(faithful=1),
                negative={"modality": [({"link": 1.0}, "duty alone")]},
                positive={"modality": []},
            )
        ]
        * faithful,
    ]


def test_weights_follow_the_renderings() -> None:
    found = adapted("modality", WEIGHTS, seen(will=20, faithful=20))
    assert found["rule: will alone"] > WEIGHTS["rule: will alone"]
    assert found["rule: duty alone"] < WEIGHTS["rule: duty alone"]
    assert found["link"] < WEIGHTS["link"]
    assert found["rule: other"] == WEIGHTS["rule: other"]


def test_few_renderings_move_little() -> None:
    many, few = (adapted("modality", WEIGHTS, seen(will=n, faithful=n))["rule: will alone"] for n in (40, 1))
    assert 0 < few < many


def test_what_an_alteration_brings_about_is_told_from_what_was_there() -> None:
    found = look(
        {
            "source": "fr",
            "target": "en",
            "official": "La mesure sera adoptée en mai et devra être appliquée par tous.",
            "renderings": [
                {"text": "The measure will be adopted in May and must be applied by all.", "label": "faithful"},
                {"text": "in May", "label": "faithful"},
                {
                    "text": "The measure may be adopted in May and must be applied by all.",
                    "label": "altered",
                    "from": 0,
                    "kind": "modality",
                },
            ],
        }
    )
    assert found.kinds == {"faithful": 1, "modality": 1}
    assert [kind for kind, _ in found.positive["modality"]] == ["modality"]
    assert not found.negative["modality"]
