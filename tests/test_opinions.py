"""Who does *not think it safe* thinks it *not safe*: a negation on a verb of opinion denies what the verb governs."""

from __future__ import annotations

import pytest

from polyglot_news import compare


def _verdict(languages: str, official: str, rendering: str) -> str:
    one, two = languages.split("-")
    return compare(rendering, official, rendering_language=two, official_language=one).verdict


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("zh-en", "我认为这座桥不安全。", "I do not think the bridge is safe."),
        ("zh-en", "我并不认为这座桥安全。", "I think the bridge is dangerous."),
        ("en-zh", "We do not believe that the fines are effective.", "我们认为罚款是无效的。"),
        ("en-fr", "I do not think the bridge is safe.", "Je pense que le pont est dangereux."),
        ("fr-en", "Je ne crois pas que ce partage soit juste.", "I think this division is unfair."),
        ("fr-zh", "Je ne trouve pas ce partage juste.", "我觉得这种分配不公平。"),
        ("zh-fr", "我们不认为罚款是有效的。", "Nous pensons que les amendes sont inefficaces."),
    ],
)
def test_a_negation_is_raised(languages: str, official: str, rendering: str) -> None:
    assert _verdict(languages, official, rendering) == "faithful"


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("en-fr", "I do not think the bridge is safe.", "Je ne pense pas que le pont soit dangereux."),
        ("zh-en", "我不认为这座桥安全。", "I do not think the bridge is dangerous."),
        ("en-fr", "We do not believe that the toll has risen.", "Nous ne croyons pas que le péage ait baissé."),
        ("fr-en", "Je ne crois pas que ce partage soit juste.", "I think this division is fair."),
    ],
)
def test_it_is_raised_on_both_sides(languages: str, official: str, rendering: str) -> None:
    assert _verdict(languages, official, rendering) == "divergent"
