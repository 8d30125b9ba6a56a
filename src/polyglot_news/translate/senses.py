"""Everyday words that a glossary has in one sense only: the siege of a city is a siège, and so is a seat in parliament.

The lexicons that ship with the library tell how often which word stands for which in parallel text. Where the model
is sure of a word that often renders the source word, and that has nothing in common with the official form, which
seldom does, the text means something else than the glossary.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from polyglot_news.glossary.words import fold

SURE = math.log(0.5)  # mean log-probability of a token from which the model is sure of a word
_USUAL = 0.1  # share of a source word's occurrences that a rendering of another sense has at least
_SELDOM = 0.5  # share of that share that the official form has at most
_SYNONYM = 0.05  # likelihood of a paraphrase from which two words have the same sense
_WORD = re.compile(r"[^\W\d_]+")


def other_sense(word: str, said: str, accepted: Sequence[str], source: str, target: str) -> bool:
    """Tell whether a translation renders a word in another sense than a glossary has it in.

    Args:
        word: what stands in the source; only single words in small letters have everyday senses here.
        said: what the translation has in its place.
        accepted: the forms of the glossary.
        source: the language of the source, "en" or "fr"; the lexicons of Chinese are not asked.
        target: the language of the translation.
    """
    from polyglot_news.align.lexicon import lexicon, synonymy
    from polyglot_news.align.segmentation import normal_form

    if {source, target} != {"en", "fr"} or _WORD.fullmatch(word) is None or word != word.lower():
        return False
    renderings = [normal_form(each, target) for each in _WORD.findall(fold(said, target))]
    official = [normal_form(each, target) for form in accepted for each in _WORD.findall(fold(form, target))]
    if not renderings or not official:
        return False
    table = lexicon(source, target)
    shares, _ = table.probabilities([normal_form(word, source)], [*renderings, *official])
    likely = shares[0, : len(renderings)]
    usual = int(likely.argmax())
    if likely[usual] < _USUAL or shares[0, len(renderings) :].max() > _SELDOM * likely[usual]:
        return False
    alike, _ = synonymy([renderings[usual]], official, target)
    return bool(alike.max() < _SYNONYM)
