"""Add the thesaurus to the lexicons: ``python -m training.thesaurus --lexicons DIR``, after ``training.lexicons``.

Two words of one concept then stand for each other at least so often that the rarer of them is rendered by the other
one `WORD` of the time; so do the content words of phrases, `PHRASE` of the time. What the corpora know better stays,
and of words that are common there they know best. Of a rare pair less is left than a table holds, and it is left out.
Twice does what once does.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import sys
from pathlib import Path

from polyglot_news.align.lexicon import PAIRS, rarity
from polyglot_news.align.segmentation import normal_form, segment
from training.errors import exit_status
from training.lexicons import read_table, use, write_table
from training.thesaurus import concepts, forms_of

WORD, PHRASE = 0.1, 0.02
LEAST_SEEN = 5.0  # occurrences that a word of the thesaurus counts as, if the corpora have fewer
MOST_SEEN = 2_000.0  # occurrences beyond which a word is common
# The corpora know these and all stems of their forms well enough: « devoir » is a duty and a *must*, « été » a summer.
_GRAMMAR = {
    "en": "be can could do get go have like make may might must need shall should will would",
    "fr": "aller avoir devoir en être faire falloir par pouvoir savoir venir vouloir",
    "zh": "会 可以 可能 将 应 应当 应该 必须 能 能够 要 需要",
}
# What joins two things of which each is something else: *doctors and nurses*, 医生和护士.
_JOINING = frozenset({"and", "or", "et", "ou", "和", "与", "及", "或"})
_CONTENT = 7.0  # rarity from which a word tells which phrase it is of


@functools.cache
def stems(item: str, language: str) -> dict[str, float]:
    """Return the normal forms that tell of a word or phrase, with how much each counts."""
    words = [span.of(item) for span in segment(item, language)]
    if len(words) == 1:
        return dict.fromkeys(_stems(item, language), WORD)
    if not _JOINING.isdisjoint(words):
        return {}
    telling = [
        word for word in words if rarity(word, language) >= _CONTENT and len(word) >= (2 if language == "zh" else 1)
    ]
    return {stem: PHRASE for word in telling for stem in _stems(word, language)}


def _stems(word: str, language: str) -> set[str]:
    return {normal_form(form, language) for form in forms_of(word.lower(), language)} - _grammar(language)


@functools.cache
def _grammar(language: str) -> set[str]:
    return {normal_form(form, language) for word in _GRAMMAR[language].split() for form in forms_of(word, language)}


def strengths(source: str, target: str) -> dict[tuple[str, str], float]:
    """Return which normal forms of two languages stand for each other, and how likely at least."""
    found: dict[tuple[str, str], float] = {}
    for concept in concepts():
        one, other = (_all_stems(concept.words[language], language) for language in (source, target))
        for (left, a), (right, b) in itertools.product(one.items(), other.items()):
            found[left, right] = max(found.get((left, right), 0.0), min(a, b))
    return found


def _all_stems(items: tuple[str, ...], language: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for item in items:
        for stem, weight in stems(item, language).items():
            found[stem] = max(found.get(stem, 0.0), weight)
    return found


def add(folder: Path) -> None:
    """Add the thesaurus to the tables of a folder, in place."""
    use(folder)
    for pair in PAIRS:
        joint, left, right = read_table(pair)
        for (one, other), strength in strengths(*pair).items():
            if one in left and other in right:
                left[one], right[other] = max(left[one], LEAST_SEEN), max(right[other], LEAST_SEEN)
                least = strength * min(left[one], right[other], MOST_SEEN)
                joint[one, other] = max(joint.get((one, other), 0.0), least)
        write_table(folder, pair, joint, left, right)


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lexicons", type=Path, default=Path("src/polyglot_news/data/lexicons"))
    arguments = parser.parse_args()
    return exit_status(lambda: add(arguments.lexicons))


if __name__ == "__main__":
    sys.exit(main())
