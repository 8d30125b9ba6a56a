"""Pairs of the large corpora with words that a phase would meet too rarely.

Of a corpus that outweighs all others a phase sees but a part, and with it hardly one of the fifty sentences in which a
word like *congregation* stands: too few to learn it from. So the shortest pairs are chosen in which such words stand.
Low-resource translation gains from more sentences with rare words (Fadaee, Bisazza and Monz, "Data augmentation for
low-resource neural machine translation", 2017); here they need not be made up.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

Pair = tuple[str, str]

_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿœæ][a-zà-ÿœæ-]{2,}(?!\w)")  # no names: these are copied, not known
_RARE = 120.0  # times that a word is seen in a pass over the mixture, by the weights
_KNOWN = 4  # sentences of the large corpora in which it stands: what is rarer is a slip of the pen or a foreign word
_WANTED = 4  # sentences for each rare word
_SHORTEST, _LONGEST = 25, 220  # characters of a source


def rare_pairs(corpora: Iterable[tuple[str, float, Iterable[Pair]]], large: frozenset[str]) -> list[Pair]:
    """Return pairs so that of each rare word of either language, English or French, there are some.

    Args:
        corpora: name, weight and pairs of each corpus of the mixture.
        large: names of those that the pairs are chosen from.
    """
    seen: list[dict[str, float]] = [defaultdict(float), defaultdict(float)]
    known = [Counter[str](), Counter[str]()]
    pool: list[Pair] = []
    for name, weight, pairs in corpora:
        for pair in pairs:
            for side, text in enumerate(pair):
                for word in _words(text):
                    seen[side][word] += weight
                    known[side][word] += name in large
            if name in large and _SHORTEST <= len(pair[0]) <= _LONGEST:
                pool.append(pair)
    wanted = [
        {word: _WANTED for word, count in known[side].items() if count >= _KNOWN and seen[side][word] < _RARE}
        for side in (0, 1)
    ]
    rng = random.Random(3)
    pool.sort(key=lambda pair: len(pair[0]) * rng.uniform(0.5, 1.5))
    chosen = []
    for pair in pool:
        words = [(side, word) for side in (0, 1) for word in _words(pair[side]) if wanted[side].get(word)]
        if words:
            chosen.append(pair)
        for side, word in words:
            wanted[side][word] -= 1
    return chosen


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text))
