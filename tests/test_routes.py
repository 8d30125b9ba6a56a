"""From where to where: the two ends of a way have not changed places."""

from __future__ import annotations

import pytest

from polyglot_news import compare
from polyglot_news.compare.operators.routes import exchanged_places
from polyglot_news.compare.pair import make_pair


@pytest.mark.parametrize(
    ("rendering", "official"),
    [
        ("Imports from Niger to Mali have doubled.", "Les importations du Mali au Niger ont doublé."),
        ("Les trains de Rome à Paris ont repris.", "由巴黎开往罗马的列车恢复运行。"),
        ("Flights to Lima from Quito have resumed.", "从利马到基多的航班已经恢复。"),
        ("秘鲁对智利的铜出口增加。", "Copper exports from Chile to Peru rose."),
    ],
)
def test_a_way_that_leads_back_is_told(rendering: str, official: str) -> None:
    found = compare(rendering, official)
    assert found.verdict == "divergent"
    assert any(one.reason.startswith("It leads the other way") for one in found.divergences)


@pytest.mark.parametrize(
    ("rendering", "official"),
    [
        ("Imports from Mali to Niger have doubled.", "Les importations du Mali au Niger ont doublé."),
        ("The train to Rome from Paris was late.", "由巴黎开往罗马的列车晚点。"),
        ("智利对秘鲁的铜出口增加。", "Copper exports from Chile to Peru rose."),
        ("Le président de la Russie à Paris a salué la visite.", "Russia's president in Paris welcomed the visit."),
        (
            "Peru's envoy went from Chile to Peru and back.",
            "L'envoyé est allé du Chili au Pérou, puis du Pérou au Chili.",
        ),
    ],
)
def test_the_same_way_is_none(rendering: str, official: str) -> None:
    assert exchanged_places(make_pair(rendering, official)) is None
