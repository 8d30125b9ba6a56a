"""Operators altered by rule: negation in or out, modals, quantifiers and directions swapped, restrictions dropped.

``alterations`` swaps by the rules below; they know nothing of the cue tables. The rules are mechanical, so a few
results read badly; they are for measuring recall beside the false alarms on the unaltered text. ``dropped`` and
``opposed`` go by the cue tables, so that there are examples of every class to fit on: they would flatter a measurement.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import attrs

from polyglot_news.compare.operators.cues import table
from polyglot_news.compare.operators.directed import directions
from polyglot_news.compare.operators.modals import modals
from polyglot_news.compare.operators.qualifying import qualifiers

_AUXILIARY = (
    r"\b(is|are|was|were|has|have|had|will|would|should|must|can|could|may|might|shall|does|do|did)\b(?! not|n't|')"
)
_FRENCH_VERB = (
    r"(?<!n')(?<!ne )(?<!\w)(?<!')(est|sont|était|étaient|sera|seront|a|ont|avait|avaient|aura|doit|doivent|devrait|"
    r"devraient|peut|peuvent|pourrait|pourra|permet|permettra|constitue|demande|estime|souhaite|prévoit|comprend|"
    r"comporte|reste|vise)(?= )(?! (?:pas|plus|aucun|jamais|été pas))"
)
_CHINESE_VERB = (
    r"(?<!不)(?<!是)(是|会(?!议|员|见|谈|计)|能够|可以|应该|应当|必须|需要|同意|支持|包括|"
    r"希望|认为|允许|存在|影响|符合)(?!不)"
)
_CHINESE_DONE = r"(?<!未)(?<!没有)(得到|收到|达成|通过了|参加|提供了|实现|取得|发现|发生)"

# kind, language, pattern, what replaces it
RULES: tuple[tuple[str, str, str, str], ...] = (
    ("polarity", "en", _AUXILIARY, r"\1 not"),
    ("polarity", "en", r"\b(\w+) not (?!only|just|least|merely|later|less|more)", r"\1 "),
    ("polarity", "en", r"\bcannot\b", "can"),
    ("polarity", "en", r"\bnever ", ""),
    ("polarity", "en", r"\bwithout\b", "with"),
    ("polarity", "en", r"\bno (?=[a-z]{4})(?!longer|later|doubt|less|fewer|more)", "some "),
    ("polarity", "fr", _FRENCH_VERB, r"ne \1 pas"),
    ("polarity", "fr", r"\b(?:ne |n')(\w+) pas\b(?! seulement)", r"\1"),
    ("polarity", "fr", r"\bsans (?!doute|préced|précéd)", "avec "),
    ("polarity", "zh", _CHINESE_VERB, r"不\1"),
    ("polarity", "zh", _CHINESE_DONE, r"没有\1"),
    ("polarity", "zh", r"(?:并不|尚未|从未|没有|不(?=[会能应可是需要存在符允同]))(?!得不)", ""),
    ("modality", "en", r"\bmust\b", "may"),
    ("modality", "en", r"\bshould\b", "must"),
    ("modality", "en", r"\bshall\b", "may"),
    ("modality", "en", r"\bwill(?= (?:be|have|not|[a-z]+e?)\b)", "might"),
    ("modality", "en", r"(?<=[a-z] )may(?= (?:be|have|not|[a-z]+)\b)", "will"),
    ("modality", "en", r"\bcould\b", "will"),
    ("modality", "en", r"\bcan\b", "must"),
    ("modality", "en", r"\bmay be\b", "must be"),
    ("modality", "fr", r"\bdevrait\b", "doit"),
    ("modality", "fr", r"\bdevraient\b", "doivent"),
    ("modality", "fr", r"\bdoit\b", "peut"),
    ("modality", "fr", r"\bdoivent\b", "peuvent"),
    ("modality", "fr", r"\bpeut(?! être)\b", "doit"),
    ("modality", "fr", r"\bpeuvent\b", "doivent"),
    ("modality", "fr", r"\bsera\b", "pourrait être"),
    ("modality", "fr", r"\bpourrait\b", "devra"),
    ("modality", "zh", r"必须", "可以"),
    ("modality", "zh", r"应该|应当", "可以"),
    ("modality", "zh", r"可以", "必须"),
    ("modality", "zh", r"(?<=[，。一-鿿])将(?!来|军|近|之|于)", "可能"),
    ("modality", "zh", r"可能(?!性)", "必将"),
    ("qualifier", "en", r"\ball(?= (?:[a-z]+)\b)(?<!at all)(?<!above all)", "some"),
    ("qualifier", "en", r"\bsome(?= of| [a-z]+s\b)", "all"),
    ("qualifier", "en", r"\bmost(?= of| [a-z]+s\b)", "all"),
    ("qualifier", "en", r"\bmany(?= of| [a-z]+s\b)", "all"),
    ("qualifier", "en", r"\bonly ", ""),
    ("qualifier", "en", r"\b(?:at least|almost|nearly|approximately|about (?=\d)) ?", ""),
    ("qualifier", "en", r"\b(?:often|frequently|sometimes|generally|usually|mostly|partly) ", ""),
    ("qualifier", "en", r"\b(?:often|sometimes|frequently)\b", "always"),
    ("qualifier", "fr", r"\b(?:tous les|toutes les)\b", "certains"),
    ("qualifier", "fr", r"\bcertaine?s\b(?= \w+s\b)", "tous les"),
    ("qualifier", "fr", r"\bla plupart des\b", "tous les"),
    ("qualifier", "fr", r"\b(?:seulement|uniquement|exclusivement) ", ""),
    ("qualifier", "fr", r"\b(?:au moins|presque|environ|près de|souvent|parfois|généralement|fréquemment) ", ""),
    ("qualifier", "zh", r"所有|全部|一切", "一些"),
    ("qualifier", "zh", r"一些|某些|部分(?!成)", "所有"),
    ("qualifier", "zh", r"大多数|多数", "所有"),
    ("qualifier", "zh", r"(?<!不)(?<!只)(?:仅(?!仅)|只有|只(?!要|能))", ""),
    ("qualifier", "zh", r"至少|几乎|大约|往往|经常|有时|通常", ""),
    ("direction", "en", r"\bmore than\b", "less than"),
    ("direction", "en", r"\bincreas(e|ed|es|ing)\b", r"decreas\1"),
    ("direction", "en", r"\breduc(e|ed|es|ing)\b", r"increas\1"),
    ("direction", "en", r"\bbefore\b", "after"),
    ("direction", "en", r"(?<!here)\bafter\b", "before"),
    ("direction", "en", r"\b(?:higher|greater) than\b", "lower than"),
    ("direction", "fr", r"\bplus de(?= \d| la moitié)", "moins de"),
    ("direction", "fr", r"\baugmentation\b", "diminution"),
    ("direction", "fr", r"\baugmenter\b", "diminuer"),
    ("direction", "fr", r"\br[ée]duction\b", "augmentation"),
    ("direction", "fr", r"\bavant(?= (?:le|la|les|l')\b)", "après"),
    ("direction", "fr", r"\baprès(?= (?:le|la|les|l')\b)", "avant"),
    ("direction", "zh", r"增加|增长|上升", "减少"),
    ("direction", "zh", r"减少|下降|降低", "增加"),
    ("direction", "zh", r"(?:之前|以前)", "之后"),
    ("direction", "zh", r"(?:之后|以后)", "之前"),
    ("direction", "zh", r"超过|多于", "少于"),
)  # fmt: skip


@attrs.frozen
class Alteration:
    """A text with one operator changed: its kind, what stood there, what stands there now, and the whole text."""

    kind: str
    before: str
    after: str
    text: str


def alterations(text: str, language: str, rng: random.Random) -> Iterator[Alteration]:
    """Yield for each rule that applies one altered text, at a place drawn by ``rng``."""
    for kind, of, pattern, replacement in RULES:
        if of != language:
            continue
        found = list(re.finditer(pattern, text))
        if not found:
            continue
        match = rng.choice(found)
        new = match.expand(replacement)
        if of == "fr":
            new = re.sub(r"\bne (?=[aeéiouh])", "n'", new)
        yield Alteration(kind, match.group(), new, text[: match.start()] + new + text[match.end() :])


def dropped(text: str, language: str, rng: random.Random, most: int = 2) -> Iterator[Alteration]:
    """Yield texts that lack one modal or one qualifier that asks for an answer."""
    for kind, find in (("modality", modals), ("qualifier", qualifiers)):
        hits = [hit for hit in find(text, language) if hit.cue.asks and not hit.cue.text.startswith("-")]
        for hit in rng.sample(hits, min(most, len(hits))):
            space = "" if language == "zh" else " "
            rest = text[: hit.span.start].rstrip(" ") + space + text[hit.span.end :].lstrip(" ")
            yield Alteration(kind, hit.span.of(text), "", rest)


_STRESSED = (
    ("en", r"\bshould\b(?! not)", "absolutely must"),
    ("en", r"\bmust\b(?! not)", "must absolutely"),
    ("fr", r"(?<!ne )\bdevrait\b", "doit absolument"),
    ("fr", r"(?<!ne )\bdevraient\b", "doivent absolument"),
    ("fr", r"(?<!ne )\b(doit|doivent|devons)\b", r"\1 impérativement"),
    ("zh", r"(?<!不)(?:应当|应该)", "绝对必须"),
    ("zh", r"(?<!不)必须", "绝对必须"),
)


def stressed(text: str, language: str) -> Iterator[Alteration]:
    """Yield texts in which a duty is stressed."""
    for of, pattern, replacement in _STRESSED:
        match = re.search(pattern, text) if of == language else None
        if match is not None:
            new = match.expand(replacement)
            yield Alteration("modality", match.group(), new, text[: match.start()] + new + text[match.end() :])


def opposed(text: str, language: str, rng: random.Random) -> Iterator[Alteration]:
    """Yield at most one text in which a word is replaced by one of the opposite pole of its scale."""
    hits = directions(text, language)
    if not hits:
        return
    hit = rng.choice(hits)
    reading = hit.cue.readings[0]
    words = [
        cue.text
        for cue in table("direction", language)
        if not cue.text.endswith("*") and any(r.cls == reading.cls and r.low == -reading.low for r in cue.readings)
    ]
    if words:
        word = rng.choice(words)
        yield Alteration("direction", hit.span.of(text), word, text[: hit.span.start] + word + text[hit.span.end :])
