"""Negation as each language writes it: *not* and its kin, "ne … pas", 不 inside and outside of words."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from polyglot_news.align.segmentation import segment
from polyglot_news.compare.operators.comparatives import MORE
from polyglot_news.compare.operators.cues import Cue, Hit, Reading, Word, hit_at, matcher, words
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.compare.words.idioms import free_phrases, softened
from polyglot_news.text import CLAUSE_MARK, Span, in_simplified, to_simplified

# fmt: off
_NE = frozenset({"ne", "n'"})
_SECOND = {
    "pas": "not", "plus": "not", "point": "not", "guère": "not", "nullement": "not", "aucunement": "not",
    "jamais": "never", "rien": "no", "aucun": "no", "aucune": "no", "personne": "no", "nul": "no", "nulle": "no",
    "ni": "nor", "que": "limit", "qu'": "limit",
}
_FAR = 9
_REACH = {"plus": 3, "point": 2, "personne": 5, "ni": 6, "que": 5, "qu'": 5}
"""How many words after "ne" its second half can stand, as _FAR for those not named: later, the word is another one."""
_ONLY_IF = frozenset({
    "si", "lorsque", "quand", "avec", "par", "après", "moyennant", "dans", "en", "sur", "sous", "pour",
})
"""What after a "que" makes it *only if* or *only by*, however far the « ne » is: « ne peut être levé qu'avec »."""
_QUE = frozenset({"que", "qu'"})
_THEY = frozenset({"il", "ils"})
_BEFORE_NE = frozenset({"aucun", "aucune", "personne", "rien", "nul", "nulle", "ni", "jamais", "non"})
_NOBODY = frozenset({"aucun", "aucune", "personne", "rien", "nul", "nulle"})
"""Subjects that deny with "ne" alone: a "pas" further on begins something new (« personne n'a cédé, pas même lui »)."""
_SUBJECT = _NOBODY | {"pas"}
_A_PERSON = frozenset({
    "la", "une", "cette", "chaque", "toute", "sa", "ma", "ta", "notre", "votre", "leur", "quelle", "même", "autre",
    "seule", "première", "deuxième", "troisième", "seconde", "dernière", "tierce", "jeune", "aucune", "nulle", "bonne",
    "grande",
})
"""After these, « personne » is a person, and not *nobody*."""
NOBODY = "".join(rf"(?<!\b{word} )" for word in sorted(_A_PERSON)) + "personne"
"""A pattern for the *nobody* alone."""
_ONE = frozenset({"un", "une"})
"""« Pas un » before "ne" is such a subject, too."""
_EXPLETIVE = frozenset({
    "avant", "moins", "plus", "peur", "crainte", "craindre", "craint", "craignent", "empêcher", "autrement",
    "davantage", "mieux", "meilleur", "pire", "autre", "éviter", "évite", "risque", "craignait", "craignaient",
    "craignons", "redoute", "redoutent", "redoutait", "redoutons", "redouter", "appréhende", "empêche", "évitera",
    "garde",
})
"""Words after which "ne" alone negates nothing (avant qu'il ne parte)."""
_TURNED = (
    "oubli", "hésit", "manqu", "cess", "ignor", "dout", "empêch", "exclu", "écart", "négl", "perd", "moins",
    "simplement", "seulement", "uniquement", "sans", "étonn", "arrêt", "épargn", "démor", "dérob", "soustrai", "élud",
    "illusion", "sous-estim", "mésestim", "anodin", "secret", "mystère", "renonc", "abandonn", "dépass", "excéd",
    "excèd", "tardez", "tardons", "tarde", "tardent", "cach", "dissimul", "échapp", "oppose", "opposa",
    "opposé",
)
"""With these, "ne … pas" comes out as a positive in translation as often as not (n'oublions pas)."""
_UNHINDERED = ("empêch", "interdi", "ignor", "contest", "échapp", "oblig", "oppos")
"""What nothing hinders and nobody disputes comes out as what may be, and is plain (rien n'empêche)."""
_WIDEST_SUBJECT = 9
_JOINS = frozenset({"et", "mais", "ou"})
_KEPT = ("perd", "manqu", "oubli", "épargn", "néglig")
"""With these, "ne … rien" does so, too (ne perdra rien)."""
_ALMOST = frozenset({"presque", "quasi", "quasiment", "pratiquement"})
"""Before its second half, these take away from a negation: the qualifiers tell of it."""
_STEP = frozenset({
    "un", "le", "les", "ce", "cet", "ces", "des", "de", "du", "au", "aux", "chaque", "premier", "premiers",
    "deuxième", "grand", "petit", "faux", "à", "son", "leur", "nos", "mes", "ses",
})
"""Before these, "pas" is a step."""
_TELLS_MUCH = frozenset({"mal", "moins"})
"""After these, "pas" alone negates nothing: « pas mal de monde »."""
_NO_REST = frozenset({"cesse", "repos", "trêve", "répit"})
_PARTICIPLE = re.compile(r"..(?:é|i|u|is|it)e?s?$")
_BARE = re.compile(r"p(?:eu[xt]|euvent|ouv|ourr|u$|uis|ûmes|ut$)|s(?:aur|u$|ach)|os(?:e|ent|er|a|ait|ons|é)$")
_ACCEPTING = frozenset({
    "accepter", "tolérer", "admettre", "permettre", "concevoir", "imaginer", "croire", "exclure", "supporter",
})
_SUBJUNCTIVE = frozenset({
    "soit", "soient", "ait", "aient", "puisse", "puissent", "fasse", "fassent", "aille", "aillent", "vienne",
    "viennent", "prenne", "prennent", "reste", "restent", "devienne", "deviennent", "serve", "servent",
})
_CLAUSE_END = re.compile(r"[.;:!?»”]")
# fmt: on
_ADVERB = (
    r"(?:并|也|均|亦|尚|仍|从|绝|决|毫|永远|再也|从来|一点也|根本|都|还|就|更|千万|"
    r"暂|概|皆|向来|却|而|又|则|既|若|如|或)*"
)
_VERBAL = (
    r"(?:是|会|能|能够|要|应|应该|应当|可|可以|得|必|需|须|想|愿|愿意|肯|敢|让|允许|准许|准|许|再|曾|经|予|具|具备|具有|存在|包括|知|知道|"
    r"够|宜|用|该|行|希望|同意|支持|赞成|认为|相信|接受|参加|承认|打算|需要|必须|愿|喜欢|介意|在乎|有|获|获得|任何|人|权|意|法|须|从|算|算是)*"
)
_OPEN_WORD = re.compile(f"^{_ADVERB}(?:不|没|没有|未|无|非){_VERBAL}$")
_COMPLEMENT = re.compile("^.{1,2}不[到了起着上出见住开动完清来下通得断赢倒垮成掉透破尽齐定去]$")
_ADJECTIVE = re.compile("^[可并却也都才倒]?[不没][快慢高低长短远近重轻贵多少大小强弱深浅早晚厚薄]$")
"""Words that segmenters make of a negated adjective: 不慢 is "not slow"."""
_LEXICAL = Reading("affix", answers=0.8, asks=False)
_SINGLE = frozenset("不没无未非")
_WARNED = re.compile(
    r"\b(?P<verb>(?:advis|warn|caution|counsel|recommend|decid|vot|rul)(?:e|es|s|ed|led|ing|ling)?\b)"
    r"(?: [\w’'-]+){0,6} (?P<against>against)\b",
    re.IGNORECASE,
)
_AFTER_EVEN = re.compile(
    r" (?!(?:for|by|in|on|at|to|before|within|now|then|so|met|paid|sold|done|taken|given|made|found|kept|sent)\b)"
    r"[\w’'-]+(?<!ed)(?: [\w’'-]+(?<!ed)){0,3} ?(?=[,.;:!?)”’]|$)"
)
"""What follows the "if not" that says *perhaps even*; before a participle it is a condition ("if not renewed")."""
PERHAPS_EVEN = Cue("if not", (Reading("quasi", answers=0.2, asks=False),))
_OBJECT = r"(?:(?:se|nous|vous|me|te|l[ea]s?|la|lui|leur|en|y|rien|que)\b|[slmtn]['’])"
_INFINITIVE = (
    r"(?!(?:cher|fier|amer|léger|clair|noir|tendre|(?:régul|singul|famil|particul)ier)\b)"
    r"\w*(?:er|ir|dre|ompre|ivre|ttre|aître|(?:f|pl|tr)aire|[ldcu]ire|crire|oire|clure|\btaire)\b"
)
"""What stands after « on ne peut plus » where it denies: « plus attendre », not « plus clair »."""
_UNSURPASSED = {
    "en": re.compile(
        r"\b(?:could|can)(?: ?not|n['’]t)(?: possibly)? (?:(?:be|have been|get|come|sound|put \w+) )+"
        rf"(?:any )?{MORE}\b"
        rf"|\bnever (?:(?:been|looked|seemed|felt|had|seen|known) )?(?:so|{MORE})\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bn[e’'] ?(?:y )?(?:saur|peu|pourr|aur)\w*(?: pu)?(?: pas)? (?:être|faire|dire|trouver|avoir|rêver)"
        r" (?:plus|mieux|pire|moins)\b"
        rf"|\bon ne peut (?:mieux|moins|plus(?= \w)(?! {_OBJECT})(?! {_INFINITIVE}))\b"
        r"|\bne dat\w+ pas d['’]hier\b"
        r"|\bn[e’'] ?(?:a|ont|avai\w+) jamais(?: été| eu| paru| semblé)? (?:aussi|si|plus|moins|autant|mieux)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "不能更(?![改换新替正名])|没有比.{1,20}更|从未(?:如此|这么|这样|像)|从来?没有?(?:过)?(?:如此|这么|这样|像)"
    ),
}
"""What compares with all that could be: "could not be clearer"."""
_TURNS = Reading("double", answers=0.7, asks=False)
_MUST = Reading("double", answers=0.1, asks=False)
_BOUND_TO = re.compile(r"非(?![常法洲凡])[^，。；：、！？]{1,10}不可(?=[了，。；：、！？”’」]|$)")
"""What says *must* by two negatives: 非改革不可."""
_SAYS_NO = re.compile(
    r"(?:(?<=, )non(?=\s*(?:[.;:!,»”)]|$))|(?:^|(?<=[.!?:;…«“»”]\s)|(?<=\s\s)|(?<=[«“]))non(?=\s*(?:[.!»”]|$)))",
    re.IGNORECASE,
)
"""What denies the words before it, or is all that is said: « déréguler, non », « Non. »; « …, non ? » asks to agree."""
_NON = Cue("non", (Reading("no", needs=0.7),))
_NEVER = Cue("jamais", (Reading("never", answers=0.95, asks=False),))
_ENDS_CLAUSE = re.compile(r"\s*(?:[.;:!,»”)]|$)")
_AGAINST = Cue("warn … against", (Reading("verb", answers=0.95, asks=False),))


