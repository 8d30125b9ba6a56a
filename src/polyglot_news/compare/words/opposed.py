"""Words whose opposite would translate what they stand for: *conceals* for « révèle », whose translation is *reveals*.

The cues of ``direction`` tell opposites that stand in the table in both languages. Here a table of one language is
enough: the bilingual lexicon knows what the word on the other side means.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.lexicon import lexicon
from polyglot_news.align.segmentation import normal_form
from polyglot_news.compare.model import Pair
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence, mutual_pairs
from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MEANT = 0.15
"""How likely the opposite must be to translate the other word."""
_UNSAID = 0.06
"""How likely a word may be to translate anything on the other side, if it is out of place there."""
_SHARE = 0.3
"""The same as a share of how likely its opposite is."""
_ALONE = 0.8
"""Doubt from which nothing renders a word."""
_DENYING = re.compile("[不无未非没]")
_AMOUNT = frozenset({"number", "nombre", "数量", "人数"})
"""They render *many* in "a number of", and say nothing of how many elsewhere."""
HARMS = {
    "en": r"(?:endanger|threaten|undermin|jeopardi[sz]|damag|erod)\w*",
    "fr": r"(?:menac|fragilis|compromet|sap(?:e|ent|er|é)|met\w* en (?:péril|danger))\w*",
    "zh": "危及|危害|损害|威胁|破坏",
}
"""What does harm to a good, which tells of the bad then: 危及安全 is *a danger*."""
_OTHERWISE = {
    "en": re.compile(
        r"\bunder (?!(?:the|an?|its?|our|their|his|her|my|this|that|these|those|one|two|three|four|five|six|seven|eight"
        r"|nine|ten|half|water)\b)(?=[a-z])"
        r"|\bunder (?:the|an?|this|that|its) (?:[\w-]+ )?(?:law|act|terms?|deal|agreement|accord|treaty|plan|scheme"
        r"|programme|program|rules|reform|bill|constitution|convention)\b"
        r"|\bwithout (?:further |undue |any )?delay\b"
        r"|\b(?i:at|or) (?:least|most|more|less|fewer)\b|\bback[ -]to[ -]back\b"
        r"|\bas (?:young|old) as\b|\b(?:after|before) the war\b|\b(?:post|pre)-?war\b"
        r"|\b(?:stay|remain|keep)(?:s|ed|ing)? (?!(?:at|in|on|home|here|there|with|away|out|put)\b)(?=[a-z])"
        r"|\bcost(?:s|ing)?\b|, less (?:whatever|any|the|what|its|their)\b"
        r"|\bshort (?:of|on)\b|\bmembers? of the public\b|\bUnited (?:Nations|States|Kingdom|Arab)\b"
        r"|\b(?:claim|cost|los[et]|tak|took|sav|spar|mourn)\w* (?:[\w-]+ ){0,3}lives\b"
        r"|\blives (?:\w+ ){0,2}(?:lost|saved)\b"
        rf"|\b{HARMS['en']} (?:[\w'’-]+ ){{0,4}}?"
        r"(?:safety|security|health|trust|peace|stability|confidence)\b"
    ),
    "fr": re.compile(
        r"\b(?:perd|coût|laiss|ôt)\w* (?:la|leur) vie\b|\bcoût\w* (?:\w+ )?(?:des|leurs) vies\b"
        rf"|\b(?:{HARMS['fr']}|port\w+ atteinte à) (?:l['’])?"
        r"(?:[\w’'-]+ ){0,4}?(?:l['’])?(?:sécurité|santé|confiance|paix|stabilité)\b"
        r"|\b(?i:au|ou) (?:moins|plus)(?: (?:tard|tôt))?\b|\b(?:après|avant)(?:-| la )guerre\b"
        r"|\bassurances?[- ]maladie\b"
        r"|\bâgée?s? d(?:e |['’])|(?<!bon )(?<!meilleur )\bmarchés?\b"
        r"|\bpertes? (?:en|de) vies\b|\bà court d(?:e |['’])|\b(?:Nations|États)-? ?[Uu]nie?s\b|\bRoyaume-Uni\b"
    ),
    "zh": re.compile(
        rf"女士|战[后前]|更[早晚]|[年月周天]来|联合国|联合王国|公众|多达|(?:{HARMS['zh']})[^，。；]{{0,8}}?(?:安全|健康|信任|和平|稳定)"
    ),
}
"""Set phrases and names in which a word has another sense than that of which it has an opposite: *under arrest*."""
_JOINED = re.compile(r"[-‐‑]\w")
_AFFIXED = {
    "en": re.compile(r"un(?!i)|in(?!crea|clud|tens|form|vit|vest|spir|side|sert)|im(?=[mp])|il(?=l)|ir(?=r)|dis|non"),
    "fr": re.compile(r"in(?!clu|tens|form|vit|vest|spir|stal|stru)|im(?=[mp])|il(?=l)|ir(?=r)|mé(?=[cs])|dés|non"),
    "zh": re.compile("[不无未非没]"),
}
"""Words that may be made of another one by denying it."""


@attrs.frozen
class Opposed:
    """A word of the rendering, and the one of the official text that means its opposite."""

    rendering: Span
    official: Span


def opposed_words(pair: Pair) -> tuple[Opposed, ...]:
    """Return the words that stand where the official text has their opposite, whether or not either is negated."""
    found = evidence(pair)
    if found is None:
        return ()
    return tuple(
        Opposed(found.rendering.words[i], found.official.words[j])
        for i, j in _opposed(found, pair.rendering_language, pair.official_language)
        if pair.core is None or found.official.words[j].overlap(pair.core)
    )


def _opposed(found: Evidence, ours: str, theirs: str) -> Iterator[tuple[int, int]]:
    pairs = [*mutual_pairs(found)]
    senses = _otherwise(found.rendering, ours), _otherwise(found.official, theirs)
    linked = [
        (i, j)
        for i, j in [*pairs, *_lonely(found, pairs)]
        if _tells(found, i, j) and i not in senses[0] and j not in senses[1]
    ]
    forms = normal_forms(found.rendering, ours), normal_forms(found.official, theirs)
    for i, j in linked:
        turned = support(_turned(forms[0][i], ours, forms[1][j], theirs), [forms[1][j]], ours, theirs)
        other = support([forms[0][i]], _turned(forms[1][j], theirs, forms[0][i], ours), ours, theirs)
        meant = max(turned.max(initial=0.0), other.max(initial=0.0))
        if meant < _MEANT:
            continue
        said = max(
            support([forms[0][i]], forms[1], ours, theirs).max(), support(forms[0], [forms[1][j]], ours, theirs).max()
        )
        if said < min(_UNSAID, _SHARE * meant):
            yield i, j


def _otherwise(side: Side, language: str) -> set[int]:
    """Return the words of a text that stand in a phrase in which they have another sense."""
    phrases = [Span(*match.span()) for match in _OTHERWISE[language].finditer(side.text)]
    return {k for phrase in phrases for k, word in enumerate(side.words) if word.overlap(phrase) > 0}


def _lonely(found: Evidence, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of words that nothing renders: no lexicon links what means the opposite."""
    alone = []
    for at, side in enumerate((found.rendering, found.official)):
        linked = {pair[at] for pair in pairs}
        alone.append([k for k in range(len(side.words)) if side.doubt[k] >= _ALONE and k not in linked])
    yield from itertools.product(*alone)


