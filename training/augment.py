"""Variants of the data that real pages hold: names to copy, capitals, other quotation marks, traditional script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]\b")
_VOWELS = frozenset("AEIOUYHÀÂÄÉÈÊËÎÏÔÖÙÛÜÆŒ")
_QUOTED = re.compile(r'["“«]\s*([^"“”«»]+?)\s*["”»]')
_STYLES = (('"', '"'), ("“", "”"), ("« ", " »"), ("«", "»"), ("‘", "’"), ("„", "“"), ("「", "」"))
_JOIN = {
    "en": (", ", " and ", " of ", "; "),
    "fr": (", ", " et ", " de ", "; "),
    "zh": ("、", "和", "的", "；"),
}


def shared_names(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Capitalised words that stand on both sides of a pair, so that translators keep them."""
    counts: Counter[str] = Counter()
    for first, second in pairs:
        counts.update(set(_NAME.findall(first)) & set(_NAME.findall(second)))
    return sorted(counts)


def name_lists(
    names: list[str], languages: tuple[str, str], count: int, rng: np.random.Generator
) -> Iterator[tuple[str, str]]:
    """Lists of names, figures and codes that pass through unchanged (none without names)."""
    for _ in range(count if names else 0):
        items = []
        for _ in range(int(rng.integers(2, 7))):
            kind = rng.random()
            if kind < 0.75:
                items.append(" ".join(names[int(rng.integers(len(names)))] for _ in range(rng.integers(1, 4))))
            elif kind < 0.9:
                items.append(str(int(10 ** rng.uniform(0, 6))))
            else:
                letters = "".join(chr(65 + int(rng.integers(26))) for _ in range(rng.integers(2, 6)))
                items.append(letters + ("-" + str(rng.integers(1, 2000)) if rng.random() < 0.5 else ""))
        joins = [int(rng.choice(4, p=(0.6, 0.2, 0.1, 0.1))) for _ in items[1:]]
        sides = []
        for language in languages:
            text = items[0]
            for join, item in zip(joins, items[1:], strict=True):
                text += _JOIN[language][join] + item
            sides.append(text)
        yield sides[0], sides[1]


def renamed(pairs: Iterable[tuple[str, str]], names: list[str], rng: np.random.Generator) -> Iterator[tuple[str, str]]:
    """Pairs with other names, made of the halves of two, in the place of those that stand on both sides.

    So a network learns to copy within a sentence what it has never seen. What pairs hold in small letters, too, is no
    name (Minister). A name that begins with a vowel, which French elides before, takes the place of one that does.
    """
    pairs = list(pairs)
    words = {word for pair in pairs for text in pair for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    long = [name for name in names if len(name) > 4 and name.isalpha() and name.lower() not in words]
    by_sound = {vowel: [name for name in long if (name[0] in _VOWELS) == vowel] for vowel in (False, True)}
    if not all(by_sound.values()):
        return
    for first, second in pairs:
        shared = set(_NAME.findall(first)) & set(_NAME.findall(second))
        others = {}
        for name in sorted(name for name in shared if name.lower() not in words and not name.isupper()):
            alike = by_sound[name[0] in _VOWELS]
            one, two = alike[int(rng.integers(len(alike)))], long[int(rng.integers(len(long)))]
            others[name] = one[: int(rng.integers(2, len(one) - 1))] + two[int(rng.integers(2, len(two) - 1)) :]
        if others:
            yield _with_names(first, others), _with_names(second, others)


def _with_names(text: str, others: dict[str, str]) -> str:
    return _NAME.sub(lambda match: others.get(match.group(), match.group()), text)


def capitals(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Short lines in capitals on the source side, as headlines are; the target stays as it is."""
    for first, second in pairs:
        upper = first.upper()
        if 10 < len(first) < 90 and upper != first:
            yield upper, second


def requoted(pairs: Iterable[tuple[str, str]], rng: np.random.Generator) -> Iterator[tuple[str, str]]:
    """Pairs with quotations, in another style of quotation marks on the source side."""
    for first, second in pairs:
        if _QUOTED.search(first) and _QUOTED.search(second):
            opening, closing = _STYLES[int(rng.integers(len(_STYLES)))]
            yield _QUOTED.sub(rf"{opening}\1{closing}", first), second


def traditional(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs with the Chinese source in traditional characters."""
    import opencc

    converter = opencc.OpenCC("s2t")
    for first, second in pairs:
        yield converter.convert(first), second