_DONT = re.compile(
    r"(?:(?<=[，。；：、！？“”「」『』\s请也都就先可您你们家])|^)别"
    r"(?![人的国处墅名样说看致称针扭管具提离论有]|开生面|无[他它])"
)
_DO_NOT = Cue("别", (Reading("not", answers=0.9, asks=False),))
_EXCESS = {
    "en": re.compile(r"(?<!only )(?<!all )(?<!none )\btoo (?:[\w-]+ ){1,3}(?:to|for)\b", re.IGNORECASE),
    "fr": re.compile(r"\btrop (?:[\w-]+ ){1,3}pour\b", re.IGNORECASE),
}
_TOO = frozenset({"too", "trop"})
_TOO_MUCH = Cue("too … to", (Reading("quasi", answers=0.9, asks=False),))
_FREE = "-free"
_FREE_OF = Cue(_FREE, (Reading("affix", answers=0.8, asks=False),))


@functools.lru_cache(maxsize=16 * RECENT)
def negations(text: str, language: str) -> tuple[Hit, ...]:
    """Find the negative cues of a text in its language, in order.

    The Chinese 不 and its kin inside a lexical word (不错, 无聊, 那不勒斯) are told from open negation.
    """
    units = words(text, language)
    hits = list(matcher("polarity", language).find(units))
    if language in _EXCESS and (excess := list(_too_much(text, language, units))):
        hits = _with([hit for hit in hits if hit.cue.text not in _TOO], excess)
    if language == "fr":
        hits = [_said_no(text, hit) for hit in _with_split_negation(text, units, hits)]
    elif language == "zh":
        segments = segment(text, "zh") if any(hit.cue.text in _SINGLE for hit in hits) else []
        hits = [_lexical(text, hit, segments) for hit in hits if not _is_question(units, hit)]
        hits = _with(hits, _dont(text, units))
    else:
        hits = [_conceded(text, hit) for hit in hits if not _is_number(units, hit)]
        hits = _with(hits, [*_warnings(text, units), *_free_of(units)])
    return tuple(softened(_surpassing(text, language, hits), free_phrases(text, language)))


