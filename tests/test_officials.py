"""The official texts of the benchmark: what is quoted stands where they say it does."""

from __future__ import annotations

import pytest

from benchmarks import officials


@pytest.mark.parametrize(
    "path", [*officials.files(), *officials.files(held_out=True)], ids=lambda path: "-".join(path.parts[-2:])
)
def test_quotes_have_their_places(path) -> None:  # type: ignore[no-untyped-def]
    for official in officials.read(path):
        text, language = official.document.text, official.document.language
        assert {official.language, language} <= {"en", "fr", "zh"}
        assert official.language != language
        for place, quote in enumerate(official.quotes):
            if quote.place is None:
                assert quote.kind is None
                continue
            assert quote.place.of(text).strip() == quote.place.of(text) != ""
            origin = official.quotes[quote.origin]
            assert origin.kind is None
            assert origin.place == quote.place
            assert (quote.kind is None) == (quote.origin == place)
