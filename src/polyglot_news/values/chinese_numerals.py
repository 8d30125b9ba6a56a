"""Numbers in Chinese characters, digits, and mixtures of both (1亿3千万)."""

from __future__ import annotations

import re
from fractions import Fraction

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_TWENTIES = {"廿": "二十", "卅": "三十", "卌": "四十"}
_LONGEST = 40

NUMBER_CHARACTERS = "".join([*DIGITS, *SMALL, *LARGE, *_TWENTIES])
_TOKEN = re.compile(r"\d+(?:[,.]\d+)*|.", re.DOTALL)


def read_chinese(string: str) -> tuple[Fraction, int] | None:
    """Return the value of a number such as 一百零五, 三千五, 130万, 1亿3千万, 二〇一五, and its largest scale.

    Returns None where the characters are no single number (三四, 十十).
    """
    if not string or len(string) > _LONGEST:
        return None
    for character, expanded in _TWENTIES.items():
        string = string.replace(character, expanded)
    if all(c in DIGITS for c in string):
        if len(string) == 1:
            return Fraction(DIGITS[string]), 1
        return Fraction(int("".join(str(DIGITS[c]) for c in string))), 1
    total = section = Fraction(0)
    pending: Fraction | None = None
    last_small, last_large, top = 10**6, 10**20, 1
    zero = False
    for match in _TOKEN.finditer(string):
        token = match.group()
        if token[0].isdigit() and token[0] in "0123456789":
            if pending is not None:
                return None
            pending = _arabic(token)
            if pending is None:
                return None
            last_digit_arabic = True
        elif token in DIGITS:
            if DIGITS[token] == 0:
                if pending is not None:
                    return None
                zero = True
                continue
            if pending is not None:
                return None
            pending = Fraction(DIGITS[token])
            last_digit_arabic = False
        elif token in SMALL:
            unit = SMALL[token]
            if unit >= last_small and not (pending is not None and pending >= 10):
                # 百千 and the like multiply: 三百千 is not written, 十百 neither
                return None
            if pending is None:
                if section or (unit != 10 and not _bare(string)):
                    return None
                pending = Fraction(1)
            section += pending * unit
            pending, last_small, zero = None, unit, False
            top = max(top, unit)
        elif token in LARGE:
            unit = LARGE[token]
            amount = section + (pending or 0)
            if amount == 0 and total == 0:
                if not _bare(string):
                    return None
                amount = Fraction(1)
            if unit < last_large:
                total += amount * unit
            else:
                total = (total + amount) * unit  # 万亿, 百万亿
            section, pending, last_small, last_large, zero = Fraction(0), None, 10**6, unit, False
            top = max(top * unit if amount == 0 else unit, top)
        else:
            return None
    if pending is not None:
        previous = last_small if section else last_large if total else 10**20
        if previous < 10**20 and previous >= 100 and not zero and pending < 10 and not last_digit_arabic:
            pending *= previous // 10  # 三千五 is 3500, 一万二 is 12000
        section += pending
    return total + section, top


def _bare(string: str) -> bool:
    """Whether a number may begin with its scale: 百万, 千万, 万亿."""
    return string[0] in "百千万亿兆佰仟"


def _arabic(token: str) -> Fraction | None:
    plain = token.replace(",", "")
    if plain.count(".") > 1 or len(plain) > 30:
        return None
    whole, _, part = plain.partition(".")
    return Fraction(int(whole + part), 10 ** len(part))