def _with(hits: Sequence[Hit], more: Iterable[Hit]) -> list[Hit]:
    """Add cues that a rule found where the table has none."""
    new = [one for one in more if not any(one.span.overlap(hit.span) for hit in hits)]
    return sorted([*hits, *new], key=lambda hit: hit.span.start)


def _dont(text: str, units: Sequence[Word]) -> Iterator[Hit]:
    """Yield the 别 that tells somebody not to do a thing, at the head of a clause or after whom it tells: 你们别笑."""
    plain = in_simplified(text, "zh")
    for match in _DONT.finditer(plain):
        yield hit_at(Span(*match.span()), _DO_NOT, units)


def _too_much(text: str, language: str, units: Sequence[Word]) -> Iterator[Hit]:
    """Yield what keeps something from happening by its excess: *too soft to bear it* cannot."""
    for match in _EXCESS[language].finditer(text):
        yield hit_at(Span(*match.span()), _TOO_MUCH, units)


def _free_of(units: Sequence[Word]) -> Iterator[Hit]:
    """Yield what is said to have none of a thing: *nut-free*."""
    for i, unit in enumerate(units):
        if len(unit.text) > len(_FREE) and unit.text.endswith(_FREE):
            span = Span(unit.start, unit.end)
            yield Hit(span=span, cue=_FREE_OF, word=i, parts=(span,))


