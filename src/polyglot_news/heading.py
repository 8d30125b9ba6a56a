"""The headline of a text, and the date that stands at its top."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan janvier janv", "february feb février fevrier févr", "march mar mars", "april apr avril avr",
            "may mai", "june jun juin", "july jul juillet juil", "august aug août aout",
            "september sep sept septembre", "october oct octobre", "november nov novembre",
            "december dec décembre decembre déc",
        ),
        start=1,
    )
    for month in names.split()
}  # fmt: skip
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_DATES = (
    re.compile(r"(?<!\d)(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\.? (?P<name>[^\W\d_]{3,9})\.?,? (?P<year>[12]\d{3})(?!\d)"),
    re.compile(r"\b(?P<name>[^\W\d_]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>[12]\d{3})(?!\d)"),
    re.compile(r"(?P<year>[12]\d{3}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号號]"),
    re.compile(
        r"(?P<year>[一二][〇零○一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,2})月"
        r"(?P<day>[一二三四五六七八九十]{1,3})[日号號]"
    ),
)


# What no headline ends with; a few words between marks at its end are part of it: The mayor will not « give in ».
_NO_END = tuple('.。;；:：,，"”»」』')
_ENDING_QUOTE = re.compile(
    r"(?<=\S)\s?(?:«[^«».。,，]{1,80}»|“[^“”.。,，]{1,80}”|\"[^\".。,，]{1,80}\"|「[^「」。，]{1,40}」|『[^『』。，]{1,40}』)$"
)


def _head(text: str) -> list[str]:
    return [line.strip() for line in text[:2000].splitlines() if line.strip()][:12]


def headline(text: str) -> str | None:
    """Return the first line where it stands by itself and does not end as a sentence does; it may end with a quote."""
    parts = re.split(r"\r?\n[ \t]*\r?\n", text[:2000].lstrip(), maxsplit=1)
    line = " ".join(parts[0].split())
    ended = _ENDING_QUOTE.sub("", line)
    if len(parts) < 2 or not 0 < len(line) <= 200 or "\n" in parts[0].strip() or ended.endswith(_NO_END):
        return None
    return line


def date_line(text: str) -> dt.date | None:
    """Find a full date in a short line near the top, or opening a line as datelines do ("PARIS, 6 May 2024 —")."""
    for line in _head(text):
        for pattern in _DATES:
            match = pattern.search(line[:100].replace("\u00a0", " "))
            if match and (len(line) <= 60 or re.match(r"\s*[-—–:：)）(（|电電讯訊]", line[match.end() :])):
                date = _date(match)
                if date:
                    return date
    return None


def _date(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    try:
        month = _MONTHS.get(parts["name"].lower(), 0) if "name" in parts else _number(parts["month"])
        return dt.date(_number(parts["year"]), month, _number(parts["day"]))
    except ValueError:
        return None


def _number(digits: str) -> int:
    """Read digits, Western or Chinese, up to 99 with 十 (三十一), else position by position (二〇二四)."""
    if "十" in digits:
        tens, _, ones = digits.translate(_CHINESE_DIGITS).partition("十")
        return int(tens or 1) * 10 + int(ones or 0)
    return int(digits.translate(_CHINESE_DIGITS))
