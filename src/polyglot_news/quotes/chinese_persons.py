"""Whether a stretch of Chinese names somebody: a name, an office, somebody described."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from polyglot_news.align.segmentation import segment
from polyglot_news.quotes.chinese_names import (
    is_transliterated,
    known_names,
    person_at_start,
)
from polyglot_news.quotes.chinese_words import (
    any_of,
    demonstrative_pattern,
    listed,
    words,
)

# What hardly any name holds.
FUNCTION = re.compile(r"[的了着著过過是在不这這那一就也都很有里裡上下么麼们們之其此]")
_SEVERAL = re.compile("[多数數几幾两兩][名位]|[双雙各两兩多]方|部分|许多|許多|不少")
# The ministers | of all or several countries: 各国部长, 三国外长, 27国领导人.
_SEVERAL_OF = re.compile(
    r"(?:各|多|数|數|几|幾|两|兩|[二三四五六七八九十百]+|(?<!\d)(?:[2-9]|\d{2,}))[个個]?"
    r"(?:[国國省市州县縣][^的]{0,6}[长長相使人员員家袖]|[名位])|诸|諸|一些"
)
# What may follow an office: a name that nothing else shows.
LONGEST_GIVEN = 3
_LONGEST_PLAIN = 4
GIVEN = 2  # characters of a given name
_FAMILIAR = "阿"  # stands before a given name as a surname does
# Of the characters that end names of offices and bodies those with which given names end, too: 何建军.
_GIVEN_ENDS = frozenset("军軍民国國生士方子家书書联聯师師")
_AND = ("、", "和", "及")


def meant_office(mention: str) -> str | None:
    """Return the office by which a mention points back to somebody: of 该发言人 the 发言人."""
    found = demonstrative_pattern().fullmatch(mention)
    return found.group(1) if found is not None else None


def bare_office(mention: str) -> str | None:
    """Return the office of a person in a mention that holds nothing else but a demonstrative: 局长, 该发言人."""
    return mention if mention in words("sole") else meant_office(mention)


def is_personal(subject: str) -> bool:
    """Whether a subject is a person that "he" can mean, by a name or an office."""
    if end_of_person(subject) == len(subject):
        return True
    role = _last_role(subject)
    if role is None or role.group() in words("bodies"):
        return name_behind_noun(subject) == len(subject)
    rest = subject[role.end() :]
    short = len(rest) <= LONGEST_GIVEN and rest[:1] in (*words("surnames"), _FAMILIAR)
    return not rest or short or is_transliterated(rest)


def is_name(subject: str) -> bool:
    """Whether a subject is a pronoun or nothing but the name of a person, known or short and with a surname."""
    if listed("pronouns").fullmatch(subject) or person_at_start(subject) == len(subject):
        return True
    if len(subject) > LONGEST_GIVEN or not subject.startswith(words("surnames")) or listed("roles").search(subject):
        return False
    return subject[-1] not in words("nouns") or _ends_as_given_name(subject)


def _ends_as_given_name(subject: str) -> bool:
    """Whether a surname and two characters are no word of another kind: 何|建军, but 毕业生."""
    given = len(subject) == 1 + GIVEN and subject[-1] in _GIVEN_ENDS
    return given and segment(subject, "zh")[0].end == 1


def name_behind_noun(subject: str) -> int | None:
    """Return where an unknown name ends that stands behind what its bearer is, by the words of the lexicon.

    村支书王大明|正忙着修路: a surname, then one word of two characters, or one or two of one.
    """
    if _surname_behind_noun().search(subject) is None:
        return None
    parts = segment(subject, "zh")
    for k, (noun, surname) in enumerate(itertools.pairwise(parts)):
        given = [part for part in parts[k + 2 : k + 4] if subject[surname.end : part.end].isalnum()]
        is_surname = surname.of(subject) in (*words("surnames"), _FAMILIAR)
        if not is_surname or len(noun) < GIVEN or subject[noun.end - 1] not in words("nouns") or not given:
            continue
        single = len(given) == GIVEN and all(len(part) == 1 for part in given)
        if len(given[0]) <= GIVEN and not FUNCTION.search(given[0].of(subject)):
            return given[1].end if single and not FUNCTION.search(given[1].of(subject)) else given[0].end
    return None


@lru_cache(maxsize=1)
def _surname_behind_noun() -> re.Pattern[str]:
    return re.compile(rf"[{''.join(words('nouns'))}](?:{any_of((*words('surnames'), _FAMILIAR))})")


def is_label(text: str) -> bool:
    """Whether what stands before a colon is nothing but a name or an office."""
    if person_at_start(text) == len(text) or listed("pronouns").fullmatch(text) or text[-1:] in words("nouns"):
        return True
    role = _last_role(text)
    if role is not None:
        rest = text[role.end() :]
        return len(rest) <= LONGEST_GIVEN or person_at_start(rest) == len(rest)
    return len(text) <= _LONGEST_PLAIN and not person_at_start(text)


def _last_role(text: str) -> re.Match[str] | None:
    return next(reversed(list(listed("roles").finditer(text))), None)


def end_of_person(subject: str) -> int | None:
    """Return where the known person ends that a subject begins with, or names behind an office."""
    people = [name for name in known_names(subject) if name.is_person]
    if not people or (people[0].start and not subject[: people[0].start].rstrip().endswith(words("roles"))):
        return None
    end = people[0].end
    for name in people[1:]:
        if subject[end : name.start] in _AND:
            end = name.end
    rest = subject[end:]
    # "卡里姆代表安理会" goes on with a verb, "马克龙总统" and "普拉迪斯公司的发言人" with an office.
    acts = listed("roles").match(rest) is not None and listed("roles").fullmatch(rest) is None and "的" not in rest
    is_titled = rest.endswith(words("roles")) or (len(rest) <= LONGEST_GIVEN and rest.endswith(words("nouns")))
    return None if not acts and (is_titled or rest.startswith("的")) else end


def is_several(subject: str) -> bool:
    """Whether a subject is of several people: 谈判代表们, 多名专家, 王毅和鲁比奥."""
    people = [name for name in known_names(subject) if name.is_person]
    joined = any(subject[one.end : two.start] in _AND for one, two in itertools.pairwise(people))
    several = subject.endswith(("们", "們", *words("crowds"))) or _SEVERAL.match(subject) is not None
    return joined or several or _SEVERAL_OF.search(subject) is not None


def is_somebody_described(subject: str) -> bool:
    """Whether a clause with 的 describes who stands behind it: 放弃治疗的|患者李明."""
    head, _, noun = subject.rpartition("的")
    return bool(head and noun) and (is_personal(noun) or is_name(noun) or listed("roles").search(noun) is not None)