def _surpassing(text: str, language: str, hits: list[Hit]) -> list[Hit]:
    """Let "could not be clearer" and 非改革不可 deny nothing: they say *as clear as can be* and *must*."""
    turned = [(span, _TURNS) for span in unsurpassed(text, language)]
    turned += [(span, _MUST) for span in (bound_to(text) if language == "zh" else ())]
    found = []
    for hit in hits:
        reading = next((one for span, one in turned if hit.span.overlap(span)), None)
        found.append(hit if reading is None else attrs.evolve(hit, cue=Cue(hit.cue.text, (reading,))))
    return found


def unsurpassed(text: str, language: str) -> list[Span]:
    """Return where a text compares with all that could be."""
    return [Span(*match.span()) for match in _UNSURPASSED[language].finditer(text)]


def bound_to(text: str) -> list[Span]:
    """Return where a Chinese text says by two negatives that something must be."""
    return [Span(*match.span()) for match in _BOUND_TO.finditer(text)]


def _said_no(text: str, hit: Hit) -> Hit:
    """Let the « non » that answers, or denies what is before it, say *no*, and the last « jamais » *never*."""
    if hit.cue.text == "jamais" and hit.cue is not _NEVER and _ENDS_CLAUSE.match(text, hit.span.end):
        return attrs.evolve(hit, cue=_NEVER)
    return attrs.evolve(hit, cue=_NON) if _SAYS_NO.match(text, hit.span.start) else hit


