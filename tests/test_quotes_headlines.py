"""Who speaks in a headline: the name before its colon or behind its quote, not what it is about."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes


@pytest.mark.parametrize(
    ("language", "headline", "story", "expected"),
    [
        ("fr", "Kern : « La digue tiendra bon »", "Le maire Paul Kern l’assure.", "Kern"),
        ("fr", "Digue : « La mer gagne toujours »", "La digue a cédé lundi.", None),
        ("fr", "Crue en Norvège : « La mer gagne toujours »", "La digue a cédé lundi.", None),
        ("fr", "Norvège : « La mer gagne toujours »", "La digue a cédé lundi.", None),
        ("fr", "Moscou : « La mer gagne toujours »", "La digue a cédé lundi.", "Moscou"),
        ("fr", "La maire : « La mer gagne toujours »", "La digue a cédé lundi.", "La maire"),
        ("fr", "Kern : la digue est « un danger pour tous »", "Paul Kern l’assure.", "Kern"),
        ("fr", "Digue : « la mer gagne toujours », dit Kern", "Le maire l’assure.", "Kern"),
        ("fr", "Digue : Kern dénonce « un chantier mal conçu »", "Le maire l’assure.", "Kern"),
        ("en", "Kern: “The dyke will hold”", "The mayor, Paul Kern, is sure.", "Kern"),
        ("en", "Floods: “The sea always wins”", "The dyke broke on Monday.", None),
        ("en", "Budget row: union slams “a shameful plan”", "The dyke broke on Monday.", "union"),
        ("en", "Kern: Oslo must “stop building on sand”", "Paul Kern is sure.", "Kern"),
        ("en", "Floods: Oslo must “stop building on sand”", "The dyke broke on Monday.", None),
        # A participle without "be" tells what others say of its subject.
        ("en", "Mayor criticised for “building on sand”", "The mayor, Paul Kern, is sure.", None),
        ("en", "Dyke branded “a disgrace”", "The mayor, Paul Kern, is sure.", None),
        ("en", "Mayor accused Oslo of “building on sand”", "The mayor, Paul Kern, is sure.", "Mayor"),
        ("en", "Mayor brands dyke “a disgrace”", "The mayor, Paul Kern, is sure.", "Mayor"),
        # A whole sentence is no headline.
        ("en", "Doe: “The sea always wins.”", "The dyke broke on Monday.", "Doe"),
    ],
)
def test_the_speaker_of_a_headline(language: str, headline: str, story: str, expected: str | None) -> None:
    text = f"{headline}\n\n{story}"
    quote = extract_quotes(text, language)[0]
    assert quote.is_statement
    assert (quote.speaker.of(text) if quote.speaker else None) == expected
