"""The subject of a Chinese clause, without word segmentation.

A subject begins its clause and ends where something that cannot belong to it begins: a preposition, an adverb, a date,
a verb. Adverbs of manner have no such mark ("少平嗫嚅着说"); there the names that the text itself shows elsewhere help.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from polyglot_news.quotes.brackets import bracketed_names
from polyglot_news.quotes.chinese_names import (
    family_name,
    known_names,
    person_at_start,
    transliterated_prefix,
)
from polyglot_news.quotes.chinese_persons import (
    FUNCTION,
    GIVEN,
    LONGEST_GIVEN,
    end_of_person,
    is_name,
    is_personal,
    is_somebody_described,
    name_behind_noun,
)
from polyglot_news.quotes.chinese_words import (
    listed,
    occasion_pattern,
    situated_pattern,
    stop_pattern,
    stopping_words,
    words,
)
from polyglot_news.quotes.tokens import BLANK
from polyglot_news.text import Span, to_simplified

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff·－-]"
_OBJECT = re.compile(rf"[对對向给給问問与與和跟把让讓叫请請]({_HAN}{{2,4}})")
_CLAUSE_START = re.compile(rf"(?:^|[，。！？；：“”‘’「」\n\s…—{BLANK}])({_HAN}{{2,20}})")
_HAN_CHAR = re.compile(_HAN)
_MAX_SUBJECT = 30
# Signs that a clause has gone on to its verb or an adverb of manner.
_ACTIVE = re.compile(r"[了着著过過到见見]|起来|起來|地$")
_DESCRIPTION = re.compile(
    r"[一多数數有某几幾两兩三另這这該该那]|部分|许多|許多|不少|其中|参与|參與|负责|負責|来自|來自|接近|熟悉|不愿|不願|要求"
)
# One of a body: 某公司|一名 …的经理.
_ONE_OF = re.compile("([^，。的]{2,16}?)[一某][名位]")
# Before a subject: an age, a note in a transcript, by whom it is led: 20岁的|学生, （笑）|我丈夫, 由某人率领的|专家组.
_ASIDE = re.compile(
    r"(?:现年|現年|年仅|年僅)?\d{1,3}[岁歲]的?|[（(][^）)]{1,8}[）)]"
    r"|由[^，。、：]{2,16}?(?:率领|率領|带领|帶領|领导|領導|组成|組成|主持|牵头|牽頭)的"
)
# 欧洲与外交部长, 工业与能源委员会.
_BODY_WITH_AND = re.compile(r"([\u4e00-\u9fff]{2,6}?)[与與](?=[\u4e00-\u9fff]{2,8}?(?:部|署|局|委员会|委員會|大臣))")
_SHORTEST = 2
_SHORTEST_WITH_MANNER = 4
# Three characters are a name, not two and a chance follower, if the two are seldom seen without the third.
_COHESION = 1.5
# Longer than 是非 and the like.
_LONGEST_NOUN = 2
# A name must be seen so often at the beginning of a clause.
_SEEN = 2
_LONGEST_MINED = 4
# A day or a time, although 周 is a surname, too.
_WEEK = re.compile("[周週][一二三四五六日天末内內初]")


def hide_compounds(text: str, but: tuple[str, ...] = ()) -> str:
    """Blank out the words that only look as if they held a verb or a preposition; offsets stay.

    Those of ``but`` are left: 认为 holds no preposition, but is a verb itself.
    """
    return listed("compounds").sub(
        lambda match: match.group() if match.group() in but else "〇" * len(match.group()), text
    )


def is_predicate(content: str) -> bool:
    """Whether a few Chinese words hold a negation, an adverb or a verb, so that they say something."""
    hidden = hide_compounds(content)
    if content.startswith("是") and len(content) > _LONGEST_NOUN:
        return True
    verb_at_end = any(hidden.endswith(verb) and 1 < len(verb) < len(hidden) for verb in words("verbs"))
    shown = words("compounds")  # 已经 holds no preposition, but says something itself
    return verb_at_end or any(word in (content if word in shown else hidden) for word in words("predicates"))


def _hide_names(clause: str) -> str:
    """Blank out names in the same way: 尼日利亚 holds no day."""
    for name in known_names(clause):
        clause = clause[: name.start] + "〇" * (name.end - name.start) + clause[name.end :]
    return clause


def _hide_bodies(clause: str) -> str:
    """Blank out in the same way the *and* in the name of a body: 欧洲|与|外交部长, but not 张伟与外交部长."""
    body = _BODY_WITH_AND.match(clause)
    if body is None or is_name(body[1]) or (known_names(body[1]) and to_simplified(body[1]) != "欧洲"):
        return clause  # 中国与外交部 are two
    return clause[: body.end(1)] + "〇" + clause[body.end(1) + 1 :]


def is_circumstance(clause: str) -> bool:
    """Whether a clause before a comma only says on what or when: 中东方面，."""
    bare = clause.rstrip()
    return bare.endswith(words("circumstance_ends")) and not bare.endswith(words("queens"))


def _end_of_described(clause: str) -> int | None:
    """Return where a person ends whom a clause begins to describe: 一名不愿透露姓名的官员, 某公司一名已离职的经理."""
    head, _, noun = clause.rpartition("的")
    employer = _ONE_OF.match(head)
    of_body = employer is not None and stop_pattern().search(employer.group(1)) is None
    if not head or not (of_body or _DESCRIPTION.match(head)):
        return None
    stop = stop_pattern().search(noun)
    noun = noun[: stop.start()] if stop is not None else noun
    return len(head) + 1 + len(noun) if noun[-1:] in words("nouns") else None


def _without_occasion(subject: str) -> str:
    """Cut off on what occasion a subject spoke, unless nothing would be left of it."""
    occasion = occasion_pattern().search(subject, _SHORTEST)
    return subject[: occasion.start()] if occasion is not None else subject


class Subjects:
    """Finds the subjects of clauses of one text."""

    def __init__(self, masked: str) -> None:
        self._masked = masked

    def of_clause(self, clause: str) -> tuple[int, int] | None:
        """Return where the subject of a clause lies in it, or None if it has none or a circumstance opens it."""
        left = len(clause) - len(clause.lstrip(f" \t\u3000{BLANK}"))
        body = clause[left:]
        aside = _ASIDE.match(body)
        if aside is not None:
            rest = self.of_clause(body[aside.end() :])
            return (left + aside.end() + rest[0], left + aside.end() + rest[1]) if rest else None
        opening = listed("circumstances").match(body)
        if opening is not None and listed("compounds").match(body) is None:
            if opening.group() not in words("openers"):
                return None
            rest = self.of_clause(body[opening.end() :])
            return (left + opening.end() + rest[0], left + opening.end() + rest[1]) if rest else None
        if situated_pattern().match(body) is not None and "的" in body:  # 任职于高盛的|分析师李明
            head = body.index("的") + 1
            rest = self.of_clause(body[head:])
            return (left, left + head + rest[1]) if rest and not rest[0] else None
        hidden = _hide_names(hide_compounds(_hide_bodies(body), but=stopping_words()))
        stop = stop_pattern().search(hidden, 1)
        described = _end_of_described(hidden)
        subject = _without_occasion(body[: described or (stop.start() if stop else len(body))].rstrip())
        before, blank, _ = subject.partition(BLANK)
        if blank and (listed("pronouns").match(before) or person_at_start(before) or end_of_person(before)):
            subject = before
        if subject.endswith("的"):  # "局长的回答是": of whom an answer is
            subject = subject[:-1]
            subject = subject if is_personal(subject) else subject[: name_behind_noun(subject) or 0]
        if not subject or len(_HAN_CHAR.findall(subject)) > _MAX_SUBJECT or BLANK in subject or subject[0] == "的":
            return None
        if subject in words("sayings"):
            return left, left + len(subject)
        if (
            stop_pattern().match(hidden)
            or listed("body").match(subject)
            or (subject.startswith(words("undertaking")) and not is_somebody_described(subject))
        ):
            return None
        if described is not None:
            return left, left + len(subject)
        shortened = self._shortened(subject)
        return (left, left + len(shortened)) if shortened else None

    def _shortened(self, subject: str) -> str | None:
        """Cut an adverb of manner or a verb off a pronoun or a name; None if only they are there."""
        pronoun = listed("pronouns").match(subject)
        if pronoun is not None:
            rest = subject[pronoun.end() :]
            owned = "的" in rest and _ACTIVE.search(rest.split("的", 1)[0]) is None
            noun = (rest[-1:] in words("nouns") and _ACTIVE.search(rest) is None) or is_personal(rest)
            return subject if owned or noun else pronoun.group()
        person = next((name for name in self.in_two_scripts if subject.startswith(name)), None)
        if person is not None and not subject[len(person) :].endswith(words("nouns")):
            return person
        end = end_of_person(subject)
        if end is not None:
            return subject[:end]
        active = _ACTIVE.search(subject) is not None
        behind = None if is_personal(subject) else name_behind_noun(subject)
        if behind is not None and (active or subject[-1] not in words("nouns")):
            return subject[:behind]
        if listed("roles").search(subject) or (subject[-1] in words("nouns") and not active):
            return subject
        if len(subject) < _SHORTEST_WITH_MANNER and not active:
            return subject if len(subject) > 1 else None
        return self._name_at_start(subject, sure=active) or (None if active else subject)

    def _name_at_start(self, subject: str, *, sure: bool) -> str | None:
        """Return the name that a subject begins with, by how often the text has its first two and three characters.

        ``sure`` says that the subject holds more than a name; else only a name known from elsewhere is cut out of it.
        """
        foreign = self._transliterated_at_start(subject)
        if foreign:
            return foreign
        two, three = subject[:2], subject[:3]
        if FUNCTION.search(two) or not (sure or two in self.names or three in self.names):
            return None
        twice, thrice = self._seen[two], 0 if FUNCTION.search(three) else self._seen[three]
        if two[0] in words("surnames") and thrice and (thrice > 1 or twice == thrice):
            return three
        if thrice > 1 and _COHESION * thrice > twice:
            return three
        return two if twice > 1 else None

    def _transliterated_at_start(self, subject: str) -> str | None:
        """Return the longest run of transliterating characters at the head of a subject that the text has elsewhere.

        A shorter name that what follows lengthens by chance is met without it: 王英|特别.
        """
        run = transliterated_prefix(subject)
        for end in range(len(run), LONGEST_GIVEN - 1, -1):
            times = self._masked.count(run[:end])
            if times > 1 and _COHESION * times > self._masked.count(run[: end - 1]):
                return run[:end]
        return None

    def name_behind_office(self, start: int) -> int | None:
        """Return where a name ends that begins right behind an office: 局长 | 韩立平 | 到现场查看."""
        rest = self._masked[start : start + _MAX_SUBJECT]
        given = next((one.span.end for one in bracketed_names(self._masked) if one.span.start == start), None)
        if given is not None:
            return given  # 大臣 | 艾许沃斯（Helen Ashworth）
        foreign = self._transliterated_at_start(rest)
        known = person_at_start(rest) or (len(foreign) if foreign else 0)
        if known:
            return start + known
        surname = next((one for one in words("surnames") if rest.startswith(one)), None)
        if surname is None or _WEEK.match(rest) is not None:
            return None
        stop = stop_pattern().search(rest, len(surname))
        longest = min(len(surname) + GIVEN, stop.start() if stop is not None else len(rest))
        name = re.match(_HAN + "*", rest[:longest])
        if name is None or name.end() == len(surname):
            return None
        # 向国会 and 于会上 look like names: those of such surnames must be seen elsewhere.
        sure = surname not in words("between") or self._masked.count(name.group()) > 1
        return start + name.end() if sure else None

    @cached_property
    def _starts(self) -> Counter[str]:
        """How often the text begins a clause with two to four characters."""
        found: Counter[str] = Counter()
        for match in _CLAUSE_START.finditer(self._masked):
            person = person_at_start(match.group(1))
            found.update([match.group(1)[:person]] if person else _prefixes(match.group(1)[:_LONGEST_MINED]))
        return found

    @cached_property
    def _objects(self) -> Counter[str]:
        """How often two to four characters follow a preposition that takes a person."""
        found: Counter[str] = Counter()
        for match in _OBJECT.finditer(self._masked):
            found.update(_prefixes(match.group(1)))
        return found

    @cached_property
    def _seen(self) -> Counter[str]:
        return self._starts + self._objects

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of persons, mined from the text: they begin clauses and follow prepositions or begin with a surname."""
        excluded = (listed("circumstances"), listed("pronouns"), listed("body"), listed("compounds"))
        return frozenset(
            name
            for name, count in self._starts.items()
            if count >= _SEEN
            and (self._objects[name] or name[0] in words("surnames"))
            and not any(pattern.match(name) for pattern in excluded)
            and not any(known.is_place for known in known_names(name))
            and stop_pattern().search(name) is None
            and name[-1] not in words("nouns")
            and FUNCTION.search(name) is None
        )

    @cached_property
    def families(self) -> frozenset[str]:
        """The last parts of the dotted names of the text, by which it calls those people later: 马克·泰弗南, 泰弗南."""
        people = (self._masked[name.start : name.end] for name in known_names(self._masked) if name.is_person)
        return frozenset(filter(None, map(family_name, people)))

    @cached_property
    def in_two_scripts(self) -> tuple[str, ...]:
        """The names that the text gives in Latin letters, too, the longest first: 艾许沃斯（Helen Ashworth）."""
        named = {one.han for one in bracketed_names(self._masked) if _HAN_CHAR.match(self._masked, one.span.start)}
        return tuple(sorted(named | set(filter(None, map(family_name, named))), key=len, reverse=True))

    def last_name(self, low: int, end: int) -> Span | None:
        """Return the last name of a person that begins a clause in a stretch of the text, known or mined."""
        found = None
        for match in _CLAUSE_START.finditer(self._masked, low, end):
            head = match.group(1)
            mined = (length for length in (4, 3, 2) if head[:length] in self.names)
            length = person_at_start(head) or next(mined, 0)
            if length:
                found = Span(match.start(1), match.start(1) + length)
        return found


def _prefixes(text: str) -> list[str]:
    return [text[:length] for length in range(2, len(text) + 1)]