def _conceded(text: str, hit: Hit) -> Hit:
    """Let the "if not" of "difficult, if not impossible" deny nothing: it says *perhaps even*."""
    if hit.cue.text != "if not" or not text.endswith(", ", 0, hit.span.start):
        return hit
    if not _AFTER_EVEN.match(text, hit.span.end):
        return hit
    return attrs.evolve(hit, cue=PERHAPS_EVEN)


def _warnings(text: str, units: Sequence[Word]) -> Iterator[Hit]:
    """Yield what tells somebody not to do a thing: "warned tourists against swimming"."""
    for match in _WARNED.finditer(text):
        parts = Span(*match.span("verb")), Span(*match.span("against"))
        yield hit_at(Span(*match.span()), _AGAINST, units, *parts)


def _is_number(units: Sequence[Word], hit: Hit) -> bool:
    """Whether "no" abbreviates *number*."""
    following = units[hit.word + 1].text if hit.word + 1 < len(units) else ""
    numbered = hit.word > 0 and units[hit.word - 1].text in _NUMBERED
    return hit.cue.text == "no" and (
        following[:1].isdigit() or (numbered and (len(following) == 1 or _ROMAN.fullmatch(following) is not None))
    )


_NUMBERED = frozenset({"motion", "item", "question", "resolution", "convention", "protocol", "symphony", "act", "law"})
_ROMAN = re.compile("[ivxlc]+")


def _lexical(text: str, hit: Hit, segments: Sequence[Span]) -> Hit:
    if hit.cue.text not in _SINGLE:
        return hit
    k = bisect.bisect_right(segments, hit.span.start, key=lambda segment: segment.end)
    word = to_simplified(segments[k].of(text)) if k < len(segments) else ""
    if len(word) <= 1 or _OPEN_WORD.match(word) or _COMPLEMENT.match(word) or _ADJECTIVE.match(word):
        return hit
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (_LEXICAL,)))


def _is_question(units: Sequence[Word], hit: Hit) -> bool:
    """Whether 不 or 没 stands between two copies of one character, as in 是不是: a question, no negation."""
    i = hit.word
    return hit.cue.text[0] in {"不", "没"} and 0 < i < len(units) - 1 and units[i - 1].text == units[i + 1].text


