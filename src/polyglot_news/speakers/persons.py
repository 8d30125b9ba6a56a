"""The persons whom a naming of somebody names: neither her office nor her ministry."""

from __future__ import annotations

import functools
import re

from polyglot_news.documents import Document
from polyglot_news.names import find_names
from polyglot_news.names.model import Name
from polyglot_news.quotes.brackets import other_script
from polyglot_news.quotes.chinese_names import known_names
from polyglot_news.quotes.grammar import is_listed_office
from polyglot_news.quotes.lexicon import sections
from polyglot_news.speakers.titles import is_charge
from polyglot_news.text import RECENT_TEXTS

OFFICE = re.compile(r".*([总副]?[部外院局校司行议会社]长|主[席任]|总[理统]|大使|发言人|代表|秘书长|首相|国王|记者)")
_COURTESY = re.compile("(?:先生|女士|夫人|小姐)$")


def persons_in(naming: str, language: str) -> list[str]:
    """Return the names of persons within a naming of somebody; none where there is but an office or a body."""
    naming = naming.title() if naming.isupper() else naming
    parted = _parted().fullmatch(naming.strip(" \u3000:：")) if language == "zh" else None
    if parted is not None:
        return [parted["family"] + parted["given"]]
    names = []
    before = None
    for name in find_names(naming, language, loose=True):
        if is_person(name):
            # The first name of Sofia Lindgren is a town, too.
            whole = before is not None and naming[before.span.end : name.span.start] == " "
            names.append(naming[before.span.start if before is not None and whole else name.span.start : name.span.end])
        before = None if is_person(name) else name
    names = [name for name in names if not _is_title(name) and not is_charge(name, language)]
    names = [_without_office(name) for name in names]
    if language == "zh":
        alone = OFFICE.sub("", _COURTESY.sub("", naming.strip())).strip()
        names += [alone] if 2 <= len(alone) <= 4 and alone not in names else []
        names = names or _behind_office(naming.strip())
    return names


@functools.cache
def _parted() -> re.Pattern[str]:
    """Return the pattern of a name with the office in its midst, as the Legislative Yuan prints it: 潘|部長|怡君."""
    surnames, offices = ("|".join(sections("zh")[name]) for name in ("surnames", "roles"))
    return re.compile(
        rf"(?P<family>{surnames})(?:召集|副|政[務务]|常[務务]|主任|代理|署理)?(?:{offices})(?P<given>[\u4e00-\u9fff]{{1,2}})"
    )


def in_whole(persons: list[str], article: Document) -> list[str]:
    """Add to a family name the whole one, if the article has but one with it: 桑德里娜·拉韦涅 to 拉韦涅.

    A transliterated family name alone tells too little. The name in the other script is added, too, where the article
    gives it in brackets: Helen Ashworth to 艾许沃斯.
    """
    if article.language == "zh":
        names = {article.text[name.start : name.end] for name in known_names(article.text) if name.is_person}
    else:
        names = {name for name in named_in(article) if not _is_title(name)}
    found = list(persons)
    for person in persons:
        whole = {name for name in names if name.endswith((f"·{person}", f" {person}"))}
        shortest = min(whole, key=len, default="")  # others have an office before it: Mayor Anna Roy
        found += [shortest] if shortest and all(name.endswith(shortest) for name in whole) else []
    beside = (other_script(person, article.text) for person in found)
    return [*found, *(name for name in beside if name is not None)]


@functools.lru_cache(maxsize=RECENT_TEXTS)
def named_in(official: Document) -> tuple[str, ...]:
    """Return the names of persons in an official text, perhaps with others that look like them."""
    return tuple(name.text for name in find_names(official.text, official.language, loose=True) if is_person(name))


def _behind_office(naming: str) -> list[str]:
    """Return the Chinese name behind an office that no list has: 航天员|苏晓岚, 儿童医学中心主任医师 |赵静."""
    for length in (3, 2):
        office, name = naming[:-length], naming[-length:]
        parted = office[-1:].isspace() or office.endswith(sections("zh")["nouns"])
        if parted and name.startswith(sections("zh")["surnames"]):
            return [name] if not name.endswith(sections("zh")["roles"]) else []
    return []


def _without_office(name: str) -> str:
    """Return a name without the offices that stand before it: Lawmaker | Lin Si-yuan."""
    words = name.split(" ")
    return " ".join(words[next((k for k, word in enumerate(words) if not is_listed_office(word.lower())), 0) :])


def _is_title(name: str) -> bool:
    """Whether what looks like a name is but the capitals of an office: Deputy, Governor."""
    return all(is_listed_office(word) for word in name.lower().split())


def is_person(name: Name) -> bool:
    """Whether a name may be one of a person."""
    return not name.entries or any(entry.kind == "person" for entry in name.entries)