def _turned(word: str, language: str, partner: str, other: str) -> tuple[str, ...]:
    """Return the opposites of a word that its partner may render.

    *Unnecessary* is 不必要, two words, so that 必要 seems to render it: only what denies in one word may be trusted.
    And 无关紧要 is what *does not matter*, so that *matter* seems to.
    """
    found = _opposites(language).get(word, ())
    if language == "zh":
        found = tuple(one for one in found if not _DENYING.search(one))
    if other != "zh" or _DENYING.search(partner):
        return found
    return tuple(one for one in found if not _AFFIXED[language].match(one))


def _tells(found: Evidence, i: int, j: int) -> bool:
    """Whether both words tell something; a word that anything is rendered by is no opposite, nor is *a number*."""
    sides = (found.rendering, i), (found.official, j)
    if any(side.words[k].of(side.text) in _AMOUNT or _is_compounded(side, k) for side, k in sides):
        return False
    return bool(min(found.rendering.weight[i], found.official.weight[j]) >= CONTENT_WEIGHT)


def _is_compounded(side: Side, k: int) -> bool:
    """Whether a hyphen joins a word to the next one: a « petite-nièce » is a *great-niece*."""
    return _JOINED.match(side.text, side.words[k].end) is not None


def normal_forms(side: Side, language: str) -> list[str]:
    """Return the words of a text as the lexicon has them."""
    return [normal_form(word.of(side.text), language) for word in side.words]


def support(one: Sequence[str], other: Sequence[str], ours: str, theirs: str) -> NDArray[np.float32]:
    """Return how likely words of the two languages translate each other, whichever way is surer."""
    import numpy as np

    if not one or not other:
        return np.zeros((len(one), len(other)), dtype=np.float32)
    if ours == theirs:
        return np.array([[word == form for form in other] for word in one], dtype=np.float32)
    return np.maximum(*lexicon(ours, theirs).probabilities(one, other))


@functools.lru_cache(maxsize=3)
def _opposites(language: str) -> dict[str, tuple[str, ...]]:
    """Return the opposites of each word of the table, all as normal forms."""
    opposites: dict[str, set[str]] = {}
    path = resources.files("polyglot_news") / "data" / "opposites" / "opposites.tsv"
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        if not line.startswith(f"{language}\t"):
            continue
        one, other = ({normal_form(word, language) for word in side.split("|")} for side in line.split("\t")[1:])
        for words, turned in ((one, other), (other, one)):
            for word in words - turned:
                opposites.setdefault(word, set()).update(turned - words)
    return {word: tuple(sorted(turned)) for word, turned in opposites.items()}