def _with_split_negation(text: str, units: Sequence[Word], hits: list[Hit]) -> list[Hit]:
    """Read "ne … pas" and its kin, and "pas" on its own; drop the cues that they contain."""
    found: list[Hit] = []
    taken: set[int] = set()

    def add(first: int, last: int, cls: str) -> None:
        enclosed = _without_doubt([unit.text for unit in units[first + 1 : last + 3]])
        if cls == "limit" and not _NO_REST.isdisjoint(enclosed):
            reading = _TURNS  # « n'aurons de cesse que » says that we go on
        elif cls == "limit":
            reading = Reading(cls, answers=0.3, asks=False)
        elif cls == "bare":
            reading = Reading(cls, answers=0.9, asks=False)
        elif any(at and units[at - 1].text in _ALMOST for at in (first, last)):
            reading = Reading("quasi", answers=0.95, asks=False)
        elif _is_conceded(units, first, last):
            reading = Reading("quasi", answers=0.9, asks=False)
        elif "doute" in enclosed or _is_turned(units[first].text, units[last].text, cls, enclosed):
            reading = Reading("double", answers=0.7, asks=False)
        else:
            reading = Reading(cls)
        ends = {Span(units[k].start, units[k].end) for k in (first, last)}
        name = f"ne … {units[last].text}" if last != first else units[first].text
        span = Span(units[first].start, units[last].end)
        found.append(Hit(span=span, cue=Cue(name, (reading,)), word=first, parts=tuple(sorted(ends))))
        taken.update((first, last))

    def add_bare(at: int) -> None:
        """Read a "ne" without a second half: it negates with pouvoir, savoir and oser, and may do so elsewhere."""
        following = [unit.text for unit in units[at + 1 : at + 5]]
        if not following or following[0] == "importe":
            taken.add(at)
            return
        add(at, at + 1, "not" if any(_BARE.match(word) for word in following) else "bare")

    for i, unit in enumerate(units):
        if unit.text in _NE:
            second, before = _second_half(text, units, i), _first_half(text, units, i)
            before = None if before in taken else before  # « il n'a rien dit et n'est pas venu »
            # After "personne ne" a "que" restricts nothing, and a "plus" may compare.
            if second is not None and (before is None or _goes_on(units, before, second)):
                add(i, *second)
            elif before is not None:
                add(before, i, _SECOND.get(units[before].text, "not"))
            elif not any(word.text in _EXPLETIVE for word in units[max(0, i - 9) : i]):
                add_bare(i)
        elif unit.text == "pas" and i not in taken and not _is_step(units, i) and not _is_not_one(text, units, i):
            following = units[i + 1].text if i + 1 < len(units) else ""
            if following not in {"seulement", "à", "en"} | _TELLS_MUCH and not (i and units[i - 1].text == "ou"):
                add(i, i, "bare" if following == "plus" else "not")  # "pas plus que" is *no more than*, and *nor*
        elif unit.text in {"personne", "rien"} and i not in taken and _is_nobody(text, units, i):
            add(i, i, "no")
    kept = [hit for hit in hits if hit.word not in taken and not _is_step(units, hit.word)]
    return sorted([*kept, *found], key=lambda hit: hit.span.start)


def _without_doubt(enclosed: list[str]) -> list[str]:
    """Leave out the « sans doute » between "ne" and "pas", which says *probably*: « ne viendra sans doute pas »."""
    if "doute" not in enclosed:
        return enclosed
    at = enclosed.index("doute")
    first = next((k for k in (at - 1, at - 2) if k >= 0 and enclosed[k] == "sans"), None)
    return enclosed if first is None else [*enclosed[:first], *enclosed[at + 1 :]]


def _is_turned(first: str, second: str, cls: str, enclosed: Sequence[str]) -> bool:
    """Whether what "ne …" encloses comes out as a positive in translation; of « rien n'empêche », what follows."""
    if first in _SUBJECT and second in _NE:
        return any(word.startswith(_UNHINDERED) for word in enclosed[-2:])
    turned = _TURNED if cls in {"not", "never"} else _KEPT if second == "rien" else ()
    return any(word.startswith(turned) for word in enclosed) if turned else False


def _goes_on(units: Sequence[Word], before: int, second: tuple[int, str]) -> bool:
    """Whether a negation that has a negative subject has a second half as well: « personne n'en veut plus »."""
    at, cls = second
    if units[before].text in _NOBODY and units[at].text == "pas":
        return False
    return cls != "limit" and units[at].text != "plus"


def _is_step(units: Sequence[Word], at: int) -> bool:
    """Whether "pas" is the noun: « mieux que pas de pas du tout »."""
    return units[at].text == "pas" and at > 0 and units[at - 1].text in _STEP


def _is_alone(text: str, units: Sequence[Word], at: int) -> bool:
    """Whether a word is a sentence of its own: « Qui a appelé ? Personne. »."""
    opens = at == 0 or _CLAUSE_END.search(text, units[at - 1].end, units[at].start) is not None
    return opens and (at + 1 == len(units) or _CLAUSE_END.search(text, units[at].end, units[at + 1].start) is not None)


def _is_not_one(text: str, units: Sequence[Word], at: int) -> bool:
    """Whether "pas" opens the subject of a "ne" that has no second half: « pas un assureur n'y a renoncé »."""
    if at + 1 >= len(units) or units[at + 1].text not in _ONE:
        return False
    for j in range(at + 2, min(at + _WIDEST_SUBJECT, len(units))):
        if _CLAUSE_END.search(text, units[j - 1].end, units[j].start):
            return False
        if units[j].text in _NE:
            return _second_half(text, units, j) is None
    return False


def _is_person(units: Sequence[Word], at: int) -> bool:
    """Whether "personne" is the noun: « la personne n'a pas été blessée »."""
    return units[at].text == "personne" and at > 0 and units[at - 1].text in _A_PERSON


def _is_nobody(text: str, units: Sequence[Word], at: int) -> bool:
    """Whether "personne" or "rien" denies without "ne": « dit par personne », « et rien pour écrire », « Rien. »."""
    if _is_alone(text, units, at):
        return True
    before, after = (units[k].text if 0 <= k < len(units) else "" for k in (at - 1, at + 1))
    if before == "par":
        return at > 1 and _PARTICIPLE.search(units[at - 2].text) is not None
    joined = before in _JOINS or (at > 0 and CLAUSE_MARK.search(text, units[at - 1].end, units[at].start) is not None)
    following = units[at + 2].text if at + 2 < len(units) else ""
    return joined and (after == "pour" or (after == "à" and following == "qui"))


def _is_conceded(units: Sequence[Word], first: int, last: int) -> bool:
    """Whether a negation says *perhaps even*: « difficile, pour ne pas dire impossible », « si ce n'est mort »."""
    before = [unit.text for unit in units[max(0, first - 2) : first]]
    following = units[last + 1].text if last + 1 < len(units) else ""
    return (before[-1:] == ["pour"] and following == "dire") or before in (["si", "ce"], ["quand", "ce"])


def _second_half(text: str, units: Sequence[Word], at: int) -> tuple[int, str] | None:
    for j in range(at + 1, min(at + 10, len(units))):
        if _CLAUSE_END.search(text, units[j - 1].end, units[j].start) or units[j].text in _NE:
            break
        cls = None if units[j - 1].text == "sans" or _is_person(units, j) else _SECOND.get(units[j].text)
        reach = _FAR if _opens_condition(units, j + 1) else _REACH.get(units[j].text, _FAR)
        if cls == "limit" and _is_refused(units, at, j):
            return None
        if cls is not None and j - at <= reach:
            if cls == "not" and units[j].text == "plus" and _is_no_longer_only(units, j):
                return j, "limit"
            return j, cls
    return None


def _opens_condition(units: Sequence[Word], at: int) -> bool:
    """Whether a word, if there is one, begins what makes a "que" before it an *only if* or *only by*."""
    following = units[at].text if at < len(units) else ""
    if following == "s'":
        return at + 1 < len(units) and units[at + 1].text in _THEY
    return following in _ONLY_IF


def _is_no_longer_only(units: Sequence[Word], plus: int) -> bool:
    """Whether a "que" that limits comes after « ne … plus »: « ne sort plus, dès ce jour, que si … »."""
    after = range(plus + 1, min(plus + 1 + _FAR, len(units)))
    return any(units[k].text in _QUE and (k == plus + 1 or _opens_condition(units, k + 1)) for k in after)


def _is_refused(units: Sequence[Word], ne: int, que: int) -> bool:
    """Whether a "que" opens what cannot be accepted, and leaves nothing: « ne saurions tolérer que … soient visés »."""
    return (
        units[que - 1].text in _ACCEPTING
        and any(_BARE.match(unit.text) for unit in units[ne + 1 : que - 1])
        and any(unit.text in _SUBJUNCTIVE for unit in units[que + 1 : que + _FAR])
    )


def _first_half(text: str, units: Sequence[Word], at: int) -> int | None:
    """Find the negative subject of a "ne" without second half: aucun État ne, personne ne, ni l'un ni l'autre ne."""
    for j in range(at - 1, max(-1, at - 12), -1):
        if (units[j].text in _BEFORE_NE and not _is_person(units, j)) or (
            units[j].text == "pas" and units[j + 1].text in _ONE
        ):
            return j
        if j and _CLAUSE_END.search(text, units[j - 1].end, units[j].start):
            break
    return None
